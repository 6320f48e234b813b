/* vault_door.c: see vault_door.h. */
#include "action/vault/vault_door.h"

#include <string.h>

#include "action/vault/vault_session.h"
#include "model/image/facts_differ.h"
#include "store/checkpoints.h"
#include "store/image/signed_state.h"

enum { NAMED = 3 };

static const char *differs(const struct signed_state *state, const struct facts *facts,
			   struct arena *arena)
{
	const char *text = facts_differ(&state->facts, facts, arena);

	return text ? text : "";
}

/* What the session goes by was read from the tables, or from an image of them that a row
 * written by hand since is not in: then it does nothing here, and is found by vault unlock.
 * To read a large store's tables anew takes ten times as long as the rest. */
static const char *facts_by_hand(struct app *app, const struct signed_state *state,
				 struct arena *arena, struct error *err)
{
	const char *text = NULL;
	struct facts tables;

	if (!app->what_if && !app->as_of && app->facts.revision == state->newest)
		return differs(state, &app->facts, arena);
	facts_init(&tables);
	if (store_load(app->store, &tables, err))
		text = differs(state, &tables, arena);
	facts_release(&tables);
	return text;
}

/* "user u-eve: its role; value of secret a-key: it is gone"; "": all is well. */
static const char *by_hand(struct app *app, const struct signed_state *state,
			   struct arena *arena, struct error *err)
{
	const char *text = facts_by_hand(app, state, arena, err);
	size_t i;

	for (i = 0; text && i < state->n_rows && i < NAMED; i++)
		text = arena_printf(arena, "%s%s%s", text, *text ? "; " : "",
				    state->rows[i]);
	return text;
}

static bool refused(struct error *err, const char *what)
{
	error_set(err, ERROR_STORE, "STATE_BY_HAND", "the store was changed by hand (%.400s): "
		  "the vault is not used", what);
	return error_remedy(err, "gatehouse audit verify names all; then restore a backup, or "
			    "take it as it is: gatehouse audit checkpoint --accept");
}

/* Where nothing is signed and the lines are gone, too, nobody can tell what was. */
static bool untold(struct error *err)
{
	error_set(err, ERROR_STORE, "STATE_UNTOLD", "what told of this store's past lies no "
		  "longer beside it (.checkpoints, .signed): nobody can tell whether it was "
		  "changed by hand, and the vault is not used");
	return error_remedy(err, "put them back, or restore a backup with those beside it; or "
			    "take it as it is: gatehouse audit checkpoint");
}

static bool not_signed(struct error *err, const char *what)
{
	error_set(err, ERROR_STORE, "STATE_UNSIGNED", "%.400s; the vault is not used", what);
	return error_remedy(err, "gatehouse audit list names who did it; then restore a "
			    "backup, or take it as it is: gatehouse audit checkpoint --accept");
}

static bool compare(struct app *app, struct arena *arena, struct error *err)
{
	struct signed_state state;
	const char *what = "";
	bool good = store_signed_state(app->store, arena, &state, err);

	if (good && state.found == STATE_THERE)
		what = by_hand(app, &state, arena, err);
	else if (good && state.found == STATE_BAD)
		what = state.said;
	state_release(&state);
	if (!good || !what)
		return false;
	if (state.found == STATE_UNSIGNED)
		return not_signed(err, state.said);
	if (state.found == STATE_NONE && store_checkpoints_missed(app->store))
		return untold(err);
	return !*what || refused(err, what);
}

bool vault_door(struct app *app, struct error *err)
{
	struct arena arena = { 0 };
	bool began, good;

	/* A demo is put back under its signature. */
	if (app->demo || !app->vault || app->vault->compared)
		return true;
	if (!store_moment(app->store, &began, err))
		return false;
	good = compare(app, &arena, err);
	store_moment_end(app->store, began);
	arena_release(&arena);
	if (good)
		vault_door_passed(app);
	return good;
}

void vault_door_passed(struct app *app)
{
	if (app->vault)
		app->vault->compared = true;
}
