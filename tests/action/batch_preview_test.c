/* batch_preview_test.c: what the preview of a batch says is what running it does:
 * random commands, some at once, by Admins and by others, compared with every
 * answer of the engine before and after.  GATEHOUSE_COMMANDS: how many (make noise
 * takes 10,000); GATEHOUSE_SEED: where the dice begin. */
#include "tests/action/verbs_world.h"

#include "action/core/batch.h"
#include "action/run/run.h"
#include "model/kind.h"

enum { COMMANDS = 400, AT_ONCE = 4, A_WORLD = 60, LINE = 200 };

static uint64_t seed;

static size_t pick(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(seed >> 33) % n;
}

#define ONE(list) (list)[pick(COUNT_OF(list))]

/* ---- commands, of whom and what there is by now ------------------------------- */

static const char *const roles[] = { "admin", "manager", "editor", "explorer",
	"viewer", "guest" };
static const char *const levels[] = { "app_only", "can_view", "can_edit",
	"full_access" };

static const char *some_user(const struct facts *f)
{
	return f->users[pick(f->n_users)].id;
}

static const char *some_group(const struct facts *f)
{
	return f->groups[pick(f->n_groups)].id;
}

static const char *some_project(const struct facts *f)
{
	return f->projects[pick(f->n_projects)].id;
}

static void of_people(const struct facts *f, char out[LINE], unsigned serial)
{
	switch (pick(7)) {
	case 0:
		snprintf(out, LINE, "user role %s %s", some_user(f), ONE(roles));
		break;
	case 1:
		snprintf(out, LINE, "user add n%u@t.example --role %s", serial,
			 ONE(roles));
		break;
	case 2:
		snprintf(out, LINE, "user deactivate %s", some_user(f));
		break;
	case 3:
		snprintf(out, LINE, "user reactivate %s", some_user(f));
		break;
	case 4:
		snprintf(out, LINE, "group create G%u --user %s", serial,
			 some_user(f));
		break;
	case 5:
		snprintf(out, LINE, "group delete %s", some_group(f));
		break;
	default:
		snprintf(out, LINE, "group %s %s %s", pick(3) ? "add" : "remove",
			 some_group(f), some_user(f));
	}
}

static void of_sharing(const struct facts *f, char out[LINE])
{
	static const char *const link[] = { "none", "app_only", "can_view" };
	const char *project = some_project(f);

	switch (pick(6)) {
	case 0:
		snprintf(out, LINE, "project share %s --user %s --level %s",
			 project, some_user(f), ONE(levels));
		break;
	case 1:
		snprintf(out, LINE, "project share %s --group %s --level %s",
			 project, some_group(f), ONE(levels));
		break;
	case 2:
		snprintf(out, LINE, "project unshare %s --user %s", project,
			 some_user(f));
		break;
	case 3:
		snprintf(out, LINE, "project unshare %s --group %s", project,
			 some_group(f));
		break;
	case 4:
		snprintf(out, LINE, "project share-web %s %s", project, ONE(link));
		break;
	default:
		snprintf(out, LINE, "project share-workspace %s %s", project,
			 pick(3) ? ONE(levels) : "none");
	}
}

static void of_projects(const struct facts *f, char out[LINE], unsigned serial)
{
	static const char *const put[] = { "delete", "restore", "archive",
		"unarchive", "take-access", "duplicate" };

	switch (pick(4)) {
	case 0:
		snprintf(out, LINE, "project create P%u", serial);
		break;
	case 1:
		snprintf(out, LINE, "project transfer %s %s", some_project(f),
			 some_user(f));
		break;
	case 2:
		snprintf(out, LINE, "project %s %s", ONE(put), some_project(f));
		break;
	default:
		snprintf(out, LINE, "project %s %s --asset %s", pick(3) ?
			 "import" : "remove", some_project(f),
			 f->assets[pick(f->n_assets)].id);
	}
}

