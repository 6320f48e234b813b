/* fault_test.c: every single write, sync, truncation and opening of a change
 * fails once, or from then on for ever: nothing crashes, what was acknowledged
 * is there, what was refused is not, and trying again works. */
#include <limits.h>

#include "tests/store/world.h"

/* ---- a file system that can be told to fail ---------------------------------------- */

static struct {
	sqlite3_vfs *real;
	long calls, fail_at;		/* 0: never */
	bool for_ever, full;
	long failed;
} disk;

struct shim_file {
	sqlite3_file base;
	sqlite3_file *real;
};

static bool fails(void)
{
	disk.calls++;
	if (!disk.fail_at || disk.calls < disk.fail_at ||
	    (!disk.for_ever && disk.calls > disk.fail_at))
		return false;
	disk.failed++;
	return true;
}

#define REAL(file) (((struct shim_file *)(file))->real)

static int shim_close(sqlite3_file *file)
{
	return REAL(file)->pMethods->xClose(REAL(file));
}

static int shim_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	return REAL(file)->pMethods->xRead(REAL(file), to, n, at);
}

static int shim_write(sqlite3_file *file, const void *from, int n,
		      sqlite3_int64 at)
{
	if (fails())
		return disk.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
	return REAL(file)->pMethods->xWrite(REAL(file), from, n, at);
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	if (fails())
		return SQLITE_IOERR_TRUNCATE;
	return REAL(file)->pMethods->xTruncate(REAL(file), size);
}

static int shim_sync(sqlite3_file *file, int flags)
{
	if (fails())
		return SQLITE_IOERR_FSYNC;
	return REAL(file)->pMethods->xSync(REAL(file), flags);
}

static int shim_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return REAL(file)->pMethods->xFileSize(REAL(file), size);
}

static int shim_lock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xLock(REAL(file), lock);
}

static int shim_unlock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xUnlock(REAL(file), lock);
}

static int shim_reserved(sqlite3_file *file, int *out)
{
	return REAL(file)->pMethods->xCheckReservedLock(REAL(file), out);
}

static int shim_control(sqlite3_file *file, int op, void *arg)
{
	return REAL(file)->pMethods->xFileControl(REAL(file), op, arg);
}

static int shim_sector(sqlite3_file *file)
{
	return REAL(file)->pMethods->xSectorSize(REAL(file));
}

static int shim_device(sqlite3_file *file)
{
	return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}

static int shim_map(sqlite3_file *file, int page, int size, int extend,
		    void volatile **out)
{
	return REAL(file)->pMethods->xShmMap(REAL(file), page, size, extend, out);
}

static int shim_shm_lock(sqlite3_file *file, int at, int n, int flags)
{
	return REAL(file)->pMethods->xShmLock(REAL(file), at, n, flags);
}

static void shim_barrier(sqlite3_file *file)
{
	REAL(file)->pMethods->xShmBarrier(REAL(file));
}

static int shim_unmap(sqlite3_file *file, int gone)
{
	return REAL(file)->pMethods->xShmUnmap(REAL(file), gone);
}

static const sqlite3_io_methods methods = {
	2, shim_close, shim_read, shim_write, shim_truncate, shim_sync,
	shim_size, shim_lock, shim_unlock, shim_reserved, shim_control,
	shim_sector, shim_device, shim_map, shim_shm_lock, shim_barrier,
	shim_unmap, NULL, NULL
};

static int shim_open(sqlite3_vfs *vfs, sqlite3_filename name,
		     sqlite3_file *file, int flags, int *out)
{
	struct shim_file *shim = (struct shim_file *)file;
	int rc;

	(void)vfs;
	shim->base.pMethods = NULL;
	if (fails())
		return SQLITE_CANTOPEN;
	shim->real = (sqlite3_file *)(shim + 1);
	rc = disk.real->xOpen(disk.real, name, shim->real, flags, out);
	if (shim->real->pMethods)
		shim->base.pMethods = &methods;
	return rc;
}

static void install_shim(void)
{
	static sqlite3_vfs vfs;

	disk.real = sqlite3_vfs_find(NULL);
	vfs = *disk.real;
	vfs.zName = "failing";
	vfs.szOsFile = (int)sizeof(struct shim_file) + disk.real->szOsFile;
	vfs.xOpen = shim_open;
	vfs.pNext = NULL;
	assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

static void start_failing(long at, bool for_ever, bool full)
{
	disk.calls = disk.failed = 0;
	disk.fail_at = at;
	disk.for_ever = for_ever;
	disk.full = full;
}

static void stop_failing(void)
{
	disk.fail_at = 0;
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
	stop_failing();
	expect_sound(fault->world.path, said, &fault->revision, fault->days);
	assert_true(good || err.kind == ERROR_STORE);
	if (!good && strcmp(err.code, "STORE_UNKNOWN") != 0 &&
	    fault->revision != before)
		fail_msg("call %ld: %s, and yet it is stored", at, err.text);
	assert_true(good || disk.failed > 0);
	return disk.failed > 0;
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
	total = disk.calls;
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
		stop_failing();
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(each_call_fails_once),
		CASE(each_call_fails_and_all_after_it),
		CASE(the_disk_is_full_from_any_call_on),
		CASE(a_large_change_fails_in_many_places),
		CASE(after_a_failed_sync_nothing_goes_on),
	};

	install_shim();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
