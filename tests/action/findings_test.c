/* findings_test.c: what wants a look, each kind made by hand, and over random workspaces
 * held against the plain engine. */
#include "tests/action/verbs_world.h"

#include "action/review/findings.h"
#include "tests/access/lab.h"

static bool found(struct world *w, const char *id)
{
	struct findings all;
	bool there = false;

	w->app.acting_as = NOBODY;
	assert_true(findings_find(&w->app, NULL, &all, &w->err));
	for (size_t i = 0; i < all.n; i++)
		there = there || strcmp(all.v[i].id, id) == 0;
	findings_release(&all);
	return there;
}

/* The deed makes it a finding, the way back makes it none. */
static void turns(struct world *w, const char *deed, const char *id, const char *back)
{
	if (found(w, id))
		fail_msg("%s before %s", id, deed);
	DO(w, "u-ada", deed, 0, "");
	if (!found(w, id))
		fail_msg("no %s after %s", id, deed);
	DO(w, "u-ada", back, 0, "");
	if (found(w, id))
		fail_msg("%s after %s", id, back);
}

TEST(each_kind_comes_and_goes)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project take-access q", 0, "");
	turns(&w, "project share-web q app_only", "PROJECT_ON_WEB:q",
	      "project share-web q none");
	turns(&w, "secret access a-all --add public", "ASSET_OPEN_TO_PUBLIC:a-all",
	      "secret access a-all --remove public");
	turns(&w, "user role u-ben editor", "SINGLE_ADMIN:u-ada", "user role u-ben admin");
	turns(&w, "user deactivate u-ed", "OWNER_DEACTIVATED:q", "user reactivate u-ed");
	turns(&w, "user deactivate u-ed", "OWNER_DEACTIVATED:arch", "undo");
	turns(&w, "user role u-ed viewer", "OWNER_HELD:q", "user role u-ed editor");
	turns(&w, "user role u-ed explorer", "OWNER_HELD:arch", "user role u-ed editor");
	turns(&w, "connection access a-in --remove g-in", "OWNER_HELD:p",
	      "connection access a-in --add g-in");
	turns(&w, "user edit u-eve --name ED", "SAME_NAME:u-eve:u-ed",
	      "user edit u-eve --name Eve");
	turns(&w, "connection access a-in --remove g-in",
	      "GRANT_ALWAYS_HELD:p:user:u-eve", "connection access a-in --add g-in");
	turns(&w, "project share q --user u-vic --level can_edit",
	      "GRANT_ALWAYS_HELD:q:user:u-vic", "project unshare q --user u-vic");
	world_close(&w);
}

/* By all that holds them, and by no state alone. */
TEST(an_owner_who_is_held)
{
	struct world w;
	struct findings all;
	const char *said = NULL;
	uint32_t who = NOBODY;

	world_open(&w);
	assert_false(found(&w, "OWNER_HELD:arch"));	/* it only reads */
	assert_false(found(&w, "OWNER_HELD:bin"));
	DO(&w, "u-ada", "connection access a-in --remove g-in", 0, "");
	DO(&w, "u-ada", "user role u-ed viewer", 0, "");
	w.app.acting_as = NOBODY;
	assert_true(findings_find(&w.app, NULL, &all, &w.err));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].id, "OWNER_HELD:p") == 0) {
			said = all.v[i].sentence;
			who = all.v[i].who;
			assert_string_equal(all.v[i].word[1], "fixes");
		}
	assert_non_null(said);
	assert_string_equal(said, "Ed, who owns Paper, is held at Can View by the role "
			    "Viewer and for lack of access to Vault.");
	assert_int_equal(who, facts_user(&w.app.facts, "u-ed"));
	findings_release(&all);
	assert_false(found(&w, "OWNER_HELD:bin"));	/* what is thrown away */
	/* Who left is another finding, and one alone. */
	DO(&w, "u-ada", "user deactivate u-ed", 0, "");
	assert_false(found(&w, "OWNER_HELD:p"));
	assert_true(found(&w, "OWNER_DEACTIVATED:p"));
	world_close(&w);
}

