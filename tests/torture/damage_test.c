/* damage_test.c: a store whose bits were turned, whose end was cut, whose -wal file is
 * spoiled or another's: it is refused by name, or the answer is a right one. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/workspace_file.h"
#include "tests/torture/scenario.h"

enum { COMMITS = 3, SLOW = 30 };	/* seconds: what takes longer hangs */
enum outcome { RIGHT, REFUSED, UNNAMED, WRONG };

struct damage {
	struct world world;
	struct losses tally;
	struct lot lot;
	char *right[COMMITS + 1];	/* what the store held, commit by commit */
	off_t size, wal;
};

static bool note_pair(void *ctx, const char *user, const char *project, int granted,
		      int effective)
{
	buf_printf(ctx, "%s %s %d %d\n", user, project, granted, effective);
	return true;
}

/* Who can do what, and all that is known; NULL: err. */
static char *answer(const char *path, struct error *err)
{
	struct store *store = store_open(path, STORE_READ, err);
	struct facts facts;
	struct buf all;
	char *text = NULL;

	facts_init(&facts);
	buf_init(&all, 1 << 24);
	if (store && store_load(store, &facts, err) &&
	    store_second_opinion(store, note_pair, &all, err)) {
		workspace_write_json(&all, &facts);
		text = strdup(buf_text(&all));
	}
	buf_release(&all);
	facts_release(&facts);
	store_close(store);
	return text;
}

static off_t size_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_size;
}

/* The pattern: .p and .p-wal, as a kill leaves them, with changes in both. */
static void begin(struct damage *at, bool planted)
{
	struct error err;
	char sql[200];
	int i;

	memset(at, 0, sizeof(*at));
	at->tally = (struct losses){ .what = "damaged store", .planted = planted };
	at->lot.state = torture_seed(400);
	scenario_begin(&at->world);
	at->world.store = store_open(at->world.path, STORE_WRITE, &err);
	assert_non_null(at->world.store);
	for (i = 0; i <= COMMITS; i++) {
		snprintf(sql, sizeof(sql), "UPDATE workspace SET name = 'Name %d'; "
			 "UPDATE users SET role = '%s' WHERE id = 'u-ben'", i,
			 i % 2 ? "viewer" : "manager");
		GOOD(commit_sql(at->world.store, sql, &err));
		at->right[i] = answer(at->world.path, &err);
		assert_non_null(at->right[i]);
		if (i)
			continue;
		store_close(at->world.store);
		at->world.store = store_open(at->world.path, STORE_WRITE, &err);
	}
	copy_file(at->world.path, beside(&at->world, ".p"));
	copy_file(beside(&at->world, "-wal"), beside(&at->world, ".p-wal"));
	store_close(at->world.store);
	at->world.store = NULL;
	at->size = size_of(beside(&at->world, ".p"));
	at->wal = size_of(beside(&at->world, ".p-wal"));
	assert_true(at->wal > 3 * 4096);
}

static void end(struct damage *at)
{
	for (int i = 0; i <= COMMITS; i++)
		free(at->right[i]);
	world_end(&at->world);
}

/* ---- what is done to it ---------------------------------------------------------- */

static void turn_a_bit(struct damage *at, const char *path, off_t size)
{
	off_t where = 0;
	unsigned char byte = 0;
	int fd = open(path, O_RDWR | O_CLOEXEC), i;

	/* Where there is something: most of a small store is empty. */
	for (i = 0; i < 200 && !byte; i++) {
		where = (off_t)toss(&at->lot, (uint32_t)size);
		assert_int_equal(pread(fd, &byte, 1, where), 1);
	}
	byte ^= (unsigned char)(1u << toss(&at->lot, 8));
	assert_int_equal(pwrite(fd, &byte, 1, where), 1);
	close(fd);
}

static void cut(struct damage *at, const char *path, off_t size)
{
	assert_int_equal(truncate(path, (off_t)toss(&at->lot, (uint32_t)size)), 0);
}

/* Rows of another level, written as SQLite itself would. */
static void tamper(const char *path)
{
	raw_sql(path, "UPDATE grant_users SET level = level % 4 + 1");
}

static const char *spoil(struct damage *at)
{
	char path[160], wal[160];

	snprintf(path, sizeof(path), "%s", beside(&at->world, ".2"));
	snprintf(wal, sizeof(wal), "%s", beside(&at->world, ".2-wal"));

	unlink(beside(&at->world, ".2-shm"));
	copy_file(beside(&at->world, ".p"), path);
	copy_file(beside(&at->world, ".p-wal"), wal);
	if (at->tally.planted) {
		tamper(path);
		return "rows by hand";
	}
	switch (toss(&at->lot, 10)) {
	case 0:
		cut(at, path, at->size);
		return "cut";
	case 1:
		cut(at, wal, at->wal);
		return "-wal cut";
	case 2:
		turn_a_bit(at, wal, at->wal);
		return "a bit of the -wal";
	case 3:
		copy_file(beside(&at->world, ".other-wal"), wal);
		return "another's -wal";
	default:
		turn_a_bit(at, path, at->size);
		return "a bit";
	}
}

/* ---- and what comes of it --------------------------------------------------------- */

static enum outcome look(const struct damage *at)
{
	struct error err = { 0 };
	char *text = answer(beside(&at->world, ".2"), &err);
	enum outcome out = WRONG;
	int i;

	if (!text)
		return err.kind == ERROR_STORE && *err.code && *err.text ? REFUSED :
			UNNAMED;
	for (i = 0; i <= COMMITS; i++)
		if (strcmp(text, at->right[i]) == 0)
			out = RIGHT;
	free(text);
	return out;
}

static void one_round(struct damage *at)
{
	const char *what = spoil(at);
	pid_t pid = torture_fork();
	int status;

	if (pid == 0) {
		alarm(SLOW);
		_exit((int)look(at));
	}
	status = torture_wait(pid);
	at->tally.rounds++;
	at->tally.faults++;
	at->tally.refusals += status == REFUSED;
	if (status != RIGHT && status != REFUSED)
		loss(&at->tally, "round %ld, %s: %s (%d)", at->tally.rounds, what,
			   status == WRONG ? "another answer" : status == UNNAMED ?
			   "refused without a name" : "it died", status);
}

static void make_other(struct damage *at)
{
	struct world other;
	struct error err;

	world_open(&other);
	GOOD(commit_sql(other.store, "UPDATE users SET role = 'admin'", &err));
	copy_file(beside(&other, "-wal"), beside(&at->world, ".other-wal"));
	world_end(&other);
}

static void damage(bool planted, long rounds)
{
	struct damage at;

	begin(&at, planted);
	make_other(&at);
	while (at.tally.rounds < rounds && !losses_done(&at.tally))
		one_round(&at);
	end(&at);
	losses_judge(&at.tally);
}

TEST(damage_is_a_refusal_or_a_right_answer)
{
	damage(false, torture_number("DAMAGES", 500));
}

TEST(another_answer_is_found_out)
{
	damage(true, 5);
}

RUN(CASE(damage_is_a_refusal_or_a_right_answer), CASE(another_answer_is_found_out))
