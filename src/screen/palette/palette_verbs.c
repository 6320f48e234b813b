/* palette_verbs.c: actions as entries, each with what it would be done to. */
#include "screen/palette/palette_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/run/allowed.h"
#include "action/scenario/play.h"
#include "model/kind.h"
#include "screen/frame/verb.h"
#include "screen/frame/verb_reason.h"

static const char *command_words(struct palette *palette,
				 const struct action *action)
{
	return action_name(action, &palette->arena);
}

const char *palette_refusal(struct palette *palette, const struct action *action)
{
	struct error err;

	if (((action->flags & ACTION_NO_STORE) &&
	     !(action->flags & ACTION_WHOLE) && !play_opens(action)) ||
	    (!(action->flags & ACTION_WRITES) &&
	     (action->flags & ACTION_IRREVERSIBLE)))
		return arena_printf(&palette->arena, "only on the command "
				    "line: %s", command_words(palette, action));
	error_clear(&err);
	if (action_allowed(palette->screen->app, action, &err))
		return NULL;
	return arena_printf(&palette->arena, "not now: %s", err.text);
}

/* ---- its title ----------------------------------------------------------------------- */

/* Where "a shared secret", "a person" stand for the thing: *from and *to. */
static bool place_of(const struct app *app, const char *summary,
		     const struct thing *thing, const char **from,
		     const char **to)
{
	static const char *const before[] = { " a shared ", " a ", " an " };
	const char *words[] = { thing_label(app, thing), thing_noun(app, thing),
				thing->kind == THING_USER ? "person" : "asset" };
	char phrase[80];
	size_t i, k;

	for (i = 0; i < COUNT_OF(before); i++)
		for (k = 0; k < COUNT_OF(words); k++) {
			snprintf(phrase, sizeof(phrase), "%s%s", before[i],
				 words[k]);
			*from = strstr(summary, phrase);
			if (!*from)
				continue;
			*to = *from + strlen(phrase);
			(*from)++;
			return true;
		}
	return false;
}

const char *palette_title(struct palette *palette, const struct action *action,
			  const struct thing *thing, bool brief)
{
	const char *more = action->flags & ACTION_WRITES && !brief ? "..." : "";
	const char *from, *to, *name;

	if (thing->kind == THING_NONE)
		return arena_printf(&palette->arena, "%s%s", action->summary,
				    more);
	name = thing_name(palette->screen->app, thing);
	if (place_of(palette->screen->app, action->summary, thing, &from, &to)) {
		if (brief && *to != '\'')
			to += strlen(to);
		return arena_printf(&palette->arena, "%.*s%s%s%s",
				    (int)(from - action->summary),
				    action->summary, name, to, more);
	}
	return arena_printf(&palette->arena, "%s: %s%s", action->summary, name,
			    more);
}

static struct entry *add_verb(struct palette *palette,
			      const struct action *action, const char *title,
			      const struct thing *thing)
{
	const char *why = palette_refusal(palette, action);
	struct entry *entry;

	entry = palette_add(palette, ENTRY_ACTION, title, verb_key_name(action),
			    why ? why : command_words(palette, action));
	entry->action = action;
	entry->thing = *thing;
	entry->greyed = entry->shut = entry->judged = why != NULL;
	entry->whole = why;
	return entry;
}

void palette_judge(struct palette *palette, struct entry *entry)
{
	struct refusal refusal;

	if (entry->judged || !entry->action || entry->thing.kind == THING_NONE)
		return;
	entry->judged = true;
	verb_reason(palette->screen, entry->action, &entry->thing,
		    &palette->arena, &refusal);
	if (!refusal.why)
		return;
	entry->greyed = true;
	entry->note = refusal.why;
	entry->whole = refusal.whole;
}

struct entry *palette_verb(struct palette *palette, const struct action *action,
			   const struct thing *thing)
{
	if (thing->kind != THING_NONE &&
	    !verb_fits(palette->screen->app, action, thing))
		return NULL;
	return add_verb(palette, action, palette_title(palette, action, thing,
						       false), thing);
}

/* ---- those that the typed words leave ------------------------------------------------ */

