/* check_rows.c: see check_rows.h. */
#include "store/check/check_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/store_priv.h"

static bool take(struct store *store, struct arena *arena, sqlite3_stmt *stmt,
		 struct check_row *row, struct error *err)
{
	const char *kind, *thing, *status, *answer;

	if (!sql_text(store, err, stmt, 0, &kind))
		return false;
	row->kind = arena_strdup(arena, kind);
	if (!sql_text(store, err, stmt, 1, &thing))
		return false;
	row->thing = arena_strdup(arena, thing);
	row->checked = sqlite3_column_int64(stmt, 2);
	row->fields = sqlite3_column_int64(stmt, 3);
	if (!sql_text(store, err, stmt, 4, &status))
		return false;
	row->status = arena_strdup(arena, status);
	if (!sql_text(store, err, stmt, 5, &answer))
		return false;
	row->answer = arena_strdup(arena, answer);
	return true;
}

bool store_checks(struct store *store, struct arena *arena, struct check_row **out,
		  size_t *n, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, "SELECT kind, thing, checked, fields, "
					 "status, answer FROM checks ORDER BY kind, thing");
	struct check_row *all = NULL;
	size_t cap = 0;
	int more = 0;
	bool good = stmt != NULL;

	*n = 0;
	while (good && (more = sql_next(store, err, stmt)) > 0) {
		all = mem_grow(all, *n, &cap, sizeof(*all));
		good = take(store, arena, stmt, &all[(*n)++], err);
	}
	sqlite3_finalize(stmt);
	*out = arena_array(arena, *n + 1, sizeof(**out));
	if (*n)
		memcpy(*out, all, *n * sizeof(*all));
	free(all);
	return good && more >= 0;
}

static bool put(struct store *store, const struct check_row *row, struct error *err)
{
	return sql_do(store, err, "INSERT INTO checks (kind, thing, checked, status, answer, "
		      "fields) SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM assets WHERE "
		      "kind = ?1 AND id = ?2) OR (?1 = 'provider' AND EXISTS (SELECT 1 FROM "
		      "providers WHERE id = ?2)) ON CONFLICT (kind, thing) DO UPDATE SET "
		      "checked = ?3, status = ?4, answer = ?5, fields = ?6", "ttitti",
		      row->kind, row->thing, row->checked, row->status, row->answer,
		      row->fields);
}

bool store_checks_put(struct store *store, const struct check_row *rows, size_t n,
		      struct error *err)
{
	bool good = true;
	size_t i;

	if (!store_begin(store, err))
		return false;
	for (i = 0; good && i < n; i++)
		good = put(store, &rows[i], err);
	if (good && sql_script(store, err, "COMMIT")) {
		lock_drop(store);
		return true;
	}
	store_rollback(store);
	return false;
}
