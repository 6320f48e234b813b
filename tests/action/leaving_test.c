/* leaving_test.c: the report of who leaves says all that moved: held against the edits of
 * the event, every pair of the plain engine, and what the event tells later; over random
 * workspaces with heirs of their own. */
#include "tests/action/verbs_world.h"

#include "access/rights.h"
#include "action/workspace/left_by.h"
#include "model/edit_past.h"
#include "tests/access/lab.h"

enum { WORLDS = 60, WORDS = 64 };

struct deed {
	const char *word[WORDS];
	int n;
	uint32_t leaver, *heir;		/* by project */
	char path[64];
};

/* ---- a deed ------------------------------------------------------------------------------ */

static uint32_t any_heir(const struct facts *facts, uint32_t p, uint32_t leaver,
			 struct chance *chance)
{
	uint32_t i, first = chance_below(chance, facts->n_users);
	struct bar bar;

	for (i = 0; i < facts->n_users; i++) {
		uint32_t user = (first + i) % facts->n_users;

		if (user != leaver && facts->users[user].active &&
		    right_to_own(facts, p, user, &bar))
			return user;
	}
	return NOBODY;
}

/* Who is there and owns something goes, if there is somebody but the first Admin. */
static uint32_t any_leaver(const struct facts *facts, struct chance *chance)
{
	uint32_t p = chance_below(chance, facts->n_projects), i;

	for (i = 0; i < facts->n_projects; i++, p = (p + 1) % facts->n_projects)
		if (!facts->projects[p].gone && facts->projects[p].owner != NOBODY &&
		    facts->projects[p].owner != 0 &&
		    facts->users[facts->projects[p].owner].active)
			return facts->projects[p].owner;
	return NOBODY;
}

static bool make_deed(struct world *w, struct chance *chance, struct arena *arena,
		      struct deed *deed)
{
	const struct facts *facts = &w->app.facts;
	uint32_t p;

	*deed = (struct deed){ .n = 0 };
	deed->leaver = any_leaver(facts, chance);
	if (deed->leaver == NOBODY)
		return false;
	deed->heir = arena_array(arena, facts->n_projects + 1, sizeof(*deed->heir));
	deed->word[deed->n++] = "user";
	deed->word[deed->n++] = "deactivate";
	deed->word[deed->n++] = arena_strdup(arena, facts->users[deed->leaver].id);
	for (p = 0; p < facts->n_projects; p++) {
		deed->heir[p] = NOBODY;
		if (facts->projects[p].gone || facts->projects[p].owner != deed->leaver ||
		    deed->n + 6 > WORDS || chance_one_in(chance, 4))
			continue;
		deed->heir[p] = any_heir(facts, p, deed->leaver, chance);
		if (deed->heir[p] == NOBODY)
			continue;
		deed->word[deed->n++] = "--heir";
		deed->word[deed->n++] = arena_printf(arena, "%s=%s", facts->projects[p].id,
						     facts->users[deed->heir[p]].id);
	}
	snprintf(deed->path, sizeof(deed->path), "/tmp/gatehouse-leaver-%ld",
		 (long)getpid());
	deed->word[deed->n++] = "--report";
	deed->word[deed->n++] = deed->path;
	return true;
}

static void run_deed(struct world *w, struct deed *deed)
{
	const struct action *action;
	struct arena arena = { 0 };
	struct options opts = { .format = FORMAT_TEXT, .yes = true };
	struct args args;
	bool good;

	if (w->has_result)
		result_release(&w->result);
	w->app.acting_as = NOBODY;
	error_clear(&w->err);
	good = args_parse(deed->n, deed->word, &arena, &action, &args, &opts, &w->err) &&
		action_run(&w->app, action, &args, &opts, &w->result, &w->err);
	w->has_result = true;
	if (!good)
		fail_msg("%s %s", w->err.code, w->err.text);
	arena_release(&arena);
}

/* Somebody asks for something here and there. */
static void ask_some(struct world *w, struct chance *chance)
{
	const struct facts *facts = &w->app.facts;
	char line[200];
	int i;

	for (i = 0; i < 12; i++) {
		uint32_t user = chance_below(chance, facts->n_users);
		uint32_t project = chance_below(chance, facts->n_projects);

		if (!facts->users[user].active || facts->projects[project].gone)
			continue;
		snprintf(line, sizeof(line), "access request %s %s",
			 facts->projects[project].id, chance_one_in(chance, 2) ?
			 "full_access" : "can_edit");
		(void)world_do(w, facts->users[user].id, line);
	}
	w->app.acting_as = NOBODY;
}

