/* palette_scenarios.c: the scenarios that can be played, by their titles. */
#include "screen/palette/palette_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/scenario/play.h"

enum { AFTER_RUN = 600 };	/* nothing is typed behind the verb: that comes first */

/* What follows the words of an action that plays; NULL: the line is none. */
static const char *typed_name(const struct palette *palette)
{
	const char *text = palette->input.text;
	char noun[64] = "", verb[64] = "";
	const struct action *action = NULL;
	int one = 0, two = 0;

	if (sscanf(text, " %63s%n %63s%n", noun, &one, verb, &two) < 1)
		return NULL;
	if (two)
		action = action_find(noun, verb);
	if (!action) {
		action = action_find(NULL, noun);
		two = one;
	}
	if (!action || !play_opens(action))
		return NULL;
	text += two;
	return text + strspn(text, " ");
}

/* first: before the line itself, which stands above all of them else. */
static void add(struct palette *palette, size_t i, const char *name, bool first)
{
	struct scenario scenario;
	struct entry *entry;
	struct error err;

	if (!scenario_load(name, &palette->arena, &scenario, &err))
		return;
	entry = palette_add(palette, ENTRY_LINE, scenario.title, "",
			    arena_printf(&palette->arena, "%s, %zu steps", name,
					 scenario.n));
	entry->line = arena_printf(&palette->arena, "scenario play %s", name);
	entry->place = i;
	entry->score = 0;
	if (!first)
		palette_score(entry, FIT_PREFIX, ORDER_LINE,
			      AFTER_RUN + (unsigned)i);
	palette->acts++;
}

/* Those that are called so; where none is, all that there are. */
void palette_scenarios(struct palette *palette)
{
	const char *typed = typed_name(palette), *name;
	bool names = typed && typed[-1] == ' ';	/* it is a name that is typed */
	size_t i, before = palette->n;

	if (!typed)
		return;
	for (i = 0; (name = scenario_named(i, &palette->arena)); i++)
		if (strstr(name, typed))
			add(palette, i, name, names);
	if (palette->n > before || strchr(typed, '/'))
		return;
	for (i = 0; (name = scenario_named(i, &palette->arena)); i++)
		add(palette, i, name, false);
}
