/* connect.c: the connection to SQLite, its guard and its settings (SECURITY 1),
 * which are read back: a setting that was not taken is a refusal, not a surprise. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "store/page/page_sum.h"
#include "store/store_priv.h"

enum {
	LIMIT_ROW = 64 << 20,		/* bytes of one row or text */
	LIMIT_SQL = 64 << 10
};

/* value: what reading back must give. */
static const struct setting {
	const char *name, *set, *value;
	bool writing;			/* only where the file is written */
} settings[] = {
	{ "journal_mode", "WAL", "wal", true },
	{ "synchronous", "FULL", "2", false },
	{ "wal_autocheckpoint", "0", "0", false },
	{ "foreign_keys", "ON", "1", false },
	{ "recursive_triggers", "ON", "1", false },
	{ "secure_delete", "ON", "1", false },
	{ "trusted_schema", "OFF", "0", false },
	{ "cell_size_check", "ON", "1", false },
	{ "temp_store", "MEMORY", "2", false },
	{ "mmap_size", "0", "0", false },
	{ "cache_size", "-16000", "-16000", false },
	{ "busy_timeout", "2000", "2000", false },
};

static const struct {
	int option, value;
} options[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

/* ---- the guard ------------------------------------------------------------------ */

/* Beside the settings; value NULL: asked only, "": any. */
static const struct pragma {
	const char *name, *value;
	bool building;
} pragmas[] = {
	{ "user_version", NULL, false }, { "application_id", NULL, false },
	{ "query_only", "ON", false }, { "quick_check", "1", false },
	{ "integrity_check", "20", false }, { "foreign_key_check", NULL, false },
	{ "user_version", "", true }, { "application_id", "", true },
	{ "journal_mode", "OFF", true }, { "synchronous", "OFF", true },
	{ "quick_check", "", true },	/* by ALTER TABLE, of the table */
};

static bool is_ours(const struct store *store, const char *name,
		    const char *value)
{
	const struct pragma *one;

	for (size_t i = 0; i < COUNT_OF(settings); i++)
		if (strcasecmp(name, settings[i].name) == 0 &&
		    (!value || strcmp(value, settings[i].set) == 0))
			return true;
	for (size_t i = 0; i < COUNT_OF(pragmas); i++) {
		one = &pragmas[i];
		if (strcasecmp(name, one->name) == 0 &&
		    (store->building || !one->building) &&
		    (!value || !one->value ? value == one->value :
		     !*one->value || strcmp(value, one->value) == 0))
			return true;
	}
	return false;
}

/* Asked while a statement is compiled, also of what stands in triggers.  What is not
 * named here (ATTACH, views, virtual tables, savepoints, ...) is refused. */
static int guard(void *ctx, int what, const char *first, const char *second,
		 const char *base, const char *trigger)
{
	const struct store *store = ctx;
	bool good = false;

	(void)base;
	(void)trigger;
	switch (what) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_TRANSACTION:
		good = true;
		break;
	case SQLITE_FUNCTION:
		good = strcasecmp(second, "load_extension") != 0;
		break;
	case SQLITE_PRAGMA:
		good = is_ours(store, first, second);
		break;
	case SQLITE_INSERT:
	case SQLITE_UPDATE:
	case SQLITE_DELETE:
	case SQLITE_CREATE_TEMP_TABLE:
	case SQLITE_DROP_TEMP_TABLE:
		good = store->lock >= 0 || store->building;
		break;
	case SQLITE_CREATE_TABLE:
	case SQLITE_CREATE_INDEX:
	case SQLITE_REINDEX:		/* of an index just made */
	case SQLITE_CREATE_TRIGGER:
	case SQLITE_ALTER_TABLE:
	case SQLITE_DROP_TABLE:
		good = store->building;
		break;
	default:
		break;
	}
	return good ? SQLITE_OK : SQLITE_DENY;
}

int connect_db(struct store *store, const char *name, int flags, sqlite3 **db)
{
	const char *vfs = page_sum_vfs();
	int rc = vfs ? sqlite3_open_v2(name, db, flags | SQLITE_OPEN_NOMUTEX |
				       SQLITE_OPEN_PRIVATECACHE |
				       SQLITE_OPEN_EXRESCODE, vfs) : SQLITE_NOMEM;

	return rc == SQLITE_OK ? sqlite3_set_authorizer(*db, guard, store) : rc;
}

