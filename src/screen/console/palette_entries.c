/* palette_entries.c: which entries the typed words leave. */
#include "screen/console/palette_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/run/allowed.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/verb.h"
#include "screen/tabs/tab.h"

enum { GO_MAX = 40 };

static struct entry *add(struct palette *palette, enum entry_kind kind,
			 const char *title, const char *key, const char *note)
{
	struct entry *entry;

	palette->entry = mem_grow(palette->entry, palette->n, &palette->cap,
				  sizeof(*palette->entry));
	entry = &palette->entry[palette->n++];
	*entry = (struct entry){ .kind = kind, .title = title,
		.key = key ? key : "", .note = note ? note : "" };
	palette->matches += kind != ENTRY_HEAD;
	return entry;
}

/* Does every typed word occur in the text, in any case? */
static bool words_match(const char *typed, const char *text)
{
	struct buf hay, needle;
	bool all = true;
	const char *s = typed;
	size_t n;

	buf_init(&hay, 8192);
	buf_init(&needle, 1024);
	text_fold(&hay, text);
	while (all) {
		s += strspn(s, " \t\"");
		n = strcspn(s, " \t\"");
		if (!n)
			break;
		buf_reset(&needle);
		{
			char word[256];

			snprintf(word, sizeof(word), "%.*s",
				 (int)(n < 255 ? n : 255), s);
			text_fold(&needle, word);
		}
		all = strstr(buf_text(&hay), buf_text(&needle)) != NULL;
		s += n;
	}
	buf_release(&hay);
	buf_release(&needle);
	return all;
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

static const char *action_words(struct palette *palette,
				const struct action *action)
{
	return arena_printf(&palette->arena, "%s%s%s",
			    action->noun ? action->noun : "",
			    action->noun ? " " : "", action->verb);
}

/* Why the action cannot be run from here, or NULL. */
static const char *refusal(struct palette *palette, const struct action *action)
{
	struct error err;

	if (((action->flags & ACTION_NO_STORE) &&
	     !(action->flags & ACTION_WHOLE)) ||
	    (!(action->flags & ACTION_WRITES) &&
	     (action->flags & ACTION_IRREVERSIBLE)))
		return arena_printf(&palette->arena, "only on the command "
				    "line: %s", action_words(palette, action));
	error_clear(&err);
	if (action_allowed(palette->screen->app, action, &err))
		return NULL;
	return arena_printf(&palette->arena, "not now: %s", err.text);
}

static void add_action(struct palette *palette, const struct action *action)
{
	const char *why = refusal(palette, action);
	struct entry *entry;

	entry = add(palette, ENTRY_ACTION, action->summary, action->key,
		    why ? why : action_words(palette, action));
	entry->action = action;
	entry->greyed = why != NULL;
}

/* which: 1 those that fit the focus, 0 the others. */
static void add_actions(struct palette *palette, bool which)
{
	const struct action *const *all;
	const char *hay;
	size_t n, i;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		if (verb_fits(palette->screen->app, all[i], &palette->focus) !=
		    which)
			continue;
		hay = arena_printf(&palette->arena, "%s %s %s %s",
				   action_words(palette, all[i]),
				   all[i]->summary,
				   all[i]->synonyms ? all[i]->synonyms : "",
				   all[i]->key ? all[i]->key : "");
		if (words_match(palette->input.text, hay))
			add_action(palette, all[i]);
	}
}

static void add_commands(struct palette *palette)
{
	const struct tab *const *all;
	const struct binding *binding;
	const char *title, *hay, *key;
	size_t n, i, n_tabs;

	all = tabs(&n_tabs);
	binding = bindings(&n);
	for (i = 0; i < n; i++, binding++) {
		title = binding->help;
		if (binding->command >= CMD_TAB) {
			if ((size_t)(binding->command - CMD_TAB) >= n_tabs)
				continue;
			title = arena_printf(&palette->arena, "Go to the tab %s",
				all[binding->command - CMD_TAB]->title);
		}
		key = binding->keys[0] ? binding->keys[0] : "";
		hay = arena_printf(&palette->arena, "%s %s %s", title,
				   binding->hint ? binding->hint : "", key);
		if (!words_match(palette->input.text, hay))
			continue;
		add(palette, ENTRY_COMMAND, title, key, binding->keys[1] ?
		    arena_printf(&palette->arena, "or %s", binding->keys[1]) :
		    *key ? "key" : "")->command = binding->command;
	}
}

