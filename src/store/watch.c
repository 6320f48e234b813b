/* watch.c: a descriptor that wakes when anybody commits.  The -wal file is
 * watched; it comes and goes with the first and the last connection.  It is
 * written before the commit can be seen, so the writers' lock file is watched
 * too: a writer closes it when all is done.  So is the store: see store_where. */
#include <sys/inotify.h>
#include <unistd.h>

#include "store/store_priv.h"

static void arm(struct store *store)
{
	store->watched = inotify_add_watch(store->watch, store->wal,
		IN_MODIFY | IN_DELETE_SELF | IN_MOVE_SELF);
}

/* The store itself, for it may be removed or another take its place. */
static void arm_store(struct store *store)
{
	(void)inotify_add_watch(store->watch, store->file,
				IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF);
}

/* The first writer makes it; what is watched already stays so. */
static void arm_lock(struct store *store)
{
	(void)inotify_add_watch(store->watch, store->lock_name,
				IN_CLOSE_WRITE);
}

int store_watch(struct store *store)
{
	if (store->immutable || store->watch >= 0)
		return store->watch;
	store->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (store->watch < 0)
		return -1;
	arm(store);
	if (store->watched < 0) {
		close(store->watch);
		store->watch = -1;
	} else {
		arm_lock(store);
		arm_store(store);
	}
	return store->watch;
}

void store_watch_drain(struct store *store)
{
	union {
		struct inotify_event event;
		char bytes[4096];
	} got;
	bool lost = store->watched < 0;
	ssize_t n;
	size_t at;

	if (store->watch < 0)
		return;
	while ((n = read(store->watch, &got, sizeof(got))) > 0)
		for (at = 0; at < (size_t)n; ) {
			const struct inotify_event *event =
				(const void *)(got.bytes + at);

			if (event->wd == store->watched &&
			    event->mask & (IN_DELETE_SELF | IN_MOVE_SELF |
					   IN_IGNORED))
				lost = true;
			at += sizeof(*event) + event->len;
		}
	if (lost) {
		if (store->watched >= 0)
			inotify_rm_watch(store->watch, store->watched);
		arm(store);
	}
	arm_lock(store);
}