/* ---- held against it ------------------------------------------------------------------------ */

static const struct plan_row *row_of(const struct left *left, const char *what,
				     const char *change, const char *id, const char *field)
{
	for (size_t i = 0; i < left->n; i++) {
		const struct plan_row *row = &left->rows[i];

		if (strcmp(row->what, what) == 0 && strcmp(row->id, id) == 0 &&
		    (!change || strcmp(row->change, change) == 0) &&
		    (!field || (row->field && strcmp(row->field, field) == 0)))
			return row;
	}
	return NULL;
}

static size_t count_of(const struct left *left, const char *what, const char *change)
{
	size_t i, n = 0;

	for (i = 0; i < left->n; i++)
		n += strcmp(left->rows[i].what, what) == 0 &&
			(!change || strcmp(left->rows[i].change, change) == 0);
	return n;
}

static const struct plan_row *row_of_edit(const struct left *left,
					  const struct past_edit *one)
{
	switch (one->kind) {
	case EDIT_PROJECT_OWNER:
		return row_of(left, "project", "transfer", one->project, "owner");
	case EDIT_GRANT_USER:
		return row_of(left, "grant", one->before ? "change" : "add", one->project,
			      "level");
	case EDIT_USER_ACTIVE:
		return row_of(left, "user", "deactivate", one->user, "active");
	case EDIT_REQUEST_TYPE:
	case EDIT_REQUEST_CONFIG:
		return row_of(left, "request", NULL, one->request, NULL);
	default:
		return NULL;
	}
}

/* Each edit of the event has its row, each such row its edit; returns how many. */
static size_t edits_are_told(struct world *w, const struct left *left)
{
	struct arena arena = { 0 };
	struct event event;
	struct past past;
	size_t i, n = 0, kinds[EDIT_KINDS] = { 0 };

	assert_true(store_event(w->app.store, revision(w), &arena, &event, &w->err));
	assert_true(past_read(event.edits, &arena, &past));
	for (i = 0; i < past.n; i++) {
		const struct past_edit *one = &past.edits[i];
		const struct plan_row *row = row_of_edit(left, one);

		if (!row)
			fail_msg("no row of %s in %s", one->name, event.edits);
		if (one->kind == EDIT_PROJECT_OWNER)
			assert_string_equal(row->after, one->after_text);
		if (one->kind == EDIT_GRANT_USER)
			assert_string_equal(row->after, level_code((enum level)one->after));
		kinds[one->kind]++;
		n++;
	}
	assert_int_equal(count_of(left, "project", "transfer"), kinds[EDIT_PROJECT_OWNER]);
	assert_int_equal(count_of(left, "grant", "add") + count_of(left, "grant", "change"),
			 kinds[EDIT_GRANT_USER]);
	assert_int_equal(count_of(left, "user", NULL), kinds[EDIT_USER_ACTIVE]);
	assert_int_equal(count_of(left, "request", NULL), kinds[EDIT_REQUEST_TYPE]);
	arena_release(&arena);
	return n;
}

/* Each pair that moved has its row with both levels, and nothing else has one. */
static size_t pairs_are_told(const struct facts *facts, const struct answer *was,
			     const struct left *left)
{
	struct arena arena = { 0 };
	struct answer *now = lab_answers(facts, &arena);
	size_t n = 0, at;

	for (uint32_t p = 0; p < facts->n_projects; p++)
		for (uint32_t u = 0; u < facts->n_users; u++) {
			const struct plan_row *row;

			at = (size_t)p * (facts->n_users + 1) + u;
			if (facts->projects[p].gone ||
			    (was[at].effective == now[at].effective &&
			     was[at].granted == now[at].granted))
				continue;
			n++;
			row = row_of(left, "access", NULL, facts->projects[p].id,
				     facts->users[u].id);
			if (!row)
				fail_msg("no row of %s on %s", facts->users[u].id,
					 facts->projects[p].id);
			assert_string_equal(row->before, level_code(was[at].effective));
			assert_string_equal(row->after, level_code(now[at].effective));
		}
	assert_int_equal(count_of(left, "access", NULL), n);
	arena_release(&arena);
	return n;
}

