/* vault_recover.c: back in with the recovery key, when a passphrase is lost. */
#include <string.h>

#include "action/vault/vault_input.h"
#include "action/workspace/vault_change.h"
#include "vault/locked.h"
#include "vault/recovery.h"

enum { KEPT_ROOM = 4096 };

struct recover {
	struct vault_session session;	/* the recovery key's */
	struct identity *identity;	/* the new one of whoever recovers */
	const char *holder, *whose;
	struct buf kept;
	size_t resealed;
};

/* The old key of the same person ends, a new one is signed by the recovery key, and a
 * new epoch records both. */
static bool deed(struct vault_change *change, struct error *err)
{
	struct recover *at = change->ctx;
	const struct vault_key_row *was = roster_of(&change->rows, at->holder);
	const struct vault_key_row *sheet = roster_row(&change->rows, at->session.key);
	struct vault_key_row row;

	if (!roster_check(&change->rows, err))
		return false;
	if (!sheet || sheet->until ||
	    strcmp(roster_whose(&change->rows, at->holder, &change->out->arena),
		   at->whose) != 0)
		return error_set(err, ERROR_CONFLICT, "STALE",
				 "the recovery key is another by now");
	vault_key_row(&row, vault_next_key(&change->rows), at->holder, at->identity,
		      &at->kept, change->revision);
	return vault_session_open(&at->session, &change->rows, sheet, err) &&
		(!was || vault_end_key(change, was, err)) &&
		vault_sign_key(change, &at->session, &row, err) &&
		vault_new_epoch(change, &at->session, &at->resealed, err);
}

/* The keys of the sheet of paper, and what they open. */
static bool open_sheet(const struct action *self, struct app *app, const struct args *args,
		       struct vault_rows *rows, struct recover *at, struct error *err)
{
	const struct vault_key_row *row = roster_recovery(rows);
	struct locked_text sheet;
	struct identity_public is;
	bool done;

	if (!roster_check(rows, err))
		return false;
	if (!row)
		return error_set(err, ERROR_NOT_FOUND, "NO_RECOVERY",
				 "this vault has no recovery key");
	locked_text_init(&sheet, PASSPHRASE_MOST);
	done = vault_input(app, self, args, "recovery-fd", "The recovery key", false, &sheet,
			   err);
	at->session.identity = done ? recovery_read(sheet.at, sheet.n, err) : NULL;
	locked_text_release(&sheet);
	if (!at->session.identity)
		return false;
	is = roster_public(row);
	if (memcmp(&is, identity_public(at->session.identity), sizeof(is)) != 0) {
		error_set(err, ERROR_DENIED, "RECOVERY_KEY",
			  "this is no recovery key of this vault, or one that has ended");
		return error_remedy(err, "look for the newest sheet");
	}
	return vault_session_open(&at->session, rows, row, err);
}

static bool recover(const struct action *self, struct app *app, const struct args *args,
		    struct recover *at, struct result *out, struct error *err)
{
	struct vault_change change = { .app = app, .action = self, .out = out, .ctx = at,
				       .summary = "Came back to the vault with the recovery "
				       "key", .targets = at->holder };
	struct vault_rows rows;

	if (!vault_rows(app, &out->arena, &rows, err))
		return false;
	at->whose = roster_whose(&rows, at->holder, &out->arena);
	vault_lock(app);
	if (!open_sheet(self, app, args, &rows, at, err))
		return false;
	at->identity = identity_new();
	if (!vault_wrap(app, self, args, "A passphrase of your own", at->identity, at->whose,
			&at->kept, err) || !vault_change(&change, false, deed, err))
		return false;
	out->message = "You hold a key of the vault again. Whoever found the recovery key "
		"could, too: if it left its place, make a new one (vault rotate).";
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct recover at = { .holder = NULL };
	bool done;

	if (!vault_may(app, self, err))
		return false;
	at.holder = vault_holder(app, err);
	if (!at.holder)
		return false;
	at.holder = arena_strdup(&out->arena, at.holder);
	buf_init(&at.kept, KEPT_ROOM);
	done = recover(self, app, args, &at, out, err);
	buf_release(&at.kept);
	identity_free(at.identity);
	vault_session_empty(&at.session);
	return done;
}

const struct action action_vault_recover = {
	.noun = "vault", .verb = "recover",
	.summary = "Come back to the vault with the recovery key",
	.help = "For an Admin whose passphrase is lost: the key on paper signs a new key of "
		"yours, the old one ends, and a new epoch begins.",
	.example = "vault recover",
	.synonyms = "lost forgot passphrase paper",
	.params = {
		{ .name = "recovery-fd", .label = "Recovery key from",
		  .help = "descriptor from which the recovery key is read",
		  .type = PARAM_FD, .option = true, .typed = true },
		PARAM_NEW_PASSPHRASE_FD, PARAM_MEMORY,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
