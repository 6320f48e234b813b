/* race_test.c: several processes on one store: locks, lost changes, killed
 * writers, the -wal file, the watcher. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store/world.h"

enum { WRITERS = 8, EVENTS = 50, ROUNDS = 30 };

static void close_parent(struct world *world)
{
	store_close(world->store);
	world->store = NULL;
}

static int add_days(const char *path, int times)
{
	struct error err;
	struct store *store = store_open(path, STORE_WRITE, &err);

	if (!store)
		return 1;
	for (int i = 0; i < times; ) {
		if (commit_sql(store, "UPDATE workspace SET "
			       "token_max_days = token_max_days + 1", &err))
			i++;
		else if (strcmp(err.code, "STORE_BUSY") != 0)
			return 2;
	}
	store_close(store);
	return 0;
}

static void expect_sound(struct store *store)
{
	struct arena arena = { 0 };
	struct finding *all;
	struct error err;
	size_t n;

	GOOD(store_verify(store, &arena, &all, &n, &err));
	for (size_t i = 0; i < n; i++)
		if (!all[i].good)
			fail_msg("%s: %s", all[i].what, all[i].detail);
	arena_release(&arena);
}

TEST(eight_writers_lose_nothing)
{
	struct world world;
	struct error err;
	int64_t days;
	int status;
	pid_t pid;

	world_open(&world);
	days = number_of(world.store, "SELECT token_max_days FROM workspace");
	close_parent(&world);
	for (int i = 0; i < WRITERS; i++) {
		fflush(NULL);
		pid = fork();
		assert_true(pid >= 0);
		if (pid == 0)
			_exit(add_days(world.path, EVENTS));
	}
	for (int i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	assert_int_equal(revision_of(world.store), 1 + WRITERS * EVENTS);
	assert_int_equal(number_of(world.store, "SELECT token_max_days "
		"FROM workspace"), days + WRITERS * EVENTS);
	expect_sound(world.store);
	world_end(&world);
}

TEST(a_busy_store_names_its_holder)
{
	struct world world;
	struct error err;
	struct store *other;
	char who[32];

	world_open(&world);
	other = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(other);
	GOOD(store_begin(other, &err));
	assert_false(store_begin(world.store, &err));
	assert_int_equal(err.kind, ERROR_STORE);
	assert_string_equal(err.code, "STORE_BUSY");
	snprintf(who, sizeof(who), "held by pid %ld (", (long)getpid());
	if (!strstr(err.text, who))
		fail_msg("%s", err.text);
	/* Readers are not kept waiting. */
	assert_same(world.store, &world.facts);
	store_rollback(other);
	GOOD(store_begin(world.store, &err));
	store_rollback(world.store);
	store_close(other);
	world_end(&world);
}

TEST(what_stands_in_the_lock_file_is_not_trusted)
{
	struct world world;
	struct error err;
	int fd;

	world_open(&world);
	fd = open(beside(&world, ".lock"), O_RDWR | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(ftruncate(fd, 0), 0);
	assert_int_equal(pwrite(fd, "\x1b[2J evil\n", 10, 0), 10);
	assert_int_equal(flock(fd, LOCK_EX | LOCK_NB), 0);
	assert_false(lock_take(world.store, 0, &err));
	assert_string_equal(err.code, "STORE_BUSY");
	assert_null(strchr(err.text, '\x1b'));
	close(fd);
	world_end(&world);
}

TEST(a_removed_lock_file_locks_nobody_in)
{
	struct world world;
	struct error err;
	struct store *other;

	world_open(&world);
	GOOD(store_begin(world.store, &err));
	assert_int_equal(unlink(beside(&world, ".lock")), 0);
	store_rollback(world.store);
	other = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(other);
	GOOD(commit_sql(other, "", &err));
	GOOD(commit_sql(world.store, "", &err));
	assert_int_equal(revision_of(other), 3);
	store_close(other);
	world_end(&world);
}

TEST(a_replaced_file_is_not_written)
{
	struct world world;
	struct error err;

	world_open(&world);
	copy_file(world.path, beside(&world, ".2"));
	assert_int_equal(rename(beside(&world, ".2"), world.path), 0);
	assert_false(store_begin(world.store, &err));
	assert_string_equal(err.code, "STORE_REPLACED");
	assert_true(world.store->lock < 0);
	world_end(&world);
}

/* ---- killed writers ----------------------------------------------------------------- */

/* Commit for ever; after each, say so on the pipe. */
static void write_for_ever(const char *path, int out)
{
	struct error err;
	struct store *store = store_open(path, STORE_WRITE, &err);
	struct event event;

	if (!store)
		_exit(1);
	for (;;) {
		event = small_event("test");
		if (!store_begin(store, &err) ||
		    !sql_script(store, &err, "UPDATE workspace SET "
				"token_max_days = token_max_days + 1;"
				"UPDATE projects SET title = title || '.'") ||
		    !store_commit(store, &event, &err) ||
		    write(out, &event.seq, sizeof(event.seq)) !=
		    (ssize_t)sizeof(event.seq))
			_exit(2);
	}
}

/* Let it live until it has said n things; returns the last one said. */
static int64_t kill_after(const char *path, int n)
{
	int64_t said, last = 0;
	int ends[2], status;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		close(ends[0]);
		write_for_ever(path, ends[1]);
	}
	close(ends[1]);
	while (n-- > 0 && read(ends[0], &said, sizeof(said)) ==
	       (ssize_t)sizeof(said))
		last = said;
	kill(pid, SIGKILL);
	while (read(ends[0], &said, sizeof(said)) == (ssize_t)sizeof(said))
		last = said;
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	return last;
}

