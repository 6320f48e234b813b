/* file_reach.c: the actions that reach for files, also within the words of others. */

#include <string.h>

#include "action/core/file_reach.h"

/* Words that are no command reach for nothing: they are refused when run. */
static const struct action *in_words(const struct arg *words,
				     struct arena *arena)
{
	const struct action *inner;
	struct options opts;
	struct args args;
	struct error err;

	memset(&opts, 0, sizeof(opts));
	if (!args_parse((int)words->n, words->v, arena, &inner, &args, &opts,
			&err))
		return NULL;
	return file_reach(inner, &args, arena);
}

const struct action *file_reach(const struct action *action,
				    const struct args *args,
				    struct arena *arena)
{
	const struct action *inner = NULL;
	bool takes = false;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		takes = takes || action->params[i].type == PARAM_FILE;
		if (!args->of[i].n)
			continue;
		if (action->params[i].type == PARAM_FILE ||
		    action->params[i].type == PARAM_FD)
			return action;
		if (action->params[i].type == PARAM_WORDS)
			inner = in_words(&args->of[i], arena);
		if (inner)
			return inner;
	}
	return action->flags & (ACTION_CHECK | ACTION_ASKS) ||
		(action->flags & ACTION_FILES && !takes) ? action : NULL;
}