static void of_assets(const struct facts *f, char out[LINE], unsigned serial)
{
	static const char *const builtin[] = { "workspace", "workspace_guests",
		"public" };
	const struct fact_asset *asset = &f->assets[pick(f->n_assets)];
	const char *noun = kind_at(asset->kind)->noun;

	if (pick(12) == 0)
		snprintf(out, LINE, "secret create S%u", serial);
	else if (pick(20) == 0)
		snprintf(out, LINE, "%s delete %s", noun, asset->id);
	else if (pick(20) == 0)
		snprintf(out, LINE, "workspace set --share-to-web %s",
			 pick(2) ? "on" : "off");
	else
		snprintf(out, LINE, "%s access %s --%s %s", noun,
			 asset->id, pick(2) ? "add" : "remove",
			 pick(2) ? some_group(f) : ONE(builtin));
}

static void add_one(struct world *w, struct batch *batch, unsigned serial)
{
	const struct facts *f = &w->app.facts;
	char line[LINE], *word, *rest = line;
	const char *words[16];
	size_t n = 0;

	switch (pick(4)) {
	case 0:
		of_people(f, line, serial);
		break;
	case 1:
		of_projects(f, line, serial);
		break;
	case 2:
		of_assets(f, line, serial);
		break;
	default:
		of_sharing(f, line);
	}
	while ((word = strsep(&rest, " ")))
		words[n++] = word;
	if (!batch_add(batch, words, n, &w->err))
		fail_msg("%s ..: %s", words[0], w->err.text);
}

/* ---- what the engine answers ---------------------------------------------------- */

struct answers {
	struct arena arena;
	struct answer *v;
	uint32_t n_users, n_projects;
};

static void ask_all(const struct facts *f, struct answers *out)
{
	uint32_t u, p;

	memset(out, 0, sizeof(*out));
	out->n_users = f->n_users;
	out->n_projects = f->n_projects;
	out->v = arena_array(&out->arena, (size_t)(f->n_users + 1) *
			     f->n_projects, sizeof(*out->v));
	for (p = 0; p < f->n_projects; p++)
		for (u = 0; u <= f->n_users; u++)
			access_decide(f, u < f->n_users ? u : ANYONE, p,
				      &out->arena, &out->v[
				      (size_t)p * (f->n_users + 1) + u]);
}

static const struct answer *answer_of(const struct answers *all, uint32_t user,
				      uint32_t project)
{
	static const struct answer none;
	uint32_t u = user == ANYONE ? all->n_users : user;

	if (project >= all->n_projects || u > all->n_users ||
	    (user != ANYONE && user >= all->n_users))
		return &none;
	return &all->v[(size_t)project * (all->n_users + 1) + u];
}

static bool has_limit(const struct answer *a, const struct limit *limit)
{
	uint32_t i;

	for (i = 0; i < a->n_limits; i++)
		if (a->limits[i].code == limit->code &&
		    a->limits[i].asset == limit->asset)
			return true;
	return false;
}

static bool alike(const struct answer *a, const struct answer *b)
{
	uint32_t i;

	if (a->granted != b->granted || a->effective != b->effective ||
	    a->n_limits != b->n_limits)
		return false;
	for (i = 0; i < a->n_limits; i++)
		if (!has_limit(b, &a->limits[i]))
			return false;
	return true;
}

/* The preview lists each pair that has another answer, and no other. */
static void is_true(const struct preview *p, const struct answers *before,
		    const struct answers *after)
{
	uint64_t up = 0, down = 0, held = 0;
	uint32_t n = 0, project, u, user;

	for (project = 0; project < after->n_projects; project++)
		for (u = 0; u <= after->n_users; u++) {
			const struct answer *a, *b;

			user = u < after->n_users ? u : ANYONE;
			b = answer_of(before, user, project);
			a = answer_of(after, user, project);
			if (alike(a, b))
				continue;
			assert_true(n < p->n);
			assert_int_equal(p->changes[n].user, user);
			assert_int_equal(p->changes[n].project, project);
			assert_true(alike(&p->changes[n].before, b));
			assert_true(alike(&p->changes[n].after, a));
			n++;
			if (user == ANYONE)
				continue;
			up += a->effective > b->effective;
			down += a->effective < b->effective;
			held += a->granted > b->granted &&
				a->effective <= b->effective;
		}
	assert_int_equal(n, p->n);
	assert_int_equal(up, p->up);
	assert_int_equal(down, p->down);
	assert_int_equal(held, p->held);
}

