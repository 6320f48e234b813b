/* clean.c: what was found clean is not looked through again until it changes. */
#include <sodium.h>
#include <stddef.h>
#include <string.h>
#include <sys/xattr.h>
#include <time.h>

#include "store/store_priv.h"

#define NOTE "user.gatehouse.clean"
#define SECOND INT64_C(1000000000)
enum { TICK = 20000000 /* ns: no clock of files is coarser, but those of seconds */ };

struct note {
	unsigned char tables[STORE_HASH];	/* of the program that looked */
	int64_t device, inode, size, mtime;
	int64_t when;				/* last: the rest must be the same */
};

static int64_t ns(struct timespec t)
{
	return t.tv_sec * SECOND + t.tv_nsec;
}

static struct note describe(const struct stat *st)
{
	struct note note = { .device = (int64_t)st->st_dev,
		.inode = (int64_t)st->st_ino, .size = st->st_size,
		.mtime = ns(st->st_mtim) };
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	note.when = ns(now);
	migrate_mark(note.tables);
	return note;
}

static bool same(const struct note *a, const struct note *b)
{
	return memcmp(a, b, offsetof(struct note, when)) == 0;
}

bool clean_known(const struct store *store)
{
	struct note now = describe(&store->st), kept;

	return !store->waits &&
		lgetxattr(store->file, NOTE, &kept, sizeof(kept)) ==
			(ssize_t)sizeof(kept) && same(&kept, &now) &&
		kept.when <= now.when &&
		now.when - kept.when < 24 * 60 * 60 * SECOND &&
		ns(store->st.st_ctim) <= kept.when + TICK;
}

void clean_note(const struct store *store)
{
	struct note before = describe(&store->st), now;
	struct stat st;

	if (store->waits || place_waits(store) || lstat(store->file, &st) != 0)
		return;
	now = describe(&st);
	if (same(&before, &now) && ns(st.st_ctim) == ns(store->st.st_ctim) &&
	    now.mtime < now.when - (st.st_mtim.tv_nsec ? TICK : 2 * SECOND))
		(void)!lsetxattr(store->file, NOTE, &now, sizeof(now), 0);
}
