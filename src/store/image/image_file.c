/* image_file.c: the file that holds an image, see image.h. */
#include "store/image/image_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "model/image/facts_image.h"
#include "model/image/facts_order.h"
#include "store/beside.h"

#define SECOND INT64_C(1000000000)
#define IMAGE_MAGIC "gatehouse image"
enum { LANES = 4, WORDS = 8 /* of a step of the sum */ };

/* Fills the first page; the block follows. */
struct head {
	char magic[sizeof(IMAGE_MAGIC)];
	uint64_t layout, base, size, sum;
	int64_t revision;
	unsigned char event[STORE_HASH];	/* its hash */
	struct image_stamp stamp;
};

static int64_t mtime(const struct stat *st)
{
	return st->st_mtim.tv_sec * SECOND + st->st_mtim.tv_nsec;
}

struct image_stamp image_stamp(const struct store *store)
{
	struct image_stamp stamp = { .device = -1 };
	struct stat st;

	if (lstat(store->file, &st) == 0)
		stamp = (struct image_stamp){ .device = (int64_t)st.st_dev,
			.inode = (int64_t)st.st_ino, .size = st.st_size,
			.mtime = mtime(&st) };
	if (lstat(store->wal, &st) == 0 && st.st_size > 0) {
		stamp.wal_size = st.st_size;
		stamp.wal_mtime = mtime(&st);
	}
	return stamp;
}

/* Against what a disk or a power cut does, not against people: whoever may write the
 * image may write the store. */
static uint64_t sum_of(const void *block, size_t n)
{
	uint64_t lanes[LANES] = { 1, 2, 3, 4 }, word;
	const char *at = block;
	size_t i = 0;

	for (; n >= sizeof(word); n -= sizeof(word), at += sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		lanes[i] = (lanes[i] ^ word) * UINT64_C(0xff51afd7ed558ccd);
		lanes[i] ^= lanes[i] >> 29;
		i = (i + 1) % LANES;
	}
	word = n;
	memcpy(&word, at, n);
	for (i = 0; i < LANES; i++)
		word = (word ^ lanes[i]) * UINT64_C(0xc4ceb9fe1a85ec53) +
			(word >> 31);
	return word;
}

/* The hash of an event: false where the store has none of that number. */
static bool event_at(struct store *store, int64_t seq,
		     unsigned char out[STORE_HASH])
{
	struct error ignored;
	sqlite3_stmt *stmt = sql_prepare(store, &ignored,
					 "SELECT hash FROM events WHERE seq = ?1");
	const unsigned char *hash = NULL;

	if (stmt && sqlite3_bind_int64(stmt, 1, seq) == SQLITE_OK &&
	    sql_next(store, &ignored, stmt) > 0)
		hash = sql_hash(stmt, 0);
	if (hash)
		memcpy(out, hash, STORE_HASH);
	sqlite3_finalize(stmt);
	return hash != NULL;
}

static const char *name_of(struct store *store, const char *end)
{
	return arena_printf(&store->text, "%s%s", store->file, end);
}

/* ---- reading ------------------------------------------------------------------------- */

bool image_is_ours(const struct store *store, int fd, int64_t *size)
{
	struct stat st;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_nlink != 1 ||
	    st.st_uid != store->st.st_uid || st.st_mode & 077 ||
	    st.st_size <= PAGE)
		return false;
	*size = st.st_size - PAGE;
	return true;
}

static bool fits(struct store *store, const struct head *head, int64_t size)
{
	unsigned char event[STORE_HASH];
	struct image_stamp now = image_stamp(store);
	struct error ignored;
	int64_t revision;

	return memcmp(head->magic, IMAGE_MAGIC, sizeof(head->magic)) == 0 &&
		head->layout == facts_image_layout() &&
		head->size == (uint64_t)size && head->base % PAGE == 0 &&
		store_revision(store, &revision, &ignored) &&
		head->revision <= revision &&
		(head->revision < revision ||
		 memcmp(&head->stamp, &now, sizeof(now)) == 0) &&
		event_at(store, head->revision, event) &&
		memcmp(event, head->event, STORE_HASH) == 0;
}

