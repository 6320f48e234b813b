/* batch_test.c: several writes as one, and what-if on top of the store. */
#include "tests/action/verbs_world.h"

#include "action/core/batch.h"
#include "action/run/run.h"
#include "action/run/what_if.h"
#include "model/workspace_file.h"
#include "store/store.h"

static void in_memory(const struct world *w, struct buf *out)
{
	buf_init(out, 1 << 24);
	workspace_write_json(out, &w->app.facts);
}

static void same(const struct world *w, const struct buf *before, bool is)
{
	struct buf now;

	in_memory(w, &now);
	assert_int_equal(strcmp(buf_text(&now), buf_text(before)) == 0, is);
	buf_release(&now);
}

/* Ed is let in to a project and its level raised again by the group. */
static void two_steps(struct batch *batch, struct error *err)
{
	batch_init(batch);
	assert_true(batch_addv(batch, err, "connection", "access", "a-in",
			       "--add", "g-mix", BATCH_END));
	assert_true(batch_addv(batch, err, "project", "share", "q", "--group",
			       "g-mix", "--level", "can_edit", BATCH_END));
}

TEST(a_batch_is_one_event)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct event event;
	struct result result;
	int64_t was;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	was = revision(&w);
	two_steps(&batch, &w.err);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	assert_int_equal(revision(&w), was + 1);
	assert_true(store_event(w.app.store, was + 1, &result.arena, &event,
				&w.err));
	assert_string_equal(event.verb, "connection access");
	assert_non_null(strstr(event.edits, "\"asset_group\""));
	assert_non_null(strstr(event.edits, "\"grant_group\""));
	result_release(&result);
	batch_release(&batch);
	world_close(&w);
}

TEST(a_batch_that_fails_at_its_end_changes_nothing)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;
	struct buf before;
	int64_t was;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	in_memory(&w, &before);
	was = revision(&w);
	two_steps(&batch, &w.err);
	assert_true(batch_addv(&batch, &w.err, "user", "role", "nobody@x",
			       "viewer", BATCH_END));
	assert_false(batch_run(&w.app, &batch, &opts, &result, &w.err));
	assert_int_equal(batch.failed, 2);
	assert_int_equal(w.err.kind, ERROR_NOT_FOUND);
	assert_int_equal(revision(&w), was);
	same(&w, &before, true);
	result_release(&result);
	buf_release(&before);
	batch_release(&batch);
	world_close(&w);
}

TEST(a_batch_of_old_facts_is_stale)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	two_steps(&batch, &w.err);
	batch.revision = w.app.facts.revision;
	DO(&w, "u-ada", "group rename g-mix Mixed", 0, "");
	assert_false(batch_run(&w.app, &batch, &opts, &result, &w.err));
	assert_string_equal(w.err.code, "STALE");
	result_release(&result);
	batch.revision = w.app.facts.revision;
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	result_release(&result);
	batch_release(&batch);
	world_close(&w);
}

TEST(what_if_shows_without_writing_and_applies_as_one_event)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;
	struct event event;
	struct buf before;
	uint64_t up;
	int64_t was;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	in_memory(&w, &before);
	was = revision(&w);
	what_if_begin(&w.app);
	two_steps(&batch, &w.err);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	up = result.preview.up;
	assert_true(up > 0);
	result_release(&result);
	assert_int_equal(revision(&w), was);
	same(&w, &before, false);
	assert_int_equal(what_if_count(&w.app), 2);
	assert_int_equal(what_if_changes(&w.app)->up, up);

	/* The store moves below it. */
	w.app.facts.revision = 0;
	assert_true(app_refresh(&w.app, NULL, &w.err));
	assert_null(what_if_lost(&w.app));
	same(&w, &before, false);
	assert_int_equal(what_if_changes(&w.app)->up, up);

	assert_true(what_if_undo(&w.app));
	assert_false(what_if_undo(&w.app));
	same(&w, &before, true);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	result_release(&result);
	assert_true(what_if_commit(&w.app, &result, &w.err));
	assert_false(what_if_on(&w.app));
	assert_int_equal(revision(&w), was + 1);
	assert_true(store_event(w.app.store, was + 1, &result.arena, &event,
				&w.err));
	assert_string_equal(event.verb, "what-if");
	result_release(&result);
	buf_release(&before);
	batch_release(&batch);
	world_close(&w);
}

