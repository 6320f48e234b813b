/* beside.h: what lies beside the store, and what becomes one. */
#ifndef STORE_BESIDE_H
#define STORE_BESIDE_H

#include "store/store_priv.h"

/* make.c: a new file grows under a name of its own beside its place, and takes it
 * only when it is whole: whatever ends the program in between, nobody finds half
 * of one.  What the dead have left is removed when the next one is made. */
bool making_begin(struct store *store, const char *path, struct error *err)
	MUST_CHECK;
/* To its place, once no connection is open; nothing is replaced. */
bool making_end(struct store *store, struct error *err) MUST_CHECK;
void making_drop(struct store *store);
/* A second name that the kill of its maker has left; false: there was none. */
bool making_heal(struct store *store);

/* beside.c: -wal, -shm and .lock must be plain files of the store's owner; then,
 * with the connection, the changes that wait must be this store's. */
bool beside_check(struct store *store, struct error *err) MUST_CHECK;
bool beside_check_wal(struct store *store, struct error *err) MUST_CHECK;

#endif
