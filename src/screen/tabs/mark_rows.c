/* mark_rows.c: the line that asks which rows to mark, over the list's filter line. */
#include "screen/tabs/mark_rows.h"

#include <stdio.h>

#include "base/text.h"
#include "screen/frame/chrome.h"

struct mark_rows {
	struct page page;		/* first */
	struct screen *screen;
	struct view *view;
	bool on;
	struct input input;
};

static void draw(struct page *page, struct canvas *canvas)
{
	static const struct hint hints[] = { { "Enter", "mark them" },
		{ "Esc", "back" }, HINTS_KEPT, { NULL, NULL } };
	struct mark_rows *self = (struct mark_rows *)page;
	const char *what = self->on ? " + mark what matches: " :
		" - unmark what matches: ";
	int at = (int)text_width(what);
	char right[64];

	view_ready(self->view);
	snprintf(right, sizeof(right), "%zu match  Enter  Esc ",
		 list_matches(&self->view->list, self->input.text));
	chrome_hints(self->screen, canvas, hints);
	canvas_fill(canvas, 1, 0, 1, canvas->cols, 0);
	canvas_text(canvas, 1, 0, canvas->cols, STYLE_BOLD, what);
	canvas_right(canvas, 1, canvas->cols, canvas->cols - at - 8, 0, right);
	input_draw(&self->input, canvas, 1, at, canvas->cols - at - 1 -
		   (int)text_width(right), true);
}

static void apply(struct mark_rows *self)
{
	struct list *list = &self->view->list;
	size_t n;

	view_ready(self->view);
	n = list_mark_by(list, self->input.text, self->on);
	pages_toast(self->screen->pages, "%zu row%s match%s; %zu marked now.", n,
		    n == 1 ? "" : "s", n == 1 ? "es" : "", list->n_marks);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct mark_rows *self = (struct mark_rows *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || key->code == KEY_F10 ||
	    (key->code == KEY_BACKSPACE && !self->input.n)) {
		pages_pop(pages);
	} else if (key->code == KEY_ENTER) {
		if (self->input.n)
			apply(self);
		pages_pop(pages);
	} else {
		(void)input_key(&self->input, key);
	}
	return true;
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key
};

void mark_rows_go(struct screen *screen, struct view *view, bool on)
{
	struct mark_rows *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->view = view;
	self->on = on;
	screen_go_page(screen, &self->page);
}
