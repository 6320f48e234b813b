/* value_history.c: see value_history.h. */
#include "action/workspace/value_history.h"

#include <string.h>

#include "action/core/word_list.h"
#include "action/vault/vault_people.h"
#include "action/vault/vault_readers.h"
#include "base/clock.h"
#include "base/json_write.h"

enum { ROOM = 64 << 20, NAMES = 4096 };
static const int64_t day = 86400ll * 1000000;

static const char *stamp(struct arena *arena, int64_t time)
{
	char text[CLOCK_TEXT];

	if (!time)
		return NULL;
	clock_rfc3339(time, text);
	return arena_strdup(arena, text);
}

static const char *local(struct arena *arena, int64_t time)
{
	char text[CLOCK_TEXT];

	clock_local(time, text);
	return arena_strdup(arena, text);
}

static int64_t age(const struct vault_value_row *row)
{
	int64_t now = clock_now();

	return now > row->set_at ? (now - row->set_at) / day : 0;
}

/* ---- one value --------------------------------------------------------------------- */

/* "ada@t.example since 2026-11-29 15:00; ben@... from ... to ..." */
static const char *readers_text(const struct app *app, const struct vault_history *history,
				const struct vault_value_row *row, const char *between,
				struct arena *arena)
{
	struct vault_reader *all = arena_array(arena, history->rows.n_keys + 1, sizeof(*all));
	size_t i, n = vault_readers(history, row, all);
	const char *text;
	struct buf out;

	buf_init(&out, ROOM);
	for (i = 0; i < n; i++) {
		const char *who = roster_is_recovery(all[i].key) ? "the recovery key" :
			vault_name(app, all[i].key->who);

		buf_printf(&out, "%s%s %s %s", i ? between : "", who,
			   all[i].until ? "from" : "since", local(arena, all[i].since));
		if (all[i].until)
			buf_printf(&out, " to %s", local(arena, all[i].until));
	}
	text = arena_strdup(arena, buf_text(&out));
	buf_release(&out);
	return text;
}

static const char *uses_text(const struct vault_history *history,
			     const struct vault_value_row *row, const char *between,
			     struct arena *arena)
{
	const struct vault_use_row *use;
	const char *text;
	struct buf out;
	size_t at = 0;

	buf_init(&out, ROOM);
	while ((use = vault_use(history, row, &at)))
		buf_printf(&out, "%s%s %s %s (#%lld)", out.len ? between : "", use->actor,
			   vault_use_copied(use) ? "copied" : "revealed",
			   local(arena, use->time), (long long)use->event);
	text = out.len ? arena_strdup(arena, buf_text(&out)) : "nobody";
	buf_release(&out);
	return text;
}

static void value_text(const struct app *app, const struct vault_history *history,
		       const struct vault_value_row *row, struct result *out)
{
	const char *project = vault_value_project(app, row);
	static const char next[] = "\n            ";
	int64_t days = age(row);

	buf_printf(&out->text, "%s (%s%s%s", word_cut(&out->arena, vault_value_name(app, row)),
		   vault_value_label(row), *project ? " of " : "",
		   word_cut(&out->arena, project));
	if (strcmp(row->field, "value") != 0)
		buf_printf(&out->text, ", %s", row->field);
	buf_printf(&out->text, ")\n  set       %s by %s, %lld day%s ago; epoch %lld\n",
		   local(&out->arena, row->set_at), row->set_by, (long long)days,
		   days == 1 ? "" : "s", (long long)row->epoch);
	buf_printf(&out->text, "  opens for %s\n", readers_text(app, history, row, next,
								&out->arena));
	buf_printf(&out->text, "  opened by %s\n\n", uses_text(history, row, next,
							    &out->arena));
}

static void value_row(const struct app *app, const struct vault_history *history,
		      const struct vault_value_row *row, struct result *out)
{
	struct arena *arena = &out->arena;

	result_cells(out, row->kind, row->thing, vault_value_name(app, row), row->project,
		     row->field, stamp(arena, row->set_at), row->set_by,
		     arena_printf(arena, "%lld", (long long)age(row)),
		     arena_printf(arena, "%lld", (long long)row->epoch),
		     readers_text(app, history, row, "; ", arena),
		     uses_text(history, row, "; ", arena));
}