TEST(a_group_is_held_only_if_all_of_it_are)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project share p --group g-mix --level can_edit", 0, "");
	/* Ada is an Admin, and Eve has the asset. */
	assert_false(found(&w, "GRANT_ALWAYS_HELD:p:group:g-mix"));
	DO(&w, "u-ada", "group remove g-mix u-ada", 0, "");
	assert_false(found(&w, "GRANT_ALWAYS_HELD:p:group:g-mix"));
	DO(&w, "u-ada", "group remove g-mix u-eve", 0, "");
	assert_true(found(&w, "GRANT_ALWAYS_HELD:p:group:g-mix"));
	/* Nobody who is active: it reaches nobody, and holds nobody. */
	DO(&w, "u-ada", "group remove g-mix u-out u-vic u-gus", 0, "");
	assert_false(found(&w, "GRANT_ALWAYS_HELD:p:group:g-mix"));
	world_close(&w);
}

TEST(groups_that_give_nothing)
{
	struct world w;

	world_open(&w);
	assert_false(found(&w, "GROUP_WITHOUT_EFFECT:g-in"));	/* an asset */
	assert_false(found(&w, "GROUP_WITHOUT_EFFECT:g-mix"));	/* a grant */
	turns(&w, "connection access a-in --remove g-in", "GROUP_WITHOUT_EFFECT:g-in",
	      "connection access a-in --add g-in");
	world_close(&w);
}

TEST(projects_that_nobody_can_edit)
{
	struct world w;

	world_open(&w);
	assert_false(found(&w, "NO_EFFECTIVE_EDITOR:p"));
	assert_false(found(&w, "NO_EFFECTIVE_EDITOR:arch"));	/* as it was meant */
	turns(&w, "connection access a-in --remove g-in", "NO_EFFECTIVE_EDITOR:p",
	      "connection access a-in --add g-in");
	world_close(&w);
}

TEST(addresses_that_look_alike)
{
	struct world w;
	struct findings all;
	size_t n = 0;

	world_open(&w);
	DO(&w, "u-ada", "user add \xd0\xb5" "d@t.example --role viewer", 0, "");
	DO(&w, "u-ada", "user add bcn@t.example --role viewer", 0, "");
	DO(&w, "u-ada", "user add bc\xd0\xbf" "@t.example --role viewer", 0, "");
	w.app.acting_as = NOBODY;
	assert_true(findings_find(&w.app, NULL, &all, &w.err));
	for (size_t i = 0; i < all.n; i++)
		n += all.v[i].kind == FIND_LOOK_ALIKE;
	assert_int_equal(n, 2);
	findings_release(&all);
	world_close(&w);
}

TEST(new_since_a_revision_ends_with_1)
{
	struct world w;
	char line[80];
	int64_t then;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q", 0, "");
	DO(&w, "u-ada", "project share-web q can_view", 0, "");
	then = revision(&w);
	snprintf(line, sizeof(line), "access report --findings --since %d", (int)then);
	assert_int_equal(world_do(&w, "u-ada", line), 0);
	DO(&w, "u-ada", "secret access a-all --add public", 0, "");
	assert_int_equal(world_do(&w, "u-ada", line), 1);
	assert_non_null(strstr(buf_text(&w.result.text), "New: Everybody, Guests too"));
	assert_null(strstr(buf_text(&w.result.text), "New: Anybody with the link"));
	assert_int_equal(world_do(&w, "u-ada", "access report --findings"), 0);
	assert_null(strstr(buf_text(&w.result.text), "New:"));
	world_is_stored(&w);
	/* What went and came is not new. */
	DO(&w, "u-ada", "project share-web q none", 0, "");
	DO(&w, "u-ada", "project share-web q app_only", 0, "");
	DO(&w, "u-ada", "secret access a-all --remove public", 0, "");
	assert_int_equal(world_do(&w, "u-ada", line), 0);
	DO(&w, "u-ada", "access report --findings --since 999", 4, "NOT_FOUND");
	DO(&w, "u-ada", "access report --findings --since soon", 2, "BAD_VALUE");
	DO(&w, "u-ada", "access report --since 1", 2, "BAD_VALUE");
	DO(&w, "u-ada", "access report --findings --by user", 2, "BAD_VALUE");
	DO(&w, "u-max", "access report --findings", 3, "ROLE_NEEDED");
	world_is_stored(&w);
	world_close(&w);
}

