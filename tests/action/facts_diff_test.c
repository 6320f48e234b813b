/* facts_diff_test.c: what one workspace has that another has not, row by row, and
 * whom that moves: against every pair, decided one by one. */
#include "tests/expect.h"

#include "action/workspace/facts_diff.h"
#include "base/attr.h"
#include "base/buf.h"
#include "model/facts_priv.h"
#include "model/image/facts_differ.h"
#include "model/workspace_file.h"

static void read_text(const char *text, struct facts *facts)
{
	struct file_notes notes = { 0 };
	struct error err;

	facts_init(facts);
	if (!workspace_read_json("t", text, strlen(text), facts, &notes, &err))
		fail_msg("%s", err.text);
}

#define HEAD(name, plan) "{\"format\":\"gatehouse-workspace\",\"version\":1," \
	"\"workspace\":{\"name\":\"" name "\",\"plan\":\"" plan "\"},"
#define ADA "{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\"}"
#define ED(role) "{\"id\":\"u-ed\",\"email\":\"ed@t.example\",\"role\":\"" role "\"}"

static const char before[] = HEAD("T", "enterprise")
	"\"users\":[" ADA "," ED("editor") ","
	"{\"id\":\"u-old\",\"email\":\"old@t.example\",\"name\":\"Old\","
	"\"role\":\"guest\",\"active\":false}],"
	"\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"members\":[\"u-ed\",\"u-old\"]},"
	"{\"id\":\"h\",\"name\":\"H\"}],"
	"\"assets\":[{\"id\":\"a\",\"kind\":\"data_connection\",\"name\":\"A\","
	"\"type\":\"postgres\",\"config\":{\"host\":\"one\"},\"access\":[\"g\"]}],"
	"\"default_connection\":\"a\","
	"\"projects\":[{\"id\":\"p\",\"title\":\"P\",\"owner\":\"u-ada\","
	"\"grants\":[{\"group\":\"g\",\"level\":\"can_edit\"},"
	"{\"user\":\"u-ed\",\"level\":\"can_view\"}],\"assets\":[\"a\"],"
	"\"own\":[{\"id\":\"o\",\"kind\":\"secret\",\"name\":\"OWN\"}]},"
	"{\"id\":\"q\",\"title\":\"Q\",\"owner\":\"u-ed\"}]}";
static const char after[] = HEAD("T", "team")
	"\"users\":[" ED("viewer") "," ADA ","
	"{\"id\":\"u-new\",\"email\":\"new@t.example\",\"name\":\"New\","
	"\"role\":\"editor\"}],"
	"\"groups\":[{\"id\":\"g\",\"name\":\"Gee\",\"members\":[\"u-ed\",\"u-new\"]}],"
	"\"assets\":[{\"id\":\"a\",\"kind\":\"data_connection\",\"name\":\"A\","
	"\"type\":\"postgres\",\"config\":{\"host\":\"two\"},"
	"\"access\":[\"workspace\"]},"
	"{\"id\":\"b\",\"kind\":\"secret\",\"name\":\"B\"}],"
	"\"projects\":[{\"id\":\"p\",\"title\":\"P\",\"owner\":\"u-ed\","
	"\"grants\":[{\"group\":\"g\",\"level\":\"can_view\"},"
	"{\"user\":\"u-new\",\"level\":\"can_edit\"}],\"public_web\":\"can_view\","
	"\"assets\":[\"a\",\"b\"]}]}";

