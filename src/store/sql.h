/* sql.h: statements that are always finished (rule W2), and what went wrong with
 * them in words. */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/error.h"

struct store;

/* One statement from start to end.  types, a letter a parameter:
 * t text or NULL, d int, i int64_t, h hash of STORE_HASH bytes, b bytes
 * (NULL: NULL) and how many (size_t). */
bool sql_do(struct store *store, struct error *err, const char *sql,
	    const char *types, ...) MUST_CHECK;
/* As sql_do, but a row that is not there is a conflict. */
bool sql_change(struct store *store, struct error *err, const char *sql,
		const char *types, ...) MUST_CHECK;
/* Several statements, no parameters. */
bool sql_script(struct store *store, struct error *err, const char *sql)
	MUST_CHECK;
/* First column of the first row; 0 if there is none. */
bool sql_int(struct store *store, struct error *err, const char *sql,
	     int64_t *out) MUST_CHECK;
sqlite3_stmt *sql_prepare(struct store *store, struct error *err,
			  const char *sql) MUST_CHECK;
/* Bind all, run a statement without rows, reset it. */
bool sql_run(struct store *store, struct error *err, sqlite3_stmt *stmt,
	     const char *types, ...) MUST_CHECK;
/* 1: a row; 0: the end; -1: *err. */
int sql_next(struct store *store, struct error *err, sqlite3_stmt *stmt)
	MUST_CHECK;
/* NULL for NULL alone: where memory ran out SQLite gives NULL too, and that is an
 * error.  Good until the next step. */
bool sql_text(struct store *store, struct error *err, sqlite3_stmt *stmt,
	      int column, const char **out) MUST_CHECK;
/* NULL unless it is a hash; the same. */
const unsigned char *sql_hash(sqlite3_stmt *stmt, int column);
bool sql_no_memory(struct store *store, struct error *err);
/* Of a check of the pages: 1: a fault, in words; 0: none more; -1: *err. */
int sql_fault(struct store *store, struct error *err, sqlite3_stmt *stmt,
	      const char **said) MUST_CHECK;
/* Turn what SQLite said last into an error; returns false. */
bool sql_fail(struct store *store, struct error *err);
bool store_damaged(struct store *store, struct error *err, const char *fmt, ...)
	PRINTF_LIKE(3, 4);

#endif
