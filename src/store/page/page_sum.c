/* page_sum.c: see page_sum.h.  Only the store's own file: what waits in the -wal file has
 * sums of SQLite's. */
#include "store/page/page_sum.h"

#include <stddef.h>
#include <string.h>

enum {
	OP = 0x67617465,	/* our file control: an int, less than 0 asks */
	HEAD = 100,		/* bytes of page 1 that are read alone, without a lock */
	RESERVED_AT = 20	/* where page 1 says how much room each page leaves */
};

#define VFS "gatehouse"

enum sums { SUMS_UNKNOWN, SUMS_NONE, SUMS_THERE };

struct summed {
	sqlite3_file base;
	enum sums sums;
	sqlite3_file *real;
};

static sqlite3_vfs *under, vfs;

#define SUMMED(file) ((struct summed *)(file))
#define REAL(file) (SUMMED(file)->real)
#define DO(file, call, ...) REAL(file)->pMethods->call(REAL(file), ##__VA_ARGS__)

/* ---- sums --------------------------------------------------------------------------- */

static void sum(const uint8_t *page, uint32_t number, uint8_t out[PAGE_SUM])
{
	uint32_t a = number, b = 0, word[2];
	size_t i;

	for (i = 0; i < PAGE_SIZE - PAGE_SUM; i += sizeof(word)) {
		memcpy(word, page + i, sizeof(word));
		a += word[0] + b;
		b += word[1] + a;
	}
	memcpy(out, &a, sizeof(a));
	memcpy(out + sizeof(a), &b, sizeof(b));
}

void page_sum_set(uint8_t page[PAGE_SIZE], uint32_t number)
{
	sum(page, number, page + PAGE_SIZE - PAGE_SUM);
}

/* A page that nobody has written is all zeros. */
static bool holds(const uint8_t *page, uint32_t number)
{
	static const uint8_t nothing[PAGE_SIZE];
	uint8_t want[PAGE_SUM];

	sum(page, number, want);
	return memcmp(page + PAGE_SIZE - PAGE_SUM, want, PAGE_SUM) == 0 ||
		memcmp(page, nothing, PAGE_SIZE) == 0;
}

static void note_head(sqlite3_file *file, const uint8_t *head, int n)
{
	if (n > RESERVED_AT)
		SUMMED(file)->sums = head[RESERVED_AT] == PAGE_SUM ? SUMS_THERE : SUMS_NONE;
}

static bool has_sums(sqlite3_file *file)
{
	uint8_t head[HEAD];

	if (SUMMED(file)->sums == SUMS_UNKNOWN && DO(file, xRead, head, HEAD, 0) == SQLITE_OK)
		note_head(file, head, HEAD);
	return SUMMED(file)->sums == SUMS_THERE;
}

/* ---- reading and writing -------------------------------------------------------------- */

/* A part of a page: by the whole of it. */
static int read_part(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	sqlite3_int64 start = at - at % PAGE_SIZE;
	uint8_t page[PAGE_SIZE];
	int rc;

	if (at + n > start + PAGE_SIZE)
		return DO(file, xRead, to, n, at);
	rc = DO(file, xRead, page, PAGE_SIZE, start);
	if (rc != SQLITE_OK)
		return DO(file, xRead, to, n, at);
	if (!holds(page, (uint32_t)(start / PAGE_SIZE) + 1))
		return SQLITE_IOERR_DATA;
	memcpy(to, page + (at - start), (size_t)n);
	return SQLITE_OK;
}

static int sum_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	int rc;

	/* The head of page 1 may be read while another writes it: it is read again. */
	if (at + n <= HEAD) {
		rc = DO(file, xRead, to, n, at);
		if (rc == SQLITE_OK && at == 0)
			note_head(file, to, n);
		return rc;
	}
	if (!has_sums(file))
		return DO(file, xRead, to, n, at);
	if (n != PAGE_SIZE || at % PAGE_SIZE)
		return read_part(file, to, n, at);
	rc = DO(file, xRead, to, n, at);
	if (rc == SQLITE_OK && !holds(to, (uint32_t)(at / PAGE_SIZE) + 1))
		rc = SQLITE_IOERR_DATA;
	return rc;
}