TEST(what_if_dropped_leaves_no_trace)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;
	struct buf before;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	in_memory(&w, &before);
	what_if_begin(&w.app);
	two_steps(&batch, &w.err);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	result_release(&result);
	what_if_drop(&w.app);
	same(&w, &before, true);
	buf_release(&before);
	batch_release(&batch);
	world_close(&w);
}

/* As a key of the console does it: one action, no words. */
TEST(a_single_action_is_kept_by_what_if_too)
{
	struct world w;
	struct result result;
	struct event event;
	const struct batch_command *command;
	int64_t was;

	world_open(&w);
	was = revision(&w);
	what_if_begin(&w.app);
	DO(&w, "u-ada", "user edit u-vic --name Victor", 0, "");
	assert_int_equal(what_if_count(&w.app), 1);
	command = what_if_command(&w.app, 0);
	assert_int_equal(command->n, 5);
	assert_string_equal(command->word[0], "user");
	assert_string_equal(command->word[2], "u-vic");
	assert_string_equal(command->word[3], "--name");
	assert_string_equal(command->word[4], "Victor");
	assert_int_equal(revision(&w), was);

	/* The store moves below it. */
	w.app.facts.revision = 0;
	assert_true(app_refresh(&w.app, NULL, &w.err));
	assert_string_equal(facts_user_name(&w.app.facts, facts_user(
		&w.app.facts, "u-vic")), "Victor");
	assert_true(what_if_commit(&w.app, &result, &w.err));
	assert_int_equal(revision(&w), was + 1);
	assert_true(store_event(w.app.store, was + 1, &result.arena, &event,
				&w.err));
	assert_non_null(strstr(event.edits, "Victor"));
	result_release(&result);
	world_close(&w);
}

TEST(what_if_takes_back_what_was_added_together)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;
	struct buf before;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	in_memory(&w, &before);
	what_if_begin(&w.app);
	two_steps(&batch, &w.err);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	result_release(&result);
	DO(&w, "u-ada", "group rename g-mix Mixed", 0, "");
	assert_int_equal(what_if_count(&w.app), 3);
	assert_true(what_if_undo(&w.app));
	assert_int_equal(what_if_count(&w.app), 2);
	same(&w, &before, false);
	assert_true(what_if_undo(&w.app));
	assert_int_equal(what_if_count(&w.app), 0);
	same(&w, &before, true);
	buf_release(&before);
	batch_release(&batch);
	world_close(&w);
}

TEST(what_the_store_no_longer_allows_falls_away_and_is_told)
{
	struct world w;
	const char *lost;

	world_open(&w);
	what_if_begin(&w.app);
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	DO(&w, "u-ada", "user edit u-vin --name Vincent", 0, "");
	assert_int_equal(what_if_count(&w.app), 2);
	what_if_forget(&w.app);		/* then the facts are others */
	facts_release(&w.app.facts);
	facts_init(&w.app.facts);
	assert_true(store_load(w.app.store, &w.app.facts, &w.err));
	strmap_remove(&w.app.facts.user_ids, "u-vic");
	what_if_replay(&w.app);
	assert_int_equal(what_if_count(&w.app), 1);
	lost = what_if_lost(&w.app);
	assert_non_null(lost);
	assert_non_null(strstr(lost, "user role"));
	assert_null(what_if_lost(&w.app));
	world_close(&w);
}

