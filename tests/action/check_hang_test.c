/* check_hang_test.c: checks whose look-up never comes back: those who wait for them go on
 * at once, and a deadline says what hung. */
#include "tests/action/vault_world.h"

#include <errno.h>
#include <poll.h>
#include <sys/wait.h>

#include "action/check/checking.h"
#include "model/check/check_reason.h"
#include "post/post.h"

enum { ALL = CHECKING_AT_ONCE + 5, LONG = 60000 /* ms */, TURNS = 100000 };

static void open_with_all(struct vault_world *w)
{
	static char path[4096];
	char line[128];
	int i;

	snprintf(path, sizeof(path), "%s/tests/courier/deaf", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder("/nonexistent");	/* what is saved is checked */
	vault_world_open(w);
	vault_world_as(w, "ada");
	for (i = 0; i < ALL; i++) {
		snprintf(line, sizeof(line), "connection create C%d --type postgres --field host="
			 "db%d.example --field database=d --field username=u", i, i);
		VAULT(w, line, 0, "");
	}
	post_folder(path);
}

static void begin(struct vault_world *w, struct checking *checking, size_t n, int64_t ms)
{
	struct check_subject all[ALL];
	uint32_t a, found = 0;
	const struct seen *seen = app_seen(&w->app);

	for (a = 0; a < seen_n_assets(seen) && found < n; a++)
		if (strcmp(seen_asset(seen, a)->type, "postgres") == 0)
			all[found++] = (struct check_subject){ OF_ASSET, a };
	assert_int_equal(found, n);
	assert_true(checking_begin(checking, &w->app, all, n, false, ms, &w->err));
}

static size_t looking_up(const struct checking *checking)
{
	size_t i, n = 0;

	for (i = 0; i < checking->n; i++)
		n += checking->v[i].check.n_steps && checking->v[i].check.steps[0].begun &&
			!checking->v[i].check.done;
	return n;
}

/* Until so many hang; each turn is one of the loop's: it starts one at most. */
static void until_they_hang(struct checking *checking, size_t most)
{
	size_t turn, running = 0, before;

	for (turn = 0; looking_up(checking) < most && turn < TURNS; turn++) {
		size_t i;

		before = running;
		if (!checking_step(checking))
			checking_wait(checking);
		for (running = i = 0; i < checking->n; i++)
			running += checking->v[i].post != NULL;
		assert_true(running <= before + 1 && running <= CHECKING_AT_ONCE);
	}
	assert_int_equal(looking_up(checking), most);
}

TEST(a_key_that_cancels_has_its_way_at_once)
{
	struct vault_world w;
	struct checking checking;
	size_t i;

	open_with_all(&w);
	begin(&w, &checking, ALL, LONG);
	until_they_hang(&checking, CHECKING_AT_ONCE);
	assert_false(checking_step(&checking));		/* nothing more comes */
	assert_false(checking_over(&checking));
	/* One call, and it is over: no turn of the loop, no line, no deadline is awaited. */
	checking_cancel(&checking);
	assert_true(checking_over(&checking));
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
	for (i = 0; i < checking.n; i++) {
		assert_true(checking.v[i].cancelled);
		assert_null(checking.v[i].post);
	}
	/* What was cancelled is no result. */
	assert_true(checking_keep(&checking, &w.err));
	assert_int_equal(w.app.n_checks, 0);
	checking_release(&checking);
	vault_world_close(&w);
}

TEST(a_deadline_ends_it_and_says_what_hung)
{
	struct vault_world w;
	struct checking checking;
	const struct check_step *step;

	open_with_all(&w);
	begin(&w, &checking, 1, LONG);
	until_they_hang(&checking, 1);
	checking_release(&checking);		/* that, too, ends it */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	begin(&w, &checking, 3, 1000);
	while (!checking_over(&checking))
		if (!checking_step(&checking))
			checking_wait(&checking);
	step = &checking.v[2].check.steps[0];
	assert_string_equal(step->step, "dns");
	assert_string_equal(step->reason, "timeout");
	assert_non_null(strstr(step->fix, "name servers"));
	assert_non_null(strstr(step->fix, ".example"));
	assert_string_equal(checking.v[2].check.reason, "timeout");
	assert_int_equal(checking.v[2].check.steps[1].status, CHECK_SKIP);
	assert_true(checking_keep(&checking, &w.err));
	assert_int_equal(w.app.n_checks, 3);
	checking_release(&checking);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	vault_world_close(&w);
}

RUN(CASE(a_key_that_cancels_has_its_way_at_once),
    CASE(a_deadline_ends_it_and_says_what_hung))
