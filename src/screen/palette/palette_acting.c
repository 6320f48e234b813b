/* palette_acting.c: see palette_acting.h. */
#include "screen/palette/palette_acting.h"

#include <string.h>

#include "action/run/look_as.h"

/* Bits of the words behind "act as", "as"; 0: that is not asked. */
static unsigned rest_of(const struct typed *typed)
{
	unsigned all = (1u << typed->n) - 1;
	size_t at = 0;

	if (at < typed->n && strcmp(typed->word[at], "act") == 0)
		at++;
	if (at < typed->n && strcmp(typed->word[at], "as") == 0)
		at++;
	return at ? all & ~((1u << at) - 1) : 0;
}

static void shut(struct palette *palette, struct entry *entry,
		 const struct error *err)
{
	entry->greyed = entry->shut = entry->judged = true;
	entry->whole = arena_strdup(&palette->arena, err->text);
	entry->note = arena_printf(&palette->arena, "not now: %s", err->text);
}

static void add_person(struct palette *palette, const struct thing *thing,
		       unsigned place)
{
	const struct app *app = palette->screen->app;
	uint32_t user = thing_number(app, thing);
	struct entry *entry;
	struct error err;
	bool may;

	error_clear(&err);
	may = look_as_offered(app, user, &err);
	entry = palette_add(palette, ENTRY_ACT_AS,
		arena_printf(&palette->arena, "Act as %s", thing_name(app, thing)),
		"", role_label(seen_user(app_seen(app), user)->role));
	entry->thing = *thing;
	if (!may)
		shut(palette, entry, &err);
	palette_score(entry, FIT_PREFIX, ORDER_LINE, place);
	palette->names++;
	palette->names_shown++;
}

static void refuse(struct palette *palette, const struct error *err)
{
	struct entry *entry = palette_add(palette, ENTRY_ACT_AS,
		"Act as somebody else", "", "");

	shut(palette, entry, err);
	palette_score(entry, FIT_PREFIX, ORDER_LINE, 0);
	palette->acts++;
}

void palette_act_as(struct palette *palette)
{
	unsigned rest = rest_of(&palette->typed);
	struct name_hit hit[PALETTE_ACT_MOST];
	struct thing thing;
	struct error err;
	struct buf text;
	size_t n, i;

	if (!rest)
		return;
	error_clear(&err);
	if (!look_as_offered(palette->screen->app, NOBODY, &err)) {
		refuse(palette, &err);
		return;
	}
	buf_init(&text, 4096);
	(void)typed_words(&palette->typed, rest, &text);
	n = name_find(screen_names(palette->screen), 1 << NAME_USER,
		      buf_text(&text), hit, PALETTE_ACT_MOST);
	for (i = 0; i < n && i < PALETTE_ACT_MOST; i++) {
		thing = palette_thing(palette->screen->app, &hit[i]);
		add_person(palette, &thing, (unsigned)i);
	}
	buf_release(&text);
}

void palette_judge_key(struct palette *palette, struct entry *entry)
{
	const struct screen *screen = palette->screen;
	struct error err;

	if (entry->command != CMD_ACT_AS)
		return;
	error_clear(&err);
	if (screen->acted[0])
		entry->title = "Be yourself again: act as nobody else";
	else if (!look_as_may(screen->app, &err))
		shut(palette, entry, &err);
}
