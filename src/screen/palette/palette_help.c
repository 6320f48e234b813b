/* palette_help.c: keys and help: the keys of this place first, then those that move, then
 * those that go everywhere; in two columns where the width allows. */
#include "screen/palette/palette_help.h"
#include "screen/palette/palette_cut.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/verb.h"

enum { TWO_FROM = 100, KEY_CELLS = 11, MARK = 2, GAP = 2 };

/* Commands that are about the row one is on. */
static const enum command here[] = {
	CMD_OPEN, CMD_WHY, CMD_FIX, CMD_DOWNGRADED, CMD_NEW, CMD_USAGE, CMD_MENU,
	CMD_MARK, CMD_COPY
};

static const enum command moving[] = {
	CMD_NEXT_ZONE, CMD_PREV_ZONE, CMD_BACK, CMD_FILTER, CMD_OTHER
};

/* Keys of lists and texts: no commands. */
static const struct { const char *key, *title; } walks[] = {
	{ "Up Down", "A row (j k); at the ends the header, tabs, hints" },
	{ "Left Right", "Cells that lead on; then the panel, and back" },
	{ "PgUp PgDn", "A page" },
	{ "Home End", "The first, the last (g G)" },
};

static bool is_in(enum command command, const enum command *set, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (set[i] == command)
			return true;
	return false;
}

static bool fits(const struct palette *palette, const char *title, const char *more)
{
	return typed_fit(&palette->typed, title, more, NULL) != FIT_NONE;
}

static void key_of(struct palette *palette, const struct binding *binding)
{
	const char *hay = arena_printf(&palette->arena, "%s %s",
				       binding->hint ? binding->hint : "",
				       binding->keys[0] ? binding->keys[0] : "");
	struct entry *entry = palette_key(palette, binding);

	if (entry && fits(palette, entry->title, hay))
		palette->acts++;
	else if (entry)
		palette->n--;
}

/* Does it do anything with what has the focus? */
static bool is_for(const struct palette *palette, enum command command)
{
	enum thing_kind kind = palette->focus.kind;

	if (command == CMD_USAGE)
		return kind == THING_ASSET;
	if (command == CMD_WHY || command == CMD_FIX || command == CMD_DOWNGRADED)
		return kind == THING_PROJECT || kind == THING_USER;
	return true;
}

static void keys_of(struct palette *palette, const enum command *set, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (is_for(palette, set[i]))
			key_of(palette, binding_of(set[i]));
}

static void other_keys(struct palette *palette)
{
	const struct binding *binding;
	size_t n, i;

	binding = bindings(&n);
	for (i = 0; i < n; i++, binding++)
		if (!is_in(binding->command, here, COUNT_OF(here)) &&
		    !is_in(binding->command, moving, COUNT_OF(moving)))
			key_of(palette, binding);
}

static void walking(struct palette *palette)
{
	size_t i;

	for (i = 0; i < COUNT_OF(walks); i++)
		if (fits(palette, walks[i].title, walks[i].key))
			(void)palette_add(palette, ENTRY_TEXT, walks[i].title,
					  walks[i].key, "");
}

static void page_own_keys(struct palette *palette)
{
	const struct binding *own;
	size_t n, i;

	own = own_bindings(&n);
	for (i = 0; i < n; i++)
		if (own[i].keys[0] && own[i].command >= CMD_CANCEL &&
		    fits(palette, own[i].help, own[i].keys[0]))
			(void)palette_add(palette, ENTRY_TEXT, own[i].help, own[i].keys[0],
					  "");
}

static int by_order(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return verb_order(x->action) - verb_order(y->action);
}

/* The verbs of the focused thing, as in its menu, taken from the entries: *n of them; free
 * them. */
static struct entry *verbs_of_focus(struct palette *palette, size_t *n)
{
	size_t from = palette->n;
	struct entry *verbs;

	if (palette->focus.kind != THING_NONE)
		palette_verbs(palette, VERBS_OF_FOCUS);
	*n = palette->n - from;
	verbs = mem_array(*n + 1, sizeof(*verbs));
	if (*n)
		memcpy(verbs, palette->entry + from, *n * sizeof(*verbs));
	qsort(verbs, *n, sizeof(*verbs), by_order);
	palette->n = from;
	return verbs;
}