static void value_json(const struct app *app, const struct vault_history *history,
		       const struct vault_value_row *row, struct json *json,
		       struct arena *arena)
{
	struct vault_reader *all = arena_array(arena, history->rows.n_keys + 1, sizeof(*all));
	size_t i, n = vault_readers(history, row, all), at = 0;
	const struct vault_use_row *use;

	jsonw_object(json);
	jsonw_kstring(json, "kind", row->kind);
	jsonw_kstring(json, "id", row->thing);
	jsonw_kstring(json, "name", vault_value_name(app, row));
	jsonw_kstring(json, "project", *row->project ? row->project : NULL);
	jsonw_kstring(json, "field", row->field);
	jsonw_kstring(json, "set", stamp(arena, row->set_at));
	jsonw_kstring(json, "set_by", row->set_by);
	jsonw_kint(json, "age_days", age(row));
	jsonw_kint(json, "epoch", row->epoch);
	jsonw_karray(json, "opens_for");
	for (i = 0; i < n; i++) {
		jsonw_object(json);
		jsonw_kstring(json, "holder", roster_is_recovery(all[i].key) ?
			      "recovery key" : vault_name(app, all[i].key->who));
		jsonw_kstring(json, "since", stamp(arena, all[i].since));
		jsonw_kstring(json, "until", stamp(arena, all[i].until));
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_karray(json, "opened_by");
	while ((use = vault_use(history, row, &at))) {
		jsonw_object(json);
		jsonw_kstring(json, "user", use->actor);
		jsonw_kstring(json, "how", vault_use_copied(use) ? "copied" : "revealed");
		jsonw_kstring(json, "at", stamp(arena, use->time));
		jsonw_kint(json, "event", use->event);
		jsonw_object_end(json);
	}
	jsonw_array_end(json);
	jsonw_object_end(json);
}

/* ---- the keys ------------------------------------------------------------------------ */

static void keys_text(const struct app *app, const struct vault_history *history,
		      struct result *out)
{
	const struct vault_rows *rows = &history->rows;
	size_t i;

	buf_printf(&out->text, "Keys of the vault (epoch %lld)\n",
		   (long long)roster_now(rows)->epoch);
	for (i = 0; i < rows->n_keys; i++) {
		const struct vault_key_row *key = &rows->keys[i];
		const char *note = vault_note(app, key);

		if (key->until)
			continue;
		buf_printf(&out->text, "  %s %s", roster_is_recovery(key) ?
			   "the recovery key" : vault_name(app, key->who), key->by ?
			   "since" : "waits to be signed");
		if (key->by)
			buf_printf(&out->text, " %s", local(&out->arena,
							    history->key[i].since));
		buf_printf(&out->text, "%s%s\n", *note ? "; " : "", note);
	}
	buf_addc(&out->text, '\n');
}

/* ---- all of them --------------------------------------------------------------------- */

bool value_history_rows(struct app *app, struct result *out, struct error *err)
{
	struct vault_history history;
	struct json json;
	size_t i;

	if (!vault_history(app, &out->arena, &history, err))
		return false;
	result_columns(out, 11, "kind", "KIND", CELL_CODE, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "project", "PROJECT", CELL_CODE,
		       "field", "FIELD", CELL_CODE, "set", "SET", CELL_CODE,
		       "set_by", "BY", CELL_TEXT, "age_days", "DAYS", CELL_NUMBER,
		       "epoch", "EPOCH", CELL_NUMBER, "opens_for", "OPENS FOR", CELL_TEXT,
		       "opened_by", "OPENED BY", CELL_TEXT);
	keys_text(app, &history, out);
	jsonw_begin(&json, &out->json);
	jsonw_karray(&json, "values");
	for (i = 0; i < history.rows.n_values; i++) {
		const struct vault_value_row *row = &history.rows.values[i];

		value_row(app, &history, row, out);
		value_text(app, &history, row, out);
		value_json(app, &history, row, &json, &out->arena);
	}
	jsonw_array_end(&json);
	jsonw_kbool(&json, "complete", true);
	jsonw_object_end(&json);
	buf_addc(&out->json, '\n');
	if (!i)
		out->message = "The vault holds no value yet.";
	return true;
}
