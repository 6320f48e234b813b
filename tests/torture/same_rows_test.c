/* same_rows_test.c: eight writers change the same row by what they last saw of it: no
 * update is lost, and who saw something older is refused as a conflict. */
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

#include "action/run/app_open.h"
#include "action/run/run.h"
#include "tests/torture/act.h"

enum { WRITERS = 8 };

struct counts { long done, stale, busy, other; };

/* In memory that all writers share. */
struct race {
	atomic_int opened;
	struct counts counts[WRITERS];
};

/* The group's name is a number, and each adds one to the number it sees. */
static long number_seen(const struct app *app)
{
	uint32_t group = facts_group(&app->facts, "g-in");

	return strtol(app->facts.groups[group].name, NULL, 10);
}

/* One attempt; planted: by what was seen, whatever is there by now. */
static bool add_one(struct app *app, bool planted, struct counts *counts)
{
	struct options opts = { .yes = true };
	struct batch batch;
	struct result result;
	struct error err = { 0 };
	char name[24];
	const char *words[] = { "group", "rename", "g-in", name };
	bool good;

	snprintf(name, sizeof(name), "%ld", number_seen(app) + 1);
	batch_init(&batch);
	batch.revision = planted ? 0 : app->facts.revision;
	good = batch_add(&batch, words, 4, &err) &&
		batch_run(app, &batch, &opts, &result, &err);
	result_release(&result);
	batch_release(&batch);
	counts->done += good;
	if (!good && err.kind == ERROR_CONFLICT && strcmp(err.code, "STALE") == 0)
		counts->stale++;
	else if (!good && strcmp(err.code, "STORE_BUSY") == 0)
		counts->busy++;
	else if (!good)
		counts->other++;
	return good;
}

/* None begins before all have seen the row as it was: their first changes collide. */
static void write_much(const char *store, bool planted, long attempts, struct race *race,
		       struct counts *counts)
{
	struct error err;
	struct app app;
	bool open;
	long i;

	app_init(&app, store);
	open = app_open(&app, true, NULL, &err);
	race->opened++;
	if (!open)
		_exit(1);
	while (race->opened < WRITERS)
		sched_yield();
	for (i = 0; i < attempts; i++)
		if (!add_one(&app, planted, counts) && !app_refresh(&app, &(bool){ false }, &err))
			_exit(2);
	app_release(&app);
	_exit(counts->other ? 3 : 0);
}

static long reached(const char *store)
{
	struct error err;
	struct app app;
	long number;

	app_init(&app, store);
	if (!app_open(&app, false, NULL, &err))
		fail_msg("%s", err.text);
	number = number_seen(&app);
	app_release(&app);
	return number;
}

static void write_all(struct losses *tally, long attempts)
{
	struct race *race = shared(sizeof(*race));
	struct counts sum = { 0 };
	struct place place;
	struct error err;
	pid_t pid[WRITERS];
	int i, status;

	place_begin(&place);
	if (!act(place.store, "group|rename|g-in|0", &err))
		fail_msg("%s", err.text);
	for (i = 0; i < WRITERS; i++) {
		pid[i] = torture_fork();
		if (pid[i] == 0)
			write_much(place.store, tally->planted, attempts, race,
				   &race->counts[i]);
	}
	for (i = 0; i < WRITERS; i++) {
		status = torture_wait(pid[i]);
		if (status)
			loss(tally, "writer %d ended with %d", i, status);
		sum.done += race->counts[i].done;
		sum.stale += race->counts[i].stale;
		sum.busy += race->counts[i].busy;
	}
	tally->rounds = sum.done;
	tally->refusals = sum.stale + sum.busy;
	print_message("# %ld done, %ld conflicts, %ld busy\n", sum.done, sum.stale, sum.busy);
	if (reached(place.store) != sum.done)
		loss(tally, "%ld were done, %ld are there", sum.done,
			   reached(place.store));
	if (unsound(place.store))
		loss(tally, "%s", unsound(place.store));
	place_end(&place);
	losses_judge(tally);
}

TEST(eight_writers_of_one_row_lose_nothing)
{
	struct losses tally = { .what = "8 writers on the same row" };

	write_all(&tally, torture_number("ATTEMPTS", 500));
	assert_true(tally.rounds > 0 && tally.refusals > 0);
}

TEST(a_writer_that_does_not_look_is_found_out)
{
	struct losses tally = { .what = "8 writers on the same row", .planted = true };

	write_all(&tally, 30);
}

RUN(CASE(eight_writers_of_one_row_lose_nothing),
    CASE(a_writer_that_does_not_look_is_found_out))
