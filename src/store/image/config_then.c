/* config_then.c: see config_then.h. */
#include "store/image/config_then.h"

#include <string.h>

#include "model/edit_past.h"
#include "store/load.h"
#include "store/store_priv.h"

static bool is(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

static bool now(struct store *store, const struct vault_value_row *row,
		struct arena *arena, const char **config, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, *row->project ?
		"SELECT config FROM own_assets WHERE id = ?1 AND kind = ?2 AND "
		"project_n = (SELECT n FROM projects WHERE id = ?3)" :
		is(row->kind, "provider") ? "SELECT config FROM providers WHERE id = ?1" :
		"SELECT config FROM assets WHERE id = ?1 AND kind = ?2");
	const char *text = NULL;
	int more = -1;

	if (stmt && sqlite3_bind_text(stmt, 1, row->thing, -1, SQLITE_STATIC) == SQLITE_OK &&
	    (sqlite3_bind_parameter_count(stmt) < 2 ||
	     sqlite3_bind_text(stmt, 2, row->kind, -1, SQLITE_STATIC) == SQLITE_OK) &&
	    (!*row->project ||
	     sqlite3_bind_text(stmt, 3, row->project, -1, SQLITE_STATIC) == SQLITE_OK))
		more = sql_next(store, err, stmt);
	if (more > 0 && !sql_text(store, err, stmt, 0, &text))
		more = -1;
	*config = text ? arena_strdup(arena, text) : NULL;
	sqlite3_finalize(stmt);
	return more >= 0;
}

/* Older events do not name the value, but bear its time. */
static bool gave_it(const struct event *event, const struct past *past,
		    const struct vault_value_row *row)
{
	for (size_t i = 0; i < past->n_values; i++)
		if (is(past->values[i].kind, row->kind) &&
		    is(past->values[i].project, row->project) &&
		    is(past->values[i].thing, row->thing) &&
		    is(past->values[i].field, row->field))
			return true;
	return event->time == row->set_at;
}

/* The last edit first. */
static void go_back(const struct past *past, const struct vault_value_row *row,
		    const char **config)
{
	for (size_t i = past->n; i-- > 0;) {
		const struct past_edit *one = &past->edits[i];

		if (*row->project ? one->kind == EDIT_OWN_CONFIG && is(one->own, row->thing) &&
		    is(one->project, row->project) :
		    is(row->kind, "provider") ? one->kind == EDIT_PROVIDER_CONFIG &&
		    is(one->provider, row->thing) : one->kind == EDIT_ASSET_CONFIG &&
		    is(one->asset, row->thing))
			*config = one->before_text;
	}
}

/* False: it goes no further back.  *config NULL: nobody can tell. */
static bool before(const struct event *event, const struct vault_value_row *row,
		   struct arena *arena, const char **config)
{
	struct past past;

	if (!past_read(event->edits, arena, &past)) {
		*config = NULL;
		return false;
	}
	if (gave_it(event, &past, row))
		return false;
	if (past_backup(&past))
		*config = NULL;
	else
		go_back(&past, row, config);
	return *config != NULL;
}

static bool since(struct store *store, const struct vault_value_row *row,
		  struct arena *arena, const char **config, struct error *err)
{
	sqlite3_stmt *stmt = sql_prepare(store, err, "SELECT " EVENT_COLUMNS " FROM events "
		"WHERE instr(edits, '\"' || ?1 || '\"') > 0 OR "
		"instr(edits, '\"edit\":\"replace\"') > 0 OR time = ?2 ORDER BY seq DESC");
	struct event event;
	int more = -1;

	if (stmt && sqlite3_bind_text(stmt, 1, row->thing, -1, SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_bind_int64(stmt, 2, row->set_at) == SQLITE_OK)
		more = 1;
	while (more > 0 && (more = sql_next(store, err, stmt)) > 0) {
		if (!event_row(store, err, stmt, arena, &event))
			more = -1;
		else if (!before(&event, row, arena, config))
			break;
	}
	if (!more)
		*config = NULL;
	sqlite3_finalize(stmt);
	return more >= 0;
}

bool store_config_then(struct store *store, const struct vault_value_row *row,
		       struct arena *arena, const char **config, struct error *err)
{
	bool began, good;

	*config = NULL;
	if (!store_moment(store, &began, err))
		return false;
	good = now(store, row, arena, config, err) &&
		(!*config || since(store, row, arena, config, err));
	store_moment_end(store, began);
	return good;
}
