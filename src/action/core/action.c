/* action.c: an action by its name, and its arguments by theirs. */
#include "action/core/action.h"

#include <string.h>

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

const struct action *action_find(const char *noun, const char *verb)
{
	const struct action *const *all;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if (same(all[i]->noun, noun) && same(all[i]->verb, verb))
			return all[i];
	return NULL;
}

const char *action_name(const struct action *action, struct arena *arena)
{
	if (!action->noun)
		return action->verb;
	return arena_printf(arena, "%s %s", action->noun, action->verb);
}

static size_t param_of(const struct action *action, const char *name)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (strcmp(action->params[i].name, name) == 0)
			return i;
	return ACTION_PARAMS;
}

const char *arg_text(const struct action *action, const struct args *args,
		     const char *name)
{
	return arg_at(action, args, name, 0);
}

size_t arg_count(const struct action *action, const struct args *args,
		 const char *name)
{
	size_t i = param_of(action, name);

	return i < ACTION_PARAMS ? args->of[i].n : 0;
}

const char *arg_at(const struct action *action, const struct args *args,
		   const char *name, size_t i)
{
	size_t param = param_of(action, name);

	if (param >= ACTION_PARAMS || i >= args->of[param].n)
		return NULL;
	return args->of[param].v[i];
}
