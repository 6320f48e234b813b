/* play_test.c: a scenario is walked through, and back again to the very bytes. */
#include "tests/action/verbs_world.h"

#include <stdlib.h>

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "action/scenario/play.h"
#include "store/store.h"

static struct app app;
static struct error err;

static void begin(const char *name)
{
	error_clear(&err);
	app_init(&app, NULL);
	if (!demo_open(&app, name, NULL, &err))
		fail_msg("%s", err.text);
}

static void end(void)
{
	demo_discard(&app);
	app_release(&app);
}

/* The hash of the last event stands for all of them and what they hold. */
static void hash(char out[128])
{
	struct arena arena = { 0 };
	struct event event;
	int64_t seq;

	assert_true(store_revision(app.store, &seq, &err));
	assert_int_equal(seq, app.facts.revision);
	assert_true(store_event(app.store, seq, &arena, &event, &err));
	snprintf(out, 128, "%s", event.hash);
	arena_release(&arena);
}

TEST(left_is_exactly_what_was_there)
{
	char at[16][128], now[128];
	struct finding *findings;
	struct arena arena = { 0 };
	size_t n, i;

	begin("practice-sensitive");
	n = play_steps(&app);
	assert_true(n < COUNT_OF(at));
	for (i = 0; i < n; i++) {
		assert_int_equal(play_at(&app), i);
		hash(at[i]);
		assert_true(play_to(&app, i + 1, &err));
		assert_null(play_last(&app)->failure);
	}
	assert_true(play_to(&app, n + 1, &err));
	assert_int_equal(play_at(&app), n);
	while (i-- > 0) {
		assert_true(play_to(&app, i, &err));
		hash(now);
		assert_string_equal(now, at[i]);
	}
	assert_null(play_last(&app));
	assert_true(store_verify(app.store, &arena, &findings, &n, &err));
	for (i = 0; i < n; i++)
		assert_true(findings[i].good);
	assert_true(play_to(&app, 99, &err));	/* and forward again */
	assert_null(play_last(&app)->failure);
	arena_release(&arena);
	end();
}

static uint32_t user(const char *id)
{
	return facts_user(&app.facts, id);
}

TEST(a_step_says_what_it_is_about)
{
	struct play_about about;

	begin("practice-sensitive");
	about = play_about(&app, play_last(&app));
	assert_int_equal(about.shown.project, NOBODY);
	assert_true(play_to(&app, 1, &err));		/* by what it does */
	about = play_about(&app, play_last(&app));
	assert_int_equal(about.shown.asset, facts_asset(&app.facts, "a-pg"));
	assert_int_equal(about.actor, user("u-maya"));
	assert_int_equal(about.eyes, NOBODY);
	assert_true(play_to(&app, 2, &err));		/* by what it expects */
	about = play_about(&app, play_last(&app));
	assert_int_equal(about.shown.user, user("u-ravi"));
	assert_string_equal(app.facts.projects[about.shown.project].title,
			    "Orders study");
	assert_true(play_to(&app, 5, &err));		/* Dana looks */
	about = play_about(&app, play_last(&app));
	assert_int_equal(about.eyes, user("u-dana"));
	assert_int_equal(about.shown.asset, facts_asset(&app.facts, "a-wh"));
	assert_true(play_to(&app, 8, &err));		/* refused */
	assert_int_equal(play_last(&app)->status, 5);
	assert_string_equal(play_last(&app)->err.code, "ASSET_MISSING");
	assert_false(play_last(&app)->changed);
	about = play_about(&app, play_last(&app));
	assert_int_equal(about.eyes, NOBODY);
	assert_int_equal(about.shown.user, user("u-dana"));
	end();
}

/* 0: nothing is new. */
static int was(const char *user_id, const char *project)
{
	struct arena arena = { 0 };
	struct answer answer;
	int level = 0;

	if (!play_aside(&app))
		return 0;
	access_decide(&app.facts, facts_user(&app.facts, user_id),
		      facts_project(&app.facts, project), &arena, &answer);
	level = (int)answer.effective;
	play_return(&app);
	arena_release(&arena);
	return level;
}

TEST(what_is_new_is_known)
{
	begin("interview");
	assert_int_equal(was("u-noor", "p-int"), 0);
	assert_true(play_to(&app, 2, &err));
	assert_int_equal(was("u-noor", "p-int"), 0);	/* refused */
	assert_true(play_to(&app, 3, &err));
	assert_int_equal(was("u-noor", "p-int"), LEVEL_CAN_VIEW);
	assert_true(play_to(&app, 4, &err));		/* it was seen already */
	assert_int_equal(was("u-noor", "p-int"), 0);
	assert_true(play_to(&app, 5, &err));
	assert_int_equal(was("u-noor", "p-int"), LEVEL_CAN_EDIT);
	end();
	begin("leaving-a-group");	/* elsewhere: it is new there */
	assert_true(play_to(&app, 3, &err));
	assert_int_equal(was("u-uma", "p-rev"), LEVEL_CAN_EDIT);
	end();
}

TEST(no_step_while_something_is_tried)
{
	begin("interview");
	app.what_if = (struct what_if *)&app;
	assert_false(play_to(&app, 1, &err));
	assert_string_equal(err.code, "WHAT_IF");
	app.what_if = NULL;
	assert_int_equal(play_at(&app), 0);
	end();
}

TEST(only_a_demo_is_put_back)
{
	char folder[] = "/tmp/gatehouse-test-XXXXXX", path[64];
	struct store *store, *kept;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/w.db", folder);
	assert_true(store_make(path, "me", false, NULL, NULL, &err));
	store = store_open(path, STORE_WRITE, &err);
	assert_non_null(store);
	kept = store_keep(store, &err);
	assert_non_null(kept);
	assert_false(store_put_back(store, kept, &err));
	assert_int_equal(err.kind, ERROR_DENIED);
	store_kept_free(kept);
	store_close(store);
	begin("interview");
	kept = store_keep(app.store, &err);
	assert_non_null(kept);
	assert_true(store_put_back(app.store, kept, &err));
	store_kept_free(kept);
	end();
}

RUN(CASE(left_is_exactly_what_was_there),
    CASE(a_step_says_what_it_is_about),
    CASE(what_is_new_is_known),
    CASE(no_step_while_something_is_tried),
    CASE(only_a_demo_is_put_back))
