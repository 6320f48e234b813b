/* columns.c: the little menu of columns to show and hide. */
#include "screen/tabs/columns.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/frame/keys.h"
#include "ui/popup.h"

enum { CELLS = 36 };

struct columns {
	struct page page;		/* first */
	struct screen *screen;
	struct view *view;
	struct popup popup;
};

static const char *state_of(const struct list *list, size_t column)
{
	if (column == 0)
		return "always";
	if (!list->hidden[column] && list->page_rows &&
	    list->column_width[column] == 0)
		return "no room now";
	return "";
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct columns *self = (struct columns *)page;
	const struct list *list = &self->view->list;
	int row, col, cols;
	size_t i;

	popup_draw(&self->popup, canvas, 2, 4, list_columns(list), CELLS, "Columns",
		   "Space on or off  a all  Esc back", 1);
	for (i = 0; i < list_columns(list); i++) {
		bool on = self->popup.at == i;

		if (!popup_place(&self->popup, i, &row, &col, &cols))
			continue;
		canvas_printf(canvas, row, col, cols, on ? STYLE_BOLD : 0,
			      "%s [%s] %-14s %s", on ? ">" : " ",
			      list->hidden[i] ? " " : "x",
			      list->columns[i].name, state_of(list, i));
		if (on)
			canvas_cursor(canvas, row, col);
	}
}

static void toggle(struct columns *self)
{
	struct list *list = &self->view->list;
	size_t at = self->popup.at;

	if (at == 0)
		pages_toast(self->screen->pages,
			    "The first column is what a row is called; it stays.");
	list_hide(list, at, !list->hidden[at]);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct columns *self = (struct columns *)page;
	struct list *list = &self->view->list;
	enum command command = keys_command(key);
	size_t i;

	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK ||
	    command == CMD_COLUMNS) {
		pages_pop(pages);
		return true;
	}
	if (command == CMD_MARK) {
		toggle(self);
		return true;
	}
	if (key->code == 'a' && !key->mods) {
		for (i = 1; i < list->n_columns; i++)
			list_hide(list, i, false);
		return true;
	}
	switch (popup_key(&self->popup, key)) {
	case POPUP_TAKE:
		toggle(self);
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
	free(page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void columns_go(struct screen *screen, struct view *view)
{
	struct columns *self = mem_alloc(sizeof(*self));

	self->page.ops = &ops;
	self->screen = screen;
	self->view = view;
	screen_go_page(screen, &self->page);
}
