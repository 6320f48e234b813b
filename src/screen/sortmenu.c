/* sortmenu.c: the little menu of columns; s again reverses. */
#include "screen/sortmenu.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"
#include "screen/keys.h"

struct sortmenu {
	struct page page;
	struct view *view;
	size_t at;
};

static void draw(struct page *page, struct pages *pages, struct canvas *canvas)
{
	struct sortmenu *self = (struct sortmenu *)page;
	const struct list *list = &self->view->list;
	int rows = (int)list->n_columns + 3, cols = 38, row = 2, col = 4;
	size_t i;

	(void)pages;
	if (canvas->cols < cols + col || canvas->rows < rows + row)
		row = col = 0;
	canvas_box(canvas, row, col, rows, cols, "Sort by");
	for (i = 0; i < list->n_columns; i++) {
		bool now = list->sorted && list->sort == i, on = self->at == i;

		canvas_printf(canvas, row + 1 + (int)i, col + 2, cols - 4,
			      on ? STYLE_BOLD : 0, "%s %-14s %s", on ? ">" : " ",
			      list->columns[i].name, !now ? "" :
			      list->descending ? "now, descending" :
			      "now, ascending");
		if (on)
			canvas_cursor(canvas, row + 1 + (int)i, col + 2);
	}
	canvas_text(canvas, row + rows - 2, col + 2, cols - 4, 0,
		    "Enter sort  s reverse  Esc back");
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct sortmenu *self = (struct sortmenu *)page;
	struct list *list = &self->view->list;
	enum command command = keys_command(key);

	pages->dirty = true;
	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK) {
		pages_pop(pages);
	} else if (command == CMD_OPEN || command == CMD_SORT) {
		if (command == CMD_SORT && list->sorted)
			list_sort(list, list->sort);
		else
			list_sort(list, self->at);
		pages_pop(pages);
	} else if (key->code == KEY_UP || key->code == 'k') {
		self->at -= self->at > 0;
	} else if (key->code == KEY_DOWN || key->code == 'j') {
		self->at += self->at + 1 < list->n_columns;
	}
	return command != CMD_REPAINT && command != CMD_SUSPEND;
}

static void release(struct page *page)
{
	free(page);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void sortmenu_push(struct screen *screen, struct view *view)
{
	struct sortmenu *self = mem_alloc(sizeof(*self));

	self->page.ops = &ops;
	self->view = view;
	self->at = view->list.sorted ? view->list.sort : 0;
	pages_push(screen->pages, &self->page);
}
