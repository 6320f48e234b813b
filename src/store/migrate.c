/* migrate.c: is this file ours, of which version, and are its tables what they
 * should be; older ones are brought up to date. */
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "store/migrations.inc"
#include "store/checkpoint_file.h"

int migrate_latest(void)
{
	return (int)COUNT_OF(migrations);
}

/* The version and the mark go with the tables, in one transaction. */
bool migrate_run(struct store *store, int from, int to, struct error *err)
{
	char sql[96];
	bool good = true;

	store->building = true;
	for (int i = from; good && i < to; i++) {
		good = sql_script(store, err, (const char *)migrations[i].text);
		if (!good)
			error_field(err, "%s", migrations[i].name);
	}
	snprintf(sql, sizeof(sql), "PRAGMA user_version = %d;"
		 "PRAGMA application_id = %d", to, STORE_APPLICATION);
	good = good && sql_script(store, err, sql);
	store->building = false;
	return good;
}

void migrate_mark(unsigned char out[STORE_HASH])
{
	crypto_generichash_state hash;

	crypto_generichash_init(&hash, NULL, 0, STORE_HASH);
	for (size_t i = 0; i < COUNT_OF(migrations); i++)
		crypto_generichash_update(&hash, migrations[i].text,
			strlen((const char *)migrations[i].text) + 1);
	crypto_generichash_final(&hash, out, STORE_HASH);
}

static bool fingerprint(sqlite3 *db, unsigned char out[STORE_HASH])
{
	crypto_generichash_state hash;
	sqlite3_stmt *stmt = NULL;
	bool memory = true;
	const char *text;
	int rc;

	/* All of it: a trigger may have any name, also one like SQLite's own. */
	if (sqlite3_prepare_v2(db, "SELECT type, name, tbl_name, sql "
			       "FROM sqlite_schema ORDER BY type, name",
			       -1, &stmt, NULL) != SQLITE_OK)
		return false;
	crypto_generichash_init(&hash, NULL, 0, STORE_HASH);
	while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
		for (int i = 0; i < 4; i++) {
			bool none = sqlite3_column_type(stmt, i) == SQLITE_NULL;

			text = (const char *)sqlite3_column_text(stmt, i);
			if (!text && !none)
				memory = false;
			if (!text)
				text = "";
			crypto_generichash_update(&hash,
				(const unsigned char *)text, strlen(text) + 1);
		}
	sqlite3_finalize(stmt);
	crypto_generichash_final(&hash, out, STORE_HASH);
	return rc == SQLITE_DONE && memory;
}

/* What the migrations make of an empty database. */
static bool made_anew(int version, unsigned char out[STORE_HASH])
{
	struct store memory = { .lock = -1, .building = true };
	sqlite3 *db = NULL;
	bool good = connect_db(&memory, ":memory:", SQLITE_OPEN_READWRITE |
			       SQLITE_OPEN_CREATE, &db) == SQLITE_OK;

	for (int i = 0; good && i < version; i++)
		good = sqlite3_exec(db, (const char *)migrations[i].text,
				    NULL, NULL, NULL) == SQLITE_OK;
	good = good && fingerprint(db, out);
	sqlite3_close(db);
	return good;
}

/* Kept for the process: to build all tables takes four times as long as the rest of an
 * opening, and it is always the same. */
static bool expected(int version, unsigned char out[STORE_HASH])
{
	enum { NONE, COPYING, KNOWN };
	static unsigned char kept[COUNT_OF(migrations) + 1][STORE_HASH];
	static atomic_int state[COUNT_OF(migrations) + 1];	/* the worker opens, too */
	int none = NONE;

	if (atomic_load(&state[version]) == KNOWN) {
		memcpy(out, kept[version], STORE_HASH);
		return true;
	}
	if (!made_anew(version, out))
		return false;
	if (atomic_compare_exchange_strong(&state[version], &none, COPYING)) {
		memcpy(kept[version], out, STORE_HASH);
		atomic_store(&state[version], KNOWN);
	}
	return true;
}

bool migrate_fingerprint(struct store *store, int version, bool *same,
			 struct error *err)
{
	unsigned char ours[STORE_HASH], theirs[STORE_HASH];

	*same = false;
	if (version < 1 || version > migrate_latest())
		return true;	/* a newer program has been here since it was opened */
	/* These statements are good: only memory can be wanting. */
	if (!expected(version, ours))
		return sql_no_memory(store, err);
	if (!fingerprint(store->db, theirs)) {
		if (sqlite3_errcode(store->db) == SQLITE_OK ||
		    sqlite3_errcode(store->db) == SQLITE_DONE)
			return sql_no_memory(store, err);
		return sql_fail(store, err);
	}
	*same = memcmp(ours, theirs, sizeof(ours)) == 0;
	return true;
}

bool migrate_version(struct store *store, int *version, struct error *err)
{
	int64_t value;

	if (!sql_int(store, err, "PRAGMA user_version", &value))
		return false;
	*version = (int)value;
	return true;
}

static bool check_mark(struct store *store, int *version, struct error *err)
{
	int64_t mark;

	if (!sql_int(store, err, "PRAGMA application_id", &mark))
		return false;
	if (mark != STORE_APPLICATION) {
		error_set(err, ERROR_STORE, "STORE_FOREIGN",
			  "%s is not a gatehouse workspace", store->path);
		return foreign_remedy(store, err);
	}
	if (!migrate_version(store, version, err))
		return false;
	if (*version < 1)
		return store_damaged(store, err, "version %d", *version);
	if (*version > migrate_latest()) {
		error_set(err, ERROR_STORE, "STORE_NEWER",
			  "%s was written by a newer gatehouse (version %d; "
			  "this one knows %d)", store->path, *version,
			  migrate_latest());
		return error_remedy(err, "install the newer gatehouse");
	}
	return true;
}

static bool check_tables(struct store *store, int version, struct error *err)
{
	bool same;

	if (!migrate_fingerprint(store, version, &same, err))
		return false;
	return same || store_damaged(store, err,
		"its tables are not those of version %d", version);
}

/* Somebody else may have been faster: look again once we are alone. */
static bool migrate(struct store *store, struct error *err)
{
	int version;
	bool good;

	if (store->fixed) {
		error_set(err, ERROR_STORE, "STORE_OLDER",
			  "%s was written by an older gatehouse", store->path);
		return error_remedy(err, "open it once where it can be "
				    "written: that brings it up to date");
	}
	if (!store_begin(store, err))
		return false;
	good = migrate_version(store, &version, err) &&
		check_tables(store, version, err) &&
		migrate_run(store, version, migrate_latest(), err) &&
		check_tables(store, migrate_latest(), err) &&
		sql_script(store, err, "COMMIT");
	if (!good) {
		store_rollback(store);
		return false;
	}
	/* Of what is there; that it is not told is for verify to see. */
	(void)!checkpoint_of_now(store, CHECKPOINT_COMMIT, NULL, NULL);
	lock_drop(store);
	return true;
}

bool migrate_open(struct store *store, bool known, struct error *err)
{
	int version = 0;
	bool began, good;

	if (!store_moment(store, &began, err))
		return false;
	good = check_mark(store, &version, err) &&
		(known || check_tables(store, version, err));
	store_moment_end(store, began);
	if (!good)
		return false;
	return version == migrate_latest() || migrate(store, err);
}
