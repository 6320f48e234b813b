/* open.c: opening, making and closing a store. */
#include "store/store.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/beside.h"

enum { SMALL_FILE = 1 << 20 };	/* bytes; looked through in opening */

struct store *store_new(void)
{
	struct store *store = mem_alloc(sizeof(*store));

	store->lock = store->watch = store->watched = store->making = -1;
	store->path = store->operator_login = "";
	if (sodium_init() < 0)
		abort();
	return store;
}

/* Whoever closes last writes the -wal file back, which is a checkpoint: only
 * with the lock (W1).  A lock file that was not there before goes again: who only
 * looked, or was turned away, leaves none. */
void store_disconnect(struct store *store)
{
	bool locked = false, new;

	if (!store->db)
		return;
	new = access(store->lock_name, F_OK) != 0;
	if (!store->fixed && !store->broken && store->lock < 0 &&
	    store_where(store) == STORE_THERE &&
	    (store->trusted || !store->waits))
		locked = lock_take(store, 0, NULL);
	if (!locked)
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
				  1, NULL);
	if (sqlite3_close(store->db) != SQLITE_OK)
		abort();	/* a statement was left open: rule W2 */
	if (locked && new)
		unlink(store->lock_name);
	store->db = NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	if (store->db && !sqlite3_get_autocommit(store->db))
		store_rollback(store);
	if (store->watch >= 0)
		close(store->watch);
	store_disconnect(store);
	lock_drop(store);
	making_drop(store);
	arena_release(&store->text);
	free(store);
}

/* The first finding, without its title; a sum that does not hold is told as one. */
static void say_finding(struct store *store, const char *said, struct error *err)
{
	const char *at;
	int code;

	if (strncmp(said, "*** in database ", 16) == 0 && strchr(said, '\n'))
		said = strchr(said, '\n') + 1;
	/* "Page 3: unable ...", since 3.42 "Tree 2 page 3: unable ..." */
	at = strstr(said, ": unable to get the page.");
	if (at && sscanf(at, ": unable to get the page. error code=%d", &code) == 1 &&
	    code == SQLITE_IOERR_DATA) {
		while (at > said && at[-1] >= '0' && at[-1] <= '9')
			at--;
		store_damaged(store, err, "page %.*s is not as it was written: its sum does "
			      "not hold", (int)strspn(at, "0123456789"), at);
	} else {
		store_damaged(store, err, "%s", said);
	}
}

static bool quick_check(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt;
	struct stat st;
	const char *said;
	int more;

	if (stat(store->file, &st) != 0 || st.st_size > SMALL_FILE)
		return true;
	stmt = sql_prepare(store, err, "PRAGMA quick_check(1)");
	more = stmt ? sql_fault(store, err, stmt, &said) : -1;
	if (more > 0)
		say_finding(store, said ? said : "no answer", err);
	sqlite3_finalize(stmt);
	return more == 0;
}

/* Where the rules of the tables were switched off there may be two, or none. */
static bool one_row_each(struct store *store, struct error *err)
{
	static const struct { const char *table, *sql; } all[] = {
		{ "origin", "SELECT count(*) FROM origin" },
		{ "workspace", "SELECT count(*) FROM workspace" },
		{ "last_admin", "SELECT count(*) FROM last_admin" },
	};
	int64_t n;

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		if (!sql_int(store, err, all[i].sql, &n))
			return false;
		if (n != 1)
			return store_damaged(store, err, "table %s has %lld rows "
					     "and not one", all[i].table,
					     (long long)n);
	}
	return true;
}

static bool read_origin(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err,
		"SELECT operator, demo, ended FROM origin");
	const char *login;
	int more;

	if (!stmt)
		return false;
	more = sql_next(store, err, stmt);
	if (more > 0 && !sql_text(store, err, stmt, 0, &login))
		more = -1;
	if (more > 0) {
		store->operator_login = arena_strdup(&store->text,
						     login ? login : "");
		store->demo = sqlite3_column_int(stmt, 1);
		store->ended = sqlite3_column_int(stmt, 2);
	}
	sqlite3_finalize(stmt);
	if (more == 0)
		store_damaged(store, err, "it does not say who made it");
	return more > 0;
}

/* Last, for an older schema is brought up to date also for a reader. */
static bool only_read(struct store *store, enum store_mode mode,
		      struct error *err)
{
	store->reading = store->fixed || mode == STORE_READ;
	return !store->reading ||
		sql_script(store, err, "PRAGMA query_only = ON");
}

struct store *store_open(const char *path, enum store_mode mode,
			 struct error *err)
{
	struct store *store = store_new();
	bool good = place_find(store, path, err) && place_check(store, err);
	bool known = good && clean_known(store);

	if (good && connect_open(store, err) && beside_check_wal(store, err) &&
	    migrate_open(store, known, err) &&
	    (known || quick_check(store, err)) &&
	    one_row_each(store, err) && read_origin(store, err) &&
	    only_read(store, mode, err)) {
		if (!known)
			clean_note(store);
		store->trusted = true;
		return store;
	}
	store_close(store);
	return NULL;
}

bool store_readonly(const struct store *store)
{
	return store->reading;
}

bool store_demo(const struct store *store)
{
	return store->demo;
}

const char *store_path(const struct store *store)
{
	return store->path;
}

const char *store_operator(const struct store *store)
{
	return store->operator_login;
}

bool store_operator_ended(const struct store *store)
{
	return store->ended;
}

bool store_owner_uid(const struct store *store, uint32_t *uid)
{
	struct stat st;

	if (lstat(store->file, &st) != 0)
		return false;
	*uid = st.st_uid;
	return true;
}