static void take(struct palette *palette, const struct entry *verbs, size_t n,
		 bool keyed)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((verbs[i].key[0] != '\0') == keyed)
			*palette_add(palette, ENTRY_ACTION, "", "", "") = verbs[i];
}

static const char *name_of(struct palette *palette)
{
	const struct app *app = palette->screen->app;

	if (palette->focus.kind == THING_NONE)
		return "this list";
	return arena_printf(&palette->arena, "%s (%s)",
			    thing_name(app, &palette->focus),
			    thing_label(app, &palette->focus));
}

void palette_help(struct palette *palette)
{
	size_t n;
	struct entry *verbs = verbs_of_focus(palette, &n);
	const char *name = name_of(palette);

	palette_head(palette, arena_printf(&palette->arena, "With %s", name));
	take(palette, verbs, n, true);
	keys_of(palette, here, COUNT_OF(here));
	palette_no_head(palette);
	palette_head(palette, "Moving");
	walking(palette);
	keys_of(palette, moving, COUNT_OF(moving));
	palette_no_head(palette);
	palette_head(palette, "Everywhere");
	other_keys(palette);
	palette_no_head(palette);
	palette_head(palette, arena_printf(&palette->arena, "More with %s", name));
	take(palette, verbs, n, false);
	palette_no_head(palette);
	free(verbs);
	palette_head(palette, "On pages of their own");
	page_own_keys(palette);
	palette_no_head(palette);
	if (palette->typed.n) {
		palette_head(palette, "Everything else");
		palette_verbs(palette, VERBS_OTHER);
		palette_no_head(palette);
	}
}

/* ---- two columns --------------------------------------------------------------------- */

int palette_help_cells(int cols)
{
	return (cols - GAP) / 2 - MARK - KEY_CELLS;
}

bool palette_help_wide(const struct palette *palette, int cols)
{
	return palette->help && cols >= TWO_FROM;
}

static void draw_one(struct palette *self, struct canvas *canvas, int row,
		     int col, int cols, size_t i)
{
	struct entry *entry = &self->entry[i];
	int room = cols - MARK - KEY_CELLS, why, title, at = col;
	const char *words;
	struct buf text;

	palette_judge(self, entry);
	if (entry->kind == ENTRY_HEAD) {
		canvas_text(canvas, row, col, cols, STYLE_BOLD | STYLE_UNDERLINE,
			    entry->title);
		return;
	}
	buf_init(&text, 4096);
	if (entry->greyed)
		buf_printf(&text, " (%s)", entry->note);
	why = cells_least((int)text_width(buf_text(&text)), room / 2);
	words = palette_title_cut(self, entry, room - why);
	title = (int)text_width(words);
	at += MARK + KEY_CELLS;
	canvas_text(canvas, row, col + MARK, KEY_CELLS - 1, STYLE_BOLD, entry->key);
	canvas_text(canvas, row, at, title, 0, words);
	canvas_text(canvas, row, at + title, room - title, 0, buf_text(&text));
	buf_release(&text);
	if (i == self->cursor)
		canvas_focus(canvas, row, col, MARK - 1 +
			     cells_most((int)text_width(entry->key), 1), true);
}

void palette_help_draw(struct palette *self, struct canvas *canvas,
		       const struct area *area)
{
	size_t rows = (size_t)area->rows, shown = 2 * rows, i, at;
	int cols = (area->cols - GAP) / 2;

	if (self->cursor < self->top)
		self->top = self->cursor;
	if (self->cursor >= self->top + shown)
		self->top = self->cursor - shown + 1;
	if (self->top == 1 && self->entry[0].kind == ENTRY_HEAD)
		self->top = self->cursor < shown ? 0 : 1;
	self->columns = rows;
	for (at = 0; at < shown && at < PALETTE_ROWS; at++) {
		i = self->top + at;
		self->at[at] = i;
		if (i < self->n)
			draw_one(self, canvas, area->row + (int)(at % rows),
				 area->col + (int)(at / rows) * (cols + GAP), cols,
				 i);
	}
}
