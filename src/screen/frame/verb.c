/* verb.c: see verb.h. */
#include "screen/frame/verb.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "action/judge/may.h"
#include "action/judge/may_workspace.h"
#include "action/judge/providers.h"
#include "action/run/allowed.h"
#include "base/attr.h"
#include "model/kind.h"

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

bool verb_may_create(struct app *app, const struct action *action,
		     struct error *err)
{
	struct arena arena = { 0 };
	struct edit_plan plan = { .app = app, .arena = &arena };
	bool may;

	error_clear(err);
	may = action && action_allowed(app, action, err);
	if (may && action->does == KIND_CREATE)
		may = may_administer(&plan, err) &&
			may_have_kind(&plan, (uint32_t)action->kind, err);
	else if (may && strcmp(action->noun, "token") == 0)
		may = may_have_tokens(&plan, err);
	else if (may && strcmp(action->noun, "project") == 0)
		may = may_make_projects(&plan, "creating projects", err) &&
			may_hold_more_projects(&plan, err);
	arena_release(&arena);
	return may;
}

enum thing_kind verb_kind(const struct param *param)
{
	static const enum thing_kind kind[] = {
		[PARAM_PROJECT] = THING_PROJECT, [PARAM_USER] = THING_USER,
		[PARAM_GROUP] = THING_GROUP, [PARAM_ASSET] = THING_ASSET,
		[PARAM_PROVIDER] = THING_PROVIDER, [PARAM_TOKEN] = THING_TOKEN
	};

	return (size_t)param->type < COUNT_OF(kind) ? kind[param->type] : THING_NONE;
}

bool verb_takes(const struct param *param, const struct thing *thing)
{
	return thing->kind != THING_NONE && thing->kind == verb_kind(param);
}

/* The length of what a thing is called there: "project"; 0: of none. */
static size_t kind_of_thing(const char *word)
{
	static const char *const things[] = { "project", "person", "group" };
	size_t i;

	for (i = 0; i < COUNT_OF(things); i++)
		if (strncmp(word, things[i], strlen(things[i])) == 0)
			return strlen(things[i]);
	for (i = 0; i < kind_count(); i++)
		if (strncmp(word, kind_at(i)->label, strlen(kind_at(i)->label)) == 0)
			return strlen(kind_at(i)->label);
	return 0;
}

/* Where its summary says "a project", "a person", "a shared secret": what stands for
 * the thing; NULL: nowhere. */
static const char *stands_for(const char *summary, size_t *n)
{
	const char *at, *word;

	for (at = summary; (at = strstr(at, " a")); at++) {
		word = at + (at[2] == 'n' ? 3 : 2);
		if (*word++ != ' ')
			continue;
		word += strncmp(word, "shared ", 7) == 0 ? 7 : 0;
		if (kind_of_thing(word)) {
			*n = (size_t)(word - at) + kind_of_thing(word);
			return at;
		}
	}
	return NULL;
}

/* "3 users' role". */
static bool owned_by_some(const char *name, const char *rest)
{
	return isdigit((unsigned char)*name) && name[strlen(name) - 1] == 's' &&
		strncmp(rest, "'s", 2) == 0;
}

/* "Ask for access to": about nothing it ends before the word that waits for a name. */
static size_t without_name(const char *title)
{
	static const char *const waiting[] = { " to", " into", " of", " from" };
	size_t n = strlen(title), i, k;

	for (i = 0; i < COUNT_OF(waiting); i++) {
		k = strlen(waiting[i]);
		if (n > k && strcmp(title + n - k, waiting[i]) == 0)
			return n - k;
	}
	return n;
}

void verb_title(const struct action *action, const char *name, struct buf *out)
{
	const char *title = action->form.title, *at, *rest;
	size_t n;

	if (!name) {
		title = title ? title : action->summary;
		buf_add(out, title, without_name(title));
		return;
	}
	at = title ? NULL : stands_for(action->summary, &n);
	if (!at) {
		buf_printf(out, "%s %s", title ? title : action->summary, name);
		return;
	}
	buf_add(out, action->summary, (size_t)(at - action->summary));
	rest = at + n;
	buf_printf(out, " %s%s", name, owned_by_some(name, rest) ? "'" : "");
	buf_adds(out, rest + (owned_by_some(name, rest) ? 2 : 0));
}

bool verb_asks_first(const struct app *app, const struct thing *thing)
{
	return thing->kind == THING_PROJECT && app_subject(app) != NOBODY &&
		sees_project(app_seen(app), thing_number(app, thing)) == SIGHT_NAME;
}

enum command verb_command(const struct action *action)
{
	return command_of_usual(action->key);
}

const char *verb_key_name(const struct action *action)
{
	enum command command = verb_command(action);
	const char *name = command == CMD_NONE ? NULL : command_key_name(command);

	return name ? name : "";
}

bool verb_has_key(const struct action *action, const struct key *key)
{
	enum command command = verb_command(action);

	return command != CMD_NONE && key_does(key, command);
}

const struct action *verb_by(const struct app *app, const struct thing *thing,
			     enum command command)
{
	const struct action *const *all;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if (verb_command(all[i]) == command && verb_fits(app, all[i], thing))
			return all[i];
	return NULL;
}

const struct action *verb_of_key(const struct app *app, const struct thing *thing,
				 const struct key *key)
{
	const struct action *const *all;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++)
		if (verb_has_key(all[i], key) &&
		    verb_fits(app, all[i], thing))
			return all[i];
	return NULL;
}

const char *verb_word(const struct action *action)
{
	static const struct { const char *verb, *word; } known[] = {
		{ "access", "groups" }, { "take-access", "take access" },
		{ "set-default", "default" }, { "rename", "edit" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(known); i++)
		if (strcmp(known[i].verb, action->verb) == 0)
			return known[i].word;
	return action->verb;
}
