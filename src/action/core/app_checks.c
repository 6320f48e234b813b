/* app_checks.c: what the last checks of outside services found. */
#include <string.h>

#include "action/core/app.h"
#include "base/clock.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/whose.h"
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

uint32_t app_provider_of(const struct app *app, const struct fact_asset *asset)
{
	const struct kind_field *by = kind_field_of(kind_at(asset->kind), &value_provider);
	struct arena arena = { 0 };
	const char *id = by ? config_get(asset->config, by->name, &arena) : NULL;
	uint32_t n = id ? whose_find(&app->facts, OF_PROVIDER, id) : NOBODY;

	arena_release(&arena);
	return n;
}

int64_t app_check_fields(const struct app *app, const struct fact_asset *asset)
{
	uint64_t hash = mix(mix(14695981039346656037u, asset->type), asset->config);
	uint32_t by = app_provider_of(app, asset);

	if (by != NOBODY)
		hash ^= (uint64_t)app_record_fields(&app->facts.providers[by]) << 1;
	return (int64_t)(hash >> 1);
}

/* What was said of it on the way does not matter for a sign-in. */
int64_t app_record_fields(const struct fact_record *provider)
{
	static const char *const aside[] = { "approval", "state", "account_id" };
	struct arena arena = { 0 };
	const char *config = provider->config;
	uint64_t hash;
	size_t i;

	for (i = 0; i < COUNT_OF(aside); i++)
		config = config_set(config, aside[i], NULL, &arena);
	hash = mix(mix(14695981039346656037u, provider->type), config);
	arena_release(&arena);
	return (int64_t)(hash >> 1);
}

static bool is_older(const struct app *app, const struct check_note *note, const char *kind,
		     const char *thing)
{
	size_t i;

	for (i = 0; i < app->n_values; i++)
		if (strcmp(app->values[i].thing, thing) == 0 &&
		    strcmp(app->values[i].kind, kind) == 0 &&
		    !*app->values[i].project && app->values[i].set_at > note->checked)
			return true;
	return clock_now() - note->checked > FRESH;
}

bool app_check_is_stale(const struct app *app, const struct check_note *note,
			const struct fact_asset *asset)
{
	uint32_t by = app_provider_of(app, asset);

	return note->fields != app_check_fields(app, asset) ||
		is_older(app, note, note->kind, note->thing) ||
		(by != NOBODY && is_older(app, note, "provider",
					  app->facts.providers[by].id));
}

bool app_record_is_stale(const struct app *app, const struct check_note *note,
			 const struct fact_record *provider)
{
	return note->fields != app_record_fields(provider) ||
		is_older(app, note, note->kind, note->thing);
}

const char *app_provider_state(const struct app *app, const struct fact_record *one)
{
	const struct check_note *note = app->as_of ? NULL :
		app_check(app, "provider", one->id);

	if (!note || strcmp(note->status, "skip") == 0)
		return "not_verified";
	if (app_record_is_stale(app, note, one))
		return "stale";
	return strcmp(note->status, "fail") != 0 ? "connected" :
		strstr(note->answer, "\"reason\":\"pending-user\"") ? "waiting" : "broken";
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
