/* palette_draw.c: the palette on the screen: the line, the entries, and below them the
 * whole of what the row of the focused one has no room for. */
#include "screen/palette/palette_help.h"
#include "screen/palette/palette_cut.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/frame/chrome.h"

enum {
	FIX_MOST = 3, FOOT_MOST = 3, FOOT_LOW = 2, KEY_COLS = 10, GAP = 3, MARK = 2,
	LOW = 14,	/* rows: below them the foot has two, and says why in short */
	MERGED = 20,	/* ... below these no line is kept for messages */
	WHY_FROM = 72,	/* columns: from here reasons stand in their rows, too, */
	ROOMY = 90	/* and from here what else there is to note */
};

/* why: only reasons stand as notes, before the keys; other titles go on there. */
struct widths { int title, key, note; bool why; };

/* The titles get what they need, up to three fifths; the notes what is left, and the
 * reasons of what is greyed up to two fifths. */
static struct widths widths_of(struct palette *self, int cols, size_t shown)
{
	struct widths w = { 24, 0, 0, false };
	int title, most = cols >= ROOMY ? cols * 3 / 5 : cols - KEY_COLS, why = 0;
	size_t i;

	for (i = self->top; i < self->n && i < self->top + shown; i++) {
		palette_judge(self, &self->entry[i]);
		if (self->entry[i].greyed)
			why = cells_most(why, (int)text_width(self->entry[i].note));
		title = (int)text_width(self->entry[i].title) + GAP;
		if (self->entry[i].kind > ENTRY_TEXT && title > w.title)
			w.title = title;
		if (self->entry[i].key[0])
			w.key = KEY_COLS;
	}
	if (why && cols >= WHY_FROM)
		most = cells_least(most, cols - w.key -
				   cells_least(why + 1, cols * 2 / 5));
	w.title = cells_least(w.title, most - GAP);
	w.note = cols - GAP - w.title - w.key;
	w.why = why && cols >= WHY_FROM && cols < ROOMY;
	return w;
}

/* A long title goes on where its key and its note would stand, if they are none. */
static int title_room(const struct entry *entry, const struct widths *w)
{
	if (w->why && !entry->greyed && entry->key[0])
		return w->title + w->note;
	if (!entry->key[0] && !entry->greyed &&
	    (int)text_width(entry->title) > w->title - 1)
		return w->title + w->key + w->note;
	return w->title;
}

/* Ways differ at their ends: they are told whole. */
static int entry_rows(const struct entry *entry, int cols)
{
	return entry->kind != ENTRY_FIX ? 1 :
		cells_most(1, cells_least(canvas_wrap_rows(cols - GAP, entry->title),
					  FIX_MOST));
}

static void draw_fix(struct canvas *canvas, int row, int col, int cols,
		     const struct entry *entry, bool on)
{
	int width = cells_least((int)text_width(entry->title), cols - GAP);

	canvas_wrap(canvas, row, col + MARK, entry_rows(entry, cols), cols - GAP,
		    0, entry->title);
	if (on)
		canvas_focus(canvas, row, col, MARK - 1 + width, true);
}

static void draw_entry(struct palette *self, struct canvas *canvas, int row,
		       int col, int cols, size_t i, const struct widths *w)
{
	const struct entry *entry = &self->entry[i];
	bool on = i == self->cursor;
	int room = title_room(entry, w), at;
	const char *title;

	if (entry->kind == ENTRY_HEAD) {
		canvas_text(canvas, row, col, cols, STYLE_BOLD | STYLE_UNDERLINE,
			    palette_cut(&self->arena, entry->title, cols));
		return;
	}
	if (entry->kind == ENTRY_FIX) {
		draw_fix(canvas, row, col, cols, entry, on);
		return;
	}
	title = palette_title_cut(self, entry, room - 1);
	canvas_text(canvas, row, col + MARK, room - 1, 0, title);
	if (on)
		canvas_focus(canvas, row, col, MARK - 1 + (int)text_width(title),
			     true);
	if (room > w->title + (w->why ? w->note : 0))
		return;
	at = col + MARK + w->title;
	canvas_text(canvas, row, at + (w->why ? w->note : 0), w->key, STYLE_BOLD,
		    entry->key);
	if (entry->greyed ||
	    (!w->why && (int)text_width(entry->note) <= w->note))
		canvas_text(canvas, row, at + (w->why ? 0 : w->key), w->note, 0,
			    palette_cut(&self->arena, entry->note, w->note));
}

