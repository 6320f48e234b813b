/* palette_args.c: arguments that follow: a whole command in the words of the command
 * line, or a verb and names as one would say it: share "Revenue model" bob edit. */
#include "screen/palette/palette_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/scenario/play.h"
#include "model/value.h"
#include "screen/frame/request.h"
#include "screen/frame/verb.h"

enum {
	SLOTS = 6, CALLED_WORDS = 5, CHOICES = 3,
	AFTER_LINES = 512	/* lacking something: what names make is meant rather */
};

/* ---- in the words of the command line ------------------------------------------------- */

/* The action that the typed words begin with, or NULL. */
static const struct action *typed_action(const struct palette *palette)
{
	char noun[64] = "", verb[64] = "";
	const struct action *action;

	if (sscanf(palette->input.text, " %63s %63s", noun, verb) < 1)
		return NULL;
	action = verb[0] ? action_find(noun, verb) : NULL;
	return action ? action : action_find(NULL, noun);
}

bool palette_start(struct screen *screen, const struct action *action,
		   const struct thing *focus, struct buf *out)
{
	const struct param *param = action->params;
	bool given = false, complete = true;

	if (action->noun)
		buf_printf(out, "%s ", action->noun);
	buf_printf(out, "%s ", action->verb);
	for (; param < action->params + ACTION_PARAMS && param->name; param++) {
		if (!given && !param->option && verb_takes(param, focus)) {
			thing_argument(screen->app, focus, out);
			buf_addc(out, ' ');
			given = true;
		} else if (param->required) {
			complete = false;
		}
		/* Only the first place can be filled in from here. */
		if (!param->option)
			given = true;
	}
	return complete;
}

/* ": Project, [People], Level": what the action takes, by its labels. */
static void usage(const struct action *action, struct buf *out)
{
	const struct param *param = action->params;
	const char *before = ": ";

	for (; param < action->params + ACTION_PARAMS && param->name; param++) {
		buf_printf(out, "%s%s%s%s", before, param->required ? "" : "[",
			   param->label ? param->label : param->name,
			   param->required ? "" : "]");
		before = ", ";
	}
}

/* Could it be run as it stands? */
static bool is_complete(const struct palette *palette)
{
	struct request request = { .n = 0 };
	struct error err;
	bool yes;

	error_clear(&err);
	yes = request_split(&request, palette->input.text, &err) &&
		request_parse(&request, palette->screen, &err);
	request_release(&request);
	return yes;
}

void palette_run(struct palette *palette)
{
	const struct action *action = typed_action(palette);
	const char *why;
	struct entry *entry;
	struct buf words;

	if (!action)
		return;
	buf_init(&words, 2048);
	usage(action, &words);
	why = palette_refusal(palette, action);
	entry = palette_add(palette, ENTRY_RUN, arena_printf(&palette->arena,
		"Run: %s%s", action_name(action, &palette->arena),
		buf_text(&words)), "", why ? why : action->flags &
		ACTION_WRITES ? "first shows what changes" : play_opens(action) ?
		"on a private copy" : "shows its text");
	entry->greyed = entry->shut = why != NULL;
	entry->whole = why;
	entry->action = action;
	palette_score(entry, FIT_PREFIX, ORDER_LINE,
		      is_complete(palette) ? 0 : AFTER_LINES);
	palette->acts++;
	buf_release(&words);
}

/* ---- as one would say it ---------------------------------------------------------------- */

struct slot { const struct param *param; const char *value, *says; };

struct said {
	struct palette *palette;
	const struct action *action;
	struct slot slot[SLOTS];
	size_t n, at;		/* the word that is looked at */
	struct thing first;	/* in the first place */
	size_t choice;		/* of names that several have: which one */
	size_t choices;
	const struct param *lacks;	/* the last that must follow, or NULL */
};

static bool is_free(const struct said *said, const struct param *param)
{
	size_t i;

	for (i = 0; i < said->n; i++)
		if (said->slot[i].param == param && !param->many)
			return false;
	return said->n < SLOTS;
}

static void put(struct said *said, const struct param *param, const char *value,
		const char *says)
{
	said->slot[said->n++] = (struct slot){ param, value, says };
}