/* The kinds of things that it is about (bits of name_index.h). */
static unsigned kinds_of(const struct action *action)
{
	static const struct { const char *noun; unsigned kinds; } of[] = {
		{ "project", 1 << NAME_PROJECT }, { "user", 1 << NAME_USER },
		{ "group", 1 << NAME_GROUP }, { "", 1 << NAME_ASSET }
	};
	const char *s = action->on;
	unsigned kinds = 0;
	size_t n, i;

	for (; s && *s; s += n + strspn(s + n, " ,")) {
		n = strcspn(s, " ,");
		for (i = 0; of[i].noun[0]; i++)
			if (strlen(of[i].noun) == n &&
			    strncmp(of[i].noun, s, n) == 0)
				break;
		kinds |= of[i].kinds;
	}
	return kinds;
}

static const char *hay_of(struct palette *palette, const struct action *action)
{
	return arena_printf(&palette->arena, "%s %s %s",
			    command_words(palette, action),
			    action->synonyms ? action->synonyms : "",
			    verb_key_name(action));
}

/* With the thing in its title, if all typed words stand there now. */
static bool try_target(struct palette *palette, const struct action *action,
		       const struct thing *thing, const char *hay, size_t nth)
{
	const char *title = palette_title(palette, action, thing, false);
	enum fit fit = typed_fit(&palette->typed, title, hay, NULL);
	struct entry *entry;

	if (fit >= FIT_WITHIN)
		return false;
	entry = add_verb(palette, action, title, thing);
	palette_score(entry, fit, ORDER_TARGET, (unsigned)nth * VERB_ORDERS +
		      (unsigned)verb_order(action));
	return true;
}

/* The words that are not the action's name a thing. */
static bool with_target(struct palette *palette, const struct action *action,
			unsigned rest, const char *hay)
{
	struct app *app = palette->screen->app;
	const struct thing *focus = &palette->focus;
	struct name_hit hit[PALETTE_TARGETS];
	struct thing thing;
	struct buf words;
	size_t n = 0, i, found = 0;

	if (verb_fits(app, action, focus) &&
	    try_target(palette, action, focus, hay, 0))
		return true;
	buf_init(&words, 4096);
	if (kinds_of(action) && typed_words(&palette->typed, rest, &words))
		n = name_find(screen_names(palette->screen), kinds_of(action),
			      buf_text(&words), hit, PALETTE_TARGETS);
	buf_release(&words);
	for (i = 0; i < n && i < PALETTE_TARGETS; i++) {
		thing = palette_thing(app, &hit[i]);
		if (verb_fits(app, action, &thing))
			found += try_target(palette, action, &thing, hay, i);
		if (found)
			palette_go_too(palette, &thing);
	}
	return found;
}

/* Every word is part of what it is about: then no action is meant. */
static bool is_all(const struct typed *typed, unsigned rest)
{
	return rest == (1u << typed->n) - 1;
}

static void match(struct palette *palette, const struct action *action)
{
	const struct thing none = { .kind = THING_NONE };
	bool on_focus = verb_fits(palette->screen->app, action, &palette->focus);
	const struct thing *thing = on_focus ? &palette->focus : &none;
	const char *hay = hay_of(palette, action);
	struct entry *entry;
	unsigned rest;
	enum fit fit = typed_fit(&palette->typed, action->summary, hay, &rest);

	if (rest && is_all(&palette->typed, rest) && fit == FIT_NONE)
		return;
	if (rest && !is_all(&palette->typed, rest) &&
	    with_target(palette, action, rest, hay)) {
		palette->acts++;
		return;
	}
	if (fit == FIT_NONE)
		return;
	palette->acts++;
	entry = palette_verb(palette, action, thing);
	if (entry)
		palette_score(entry, fit, on_focus ? ORDER_TARGET : ORDER_OTHER,
			      (unsigned)verb_order(action));
}

void palette_verbs(struct palette *palette, enum verbs_which which)
{
	const struct thing none = { .kind = THING_NONE };
	const struct action *const *all;
	size_t n, i;
	bool fits;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		fits = verb_fits(palette->screen->app, all[i], &palette->focus);
		if (which != VERBS_ALL && fits != (which == VERBS_OF_FOCUS))
			continue;
		if (palette->typed.n) {
			match(palette, all[i]);
		} else {
			palette->acts++;
			(void)palette_verb(palette, all[i], fits ?
					   &palette->focus : &none);
		}
	}
}
