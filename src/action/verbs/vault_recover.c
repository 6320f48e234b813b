/* vault_recover.c: back in with the recovery key, when a passphrase is lost. */
#include "action/vault/vault_input.h"
#include "action/workspace/vault_sheet.h"

enum { KEPT_ROOM = 4096 };

static bool recover(const struct action *self, struct app *app, const struct args *args,
		    struct vault_sheet *at, struct result *out, struct error *err)
{
	struct vault_change change = { .app = app, .action = self, .out = out, .ctx = at,
				       .summary = "Came back to the vault with the recovery "
				       "key", .targets = at->holder };
	struct vault_rows rows;

	if (!vault_rows(app, &out->arena, &rows, err))
		return false;
	at->whose = roster_whose(&rows, at->holder, &out->arena);
	vault_lock(app);
	if (!vault_sheet_open(self, app, args, &rows, at, err))
		return false;
	at->identity = identity_new();
	if (!vault_wrap(app, self, args, "A passphrase of your own", at->identity, at->whose,
			&at->kept, err) || !vault_change(&change, false, vault_sheet_deed, err))
		return false;
	out->message = "You hold a key of the vault again. Whoever found the recovery key "
		"could, too: if it left its place, make a new one (vault rotate).";
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct vault_sheet at = { .holder = NULL };
	bool done;

	if (!vault_may(app, self, err))
		return false;
	at.holder = vault_holder(app, err);
	if (!at.holder)
		return false;
	at.holder = arena_strdup(&out->arena, at.holder);
	buf_init(&at.kept, KEPT_ROOM);
	done = recover(self, app, args, &at, out, err);
	vault_sheet_release(&at);
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
		PARAM_RECOVERY_FD,
		PARAM_NEW_PASSPHRASE_FD, PARAM_MEMORY,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
