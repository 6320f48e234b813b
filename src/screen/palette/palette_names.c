/* palette_names.c: the things that one can go to: by name, by id, by e-mail. */
#include "screen/palette/palette_priv.h"

#include <string.h>

enum { TYPED_LEAST = 2 };	/* bytes: one letter begins too many names */

static const enum thing_kind kind_of[] = {
	[NAME_PROJECT] = THING_PROJECT, [NAME_USER] = THING_USER,
	[NAME_GROUP] = THING_GROUP, [NAME_ASSET] = THING_ASSET
};

struct thing palette_thing(const struct app *app, const struct name_hit *hit)
{
	return thing_of(app, kind_of[hit->kind], hit->n);
}

const char *palette_go_title(struct palette *palette, const struct thing *thing)
{
	const struct app *app = palette->screen->app;
	bool person = thing->kind == THING_USER;

	return arena_printf(&palette->arena, "Go to %s%s%s",
			    person ? "" : thing_label(app, thing),
			    person ? "" : " ", thing_name(app, thing));
}

struct entry *palette_go(struct palette *palette, const struct thing *thing)
{
	struct app *app = palette->screen->app;
	const char *note = "";
	uint32_t n = thing_number(app, thing);
	struct entry *entry;

	if (thing->kind == THING_USER && n != NOBODY)
		note = role_label(seen_user(app_seen(app), n)->role);
	entry = palette_add(palette, ENTRY_GO, palette_go_title(palette, thing),
			    "", note);
	entry->thing = *thing;
	return entry;
}

static bool stands(const struct palette *palette, const struct thing *thing)
{
	size_t i;

	for (i = 0; i < palette->n; i++)
		if ((palette->entry[i].kind == ENTRY_GO ||
		     palette->entry[i].kind == ENTRY_OPEN) &&
		    thing_same(&palette->entry[i].thing, thing))
			return true;
	return false;
}

void palette_go_too(struct palette *palette, const struct thing *thing)
{
	if (stands(palette, thing))
		return;
	palette_score(palette_go(palette, thing), FIT_MEANING, ORDER_GO, 0);
	palette->names++;
	palette->names_shown++;
}

/* ---- what is looked for -------------------------------------------------------------- */

static bool one_of(const char *word, const char *list)
{
	const char *s = strstr(list, word);
	size_t len = strlen(word);

	for (; s; s = strstr(s + 1, word))
		if ((s == list || s[-1] == ' ') && (!s[len] || s[len] == ' '))
			return true;
	return false;
}

/* "go to project rev": rev among the projects.  Bits of the words that are left. */
static unsigned wanted(const struct typed *typed, unsigned *kinds)
{
	static const struct { const char *words; unsigned kinds; } kind[] = {
		{ "project projects", 1 << NAME_PROJECT },
		{ "user users person people", 1 << NAME_USER },
		{ "group groups", 1 << NAME_GROUP },
		{ "asset assets connection connections secret secrets package "
		  "packages", 1 << NAME_ASSET }
	};
	unsigned all = (1u << typed->n) - 1;
	size_t at = 0, i;

	*kinds = NAMES_ALL;
	if (at < typed->n && one_of(typed->word[at], "go goto jump"))
		at++;
	if (at && at < typed->n && strcmp(typed->word[at], "to") == 0)
		at++;
	for (i = 0; at < typed->n && i < COUNT_OF(kind); i++)
		if (one_of(typed->word[at], kind[i].words)) {
			*kinds = kind[i].kinds;
			return all & ~((1u << (at + 1)) - 1);
		}
	return all & ~((1u << at) - 1);
}

static enum fit fit_of(enum name_rank rank)
{
	return rank <= NAME_PREFIX ? FIT_PREFIX :
		rank < NAME_WITHIN ? FIT_WORDS : FIT_WITHIN;
}

static void find(struct palette *palette, const char *text, unsigned kinds)
{
	const struct name_index *names = screen_names(palette->screen);
	struct name_hit hit[PALETTE_GO_MOST];
	struct thing thing;
	size_t n, i;

	n = name_find(names, kinds, text, hit, PALETTE_GO_MOST);
	if (!n)
		n = name_find_within(names, kinds, text, hit, PALETTE_GO_MOST);
	palette->names += n;
	for (i = 0; i < n && i < PALETTE_GO_MOST; i++) {
		thing = palette_thing(palette->screen->app, &hit[i]);
		if (stands(palette, &thing))
			continue;
		palette_score(palette_go(palette, &thing), fit_of(hit[i].rank),
			      ORDER_GO, (unsigned)i);
		palette->names_shown++;
	}
}

void palette_names(struct palette *palette)
{
	unsigned kinds, all = (1u << palette->typed.n) - 1, bits;
	struct buf text;

	if (palette->input.n < TYPED_LEAST)
		return;
	buf_init(&text, 4096);
	bits = wanted(&palette->typed, &kinds);
	if (typed_words(&palette->typed, bits, &text))
		find(palette, buf_text(&text), kinds);
	if (!palette->names && bits != all) {		/* it is called so */
		buf_reset(&text);
		if (typed_words(&palette->typed, all, &text))
			find(palette, buf_text(&text), NAMES_ALL);
	}
	buf_release(&text);
}
