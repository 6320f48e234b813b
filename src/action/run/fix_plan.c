/* fix_plan.c: see fix_plan.h. */
#include "action/run/fix_plan.h"

#include <string.h>

#include "action/core/plan.h"
#include "action/run/fix_list.h"
#include "action/run/run_plan.h"

enum { FIXES_NAMED = 2 };

/* "run: gatehouse ...", with what it does where a key stands for it; or whom to ask. */
static const char *how_to(const struct facts *facts, const struct fix_list *list,
			  const struct fix_offer *fix, struct arena *arena)
{
	const char *command = fix_command(facts, list, fix, arena);

	if (!*command)
		return fix->text;
	return arena_printf(arena, fix->n_steps > 1 ? "run: %s (%s)" : "run: %s",
			    command, fix->text);
}

/* Those that fit, of one list. */
static const char *add_fixes(const struct edit_plan *plan, const struct fix_list *list,
			     size_t first, size_t last, size_t most, const char *out)
{
	const char *next;
	size_t i;

	for (i = first; i < last && most; i++) {
		next = arena_printf(plan->arena, "%s%s%s", out, *out ? "; or " : "",
				    how_to(&plan->app->facts, list,
					   &list->v[i], plan->arena));
		if (strlen(next) >= sizeof(((struct error *)0)->remedy))
			continue;
		out = next;
		most--;
	}
	return out;
}

/* Can View is always possible, and offered to who has less; beyond it what gives the
 * first of the people the level, as whoever is refused may run it, or ask for what the
 * grant lacks.  Of several commands the state that the others leave is none that a fix
 * could be run on. */
static void name_fixes(const struct edit_plan *plan, const struct blocked *blocked,
		       struct error *err)
{
	const char *out = "";
	struct edit grant = edit_of(EDIT_GRANT_USER);
	struct app *app = plan->app;
	struct arena arena = { 0 };
	struct answer answer;
	struct fix_list able, asked;

	grant.user = blocked->user;
	grant.project = blocked->project;
	grant.value = (int)blocked->level;
	access_decide(&app->facts, grant.user, grant.project, &arena, &answer);
	if (blocked->owning)
		out = "choose another owner";
	else if (answer.effective < LEVEL_CAN_VIEW)
		out = "grant Can View";
	fix_list_find(app, &answer, blocked->level, &grant, &arena, &asked);
	if (blocked->owning)
		able = asked;
	else
		fix_list_find(app, &answer, blocked->level, NULL, &arena, &able);
	if (blocked->first)
		out = add_fixes(plan, &able, 0, able.runnable, FIXES_NAMED -
				(asked.n > asked.runnable), out);
	out = add_fixes(plan, &asked, asked.runnable, asked.n, 1, out);
	error_remedy(err, "%s", *out ? out : "leave it at Can View");
	arena_release(&arena);
}

/* Whoever lacks an asset for an import is told already whom to ask. */
bool fix_plan(struct edit_plan *plan, struct batch *batch, struct error *err)
{
	if (run_plan(plan, batch, err))
		return true;
	if (err && plan->blocked && !*err->remedy &&
	    strcmp(err->code, "ASSET_MISSING") == 0)
		name_fixes(plan, plan->blocked, err);
	return false;
}
