/* palette_keys.c: what keys do, as entries. */
#include "screen/palette/palette_acting.h"

#include <string.h>

#include "screen/tabs/tab.h"

/* NULL: there is no such tab. */
static const char *title_of(struct palette *palette,
			    const struct binding *binding)
{
	const struct tab *const *all;
	size_t n, i;

	if (binding->command < CMD_TAB)
		return binding->help;
	all = tabs(&n);
	i = (size_t)(binding->command - CMD_TAB);
	return i < n ? arena_printf(&palette->arena, "Go to the tab %s",
				    all[i]->title) : NULL;
}

static struct entry *add_key(struct palette *palette,
			     const struct binding *binding, const char *title)
{
	struct entry *entry;

	entry = palette_add(palette, ENTRY_COMMAND, title, binding->keys[0],
			    binding->keys[0] && binding->keys[1] ?
			    arena_printf(&palette->arena, "or %s",
					 binding->keys[1]) : "");
	entry->command = binding->command;
	palette_judge_key(palette, entry);
	return entry;
}

struct entry *palette_key(struct palette *palette, const struct binding *binding)
{
	const char *title = title_of(palette, binding);

	return title ? add_key(palette, binding, title) : NULL;
}

void palette_keys(struct palette *palette)
{
	const struct binding *binding;
	const char *title, *hay;
	enum fit fit;
	size_t n, i;

	binding = bindings(&n);
	for (i = 0; i < n; i++, binding++) {
		title = title_of(palette, binding);
		if (!title)
			continue;
		hay = arena_printf(&palette->arena, "%s %s",
				   binding->hint ? binding->hint : "",
				   binding->keys[0] ? binding->keys[0] : "");
		fit = typed_fit(&palette->typed, title, hay, NULL);
		if (fit == FIT_NONE)
			continue;
		palette->acts++;
		palette_score(add_key(palette, binding, title), fit,
			      ORDER_COMMAND, (unsigned)i);
	}
}
