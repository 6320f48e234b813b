/* restored_values.c: see restored_values.h. */
#include "action/workspace/restored_values.h"

#include <string.h>

#include "action/core/word_list.h"
#include "action/vault/vault_roster.h"
#include "action/vault/vault_values.h"

enum { NAMED = 12 };

/* Is there what has it, and has it no value? */
static bool misses(const struct facts *facts, const struct vault_rows *now,
		   const struct vault_value_row *row)
{
	const struct fact_project *project;
	uint32_t n, i;

	if (vault_value_find(now, row->kind, row->project, row->thing, row->field))
		return false;
	if (*row->project) {
		n = facts_project(facts, row->project);
		project = n == NOBODY ? NULL : &facts->projects[n];
		for (i = 0; project && i < project->n_own; i++)
			if (strcmp(project->own[i].id, row->thing) == 0)
				return true;
		return false;
	}
	for (i = 0; i < facts->n_providers && strcmp(row->kind, "provider") == 0; i++)
		if (strcmp(facts->providers[i].id, row->thing) == 0)
			return true;
	for (i = 0; i < facts->n_tokens && strcmp(row->kind, "token") == 0; i++)
		if (strcmp(facts->tokens[i].id, row->thing) == 0)
			return true;
	n = facts_asset(facts, row->thing);
	return n != NOBODY && strcmp(kind_at(facts->assets[n].kind)->code, row->kind) == 0;
}

/* Why nothing sealed there opens here; NULL: it does. */
static const char *shut(const struct vault_rows *now, const struct vault_rows *then)
{
	const struct vault_epoch_row *a = roster_now(now), *b = roster_now(then);

	if (!now->id)
		return "there is no vault here";
	if (strcmp(now->id, then->id) != 0)
		return "they are of another vault";
	if (!a || !b || a->epoch != b->epoch)
		return "the vault has begun a new epoch since";
	return NULL;
}

bool restored_values_take(struct restored_values *values, struct app *app,
			  const struct facts *facts, bool put, struct arena *arena,
			  struct error *err)
{
	struct vault_rows now, then;
	bool good = true;
	size_t i;

	values->back = values->lost = 0;
	if (!store_vault(values->backup, arena, &then, err))
		return false;
	if (!then.n_values)
		return true;
	if (!store_vault(app->store, arena, &now, err))
		return false;
	values->why = shut(&now, &then);
	for (i = 0; good && i < then.n_values; i++) {
		if (!misses(facts, &now, &then.values[i]))
			continue;
		values->lost += values->why != NULL;
		values->back += values->why == NULL;
		good = !put || values->why ||
			store_vault_put(app->store, &then.values[i], err);
	}
	return good;
}

const char *restored_values_words(const struct restored_values *values,
				  struct arena *arena)
{
	if (values->lost)
		return arena_printf(arena, " %zu secret value%s of the backup did not come "
				    "back: %s. Restored into a new place, the backup keeps "
				    "its vault.", values->lost, values->lost == 1 ? "" : "s",
				    values->why);
	if (values->back)
		return arena_printf(arena, " %zu secret value%s came back.", values->back,
				    values->back == 1 ? "" : "s");
	return "";
}

const char *restored_vault_words(struct store *store, const struct facts *facts,
				 struct arena *arena)
{
	struct vault_rows rows;
	struct words words;
	struct error err;
	uint32_t user;
	size_t i;

	error_clear(&err);
	if (!store_vault(store, arena, &rows, &err) || !rows.id)
		return "";
	words_init(&words, NAMED);
	for (i = 0; i < rows.n_keys; i++) {
		if (!roster_holds(&rows.keys[i]) || roster_is_recovery(&rows.keys[i]))
			continue;
		user = facts_user(facts, rows.keys[i].who);
		if (user != NOBODY && facts->users[user].active &&
		    facts->users[user].role == ROLE_ADMIN)
			words_add(&words, facts->users[user].email);
	}
	return arena_printf(arena, " Its vault, with %zu value%s, opens %s%s%s.",
			    rows.n_values, rows.n_values == 1 ? "" : "s",
			    words.n ? "for " : "", words_done(&words, arena),
			    roster_recovery(&rows) ? words.n ? " and with the recovery key" :
			    "with the recovery key alone" : "");
}
