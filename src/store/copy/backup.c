/* backup.c: a consistent copy of the store in a new file. */
#include <string.h>
#include <unistd.h>

#include "store/beside.h"
#include "store/checkpoint_file.h"
#include "store/page/page_sum.h"

/* A connection of its own sees what is committed, also while a change is
 * under way. */
static bool copy(struct store *from, struct store *to, struct error *err)
{
	sqlite3_backup *backup = NULL;
	int rc;

	if (!connect_open(from, err) || !checkpoint_copy(from, to, err))
		return false;
	if (connect_db(to, to->file, SQLITE_OPEN_READWRITE |
		       SQLITE_OPEN_NOFOLLOW, &to->db) != SQLITE_OK ||
	    (page_sum_there(from->db) && !page_sum_begin(to->db)) ||
	    !sql_script(to, err, "PRAGMA journal_mode = OFF; "
			"PRAGMA synchronous = OFF"))
		return sql_fail(to, err);
	backup = sqlite3_backup_init(to->db, "main", from->db, "main");
	if (!backup)
		return sql_fail(to, err);
	sqlite3_backup_step(backup, -1);
	rc = sqlite3_backup_finish(backup);
	return rc == SQLITE_OK || sql_fail(to, err);
}

bool store_backup(struct store *store, const char *path, struct error *err)
{
	struct store from = *store, to = { .lock = -1, .making = -1,
		.building = true };
	bool good;

	from.db = NULL;
	from.lock = -1;			/* it only reads */
	memset(&from.text, 0, sizeof(from.text));
	good = making_begin(&to, path, err) && copy(&from, &to, err);
	if (from.db)
		sqlite3_db_config(from.db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
				  NULL);
	sqlite3_close(from.db);
	if (sqlite3_close(to.db) != SQLITE_OK && good)
		good = error_set(err, ERROR_STORE, "STORE_IO",
				 "%s: the copy could not be closed", path);
	good = good && making_end(&to, err);
	making_drop(&to);
	arena_release(&from.text);
	arena_release(&to.text);
	return good;
}