/* ---- below the entries ------------------------------------------------------------------ */

static void count_text(const struct palette *self, int cols, struct buf *out)
{
	if (!self->typed.n)
		buf_printf(out, "%zu actions", palette_total());
	else
		buf_printf(out, "%zu of %zu actions", self->acts,
			   palette_total());
	if (self->names > self->names_shown)
		buf_printf(out, ", %zu of %s%zu names", self->names_shown,
			   self->names >= NAME_COUNTED ? "more than " : "",
			   self->names);
	else if (self->names)
		buf_printf(out, ", %zu name%s", self->names,
			   self->names > 1 ? "s" : "");
	if (!screen_names(self->screen)->done)
		buf_adds(out, ", still reading the names");
	buf_printf(out, ".  %s narrow it", self->typed.n ? "More words" :
		   "Words");
	if (cols - (int)text_width(buf_text(out)) >= 40)
		buf_adds(out, ", e.g. \"share revenue bob edit\"");
}

/* wide: the title of the focused one has no room in its row.  low: of the foot, either. */
static void foot_text(const struct palette *self, int cols, bool wide, bool low,
		      struct buf *out)
{
	const struct entry *entry = self->cursor < self->n ?
		&self->entry[self->cursor] : NULL;

	if (self->error[0])
		buf_adds(out, self->error);
	else if (entry && entry->kind == ENTRY_FIX)
		buf_adds(out, "Enter shows what it does before you say yes");
	else if (self->asked && self->ask.lack == LACK_CHOICE)
		buf_adds(out, "Enter takes the one that is meant");
	else if (self->asked && self->n)
		buf_printf(out, "Enter opens it%s", self->n > 1 ?
			   ", Down goes to what else there is" : "");
	else if (self->asked)
		buf_adds(out, "Backspace edits, Esc goes back");
	else if (!self->n)
		buf_adds(out, "Nothing is called so.  Backspace edits, Esc goes "
			 "back");
	else if (entry && entry->greyed && low)
		buf_printf(out, "%s: %.*s", entry->note,
			   (int)(strlen(entry->title) - palette_ends_open(entry->title)),
			   entry->title);
	else if (entry && entry->greyed)
		buf_printf(out, "%s%s%s", wide ? entry->title : "",
			   wide ? ": " : "", entry->whole);
	else if (entry && wide && entry->kind != ENTRY_FIX)
		buf_adds(out, entry->title);
	else
		count_text(self, cols, out);
}

/* The rows of it, at the bottom of this place. */
static int draw_foot(struct palette *self, struct canvas *canvas, int row,
		     int col, int cols, const struct widths *w)
{
	const struct entry *entry = self->cursor < self->n ?
		&self->entry[self->cursor] : NULL;
	bool red = self->error[0] || (entry && entry->greyed);
	struct buf text;
	int rows;

	buf_init(&text, 4096);
	foot_text(self, cols, entry && (int)text_width(entry->title) >
		  title_room(entry, w) - 1, canvas->rows < LOW, &text);
	rows = cells_least(canvas_wrap_rows(cols, buf_text(&text)),
			   canvas->rows < LOW ? FOOT_LOW :
			   cells_most(FOOT_MOST, canvas->rows / 4));
	canvas_wrap(canvas, row - rows + 1, col, rows, cols,
		    red ? STYLE_BOLD : 0, buf_text(&text));
	buf_release(&text);
	return rows;
}

