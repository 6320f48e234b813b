/* app_checks.c: what the last checks of outside services found. */
#include <string.h>

#include "action/core/app.h"
#include "base/clock.h"
#include "model/kind.h"
#include "store/check/check_rows.h"

#define FRESH ((int64_t)24 * 3600 * 1000 * 1000)	/* microseconds */

const struct check_note *app_check(const struct app *app, const char *kind,
				   const char *thing)
{
	size_t i;

	for (i = 0; i < app->n_checks; i++)
		if (strcmp(app->checks[i].thing, thing) == 0 &&
		    strcmp(app->checks[i].kind, kind) == 0)
			return &app->checks[i];
	return NULL;
}

/* FNV-1a, over bytes. */
static uint64_t mix(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	return hash * 1099511628211u;
}

int64_t app_check_fields(const struct fact_asset *asset)
{
	return (int64_t)(mix(mix(14695981039346656037u, asset->type), asset->config) >> 1);
}

bool app_check_is_stale(const struct app *app, const struct check_note *note,
			const struct fact_asset *asset)
{
	size_t i;

	if (clock_now() - note->checked > FRESH || note->fields != app_check_fields(asset))
		return true;
	for (i = 0; i < app->n_values; i++)
		if (strcmp(app->values[i].thing, note->thing) == 0 &&
		    strcmp(app->values[i].kind, note->kind) == 0 &&
		    !*app->values[i].project && app->values[i].set_at > note->checked)
			return true;
	return false;
}

const char *app_asset_status(const struct app *app, const struct fact_asset *asset)
{
	/* It is a setting of the asset: for who sees those. */
	const struct check_note *note = app->as_of || !*asset->id || !app_reads_all(app) ?
		NULL : app_check(app, kind_at(asset->kind)->code, asset->id);

	if (!note || strcmp(note->status, "skip") == 0 || strcmp(asset->status, "draft") == 0)
		return asset->status;
	if (app_check_is_stale(app, note, asset))
		return "stale";
	return strcmp(note->status, "fail") == 0 ? "error" : note->status;
}

static bool same(const struct app *app, const struct check_row *rows, size_t n)
{
	size_t i;

	if (app->n_checks != n)
		return false;
	for (i = 0; i < n; i++)
		if (app->checks[i].checked != rows[i].checked ||
		    strcmp(app->checks[i].thing, rows[i].thing) != 0)
			return false;
	return true;
}

bool app_checks_read(struct app *app, bool *moved, struct error *err)
{
	struct arena arena = { 0 };
	struct check_row *rows;
	size_t i, n;
	bool good = store_checks(app->store, &arena, &rows, &n, err);

	if (good && !same(app, rows, n)) {
		arena_release(&app->checks_arena);
		app->checks = arena_array(&arena, n + 1, sizeof(*app->checks));
		for (i = 0; i < n; i++)
			app->checks[i] = (struct check_note){
				rows[i].kind, rows[i].thing, rows[i].checked,
				rows[i].fields, rows[i].status, rows[i].answer };
		app->n_checks = n;
		app->checks_arena = arena;
		if (moved)
			*moved = true;
		return true;
	}
	arena_release(&arena);
	return good;
}
