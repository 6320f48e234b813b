/* power_test.c: the power goes at every call that changes a file; what was not synced
 * is there, lost or torn.  What was acknowledged is there afterwards, whole changes
 * only, and the rest can be done. */
#include <unistd.h>

#include "tests/torture/disk.h"
#include "tests/torture/scenario.h"

enum { POINTS = 2000 };

/* What the store promises without it: SQLite would lose commits, and says so. */
static void sync_less(struct store *store)
{
	lift_guard(store);
	assert_int_equal(sqlite3_exec(store->db, "PRAGMA synchronous = NORMAL", NULL, NULL,
				      NULL), SQLITE_OK);
}

static void judge(struct world *world, const struct scenario *it, struct losses *tally,
		  long said, long at, bool again)
{
	char why[400];
	struct error err;
	int holds;

	/* What a running kernel holds for the processes is gone, too. */
	unlink(beside(world, "-shm"));
	holds = scenario_holds(world, it, why, sizeof(why));
	if (holds < 0 || holds < said || holds > said + 1) {
		loss(tally, "seed %llu, call %ld: %ld acknowledged, %d there: %s",
			   (unsigned long long)it->seed, at, said, holds, why);
		return;
	}
	if (!again)
		return;
	if (!scenario_run(world, it, holds, NULL, &err))
		loss(tally, "seed %llu, call %ld: again: %s",
			   (unsigned long long)it->seed, at, err.text);
	else if (scenario_holds(world, it, why, sizeof(why)) != STEPS)
		loss(tally, "seed %llu, call %ld: again: %s",
			   (unsigned long long)it->seed, at, why);
}

/* Power goes at call `at`.  False: it did not come so far. */
static bool one_loss(struct world *world, const struct scenario *it, struct losses *tally,
		     long at, long time, struct progress *progress)
{
	struct error err;
	pid_t pid;
	int status;

	scenario_again(world);
	progress->said = 0;
	pid = torture_fork();
	if (pid == 0) {
		disk_start(DISK_LOSES_POWER, at, it->seed + (uint64_t)(at * 977 + time));
		if (tally->planted)
			scenario_opened = sync_less;
		_exit(scenario_run(world, it, 0, progress, &err) ? 0 : 1);
	}
	status = torture_wait(pid);
	if (status != DISK_POWER_GONE) {
		assert_int_equal(status, 0);
		return false;
	}
	tally->rounds++;
	tally->faults++;
	judge(world, it, tally, progress->said, at, time == 0);
	return true;
}

static void lose_power_everywhere(bool planted, long scenarios, long times)
{
	struct losses tally = { .what = "power loss", .planted = planted };
	struct progress *progress = shared(sizeof(*progress));
	struct scenario it;
	struct world world;
	long at = 0, s, t;
	bool more;

	scenario_begin(&world);
	disk_start(DISK_FAILS_ONCE, 0, 0);	/* never; and nobody waits for the real disk */
	for (s = 0; s < scenarios; s++) {
		scenario_make(&it, torture_seed(100 + (uint64_t)s));
		for (more = true, at = 1; more && !losses_done(&tally); at++) {
			assert_in_range(at, 1, POINTS);
			for (t = 0; more && t < times; t++)
				more = one_loss(&world, &it, &tally, at, t, progress);
		}
		scenario_free(&it);
	}
	assert_true(planted || at > 30);
	world_end(&world);
	losses_judge(&tally);
}

TEST(nothing_acknowledged_is_lost_with_the_power)
{
	lose_power_everywhere(false, torture_number("POWER_SCENARIOS", 1),
			      torture_number("POWER_TIMES", 1));
}

TEST(a_store_that_syncs_less_is_found_out)
{
	lose_power_everywhere(true, 1, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(nothing_acknowledged_is_lost_with_the_power),
		CASE(a_store_that_syncs_less_is_found_out),
	};

	disk_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