/* The rows of the answer, whole lines in at most so many. */
static int draw_answer(const struct palette *self, struct canvas *canvas, int row,
		       int col, int rows, int cols)
{
	int at = 0, need;
	size_t i;

	if (!self->asked)
		return 0;
	if (self->waits) {
		canvas_text(canvas, row, col, cols, 0, "counting...");
		return 2;
	}
	for (i = 0; i < self->answer.n && at < rows; i++) {
		need = cells_least(canvas_wrap_rows(cols, self->answer.line[i]),
				   rows - at);
		canvas_wrap(canvas, row + at, col, need, cols, 0,
			    self->answer.line[i]);
		at += need;
	}
	return at ? at + 1 : 0;
}

/* The focused entry is in sight. */
static void scroll(struct palette *self, int shown, int cols)
{
	size_t i;
	int rows = 0;

	if (self->cursor < self->top)
		self->top = self->cursor;
	for (i = self->cursor + 1; i-- > self->top; ) {
		rows += i < self->n ? entry_rows(&self->entry[i], cols) : 1;
		if (rows > shown) {
			self->top = i + 1;
			break;
		}
	}
}

/* What is typed, and the keys. */
static void draw_line(struct palette *self, struct canvas *canvas, int row,
		      int cols)
{
	static const struct hint hints[] = {
		{ "Enter", "run" }, { "Up Down", "choose" },
		{ "Tab", "complete" }, { "Esc", "back" }, HINTS_KEPT,
		{ NULL, NULL }
	};

	canvas_text(canvas, row, 2, 1, STYLE_BOLD, ":");
	input_draw(&self->input, canvas, row, 4, cols - 6, true);
	chrome_hints(self->screen, canvas, hints);
}

void palette_draw(struct page *page, struct canvas *canvas)
{
	struct palette *self = (struct palette *)page;
	int cols = canvas->cols, row = 1, foot, said, at, lines;
	int rows = canvas->rows - (canvas->rows < MERGED ? 2 : 3);
	int around = canvas->rows < LOW ? 3 : 4;	/* the frame, the line, a blank */
	struct widths w;
	size_t i, shown;

	if (canvas->cols < 30 || canvas->rows < 8)
		return;
	canvas_box(canvas, row, 0, rows, cols, self->help ?
		   "Keys and help" : "Palette");
	w = widths_of(self, cols - 4, (size_t)rows);
	if (palette_help_wide(self, cols))
		w = (struct widths){ palette_help_cells(cols - 4) + 1, 0, 0, false };
	foot = draw_foot(self, canvas, row + rows - 2, 2, cols - 4, &w);
	said = draw_answer(self, canvas, row + 2, 2, rows - around - 2 - foot, cols - 4);
	shown = (size_t)cells_most(rows - around - foot - said, 1);
	self->columns = 0;
	if (palette_help_wide(self, cols)) {
		self->drawn = (struct area){ row + 2, 2, (int)shown, cols - 4 };
		palette_help_draw(self, canvas, &self->drawn);
		draw_line(self, canvas, row + 1, cols);
		return;
	}
	scroll(self, (int)shown, cols - 4);
	/* The heading above the first entry stays in sight. */
	if (self->top == 1 && self->entry[0].kind == ENTRY_HEAD)
		self->top = self->cursor < shown ? 0 : 1;
	self->drawn = (struct area){ row + 2 + said, 0, (int)shown, cols };
	w = widths_of(self, cols - 4, shown);
	self->at[0] = self->top;
	for (i = self->top, at = 0; i < self->n &&
	     at + entry_rows(&self->entry[i], cols - 4) <= (int)shown; i++) {
		draw_entry(self, canvas, row + 2 + said + at, 2, cols - 4, i, &w);
		for (lines = entry_rows(&self->entry[i], cols - 4); lines; lines--)
			if (at < PALETTE_ROWS)
				self->at[at++] = i;
	}
	self->drawn.rows = at;
	draw_line(self, canvas, row + 1, cols);
}
