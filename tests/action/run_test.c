/* run_test.c: a write happens whole, with its event, or not at all. */
#include "tests/action/verbs_world.h"

#include "action/run/allowed.h"
#include "model/workspace_file.h"
#include "store/store.h"

/* What is stored, byte for byte, read back by a connection of its own. */
static void stored(const struct world *w, struct buf *out)
{
	struct store *store;
	struct facts facts;
	struct error err;

	facts_init(&facts);
	store = store_open(w->app.store_path, STORE_READ, &err);
	assert_non_null(store);
	assert_true(store_load(store, &facts, &err));
	store_close(store);
	buf_init(out, 1 << 24);
	workspace_write_json(out, &facts);
	facts_release(&facts);
}

static void in_memory(const struct world *w, struct buf *out)
{
	buf_init(out, 1 << 24);
	workspace_write_json(out, &w->app.facts);
}

/* Memory and store say the same, and it is (or is not) what it was. */
static void same_as(struct world *w, const struct buf *before, bool same)
{
	struct buf store, memory;

	stored(w, &store);
	in_memory(w, &memory);
	assert_string_equal(buf_text(&store), buf_text(&memory));
	assert_int_equal(strcmp(buf_text(&store), buf_text(before)) == 0, same);
	buf_release(&store);
	buf_release(&memory);
}

TEST(a_write_is_one_event_and_ends_up_in_both)
{
	struct world w;
	struct buf before;
	struct event event;
	int64_t was;

	world_open(&w);
	stored(&w, &before);
	was = revision(&w);
	DO(&w, "u-ed", "project share q --user u-vic --user u-vin "
	   "--level can_view", 0, "");
	assert_int_equal(revision(&w), was + 1);
	assert_int_equal(w.app.facts.revision, was + 1);
	assert_int_equal(w.result.event, was + 1);
	assert_true(w.result.has_preview);
	assert_int_equal(w.result.preview.up, 2);
	same_as(&w, &before, false);
	assert_true(store_event(w.app.store, was + 1, &w.result.arena, &event,
				&w.err));
	assert_string_equal(event.actor, "ada@t.example");
	assert_string_equal(event.acting_as, "ed@t.example");
	assert_string_equal(event.verb, "project share");
	assert_non_null(strstr(event.edits, "\"grant_user\""));
	assert_non_null(strstr(event.edits, "u-vin"));
	buf_release(&before);
	world_close(&w);
}

TEST(a_refusal_leaves_no_trace)
{
	struct world w;
	struct buf before;
	int64_t was;

	world_open(&w);
	stored(&w, &before);
	was = revision(&w);
	/* the second one is refused, after the first was planned */
	DO(&w, "u-ed", "project share p --user u-vin --user u-out "
	   "--level can_edit", 5, "ASSET_MISSING");
	same_as(&w, &before, true);
	DO(&w, "u-ed", "group add g-in u-vic nobody", 3, "ROLE_NEEDED");
	DO(&w, "u-ada", "group add g-in u-vic nobody", 4, "NOT_FOUND");
	same_as(&w, &before, true);
	DO(&w, "u-vic", "project rename q X", 4, "NOT_FOUND");
	assert_int_equal(revision(&w), was);
	buf_release(&before);
	world_close(&w);
}

TEST(what_changes_nothing_is_no_event)
{
	struct world w;
	int64_t was;

	world_open(&w);
	was = revision(&w);
	DO(&w, "u-ada", "group add g-in u-ed", 0, "");
	assert_int_equal(revision(&w), was);
	assert_int_equal(w.result.event, 0);
	assert_non_null(strstr(w.result.message, "Nothing had to change"));
	world_close(&w);
}

TEST(a_dry_run_ends_as_the_run_would_and_does_nothing)
{
	struct world w;
	struct buf before;

	world_open(&w);
	stored(&w, &before);
	DO(&w, "u-ada", "group add g-in u-out --dry-run", 0, "");
	assert_true(w.result.has_preview);
	assert_int_equal(w.result.event, 0);
	same_as(&w, &before, true);
	DO(&w, "u-ed", "project share p --user u-out --level can_edit "
	   "--dry-run", 5, "ASSET_MISSING");
	same_as(&w, &before, true);
	DO(&w, "u-ed", "project create Fresh --dry-run", 0, "");
	assert_non_null(strstr(buf_text(&w.result.changes), "Fresh"));
	same_as(&w, &before, true);
	/* asks first: without a yes both end with 2 */
	DO(&w, "u-ed", "project transfer q u-gus", 2, "YES_NEEDED");
	same_as(&w, &before, true);
	DO(&w, "u-ed", "project transfer q u-gus --dry-run", 2, "YES_NEEDED");
	assert_true(w.result.has_preview);
	same_as(&w, &before, true);
	buf_release(&before);
	world_close(&w);
}