static void same_warnings(const struct result *a, const struct result *b)
{
	size_t i;

	assert_int_equal(a->n_warnings, b->n_warnings);
	for (i = 0; i < a->n_warnings; i++) {
		assert_string_equal(a->warnings[i].code, b->warnings[i].code);
		assert_string_equal(a->warnings[i].text, b->warnings[i].text);
	}
}

/* ---- the test -------------------------------------------------------------------- */

/* Refused before is refused then, and nothing is written.  Of several faults the
 * run may name another one: it looks at the roles of all before it plans. */
static void is_refused(struct world *w, struct batch *batch,
		       const struct error *why)
{
	struct options opts = { .yes = true };
	int64_t was = revision(w);
	struct result result;

	assert_true(batch->failed < batch->n);
	assert_false(batch_run(&w->app, batch, &opts, &result, &w->err));
	assert_true(batch->failed < batch->n);
	if (batch->n == 1) {
		assert_string_equal(w->err.code, why->code);
		assert_string_equal(w->err.text, why->text);
	}
	assert_int_equal(revision(w), was);
	result_release(&result);
}

static void is_done(struct world *w, struct batch *batch,
		    const struct result *said, const struct answers *before)
{
	struct options opts = { .yes = true };
	struct answers after;
	struct result result;

	if (!batch_run(&w->app, batch, &opts, &result, &w->err))
		fail_msg("previewed and then: %s", w->err.text);
	ask_all(&w->app.facts, &after);
	is_true(&said->preview, before, &after);
	is_true(&result.preview, before, &after);
	same_warnings(said, &result);
	assert_int_equal(said->irreversible, result.irreversible);
	arena_release(&after.arena);
	result_release(&result);
}

/* How many commands were carried out. */
static size_t one_batch(struct world *w, unsigned serial)
{
	struct buf was, is;
	struct answers before;
	struct result said;
	struct batch batch;
	size_t n = 1 + (pick(2) ? 0 : pick(AT_ONCE)), i, done = 0;
	uint32_t as = pick(3) ? w->app.actor : (uint32_t)pick(
		w->app.facts.n_users);
	bool ok;

	w->app.acting_as = as == w->app.actor ||
		!w->app.facts.users[as].active ? NOBODY : as;
	batch_init(&batch);
	for (i = 0; i < n; i++)
		add_one(w, &batch, serial * AT_ONCE + (unsigned)i);
	world_write(&w->app.facts, &was);
	ask_all(&w->app.facts, &before);
	error_clear(&w->err);
	ok = batch_preview(&w->app, &batch, &said, &w->err);
	world_write(&w->app.facts, &is);
	assert_string_equal(buf_text(&was), buf_text(&is));
	if (ok) {
		is_done(w, &batch, &said, &before);
		done = n;
	} else {
		struct error why = w->err;

		is_refused(w, &batch, &why);
	}
	arena_release(&before.arena);
	result_release(&said);
	batch_release(&batch);
	buf_release(&was);
	buf_release(&is);
	return done;
}

static size_t number(const char *name, size_t otherwise)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

TEST(a_preview_is_what_the_batch_does)
{
	static const char fast[] = "/dev/shm";	/* many commits, each synced */
	size_t done = 0, tried = 0, wanted = number("GATEHOUSE_COMMANDS",
						    COMMANDS);
	struct world w;
	unsigned i;

	if (access(fast, W_OK) == 0)
		setenv("TMPDIR", fast, 0);
	seed = number("GATEHOUSE_SEED", 2026);
	print_message("# seed %llu\n", (unsigned long long)seed);
	while (done < wanted) {
		world_open(&w);
		for (i = 0; i < A_WORLD && done < wanted; i++, tried++)
			done += one_batch(&w, i);
		world_is_stored(&w);
		world_close(&w);
		assert_true(done * 10 > tried);	/* not all are refused */
	}
	print_message("# %zu commands in %zu batches, some refused\n", done,
		      tried);
}

RUN(CASE(a_preview_is_what_the_batch_does))