/* kind, how, id, field, before, after */
static const struct wanted {
	enum diff_kind kind;
	enum diff_how how;
	const char *id, *field, *before, *after;
} wanted[] = {
	{ DIFF_SETTINGS, DIFF_CHANGE, "plan", "plan", "enterprise", "team" },
	{ DIFF_USERS, DIFF_CHANGE, "u-ed", "role", "editor", "viewer" },
	{ DIFF_USERS, DIFF_ADD, "u-new", NULL, NULL, "editor" },
	{ DIFF_USERS, DIFF_REMOVE, "u-old", NULL, "guest, deactivated", NULL },
	{ DIFF_GROUPS, DIFF_CHANGE, "g", "name", "G", "Gee" },
	{ DIFF_GROUPS, DIFF_REMOVE, "h", NULL, NULL, NULL },
	{ DIFF_MEMBERS, DIFF_ADD, "g", "u-new", NULL, "member" },
	{ DIFF_MEMBERS, DIFF_REMOVE, "g", "u-old", "member", NULL },
	{ DIFF_ASSETS, DIFF_CHANGE, "a", "host", "one", "two" },
	{ DIFF_ASSETS, DIFF_ADD, "b", NULL, NULL, "secret" },
	{ DIFF_ACCESS, DIFF_REMOVE, "a", "g", "access", NULL },
	{ DIFF_ACCESS, DIFF_ADD, "a", "workspace", NULL, "access" },
	{ DIFF_ACCESS, DIFF_ADD, "b", "workspace", NULL, "access" },
	{ DIFF_SETTINGS, DIFF_REMOVE, "default_connection",
	  "default_connection", "a", NULL },
	{ DIFF_PROJECTS, DIFF_CHANGE, "p", "owner", "u-ada", "u-ed" },
	{ DIFF_PROJECTS, DIFF_CHANGE, "p", "public_web", "none", "can_view" },
	{ DIFF_PROJECTS, DIFF_REMOVE, "q", NULL, "owner u-ed", NULL },
	{ DIFF_GRANTS, DIFF_REMOVE, "p", "u-ed", "can_view", NULL },
	{ DIFF_GRANTS, DIFF_ADD, "p", "u-new", NULL, "can_edit" },
	{ DIFF_GRANTS, DIFF_CHANGE, "p", "g", "can_edit", "can_view" },
	{ DIFF_IMPORTS, DIFF_ADD, "p", "b", NULL, "import" },
	{ DIFF_OWN, DIFF_REMOVE, "o", "secret", NULL, NULL },
};

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

TEST(rows_stand_in_the_order_of_the_sections)
{
	struct facts_diff diff;
	struct facts a, b;

	read_text(before, &a);
	read_text(after, &b);
	facts_diff(&a, &b, &diff);
	for (size_t i = 0; i < COUNT_OF(wanted); i++) {
		const struct wanted *want = &wanted[i];
		const struct diff_row *row = &diff.rows[i];

		assert_true(i < diff.n_rows);
		if (row->kind != want->kind || row->how != want->how ||
		    !same(row->id, want->id) || !same(row->field, want->field) ||
		    !same(row->before, want->before) ||
		    !same(row->after, want->after))
			fail_msg("row %zu is %d %d %s %s %s %s", i, row->kind,
				 row->how, row->id, row->field ? row->field :
				 "-", row->before ? row->before : "-",
				 row->after ? row->after : "-");
	}
	assert_int_equal(diff.n_rows, COUNT_OF(wanted));
	facts_diff_release(&diff);
	facts_diff(&a, &a, &diff);
	assert_false(facts_diff_any(&diff));
	assert_int_equal(diff.n_pairs + diff.up + diff.down + diff.held, 0);
	facts_diff_release(&diff);
	facts_release(&a);
	facts_release(&b);
}

/* A thing with two changed fields is one that changes; what goes with a removed one
 * is counted, too. */