TEST(preview_and_run_say_the_same)
{
	static const char *const line[] = {
		"group add g-in u-out", "user role u-vin editor",
		"project import q --asset a-in", "group delete g-in --yes",
		"user deactivate u-eve" };
	struct world w;
	char preview[200];
	struct buf said;
	size_t i;

	for (i = 0; i < COUNT_OF(line); i++) {
		const char *who = i == 2 ? "u-ed" : "u-ada";

		world_open(&w);
		snprintf(preview, sizeof(preview), "access preview %s "
			 "--format json", line[i]);
		DO(&w, who, preview, 0, "");
		buf_init(&said, 1 << 20);
		buf_adds(&said, buf_text(&w.result.changes));
		assert_true(said.len > 20);
		snprintf(preview, sizeof(preview), "%s --format json", line[i]);
		DO(&w, who, preview, 0, "");
		assert_string_equal(buf_text(&w.result.changes),
				    buf_text(&said));
		buf_release(&said);
		world_close(&w);
	}
}

TEST(a_store_moved_on_is_read_again_before_deciding)
{
	struct world w, other;

	world_open(&w);
	memset(&other, 0, sizeof(other));
	app_init(&other.app, w.app.store_path);
	assert_true(app_open(&other.app, true, NULL, &other.err));
	DO(&other, "u-ed", "project share q --user u-vic --level can_view", 0,
	   "");
	/* w has not looked since; it may now not take away what is not there */
	DO(&w, "u-ada", "user role u-vic editor", 0, "");
	assert_int_equal(world_grant(&w, "u-vic", "q"), LEVEL_CAN_VIEW);
	result_release(&other.result);
	app_release(&other.app);
	world_close(&w);
}

TEST(who_may_write_at_all)
{
	const struct action *share = action_find("project", "share");
	struct world w;

	world_open(&w);
	assert_true(action_allowed(&w.app, share, &w.err));
	w.app.demo = false;
	w.app.acting_as = facts_user(&w.app.facts, "u-ed");
	assert_false(action_allowed(&w.app, share, &w.err));
	assert_string_equal(w.err.code, "ACTING_AS");
	w.app.acting_as = NOBODY;
	w.app.actor = NOBODY;
	w.app.actor_kind = ACTOR_OUTSIDER;
	assert_false(action_allowed(&w.app, share, &w.err));
	assert_string_equal(w.err.code, "NOT_LINKED");
	assert_non_null(strstr(w.err.remedy, "user edit EMAIL --unix-login"));
	assert_true(action_allowed(&w.app, action_find("access", "report"),
				   &w.err));
	w.app.actor_kind = ACTOR_OPERATOR;
	assert_true(action_allowed(&w.app, share, &w.err));
	assert_true(app_is_admin(&w.app));
	world_close(&w);
}

TEST(the_past_can_be_asked)
{
	struct world w;

	world_open(&w);
	DO(&w, "u-ed", "project share q --user u-vic --level can_view", 0, "");
	DO(&w, "u-ada", "group create Later", 0, "");
	DO(&w, "u-ada", "history Quiet", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_string_equal(w.result.cells[5], "project share");
	DO(&w, "u-ada", "history u-vic", 0, "");	/* by the edits */
	assert_int_equal(w.result.n_rows, 1);
	DO(&w, "u-ada", "history u-exp", 0, "");
	assert_int_equal(w.result.n_rows, 0);
	DO(&w, "u-ada", "history nothing-of-the-kind", 4, "NOT_FOUND");
	/* Whoever is no Admin: what they did themselves. */
	DO(&w, "u-ed", "history q", 0, "");
	DO(&w, "u-ada", "audit verify", 0, "");
	assert_string_equal(w.result.cells[1], "true");
	DO(&w, "u-ada", "audit export", 0, "");
	assert_int_equal(w.result.n_rows, 3);
	assert_string_equal(w.result.cells[0], "1");
	DO(&w, "u-ada", "audit list --limit 1", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_true(w.result.more);
	assert_string_equal(w.result.cells[5], "group create");
	DO(&w, "u-ada", "audit list --limit 5 --before 2", 0, "");
	assert_int_equal(w.result.n_rows, 1);
	assert_false(w.result.more);
	world_close(&w);
}

RUN(CASE(the_past_can_be_asked), CASE(a_write_is_one_event_and_ends_up_in_both),
    CASE(a_refusal_leaves_no_trace),
    CASE(what_changes_nothing_is_no_event),
    CASE(a_dry_run_ends_as_the_run_would_and_does_nothing),
    CASE(preview_and_run_say_the_same),
    CASE(a_store_moved_on_is_read_again_before_deciding),
    CASE(who_may_write_at_all))
