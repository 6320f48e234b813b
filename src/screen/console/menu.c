/* menu.c: the three-dot menu over the row it belongs to. */
#include "screen/console/menu.h"

#include <stdlib.h>

#include "base/glyph.h"
#include "base/text.h"
#include "screen/console/desk.h"
#include "screen/console/start.h"
#include "screen/frame/chrome.h"
#include "ui/popup.h"

enum {
	MARK = 2, GAP = 2, BRACKETS = 2, AROUND = 4,	/* cells */
	CELLS_MIN = 26, ENTRIES_LEAST = 3, FRAME_ROWS = 2,
	WHY_LEAST = 16		/* cells: in fewer nothing is told by it */
};

struct menu {
	struct page page;		/* first */
	struct screen *screen;
	struct thing thing;
	struct popup popup;
	int row, col;			/* where it would like to stand */
	struct arena arena;		/* of the items */
	struct item item[MENU_ITEMS];
	size_t n;
	size_t marks;			/* verbs are for so many rows; 0: for it */
	bool made;
};

static void make(struct menu *self)
{
	if (self->made)
		return;
	arena_release(&self->arena);
	self->n = menu_items(self->screen, &self->thing, self->marks > 0,
			     &self->arena, self->item);
	if (self->popup.at >= self->n)
		self->popup.at = 0;
	self->made = true;
}

static void changed(struct page *page)
{
	((struct menu *)page)->made = false;
}

/* Cells of the widest label, of the widest key, and of the widest line. */
static void measure(const struct menu *self, int *label, int *key, int *all)
{
	size_t i;
	int n;

	*label = *key = *all = 0;
	for (i = 0; i < self->n; i++) {
		n = (int)text_width(self->item[i].label);
		*label = n > *label ? n : *label;
		n = (int)text_width(self->item[i].key);
		*key = n > *key ? n : *key;
	}
	for (i = 0; i < self->n; i++) {
		n = self->item[i].why ? (int)text_width(self->item[i].why) : 0;
		*all = n > *all ? n : *all;
	}
	*all += MARK + *label + GAP + *key + (*all ? GAP + BRACKETS : 0);
}

static const char *foot_of(const struct item *item)
{
	return item->why ? item->whole : "Enter does it  Esc back";
}

/* The same for all entries: the frame does not move with the cursor.  Where not all of
 * them have room it fills the screen, and those in sight get what is not needed.  Each
 * is told to its end, as long as some entries stand above it. */
static int foot_rows(const struct menu *self, int cols, int screen)
{
	int rows = 1, n, most = screen - FRAME_ROWS - ENTRIES_LEAST;
	size_t i;

	for (i = 0; i < self->n; i++) {
		n = canvas_wrap_rows(cols, foot_of(&self->item[i]));
		rows = n > rows ? n : rows;
	}
	if ((int)self->n + FRAME_ROWS + rows > screen)
		rows = canvas_wrap_rows(cols, foot_of(&self->item[self->popup.at]));
	return cells_least(rows, cells_most(1, most));
}

/* The foot says it to its end; where a few letters of it would stand, that it is. */
static void draw_why(struct canvas *canvas, int row, int col, int cols,
		     const char *why)
{
	if ((int)text_width(why) + BRACKETS <= cols || cols >= WHY_LEAST)
		canvas_printf(canvas, row, col, cols, 0, "(%s)", why);
	else
		canvas_printf(canvas, row, col, cols, 0, cols > BRACKETS ? "(%s)" :
			      "%s", glyph(GLYPH_CUT));
}

