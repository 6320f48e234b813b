/* app_open.c: open the workspace, find out who acts, keep the facts current. */
#include "action/run/app_open.h"

#include <string.h>

#include "action/core/session.h"
#include "action/core/witness.h"
#include "action/judge/operator.h"
#include "action/run/look_as.h"
#include "action/run/what_if.h"
#include "action/undo/as_of_facts.h"
#include "action/vault/vault_typed.h"
#include "action/vault/vault_values.h"
#include "store/store.h"

void app_release(struct app *app)
{
	witness_end(app);
	what_if_drop(app);
	as_of_end(app);
	vault_typed_wipe(app);
	vault_lock(app);
	arena_release(&app->values_arena);
	arena_release(&app->checks_arena);
	store_close(app->store);
	app->store = NULL;
	seen_release(app->seen);
	facts_release(&app->facts);
	if (app->input)
		buf_release(app->input);
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

bool app_act_as(struct app *app, const char *as, struct error *err)
{
	uint32_t user;

	if (!look_as_may(app, err))
		return error_remedy(err, "leave out --as");
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
	if (!store_facts(app->store, &app->facts, err) ||
	    !vault_values_note(app, err) || !app_checks_read(app, NULL, err))
		return false;
	app_find_actor(app);
	if (!may_look(app, err))
		return false;
	return !as || app_act_as(app, as, err);
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

/* What was derived from the facts is forgotten; they go on from where they are, if they
 * are the store's and the events since tell the rest. */
static bool read_on(struct app *app, struct error *err)
{
	bool saved = !what_if_on(app) && !as_of_on(app);

	what_if_forget(app);
	as_of_forget(app);
	if (saved && store_follow(app->store, &app->facts))
		return true;
	facts_release(&app->facts);
	facts_init(&app->facts);
	return store_facts(app->store, &app->facts, err);
}

bool app_refresh(struct app *app, bool *moved, struct error *err)
{
	const char *as = NULL;
	struct error denied;
	int64_t revision;

	error_clear(&denied);
	if (moved)
		*moved = false;
	app->lost = lost_word(app->store);
	if (!store_revision(app->store, &revision, err) ||
	    !app_checks_read(app, moved, err))
		return false;
	if (revision == (as_of_on(app) ? as_of_newest(app) :
			 app->facts.revision))
		return true;
	if (app->acting_as != NOBODY)
		as = arena_strdup(&app->arena,
				  app->facts.users[app->acting_as].id);
	app->acting_as = NOBODY;
	if (!read_on(app, err) || !vault_values_note(app, err))
		return false;
	if (moved)
		*moved = true;
	app_find_actor(app);
	if (as && look_as_may(app, &denied))
		app->acting_as = facts_user(&app->facts, as);
	what_if_replay(app);
	if (!as_of_again(app, err))
		return false;
	if (!may_look(app, err))
		return false;
	if (!as || app->acting_as != NOBODY)
		return true;
	if (denied.text[0]) {
		if (err)
			*err = denied;
		return false;
	}
	return error_set(err, ERROR_CONFLICT, "STALE",
			 "the person acted as is no longer there");
}
