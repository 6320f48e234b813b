/* check_test.c: the plan alone says the same as the run, and leaves nothing. */
#include "tests/action/verbs_world.h"

#include "action/run/run.h"
#include "model/workspace_file.h"

static void in_memory(const struct world *w, struct buf *out)
{
	buf_init(out, 1 << 24);
	workspace_write_json(out, &w->app.facts);
}

/* How many edits a role would be; -1: refused. */
static int role_edits(struct world *w, const char *user, const char *role)
{
	struct result result;
	struct batch batch;
	size_t edits;
	bool done;

	batch_init(&batch);
	assert_true(batch_addv(&batch, &w->err, "user", "role", user, role,
			       BATCH_END));
	done = batch_check(&w->app, &batch, &edits, &result, &w->err);
	if (done) {
		assert_non_null(result.message);
		assert_false(result.has_preview);
	}
	result_release(&result);
	batch_release(&batch);
	return done ? (int)edits : -1;
}

TEST(it_counts_what_would_change)
{
	struct buf before, after;
	struct world w;

	world_open(&w);
	in_memory(&w, &before);
	assert_int_equal(role_edits(&w, "u-ed", "viewer"), 1);
	assert_int_equal(role_edits(&w, "u-ed", "editor"), 0);
	assert_int_equal(role_edits(&w, "u-ada", "viewer"), 1);
	in_memory(&w, &after);
	assert_string_equal(buf_text(&after), buf_text(&before));
	buf_release(&before);
	buf_release(&after);
	world_close(&w);
}

/* One on top of the other: the second of two Admins is the last one. */
TEST(it_says_which_command_fails)
{
	struct buf before, after;
	struct result result;
	struct batch batch;
	struct world w;
	size_t edits;

	world_open(&w);
	in_memory(&w, &before);
	batch_init(&batch);
	assert_true(batch_addv(&batch, &w.err, "user", "role", "u-ed", "viewer",
			       BATCH_END));
	assert_true(batch_addv(&batch, &w.err, "user", "deactivate", "u-ben",
			       BATCH_END));
	assert_true(batch_addv(&batch, &w.err, "user", "deactivate", "u-ada",
			       BATCH_END));
	assert_false(batch_check(&w.app, &batch, &edits, &result, &w.err));
	assert_string_equal(w.err.code, "LAST_ADMIN");
	assert_int_equal(batch.failed, 2);
	in_memory(&w, &after);
	assert_string_equal(buf_text(&after), buf_text(&before));
	result_release(&result);
	batch_release(&batch);
	buf_release(&before);
	buf_release(&after);
	world_close(&w);
}

RUN(CASE(it_counts_what_would_change), CASE(it_says_which_command_fails))
