/* app.c: open the workspace, find out who acts, keep the facts current. */
#include "action/core/app.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "action/core/operator.h"
#include "action/core/session.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "base/text.h"
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

void app_release(struct app *app)
{
	what_if_drop(app);
	as_of_end(app);
	store_close(app->store);
	app->store = NULL;
	seen_release(app->seen);
	facts_release(&app->facts);
	arena_release(&app->arena);
}

/* The first active Admin (demo), or the active user with this login. */
static uint32_t linked_user(const struct app *app)
{
	const struct facts *facts = &app->facts;
	uint32_t i;

	for (i = 0; i < facts->n_users; i++) {
		const struct fact_user *user = &facts->users[i];

		if (user->gone || !user->active)
			continue;
		if (app->demo ? user->role == ROLE_ADMIN :
		    user->login && strcmp(user->login, app->login) == 0)
			return i;
	}
	return NOBODY;
}

void app_find_actor(struct app *app)
{
	const char *operator_login = store_operator(app->store);

	app->actor = linked_user(app);
	if (app->actor != NOBODY)
		app->actor_kind = ACTOR_USER;
	else if (app->demo || (!store_operator_ended(app->store) &&
			       !operator_is_replaced(&app->facts) &&
			       strcmp(operator_login, app->login) == 0))
		app->actor_kind = ACTOR_OPERATOR;
	else
		app->actor_kind = ACTOR_OUTSIDER;
}

/* An outsider reads a store of his own, nothing else. */
static bool may_look(struct app *app, struct error *err)
{
	struct session session;
	uint32_t owner;

	if (app->actor_kind != ACTOR_OUTSIDER)
		return true;
	session_find(&session, app->store_path, &app->arena);
	if (store_owner_uid(app->store, &owner) && owner == session.uid)
		return true;
	error_set(err, ERROR_DENIED, "NOT_LINKED",
		  "the login %s belongs to no active user of this workspace",
		  app->login);
	return error_remedy(err, "an Admin links it: gatehouse user edit EMAIL "
			    "--unix-login %s", app->login);
}

static bool act_as(struct app *app, const char *as, struct error *err)
{
	uint32_t user;

	if (!app_reads_all(app) && !app->demo) {
		error_set(err, ERROR_DENIED, "ROLE_NEEDED",
			  "only an Admin may act as somebody else");
		error_needs(err, "admin");
		return error_remedy(err, "leave out --as");
	}
	if (!app_find_user(app, as, &user, err))
		return false;
	if (user != app->actor)
		app->acting_as = user;
	return true;
}

bool app_open(struct app *app, bool writing, const char *as, struct error *err)
{
	struct error local;

	if (!err)
		err = &local;
	app->store = store_open(app->store_path,
				writing ? STORE_WRITE : STORE_READ, err);
	if (!app->store) {
		if (err->kind == ERROR_NOT_FOUND && !*err->remedy)
			error_remedy(err, "make it: gatehouse workspace init "
				     "--name N --plan P --admin EMAIL");
		return false;
	}
	app->demo = store_demo(app->store);
	if (!store_load(app->store, &app->facts, err))
		return false;
	app_find_actor(app);
	if (!may_look(app, err))
		return false;
	return !as || act_as(app, as, err);
}

static const char *lost_word(const struct store *store)
{
	switch (store_where(store)) {
	case STORE_REMOVED:
		return "removed";
	case STORE_REPLACED:
		return "replaced";
	case STORE_THERE:
		break;
	}
	return NULL;
}

bool app_refresh(struct app *app, bool *moved, struct error *err)
{
	const char *as = NULL;
	int64_t revision;

	if (moved)
		*moved = false;
	app->lost = lost_word(app->store);
	if (!store_revision(app->store, &revision, err))
		return false;
	if (revision == (as_of_on(app) ? as_of_newest(app) :
			 app->facts.revision))
		return true;
	if (app->acting_as != NOBODY)
		as = arena_strdup(&app->arena,
				  app->facts.users[app->acting_as].id);
	what_if_forget(app);
	as_of_forget(app);
	facts_release(&app->facts);
	facts_init(&app->facts);
	app->acting_as = NOBODY;
	if (!store_load(app->store, &app->facts, err))
		return false;
	if (moved)
		*moved = true;
	app_find_actor(app);
	if (as)
		app->acting_as = facts_user(&app->facts, as);
	what_if_replay(app);
	if (!as_of_again(app, err))
		return false;
	if (!may_look(app, err))
		return false;
	if (!as || app->acting_as != NOBODY)
		return true;
	return error_set(err, ERROR_CONFLICT, "STALE",
			 "the person acted as is no longer there");
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
	if (as_of_admin(app))
		return true;
	return app->facts.users[subject].active &&
		app->facts.users[subject].role == ROLE_ADMIN;
}

bool app_reads_all(const struct app *app)
{
	return app_is_admin(app) || app_subject(app) == NOBODY;
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

const char *app_actor_label(struct app *app, struct arena *arena)
{
	const char *dot = text_ascii() ? "-" : "\302\267";
	uint32_t subject = app_subject(app);
	const struct fact_user *user;

	if (subject == NOBODY)
		return arena_printf(arena, "%s %s %s", app->login, dot,
				    app->actor_kind == ACTOR_OPERATOR ?
				    "operator" : "not linked, read only");
	user = &app->facts.users[subject];
	if (app->acting_as == NOBODY)
		return arena_printf(arena, "%s %s %s",
				    seen_user_label(app_seen(app), subject), dot,
				    role_label(user->role));
	return arena_printf(arena, "as %s %s %s%s",
			    seen_user_label(app_seen(app), subject), dot,
			    role_label(user->role),
			    app->demo ? "" : ", read only");
}

bool app_readonly(const struct app *app)
{
	return app->store && store_readonly(app->store);
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
