/* columns.c: the little menus of columns: to show and hide them, and to sort by one, in
 * which s again reverses. */
#include "screen/tabs/columns.h"

#include <stdio.h>

#include "screen/frame/chrome.h"
#include "ui/popup.h"

enum { NAME_CELLS = 18, TITLE_LIMIT = 64, FOOT = 96 };

struct columns {
	struct page page;		/* first */
	struct screen *screen;
	struct view *view;
	bool sorts;
	size_t of[LIST_COLUMNS], n;	/* the columns there are for who looks, */
	size_t n_own;		/* and the first of the orders with names of their own */
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

/* Those of the columns, and to sort by, those that the list names. */
static size_t entries(const struct columns *self)
{
	return self->n +
		(self->sorts ? self->n_own : 0);
}

static const struct tab_sort *own_sort(const struct columns *self, size_t entry)
{
	return &self->view->spec->sorts[entry - self->n];
}

static size_t column_of(const struct columns *self, size_t entry)
{
	return entry < self->n ? self->of[entry] :
		own_sort(self, entry)->column;
}

static const char *sorted_how(const struct list *list, size_t column)
{
	if (!list->sorted || list->sort != column)
		return "";
	return list->descending ? "now, descending" : "now, ascending";
}

/* By its title, as it stands over the list. */
static void entry_line(const struct columns *self, size_t entry, struct canvas *canvas,
		       int row, int col, int cols)
{
	const struct list *list = &self->view->list;
	size_t column = column_of(self, entry);
	struct buf title;

	buf_init(&title, TITLE_LIMIT);
	if (entry < self->n)
		list_column_title(&list->columns[column], &title);
	else
		buf_adds(&title, own_sort(self, entry)->words);
	canvas_printf(canvas, row, col, cols, 0, " %s %-*s %s", self->sorts ? "" :
		      list->hidden[column] ? " [ ]" : " [x]", NAME_CELLS,
		      buf_text(&title), self->sorts ? sorted_how(list, column) :
		      state_of(list, column));
	buf_release(&title);
}

/* "Enter sort  s reverse  Esc back" */
static void foot_words(const struct hint *hints, char out[FOOT])
{
	size_t n = 0;

	for (out[0] = '\0'; *hints->key && n < FOOT; hints++)
		if (hints->key != chrome_no_key)
			n += (size_t)snprintf(out + n, FOOT - n, "%s%s %s", n ? "  " : "",
					      hints->key, hints->word);
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint sorts[] = { { "Enter", "sort" },
		chrome_key(CMD_SORT, "reverse"), { "Esc", "back" }, HINTS_KEPT,
		{ NULL, NULL } };
	const struct hint shows[] = { chrome_key(CMD_MARK, "on or off"),
		chrome_hint(CMD_SHOW_ALL), { "Esc", "back" }, HINTS_KEPT, { NULL, NULL } };
	struct columns *self = (struct columns *)page;
	char foot[FOOT];
	int row, col, cols;
	size_t i;

	foot_words(self->sorts ? sorts : shows, foot);
	popup_draw(&self->popup, canvas, 2, 4, entries(self),
		   self->sorts ? 38 : 40, self->sorts ? "Sort by" : "Columns",
		   foot, 1);
	if (self->popup.row + self->popup.rows < canvas->rows)
		chrome_hints(self->screen, canvas, self->sorts ? sorts : shows);
	for (i = 0; i < entries(self); i++) {
		bool on = self->popup.at == i;

		if (!popup_place(&self->popup, i, &row, &col, &cols))
			continue;
		entry_line(self, i, canvas, row, col, cols);
		if (!on)
			continue;
		canvas_focus(canvas, row, col, (self->sorts ? 1 : 5) +
			     NAME_CELLS, true);
		canvas_cursor(canvas, row, col);
	}
}

static void toggle(struct columns *self)
{
	struct list *list = &self->view->list;
	size_t at = self->of[self->popup.at];

	if (at == 0)
		pages_toast(self->screen->pages,
			    "The first column is what a row is called; it stays.");
	list_hide(list, at, !list->hidden[at]);
}

/* By the entry, or, with s, the other way round.  It is done: the menu closes. */
static void sort(struct columns *self, size_t entry)
{
	struct list *list = &self->view->list;
	size_t column = column_of(self, entry);
	bool again = list->sorted && list->sort == column;

	if (!again && entry >= self->n &&
	    own_sort(self, entry)->falling) {
		list->sort = column;	/* what is sorted again falls */
		list->sorted = true;
		list->descending = false;
	}
	list_sort(list, column);
	pages_pop(self->screen->pages);
}

/* Of what the list is sorted by. */
static size_t sorted_entry(const struct columns *self)
{
	const struct list *list = &self->view->list;
	size_t i;

	for (i = 0; list->sorted && i < entries(self); i++)
		if (column_of(self, i) == list->sort)
			return i;
	return 0;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct columns *self = (struct columns *)page;
	struct list *list = &self->view->list;
	enum command command = keys_command(key);
	size_t i;

	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK ||
	    (command == CMD_COLUMNS && !self->sorts)) {
		pages_pop(pages);
	} else if (command == CMD_MARK && !self->sorts) {
		toggle(self);
	} else if (command == CMD_SORT && self->sorts) {
		sort(self, list->sorted ? sorted_entry(self) : self->popup.at);
	} else if (key_does(key, CMD_SHOW_ALL) && !self->sorts) {
		for (i = 1; i < list->n_columns; i++)
			list_hide(list, i, false);
	} else {
		switch (popup_key(&self->popup, key)) {
		case POPUP_TAKE:
			if (self->sorts)
				sort(self, self->popup.at);
			else
				toggle(self);
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
	}
	return true;
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key
};

static struct columns *go(struct screen *screen, struct view *view)
{
	struct columns *self = page_new(sizeof(*self), &ops);
	size_t c;

	self->screen = screen;
	self->view = view;
	for (c = 0; c < list_columns(&view->list); c++)
		if (!view->list.withheld[c])
			self->of[self->n++] = c;
	while (self->n_own < view->spec->n_sorts &&
	       !view->list.withheld[view->spec->sorts[self->n_own].column])
		self->n_own++;
	screen_go_page(screen, &self->page);
	return self;
}

void columns_go(struct screen *screen, struct view *view)
{
	(void)go(screen, view);
}

void columns_sort_go(struct screen *screen, struct view *view)
{
	struct columns *self = go(screen, view);

	self->sorts = true;
	self->popup.at = sorted_entry(self);
}
