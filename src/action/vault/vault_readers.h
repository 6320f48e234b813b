/* vault_readers.h: of each value in the vault: who can open it, since when; and who did,
 * by the events of it. */
#ifndef ACTION_VAULT_VAULT_READERS_H
#define ACTION_VAULT_VAULT_READERS_H

#include <string.h>

#include "action/core/app.h"
#include "action/vault/vault_roster.h"

struct vault_history {
	struct vault_rows rows;
	struct { int64_t since, until; } *key;	/* times, of rows.keys; until 0: it holds */
	struct vault_use_row *uses;
	size_t n_uses;
};

/* In the arena; every signature of the keys is checked. */
bool vault_history(struct app *app, struct arena *arena, struct vault_history *out,
		   struct error *err) MUST_CHECK;

struct vault_reader {
	const struct vault_key_row *key;
	int64_t since, until;		/* 0: still */
};

/* Who can open this value, or could since it was set; out has room for all keys. */
size_t vault_readers(const struct vault_history *history,
		     const struct vault_value_row *row, struct vault_reader *out);
/* Next use of this value, from *at on: revealed or copied since it was set; NULL: no
 * more. */
const struct vault_use_row *vault_use(const struct vault_history *history,
				      const struct vault_value_row *row, size_t *at);
static inline bool vault_use_copied(const struct vault_use_row *use)
{
	const char *word = strrchr(use->verb, ' ');

	return word && word[1] == 'c';
}
/* What it belongs to, as it is called; by its id where that is gone. */
const char *vault_value_name(const struct app *app, const struct vault_value_row *row);
/* "Revenue model" of one of a project's own; or "". */
const char *vault_value_project(const struct app *app, const struct vault_value_row *row);
/* "secret", "data connection", "Git provider", "API token". */
const char *vault_value_label(const struct vault_value_row *row);

#endif