/* ---- the settings --------------------------------------------------------------- */

static bool applies(const struct store *store, const struct setting *one)
{
	return !one->writing || !store->fixed;
}

/* No row is an answer too: an mmap_size of nothing has none. */
static bool read_setting(struct store *store, const struct setting *one,
			 char *value, size_t size, struct error *err)
{
	const char *said = NULL;
	sqlite3_stmt *stmt;
	char sql[64];
	int more;

	snprintf(sql, sizeof(sql), "PRAGMA %s", one->name);
	stmt = sql_prepare(store, err, sql);
	if (!stmt)
		return false;
	more = sql_next(store, err, stmt);
	if (more > 0 && !sql_text(store, err, stmt, 0, &said))
		more = -1;
	if (more > 0)
		snprintf(value, size, "%s", said ? said : "");
	else
		snprintf(value, size, "%s", one->value);
	sqlite3_finalize(stmt);
	return more >= 0;
}

bool connect_check(struct store *store, struct error *err)
{
	const struct setting *one;
	char value[32];

	for (size_t i = 0; i < COUNT_OF(settings); i++) {
		one = &settings[i];
		if (!applies(store, one))
			continue;
		if (!read_setting(store, one, value, sizeof(value), err))
			return false;
		if (strcmp(value, one->value) != 0)
			return error_set(err, ERROR_STORE, "STORE_SETTING",
				"%s: SQLite did not take %s = %s (it says %s)",
				store->path, one->name, one->set, value);
	}
	return true;
}

static bool set_all(struct store *store, struct error *err)
{
	char sql[96];
	int now;

	for (size_t i = 0; i < COUNT_OF(options); i++)
		if (sqlite3_db_config(store->db, options[i].option,
				      options[i].value, &now) != SQLITE_OK ||
		    now != options[i].value)
			return error_set(err, ERROR_STORE, "STORE_SETTING",
				"%s: this SQLite lacks a safety setting (%d)",
				store->path, options[i].option);
	sqlite3_limit(store->db, SQLITE_LIMIT_LENGTH, LIMIT_ROW);
	sqlite3_limit(store->db, SQLITE_LIMIT_SQL_LENGTH, LIMIT_SQL);
	sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(store->db, SQLITE_LIMIT_TRIGGER_DEPTH, 8);
	for (size_t i = 0; i < COUNT_OF(settings); i++) {
		if (!applies(store, &settings[i]))
			continue;
		snprintf(sql, sizeof(sql), "PRAGMA %s = %s", settings[i].name,
			 settings[i].set);
		if (!sql_script(store, err, sql))
			return false;
	}
	return true;
}

/* file:... with everything that means something in a URI written as %XX. */
static const char *uri(struct store *store)
{
	static const char hex[] = "0123456789ABCDEF";
	const char *from = store->file;
	char *out = arena_alloc(&store->text, 3 * strlen(from) + 32), *to = out;

	to += snprintf(to, 8, "file:");
	for (; *from; from++) {
		if (strchr("%?#", *from) == NULL) {
			*to++ = *from;
			continue;
		}
		*to++ = '%';
		*to++ = hex[(unsigned char)*from >> 4];
		*to++ = hex[(unsigned char)*from & 15];
	}
	snprintf(to, 16, "?immutable=1");
	return out;
}

sqlite3 *connect_alone(struct store *store)
{
	sqlite3 *db = NULL;

	if (connect_db(store, uri(store), SQLITE_OPEN_READONLY |
		       SQLITE_OPEN_URI, &db) == SQLITE_OK)
		return db;
	sqlite3_close(db);
	return NULL;
}

bool connect_open(struct store *store, struct error *err)
{
	int flags = SQLITE_OPEN_NOFOLLOW | (store->fixed ?
		SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
	int rc = store->immutable ?
		connect_db(store, uri(store), flags | SQLITE_OPEN_URI,
			   &store->db) :
		connect_db(store, store->file, flags, &store->db);

	if (!store->db)
		return error_set(err, ERROR_STORE, "STORE_IO",
				 "%s: out of memory", store->path);
	if (rc != SQLITE_OK)
		return sql_fail(store, err);
	sqlite3_busy_timeout(store->db, STORE_WAIT);
	if (store->making >= 0 && store->st.st_size == 0 && !page_sum_begin(store->db))
		return sql_fail(store, err);
	return set_all(store, err) && connect_check(store, err);
}