static void add_go(struct palette *palette, enum thing_kind kind, uint32_t n)
{
	struct app *app = palette->screen->app;
	struct thing thing = thing_of(app, kind, n);
	const char *name = thing_name(app, &thing);
	const char *hay = arena_printf(&palette->arena, "go to %s %s %s", name,
				       thing_noun(app, &thing), thing.id);
	struct entry *entry;

	if (!words_match(palette->input.text, hay))
		return;
	if (palette->matches >= GO_MAX) {
		palette->matches++;
		return;
	}
	entry = add(palette, ENTRY_GO, arena_printf(&palette->arena,
		    "Go to %s", name), "", thing_label(app, &thing));
	entry->thing = thing;
}

static void add_things(struct palette *palette)
{
	struct screen *screen = palette->screen;
	const struct seen *seen = app_seen(screen->app);
	uint32_t i;

	if (palette->input.n < 2)
		return;
	screen_order(screen);
	for (i = 0; i < screen->n_titles; i++)
		add_go(palette, THING_PROJECT, screen->titles[i]);
	for (i = 0; i < screen->n_people; i++)
		add_go(palette, THING_USER, screen->people[i]);
	for (i = 0; i < seen_n_groups(seen); i++)
		if (sees_group(seen, i) && sees_group(seen, i))
			add_go(palette, THING_GROUP, i);
	for (i = 0; i < seen_n_assets(seen); i++)
		if (sees_asset(seen, i))
			add_go(palette, THING_ASSET, i);
}

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

static void add_run(struct palette *palette)
{
	const struct action *action = typed_action(palette);
	const char *why;
	struct entry *entry;
	struct buf words;

	if (!action)
		return;
	buf_init(&words, 2048);
	usage(action, &words);
	entry = add(palette, ENTRY_RUN, arena_printf(&palette->arena,
		    "Run: %s%s%s%s", action->noun ? action->noun : "",
		    action->noun ? " " : "", action->verb, buf_text(&words)),
		    "", action->flags & ACTION_WRITES ?
		    "first shows what changes" : "shows its text");
	why = refusal(palette, action);
	if (why) {
		entry->greyed = true;
		entry->note = why;
	}
	entry->action = action;
	buf_release(&words);
}

static void fill_help(struct palette *palette)
{
	struct app *app = palette->screen->app;
	size_t before;

	add(palette, ENTRY_HEAD, arena_printf(&palette->arena, "With %s (%s)",
	    thing_name(app, &palette->focus),
	    thing_label(app, &palette->focus)), "", "");
	before = palette->n;
	add_actions(palette, true);
	if (palette->n == before)
		palette->n--;
	add(palette, ENTRY_HEAD, "Keys", "", "");
	add_commands(palette);
	if (palette->entry[palette->n - 1].kind == ENTRY_HEAD)
		palette->n--;
	if (palette->input.n) {
		add(palette, ENTRY_HEAD, "Everything else", "", "");
		add_actions(palette, false);
		if (palette->entry[palette->n - 1].kind == ENTRY_HEAD)
			palette->n--;
	}
}

void palette_fill(struct palette *palette)
{
	palette->n = palette->cursor = palette->top = palette->matches = 0;
	arena_release(&palette->arena);
	add_run(palette);
	if (palette->n == 1 && palette->entry[0].kind == ENTRY_RUN) {
		add_actions(palette, true);
		add_actions(palette, false);
		return;
	}
	if (palette->help) {
		fill_help(palette);
	} else {
		add_actions(palette, true);
		add_things(palette);
		add_commands(palette);
		add_actions(palette, false);
	}
	while (palette->cursor < palette->n &&
	       palette->entry[palette->cursor].kind == ENTRY_HEAD)
		palette->cursor++;
}