TEST(a_killed_writer_leaves_a_sound_store)
{
	struct world world;
	struct error err;
	int64_t said, days, revision;

	world_open(&world);
	days = number_of(world.store, "SELECT token_max_days FROM workspace");
	close_parent(&world);
	for (int round = 0; round < ROUNDS; round++) {
		said = kill_after(world.path, 1 + round % 7);
		world.store = store_open(world.path, STORE_WRITE, &err);
		if (!world.store)
			fail_msg("%s", err.text);
		revision = revision_of(world.store);
		assert_true(revision >= said);
		/* Change and event are one: each counts the other. */
		assert_int_equal(number_of(world.store, "SELECT token_max_days "
			"FROM workspace"), days + revision - 1);
		expect_sound(world.store);
		close_parent(&world);
	}
	world_end(&world);
}

TEST(a_writer_killed_inside_a_transaction_leaves_nothing)
{
	struct world world;
	struct error err;
	struct store *store;
	int ends[2], status;
	char byte;
	pid_t pid;

	world_open(&world);
	close_parent(&world);
	for (int round = 0; round < ROUNDS; round++) {
		assert_int_equal(pipe(ends), 0);
		fflush(NULL);
		pid = fork();
		assert_true(pid >= 0);
		if (pid == 0) {
			store = store_open(world.path, STORE_WRITE, &err);
			if (!store || !store_begin(store, &err) ||
			    !sql_script(store, &err, "DELETE FROM imports;"
					"UPDATE users SET active = 0") ||
			    write(ends[1], "x", 1) != 1)
				_exit(1);
			for (;;)
				pause();
		}
		assert_int_equal(read(ends[0], &byte, 1), 1);
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		close(ends[0]);
		close(ends[1]);
		world.store = store_open(world.path, STORE_WRITE, &err);
		assert_non_null(world.store);
		assert_same(world.store, &world.facts);
		GOOD(commit_sql(world.store, "", &err));
		close_parent(&world);
	}
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	assert_int_equal(revision_of(world.store), 1 + ROUNDS);
	expect_sound(world.store);
	world_end(&world);
}

/* ---- the -wal file -------------------------------------------------------------------- */

TEST(the_wal_is_written_back_when_it_is_large)
{
	struct world world;
	struct stat st;
	struct error err;
	off_t largest = 0;

	world_open(&world);
	for (int i = 0; i < 60; i++) {
		GOOD(commit_sql(world.store, "UPDATE workspace SET name = "
				"hex(randomblob(30000))", &err));
		assert_int_equal(stat(beside(&world, "-wal"), &st), 0);
		if (st.st_size > largest)
			largest = st.st_size;
		assert_true(st.st_size <= STORE_WAL_LIMIT);
	}
	assert_true(largest > STORE_WAL_LIMIT / 2);
	world_end(&world);
}

TEST(the_watcher_wakes_for_other_peoples_commits)
{
	struct world world;
	struct error err;
	struct store *other;
	struct pollfd poll_fd = { .events = POLLIN };

	world_open(&world);
	poll_fd.fd = store_watch(world.store);
	assert_true(poll_fd.fd >= 0);
	assert_int_equal(store_watch(world.store), poll_fd.fd);
	store_watch_drain(world.store);
	assert_int_equal(poll(&poll_fd, 1, 0), 0);
	assert_int_equal(revision_of(world.store), 1);
	assert_int_equal(poll(&poll_fd, 1, 0), 0);
	other = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(other);
	for (int i = 0; i < 3; i++) {
		GOOD(commit_sql(other, "", &err));
		assert_int_equal(poll(&poll_fd, 1, 0), 1);
		store_watch_drain(world.store);
		assert_int_equal(poll(&poll_fd, 1, 0), 0);
		assert_int_equal(revision_of(world.store), 2 + i);
	}
	store_close(other);
	world_end(&world);
}

RUN(CASE(eight_writers_lose_nothing),
    CASE(a_busy_store_names_its_holder),
    CASE(what_stands_in_the_lock_file_is_not_trusted),
    CASE(a_removed_lock_file_locks_nobody_in),
    CASE(a_replaced_file_is_not_written),
    CASE(a_killed_writer_leaves_a_sound_store),
    CASE(a_writer_killed_inside_a_transaction_leaves_nothing),
    CASE(the_wal_is_written_back_when_it_is_large),
    CASE(the_watcher_wakes_for_other_peoples_commits))
