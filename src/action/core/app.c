/* app.c: where the workspace is, who acts, and for whom that counts. */
#include "action/core/app.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/core/session.h"
#include "store/store.h"

static const char *home_folder(void)
{
	const char *home = getenv("HOME");
	const struct passwd *who;

	if (home && *home)
		return home;
	who = getpwuid(getuid());
	return who && who->pw_dir ? who->pw_dir : "/";
}

static const char *find_path(struct arena *arena, const char *option)
{
	const char *env = getenv("GATEHOUSE_STORE");
	const char *xdg = getenv("XDG_DATA_HOME");

	if (option)
		return arena_strdup(arena, option);
	if (env && *env)
		return arena_strdup(arena, env);
	if (xdg && *xdg == '/')
		return arena_printf(arena, "%s/gatehouse/workspace.db", xdg);
	return arena_printf(arena, "%s/.local/share/gatehouse/workspace.db",
			    home_folder());
}

void app_init(struct app *app, const char *store_option)
{
	struct session session;

	memset(app, 0, sizeof(*app));
	facts_init(&app->facts);
	app->seen = arena_alloc(&app->arena, sizeof(*app->seen));
	app->actor_kind = ACTOR_OUTSIDER;
	app->actor = app->acting_as = NOBODY;
	app->store_path = find_path(&app->arena, store_option);
	session_find(&session, app->store_path, &app->arena);
	app->login = session.login;
	app->client = session.client;
	app->tty = session.tty;
}

uint32_t app_subject(const struct app *app)
{
	return app->acting_as != NOBODY ? app->acting_as : app->actor;
}

bool app_is_admin(const struct app *app)
{
	uint32_t subject = app_subject(app);

	if (subject == NOBODY)
		return app->actor_kind == ACTOR_OPERATOR;
	if (app->admin_then && strcmp(app->facts.users[subject].id,
				      app->admin_then) == 0)
		return true;
	return app->facts.users[subject].active &&
		app->facts.users[subject].role == ROLE_ADMIN;
}

bool app_reads_all(const struct app *app)
{
	uint32_t subject = app_subject(app);

	return app_is_admin(app) || subject == NOBODY ||
		(app->reads_then && strcmp(app->facts.users[subject].id,
					   app->reads_then) == 0);
}

const char *app_actor_text(const struct app *app)
{
	static char text[300];

	if (app->actor_kind == ACTOR_USER)
		return app->facts.users[app->actor].email;
	snprintf(text, sizeof(text), "%s:%s",
		 app->actor_kind == ACTOR_OPERATOR ? "operator" : "outsider",
		 app->login);
	return text;
}

bool app_admins_only(const char *what, struct error *err)
{
	error_set(err, ERROR_DENIED, "ROLE_NEEDED", "%s is for Admins", what);
	error_needs(err, "admin");
	return error_remedy(err, "ask an Admin");
}

bool app_needs_admin(const struct app *app, struct error *err)
{
	return app_is_admin(app) || app_admins_only("this", err);
}

bool app_readonly(const struct app *app)
{
	return app->store && store_readonly(app->store);
}

const char *app_exposed(const struct app *app)
{
	return app->store ? store_exposed(app->store) : NULL;
}

int app_watch(struct app *app)
{
	return app->store ? store_watch(app->store) : -1;
}

void app_watch_drain(struct app *app)
{
	if (app->store)
		store_watch_drain(app->store);
}

const struct value_note *app_value(const struct app *app, const char *kind,
				   const char *project, const char *thing,
				   const char *field)
{
	const struct value_note *note = app->values;
	size_t i;

	for (i = 0; i < app->n_values; i++, note++)
		if (strcmp(note->thing, thing) == 0 && strcmp(note->field, field) == 0 &&
		    strcmp(note->kind, kind) == 0 && strcmp(note->project, project) == 0)
			return note;
	return NULL;
}
