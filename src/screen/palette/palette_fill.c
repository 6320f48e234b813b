/* palette_fill.c: which entries stand in the palette, and in which order. */
#include "screen/palette/palette_help.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/frame/verb.h"
#include "screen/palette/palette_acting.h"
#include "screen/tabs/tab.h"

size_t palette_total(void)
{
	size_t n_actions, n_keys, n_tabs, i, n;
	const struct binding *binding = bindings(&n_keys);

	(void)actions(&n_actions);
	(void)tabs(&n_tabs);
	for (i = n = 0; i < n_keys; i++)
		n += binding[i].command < CMD_TAB ||
			(size_t)(binding[i].command - CMD_TAB) < n_tabs;
	return n_actions + n;
}

/* ---- what is typed: the best fit first ------------------------------------------------ */

struct ranked { unsigned score; size_t at; };

static int by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static void sort(struct palette *palette, size_t from)
{
	struct ranked *order = mem_array(palette->n + 1, sizeof(*order));
	struct entry *sorted = mem_array(palette->cap + 1, sizeof(*sorted));
	size_t i;

	for (i = 0; i < palette->n; i++)
		order[i] = (struct ranked){ palette->entry[i].score, i };
	qsort(order + from, palette->n - from, sizeof(*order), by_score);
	for (i = 0; i < palette->n; i++)
		sorted[i] = palette->entry[order[i].at];
	free(order);
	free(palette->entry);
	palette->entry = sorted;
}

/* A command that could be run is one, unless it begins as a question does. */
static bool is_command(const struct palette *palette)
{
	size_t i;

	for (i = 0; i < palette->n; i++)
		if (palette->entry[i].kind == ENTRY_RUN ||
		    palette->entry[i].kind == ENTRY_LINE)
			return true;
	return false;
}

static void fill_typed(struct palette *palette)
{
	palette_scenarios(palette);
	palette_run(palette);
	palette_args(palette);
	if (palette->asked && !palette->ask.whole && is_command(palette))
		palette_ask_release(palette);
	palette_ask_entries(palette);
	palette_act_as(palette);
	palette_names(palette);
	palette_verbs(palette, VERBS_ALL);
	palette_keys(palette);
	sort(palette, 0);
}

/* ---- nothing is typed ------------------------------------------------------------------ */

static void head_of_focus(struct palette *palette)
{
	const struct app *app = palette->screen->app;

	palette_head(palette, arena_printf(&palette->arena, "With %s (%s)",
		     thing_name(app, &palette->focus),
		     thing_label(app, &palette->focus)));
}

/* As in its menu. */
static void of_focus(struct palette *palette)
{
	size_t from, i;

	if (palette->focus.kind == THING_NONE)
		return;
	head_of_focus(palette);
	from = palette->n;
	palette_verbs(palette, VERBS_OF_FOCUS);
	for (i = from; i < palette->n; i++)
		palette_score(&palette->entry[i], FIT_PREFIX, ORDER_LINE,
			      (unsigned)verb_order(palette->entry[i].action));
	sort(palette, from);
	palette_no_head(palette);
}

static void fill_empty(struct palette *palette)
{
	palette_head(palette, "Recent");
	palette_recent(palette);
	palette_no_head(palette);
	of_focus(palette);
	palette_head(palette, "Keys");
	palette_keys(palette);
	palette_head(palette, "Everything else");
	palette_verbs(palette, VERBS_OTHER);
	palette_no_head(palette);
}

static bool same(const struct entry *a, const struct entry *b)
{
	return a->kind == b->kind && a->action == b->action &&
		a->command == b->command && a->place == b->place &&
		thing_same(&a->thing, &b->thing);
}

static void make(struct palette *palette)
{
	palette->n = 0;
	palette->acts = palette->names = palette->names_shown = 0;
	arena_release(&palette->arena);
	if (palette->help)
		palette_help(palette);
	else if (palette->typed.n)
		fill_typed(palette);
	else
		fill_empty(palette);
}

static void to_first(struct palette *palette)
{
	palette->cursor = palette->top = 0;
	while (palette->cursor < palette->n &&
	       palette->entry[palette->cursor].kind <= ENTRY_TEXT)
		palette->cursor++;
}

void palette_fill(struct palette *palette)
{
	typed_release(&palette->typed);
	typed_read(&palette->typed, palette->input.text);
	palette_ask_read(palette);
	make(palette);
	to_first(palette);
}

void palette_list(struct palette *palette)
{
	bool first = palette->cursor == 0 || palette->cursor >= palette->n;
	struct entry on = { .kind = ENTRY_HEAD };
	size_t i;

	if (!first)
		on = palette->entry[palette->cursor];
	make(palette);
	for (i = 0; !first && i < palette->n; i++)
		if (same(&palette->entry[i], &on))
			break;
	if (first || i == palette->n)
		to_first(palette);
	else
		palette->cursor = i;
}
