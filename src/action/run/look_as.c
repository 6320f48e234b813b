/* look_as.c: see look_as.h. */
#include "action/run/look_as.h"

static bool for_admins(struct error *err)
{
	error_set(err, ERROR_DENIED, "ROLE_NEEDED",
		  "only an Admin may act as somebody else");
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

bool look_as_may(const struct app *app, struct error *err)
{
	const struct fact_user *self;

	if (app->actor == NOBODY)	/* the operator; the owner of the file */
		return true;
	self = &app->facts.users[app->actor];
	if (app->demo || (self->active && self->role == ROLE_ADMIN))
		return true;
	return for_admins(err);
}

/* There is such a person, who does something here. */
static bool is_there(const struct app *app, uint32_t user, struct error *err)
{
	if (user >= app->facts.n_users || app->facts.users[user].gone)
		return error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
				 "there is no such person");
	if (app->facts.users[user].active)
		return true;
	error_set(err, ERROR_DENIED, "DEACTIVATED",
		  "%s is deactivated, and sees and does nothing",
		  facts_user_name(&app->facts, user));
	return error_remedy(err, "an Admin reactivates people");
}

bool look_as_offered(const struct app *app, uint32_t user, struct error *err)
{
	if (!look_as_may(app, err))
		return false;
	if (!app_reads_all(app))
		return for_admins(err);
	if (user == NOBODY)
		return true;
	if (user == app_subject(app))
		return error_set(err, ERROR_INVALID, "SELF", "that is you");
	return is_there(app, user, err);
}

bool look_as_ready(const struct app *app, struct error *err)
{
	if (app->what_if) {
		error_set(err, ERROR_CONFLICT, "WHAT_IF",
			  "what-if is on: what is tried stays with whoever tries "
			  "it");
		return error_remedy(err, "apply it or drop it first");
	}
	if (app->as_of) {
		error_set(err, ERROR_CONFLICT, "AS_OF",
			  "this is the past: people are acted as in the present");
		return error_remedy(err, "go back to now first");
	}
	return true;
}

bool look_as(struct app *app, uint32_t user, struct error *err)
{
	if (!look_as_ready(app, err))
		return false;
	if (user == NOBODY || user == app->actor) {
		app->acting_as = NOBODY;
		return true;
	}
	if (!look_as_may(app, err))
		return false;
	if (!is_there(app, user, err))
		return false;
	app->acting_as = user;
	return true;
}
