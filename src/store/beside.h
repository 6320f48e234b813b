/* beside.h: what lies beside the store, and what becomes one. */
#ifndef STORE_BESIDE_H
#define STORE_BESIDE_H

#include "store/store_priv.h"

/* What ends in these beside a store is the store's; the first three are SQLite's. */
#define IMAGE_END ".image"
#define CHECKPOINTS_END ".checkpoints"
#define SIGNED_END ".signed"
static const char *const beside_ends[] = { "-wal", "-shm", "-journal", ".lock",
	IMAGE_END, IMAGE_END ".new", CHECKPOINTS_END,
	SIGNED_END, SIGNED_END ".new" };
enum { BESIDE_SQLITE = 3 };

/* make.c: a new file grows under a name of its own beside its place, and takes it
 * only when it is whole: whatever ends the program in between, nobody finds half
 * of one.  What the dead have left is removed when the next one is made. */
#define MAKING ".new-"		/* NAME.new-PID-XXXXXX */
bool making_begin(struct store *store, const char *path, struct error *err)
	MUST_CHECK;
/* To its place, once no connection is open; nothing is replaced. */
bool making_end(struct store *store, struct error *err) MUST_CHECK;

/* sweep.c: away with what is being made and with what lies beside it. */
void making_drop(struct store *store);
/* Away with what dead makers of the file have left (also a second name of it); how
 * much it was. */
size_t sweep(const struct store *store, const char *file);

/* beside.c: -wal, -shm and .lock must be plain files of the store's owner; then,
 * with the connection, the changes that wait must be this store's. */
bool beside_check(struct store *store, struct error *err) MUST_CHECK;
bool beside_check_wal(struct store *store, struct error *err) MUST_CHECK;

#endif
