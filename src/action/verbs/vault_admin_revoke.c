/* vault_admin_revoke.c: a key opens nothing new from now on: a new epoch. */
#include <string.h>

#include "action/vault/vault_input.h"
#include "action/vault/vault_people.h"
#include "action/workspace/leavers.h"

struct revoke {
	const char *who, *email;	/* whose key ends */
	size_t resealed, noted, opened;	/* noted: on the work list */
	bool waited;			/* nobody had signed it */
};

/* Does a person but this one hold a key? */
static bool last_holder(const struct vault_rows *rows, const struct vault_key_row *row)
{
	size_t i;

	for (i = 0; i < rows->n_keys; i++)
		if (&rows->keys[i] != row && roster_holds(&rows->keys[i]) &&
		    !roster_is_recovery(&rows->keys[i]))
			return false;
	return true;
}

static bool may_end(const struct vault_change *change, const struct vault_key_row *row,
		    const struct revoke *revoke, struct error *err)
{
	if (!row)
		return error_set(err, ERROR_CONFLICT, "NO_KEY",
				 "%s has no key of the vault", revoke->email);
	if (row->by && last_holder(&change->rows, row)) {
		error_set(err, ERROR_CONFLICT, "LAST_HOLDER",
			  "nobody else holds a key of the vault");
		return error_remedy(err, "let another Admin have one first: gatehouse vault "
				    "admin-add EMAIL");
	}
	if (row->n != change->app->vault->key)
		return true;
	error_set(err, ERROR_CONFLICT, "OWN_KEY", "nobody revokes their own key");
	return error_remedy(err, "ask another Admin who holds one");
}

static bool deed(struct vault_change *change, struct error *err)
{
	struct revoke *revoke = change->ctx;
	const struct vault_key_row *row = roster_of(&change->rows, revoke->who);

	if (!may_end(change, row, revoke, err))
		return false;
	revoke->waited = !row->by;
	return (revoke->waited || leavers_note(change, row, &revoke->noted, &revoke->opened,
					       err)) &&
		vault_end_key(change, row, err) && (revoke->waited ||
		vault_new_epoch(change, change->app->vault, &revoke->resealed, err));
}

static const char *said(const struct revoke *revoke, const struct app *app,
			struct result *out)
{
	const char *email = revoke->email;
	size_t n = revoke->resealed;

	if (revoke->waited)
		return arena_printf(&out->arena, "The key of %s, which nobody had signed, is "
				    "gone.", email);
	if (!n)
		return arena_printf(&out->arena, "Revoked the vault key of %s; epoch %lld "
				    "has begun.", email, (long long)app->vault->now->epoch);
	return arena_printf(&out->arena, "Revoked the vault key of %s (epoch %lld). To be "
			    "changed where used: %zu value%s, %zu of them opened: vault "
			    "worklist.", email, (long long)app->vault->now->epoch,
			    revoke->noted, revoke->noted == 1 ? "" : "s", revoke->opened);
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct revoke revoke = { .who = NULL };
	struct vault_change change = { .app = app, .action = self, .out = out,
				       .ctx = &revoke };
	uint32_t user;

	if (!vault_may(app, self, err) ||
	    !app_find_user(app, arg_text(self, args, "user"), &user, err) ||
	    !vault_opened(app, self, args, err))
		return false;
	revoke.who = arena_strdup(&out->arena, vault_user_id(app, user));
	revoke.email = arena_strdup(&out->arena, vault_email(app, user));
	change.summary = arena_printf(&out->arena, "Revoked the vault key of %s",
				      revoke.email);
	change.targets = revoke.who;
	if (!vault_change(&change, false, deed, err))
		return false;
	out->message = said(&revoke, app, out);
	return true;
}

const struct action action_vault_admin_revoke = {
	.noun = "vault", .verb = "admin-revoke",
	.summary = "Take the vault away from an Admin",
	.help = "Begins a new epoch and seals every value anew.  What that Admin could read "
		"until now is to be changed where it is used: vault worklist.",
	.example = "vault admin-revoke oskar@acme.example",
	.synonyms = "remove key leaver holder",
	.params = {
		PARAM_THE_USER("whose key ends"),
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
