/* disk_test.c: a scenario of changes in which every call that changes a file fails, once
 * or from then on: no crash, no lie about what is stored, and the rest can be done. */
#include <unistd.h>

#include "tests/torture/disk.h"
#include "tests/torture/scenario.h"

enum { POINTS = 2000, REFUSED = 3 };

/* In a child, so that a crash is one loss.  What it says is its exit status. */
static int in_child(const struct world *world, const struct scenario *it,
		    enum disk_way way, long at, struct progress *progress,
		    char code[48], long *failed)
{
	struct error err = { 0 };
	bool good;
	pid_t pid = torture_fork();

	if (pid == 0) {
		disk_start(way, at, 0);
		good = scenario_run(world, it, 0, progress, &err);
		*failed = disk_failed();
		snprintf(code, 48, "%s", good ? "" : err.code);
		_exit(good ? 0 : err.kind == ERROR_STORE ? REFUSED : 4);
	}
	return torture_wait(pid);
}

static void judge(struct world *world, const struct scenario *it, struct losses *tally,
		  long at, int status, long said, const char *code)
{
	bool unknown = strcmp(code, "STORE_UNKNOWN") == 0;
	char why[400];
	struct error err;
	int holds = scenario_holds(world, it, why, sizeof(why));

	if (status != 0 && status != REFUSED)
		loss(tally, "seed %llu, call %ld: ended with %d, %s",
			   (unsigned long long)it->seed, at, status, code);
	tally->refusals += status == REFUSED;
	/* Refused is refused: it is not there, unless that is said not to be known. */
	if (holds < said || holds > said + unknown)
		loss(tally, "seed %llu, call %ld: %ld said, %d there, %s: %s",
			   (unsigned long long)it->seed, at, said, holds, code, why);
	else if (!scenario_run(world, it, holds, NULL, &err))
		loss(tally, "seed %llu, call %ld: again: %s",
			   (unsigned long long)it->seed, at, err.text);
	else if (scenario_holds(world, it, why, sizeof(why)) != STEPS)
		loss(tally, "seed %llu, call %ld: again: %s",
			   (unsigned long long)it->seed, at, why);
}

struct notes { struct progress progress; char code[48]; long failed; };

static void fail_everywhere(enum disk_way way, struct losses *tally, long scenarios)
{
	struct notes *notes = shared(sizeof(*notes));
	struct scenario it;
	struct world world;
	long at, s;
	int status;

	scenario_begin(&world);
	disk_start(DISK_FAILS_ONCE, 0, 0);	/* never; and nobody waits for the real disk */
	for (s = 0; s < scenarios; s++) {
		scenario_make(&it, torture_seed(200 + (uint64_t)s));
		for (at = 1; !losses_done(tally); at++) {
			assert_in_range(at, 1, POINTS);
			scenario_again(&world);
			memset(notes, 0, sizeof(*notes));
			status = in_child(&world, &it, way, at, &notes->progress,
					  notes->code, &notes->failed);
			if (!notes->failed && status == 0)
				break;
			tally->rounds++;
			tally->faults += notes->failed;
			judge(&world, &it, tally, at, status, notes->progress.said,
			      notes->code);
		}
		assert_true(tally->planted || at > 30);
		scenario_free(&it);
	}
	world_end(&world);
	losses_judge(tally);
}

static void one_way(enum disk_way way, const char *what)
{
	struct losses tally = { .what = what };

	fail_everywhere(way, &tally, torture_number("DISK_SCENARIOS", 1));
	assert_true(tally.refusals > 30);
}

TEST(each_call_fails_once)
{
	one_way(DISK_FAILS_ONCE, "I/O error once");
}

TEST(each_call_fails_and_all_after_it)
{
	one_way(DISK_FAILS, "I/O error for ever");
}

TEST(the_disk_is_full_from_each_call_on)
{
	one_way(DISK_FULL, "disk full");
}

/* A write that is said to be done and is not. */
TEST(a_disk_that_lies_is_found_out)
{
	struct losses tally = { .what = "lost write", .planted = true };

	fail_everywhere(DISK_SWALLOWS, &tally, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(each_call_fails_once),
		CASE(each_call_fails_and_all_after_it),
		CASE(the_disk_is_full_from_each_call_on),
		CASE(a_disk_that_lies_is_found_out),
	};

	disk_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
