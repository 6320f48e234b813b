/* vault_admin_add.c: sign another Admin's key and give it the vault's. */
#include <string.h>

#include "action/judge/people.h"
#include "action/vault/vault_input.h"
#include "action/vault/vault_people.h"
#include "action/workspace/vault_change.h"

struct add {
	uint32_t user;
	struct vault_key_row row;	/* whose fingerprint was shown */
};

static bool deed(struct vault_change *change, struct error *err)
{
	const struct add *add = change->ctx;
	const struct vault_key_row *row = roster_of(&change->rows, add->row.who);
	struct vault_key_row mine;

	if (!vault_may_hold(change->app, vault_user(change->app, add->row.who), err))
		return false;
	if (!row || row->by || memcmp(row->sign, add->row.sign, sizeof(row->sign)) != 0 ||
	    memcmp(row->box, add->row.box, sizeof(row->box)) != 0) {
		error_set(err, ERROR_CONFLICT, "STALE",
			  "the key that waits is another one by now");
		return error_remedy(err, "look at its fingerprint again");
	}
	mine = *row;
	return vault_sign_key(change, change->app->vault, &mine, err) &&
		vault_grant_now(change, change->app->vault, &mine, err);
}

/* A key that waits, of an active Admin. */
static bool waiting(struct app *app, struct add *add, struct arena *arena,
		    struct error *err)
{
	const char *email = vault_email(app, add->user);
	const struct vault_key_row *row;
	struct vault_rows rows;

	if (!vault_rows(app, arena, &rows, err) || !vault_may_hold(app, add->user, err))
		return false;
	row = roster_of(&rows, vault_user_id(app, add->user));
	if (row && !row->by) {
		add->row = *row;
		return true;
	}
	if (row)
		return error_set(err, ERROR_CONFLICT, "HOLDS",
				 "%s holds a key of the vault already", email);
	error_set(err, ERROR_CONFLICT, "NO_KEY", "%s has made no key yet", email);
	return error_remedy(err, "as %s: gatehouse vault passphrase", email);
}

/* "" where nobody else has an address that looks like it. */
static const char *looks_like(const struct app *app, uint32_t user, struct arena *arena)
{
	uint32_t other = look_alike_of(seen_judged(app_seen(app)),
				       vault_email(app, user), user);

	return other == NOBODY ? "" : arena_printf(arena, "This address looks like %s and "
		"is another one. ", vault_email(app, other));
}

static bool add_key(const struct action *self, struct app *app, const struct args *args,
		    struct add *add, struct result *out, struct error *err)
{
	struct vault_change change = { .app = app, .action = self, .out = out, .ctx = add,
				       .targets = add->row.who };
	const char *email = arena_strdup(&out->arena, vault_email(app, add->user));
	struct identity_public is = roster_public(&add->row);
	const char *alike = looks_like(app, add->user, &out->arena);
	char fingerprint[IDENTITY_FINGERPRINT];

	identity_fingerprint(&is, fingerprint);
	if (!app->opts || !app->opts->yes) {
		out->ask = true;
		return error_set(err, ERROR_INVALID, "YES_NEEDED", "The key of %s has the "
				 "fingerprint %s. %sCompare it with what %s reads to you. "
				 "Sign it, and let it open every secret value?", email,
				 fingerprint, alike, email);
	}
	change.summary = arena_printf(&out->arena, "Signed the vault key of %s, fingerprint "
				      "%s", email, fingerprint);
	if (!vault_opened(app, self, args, err) || !vault_change(&change, false, deed, err))
		return false;
	out->message = arena_printf(&out->arena, "%s holds a key of the vault now "
				    "(fingerprint %s).%s%s", email, fingerprint,
				    *alike ? " " : "", alike);
	return true;
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct add add = { .user = NOBODY };

	return vault_may(app, self, err) && vault_holds(app, err) &&
		app_find_user(app, arg_text(self, args, "user"), &add.user, err) &&
		waiting(app, &add, &out->arena, err) &&
		add_key(self, app, args, &add, out, err);
}

const struct action action_vault_admin_add = {
	.noun = "vault", .verb = "admin-add",
	.summary = "Let another Admin open the vault",
	.help = "That Admin makes a key first (vault passphrase) and reads its fingerprint to "
		"you; compare it with the one shown here.  Asks first, or needs --yes.",
	.example = "vault admin-add oskar@acme.example",
	.synonyms = "grant key holder sign",
	.params = {
		PARAM_THE_USER("whose key is signed"),
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = run,
};
