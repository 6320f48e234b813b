/* kill_writers_test.c: four writers on one store, killed at random instants: the store
 * is sound, each acknowledged change is there, each op id answers for its change. */
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "base/newid.h"
#include "tests/torture/scenario.h"

enum { WRITERS = 4, SAID = 4096, STORE_ROUNDS = 20, LONGEST = 3000 };

/* What the writers said was done, in memory that outlives them. */
struct said {
	atomic_long n;
	char op[SAID][NEWID_TEXT];
	atomic_bool whole[SAID];	/* it was not killed while it spoke */
};

static void say(struct said *said, const char *op)
{
	long at = atomic_fetch_add(&said->n, 1);

	if (at >= SAID)
		_exit(4);
	snprintf(said->op[at], NEWID_TEXT, "%s", op);
	said->whole[at] = true;
}

/* Each change counts itself: what is in the tables tells how many there were. */
static void write_for_ever(const char *path, struct said *said, bool early)
{
	struct error err;
	struct store *store = store_open(path, STORE_WRITE, &err);
	struct event event;

	if (!store)
		_exit(strcmp(err.code, "STORE_BUSY") == 0 ? 0 : 1);
	for (;;) {
		event = small_event("test");
		if (!store_begin(store, &err)) {
			if (strcmp(err.code, "STORE_BUSY") == 0)
				continue;
			_exit(2);
		}
		if (!sql_script(store, &err, "UPDATE workspace SET token_max_days = "
				"token_max_days + 1; UPDATE projects SET title = "
				"substr(title || '.', -60)"))
			_exit(3);
		if (early) {	/* planted: said, and not done when it is killed */
			say(said, event.op_id);
			for (;;)
				pause();
		}
		if (!store_commit(store, &event, &err))
			_exit(5);
		say(said, event.op_id);
	}
}

static int64_t microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Some are at it; then at any instant. */
static void kill_some_time(struct said *said, struct lot *lot, pid_t pid[WRITERS])
{
	long until = said->n + (long)toss(lot, 6);
	int64_t end;
	int i, first = (int)toss(lot, WRITERS);

	end = microseconds() + 2000000;
	while (said->n < until && microseconds() < end)
		sched_yield();
	end = microseconds() + toss(lot, LONGEST);
	while (microseconds() < end)
		sched_yield();
	for (i = 0; i < WRITERS; i++)
		kill(pid[(first + i) % WRITERS], SIGKILL);
}

static bool op_is_there(struct store *store, const char *op)
{
	struct error err;
	sqlite3_stmt *stmt = sql_prepare(store, &err, "SELECT 1 FROM events WHERE op_id = ?1");
	int more = -1;

	if (stmt && sqlite3_bind_text(stmt, 1, op, -1, SQLITE_STATIC) == SQLITE_OK)
		more = sql_next(store, &err, stmt);
	sqlite3_finalize(stmt);
	return more > 0;
}

static void is_sound(struct losses *tally, struct store *store)
{
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	size_t n = 0;

	if (!store_verify(store, &arena, &all, &n, &err))
		loss(tally, "verify: %.200s", err.text);
	for (size_t i = 0; i < n; i++)
		if (!all[i].good)
			loss(tally, "%s: %.200s", all[i].what, all[i].detail);
	arena_release(&arena);
}

static void look(struct losses *tally, const struct world *world, struct said *said,
		 int64_t days)
{
	struct error err;
	struct store *store = store_open(world->path, STORE_WRITE, &err);
	int64_t revision, counted;
	long i;

	if (!store) {
		loss(tally, "open: %.200s", err.text);
		return;
	}
	revision = revision_of(store);
	counted = number_of(store, "SELECT token_max_days FROM workspace") - days;
	if (counted != revision - 1)
		loss(tally, "%lld changes, %lld events", (long long)counted,
			   (long long)revision - 1);
	for (i = 0; i < said->n; i++)
		if (said->whole[i] && !op_is_there(store, said->op[i]))
			loss(tally, "round %ld: %s was acknowledged and is not there",
				   tally->rounds, said->op[i]);
	is_sound(tally, store);
	store_close(store);
}

static void one_round(struct losses *tally, const struct world *world, struct said *said,
		      struct lot *lot, int64_t days)
{
	pid_t pid[WRITERS];
	int i, status;

	for (i = 0; i < WRITERS; i++) {
		pid[i] = torture_fork();
		if (pid[i] == 0)
			write_for_ever(world->path, said, tally->planted);
	}
	kill_some_time(said, lot, pid);
	for (i = 0; i < WRITERS; i++) {
		status = torture_wait(pid[i]);
		tally->kills += status == 1000 + SIGKILL;
		if (status != 1000 + SIGKILL && status != 0)
			loss(tally, "a writer ended by itself: %d", status);
	}
	tally->rounds++;
	look(tally, world, said, days);
}

static void kill_writers(struct losses *tally, long rounds)
{
	struct said *said = shared(sizeof(*said));
	struct lot lot = { torture_seed(300) };
	struct world world;
	long acknowledged = 0;
	int64_t days = 0;

	while (tally->rounds < rounds && !losses_done(tally)) {
		if (tally->rounds % STORE_ROUNDS == 0) {
			if (tally->rounds)
				world_end(&world);
			acknowledged += said->n;
			memset(said, 0, sizeof(*said));
			world_open(&world);
			days = number_of(world.store, "SELECT token_max_days FROM workspace");
			store_close(world.store);
			world.store = NULL;
		}
		one_round(tally, &world, said, &lot, days);
	}
	world_end(&world);
	print_message("# %ld changes were acknowledged\n", acknowledged + said->n);
	losses_judge(tally);
}

TEST(nothing_acknowledged_is_lost_with_its_writer)
{
	struct losses tally = { .what = "kill -9 of 4 writers" };

	kill_writers(&tally, torture_number("KILL_ROUNDS", 300));
	assert_true(tally.kills > tally.rounds);
}

TEST(a_writer_that_says_so_too_early_is_found_out)
{
	struct losses tally = { .what = "kill -9 of 4 writers", .planted = true };

	kill_writers(&tally, 40);
}

RUN(CASE(nothing_acknowledged_is_lost_with_its_writer),
    CASE(a_writer_that_says_so_too_early_is_found_out))