static void draw_item(const struct menu *self, struct canvas *canvas, size_t i,
		      int label, int key)
{
	const struct item *item = &self->item[i];
	bool on = self->popup.at == i;
	int row, col, cols, at = MARK + label + GAP;

	if (!popup_place(&self->popup, i, &row, &col, &cols))
		return;
	canvas_text(canvas, row, col + MARK, cols - MARK, 0, item->label);
	canvas_text(canvas, row, col + at, cols - at,
		    item->why ? 0 : STYLE_BOLD, item->key);
	at += key + GAP;
	if (item->why)
		draw_why(canvas, row, col + at, cols - at, item->why);
	if (!on)
		return;
	canvas_focus(canvas, row, col, MARK - 1 + label, true);
	canvas_cursor(canvas, row, col);
}

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = {
		{ "Enter", "do it" }, { "Up Down", "choose" },
		{ "Esc", "back" }, HINTS_KEPT, { NULL, NULL }
	};
	struct menu *self = (struct menu *)page;
	int label, key, cells, most = canvas->cols - AROUND, foot, row;
	struct buf title;
	size_t i;

	make(self);
	measure(self, &label, &key, &cells);
	cells = cells < CELLS_MIN ? CELLS_MIN : cells;
	cells = cells < most ? cells : most;
	buf_init(&title, 512);
	if (self->marks)
		buf_printf(&title, "%zu marked", self->marks);
	else
		text_cut(&title, menu_title(self->screen, &self->thing), 30);
	foot = foot_rows(self, cells, canvas->rows);
	/* The last line is for its hints, if there is room. */
	row = cells_least(self->row, cells_most(0, canvas->rows - 1 - foot -
						(int)self->n - FRAME_ROWS));
	popup_draw(&self->popup, canvas, row, self->col, self->n, cells,
		   buf_text(&title), foot_of(&self->item[self->popup.at]), foot);
	buf_release(&title);
	for (i = 0; i < self->n; i++)
		draw_item(self, canvas, i, label, key);
	if (self->popup.row + self->popup.rows < canvas->rows)
		chrome_hints(self->screen, canvas, hints);
}

/* Greyed, but its form opens to be read, and says how to come by it. */
static bool is_shown(const struct item *item, const struct thing *thing)
{
	return !item->anywhere && item->action &&
		start_shows(item->action, thing);
}

static void take(struct menu *self)
{
	struct screen *screen = self->screen;
	struct item item = self->item[self->popup.at];

	if (item.why && !is_shown(&item, &self->thing))
		return;			/* the foot says why */
	screen->go = (struct go){ .thing = self->thing, .action = item.action,
		.kind = item.kind == ITEM_OPEN ? GO_PAGE :
			item.kind == ITEM_USAGE ? GO_USAGE :
			item.kind == ITEM_ACT_AS ? GO_ACT_AS : GO_VERB };
	pages_pop(screen->pages);	/* self is gone */
	screen->pages->toast[0] = '\0';
}

static bool letter(struct menu *self, const struct key *key)
{
	size_t i;

	for (i = 0; i < self->n; i++)
		if (self->item[i].kind != ITEM_OPEN && self->item[i].key[0] &&
		    key_is(key, self->item[i].key)) {
			self->popup.at = i;
			take(self);
			return true;
		}
	return false;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct menu *self = (struct menu *)page;
	enum command command = keys_command(key);

	make(self);
	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK ||
	    command == CMD_MENU) {
		pages_pop(pages);
		return true;
	}
	if (letter(self, key))
		return true;
	switch (popup_key(&self->popup, key)) {
	case POPUP_TAKE:
		take(self);
		break;
	case POPUP_CLOSE:
		pages_pop(pages);
		break;
	case POPUP_NONE:
		screen_unknown(self->screen, key);
		break;
	default:
		break;
	}
	return true;
}

static void release(struct page *page)
{
	arena_release(&((struct menu *)page)->arena);
	free(page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .changed = changed,
	.free = release
};

void menu_push(struct screen *screen, const struct thing *thing, int row,
	       int col)
{
	struct menu *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->thing = *thing;
	self->row = row;
	self->col = col;
	if (screen->pages->n == 1 && desk_marks(screen->desk))
		self->marks = desk_marks(screen->desk)->list.n_marks;
	make(self);
	if (!self->n) {
		release(&self->page);
		screen_refuse(screen, "There is no menu for this row.");
		return;
	}
	pages_push(screen->pages, &self->page);
}
