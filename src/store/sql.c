/* sql.c: statements that are always finished (rule W2), and what went wrong
 * with them in words. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/store_priv.h"

/* What a constraint of the schema means to people. */
static const struct {
	const char *sign, *code, *text;
} rules[] = {
	{ "users.email_key", "EMAIL_TAKEN", "another user has this e-mail" },
	{ "users.id", "ID_TAKEN", "another user has this id" },
	{ "groups.id", "ID_TAKEN", "another group has this id" },
	{ "assets.id", "ID_TAKEN", "another asset has this id" },
	{ "assets.name", "NAME_TAKEN", "another secret has this name" },
	{ "projects.id", "ID_TAKEN", "another project has this id" },
	{ "own_assets.id", "ID_TAKEN",
	  "another connection or secret of this project has this id" },
	{ "providers.id", "ID_TAKEN", "another provider has this id" },
	{ "tokens.id", "ID_TAKEN", "another token has this id" },
	{ "events.op_id", "STALE", "this change is stored already" },
	{ "must be a data connection", "RULE",
	  "the default must be a data connection" },
	{ "only ever appended", "RULE", "events are only ever appended" },
	{ "right has ended", "RULE", "the operator's right has ended for good" },
	{ "must follow the last", "RULE", "an event must follow the last one" },
};

static bool fail_rule(struct store *store, int rc, struct error *err)
{
	const char *said = sqlite3_errmsg(store->db);

	for (size_t i = 0; i < COUNT_OF(rules); i++)
		if (strstr(said, rules[i].sign))
			return error_set(err, ERROR_CONFLICT, rules[i].code,
					 "%s", rules[i].text);
	if (rc == SQLITE_CONSTRAINT_NOTNULL || rc == SQLITE_CONSTRAINT_FOREIGNKEY)
		return error_set(err, ERROR_CONFLICT, "STALE",
			"something that this change names is gone");
	return error_set(err, ERROR_CONFLICT, "RULE",
			 "a rule of the store forbids this: %s", said);
}

/* SQLite tells a full disk from others only where it writes pages.  errno may be another's
 * by now: then the disk is asked. */
static bool is_full(const struct store *store, int rc, struct error *err)
{
	int why = sqlite3_system_errno(store->db);

	if (rc != SQLITE_IOERR_WRITE && rc != SQLITE_IOERR_SHMSIZE &&
	    rc != SQLITE_IOERR_SHMOPEN && rc != SQLITE_IOERR_SHMMAP &&
	    rc != SQLITE_IOERR_TRUNCATE && rc != SQLITE_CANTOPEN)
		return false;
	return place_full(store, place_no_room(why) ? why : place_room(store), err);
}

static bool fail_io(struct store *store, int rc, struct error *err)
{
	if (rc == SQLITE_IOERR_FSYNC || rc == SQLITE_IOERR_DIR_FSYNC) {
		store->broken = true;
		error_set(err, ERROR_STORE, "STORE_IO",
			  "%s: the disk did not confirm a write", store->path);
		return error_remedy(err, "close gatehouse, look after the disk, "
			"then run gatehouse workspace verify");
	}
	if (is_full(store, rc, err))
		return false;
	return error_set(err, ERROR_STORE, "STORE_IO", "%s: %s", store->path,
			 sqlite3_errmsg(store->db));
}

bool sql_no_memory(struct store *store, struct error *err)
{
	error_set(err, ERROR_STORE, "NO_MEMORY", "%s: out of memory",
		  store->path);
	return error_remedy(err, "close something else and try again");
}

bool sql_text(struct store *store, struct error *err, sqlite3_stmt *stmt,
	      int column, const char **out)
{
	bool none = sqlite3_column_type(stmt, column) == SQLITE_NULL;

	*out = (const char *)sqlite3_column_text(stmt, column);
	return *out || none || sql_no_memory(store, err);
}

const unsigned char *sql_hash(sqlite3_stmt *stmt, int column)
{
	const unsigned char *hash = sqlite3_column_blob(stmt, column);

	return sqlite3_column_bytes(stmt, column) == STORE_HASH ? hash : NULL;
}

bool sql_fail(struct store *store, struct error *err)
{
	int rc = sqlite3_extended_errcode(store->db);

	if (rc == SQLITE_IOERR_DATA)
		return store_damaged(store, err, "a page of it is not as it was written");
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		error_set(err, ERROR_STORE, "STORE_BUSY",
			  "%s is busy: another program holds it", store->path);
		return error_remedy(err, "try again in a moment");
	case SQLITE_NOTADB:
		error_set(err, ERROR_STORE, "STORE_FOREIGN",
			  "%s is not a gatehouse workspace", store->path);
		return foreign_remedy(store, err);
	case SQLITE_CORRUPT:
		return store_damaged(store, err, "%s", sqlite3_errmsg(store->db));
	case SQLITE_FULL:
		(void)place_full(store, ENOSPC, err);
		return false;
	case SQLITE_NOMEM:
		return sql_no_memory(store, err);
	case SQLITE_AUTH:
		if (!store->reading)
			return error_set(err, ERROR_BUG, "STORE_GUARD",
				"%s: a statement is none of this program's",
				store->path);
		/* fall through */
	case SQLITE_READONLY:
		return error_set(err, ERROR_STORE, "STORE_READONLY",
				 "%s can only be read", store->path);
	case SQLITE_CONSTRAINT:
		return fail_rule(store, rc, err);
	default:
		return fail_io(store, rc, err);
	}
}

