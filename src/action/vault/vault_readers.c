/* vault_readers.c: see vault_readers.h. */
#include "action/vault/vault_readers.h"

#include <string.h>

#include "action/vault/vault_session.h"
#include "model/kind.h"

bool vault_history(struct app *app, struct arena *arena, struct vault_history *out,
		   struct error *err)
{
	size_t i;

	if (!vault_rows(app, arena, &out->rows, err) || !roster_check(&out->rows, err) ||
	    !store_vault_uses(app->store, arena, &out->uses, &out->n_uses, err))
		return false;
	out->key = arena_array(arena, out->rows.n_keys + 1, sizeof(*out->key));
	for (i = 0; i < out->rows.n_keys; i++)
		if (!store_event_time(app->store, out->rows.keys[i].since,
				      &out->key[i].since, err) ||
		    !store_event_time(app->store, out->rows.keys[i].until,
				      &out->key[i].until, err))
			return false;
	return true;
}

size_t vault_readers(const struct vault_history *history,
		     const struct vault_value_row *row, struct vault_reader *out)
{
	const struct vault_rows *rows = &history->rows;
	int64_t since, until;
	size_t i, n = 0;

	for (i = 0; i < rows->n_keys; i++) {
		if (!rows->keys[i].by)
			continue;
		since = history->key[i].since;
		until = history->key[i].until;
		if (until && until <= row->set_at)
			continue;
		out[n++] = (struct vault_reader){ &rows->keys[i],
			since > row->set_at ? since : row->set_at, until };
	}
	return n;
}

const struct vault_use_row *vault_use(const struct vault_history *history,
				      const struct vault_value_row *row, size_t *at)
{
	const struct vault_use_row *use;

	while (*at < history->n_uses) {
		use = &history->uses[(*at)++];
		if (use->time >= row->set_at && strcmp(use->thing, row->thing) == 0 &&
		    (!*use->field || strcmp(use->field, row->field) == 0))
			return use;
	}
	return NULL;
}

static const char *record_name(const struct fact_record *all, uint32_t n, const char *id)
{
	uint32_t i = 0;

	while (i < n && strcmp(all[i].id, id) != 0)
		i++;
	return i < n ? all[i].name : id;
}

const char *vault_value_name(const struct app *app, const struct vault_value_row *row)
{
	const struct facts *facts = &app->facts;
	uint32_t n, i;

	if (strcmp(row->kind, "provider") == 0)
		return record_name(facts->providers, facts->n_providers, row->thing);
	if (strcmp(row->kind, "token") == 0)
		return record_name(facts->tokens, facts->n_tokens, row->thing);
	if (!*row->project) {
		n = facts_asset(facts, row->thing);
		return n == NOBODY ? row->thing : facts->assets[n].name;
	}
	n = facts_project(facts, row->project);
	for (i = 0; n != NOBODY && i < facts->projects[n].n_own; i++)
		if (strcmp(facts->projects[n].own[i].id, row->thing) == 0)
			return facts->projects[n].own[i].name;
	return row->thing;
}

const char *vault_value_project(const struct app *app, const struct vault_value_row *row)
{
	uint32_t n = *row->project ? facts_project(&app->facts, row->project) : NOBODY;

	return n == NOBODY ? row->project : app->facts.projects[n].title;
}

const char *vault_value_label(const struct vault_value_row *row)
{
	size_t i;

	for (i = 0; i < kind_count(); i++)
		if (strcmp(kind_at(i)->code, row->kind) == 0)
			return kind_at(i)->label;
	return strcmp(row->kind, "token") == 0 ? "API token" : "Git provider";
}