TEST(every_section_is_counted)
{
	struct facts_diff diff;
	struct facts a, b;
	struct buf out;
	struct json json;

	read_text(before, &a);
	read_text(after, &b);
	facts_diff(&a, &b, &diff);
	buf_init(&out, 1 << 20);
	jsonw_init(&json, &out, 0);
	jsonw_object(&json);
	facts_diff_json(&diff, &json);
	jsonw_object_end(&json);
	assert_non_null(strstr(buf_text(&out), "\"counts\":{"
		"\"settings\":{\"add\":0,\"change\":1,\"remove\":1},"
		"\"users\":{\"add\":1,\"change\":1,\"remove\":1},"
		"\"groups\":{\"add\":0,\"change\":1,\"remove\":1},"
		"\"memberships\":{\"add\":1,\"change\":0,\"remove\":1},"
		"\"providers\":{\"add\":0,\"change\":0,\"remove\":0},"
		"\"tokens\":{\"add\":0,\"change\":0,\"remove\":0},"
		"\"assets\":{\"add\":1,\"change\":1,\"remove\":0},"
		"\"shares\":{\"add\":2,\"change\":0,\"remove\":1},"
		"\"projects\":{\"add\":0,\"change\":1,\"remove\":1},"
		"\"grants\":{\"add\":1,\"change\":1,\"remove\":1},"
		"\"imports\":{\"add\":1,\"change\":0,\"remove\":0},"
		"\"own\":{\"add\":0,\"change\":0,\"remove\":1}}"));
	assert_non_null(strstr(buf_text(&out), "{\"what\":\"grant\","
		"\"id\":\"p\",\"name\":\"P\",\"change\":\"change\","
		"\"field\":\"g\",\"before\":\"can_edit\",\"after\":\"can_view\","
		"\"with\":{\"what\":\"group\",\"id\":\"g\",\"name\":\"Gee\"}}"));
	assert_non_null(strstr(buf_text(&out), "{\"user\":null,\"project\":"
		"\"p\",\"before\":\"none\",\"after\":\"can_view\""));
	assert_null(strstr(buf_text(&out), "OWN"));	/* D1 */
	buf_release(&out);
	facts_diff_release(&diff);
	facts_release(&a);
	facts_release(&b);
}

/* ---- against every pair ------------------------------------------------------- */

static uint32_t seed;

