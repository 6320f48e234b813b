/* play_about.c: which project, person or asset a step is about: what it expects says so,
 * else what it does. */
#include <string.h>

#include "action/scenario/play.h"

static const struct play_things none = { NOBODY, NOBODY, NOBODY, NOBODY };

static void find_user(const struct app *app, const char *text,
		      struct play_things *out)
{
	struct error ignored;

	if (strcmp(text, "anonymous") == 0)
		out->user = ANYONE;
	else if (!app_find_user(app, text, &out->user, &ignored))
		out->user = NOBODY;
}

/* The first pair. */
static bool by_access(const struct app *app, const struct expect *expect,
		      struct play_things *out)
{
	struct error ignored;

	if (!expect->n_access ||
	    !app_find_project(app, expect->access[0].project, &out->project,
			      &ignored))
		return false;
	find_user(app, expect->access[0].user, out);
	return true;
}

/* ---- what it does ------------------------------------------------------------------- */

static const char *first(const struct action *action, const struct args *args,
			 enum param_type type)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].type == type && args->of[i].n)
			return args->of[i].v[0];
	return NULL;
}

static void by_args(const struct app *app, const struct action *action,
		    const struct args *args, struct play_things *out)
{
	const char *project = first(action, args, PARAM_PROJECT);
	const char *asset = first(action, args, PARAM_ASSET);
	const char *group = first(action, args, PARAM_GROUP);
	const char *user = first(action, args, PARAM_USER);
	struct error ignored;

	if (user)
		find_user(app, user, out);
	if (project && app_find_project(app, project, &out->project, &ignored))
		return;
	out->project = NOBODY;
	if (asset && app_find_asset(app, NULL, asset, &out->asset, &ignored))
		return;
	out->asset = NOBODY;
	if (!group || out->user != NOBODY ||
	    !app_find_group(app, group, &out->group, &ignored))
		out->group = NOBODY;
}

/* A list: the cursor on the first that is expected there. */
static void by_list(const struct app *app, const struct expect *expect,
		    struct play_things *out)
{
	struct error ignored;

	if (expect->listed.n &&
	    !app_find_asset(app, NULL, expect->listed.v[0], &out->asset, &ignored))
		out->asset = NOBODY;
}

/* Whose deed it is, and whether there is more to see with those eyes than with the
 * presenter's: where looking is all that was done, and it was allowed. */
static void by_actor(struct app *app, const struct play_done *done,
		     struct play_about *out)
{
	out->actor = app->actor;
	if (done->step->as) {
		struct play_things one = none;

		find_user(app, done->step->as, &one);
		out->actor = one.user;
	}
	if (!(out->action->flags & ACTION_WRITES) && !done->status &&
	    out->actor != app->actor)
		out->eyes = out->actor;
}

static bool is_none(const struct play_things *things)
{
	return things->project == NOBODY && things->asset == NOBODY &&
		things->group == NOBODY && things->user == NOBODY;
}

struct play_about play_about(struct app *app, const struct play_done *done)
{
	struct play_about out = { .shown = none, .on = none, .actor = NOBODY,
				  .eyes = NOBODY };
	uint32_t as = app->acting_as;
	struct arena arena = { 0 };
	struct options opts = { .format = FORMAT_TEXT };
	struct error ignored;
	struct args args;

	if (!done)
		return out;
	app->acting_as = NOBODY;	/* the demo's Admin sees all */
	if (!done->step->n_words ||
	    !args_parse(done->step->n_words, done->step->words, &arena,
			&out.action, &args, &opts, &ignored))
		out.action = NULL;
	if (out.action) {
		by_actor(app, done, &out);
		by_args(app, out.action, &args, &out.on);
	}
	if (!by_access(app, &done->step->expect, &out.shown))
		out.shown = out.on;
	if (out.action && is_none(&out.shown))
		by_list(app, &done->step->expect, &out.shown);
	if (out.shown.asset != NOBODY && done->step->expect.n_defaults)
		find_user(app, done->step->expect.defaults[0].user, &out.shown);
	app->acting_as = as;
	arena_release(&arena);
	return out;
}
