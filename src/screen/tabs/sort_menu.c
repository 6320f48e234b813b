/* sort_menu.c: the little menu of columns; s again reverses. */
#include "screen/tabs/sort_menu.h"

#include <stdlib.h>

#include "base/mem.h"
#include "screen/frame/keys.h"
#include "ui/popup.h"

enum { CELLS = 34 };

struct sort_menu {
	struct page page;		/* first */
	struct view *view;
	struct popup popup;
};

static void draw(struct page *page, struct canvas *canvas)
{
	struct sort_menu *self = (struct sort_menu *)page;
	const struct list *list = &self->view->list;
	int row, col, cols;
	size_t i;

	popup_draw(&self->popup, canvas, 2, 4, list_columns(list), CELLS, "Sort by",
		   "Enter sort  s reverse  Esc back", 1);
	for (i = 0; i < list_columns(list); i++) {
		bool now = list->sorted && list->sort == i;
		bool on = self->popup.at == i;

		if (!popup_place(&self->popup, i, &row, &col, &cols))
			continue;
		canvas_printf(canvas, row, col, cols, on ? STYLE_BOLD : 0,
			      "%s %-14s %s", on ? ">" : " ",
			      list->columns[i].name, !now ? "" :
			      list->descending ? "now, descending" :
			      "now, ascending");
		if (on)
			canvas_cursor(canvas, row, col);
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct sort_menu *self = (struct sort_menu *)page;
	struct list *list = &self->view->list;
	enum command command = keys_command(key);
	enum popup_answer answer;

	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK) {
		pages_pop(pages);
		return true;
	}
	answer = popup_key(&self->popup, key);
	if (command == CMD_SORT)
		list_sort(list, list->sorted ? list->sort : self->popup.at);
	else if (answer == POPUP_TAKE)
		list_sort(list, self->popup.at);
	if (command == CMD_SORT || answer == POPUP_TAKE || answer == POPUP_CLOSE)
		pages_pop(pages);
	return true;
}

static void release(struct page *page)
{
	free(page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void sort_menu_go(struct screen *screen, struct view *view)
{
	struct sort_menu *self = mem_alloc(sizeof(*self));

	self->page.ops = &ops;
	self->view = view;
	self->popup.at = view->list.sorted ? view->list.sort : 0;
	screen_go_page(screen, &self->page);
}
