/* kept.c: a demo store as it is now, kept in memory, and put back later. */
#include <string.h>

#include "base/mem.h"
#include "store/store_priv.h"

/* All pages, in one step. */
static bool copy(struct store *from, struct store *to, struct error *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", from->db,
						     "main");
	int rc;

	if (!backup)
		return sql_fail(to, err);
	sqlite3_backup_step(backup, -1);
	rc = sqlite3_backup_finish(backup);
	return rc == SQLITE_OK || sql_fail(to, err);
}

struct store *store_keep(struct store *store, struct error *err)
{
	struct store *kept = store_new();

	kept->demo = store->demo;
	kept->fixed = kept->reading = kept->building = true;
	if (connect_db(kept, ":memory:", SQLITE_OPEN_READWRITE |
		       SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, &kept->db) ==
	    SQLITE_OK ? copy(store, kept, err) : sql_fail(kept, err))
		return kept;
	store_kept_free(kept);
	return NULL;
}

bool store_put_back(struct store *store, struct store *kept, struct error *err)
{
	struct error ignored;
	bool good;

	if (!store->demo || store->reading || store->broken) {
		error_set(err, ERROR_DENIED, "STORE_READONLY",
			  "%s is no demo that can be written", store->path);
		return error_remedy(err, "open the demo again");
	}
	if (store_where(store) != STORE_THERE)
		return error_set(err, ERROR_STORE, "STORE_REMOVED",
				 "the demo %s is gone", store->path);
	if (!lock_take(store, STORE_WAIT, err))
		return false;
	good = copy(kept, store, err);
	if (good)
		(void)!store_checkpoint(store, true, &ignored);
	lock_drop(store);
	memset(store->hash, 0, sizeof(store->hash));
	return good;
}

void store_kept_free(struct store *kept)
{
	if (!kept)
		return;
	sqlite3_close(kept->db);
	kept->db = NULL;
	store_close(kept);
}
