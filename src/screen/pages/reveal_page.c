/* reveal_page.c: see reveal_page.h. */
#include "screen/pages/reveal_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/chrome.h"
#include "ui/loop.h"

enum { WIDTH = 72, EDGES = 4, SAFE_LIMIT = 8 << 20, LEAST_ROWS = 8 };

struct reveal_page {
	struct page page;
	struct screen *screen;
	char *name, *value;		/* made safe */
	int64_t until;
};

static void draw(struct page *page, struct canvas *canvas)
{
	struct reveal_page *self = (struct reveal_page *)page;
	static const struct hint hints[] = { { "any key", "hide it" }, { NULL, NULL } };
	int cols = canvas->cols < WIDTH + 4 ? canvas->cols - 2 : WIDTH;
	int rows = canvas_wrap_rows(cols - EDGES, self->value) + 4;
	int row, col;

	if (canvas->rows < LEAST_ROWS)
		return;
	rows = rows < canvas->rows - 2 ? rows : canvas->rows - 2;
	row = (canvas->rows - rows) / 2;
	col = (canvas->cols - cols) / 2;
	chrome_hints(self->screen, canvas, hints);
	canvas_box(canvas, row, col, rows, cols, self->name);
	canvas_wrap(canvas, row + 1, col + 2, rows - 4, cols - EDGES, STYLE_BOLD,
		    self->value);
	canvas_text(canvas, row + rows - 2, col + 2, cols - EDGES, 0,
		    "It goes after 10 seconds, and with any key.");
	canvas_cursor(canvas, row + 1, col + 2);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	(void)page;
	if (key->code != KEY_MOUSE || !key->release)
		pages_pop(pages);
	return true;
}

static void release(struct page *page)
{
	struct reveal_page *self = (struct reveal_page *)page;

	explicit_bzero(self->value, strlen(self->value));
	free(self->value);
	free(self->name);
	free(self);
}

static const struct page_ops ops = {
	.overlay = true, .draw = draw, .key = key, .free = release
};

void reveal_go(struct screen *screen, const char *name, const char *value)
{
	struct reveal_page *self = page_new(sizeof(*self), &ops);
	struct buf safe;

	buf_init(&safe, SAFE_LIMIT);
	buf_pad(&safe, '\0', 8 * strlen(value) + 1);	/* no copy left where it grows */
	buf_reset(&safe);
	text_safe(&safe, value);
	self->screen = screen;
	self->name = mem_strdup(name);
	self->value = mem_strdup(buf_text(&safe));
	self->until = loop_now() + REVEAL_MS;
	buf_wipe(&safe);
	screen_go_page(screen, &self->page);
}

static struct reveal_page *on_top(const struct pages *pages)
{
	struct page *top = pages->n ? pages->stack[pages->n - 1] : NULL;

	return top && top->ops == &ops ? (struct reveal_page *)top : NULL;
}

void reveal_end(struct pages *pages)
{
	if (on_top(pages))
		pages_pop(pages);
	pages->dirty = true;
}

int64_t reveal_check(struct pages *pages, int64_t now)
{
	const struct reveal_page *self = on_top(pages);

	if (!self)
		return 0;
	if (now < self->until)
		return self->until - now;
	reveal_end(pages);
	return 0;
}
