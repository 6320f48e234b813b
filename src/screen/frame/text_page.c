/* text_page.c: a bare, scrollable text. */
#include "screen/frame/text_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/copy.h"
#include "screen/frame/keymap.h"
#include "screen/frame/keys.h"
#include "ui/walk.h"

enum { WHEEL_ROWS = 3, SIDE = 8, TEXT_LIMIT = 16 * 1024 * 1024 };

struct textpage {
	struct page page;
	struct screen *screen;
	char *title, *text;
	const char **line;	/* into text, one each */
	size_t n, top, left;
	int rows, cols;		/* of the last drawing */
	bool said;		/* the message line tells of a copy */
	bool folds;		/* long lines go on below themselves */
	size_t below;		/* the first line that has no row now */
};

/* Cells of a line from the left-most shown column on. */
static const char *shifted(const char *line, size_t left)
{
	uint32_t point;
	bool valid;
	size_t used;
	int width;

	while (left > 0 && *line) {
		used = text_decode(line, strlen(line), &point, &valid);
		width = valid ? text_point_width(point) : 1;
		line += used;
		left -= (size_t)(width > 0 ? width : 0) < left ?
			(size_t)(width > 0 ? width : 0) : left;
	}
	return line;
}

/* The lines from the top-most on; sets what comes below them. */
static void draw_lines(struct textpage *self, struct canvas *canvas)
{
	int row = 0;
	size_t i = self->top;

	for (; row < self->rows && i < self->n; i++)
		if (self->folds)
			row += cells_most(canvas_wrap(canvas, row + 1, 0,
						      self->rows - row,
						      canvas->cols, 0,
						      self->line[i]), 1);
		else
			canvas_text(canvas, ++row, 0, canvas->cols, 0,
				    shifted(self->line[i], self->left));
	self->below = i;
}

/* The first line from which on all the rest has room. */
static size_t last_top(const struct textpage *self)
{
	size_t top = self->n;
	int left = self->rows;

	if (!self->folds)
		return self->n > (size_t)self->rows ?
			self->n - (size_t)self->rows : 0;
	while (top && (left -= cells_most(canvas_wrap_rows(self->cols,
					  self->line[top - 1]), 1)) >= 0)
		top--;
	return top < self->n ? top : self->n - !!self->n;
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct textpage *self = (struct textpage *)page;

	self->rows = canvas->rows - 2;
	self->cols = canvas->cols;
	self->screen->clicks.n = 0;	/* nothing stands around it */
	if (self->rows < 1)
		return;
	canvas_text(canvas, 0, 0, canvas->cols, STYLE_BOLD, self->title);
	if (self->top > last_top(self))
		self->top = last_top(self);
	draw_lines(self, canvas);
	if (self->said)
		canvas_text(canvas, canvas->rows - 1, 0, canvas->cols,
			    STYLE_BOLD, self->screen->pages->toast);
	else
		canvas_printf(canvas, canvas->rows - 1, 0, canvas->cols, 0,
			      "Lines %zu to %zu of %zu   arrows, PgDn move   "
			      "c copy   Esc back", self->n ? self->top + 1 : 0,
			      self->below, self->n);
	canvas_cursor(canvas, 1, 0);
}

static void move(struct textpage *self, long by)
{
	if (by < 0)
		self->top -= (size_t)-by < self->top ? (size_t)-by : self->top;
	else
		self->top += (size_t)by;
}

/* Does a line in sight go on beyond the right edge? */
static bool goes_on(const struct textpage *self)
{
	size_t i;

	for (i = 0; !self->folds && i < (size_t)self->rows && self->top + i < self->n; i++)
		if ((int)text_width(shifted(self->line[self->top + i],
					    self->left)) > self->cols)
			return true;
	return false;
}

/* Up, down, sideways; false: it is another key. */
static bool walk(struct textpage *self, const struct key *key)
{
	long rows = self->rows > 1 ? self->rows - 1 : 1;
	long by = key->code == KEY_ENTER ? 1 : key->code == ' ' ? rows :
		walk_key(key, rows);

	if (key->code == KEY_MOUSE)
		move(self, WHEEL_ROWS * walk_wheel(key));
	else if (key->code == KEY_LEFT)
		self->left -= self->left < SIDE ? self->left : SIDE;
	else if (key->code == KEY_RIGHT)
		self->left += goes_on(self) ? SIDE : 0;
	else if (by)
		move(self, by);
	else
		return false;
	return true;
}

static bool copy_key(struct textpage *self, enum command command)
{
	struct buf text;
	size_t i;

	self->said = command == CMD_COPY || command == CMD_MOUSE;
	if (command == CMD_MOUSE) {
		mouse_toggle(self->screen);
		return true;
	}
	if (command != CMD_COPY && command != CMD_PLAIN)
		return false;
	buf_init(&text, TEXT_LIMIT);
	for (i = 0; i < self->n; i++)
		buf_printf(&text, "%s\n", self->line[i]);
	if (command == CMD_COPY)
		copy_text(self->screen, "the text", buf_text(&text));
	else
		plain_text_go(self->screen, buf_text(&text));
	buf_release(&text);
	return true;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct textpage *self = (struct textpage *)page;
	enum command command = keys_command(key);

	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK) {
		pages_pop(pages);
		return true;
	}
	if (copy_key(self, command))
		return true;
	if (!walk(self, key)) {
		pages_toast(pages, "No such key here. Arrows move, %s is bare text, "
			    "Esc goes back.", key_said(CMD_PLAIN));
		self->said = true;
	}
	return true;
}

static void release(struct page *page)
{
	struct textpage *self = (struct textpage *)page;

	free(self->title);
	free(self->text);
	free(self->line);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .free = release
};

static void go(struct screen *screen, const char *title, const char *text,
	       bool folds)
{
	struct textpage *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->title = mem_strdup(title);
	self->text = mem_strdup(text);
	self->line = text_lines(self->text, &self->n);
	self->folds = folds;
	screen_go_page(screen, &self->page);
}

void text_page_go(struct screen *screen, const char *title, const char *text)
{
	go(screen, title, text, false);
}

void text_page_prose(struct screen *screen, const char *title, const char *text)
{
	go(screen, title, text, true);
}
