/* clean_test.c: a file found clean is looked through again when it has changed, and
 * whatever spoils it is found. */
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#include "tests/store/world.h"

#define NOTE "user.gatehouse.clean"
#define SECOND INT64_C(1000000000)
enum { ROOM = 256, DAY = 24 * 60 * 60 /* s */ };

/* ---- another day ------------------------------------------------------------------- */

static int64_t ahead;			/* seconds */

int clock_gettime(clockid_t id, struct timespec *t)
{
	int rc = (int)syscall(SYS_clock_gettime, id, t);

	t->tv_sec += ahead;
	return rc;
}

/* ---- counting ----------------------------------------------------------------------- */

static struct { int pages, tables; } looked;

static int count_statement(unsigned type, void *ctx, void *stmt, void *sql)
{
	(void)type;
	(void)ctx;
	(void)stmt;
	looked.pages += strstr(sql, "PRAGMA quick_check(1)") != NULL;
	looked.tables += strstr(sql, "FROM sqlite_schema ORDER BY") != NULL;
	return 0;
}

static int count_in(sqlite3 *db, char **said, const struct sqlite3_api_routines *api)
{
	(void)said;
	(void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_statement, NULL);
}

/* Does opening look?  Both checks or none. */
static bool looks(const struct world *world)
{
	struct error err;
	struct store *store;

	looked.pages = looked.tables = 0;
	store = store_open(world->path, STORE_READ, &err);
	if (!store)
		fail_msg("%s", err.text);
	assert_same(store, &world->facts);
	store_close(store);
	assert_int_equal(looked.pages > 0, looked.tables > 0);
	return looked.pages > 0;
}

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec * SECOND + t.tv_nsec;
}

/* The clock of files must move on before a note is made or its time is over. */
static void rest(void)
{
	int64_t start = now_ns();

	while (now_ns() - start < SECOND / 20)
		continue;
}

/* It is noted as clean sooner or later, and then not looked through. */
static void expect_clean(const struct world *world)
{
	int64_t start = now_ns();

	while (looks(world))
		assert_true(now_ns() - start < 60 * SECOND);
}

/* Closed, one file, and noted as clean. */
static void world_clean(struct world *world)
{
	world_open(world);
	store_close(world->store);
	world->store = NULL;
	if (lsetxattr(world->path, NOTE, "", 0, 0) != 0 && errno == ENOTSUP) {
		world_end(world);
		skip();
	}
	expect_clean(world);
}

