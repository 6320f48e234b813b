/* vault_init.c: make the vault, with the keys of whoever makes it. */
#include <string.h>

#include "action/vault/vault_input.h"
#include "action/workspace/vault_change.h"
#include "base/newid.h"
#include "vault/locked.h"
#include "vault/recovery.h"

enum { KEPT_ROOM = 4096 };

struct init {
	struct vault_session session;
	struct identity *recovery;
	const char *holder;		/* id */
	char vault[NEWID_TEXT];		/* the vault's */
	struct buf kept;
};

static bool deed(struct vault_change *change, struct error *err)
{
	struct init *init = change->ctx;

	return vault_found(change, &init->session, init->vault, init->holder, &init->kept,
			   init->recovery, err);
}

/* The seed under the passphrase, before the lock is taken. */
static bool wrap(const struct action *self, struct app *app, const struct args *args,
		 struct init *init, struct arena *arena, struct error *err)
{
	struct vault_rows rows = { .id = init->vault, .root = 1, .n_keys = 1 };
	struct vault_key_row root;

	vault_key_row(&root, 1, init->holder, init->session.identity, NULL, 0);
	rows.keys = &root;
	return vault_wrap(app, self, args, "A passphrase of your own",
			  init->session.identity, roster_whose(&rows, init->holder, arena),
			  &init->kept, err);
}

static bool show_recovery(struct app *app, const struct init *init, struct error *err)
{
	char *text = locked_new(RECOVERY_TEXT);
	bool shown;

	recovery_text(init->recovery, text);
	shown = vault_show(app, "recovery_key", "The recovery key, shown only now: print it "
			   "or write it down, and lock it away", text, err);
	locked_free(text);
	return shown;
}

static bool make(const struct action *self, struct app *app, const struct args *args,
		 struct init *init, struct result *out, struct error *err)
{
	struct vault_change change = {
		.app = app, .action = self, .out = out, .ctx = init,
		.summary = "Made the vault", .targets = init->holder
	};
	char fingerprint[IDENTITY_FINGERPRINT];

	/* Shown before the vault is there: what nobody saw must not be its way back. */
	if (!wrap(self, app, args, init, &out->arena, err) || !show_recovery(app, init, err) ||
	    !vault_change(&change, true, deed, err))
		return false;
	identity_fingerprint(identity_public(init->session.identity), fingerprint);
	out->message = arena_printf(&out->arena, "Made the vault. You hold its key; your "
				    "fingerprint is %s.", fingerprint);
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct init init = { .holder = NULL };
	struct vault_rows rows;
	bool done;

	if (!vault_may(app, self, err))
		return false;
	init.holder = vault_holder(app, err);
	if (!init.holder || !store_vault(app->store, &out->arena, &rows, err))
		return false;
	if (rows.id) {
		error_set(err, ERROR_CONFLICT, "VAULT_EXISTS", "there is a vault already");
		return error_remedy(err, "gatehouse vault status shows who holds its keys");
	}
	if (!vault_start())
		return error_set(err, ERROR_BUG, "NO_RANDOM",
				 "the system gives no random numbers");
	newid(init.vault, "v");
	init.session.identity = identity_new();
	init.recovery = identity_new();
	buf_init(&init.kept, KEPT_ROOM);
	done = make(self, app, args, &init, out, err);
	buf_release(&init.kept);
	identity_free(init.recovery);
	vault_session_empty(&init.session);
	return done;
}

const struct action action_vault_init = {
	.noun = "vault", .verb = "init",
	.summary = "Make the vault for secret values",
	.help = "You choose a passphrase of your own, at least twelve bytes; nobody else has "
		"it.  A recovery key is shown once, to be kept on paper: with it an Admin "
		"comes back in when all passphrases are lost.",
	.example = "vault init",
	.synonyms = "create vault passphrase recovery encrypt",
	.params = { PARAM_NEW_PASSPHRASE_FD, PARAM_MEMORY },
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
