/* allowed.c: see allowed.h. */
#include "action/run/allowed.h"

#include <string.h>

bool run_role_allows(struct app *app, const struct action *action,
		     struct error *err)
{
	uint32_t subject = app_subject(app);

	if ((action->flags & ACTION_WRITES) && subject != NOBODY &&
	    !app->facts.users[subject].active) {
		error_set(err, ERROR_DENIED, "DEACTIVATED",
			  "%s is deactivated", app->facts.users[subject].email);
		return error_remedy(err, "an Admin reactivates people");
	}
	if (!(action->flags & ACTION_ADMIN))
		return true;
	if (!(action->flags & ACTION_WRITES) && app_reads_all(app))
		return true;
	return app_needs_admin(app, err);
}

static bool store_allows(struct app *app, struct error *err)
{
	if (app->as_of) {
		error_set(err, ERROR_DENIED, "AS_OF",
			  "revision %lld is the past: it only reads",
			  (long long)app->facts.revision);
		return error_remedy(err, "go back to now to change something");
	}
	if (app->acting_as != NOBODY && !app->demo) {
		error_set(err, ERROR_DENIED, "ACTING_AS",
			  "acting as %s only reads",
			  app->facts.users[app->acting_as].email);
		return error_remedy(err, "leave out --as to change something");
	}
	if (app->actor_kind == ACTOR_OUTSIDER) {
		error_set(err, ERROR_DENIED, "NOT_LINKED",
			  "the login %s belongs to no active user: it may only "
			  "read", app->login);
		return error_remedy(err, "an Admin links it: gatehouse user "
				    "edit EMAIL --unix-login %s", app->login);
	}
	if (app->lost && !app->what_if) {
		error_set(err, ERROR_STORE, strcmp(app->lost, "removed") == 0 ?
			  "STORE_REMOVED" : "STORE_REPLACED",
			  "the store %s was %s: nothing can be saved",
			  app->store_path, app->lost);
		return error_remedy(err, "leave, and start gatehouse again");
	}
	if (!app_readonly(app) || app->what_if)
		return true;
	error_set(err, ERROR_STORE, "STORE_READONLY",
		  "the store %s cannot be written", app->store_path);
	return error_remedy(err, "the owner of the file may change it");
}

bool action_allowed(struct app *app, const struct action *action,
		    struct error *err)
{
	struct action whole;

	if ((action->flags & (ACTION_WHOLE | ACTION_VAULT | ACTION_CHECK)) && app->store) {
		whole = *action;
		whole.flags = ACTION_WRITES | (action->flags & ACTION_WHOLE ? ACTION_ADMIN :
			action->flags & ACTION_ADMIN);
		action = &whole;
	}
	if (action->flags & ACTION_NO_STORE)
		return true;
	if (!app->store) {
		error_set(err, ERROR_NOT_FOUND, "NO_STORE",
			  "there is no workspace at %s", app->store_path);
		return error_remedy(err, "make it: gatehouse workspace init "
				    "--name N --plan P --admin EMAIL");
	}
	if ((action->flags & ACTION_WRITES) && !store_allows(app, err))
		return false;
	return run_role_allows(app, action, err);
}