bool store_damaged(struct store *store, struct error *err, const char *fmt, ...)
{
	char what[256], *line;
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	while ((line = strchr(what, '\n')))	/* as quick_check says it */
		*line = ' ';
	error_set(err, ERROR_STORE, "STORE_DAMAGED", "%s is damaged: %s",
		  store->path, what);
	return damaged_remedy(store, err);
}

sqlite3_stmt *sql_prepare(struct store *store, struct error *err, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) == SQLITE_OK)
		return stmt;
	if (sqlite3_errcode(store->db) == SQLITE_ERROR)
		store_damaged(store, err, "%s", sqlite3_errmsg(store->db));
	else
		sql_fail(store, err);
	return NULL;
}

static int bind_bytes(sqlite3_stmt *stmt, int at, const void *bytes, size_t n)
{
	return bytes ? sqlite3_bind_blob64(stmt, at, bytes, n, SQLITE_STATIC) :
		sqlite3_bind_null(stmt, at);
}

static bool bind(sqlite3_stmt *stmt, const char *types, va_list ap)
{
	const void *bytes;
	int rc = SQLITE_OK;

	for (int i = 0; types[i] && rc == SQLITE_OK; i++) {
		switch (types[i]) {
		case 't':
			rc = sqlite3_bind_text(stmt, i + 1,
				va_arg(ap, const char *), -1, SQLITE_STATIC);
			break;
		case 'd':
			rc = sqlite3_bind_int(stmt, i + 1, va_arg(ap, int));
			break;
		case 'i':
			rc = sqlite3_bind_int64(stmt, i + 1,
						va_arg(ap, int64_t));
			break;
		case 'h':
			rc = sqlite3_bind_blob(stmt, i + 1,
				va_arg(ap, const unsigned char *), STORE_HASH,
				SQLITE_STATIC);
			break;
		case 'b':
			bytes = va_arg(ap, const void *);
			rc = bind_bytes(stmt, i + 1, bytes, va_arg(ap, size_t));
			break;
		default:
			rc = SQLITE_MISUSE;
		}
	}
	return rc == SQLITE_OK;
}

/* Error first: a reset forgets nothing, but the order should not matter. */
static bool run(struct store *store, struct error *err, sqlite3_stmt *stmt,
		const char *types, va_list ap)
{
	int rc;

	if (!bind(stmt, types, ap))
		return sql_fail(store, err);
	do
		rc = sqlite3_step(stmt);
	while (rc == SQLITE_ROW);
	if (rc != SQLITE_DONE)
		sql_fail(store, err);
	sqlite3_reset(stmt);
	return rc == SQLITE_DONE;
}

bool sql_run(struct store *store, struct error *err, sqlite3_stmt *stmt,
	     const char *types, ...)
{
	va_list ap;
	bool good;

	va_start(ap, types);
	good = run(store, err, stmt, types, ap);
	va_end(ap);
	return good;
}

static bool once(struct store *store, struct error *err, const char *sql,
		 const char *types, va_list ap)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, sql);
	bool good;

	if (!stmt)
		return false;
	good = run(store, err, stmt, types, ap);
	sqlite3_finalize(stmt);
	return good;
}

bool sql_do(struct store *store, struct error *err, const char *sql,
	    const char *types, ...)
{
	va_list ap;
	bool good;

	va_start(ap, types);
	good = once(store, err, sql, types, ap);
	va_end(ap);
	return good;
}

bool sql_change(struct store *store, struct error *err, const char *sql,
		const char *types, ...)
{
	va_list ap;
	bool good;

	va_start(ap, types);
	good = once(store, err, sql, types, ap);
	va_end(ap);
	if (good && sqlite3_changes(store->db) == 0)
		return error_set(err, ERROR_CONFLICT, "STALE",
				 "something that this change names is gone");
	return good;
}

bool sql_script(struct store *store, struct error *err, const char *sql)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
		sql_fail(store, err);
}

int sql_next(struct store *store, struct error *err, sqlite3_stmt *stmt)
{
	int rc = sqlite3_step(stmt);

	if (rc == SQLITE_ROW)
		return 1;
	if (rc == SQLITE_DONE)
		return 0;
	sql_fail(store, err);
	return -1;
}

/* What it calls a fault may be the want of memory. */
int sql_fault(struct store *store, struct error *err, sqlite3_stmt *stmt,
	      const char **said)
{
	int more = sql_next(store, err, stmt);

	if (more <= 0)
		return more;
	if (!sql_text(store, err, stmt, 0, said) ||
	    (*said && strstr(*said, "error code=7") &&
	     !sql_no_memory(store, err)))
		return -1;
	return *said && strcmp(*said, "ok") == 0 ? 0 : 1;
}

bool sql_int(struct store *store, struct error *err, const char *sql,
	     int64_t *out)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, sql);
	int more;

	if (!stmt)
		return false;
	more = sql_next(store, err, stmt);
	*out = more > 0 ? sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_finalize(stmt);
	return more >= 0;
}

bool store_moment(struct store *store, bool *began, struct error *err)
{
	*began = false;
	if (store->broken)
		return fail_io(store, SQLITE_IOERR_FSYNC, err);
	if (!sqlite3_get_autocommit(store->db))
		return true;
	*began = sql_script(store, err, "BEGIN");
	return *began;
}

void store_moment_end(struct store *store, bool began)
{
	if (began)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}
