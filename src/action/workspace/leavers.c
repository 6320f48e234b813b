/* leavers.c: see leavers.h. */
#include "action/workspace/leavers.h"

#include <string.h>

#include "action/core/word_list.h"
#include "action/vault/vault_people.h"
#include "action/vault/vault_readers.h"
#include "base/clock.h"

enum { NAMED = 6 };

static size_t opened_by(const struct vault_history *history,
			const struct vault_value_row *row, const char *email)
{
	const struct vault_use_row *use;
	size_t at = 0, n = 0;

	while ((use = vault_use(history, row, &at)))
		n += strcmp(use->actor, email) == 0;
	return n;
}

static int64_t since_of(const struct vault_history *history, const struct vault_key_row *key,
			const struct vault_value_row *row)
{
	size_t i;

	for (i = 0; i < history->rows.n_keys; i++)
		if (history->rows.keys[i].n == key->n && history->key[i].since > row->set_at)
			return history->key[i].since;
	return row->set_at;
}

bool leavers_note(struct vault_change *change, const struct vault_key_row *key, size_t *n,
		  size_t *opened, struct error *err)
{
	struct app *app = change->app;
	const char *email = vault_name(app, key->who);
	struct vault_history history;
	int64_t now = clock_now();
	size_t i;

	*n = *opened = 0;
	if (!vault_history(app, &change->out->arena, &history, err))
		return false;
	for (i = 0; i < history.rows.n_values; i++) {
		const struct vault_value_row *row = &history.rows.values[i];
		const struct vault_leaver_row one = {
			.who = key->who, .email = email, .kind = row->kind,
			.project = row->project, .thing = row->thing, .field = row->field,
			.name = vault_value_name(app, row),
			.since = since_of(&history, key, row), .until = now,
			.opened = (int64_t)opened_by(&history, row, email) };

		if (!store_vault_leaver(app->store, &one, err))
			return false;
		*opened += one.opened > 0;
	}
	*n = history.rows.n_values;
	return true;
}

const char *leavers_opened(struct app *app, const char *who, struct arena *arena)
{
	const char *email = vault_name(app, who);
	struct vault_history history;
	struct words words;
	struct error err;
	size_t i;

	error_clear(&err);
	if (!app->n_values || !vault_history(app, arena, &history, &err))
		return "";
	words_init(&words, NAMED);
	for (i = 0; i < history.rows.n_values; i++)
		if (opened_by(&history, &history.rows.values[i], email))
			words_add(&words, word_cut(arena, vault_value_name(app,
				  &history.rows.values[i])));
	return words_done(&words, arena);
}

static const char *stamp(struct arena *arena, int64_t time)
{
	char text[CLOCK_TEXT];

	if (!time)
		return NULL;
	clock_rfc3339(time, text);
	return arena_strdup(arena, text);
}

static void add(struct result *out, const struct vault_leaver_row *row)
{
	struct arena *arena = &out->arena;

	result_cells(out, row->kind, row->thing, row->name, row->field, row->email,
		     stamp(arena, row->since), stamp(arena, row->until),
		     arena_printf(arena, "%lld", (long long)row->opened),
		     stamp(arena, row->done), row->done_by, row->how);
}

bool leavers_rows(struct app *app, const char *who, bool open, struct result *out,
		  struct error *err)
{
	struct vault_leaver_row *rows;
	size_t i, n, left = 0;

	if (!store_vault_leavers(app->store, &out->arena, &rows, &n, err))
		return false;
	result_columns(out, 11, "kind", "KIND", CELL_CODE, "id", "ID", CELL_CODE,
		       "name", "NAME", CELL_TEXT, "field", "FIELD", CELL_CODE,
		       "left", "LEFT", CELL_TEXT, "since", "COULD OPEN IT SINCE", CELL_CODE,
		       "until", "UNTIL", CELL_CODE, "opened", "OPENED", CELL_NUMBER,
		       "done", "DONE", CELL_CODE, "done_by", "BY", CELL_TEXT,
		       "how", "HOW", CELL_CODE);
	for (i = 0; i < n; i++) {
		if ((who && strcmp(rows[i].who, who) != 0) || (open && rows[i].done))
			continue;
		left += !rows[i].done;
		add(out, &rows[i]);
	}
	out->message = !out->n_rows ? "Nothing is on the list." : !left ?
		"All of it is changed." : arena_printf(&out->arena, "%zu still to be changed "
		"where %s used.", left, left == 1 ? "it is" : "they are");
	return true;
}