static const struct noted *of_kind(const struct findings *all, enum finding_kind kind)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].kind == kind)
			return &all->v[i];
	return NULL;
}

/* A check that fails is new where it first failed since then, whatever it was that last
 * looked. */
TEST(a_check_that_fails)
{
	static const char answer[] = "{\"status\":\"fail\",\"reason\":\"auth-bad\","
		"\"checked\":\"2100-01-02T00:00:00Z\",\"since\":\"%s\",\"steps\":[{"
		"\"step\":\"auth\",\"status\":\"fail\",\"reason\":\"auth-bad\"}]}";
	struct check_note note = { .kind = "data_connection", .thing = "a-in",
				   .checked = 1, .status = "fail" };
	struct findings all;
	const struct noted *one;
	char text[400];
	struct world w;

	world_open(&w);
	w.app.checks = &note;
	w.app.n_checks = 1;
	note.answer = text;
	snprintf(text, sizeof(text), answer, "2000-01-01T00:00:00Z");
	assert_true(findings_find(&w.app, "1", &all, &w.err));
	one = of_kind(&all, FIND_CHECK_FAILED);
	assert_non_null(one);
	assert_string_equal(one->id, "CHECK_FAILED:a-in");
	assert_string_equal(one->word[0], "connection");
	assert_string_equal(one->word[1], "test");
	assert_non_null(strstr(one->sentence, "Vault fails its check: "));
	assert_false(one->fresh);
	findings_release(&all);
	snprintf(text, sizeof(text), answer, "2100-01-01T00:00:00Z");
	assert_true(findings_find(&w.app, "1", &all, &w.err));
	one = of_kind(&all, FIND_CHECK_FAILED);
	assert_non_null(one);
	assert_true(one->fresh);
	findings_release(&all);
	note.status = "ok";
	assert_true(findings_find(&w.app, NULL, &all, &w.err));
	assert_null(of_kind(&all, FIND_CHECK_FAILED));
	findings_release(&all);
	w.app.checks = NULL;
	w.app.n_checks = 0;
	world_close(&w);
}

TEST(nobody_who_is_active_is_an_Admin)
{
	struct world w;
	struct findings all;
	uint32_t ben;

	world_open(&w);
	ben = facts_user(&w.app.facts, "u-ben");
	w.app.facts.users[ben].active = false;
	w.app.facts.users[facts_user(&w.app.facts, "u-ada")].active = false;
	assert_true(findings_find(&w.app, NULL, &all, &w.err));
	assert_string_equal(all.v[0].id, "NO_ADMIN");
	assert_null(of_kind(&all, FIND_SINGLE_ADMIN));
	findings_release(&all);
	world_close(&w);
}

/* ---- held against the plain engine ------------------------------------------------------- */

static bool would_hold(const struct answer *a)
{
	for (uint32_t i = 0; i < a->n_limits; i++)
		if (a->limits[i].code != REASON_STATE_READ_ONLY)
			return false;
	return true;
}

/* Of the people whom it says: does one at least of those reached hold it? */
static bool always_held(const struct facts *facts, uint32_t project, bool *reaches)
{
	struct arena arena = { 0 };
	bool held = true, any = false;

	for (uint32_t u = 0; u < facts->n_users; u++) {
		struct answer a;

		if (!reaches[u])
			continue;
		access_decide(facts, u, project, &arena, &a);
		any = true;
		held = held && !would_hold(&a);
	}
	arena_release(&arena);
	return any && held;
}

