/* checkpoint_file.h: the file of checkpoints, within this room. */
#ifndef STORE_CHECKPOINT_FILE_H
#define STORE_CHECKPOINT_FILE_H

#include "store/store_priv.h"

const char *checkpoint_path(struct store *store);
/* The name of the store for ever: the hash of its first event. */
bool checkpoint_first(struct store *store, char out[STORE_HASH_HEX], struct error *err)
	MUST_CHECK;
/* A descriptor to append to; -1: ERROR_STORE STORE_CHECKPOINT.  A file that is not there
 * is made. */
int checkpoint_open(struct store *store, struct error *err) MUST_CHECK;
/* After the commit of the event: to the descriptor, which is closed, and to syslog.  What
 * cannot be written is noted (store_untold). */
void checkpoint_append(struct store *store, int fd, enum checkpoint_what what,
		       const char *state, const struct event *event);
/* Of the newest event, as it stands in the tables; nothing where there is none. */
bool checkpoint_of_now(struct store *store, enum checkpoint_what what,
		       const char *state, struct error *err) MUST_CHECK;

/* copy/checkpoint_copy.c: the lines of `from`, which is open, and what was signed of
 * it, beside `to`, which is being made (making_end gives them their names); before the
 * tables are copied, so that none tells of more than these hold.  Where `from` has none,
 * or they cannot be read, `to` has none: a fault stays one.  Lines that are in that place
 * already stay. */
bool checkpoint_copy(struct store *from, struct store *to, struct error *err) MUST_CHECK;
/* image/signed_file.c: the hash that is signed in such a file, as a line of checkpoints
 * tells it; false: it is none. */
bool signed_digest(const void *file, size_t n, char out[STORE_HASH_HEX]) MUST_CHECK;

#endif