/* Where its pointers say, if that room is free; else anywhere. */
void *image_room(uint64_t base, size_t size)
{
	int how = PROT_READ | PROT_WRITE, flags = MAP_PRIVATE | MAP_ANONYMOUS;
	void *at = MAP_FAILED;

#ifdef MAP_FIXED_NOREPLACE
	at = mmap((void *)(uintptr_t)base, size, how,
		  flags | MAP_FIXED_NOREPLACE, -1, 0);
#endif
	if (at == MAP_FAILED)
		at = mmap(NULL, size, how, flags, -1, 0);
	return at == MAP_FAILED ? NULL : at;
}

/* Read and not mapped: what is copied over the file later must not change what was found
 * whole, nor cut it off below us. */
bool image_read_all(int fd, void *block, size_t n)
{
	char *at = block;
	off_t from = PAGE;
	ssize_t got;

	while (n > 0) {
		got = pread(fd, at, n, from);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		from += got;
		n -= (size_t)got;
	}
	return true;
}

void image_drop(void *at, size_t n)
{
	munmap(at, n);
}

static bool read_from(struct store *store, struct facts *facts, int fd)
{
	struct head head;
	int64_t size;
	void *at;

	if (!image_is_ours(store, fd, &size) ||
	    pread(fd, &head, sizeof(head), 0) != (ssize_t)sizeof(head) ||
	    !fits(store, &head, size))
		return false;
	at = image_room(head.base, head.size);
	if (!at)
		return false;
	(void)madvise(at, head.size, MADV_HUGEPAGE);
	if (!image_read_all(fd, at, head.size) ||
	    sum_of(at, head.size) != head.sum) {
		munmap(at, head.size);
		return false;
	}
	facts_thaw(facts, at, head.size, head.base, image_drop);
	facts->revision = head.revision;
	return true;
}

bool image_read(struct store *store, struct facts *facts)
{
	int fd = open(name_of(store, IMAGE_END), O_RDONLY | O_NOFOLLOW |
		      O_NONBLOCK | O_CLOEXEC);
	bool good;

	if (fd < 0)
		return false;
	good = read_from(store, facts, fd);
	close(fd);
	return good;
}

/* ---- writing ------------------------------------------------------------------------- */

bool image_pays(const struct facts *facts)
{
	size_t n = (size_t)facts->n_users + facts->n_projects + facts->n_assets;

	for (uint32_t i = 0; i < facts->n_groups; i++)
		n += facts->groups[i].members.n;
	return n >= IMAGE_LEAST;
}

/* Any room that programs leave free; another one each time. */
uint64_t image_base(void)
{
	uint64_t n = UINT64_C(0x100000000000);		/* 16 TiB */

	return n + (uint64_t)randombytes_uniform(1 << 18) * (1 << 24);
}

bool image_write_all(int fd, const void *data, size_t n)
{
	const char *at = data;
	ssize_t done;

	while (n > 0) {
		done = write(fd, at, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += done;
		n -= (size_t)done;
	}
	return true;
}

static bool write_to(int fd, const struct head *head, const void *block)
{
	char page[PAGE] = "";

	memcpy(page, head, sizeof(*head));
	return image_write_all(fd, page, sizeof(page)) &&
		image_write_all(fd, block, head->size);
}

/* Left by somebody who was killed: a minute is enough for any. */
static void sweep_old(const char *name)
{
	struct timespec now;
	struct stat st;

	clock_gettime(CLOCK_REALTIME, &now);
	if (lstat(name, &st) == 0 && st.st_mtim.tv_sec + 60 < now.tv_sec)
		unlink(name);
}

static void put_file(struct store *store, const struct head *head, const void *block)
{
	const char *name = name_of(store, IMAGE_END ".new");
	int fd;
	bool good;

	sweep_old(name);
	fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		  0600);
	if (fd < 0)
		return;
	good = write_to(fd, head, block);
	if (close(fd) != 0 || !good ||
	    rename(name, name_of(store, IMAGE_END)) != 0)
		unlink(name);
}

void image_put(struct store *store, struct facts *facts,
	       const struct image_stamp *stamp)
{
	struct head head = { .magic = IMAGE_MAGIC, .base = image_base(),
		.layout = facts_image_layout(), .stamp = *stamp,
		.revision = facts->revision };
	size_t size;
	void *block;

	if (store->fixed || store->immutable || store->st.st_uid != geteuid() ||
	    store_where(store) != STORE_THERE ||
	    !event_at(store, head.revision, head.event))
		return;
	facts_order_make(facts);
	block = facts_freeze(facts, head.base, &size);
	head.size = size;
	head.sum = sum_of(block, size);
	put_file(store, &head, block);
	free(block);
}