/* A load that fails leaves facts on which nothing of it stands. */
TEST(what_if_outlives_facts_that_could_not_be_loaded)
{
	struct world w;

	world_open(&w);
	what_if_begin(&w.app);
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	DO(&w, "u-ada", "group create More", 0, "");
	what_if_forget(&w.app);
	facts_release(&w.app.facts);
	facts_init(&w.app.facts);
	w.app.actor = w.app.acting_as = NOBODY;
	assert_int_equal(what_if_changes(&w.app)->n, 0);
	assert_true(what_if_undo(&w.app));
	assert_int_equal(what_if_count(&w.app), 1);
	assert_true(app_refresh(&w.app, NULL, &w.err));
	assert_int_equal(what_if_count(&w.app), 1);
	assert_int_equal(w.app.facts.users[facts_user(&w.app.facts, "u-vic")]
			 .role, ROLE_EDITOR);
	what_if_drop(&w.app);
	assert_int_equal(w.app.facts.users[facts_user(&w.app.facts, "u-vic")]
			 .role, ROLE_VIEWER);
	world_close(&w);
}

TEST(a_preview_of_a_batch_is_what_running_it_does)
{
	struct world w;
	struct batch batch;
	struct options opts = { .yes = true };
	struct result result;
	struct buf before;
	uint64_t up;
	uint32_t n;

	world_open(&w);
	DO(&w, "u-ada", "project take-access q --yes", 0, "");
	in_memory(&w, &before);
	two_steps(&batch, &w.err);
	assert_true(batch_preview(&w.app, &batch, &result, &w.err));
	up = result.preview.up;
	n = result.preview.n;
	assert_true(n > 0);
	result_release(&result);
	same(&w, &before, true);
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	assert_int_equal(result.preview.up, up);
	assert_int_equal(result.preview.n, n);
	result_release(&result);
	buf_release(&before);
	batch_release(&batch);
	world_close(&w);
}

/* What is tried outlives the words it was asked in; aside the facts are the
 * store's, and back they are what is tried. */
TEST(what_if_can_be_set_aside)
{
	struct options opts = { .yes = true };
	struct buf saved, tried;
	struct result result;
	struct batch batch;
	struct world w;

	world_open(&w);
	in_memory(&w, &saved);
	what_if_begin(&w.app);
	assert_int_equal(what_if_steps(&w.app), 0);
	batch_init(&batch);
	assert_true(batch_addv(&batch, &w.err, "group", "create", "Newcomers",
			       BATCH_END));
	assert_true(batch_addv(&batch, &w.err, "group", "create", "Leavers",
			       BATCH_END));
	assert_true(batch_run(&w.app, &batch, &opts, &result, &w.err));
	result_release(&result);
	memset((char *)(uintptr_t)batch.v[0].args.of[0].v[0], '?', 9);
	batch_release(&batch);
	in_memory(&w, &tried);
	assert_non_null(strstr(buf_text(&tried), "Newcomers"));
	assert_int_equal(what_if_steps(&w.app), 1);
	assert_int_equal(what_if_step(&w.app, 0).first, 0);
	assert_int_equal(what_if_step(&w.app, 0).n, 2);
	assert_non_null(strstr(what_if_step(&w.app, 0).message, "Newcomers"));
	what_if_aside(&w.app);
	same(&w, &saved, true);
	what_if_back(&w.app);
	same(&w, &tried, true);
	what_if_drop(&w.app);
	same(&w, &saved, true);
	buf_release(&saved);
	buf_release(&tried);
	world_close(&w);
}

static size_t asset_warnings(struct world *w, size_t commands)
{
	struct batch batch;
	struct result result;
	size_t i, n = 0;

	batch_init(&batch);
	assert_true(batch_addv(&batch, &w->err, "project", "share", "p",
			       "--group", "g-mix", "--level", "can_edit",
			       BATCH_END));
	assert_true(batch_addv(&batch, &w->err, "connection", "access", "a-in",
			       "--add", "g-mix", BATCH_END));
	batch.n = commands;
	assert_true(batch_preview(&w->app, &batch, &result, &w->err));
	for (i = 0; i < result.n_warnings; i++)
		n += strcmp(result.warnings[i].code, "ASSET_MISSING") == 0;
	batch.n = 2;
	result_release(&result);
	batch_release(&batch);
	return n;
}

/* The first step alone holds people; the second gives them the asset. */
TEST(a_batch_warns_of_what_holds_after_all_of_it)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ada", "project take-access p --yes", 0, "");
	assert_int_equal(asset_warnings(&w, 1), 1);
	assert_int_equal(asset_warnings(&w, 2), 0);
	world_close(&w);
}

