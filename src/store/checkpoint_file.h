/* checkpoint_file.h: the file of checkpoints, within this room. */
#ifndef STORE_CHECKPOINT_FILE_H
#define STORE_CHECKPOINT_FILE_H

#include "store/store_priv.h"

const char *checkpoint_path(struct store *store);
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

#endif
