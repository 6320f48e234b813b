/* plain_text.c: text and nothing else, as wide as the screen, for a selection by the
 * terminal's own mouse. */
#include "screen/frame/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/term.h"

struct plain_text {
	struct page page;		/* first */
	struct screen *screen;
	char *text;
	const char **line;		/* into text */
	size_t n, top, shown;
	int rows, cols;			/* of the last drawing */
	bool mouse;			/* it was ours before */
};

static int rows_of(const struct plain_text *self, size_t line)
{
	int rows = canvas_wrap_rows(self->cols, self->line[line]);

	return rows > 0 ? rows : 1;
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct plain_text *self = (struct plain_text *)page;
	int row = 0, need;
	size_t i;

	self->screen->clicks.n = 0;
	self->rows = canvas->rows - 1;
	self->cols = canvas->cols;
	self->shown = 0;
	for (i = self->top; i < self->n && row < self->rows; i++) {
		need = rows_of(self, i);
		if (row + need > self->rows && row > 0)
			break;
		canvas_wrap(canvas, row, 0, self->rows - row, canvas->cols, 0,
			    self->line[i]);
		row += need;
		self->shown++;
	}
	canvas_text(canvas, canvas->rows - 1, 0, canvas->cols, 0,
		    self->top + self->shown < self->n || self->top ?
		    "PgDn PgUp turn the page, any other key returns" :
		    "any key returns");
	canvas_cursor(canvas, canvas->rows - 1, 0);
}

/* As many lines before the first one shown as fill the page. */
static void back(struct plain_text *self)
{
	int room = self->rows;
	bool first = true;

	while (self->top > 0 && (first || rows_of(self, self->top - 1) <= room)) {
		room -= rows_of(self, --self->top);
		first = false;
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct plain_text *self = (struct plain_text *)page;

	if (key->code == KEY_MOUSE)
		return true;
	if (key->code == KEY_PGDN || key->code == KEY_DOWN) {
		if (self->top + self->shown < self->n)
			self->top += self->shown;
	} else if (key->code == KEY_PGUP || key->code == KEY_UP) {
		back(self);
	} else {
		pages_pop(pages);
	}
	return true;
}

static void release(struct page *page)
{
	struct plain_text *self = (struct plain_text *)page;

	if (self->mouse)
		term_mouse(true);
	free(self->text);
	free(self->line);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .free = release
};

const char **text_lines(char *text, size_t *n)
{
	const char **line = NULL;
	size_t cap = 0;
	char *end;

	for (*n = 0; text && *text; text = end) {
		line = mem_grow(line, *n, &cap, sizeof(*line));
		line[(*n)++] = text;
		end = strchr(text, '\n');
		if (end)
			*end++ = '\0';
	}
	return line;
}

void plain_text_go(struct screen *screen, const char *text)
{
	struct plain_text *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->text = mem_strdup(text);
	self->line = text_lines(self->text, &self->n);
	self->mouse = term_about()->mouse;
	if (self->mouse)
		term_mouse(false);
	screen_go_page(screen, &self->page);
}