/* What stands in the file; "" where there is none.  It is removed. */
static void taken_from(const char *path, char text[2048])
{
	FILE *file = fopen(path, "r");
	size_t n = file ? fread(text, 1, 2047, file) : 0;

	text[n] = '\0';
	if (file) {
		fclose(file);
		assert_int_equal(remove(path), 0);
	}
}

static void two_leave(struct world *w, const char *first, const char *second)
{
	struct options opts = { .yes = true };
	struct batch batch;
	struct result result;

	what_if_begin(&w->app);
	batch_init(&batch);
	assert_true(batch_addv(&batch, &w->err, "user", "deactivate", "u-ed", "--report",
			       first, BATCH_END));
	assert_true(batch_run(&w->app, &batch, &opts, &result, &w->err));
	result_release(&result);
	batch_release(&batch);
	batch_init(&batch);
	assert_true(batch_addv(&batch, &w->err, "user", "deactivate", "u-out", "--report",
			       second, BATCH_END));
	assert_true(batch_run(&w->app, &batch, &opts, &result, &w->err));
	result_release(&result);
	batch_release(&batch);
}

TEST(each_who_leaves_has_a_report_of_their_own)
{
	struct world w;
	struct result result;
	char first[1100], second[1100], text[2048];

	world_open(&w);
	snprintf(first, sizeof(first), "%s.first", store_path(w.app.store));
	snprintf(second, sizeof(second), "%s.second", store_path(w.app.store));
	two_leave(&w, first, second);
	assert_true(what_if_commit(&w.app, &result, &w.err));
	result_release(&result);
	taken_from(first, text);
	assert_non_null(strstr(text, "Ed <ed@t.example> leaves"));
	assert_non_null(strstr(text, "Paper stays with Ed"));
	assert_null(strstr(text, "Mix"));
	taken_from(second, text);
	assert_non_null(strstr(text, "Otto <out@t.example> leaves"));
	assert_non_null(strstr(text, "Mix"));
	assert_null(strstr(text, "Paper stays with Ed"));
	world_close(&w);
}

TEST(no_report_stays_of_what_was_not_done)
{
	struct world w;
	struct result result;
	char first[1100], text[2048];

	world_open(&w);
	snprintf(first, sizeof(first), "%s.first", store_path(w.app.store));
	two_leave(&w, first, first);
	assert_false(what_if_commit(&w.app, &result, &w.err));
	assert_string_equal(w.err.code, "TWICE");
	assert_string_equal(w.err.field, "report");
	result_release(&result);
	what_if_drop(&w.app);
	/* By another name: it is seen when it is written. */
	snprintf(text, sizeof(text), "%.*s/.%s", (int)(strrchr(first, '/') - first), first,
		 strrchr(first, '/'));
	error_clear(&w.err);
	two_leave(&w, text, first);
	assert_false(what_if_commit(&w.app, &result, &w.err));
	assert_string_equal(w.err.code, "FILE_EXISTS");
	result_release(&result);
	what_if_drop(&w.app);
	taken_from(first, text);
	assert_string_equal(text, "");
	assert_true(w.app.facts.users[facts_user(&w.app.facts, "u-ed")].active);
	world_close(&w);
}

RUN(CASE(a_batch_is_one_event),
    CASE(a_batch_warns_of_what_holds_after_all_of_it),
    CASE(a_batch_that_fails_at_its_end_changes_nothing),
    CASE(a_batch_of_old_facts_is_stale),
    CASE(what_if_shows_without_writing_and_applies_as_one_event),
    CASE(what_if_dropped_leaves_no_trace),
    CASE(what_if_can_be_set_aside),
    CASE(each_who_leaves_has_a_report_of_their_own),
    CASE(no_report_stays_of_what_was_not_done),
    CASE(a_single_action_is_kept_by_what_if_too),
    CASE(what_if_takes_back_what_was_added_together),
    CASE(what_the_store_no_longer_allows_falls_away_and_is_told),
    CASE(what_if_outlives_facts_that_could_not_be_loaded),
    CASE(a_preview_of_a_batch_is_what_running_it_does))
