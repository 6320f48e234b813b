/* vault_passphrase.c: change one's passphrase, or make a key of one's own. */
#include <string.h>

#include "action/vault/vault_door.h"
#include "action/vault/vault_input.h"
#include "action/workspace/vault_change.h"

enum { KEPT_ROOM = 4096 };

struct passphrases {
	struct identity *identity;	/* whose seed is kept under the new one */
	const char *holder, *whose;
	struct buf kept;
	int64_t key;			/* that is kept anew; 0: one is made */
};

static bool same_vault(const struct vault_change *change, const struct passphrases *at,
		       struct error *err)
{
	const char *whose = roster_whose(&change->rows, at->holder, &change->out->arena);

	return strcmp(whose, at->whose) == 0 ||
		error_set(err, ERROR_CONFLICT, "STALE", "the vault is another by now");
}

/* The seed under the new passphrase, in the row that was or in a new one, which waits
 * until somebody who holds a key signs it. */
static bool deed(struct vault_change *change, struct error *err)
{
	struct passphrases *at = change->ctx;
	const struct vault_key_row *was = roster_of(&change->rows, at->holder);
	struct vault_key_row row;

	if (!same_vault(change, at, err))
		return false;
	if (at->key ? !was || was->n != at->key : was && was->by)
		return error_set(err, ERROR_CONFLICT, "STALE",
				 "your key of the vault is another by now");
	if (!at->key && was && !vault_end_key(change, was, err))
		return false;
	vault_key_row(&row, vault_next_key(&change->rows), at->holder, at->identity,
		      &at->kept, change->revision);
	if (at->key) {
		struct vault_bytes kept = row.kept;

		row = *was;
		row.kept = kept;
	}
	return store_vault_key(change->app->store, &row, err);
}

/* The present one is asked for, also where the vault is open. */
static bool open_with_the_old(const struct action *self, struct app *app,
			      const struct args *args, struct error *err)
{
	struct locked_text passphrase;
	bool done;

	locked_text_init(&passphrase, PASSPHRASE_MOST);
	done = vault_input(app, self, args, "passphrase-fd", "Your passphrase of now", false,
			   &passphrase, err) && vault_unlock(app, &passphrase, err) &&
		vault_door(app, err);
	locked_text_release(&passphrase);
	return done;
}

static bool change(const struct action *self, struct app *app, const struct args *args,
		   struct passphrases *at, struct result *out, struct error *err)
{
	struct vault_change change = { .app = app, .action = self, .out = out, .ctx = at,
				       .targets = at->holder };
	char fingerprint[IDENTITY_FINGERPRINT];
	struct identity *made = at->key ? NULL : identity_new();
	bool done;

	at->identity = made;
	if (at->key && !open_with_the_old(self, app, args, err))
		return false;
	if (at->key)
		at->identity = app->vault->identity;
	change.summary = at->key ? "Changed the own passphrase of the vault" :
		"Made a key of the vault, not signed yet";
	identity_fingerprint(identity_public(at->identity), fingerprint);
	done = vault_wrap(app, self, args, at->key ? "Your new passphrase" :
			  "A passphrase of your own", at->identity, at->whose, &at->kept,
			  err) && vault_change(&change, false, deed, err);
	identity_free(made);
	if (!done)
		return false;
	out->message = at->key ? "Your passphrase is changed." :
		arena_printf(&out->arena, "Your key is made; its fingerprint is %s. It opens "
			     "nothing until an Admin who holds one signs it: gatehouse vault "
			     "admin-add %s", fingerprint, app_actor_text(app));
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct passphrases at = { .identity = NULL };
	const struct vault_key_row *row;
	struct vault_rows rows;
	bool done;

	if (!vault_may(app, self, err) || !vault_rows(app, &out->arena, &rows, err))
		return false;
	at.holder = vault_holder(app, err);
	if (!at.holder || !roster_check(&rows, err))
		return false;
	at.holder = arena_strdup(&out->arena, at.holder);
	at.whose = roster_whose(&rows, at.holder, &out->arena);
	row = roster_of(&rows, at.holder);
	at.key = row && row->by ? row->n : 0;
	buf_init(&at.kept, KEPT_ROOM);
	done = change(self, app, args, &at, out, err);
	buf_release(&at.kept);
	return done;
}

const struct action action_vault_passphrase = {
	.noun = "vault", .verb = "passphrase",
	.summary = "Change your passphrase, or make your key",
	.help = "Whoever holds no key makes one, which another Admin then signs (vault "
		"admin-add).  A key that still waits is made anew.  Another passphrase for a "
		"signed key keeps that key: whoever knew the old passphrase and has an older copy "
		"of the store, or a backup, still opens that copy, and with its key what was "
		"sealed since.  Where the old one was known to somebody have your key revoked "
		"and added anew (vault admin-revoke, vault admin-add) and change the secrets.",
	.example = "vault passphrase",
	.synonyms = "change password key enrol",
	.params = { PARAM_PASSPHRASE_FD("descriptor from which the passphrase of now is read"),
		    PARAM_NEW_PASSPHRASE_FD, PARAM_MEMORY },
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