/* In the words that people use of it. */
static bool level_said(const char *text, enum level *out)
{
	static const struct { const char *word; enum level level; } said[] = {
		{ "edit", LEVEL_CAN_EDIT }, { "editor", LEVEL_CAN_EDIT },
		{ "view", LEVEL_CAN_VIEW }, { "read", LEVEL_CAN_VIEW },
		{ "viewer", LEVEL_CAN_VIEW }, { "full", LEVEL_FULL_ACCESS },
		{ "app", LEVEL_APP_ONLY }
	};
	size_t i;

	for (i = 0; i < COUNT_OF(said); i++)
		if (strcmp(said[i].word, text) == 0) {
			*out = said[i].level;
			return true;
		}
	return level_parse(text, out);
}

/* "can edit", "edit", "full": a level, a role, on or off; how many words it takes. */
static size_t plain_value(struct said *said, const struct param *param)
{
	const struct typed *typed = &said->palette->typed;
	char text[80];
	enum level level;
	enum role role;
	bool on;
	size_t take = said->at + 1 < typed->n ? 2 : 1;

	for (; take; take--) {
		if (take == 2)
			snprintf(text, sizeof(text), "%s %s",
				 typed->word[said->at],
				 typed->word[said->at + 1]);
		else
			snprintf(text, sizeof(text), "%s", typed->word[said->at]);
		if ((param->type == PARAM_LEVEL ||
		     param->type == PARAM_LEVEL_NONE) &&
		    level_said(text, &level)) {
			put(said, param, level_code(level), level_label(level));
			return take;
		}
		if (param->type == PARAM_ROLE && role_parse(text, &role)) {
			put(said, param, role_code(role), role_label(role));
			return take;
		}
		if (param->type == PARAM_ONOFF && switch_parse(text, &on)) {
			put(said, param, on ? "on" : "off", on ? "on" : "off");
			return take;
		}
	}
	return 0;
}

/* The longest run of words that names something the parameter takes. */
static size_t name_value(struct said *said, const struct param *param)
{
	static const unsigned kinds[THING_HEADING + 1] = {
		[THING_PROJECT] = 1 << NAME_PROJECT, [THING_USER] = 1 << NAME_USER,
		[THING_GROUP] = 1 << NAME_GROUP, [THING_ASSET] = 1 << NAME_ASSET
	};
	struct palette *palette = said->palette;
	const struct typed *typed = &palette->typed;
	enum thing_kind kind = verb_kind(param);
	struct name_hit hit[CHOICES];
	struct thing thing;
	size_t take, n, i;
	struct buf text;
	unsigned bits;

	if (!kinds[kind])
		return 0;		/* its names are not kept in order */
	for (take = typed->n - said->at; take; take--) {
		if (take > CALLED_WORDS)
			continue;
		bits = ((1u << take) - 1) << said->at;
		buf_init(&text, 4096);
		(void)typed_words(typed, bits, &text);
		n = name_find(screen_names(palette->screen), kinds[kind],
			      buf_text(&text), hit, CHOICES);
		buf_release(&text);
		if (!n)
			continue;
		for (i = 1; i < n && i < CHOICES && hit[i].rank == hit[0].rank; )
			i++;
		if (i > said->choices)
			said->choices = i;
		thing = palette_thing(palette->screen->app,
				      &hit[said->choice < i ? said->choice : 0]);
		if (!said->n)
			said->first = thing;
		put(said, param, arena_strdup(&palette->arena, thing.id),
		    thing_name(palette->screen->app, &thing));
		return take;
	}
	return 0;
}

/* At the word: of the parameter that has it, how many words it took; 0: none has. */
static size_t any_value(struct said *said)
{
	const struct param *param = said->action->params;
	size_t i, took = 0;

	if (said->n)
		for (i = 1; !took && i < ACTION_PARAMS && param[i].name; i++)
			if (is_free(said, &param[i]))
				took = plain_value(said, &param[i]);
	for (i = 0; !took && i < ACTION_PARAMS && param[i].name; i++)
		if (is_free(said, &param[i]))
			took = name_value(said, &param[i]);
	return took;
}

