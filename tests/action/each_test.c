/* each_test.c: one deed for each of several things. */
#include "tests/action/verbs_world.h"

#include "action/run/each.h"

static struct world w;
static struct each each;

FIXTURE(setup)
{
	world_open(&w);
	w.app.acting_as = facts_user(&w.app.facts, "u-ada");
	each = (struct each){ .n = 0 };
	return 0;
}

FIXTURE(teardown)
{
	each_release(&each);
	world_close(&w);
	return 0;
}

static void role(size_t i, const char *user, const char *to)
{
	assert_true(batch_addv(&each.v[i].batch, &w.err, "user", "role", user, to,
			       BATCH_END));
}

TEST(each_comes_to_something)
{
	each_begin(&each, 4);
	role(0, "u-ed", "viewer");
	role(1, "u-vic", "viewer");
	role(2, "nobody", "viewer");
	each_try(&each, &w.app);	/* the fourth is asked nothing */
	assert_int_equal(each.v[0].outcome, EACH_CHANGES);
	assert_int_equal(each.v[1].outcome, EACH_SAME);
	assert_int_equal(each.v[2].outcome, EACH_BLOCKED);
	assert_int_equal(each.v[3].outcome, EACH_SAME);
	assert_string_equal(each.v[0].text, "Ed would be Viewer.");
	assert_non_null(strstr(each.v[2].text, "nobody"));
	assert_int_equal(each.count[EACH_CHANGES], 1);
	assert_int_equal(each.count[EACH_BLOCKED], 1);
	assert_int_equal(each.batch.n, 1);
	assert_false(each.refused);
}

/* Each Admin alone could go, both can not. */
TEST(who_is_blocked_by_those_before)
{
	each_begin(&each, 2);
	each.v[0].last = true;		/* Ada, who does it */
	role(0, "u-ada", "viewer");
	role(1, "u-ben", "viewer");
	each_try(&each, &w.app);
	assert_int_equal(each.v[1].outcome, EACH_CHANGES);
	assert_int_equal(each.v[0].outcome, EACH_BLOCKED);
	assert_int_equal(each.count[EACH_CHANGES], 1);
	assert_int_equal(each.batch.n, 1);
	assert_string_equal(each.batch.v[0].word[2], "u-ben");
}

TEST(what_cannot_be_said_is_blocked)
{
	struct error err;

	error_clear(&err);
	error_set(&err, ERROR_INVALID, NULL, "no words for it");
	each_begin(&each, 1);
	each_stop(&each, 0, &err);
	each_try(&each, &w.app);
	assert_int_equal(each.v[0].outcome, EACH_BLOCKED);
	assert_string_equal(each.v[0].text, "no words for it");
	assert_int_equal(each.batch.n, 0);
}

/* Of many the event names the first. */
TEST(many_are_said_by_the_first)
{
	static const char *const who[] = { "u-ed", "u-eve", "u-out", "u-max" };
	size_t i;

	each_begin(&each, COUNT_OF(who));
	for (i = 0; i < COUNT_OF(who); i++)
		role(i, who[i], "viewer");
	each_try(&each, &w.app);
	assert_string_equal(each.batch.summary, "Ed is Viewer. And 3 more.");
	each_begin(&each, 1);
	role(0, "u-ed", "viewer");
	each_try(&each, &w.app);
	assert_null(each.batch.summary);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(each_comes_to_something), C(who_is_blocked_by_those_before),
    C(what_cannot_be_said_is_blocked), C(many_are_said_by_the_first))
