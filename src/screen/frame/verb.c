/* verb.c: see verb.h. */
#include "screen/frame/verb.h"

#include <stdio.h>
#include <string.h>

#include "screen/frame/keys.h"

const struct action *verb_called(const char *name)
{
	const char *blank = strchr(name, ' ');
	char noun[64];

	if (!blank)
		return action_find(NULL, name);
	snprintf(noun, sizeof(noun), "%.*s", (int)(blank - name), name);
	return action_find(noun, blank + 1);
}

bool verb_fits(const struct app *app, const struct action *action,
	       const struct thing *thing)
{
	const char *noun = thing_noun(app, thing), *s = action->on;
	size_t n;

	if (thing->kind == THING_NONE || thing->kind == THING_HEADING ||
	    thing->kind == THING_SETTING || thing->kind == THING_BUILTIN ||
	    thing_number(app, thing) == ANYONE)		/* the web visitor */
		return false;
	for (; s && *s; s += n + strspn(s + n, " ,")) {
		n = strcspn(s, " ,");
		if ((strlen(noun) == n && strncmp(s, noun, n) == 0) ||
		    (thing->kind == THING_ASSET && n == 5 &&
		     strncmp(s, "asset", 5) == 0))
			return true;
	}
	return false;
}

enum thing_kind verb_kind(const struct param *param)
{
	static const enum thing_kind kind[] = {
		[PARAM_PROJECT] = THING_PROJECT, [PARAM_USER] = THING_USER,
		[PARAM_GROUP] = THING_GROUP, [PARAM_ASSET] = THING_ASSET
	};

	return (size_t)param->type < COUNT_OF(kind) ? kind[param->type] : THING_NONE;
}

bool verb_takes(const struct param *param, const struct thing *thing)
{
	return thing->kind != THING_NONE && thing->kind == verb_kind(param);
}

const struct action *verb_of_key(const struct app *app, const struct thing *thing,
				 const struct key *key)
{
	const struct action *const *all;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if (all[i]->key && key_is(key, all[i]->key) &&
		    verb_fits(app, all[i], thing))
			return all[i];
	return NULL;
}