/* What was written is, line for line, what the event tells. */
static void report_is(const struct deed *deed, const struct left *left)
{
	static char text[1 << 20];
	FILE *file = fopen(deed->path, "r");
	struct buf want;
	size_t i, n;

	assert_non_null(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	assert_int_equal(unlink(deed->path), 0);
	buf_init(&want, sizeof(text));
	for (i = 0; i < left->n; i++)
		buf_printf(&want, "%-7s  %-10s  %s\n", left->rows[i].what,
			   left->rows[i].change, left->rows[i].told);
	assert_non_null(strstr(text, "\n\n"));
	assert_string_equal(strstr(text, "\n\n") + 2, buf_text(&want));
	buf_release(&want);
}

TEST(the_report_is_all_that_moved)
{
	struct chance chance = { 7 };
	size_t deeds = 0, edits = 0, pairs = 0, asked = 0;

	for (int i = 0; i < WORLDS; i++) {
		struct world w;
		struct facts facts;
		struct buf text;
		struct arena arena = { 0 };
		struct deed deed;
		struct answer *was;
		struct left left;

		lab_workspace(&facts, &chance);
		lab_as_file(&facts);
		buf_init(&text, 1 << 24);
		workspace_write_json(&text, &facts);
		facts_release(&facts);
		world_open_text(&w, buf_text(&text));
		buf_release(&text);
		ask_some(&w, &chance);
		if (make_deed(&w, &chance, &arena, &deed)) {
			was = lab_answers(&w.app.facts, &arena);
			run_deed(&w, &deed);
			left = left_by_number(&w.app, revision(&w), &arena);
			if (w.result.event) {
				deeds++;
				edits += edits_are_told(&w, &left);
				pairs += pairs_are_told(&w.app.facts, was, &left);
				asked += count_of(&left, "request", NULL);
				report_is(&deed, &left);
			}
			(void)unlink(deed.path);
		}
		arena_release(&arena);
		world_close(&w);
	}
	assert_true(deeds > 20);
	assert_true(edits > 3 * deeds);
	assert_true(pairs > 5 * deeds);
	assert_true(asked > 3);
}

/* ---- who leaves is who does it ------------------------------------------------------------- */

/* With the eyes with which it began: an Admin's. */
TEST(who_goes_oneself_is_told_all_of_it)
{
	static const char *const deeds[] = {
		"user deactivate u-ada --transfer-to u-max --dry-run --yes",
		"user role u-ada viewer --dry-run --yes"
	};
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q", 0, "");
	DO(&w, "u-ada", "project take-access p", 0, "");
	DO(&w, "u-ada", "project transfer q u-ada", 0, "");
	DO(&w, "u-ada", "project unshare q --user u-max", 0, "");
	for (size_t i = 0; i < COUNT_OF(deeds); i++) {
		DO(&w, "u-ada", deeds[i], 0, "");
		assert_null(strstr(w.result.message, "somebody"));
		assert_null(strstr(buf_text(&w.result.changes), "may not see"));
		assert_null(strstr(buf_text(&w.result.changes), "somebody"));
		assert_null(strstr(buf_text(&w.result.text), "may not see"));
		assert_non_null(strstr(buf_text(&w.result.changes), "Paper"));
		assert_null(w.app.reads_then);
	}
	DO(&w, "u-ada", deeds[0], 0, "");
	assert_non_null(strstr(w.result.message, "Handed over to Max: Quiet"));
	assert_non_null(world_warning(&w, "SELF_DEACTIVATION"));
	DO(&w, "u-ada", "user deactivate u-ada --transfer-to u-max", 2, "YES_NEEDED");
	/* Whoever never read everything does not by a plan. */
	DO(&w, "u-eve", "project share q --user u-vin --level can_view", 0, "");
	assert_null(w.app.reads_then);
	/* Once it is done, it is so. */
	DO(&w, "u-ada", "user deactivate u-ada --transfer-to u-max --yes", 0, "");
	assert_null(w.app.reads_then);
	w.app.acting_as = facts_user(&w.app.facts, "u-ada");
	assert_false(app_reads_all(&w.app));
	world_close(&w);
}

/* ---- who left before ------------------------------------------------------------------------ */

static void file_says(const char *path, const char *text, bool there)
{
	char all[4096];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	all[fread(all, 1, sizeof(all) - 1, file)] = '\0';
	fclose(file);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(strstr(all, text) != NULL, there);
}

/* They do not leave again, and what is not written is said. */
TEST(who_left_before_leaves_nothing_twice)
{
	char path[64], line[256];
	struct world w;

	snprintf(path, sizeof(path), "/tmp/gatehouse-left-%ld", (long)getpid());
	(void)unlink(path);
	world_open(&w);
	snprintf(line, sizeof(line), "user deactivate u-ed --report %s --yes", path);
	DO(&w, "u-ada", line, 0, "");
	file_says(path, "Ed <ed@t.example> leaves\n", true);
	DO(&w, "u-ada", line, 0, "");
	assert_int_not_equal(access(path, F_OK), 0);
	assert_non_null(world_warning(&w, "NO_REPORT"));
	assert_string_equal(w.result.message, "Nothing had to change: Ed is deactivated "
			    "already.");
	snprintf(line, sizeof(line), "user deactivate u-ed --heir q=u-max --report %s "
		 "--dry-run", path);
	DO(&w, "u-ada", line, 0, "");
	assert_string_equal(w.result.message, "Ed is deactivated already. Handed over to "
			    "Max: Quiet.");
	snprintf(line, sizeof(line), "user deactivate u-ed --heir q=u-max --report %s --yes",
		 path);
	DO(&w, "u-ada", line, 0, "");
	assert_null(world_warning(&w, "NO_REPORT"));
	file_says(path, "Ed <ed@t.example> has left before\n", true);
	world_close(&w);
}

/* ---- many at once --------------------------------------------------------------------------- */

/* What n people cost who leave together: bytes of a dry run, and of a look that nobody
 * reads the rows of. */
static size_t bytes_of(size_t n, bool looked)
{
	const struct action *action = action_find("user", "deactivate");
	struct options opts = { .yes = true, .dry_run = true, .format = FORMAT_TEXT };
	struct batch batch;
	struct world w;
	struct buf text;
	size_t i, edits, bytes;

	buf_init(&text, 1 << 20);
	buf_adds(&text, "{\"format\":\"gatehouse-workspace\",\"version\":1,\"workspace\":{"
		 "\"name\":\"T\",\"plan\":\"enterprise\",\"settings\":{}},\"users\":["
		 "{\"id\":\"u-ada\",\"email\":\"ada@t.example\",\"role\":\"admin\"}");
	for (i = 0; i < 80; i++)
		buf_printf(&text, ",{\"id\":\"u-%zu\",\"email\":\"u%zu@t.example\","
			   "\"role\":\"editor\"}", i, i);
	buf_adds(&text, "],\"projects\":[");
	for (i = 0; i < 40; i++)
		buf_printf(&text, "%s{\"id\":\"p-%zu\",\"title\":\"P%zu\",\"owner\":"
			   "\"u-ada\",\"workspace\":\"can_view\"}", i ? "," : "", i, i);
	buf_adds(&text, "]}");
	world_open_text(&w, buf_text(&text));
	buf_release(&text);
	w.app.acting_as = facts_user(&w.app.facts, "u-ada");
	batch_init(&batch);
	for (i = 0; i < n; i++) {
		const char *id = arena_printf(&batch.arena, "u-%zu", i);
		struct batch_command command = { .action = action };

		command.args.of[0] = (struct arg){ &id, 1 };
		batch_copy(&batch, &command, 1);
	}
	if (looked)
		assert_true(batch_check(&w.app, &batch, &edits, &w.result, &w.err));
	else
		assert_true(batch_run(&w.app, &batch, &opts, &w.result, &w.err));
	bytes = w.result.arena.used;
	w.has_result = true;
	batch_release(&batch);
	world_close(&w);
	return bytes;
}

/* Four times as many people do not cost sixteen times as much. */
TEST(many_at_once_cost_as_many)
{
	assert_true(bytes_of(80, false) < 5 * bytes_of(20, false));
	assert_true(bytes_of(80, true) < bytes_of(80, false) / 5);
}

RUN(CASE(the_report_is_all_that_moved), CASE(who_goes_oneself_is_told_all_of_it),
    CASE(who_left_before_leaves_nothing_twice), CASE(many_at_once_cost_as_many))
