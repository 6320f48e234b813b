/* work_test.c: jobs go on step by step, tell what they know, and end when they are
 * done, dropped or stopped. */
#include "tests/expect.h"

#include "ui/work.h"

struct sum {
	struct job job;
	struct work *work;
	size_t steps, most, told, lasts;
};

static bool step(void *ctx)
{
	struct sum *sum = ctx;

	sum->job.done = ++sum->steps;
	return sum->steps < sum->most;
}

static void told(void *ctx, bool last)
{
	struct sum *sum = ctx;

	sum->told++;
	sum->lasts += last;
}

static struct sum sum_of(struct work *work, size_t most)
{
	return (struct sum){ .work = work, .most = most,
		.job = { .step = step, .told = told, .total = most } };
}

static void start(struct sum *sum)
{
	sum->job.ctx = sum;
	work_start(sum->work, &sum->job);
}

TEST(a_job_is_done_and_gone)
{
	struct work work = { 0 };
	struct sum sum = sum_of(&work, 1000);

	assert_false(work_on(&work));
	start(&sum);
	start(&sum);				/* it is at work already */
	while (work_on(&work))
		work_slice(&work, 4);
	assert_int_equal(sum.steps, 1000);
	assert_int_equal(sum.lasts, 1);
	work_slice(&work, 4);
	assert_int_equal(sum.steps, 1000);
}

TEST(a_slice_ends_in_time)
{
	struct work work = { 0 };
	struct sum sum = sum_of(&work, SIZE_MAX);

	start(&sum);
	work_slice(&work, 1);
	assert_true(sum.steps > 0 && work_on(&work));
	work_slice(&work, 0);
	work_drop(&work, &sum.job);
	assert_false(work_on(&work));
	assert_int_equal(sum.lasts, 0);		/* dropped: nothing is said */
}

TEST(x_stops_them_all)
{
	struct work work = { 0 };
	struct sum a = sum_of(&work, 100), b = sum_of(&work, 100);
	char words[40];

	assert_false(work_stop(&work));
	work_words(&work, words, sizeof(words));
	assert_string_equal(words, "");
	start(&a);
	start(&b);
	a.job.done = 84;
	work_words(&work, words, sizeof(words));
	assert_string_equal(words, "counting... 42 %");
	assert_true(work_stop(&work));
	assert_false(work_on(&work));
	assert_true(a.job.stopped && b.job.stopped);
	assert_int_equal(a.steps + b.steps, 0);
	assert_int_equal(a.lasts + b.lasts, 2);
	start(&a);				/* it may begin again */
	assert_false(a.job.stopped);
	work_drop(&work, &a.job);
}

static bool is_ready;

static bool ready(void *ctx)
{
	assert_non_null(ctx);
	return is_ready;
}

TEST(what_waits_is_passed_over_and_costs_nothing)
{
	struct work work = { 0 };
	struct sum a = sum_of(&work, 3), b = sum_of(&work, 3);

	a.job.ready = ready;
	start(&a);
	assert_false(work_on(&work));		/* the loop sleeps */
	assert_true(work_left(&work));
	work_slice(&work, 4);
	start(&b);
	work_slice(&work, 4);
	assert_int_equal(a.steps, 0);
	assert_int_equal(b.lasts, 1);
	is_ready = true;
	assert_true(work_on(&work));
	work_slice(&work, 4);
	assert_int_equal(a.lasts, 1);
	assert_false(work_left(&work));
}

RUN(CASE(what_waits_is_passed_over_and_costs_nothing), CASE(a_job_is_done_and_gone), CASE(a_slice_ends_in_time), CASE(x_stops_them_all))
