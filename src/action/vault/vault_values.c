/* vault_values.c: see vault_values.h. */
#include "action/vault/vault_values.h"

#include <stdio.h>
#include <string.h>

#include "action/vault/vault_place.h"
#include "vault/value_hash.h"

enum { ROOM = 4096 };		/* of a sealed value, beside the value */

struct hashing {
	const struct vault_key *key;
	const struct sealed_place *place;
	char *out;
};

const struct vault_value_row *vault_value_find(const struct vault_rows *rows,
	const char *kind, const char *project, const char *thing, const char *field)
{
	const struct vault_value_row *row = rows->values;
	size_t i;

	for (i = 0; i < rows->n_values; i++, row++)
		if (strcmp(row->thing, thing) == 0 && strcmp(row->field, field) == 0 &&
		    strcmp(row->kind, kind) == 0 && strcmp(row->project, project) == 0)
			return row;
	return NULL;
}

static bool hash_before(void *ctx, const char *text, size_t n)
{
	struct hashing *at = ctx;

	value_hash(at->key, at->place, text, n, at->out);
	return true;
}

/* What was there, and what comes: by these an event tells whether it is another. */
static void note_hashes(const struct vault_key *key, const struct vault_rows *rows,
			const struct vault_value_row *was, const struct sealed_place *place,
			const struct locked_text *text, struct plan_value *value)
{
	struct arena arena = { 0 };
	struct sealed_place old;
	struct hashing at = { key, &old, value->before };
	struct error ignored;

	_Static_assert((int)PLAN_HASH == (int)VALUE_HASH, "room for a hash");
	value->before[0] = '\0';
	value->epoch = key->epoch;
	value_hash(key, place, text->at, text->n, value->after);
	if (was)
		vault_place(rows, was, &arena, &old);
	if (was && !sealed_use(key, &old, was->value.at, was->value.n, hash_before, &at,
			       &ignored))
		snprintf(value->before, sizeof(value->before), "unreadable");
	arena_release(&arena);
}

void vault_value_json(struct json *json, const struct plan_value *value)
{
	jsonw_object(json);
	jsonw_kstring(json, "edit", "value");
	jsonw_kstring(json, "kind", value->kind);
	if (*value->project)
		jsonw_kstring(json, "project", value->project);
	jsonw_kstring(json, "thing", value->thing);
	jsonw_kstring(json, "field", value->field);
	jsonw_kobject(json, "value_hash");
	jsonw_kint(json, "epoch", value->epoch);
	jsonw_kstring(json, "before", *value->before ? value->before : NULL);
	jsonw_kstring(json, "after", value->after);
	jsonw_object_end(json);
	jsonw_object_end(json);
}

bool vault_value_put(struct app *app, const struct vault_rows *rows,
		     struct plan_value *value, const struct locked_text *text,
		     const char *by, int64_t time, struct error *err)
{
	const struct vault_value_row *was = vault_value_find(rows, value->kind,
		value->project, value->thing, value->field);
	struct vault_value_row row = {
		.kind = value->kind, .project = value->project, .thing = value->thing,
		.field = value->field, .version = was ? was->version + 1 : 1,
		.epoch = app->vault->now->epoch, .origin = value->origin,
		.set_at = time, .set_by = by };
	struct arena arena = { 0 };
	struct sealed_place place;
	struct buf sealed;
	size_t ticked;
	bool done;

	vault_place(rows, &row, &arena, &place);
	buf_init(&sealed, SEALED_MOST + ROOM);
	note_hashes(app->vault->now, rows, was, &place, text, value);
	done = sealed_make(app->vault->now, &place, text->at, text->n, &sealed, err);
	row.value = (struct vault_bytes){ (const unsigned char *)sealed.data, sealed.len };
	done = done && store_vault_put(app->store, &row, err) &&
		store_vault_leaver_done(app->store, &(struct vault_leaver_row){
			.kind = row.kind, .project = row.project, .thing = row.thing,
			.field = row.field, .done = time, .done_by = by,
			.how = "new value" }, &ticked, err);
	buf_release(&sealed);
	arena_release(&arena);
	return done;
}

static struct value_note note_of(const struct vault_value_row *row)
{
	return (struct value_note){ row->kind, row->project, row->thing, row->field,
		row->origin, row->set_by, row->set_at };
}

bool vault_value_use(struct app *app, const struct vault_rows *rows,
		     const struct vault_value_row *row, const struct value_to *to,
		     bool (*use)(void *ctx, const char *value, size_t n), void *ctx,
		     struct error *err)
{
	const struct value_note note = note_of(row);
	struct arena arena = { 0 };
	struct sealed_place place;
	const char *was, *now;
	bool done;

	was = value_given_for(app, &note, to, &arena);
	if (was) {
		now = value_to_text(to, &arena);
		error_set(err, ERROR_CONFLICT, "VAULT_ORIGIN", "the value was given for %.200s, "
			  "and it would go to %.200s now", was, *now ? now : "nowhere");
		arena_release(&arena);
		return error_remedy(err, "give it anew for where it goes now");
	}
	vault_place(rows, row, &arena, &place);
	done = sealed_use(app->vault->now, &place, row->value.at, row->value.n, use, ctx,
			  err);
	arena_release(&arena);
	return done;
}

static const char *const *holders_of(const struct vault_rows *rows, struct arena *arena,
				     size_t *n)
{
	const char **out = arena_array(arena, rows->n_keys + 1, sizeof(*out));
	size_t i;

	*n = 0;
	for (i = 0; i < rows->n_keys; i++)
		if (roster_holds(&rows->keys[i]) && !roster_is_recovery(&rows->keys[i]))
			out[(*n)++] = rows->keys[i].who;
	return out;
}

bool vault_values_note(struct app *app, struct error *err)
{
	struct vault_rows rows;
	size_t i;

	arena_release(&app->values_arena);
	app->values = NULL;
	app->holders = NULL;
	app->n_values = app->n_holders = 0;
	if (!store_vault(app->store, &app->values_arena, &rows, err))
		return false;
	app->values = arena_array(&app->values_arena, rows.n_values + 1,
				  sizeof(*app->values));
	for (i = 0; i < rows.n_values; i++)
		app->values[i] = note_of(&rows.values[i]);
	app->n_values = rows.n_values;
	app->holders = holders_of(&rows, &app->values_arena, &app->n_holders);
	app->has_vault = rows.id != NULL;
	return true;
}