/* All words are used; said->lacks: what is required beside them. */
static bool is_all_said(struct said *said)
{
	const struct typed *typed = &said->palette->typed;
	const struct param *param = said->action->params;
	size_t i, k, took;

	while (said->at < typed->n) {
		took = any_value(said);
		if (!took)
			return false;
		said->at += took;
	}
	for (i = 0; i < ACTION_PARAMS && param[i].name; i++) {
		for (k = 0; k < said->n && said->slot[k].param != &param[i]; )
			k++;
		if (param[i].required && k == said->n)
			said->lacks = &param[i];
	}
	return said->n > 1 && said->slot[0].param == param;
}

static void offer(struct said *said)
{
	struct palette *palette = said->palette;
	struct buf line, title;
	struct entry *entry;
	const char *why;
	size_t i;

	buf_init(&line, 8192);
	buf_init(&title, 8192);
	buf_printf(&line, "%s", action_name(said->action, &palette->arena));
	for (i = 0; i < said->n; i++) {
		if (i)
			buf_printf(&title, "%s%s", i > 1 ? ", " : "",
				   said->slot[i].says);
		if (said->slot[i].param->option)
			buf_printf(&line, " --%s", said->slot[i].param->name);
		buf_printf(&line, " \"%s\"", said->slot[i].value);
	}
	why = said->lacks ? arena_printf(&palette->arena, "then: %s",
					 said->lacks->label ?
					 said->lacks->label : said->lacks->name) :
		palette_refusal(palette, said->action);
	entry = palette_add(palette, ENTRY_LINE, arena_printf(&palette->arena,
		"%s: %s", palette_title(palette, said->action, &said->first, true),
		buf_text(&title)), "", why ? why : "first shows what changes");
	entry->greyed = entry->shut = entry->judged = why != NULL;
	entry->whole = why;
	entry->action = said->action;
	entry->thing = said->first;
	entry->line = arena_strdup(&palette->arena, buf_text(&line));
	palette_score(entry, FIT_PREFIX, ORDER_LINE, (unsigned)said->choice);
	palette->acts++;
	buf_release(&line);
	buf_release(&title);
}

/* How many typed words name the action; 0: they do not. */
static size_t verb_words(const struct typed *typed, const struct action *action)
{
	if (action->noun && typed->n > 2 &&
	    strcmp(typed->word[0], action->noun) == 0 &&
	    strcmp(typed->word[1], action->verb) == 0)
		return 2;
	return strcmp(typed->word[0], action->verb) == 0;
}

void palette_args(struct palette *palette)
{
	const struct typed *typed = &palette->typed;
	const struct action *const *all;
	struct said said;
	size_t n, i, at, choice;

	if (typed->n < 3)
		return;
	all = actions(&n);
	for (i = 0; i < n; i++) {
		at = verb_words(typed, all[i]);
		if (!at || !(all[i]->flags & ACTION_WRITES) ||
		    all[i]->params[0].option)
			continue;
		for (choice = 0; choice < CHOICES; choice++) {
			said = (struct said){ .palette = palette, .at = at,
				.action = all[i], .choice = choice };
			if (!is_all_said(&said))
				break;
			offer(&said);
			if (choice + 1 >= said.choices)
				break;
		}
	}
}

size_t palette_left(struct palette *palette, const struct action *action,
		    const struct param *out[ACTION_PARAMS])
{
	struct typed *typed = &palette->typed;
	const struct param *param = action->params;
	struct said said = { .palette = palette, .action = action };
	size_t n = 0, i, took, all = typed->n;

	said.at = all > 1 ? verb_words(typed, action) : 0;
	if (!said.at || said.at >= all)
		return 0;
	typed->n--;			/* the last one is only begun */
	while (said.at < typed->n && (took = any_value(&said)) > 0)
		said.at += took;
	typed->n = all;
	for (i = 0; said.at + 1 >= all && i < ACTION_PARAMS && param[i].name; i++)
		if (is_free(&said, &param[i]) && (said.n || i == 0))
			out[n++] = &param[i];
	return n;
}
