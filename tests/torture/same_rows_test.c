/* same_rows_test.c: eight writers change the same row by what they last saw of it: no
 * update is lost, and who saw something older is refused as a conflict. */
#include <sys/mman.h>
#include <unistd.h>

#include "action/run/app_open.h"
#include "action/run/run.h"
#include "tests/torture/act.h"

enum { WRITERS = 8 };

struct counts { long done, stale, busy, other; };

/* The group's name is a number, and each adds one to the number it sees. */
static long number_of(const struct app *app)
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

	snprintf(name, sizeof(name), "%ld", number_of(app) + 1);
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

static void write_much(const char *store, bool planted, long attempts, struct counts *counts)
{
	struct error err;
	struct app app;
	long i;

	app_init(&app, store);
	if (!app_open(&app, true, NULL, &err))
		_exit(1);
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
	number = number_of(&app);
	app_release(&app);
	return number;
}

static void race(struct losses *tally, long attempts)
{
	struct counts *counts = mmap(NULL, WRITERS * sizeof(*counts), PROT_READ | PROT_WRITE,
				     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct counts sum = { 0 };
	struct place place;
	struct error err;
	pid_t pid[WRITERS];
	int i, status;

	assert_true(counts != MAP_FAILED);
	place_begin(&place);
	if (!act(place.store, "group|rename|g-in|0", &err))
		fail_msg("%s", err.text);
	for (i = 0; i < WRITERS; i++) {
		pid[i] = torture_fork();
		if (pid[i] == 0)
			write_much(place.store, tally->planted, attempts, &counts[i]);
	}
	for (i = 0; i < WRITERS; i++) {
		status = torture_wait(pid[i]);
		if (status)
			loss(tally, "writer %d ended with %d", i, status);
		sum.done += counts[i].done;
		sum.stale += counts[i].stale;
		sum.busy += counts[i].busy;
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

	race(&tally, torture_number("ATTEMPTS", 500));
	assert_true(tally.rounds > 0 && tally.refusals > 0);
}

TEST(a_writer_that_does_not_look_is_found_out)
{
	struct losses tally = { .what = "8 writers on the same row", .planted = true };

	race(&tally, 30);
}

RUN(CASE(eight_writers_of_one_row_lose_nothing),
    CASE(a_writer_that_does_not_look_is_found_out))
