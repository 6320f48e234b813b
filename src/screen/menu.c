/* menu.c: the three-dot menu over the row it belongs to. */
#include "screen/menu.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "screen/desk.h"
#include "screen/keys.h"
#include "screen/palette.h"
#include "screen/usage.h"
#include "ui/popup.h"

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
	self->made = true;
}

static void changed(struct page *page, struct pages *pages)
{
	(void)pages;
	((struct menu *)page)->made = false;
}

/* Cells of the widest label, of the keys, and of the widest line. */
static void measure(const struct menu *self, int *label, int *key, int *all)
{
	size_t i;

	*label = *key = 0;
	for (i = 0; i < self->n; i++) {
		int n = (int)text_width(self->item[i].label);
		int k = (int)text_width(self->item[i].key);

		*label = n > *label ? n : *label;
		*key = k > *key ? k : *key;
	}
	*all = 2 + *label + 2 + *key;
	for (i = 0; i < self->n; i++)
		if (self->item[i].why) {
			int n = *label + *key + 7 +
				(int)text_width(self->item[i].why);

			*all = n > *all ? n : *all;
		}
}

static void draw(struct page *page, struct pages *pages, struct canvas *canvas)
{
	struct menu *self = (struct menu *)page;
	int label, key, all, row, col, cols;
	struct buf title, foot;
	size_t i;

	(void)pages;
	make(self);
	measure(self, &label, &key, &all);
	buf_init(&title, 512);
	buf_init(&foot, 1024);
	if (self->popup.at < self->n && self->item[self->popup.at].why)
		buf_printf(&foot, "Not now: %s",
			   self->item[self->popup.at].why);
	else
		buf_adds(&foot, "Enter does it  Esc back");
	if (self->marks)
		buf_printf(&title, "%zu marked", self->marks);
	else
		text_cut(&title, thing_name(self->screen->app, &self->thing), 30);
	popup_draw(&self->popup, canvas, self->row, self->col, self->n,
		   all > 26 ? all : 26, buf_text(&title), buf_text(&foot));
	buf_release(&title);
	buf_release(&foot);
	for (i = 0; i < self->n; i++) {
		const struct item *item = &self->item[i];
		bool on = self->popup.at == i;
		unsigned style = on ? STYLE_BOLD : 0;

		if (!popup_place(&self->popup, i, &row, &col, &cols))
			continue;
		canvas_text(canvas, row, col, 2, style, on ? ">" : "");
		canvas_text(canvas, row, col + 2, cols - 2, style, item->label);
		canvas_text(canvas, row, col + label + 4, cols - label - 4,
			    item->why ? style : STYLE_BOLD, item->key);
		if (item->why)
			canvas_printf(canvas, row, col + label + key + 5,
				      cols - label - key - 5, style, "(%s)",
				      item->why);
		if (on)
			canvas_cursor(canvas, row, col);
	}
}

static void take(struct menu *self)
{
	struct screen *screen = self->screen;
	struct item item = self->item[self->popup.at];
	struct thing thing = self->thing;

	if (item.why)
		return;			/* the foot says why */
	pages_pop(screen->pages);	/* self is gone */
	screen->pages->toast[0] = '\0';
	switch (item.kind) {
	case ITEM_OPEN:
		desk_open(screen->desk, &thing);
		break;
	case ITEM_USAGE:
		usage_push(screen, &thing);
		break;
	case ITEM_ACTION:
		palette_begin(screen, item.action, &thing);
		break;
	}
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
	if (command == CMD_REPAINT || command == CMD_SUSPEND)
		return false;
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

bool menu_push(struct screen *screen, const struct thing *thing, int row,
	       int col)
{
	struct menu *self = mem_alloc(sizeof(*self));

	self->page.ops = &ops;
	self->screen = screen;
	self->thing = *thing;
	self->row = row;
	self->col = col;
	if (screen->pages->n == 1 && desk_marks(screen->desk))
		self->marks = desk_marks(screen->desk)->list.n_marks;
	make(self);
	if (!self->n) {
		release(&self->page);
		pages_toast(screen->pages, "There is no menu for this row.");
		return false;
	}
	pages_push(screen->pages, &self->page);
	return true;
}