static void set_times(const char *path, const struct stat *st)
{
	const struct timespec times[2] = { st->st_atim, st->st_mtim };

	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

/* ---- cases ------------------------------------------------------------------------ */

TEST(what_was_clean_is_not_looked_through_again)
{
	struct arena arena = { 0 };
	struct finding *findings;
	struct world world;
	struct error err;
	size_t n;

	world_clean(&world);
	world.store = store_open(world.path, STORE_READ, &err);
	assert_non_null(world.store);
	assert_int_equal(looked.tables, 0);
	/* verify looks all the same. */
	GOOD(store_verify(world.store, &arena, &findings, &n, &err));
	assert_true(looked.tables > 0);
	arena_release(&arena);
	world_end(&world);
}

TEST(what_was_changed_is_looked_through_once)
{
	struct world world;
	struct error err;
	struct stat st;

	world_clean(&world);
	world.store = store_open(world.path, STORE_WRITE, &err);
	assert_non_null(world.store);
	GOOD(commit_sql(world.store, "UPDATE workspace SET name = 'Pier'", &err));
	world.facts.name = "Pier";
	assert_true(looks(&world));	/* changes wait in the -wal file */
	rest();
	assert_true(looks(&world));
	store_close(world.store);
	world.store = NULL;
	rest();
	assert_true(looks(&world));
	expect_clean(&world);
	/* Touched, or only said to be as it was. */
	rest();
	assert_int_equal(utimensat(AT_FDCWD, world.path, NULL, 0), 0);
	assert_true(looks(&world));
	expect_clean(&world);
	rest();
	assert_int_equal(stat(world.path, &st), 0);
	set_times(world.path, &st);
	assert_true(looks(&world));
	world_end(&world);
}

/* A file that has just been written may be written again at the same time by the
 * clock of files.  One of the future has never rested. */
TEST(what_has_not_rested_is_not_noted)
{
	struct world world;
	struct stat st;
	char note[ROOM];

	world_clean(&world);
	assert_int_equal(lremovexattr(world.path, NOTE), 0);
	assert_int_equal(stat(world.path, &st), 0);
	st.st_mtim.tv_sec += 3600;
	set_times(world.path, &st);
	assert_true(looks(&world));
	assert_true(lgetxattr(world.path, NOTE, note, sizeof(note)) < 0);
	assert_true(looks(&world));
	world_end(&world);
}

TEST(one_spoiled_byte_is_found)
{
	struct world world;
	struct error err;
	struct stat st;
	int fd;

	for (int back = 0; back < 2; back++) {
		world_clean(&world);
		rest();
		assert_int_equal(stat(world.path, &st), 0);
		fd = open(world.path, O_RDWR | O_CLOEXEC);
		assert_true(fd >= 0);
		/* The kind of the root page of users. */
		assert_int_equal(pwrite(fd, "\x07", 1, 2 * 4096), 1);
		close(fd);
		if (back)
			set_times(world.path, &st);
		assert_null(store_open(world.path, STORE_READ, &err));
		if (strcmp(err.code, "STORE_DAMAGED") != 0)
			fail_msg("%s: %s", err.code, err.text);
		world_end(&world);
	}
}

/* A disk may fail without a write; and clocks are set back. */
TEST(a_note_is_believed_for_a_day)
{
	struct world world;

	world_clean(&world);
	ahead = DAY - 100;
	assert_false(looks(&world));
	ahead = DAY + 100;
	assert_true(looks(&world));
	ahead = 0;
	assert_true(looks(&world));
	expect_clean(&world);
	world_end(&world);
}

/* A copy that took the note along, or the note of another program. */
TEST(a_note_of_something_else_is_not_believed)
{
	struct world world;
	char note[ROOM], path[sizeof(world.path)];
	unsigned char mark[STORE_HASH];
	struct stat st;
	ssize_t n;

	ahead = 50;			/* or the ctime of our hands gives it away */
	world_clean(&world);
	n = lgetxattr(world.path, NOTE, note, sizeof(note));
	assert_true(n > STORE_HASH);
	migrate_mark(mark);
	assert_memory_equal(note, mark, STORE_HASH);
	note[0] ^= 1;			/* other tables */
	assert_int_equal(lsetxattr(world.path, NOTE, note, (size_t)n, 0), 0);
	assert_true(looks(&world));
	expect_clean(&world);
	assert_int_equal(lsetxattr(world.path, NOTE, note, (size_t)n - 1, 0), 0);
	assert_true(looks(&world));
	expect_clean(&world);
	assert_int_equal(stat(world.path, &st), 0);
	n = lgetxattr(world.path, NOTE, note, sizeof(note));
	memcpy(path, world.path, sizeof(path));
	copy_file(path, beside(&world, ".2"));
	set_times(beside(&world, ".2"), &st);
	assert_int_equal(lsetxattr(beside(&world, ".2"), NOTE, note, (size_t)n,
				   0), 0);
	snprintf(world.path, sizeof(world.path), "%s/w.db.2", world.folder);
	assert_true(looks(&world));
	ahead = 0;
	world_end(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_was_clean_is_not_looked_through_again),
		CASE(what_was_changed_is_looked_through_once),
		CASE(what_has_not_rested_is_not_noted),
		CASE(one_spoiled_byte_is_found),
		CASE(a_note_is_believed_for_a_day),
		CASE(a_note_of_something_else_is_not_believed),
	};

	if (sqlite3_auto_extension((void (*)(void))count_in) != SQLITE_OK)
		return 99;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