static bool listed(const struct findings *all, const char *id)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->v[i].id, id) == 0)
			return true;
	return false;
}

static void grants_are_right(const struct facts *facts, const struct findings *all,
			     uint32_t project, size_t *n)
{
	const struct fact_project *p = &facts->projects[project];

	for (uint32_t i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];
		bool reaches[256] = { false };
		char id[200];

		if (grant->level < LEVEL_CAN_EDIT)
			continue;
		for (uint32_t u = 0; u < facts->n_users; u++)
			reaches[u] = facts->users[u].active && (grant->group ?
				numbers_has(&facts->groups[grant->who].members, u) :
				grant->who == u);
		snprintf(id, sizeof(id), "GRANT_ALWAYS_HELD:%s:%s:%s", p->id,
			 grant->group ? "group" : "user", grant->group ?
			 facts->groups[grant->who].id : facts->users[grant->who].id);
		assert_int_equal(listed(all, id),
				 always_held(facts, project, reaches));
		*n += listed(all, id);
	}
}

static void owner_is_right(const struct facts *facts, const struct findings *all,
			   uint32_t project, size_t *n)
{
	const struct fact_project *p = &facts->projects[project];
	struct arena arena = { 0 };
	struct answer a;
	char id[200];
	bool held;

	access_decide(facts, p->owner, project, &arena, &a);
	held = facts->users[p->owner].active && a.effective < LEVEL_FULL_ACCESS;
	snprintf(id, sizeof(id), "OWNER_HELD:%s", p->id);
	assert_int_equal(listed(all, id), held);
	*n += held;
	arena_release(&arena);
}

static void is_right(struct world *w, size_t *n_held, size_t *n_editors)
{
	const struct facts *facts = &w->app.facts;
	struct findings all;
	uint64_t digest = lab_digest(facts);

	assert_true(findings_find(&w->app, NULL, &all, &w->err));
	assert_true(facts->n_users < 256);
	for (uint32_t p = 0; p < facts->n_projects; p++) {
		struct arena arena = { 0 };
		bool editor = false;
		char id[200];

		if (facts->projects[p].state != STATE_ACTIVE)
			continue;
		for (uint32_t u = 0; u < facts->n_users; u++) {
			struct answer a;

			access_decide(facts, u, p, &arena, &a);
			editor = editor || a.effective >= LEVEL_CAN_EDIT;
		}
		snprintf(id, sizeof(id), "NO_EFFECTIVE_EDITOR:%s",
			 facts->projects[p].id);
		assert_int_equal(listed(&all, id), !editor);
		*n_editors += !editor;
		owner_is_right(facts, &all, p, n_held);
		grants_are_right(facts, &all, p, n_held);
		arena_release(&arena);
	}
	assert_int_equal(digest, lab_digest(facts));
	findings_release(&all);
}

TEST(they_are_what_the_plain_engine_says)
{
	struct chance chance = { 41 };
	size_t held = 0, nobody = 0;

	for (int i = 0; i < 60; i++) {
		struct world w;
		struct facts facts;
		struct buf text;

		lab_workspace(&facts, &chance);
		lab_as_file(&facts);
		buf_init(&text, 1 << 24);
		workspace_write_json(&text, &facts);
		facts_release(&facts);
		world_open_text(&w, buf_text(&text));
		buf_release(&text);
		is_right(&w, &held, &nobody);
		world_close(&w);
	}
	assert_true(held > 20);
	assert_true(nobody > 20);
}

RUN(CASE(each_kind_comes_and_goes), CASE(an_owner_who_is_held),
    CASE(a_group_is_held_only_if_all_of_it_are),
    CASE(groups_that_give_nothing), CASE(projects_that_nobody_can_edit),
    CASE(addresses_that_look_alike), CASE(a_check_that_fails),
    CASE(nobody_who_is_active_is_an_Admin), CASE(new_since_a_revision_ends_with_1),
    CASE(they_are_what_the_plain_engine_says))
