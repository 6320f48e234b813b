/* no_room.c: no room for what is written: said as such, and not as an error of the disk. */
#include <errno.h>
#include <sys/statvfs.h>

#include "store/store_priv.h"

enum { LITTLE = 64 << 10 };	/* bytes: what SQLite wants beside the store */

const char *place_no_room(int error)
{
	switch (error) {
	case ENOSPC:
		return "the disk is full";
	case EDQUOT:
		return "the disk quota is used up";
	case EFBIG:
		return "the limit on the size of files is reached (ulimit -f)";
	default:
		return NULL;
	}
}

bool place_full(const struct store *store, int error, struct error *err)
{
	const char *why = place_no_room(error);

	if (!why)
		return false;
	error_set(err, ERROR_STORE, "STORE_FULL", "%s: %s; nothing was changed", store->path,
		  why);
	(void)error_remedy(err, error == EFBIG ? "raise it and try again" :
			   "free some space there (df %.200s) and try again",
			   store->folder ? store->folder : ".");
	return true;
}

int place_room(const struct store *store)
{
	struct statvfs fs;

	return store->folder && statvfs(store->folder, &fs) == 0 &&
		fs.f_bavail * fs.f_frsize < LITTLE ? ENOSPC : 0;
}
