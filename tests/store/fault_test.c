/* fault_test.c: every single write, sync, truncation and opening of a change
 * fails once, or from then on for ever: nothing crashes, what was acknowledged
 * is there, what was refused is not, and trying again works. */
#include <limits.h>

#include "tests/store/world.h"
#include "tests/torture/disk.h"

static void start_failing(long at, bool for_ever, bool full)
{
	disk_start(full ? DISK_FULL : for_ever ? DISK_FAILS : DISK_FAILS_ONCE, at, 0);
}

/* ---- one change, with a fault somewhere in it ---------------------------------------- */

/* Open, change, commit, close.  *said: the revision that was acknowledged.
 * large: more than the -wal file may hold, so the commit checkpoints. */
static bool change(const char *path, bool large, int64_t *said,
		   struct error *err)
{
	struct event event = small_event("test");
	struct store *store = store_open(path, STORE_WRITE, err);
	bool good;

	if (!store)
		return false;
	good = store_begin(store, err);
	if (good && !sql_script(store, err, large ?
		"UPDATE workspace SET token_max_days = token_max_days + 1, "
		"name = hex(zeroblob(600000))" :
		"UPDATE workspace SET token_max_days = token_max_days + 1")) {
		store_rollback(store);
		good = false;
	}
	good = good && store_commit(store, &event, err);
	if (good)
		*said = event.seq;
	store_close(store);
	return good;
}

static void expect_sound(const char *path, int64_t said, int64_t *revision,
			 int64_t days)
{
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	struct store *store = store_open(path, STORE_READ, &err);
	size_t n;

	if (!store)
		fail_msg("%s", err.text);
	GOOD(store_verify(store, &arena, &all, &n, &err));
	for (size_t i = 0; i < n; i++)
		if (!all[i].good)
			fail_msg("%s: %s", all[i].what, all[i].detail);
	*revision = revision_of(store);
	assert_true(*revision >= said);
	assert_int_equal(number_of(store, "SELECT token_max_days "
		"FROM workspace"), days + *revision - 1);
	arena_release(&arena);
	store_close(store);
}

struct fault {
	struct world world;
	int64_t revision, days;
	bool large, for_ever, full;
};

static void fault_begin(struct fault *fault)
{
	world_open(&fault->world);
	fault->days = number_of(fault->world.store,
		"SELECT token_max_days FROM workspace");
	fault->revision = 1;
	store_close(fault->world.store);
	fault->world.store = NULL;
}

/* A refusal must be true: a change called failed is not there, unless the
 * error says that it is not known.  False: no call came as far as `at`. */
static bool fail_at(struct fault *fault, long at)
{
	struct error err = { 0 };
	int64_t before = fault->revision, said = before;
	bool good;

	start_failing(at, fault->for_ever, fault->full);
	good = change(fault->world.path, fault->large, &said, &err);
	disk_stop();
	expect_sound(fault->world.path, said, &fault->revision, fault->days);
	assert_true(good || err.kind == ERROR_STORE);
	if (!good && strcmp(err.code, "STORE_UNKNOWN") != 0 &&
	    fault->revision != before)
		fail_msg("call %ld: %s, and yet it is stored", at, err.text);
	assert_true(good || disk_failed() > 0);
	return disk_failed() > 0;
}

static void fail_everywhere(bool for_ever, bool full)
{
	struct fault fault = { .for_ever = for_ever, .full = full };
	long at = 1;

	fault_begin(&fault);
	while (fail_at(&fault, at))
		at++;
	assert_in_range(at, 10, 1000);
	world_end(&fault.world);
}

TEST(each_call_fails_once)
{
	fail_everywhere(false, false);
}

TEST(each_call_fails_and_all_after_it)
{
	fail_everywhere(true, false);
}

TEST(the_disk_is_full_from_any_call_on)
{
	fail_everywhere(true, true);
}

/* Hundreds of like calls: some of them, and those near the ends. */
TEST(a_large_change_fails_in_many_places)
{
	struct fault fault = { .large = true };
	long total;

	fault_begin(&fault);
	assert_false(fail_at(&fault, LONG_MAX));
	total = disk_calls();
	assert_in_range(total, 300, 5000);
	for (long at = 1; at <= total; at += at < 8 || at > total - 8 ? 1 : 37)
		(void)fail_at(&fault, at);
	world_end(&fault.world);
}

TEST(after_a_failed_sync_nothing_goes_on)
{
	struct world world;
	struct facts facts;
	struct error err = { 0 };
	long at;

	world_open(&world);
	for (at = 1; !world.store->broken && at < 100; at++) {
		start_failing(at, false, false);
		if (commit_sql(world.store, "UPDATE workspace SET name = 'X'",
			       &err))
			assert_false(world.store->broken);
		disk_stop();
	}
	assert_true(world.store->broken);
	assert_false(store_begin(world.store, &err));
	assert_string_equal(err.code, "STORE_IO");
	facts_init(&facts);
	assert_false(store_load(world.store, &facts, &err));
	facts_release(&facts);
	store_close(world.store);
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	GOOD(commit_sql(world.store, "", &err));
	world_end(&world);
}

/* Steps of SQLite that are still taken. */
static int stopped(void *left)
{
	return --*(long *)left < 0;
}

/* Whatever could not be looked at to its end is a finding; all that follows, too. */
TEST(what_cannot_be_verified_is_no_good)
{
	enum { WHOLE = 1000000, APART = 7, END = 40 /* of them end the moment */ };
	long steps, left = WHOLE, all_steps = WHOLE, verified = 0;
	struct arena arena = { 0 };
	struct finding *all;
	struct world world;
	struct error err;
	size_t i, n, bad;

	world_open(&world);
	for (steps = WHOLE; steps > 0; steps -= APART) {
		left = steps;
		sqlite3_progress_handler(world.store->db, 1, stopped, &left);
		if (store_verify(world.store, &arena, &all, &n, &err)) {
			for (i = bad = 0; i < n; i++)
				bad += !all[i].good;
			if (!bad != (steps == WHOLE))
				fail_msg("%zu are bad after %ld of %ld", bad, steps, all_steps);
			verified++;
		}
		if (steps == WHOLE) {
			all_steps = WHOLE - left;
			steps = all_steps - END;
		}
		sqlite3_progress_handler(world.store->db, 0, NULL, NULL);
		arena_release(&arena);
	}
	assert_true(verified > 100);
	world_end(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(each_call_fails_once),
		CASE(each_call_fails_and_all_after_it),
		CASE(the_disk_is_full_from_any_call_on),
		CASE(a_large_change_fails_in_many_places),
		CASE(after_a_failed_sync_nothing_goes_on),
		CASE(what_cannot_be_verified_is_no_good),
	};

	disk_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