static int sum_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
	uint8_t page[PAGE_SIZE];

	if (at == 0 && n == PAGE_SIZE)
		note_head(file, from, n);
	if (n != PAGE_SIZE || at % PAGE_SIZE || !has_sums(file))
		return DO(file, xWrite, from, n, at);
	memcpy(page, from, PAGE_SIZE);
	page_sum_set(page, (uint32_t)(at / PAGE_SIZE) + 1);
	return DO(file, xWrite, page, n, at);
}

/* ---- the rest as below ------------------------------------------------------------------ */

static int sum_close(sqlite3_file *file)
{
	return DO(file, xClose);
}

static int sum_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return DO(file, xTruncate, size);
}

static int sum_sync(sqlite3_file *file, int flags)
{
	return DO(file, xSync, flags);
}

static int sum_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return DO(file, xFileSize, size);
}

static int sum_lock(sqlite3_file *file, int lock)
{
	return DO(file, xLock, lock);
}

static int sum_unlock(sqlite3_file *file, int lock)
{
	return DO(file, xUnlock, lock);
}

static int sum_reserved(sqlite3_file *file, int *out)
{
	return DO(file, xCheckReservedLock, out);
}

static int sum_control(sqlite3_file *file, int op, void *arg)
{
	if (op != OP)
		return DO(file, xFileControl, op, arg);
	if (*(int *)arg >= 0)
		SUMMED(file)->sums = SUMS_THERE;
	*(int *)arg = has_sums(file);
	return SQLITE_OK;
}

static int sum_sector(sqlite3_file *file)
{
	return DO(file, xSectorSize);
}

static int sum_device(sqlite3_file *file)
{
	return DO(file, xDeviceCharacteristics);
}

static int sum_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
	return DO(file, xShmMap, page, size, extend, out);
}

static int sum_shm_lock(sqlite3_file *file, int at, int n, int flags)
{
	return DO(file, xShmLock, at, n, flags);
}

static void sum_barrier(sqlite3_file *file)
{
	DO(file, xShmBarrier);
}

static int sum_unmap(sqlite3_file *file, int gone)
{
	return DO(file, xShmUnmap, gone);
}

static const sqlite3_io_methods methods = {
	2, sum_close, sum_read, sum_write, sum_truncate, sum_sync, sum_size, sum_lock,
	sum_unlock, sum_reserved, sum_control, sum_sector, sum_device, sum_map,
	sum_shm_lock, sum_barrier, sum_unmap, NULL, NULL
};

static int sum_open(sqlite3_vfs *self, sqlite3_filename name, sqlite3_file *file, int flags,
		    int *out)
{
	struct summed *summed = (struct summed *)file;
	int rc;

	(void)self;
	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return under->xOpen(under, name, file, flags, out);
	summed->base.pMethods = NULL;
	summed->sums = SUMS_UNKNOWN;
	summed->real = (sqlite3_file *)(summed + 1);
	rc = under->xOpen(under, name, summed->real, flags, out);
	if (summed->real->pMethods)
		summed->base.pMethods = &methods;
	return rc;
}

const char *page_sum_vfs(void)
{
	if (under)
		return VFS;
	if (sqlite3_initialize() != SQLITE_OK || !(under = sqlite3_vfs_find(NULL)))
		return NULL;
	vfs = *under;
	vfs.zName = VFS;
	vfs.szOsFile = (int)sizeof(struct summed) + under->szOsFile;
	vfs.xOpen = sum_open;
	vfs.pNext = NULL;
	if (sqlite3_vfs_register(&vfs, 0) == SQLITE_OK)
		return VFS;
	under = NULL;
	return NULL;
}

bool page_sum_begin(sqlite3 *db)
{
	int room = PAGE_SUM, on = 1;

	return sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &room) == SQLITE_OK &&
		sqlite3_file_control(db, "main", OP, &on) == SQLITE_OK && on;
}

bool page_sum_there(sqlite3 *db)
{
	int asked = -1;

	return sqlite3_file_control(db, "main", OP, &asked) == SQLITE_OK && asked == 1;
}
