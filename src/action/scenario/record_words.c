/* record_words.c: commands as they are done again elsewhere: things by what names them
 * there, too, and without what only this console had. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/file_reach.h"
#include "action/scenario/record_priv.h"
#include "model/asked/level_request.h"
#include "model/whose.h"

/* ---- how things are called --------------------------------------------------------- */

/* Ids of what was there at the beginning are the same each time. */
static const char *called(const struct recorder *self, enum whose whose, const char *id,
			  const char *name)
{
	return whose_find(&self->copy.facts, whose, id) != NOBODY ? id : name;
}

const char *record_project(const struct recorder *self, const struct app *app, uint32_t n)
{
	const struct fact_project *project = &app->facts.projects[n];

	return called(self, OF_PROJECT, project->id, project->title);
}

static const char *project_word(struct recorder *self, struct app *app, const char *value)
{
	struct error ignored;
	uint32_t n;

	return app_find_project(app, value, &n, &ignored) ?
		record_project(self, app, n) : value;
}

static const char *user_word(struct app *app, const char *value)
{
	struct error ignored;
	uint32_t n;

	return app_find_user(app, value, &n, &ignored) ? app->facts.users[n].email : value;
}

static const char *group_word(struct recorder *self, struct app *app, const char *value)
{
	struct error ignored;
	const struct fact_group *group;
	uint32_t n;

	if (!app_find_group(app, value, &n, &ignored))
		return value;
	group = &app->facts.groups[n];
	return called(self, OF_GROUP, group->id, group->name);
}

static const char *record_word(struct recorder *self, struct app *app, enum whose whose,
			       const char *value)
{
	const struct fact_record *all = whose == OF_TOKEN ? app->facts.tokens :
		app->facts.providers;
	struct error ignored;
	uint32_t n;

	return app_find_record(app, whose, value, &n, &ignored) ?
		called(self, whose, all[n].id, all[n].name) : value;
}

/* A project's own: by its name, which is its own there. */
static const char *own_word(struct app *app, const char *project, const char *value)
{
	struct error ignored;
	uint32_t n, own;

	if (!app_find_project(app, project, &n, &ignored))
		return value;
	own = facts_own(&app->facts, n, value);
	return own == NOBODY ? value : app->facts.projects[n].own[own].name;
}

static const char *asset_word(struct recorder *self, struct app *app,
			      const struct batch_command *command, const char *value)
{
	const struct action *action = command->action;
	const char *project = NULL;
	const struct fact_asset *asset;
	struct error ignored;
	size_t i, kind;
	uint32_t n;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].type == PARAM_PROJECT && action->params[i].option &&
		    command->args.of[i].n)
			project = command->args.of[i].v[0];
	if (project)
		return own_word(app, project, value);
	if (!app_find_asset(app, action->noun && kind_find(action->noun, &kind) ?
			    action->noun : NULL, value, &n, &ignored))
		return value;
	asset = &app->facts.assets[n];
	return called(self, OF_ASSET, asset->id, asset->name);
}

/* PROJECT=PERSON */
static const char *heir_word(struct recorder *self, struct app *app, const char *value)
{
	const char *mark = strrchr(value, '=');

	if (!mark)
		return value;
	return arena_printf(&self->deed, "%s=%s", project_word(self, app,
			    arena_strndup(&self->deed, value, (size_t)(mark - value))),
			    user_word(app, mark + 1));
}

/* PERSON/PROJECT or PERSON/role: a request has another id each time. */
static const char *request_word(struct recorder *self, const struct app *app,
				const char *value)
{
	uint32_t n = whose_find(&app->facts, OF_REQUEST, value);
	struct access_request one;

	if (n == NOBODY || !access_request_read(&app->facts, n, &self->deed, &one) ||
	    one.user == NOBODY || (one.project == NOBODY && !one.of_role))
		return value;
	if (one.of_role)
		return arena_printf(&self->deed, "%s/role", app->facts.users[one.user].email);
	return arena_printf(&self->deed, "%s/%s", app->facts.users[one.user].email,
			    record_project(self, app, one.project));
}

static const char *word_of(struct recorder *self, struct app *app,
			   const struct batch_command *command,
			   const struct param *param, const char *value)
{
	switch (param->type) {
	case PARAM_PROJECT:
		return project_word(self, app, value);
	case PARAM_USER:
		return user_word(app, value);
	case PARAM_GROUP:
	case PARAM_PRINCIPAL:
		return group_word(self, app, value);
	case PARAM_ASSET:
		return asset_word(self, app, command, value);
	case PARAM_PROVIDER:
		return record_word(self, app, OF_PROVIDER, value);
	case PARAM_TOKEN:
		return record_word(self, app, OF_TOKEN, value);
	case PARAM_HEIR:
		return heir_word(self, app, value);
	default:
		return strcmp(param->name, "request") == 0 ?
			request_word(self, app, value) : value;
	}
}

/* ---- a command --------------------------------------------------------------------- */

/* It has the secret, or asks for it. */
static bool is_value(const struct param *param)
{
	return param->type == PARAM_FD ||
		(param->type == PARAM_TEXT && param->typed && strcmp(param->name, "ask") == 0);
}

bool record_event(const struct recorder *self, int64_t here, int64_t *there)
{
	size_t i;

	for (i = 0; i < self->n_events; i++)
		if (self->events[i].here == here) {
			*there = self->events[i].there;
			return true;
		}
	return false;
}