static uint32_t below(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

enum { PEOPLE = 14, TEAMS = 5, THINGS = 4, WORKS = 6 };

/* The same ids each time, in another order, some of them missing. */
static void random_world(struct facts *facts, uint32_t shape)
{
	char id[16], mail[32];
	uint32_t i, j, n_groups;

	facts_init(facts);
	facts->share_to_web = below(4) != 0;
	(void)facts_add_user(facts, "ada", "ada@x", "Ada", ROLE_ADMIN);
	for (i = 0; i < PEOPLE; i++) {
		snprintf(id, sizeof(id), "u%u", shape ? PEOPLE - 1 - i : i);
		snprintf(mail, sizeof(mail), "%s@x", id);
		if (below(8) == 0)
			continue;
		j = facts_add_user(facts, id, mail, "", (enum role)below(ROLES));
		facts->users[j].active = below(6) != 0;
	}
	for (i = 0; i < TEAMS; i++) {
		snprintf(id, sizeof(id), "g%u", shape ? TEAMS - 1 - i : i);
		if (below(6) == 0)
			continue;
		j = facts_add_group(facts, id, id);
		for (uint32_t k = 0; k < facts->n_users; k++)
			if (below(3) == 0)
				facts_set_member(facts, j, k, true);
	}
	n_groups = facts->n_groups;
	for (i = 0; i < THINGS; i++) {
		snprintf(id, sizeof(id), "a%u", shape ? THINGS - 1 - i : i);
		j = facts_add_asset(facts, id, 0, id);
		facts->assets[j].builtin = below(3) ? 0 : below(8);
		if (n_groups)
			facts_set_access(facts, j, below(n_groups), true);
	}
	for (i = 0; i < WORKS; i++) {
		snprintf(id, sizeof(id), "p%u", shape ? WORKS - 1 - i : i);
		if (below(6) == 0)
			continue;
		j = facts_add_project(facts, id, id, below(facts->n_users));
		facts->projects[j].state = below(4) ? STATE_ACTIVE :
			(enum state)below(STATES);
		facts->projects[j].workspace = (uint8_t)(below(2) ? 0 :
							 below(LEVELS));
		facts->projects[j].public_web = (uint8_t)(below(3) ? 0 :
							  below(3));
		for (uint32_t k = 0; k < 4; k++) {
			facts_set_grant(facts, j, false, below(facts->n_users),
					(enum level)below(LEVELS));
			if (n_groups)
				facts_set_grant(facts, j, true, below(n_groups),
						(enum level)below(LEVELS));
		}
		if (below(2))
			facts_set_import(facts, j, below(THINGS), true);
	}
}

/* A few things changed, so that most is as it was. */
static void touch(struct facts *facts)
{
	uint32_t what = below(7), user = below(facts->n_users);
	uint32_t group = facts->n_groups ? below(facts->n_groups) : NOBODY;
	uint32_t project = facts->n_projects ? below(facts->n_projects) : NOBODY;

	if (what == 0)
		facts->users[user].role = (enum role)below(ROLES);
	else if (what == 1)
		facts->users[user].active = !facts->users[user].active;
	else if (what == 2 && group != NOBODY)
		facts_set_member(facts, group, user, below(2));
	else if (what == 3 && group != NOBODY)
		facts_set_access(facts, below(THINGS), group, below(2));
	else if (what == 4 && project != NOBODY)
		facts_set_import(facts, project, below(THINGS), below(2));
	else if (what == 5 && project != NOBODY)
		facts_set_grant(facts, project, false, user,
				(enum level)below(LEVELS));
	else if (what == 6 && group != NOBODY && !facts->groups[group].gone)
		facts_hide(facts, OF_GROUP, group, true);
}

static void decide(const struct facts *facts, uint32_t user, uint32_t project,
		   struct arena *arena, struct answer *out)
{
	memset(out, 0, sizeof(*out));
	if (user != NOBODY && project != NOBODY)
		access_decide(facts, user, project, arena, out);
}

static bool limits_differ(const struct facts *fa, const struct answer *a,
			  const struct facts *fb, const struct answer *b)
{
	bool differ = a->n_limits != b->n_limits;

	for (uint32_t i = 0; i < a->n_limits && !differ; i++) {
		bool found = false;

		for (uint32_t j = 0; j < b->n_limits; j++)
			found = found || (a->limits[i].code == b->limits[j].code &&
				(a->limits[i].asset == NOBODY ||
				 strcmp(fa->assets[a->limits[i].asset].id,
					fb->assets[b->limits[j].asset].id) == 0));
		differ = !found;
	}
	return differ;
}

/* All pairs of ids, in the order of the difference. */
static void compare(const struct facts *a, const struct facts *b,
		    uint32_t world)
{
	struct facts_diff diff;
	uint64_t up = 0, down = 0, held = 0;
	size_t at = 0;

	facts_diff(a, b, &diff);
	for (uint32_t p = 0; p < diff.projects.n; p++)
		for (uint32_t u = 0; u <= diff.users.n; u++) {
			bool web = u == diff.users.n;
			struct arena arena = { 0 };
			struct answer was, now;

			decide(a, web ? ANYONE : diff.users.v[u].before,
			       diff.projects.v[p].before, &arena, &was);
			decide(b, web ? ANYONE : diff.users.v[u].after,
			       diff.projects.v[p].after, &arena, &now);
			if (was.granted == now.granted &&
			    was.effective == now.effective &&
			    !limits_differ(a, &was, b, &now)) {
				arena_release(&arena);
				continue;
			}
			arena_release(&arena);
			if (at >= diff.n_pairs || diff.pairs[at].project != p ||
			    diff.pairs[at].user != (web ? ANYONE : u))
				fail_msg("world %u: pair %zu is not %s on %s",
					 world, at, web ? "the visitor" :
					 diff.users.v[u].id,
					 diff.projects.v[p].id);
			at++;
			up += !web && now.effective > was.effective;
			down += !web && now.effective < was.effective;
			held += !web && now.effective <= was.effective &&
				now.granted > was.granted;
		}
	assert_int_equal(at, diff.n_pairs);
	assert_int_equal(up, diff.up);
	assert_int_equal(down, diff.down);
	assert_int_equal(held, diff.held);
	assert_true(diff.complete);
	facts_diff_release(&diff);
}

TEST(the_pairs_are_all_that_differ_and_no_others)
{
	struct facts a, b;

	for (uint32_t world = 1; world <= 400; world++) {
		seed = world;
		random_world(&a, 0);
		if (world % 2) {
			random_world(&b, 1);
		} else {
			seed = world;
			random_world(&b, 0);
			for (uint32_t n = below(4); n < 4; n++)
				touch(&b);
		}
		compare(&a, &b, world);
		facts_release(&a);
		facts_release(&b);
	}
}

/* Of a hundred thousand people one differs, and nobody else is looked at: it takes
 * no time that anybody would notice, which the count of comparisons bounds. */
TEST(many_things_are_compared_once_each)
{
	enum { MANY = 100000 };
	struct facts_diff diff;
	struct facts facts[2];
	char id[16], mail[32];

	for (int side = 0; side < 2; side++) {
		facts_init(&facts[side]);
		for (uint32_t i = 0; i < MANY; i++) {
			snprintf(id, sizeof(id), "u%u", side ? MANY - 1 - i : i);
			snprintf(mail, sizeof(mail), "%s@x", id);
			(void)facts_add_user(&facts[side], id, mail, "",
					     side && i == 7 ? ROLE_ADMIN :
					     ROLE_VIEWER);
		}
		for (uint32_t i = 0; i < 200; i++) {
			snprintf(id, sizeof(id), "p%u", i);
			(void)facts_add_project(&facts[side], id, id,
				facts_user(&facts[side], "u1"));
			facts[side].projects[i].workspace = LEVEL_CAN_EDIT;
		}
	}
	facts_diff(&facts[0], &facts[1], &diff);
	assert_int_equal(diff.n_rows, 1);
	assert_int_equal(diff.n_pairs, 200);
	assert_int_equal(diff.up, 200);
	facts_diff_release(&diff);
	facts_release(&facts[0]);
	facts_release(&facts[1]);
}

/* One alone, in one of two workspaces that are else the same. */
static void named(void (*change)(struct fact_user *, struct fact_asset *),
		  const char *where)
{
	struct facts one, other;
	struct arena arena = { 0 };

	read_text(before, &one);
	read_text(before, &other);
	assert_null(facts_differ(&one, &other, &arena));
	change(&other.users[1], &other.assets[other.n_assets - 1]);
	assert_string_equal(facts_differ(&one, &other, &arena), where);
	facts_release(&other);
	facts_release(&one);
	arena_release(&arena);
}

#define CHANGE(name, what) \
	static void name(struct fact_user *user, struct fact_asset *asset) \
	{ \
		(void)user; \
		(void)asset; \
		what; \
	}
CHANGE(email, user->email = "edith@t.example")
CHANGE(last_login, user->last_login++)
CHANGE(created, asset->created++)
CHANGE(refreshed, asset->refreshed++)
CHANGE(created_by, asset->created_by = "ada@t.example")
CHANGE(kind, asset->kind++)
CHANGE(updated, asset->updated++)
CHANGE(updated_by, asset->updated_by = "ada@t.example")

TEST(what_alone_differs_is_named)
{
	named(email, "user u-ed: its e-mail or last login");
	named(last_login, "user u-ed: its e-mail or last login");
	named(created, "asset a: its kind, or who made it");
	named(refreshed, "asset a: its kind, or who made it");
	named(created_by, "asset a: its kind, or who made it");
	named(kind, "asset a: its kind, or who made it");
	named(updated, "asset a: asset_name");
	named(updated_by, "asset a: asset_name");
}

RUN(CASE(what_alone_differs_is_named),
    CASE(rows_stand_in_the_order_of_the_sections),
    CASE(every_section_is_counted),
    CASE(the_pairs_are_all_that_differ_and_no_others),
    CASE(many_things_are_compared_once_each))
