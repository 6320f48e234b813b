/* disk.c: see disk.h. */
#include "tests/torture/disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/torture/torture.h"

enum { SECTOR = 512 };

/* What was written and not synced: what stood there before. */
struct pending {
	struct pending *next;
	char *path, *before;
	int n, had;			/* bytes; of them in the file before */
	int64_t at, size;		/* of the file before */
};

static struct {
	sqlite3_vfs *real;
	enum disk_way way;
	long calls, at, failed;
	struct pending *pending;	/* newest first */
	struct lot lot;
} disk;

struct shim_file {
	sqlite3_file base;
	sqlite3_file *real;
	char *path;			/* NULL: of no name */
};

#define REAL(file) (((struct shim_file *)(file))->real)
#define PATH(file) (((struct shim_file *)(file))->path)

/* ---- power -------------------------------------------------------------------------- */

static void forget(const char *path)
{
	struct pending **at = &disk.pending, *one;

	while ((one = *at)) {
		if (path && strcmp(one->path, path) != 0) {
			at = &one->next;
			continue;
		}
		*at = one->next;
		free(one->path);
		free(one->before);
		free(one);
	}
}

static void remember(sqlite3_file *file, int n, int64_t at)
{
	struct pending *one = calloc(1, sizeof(*one));
	struct stat st;
	int fd = open(PATH(file), O_RDONLY | O_CLOEXEC);

	if (!one || fd < 0 || fstat(fd, &st) != 0)
		abort();
	*one = (struct pending){ .next = disk.pending, .path = strdup(PATH(file)),
		.before = calloc(1, (size_t)n), .n = n, .at = at, .size = st.st_size };
	one->had = (int)pread(fd, one->before, (size_t)n, at);
	close(fd);
	disk.pending = one;
}

/* Bytes [from, from + n) of the write as they were before it. */
static void take_back(const struct pending *one, int fd, int from, int n)
{
	static const char nothing[SECTOR];
	int i, part;

	for (i = from; i < from + n; i += part) {
		part = from + n - i < SECTOR ? from + n - i : SECTOR;
		if (i < one->had) {
			part = part < one->had - i ? part : one->had - i;
			part = (int)pwrite(fd, one->before + i, (size_t)part, one->at + i);
		} else {
			part = (int)pwrite(fd, nothing, (size_t)part, one->at + i);
		}
		if (part <= 0)
			abort();
	}
}

static void lose_power(void)
{
	struct pending *one;
	struct stat st;
	uint32_t fate;
	int fd, i;

	for (one = disk.pending; one; one = one->next) {
		fate = toss(&disk.lot, 4);
		if (fate == 0)
			continue;		/* it came to the disk */
		fd = open(one->path, O_RDWR | O_CLOEXEC);
		if (fd < 0)
			continue;
		if (fate == 1) {		/* torn */
			for (i = 0; i < one->n; i += SECTOR)
				if (toss(&disk.lot, 2))
					take_back(one, fd, i, one->n - i < SECTOR ?
						  one->n - i : SECTOR);
		} else {
			take_back(one, fd, 0, one->n);
			if (fstat(fd, &st) == 0 && st.st_size == one->at + one->n &&
			    st.st_size > one->size &&
			    ftruncate(fd, one->size) != 0)
				abort();
		}
		close(fd);
	}
	_exit(DISK_POWER_GONE);
}

/* ---- failing ------------------------------------------------------------------------ */

static bool fails(void)
{
	disk.calls++;
	if (disk.at < 1 || disk.way == DISK_GOOD || disk.calls < disk.at)
		return false;
	if (disk.way == DISK_LOSES_POWER)
		lose_power();
	if (disk.calls > disk.at &&
	    (disk.way == DISK_FAILS_ONCE || disk.way == DISK_SWALLOWS))
		return false;
	disk.failed++;
	return disk.way != DISK_SWALLOWS;
}

static bool swallows(void)
{
	return disk.way == DISK_SWALLOWS && disk.at > 0 && disk.calls == disk.at;
}

static int shim_close(sqlite3_file *file)
{
	int rc = REAL(file)->pMethods->xClose(REAL(file));

	free(PATH(file));
	PATH(file) = NULL;
	return rc;
}

static int shim_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	return REAL(file)->pMethods->xRead(REAL(file), to, n, at);
}

static int shim_write(sqlite3_file *file, const void *from, int n,
		      sqlite3_int64 at)
{
	if (fails())
		return disk.way == DISK_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
	if (swallows())
		return SQLITE_OK;
	if (disk.way == DISK_LOSES_POWER && PATH(file))
		remember(file, n, at);
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
	if (PATH(file))
		forget(PATH(file));
	/* Here the kernel itself never loses what was written: no need to wait. */
	return disk.way == DISK_GOOD ?
		REAL(file)->pMethods->xSync(REAL(file), flags) : SQLITE_OK;
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

/* None: no promise that a sector is written whole, or that an overwrite spares what is
 * beside it. */
static int shim_device(sqlite3_file *file)
{
	return disk.way == DISK_LOSES_POWER ? 0 :
		REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
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
	shim->path = NULL;
	if (fails())
		return SQLITE_CANTOPEN;
	shim->real = (sqlite3_file *)(shim + 1);
	rc = disk.real->xOpen(disk.real, name, shim->real, flags, out);
	if (shim->real->pMethods) {
		shim->base.pMethods = &methods;
		shim->path = name ? strdup(name) : NULL;
	}
	return rc;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	if (fails())
		return SQLITE_IOERR_DELETE;
	forget(name);
	return disk.real->xDelete(disk.real, name, sync);
}

void disk_install(void)
{
	static sqlite3_vfs vfs;

	if (disk.real)
		return;
	disk.real = sqlite3_vfs_find(NULL);
	vfs = *disk.real;
	vfs.zName = "failing";
	vfs.szOsFile = (int)sizeof(struct shim_file) + disk.real->szOsFile;
	vfs.xOpen = shim_open;
	vfs.xDelete = shim_delete;
	vfs.pNext = NULL;
	assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

void disk_start(enum disk_way way, long at, uint64_t seed)
{
	forget(NULL);
	disk.calls = disk.failed = 0;
	disk.way = way;
	disk.at = at;
	disk.lot.state = seed;
}

void disk_stop(void)
{
	disk.way = DISK_GOOD;
	disk.at = 0;
}

long disk_calls(void)
{
	return disk.calls;
}

long disk_failed(void)
{
	return disk.failed;
}
