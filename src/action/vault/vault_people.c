/* vault_people.c: see vault_people.h. */
#include "action/vault/vault_people.h"

#include <string.h>

static bool fits(const struct fact_user *user)
{
	return user->role == ROLE_ADMIN && user->active;
}

uint32_t vault_user(const struct app *app, const char *who)
{
	return facts_user(&app->facts, who);
}

const char *vault_user_id(const struct app *app, uint32_t user)
{
	return app->facts.users[user].id;
}

const char *vault_email(const struct app *app, uint32_t user)
{
	return app->facts.users[user].email;
}

bool vault_may_hold(const struct app *app, uint32_t user, struct error *err)
{
	const struct fact_user *who = &app->facts.users[user];

	if (fits(who))
		return true;
	error_set(err, ERROR_CONFLICT, "ROLE_NEEDED", "%s is no active Admin: keys of the "
		  "vault are held by Admins", who->email);
	return error_needs(err, "Admin");
}

const char *vault_name(const struct app *app, const char *who)
{
	uint32_t user = vault_user(app, who);

	if (strcmp(who, VAULT_RECOVERY) == 0)
		return "recovery key";
	return user == NOBODY ? "somebody who is gone" : vault_email(app, user);
}

const char *vault_note(const struct app *app, const struct vault_key_row *row)
{
	uint32_t user = vault_user(app, row->who);

	if (!roster_holds(row) || strcmp(row->who, VAULT_RECOVERY) == 0 ||
	    (user != NOBODY && fits(&app->facts.users[user])))
		return "";
	return "no active Admin any more: vault admin-revoke";
}