const char *record_no_event(const struct recorder *self, int64_t here)
{
	return here <= self->began ? "it is about an event from before the recording" :
		"it is about an event that is not recorded either";
}

/* Numbers of events are others there. */
static const char *event_word(struct recorder *self, const char *value)
{
	int64_t there;

	if (record_event(self, strtoll(value, NULL, 10), &there))
		return arena_printf(&self->deed, "%lld", (long long)there);
	self->unfit = record_no_event(self, strtoll(value, NULL, 10));
	return value;
}

static bool is_about_event(const struct action *action, const struct param *param)
{
	return !action->noun && param->type == PARAM_NUMBER &&
		strcmp(param->name, "event") == 0;
}

static void add_values(struct recorder *self, struct app *app,
		       const struct batch_command *from, size_t place,
		       struct scenario_command *to)
{
	const struct param *param = &from->action->params[place];
	const struct arg *arg = &from->args.of[place];
	size_t v;

	if (arg->n && is_value(param)) {
		self->values = true;
		return;
	}
	for (v = 0; v < arg->n; v++) {
		if (param->option)
			to->word[to->n++] = arena_printf(&self->deed, "--%s", param->name);
		if (param->type != PARAM_FLAG)
			to->word[to->n++] = is_about_event(from->action, param) ?
				event_word(self, arg->v[v]) :
				word_of(self, app, from, param, arg->v[v]);
	}
}

/* What a scenario cannot do is no step of one. */
static void judge(struct recorder *self, const struct scenario_command *command)
{
	const struct action *action;
	struct options opts = { .format = FORMAT_TEXT };
	struct error err;
	struct args args;

	error_clear(&err);
	if (!args_parse(command->n, command->word, &self->deed, &action, &args, &opts, &err))
		self->unfit = arena_strdup(&self->deed, err.text);
	else if (file_reach(action, &args, &self->deed))
		self->unfit = "it reaches for a file or a service of the outside";
}

/* Would a word in a place be taken for an option? */
static bool like_option(const struct scenario_command *places)
{
	int i;

	for (i = 0; i < places->n; i++)
		if (places->word[i][0] == '-' && places->word[i][1])
			return true;
	return false;
}

static void join(struct scenario_command *to, const struct scenario_command *from)
{
	int i;

	for (i = 0; i < from->n; i++)
		to->word[to->n++] = from->word[i];
}

/* "group create -- --odd": where a place needs it the options come first. */
static struct scenario_command command_of(struct recorder *self, struct app *app,
					  const struct batch_command *from)
{
	struct scenario_command out = { .n = 0 }, options = { .n = 0 }, places = { .n = 0 };
	size_t i, most = 4;

	for (i = 0; i < ACTION_PARAMS; i++)
		most += 2 * from->args.of[i].n;
	out.word = arena_array(&self->deed, most, sizeof(*out.word));
	options.word = arena_array(&self->deed, most, sizeof(*out.word));
	places.word = arena_array(&self->deed, most, sizeof(*out.word));
	if (from->action->noun)
		out.word[out.n++] = from->action->noun;
	out.word[out.n++] = from->action->verb;
	for (i = 0; i < ACTION_PARAMS && from->action->params[i].name; i++)
		add_values(self, app, from, i, from->action->params[i].option ? &options :
			   &places);
	if (like_option(&places)) {
		join(&out, &options);
		out.word[out.n++] = "--";
		join(&out, &places);
	} else {
		join(&out, &places);
		join(&out, &options);
	}
	judge(self, &out);
	return out;
}

/* In the form of a batch the words live longer than what they were made from. */
static void keep_words(struct recorder *self, struct scenario_command *command)
{
	int i;

	for (i = 0; i < command->n; i++)
		command->word[i] = arena_strdup(&self->deed, command->word[i]);
}

static void words_of(struct recorder *self, struct app *app,
		     const struct batch_command *commands, size_t n)
{
	struct scenario_step *step = &self->step;
	struct scenario_command one;
	size_t i;

	step->n_more = 0;
	step->more = arena_array(&self->deed, n, sizeof(*step->more));
	for (i = 0; i < n; i++) {
		one = command_of(self, app, &commands[i]);
		keep_words(self, &one);
		if (i) {
			step->more[step->n_more++] = one;
		} else {
			step->words = one.word;
			step->n_words = one.n;
		}
	}
}

void record_words(struct recorder *self, struct app *app, const struct batch *batch)
{
	uint32_t subject = app_subject(app);

	if (subject != NOBODY)
		self->step.as = arena_strdup(&self->deed, app->facts.users[subject].email);
	words_of(self, app, batch->v, batch->n);
}

void record_instead(struct recorder *self, struct app *app, const struct result *result)
{
	if (self->step.n_more || !result->n_instead)
		return;
	self->unfit = NULL;
	words_of(self, app, result->instead, result->n_instead);
}

void record_option(struct recorder *self, const char *word)
{
	struct scenario_step *step = &self->step;
	size_t n = (size_t)step->n_words, at = n;
	const char **words = arena_array(&self->deed, n + 1, sizeof(*words));

	/* Options before the places, which "--" may precede. */
	if (word[0] == '-')
		at = action_find(NULL, step->words[0]) ? 1 : 2;
	memcpy(words, step->words, at * sizeof(*words));
	words[at] = word;
	memcpy(words + at + 1, step->words + at, (n - at) * sizeof(*words));
	step->n_words++;
	step->words = words;
}
