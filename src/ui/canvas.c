/* canvas.c: see canvas.h. */
#include "ui/canvas.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/glyph.h"
#include "base/mem.h"
#include "base/text.h"

enum { TEXT_LIMIT = 1 << 16 };	/* bytes of one piece of text */

static const struct cell blank = { { ' ', 0 }, STYLE_PLAIN };

void canvas_init(struct canvas *canvas, int rows, int cols)
{
	canvas->rows = rows > 0 ? rows : 0;
	canvas->cols = cols > 0 ? cols : 0;
	canvas->clip = 0;
	canvas->cell = mem_array((size_t)canvas->rows * (size_t)canvas->cols,
				 sizeof(*canvas->cell));
	canvas_clear(canvas);
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cell);
	memset(canvas, 0, sizeof(*canvas));
}

void canvas_clear(struct canvas *canvas)
{
	size_t i, n = (size_t)canvas->rows * (size_t)canvas->cols;

	for (i = 0; i < n; i++)
		canvas->cell[i] = blank;
	canvas->cursor_row = canvas->cursor_col = -1;
}

/* The cell, or NULL outside. */
static struct cell *at(const struct canvas *canvas, int row, int col)
{
	if (row < canvas->clip || row < 0 || row >= canvas->rows || col < 0 || col >= canvas->cols)
		return NULL;
	return &canvas->cell[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

/* Whatever is put at col, no half of a wide character may be left beside it. */
static void part(struct canvas *canvas, int row, int col)
{
	struct cell *here = at(canvas, row, col);
	struct cell *left = at(canvas, row, col - 1);
	struct cell *right = at(canvas, row, col + 1);

	if (here->point[0] == 0 && left)
		left->point[0] = ' ', left->point[1] = 0;
	if (right && right->point[0] == 0)
		right->point[0] = ' ';
}

static void put(struct canvas *canvas, int row, int col, uint32_t point,
		unsigned style)
{
	struct cell *cell = at(canvas, row, col);

	if (!cell)
		return;
	part(canvas, row, col);
	*cell = (struct cell){ { point, 0 }, (uint8_t)style };
}

/* One that is cut by the edge leaves a blank. */
static void put_wide(struct canvas *canvas, int row, int col, uint32_t point,
		     unsigned style)
{
	struct cell *half = at(canvas, row, col + 1);

	if (!at(canvas, row, col) || !half) {
		put(canvas, row, col, ' ', style);
		put(canvas, row, col + 1, ' ', style);
		return;
	}
	put(canvas, row, col, point, style);
	part(canvas, row, col + 1);
	at(canvas, row, col)->point[0] = point;	/* part took it for torn */
	*half = (struct cell){ { 0, 0 }, (uint8_t)style };
}

static void put_mark(struct canvas *canvas, int row, int col, uint32_t point)
{
	struct cell *cell = at(canvas, row, col);

	if (cell && cell->point[0] == 0)
		cell = at(canvas, row, col - 1);
	if (cell && cell->point[1] == 0)
		cell->point[1] = point;
}

/* Text that is safe already; no more than `width` cells of it. */
static int paint(struct canvas *canvas, int row, int col, int width,
		 unsigned style, const char *text, size_t n)
{
	int used = 0, cells;
	uint32_t point;
	bool valid;

	while (n > 0) {
		size_t len = text_decode(text, n, &point, &valid);

		cells = text_point_width(point);
		if (cells < 0)
			cells = 1;
		if (used + cells > width)
			break;
		if (cells == 1)
			put(canvas, row, col + used, point, style);
		else if (cells == 2)
			put_wide(canvas, row, col + used, point, style);
		else if (used > 0)
			put_mark(canvas, row, col + used - 1, point);
		used += cells;
		text += len;
		n -= len;
	}
	return used;
}

/* What is right of the canvas cannot be seen: cut there, so that the ellipsis
 * can. */
static int visible_width(const struct canvas *canvas, int col, int width)
{
	if (col >= canvas->cols)
		return 0;
	return width > canvas->cols - col ? canvas->cols - col : width;
}

int canvas_text(struct canvas *canvas, int row, int col, int width,
		unsigned style, const char *text)
{
	struct buf safe;
	int used;

	width = visible_width(canvas, col, width);
	if (width <= 0 || row < 0 || row >= canvas->rows)
		return 0;
	buf_init(&safe, TEXT_LIMIT);
	text_cut(&safe, text, (size_t)width);
	used = paint(canvas, row, col, width, style, buf_text(&safe), safe.len);
	buf_release(&safe);
	return used;
}

int canvas_clip(struct canvas *canvas, int row, int col, int width,
		unsigned style, const char *text, int skip)
{
	struct buf safe;
	const char *s;
	size_t n;
	int gone = 0, used = 0;

	buf_init(&safe, TEXT_LIMIT);
	text_cut(&safe, text, INT_MAX);
	s = buf_text(&safe);
	n = safe.len;
	while (n > 0 && gone < skip) {
		uint32_t point;
		bool valid;
		size_t len = text_decode(s, n, &point, &valid);
		int cells = text_point_width(point);

		gone += cells < 0 ? 1 : cells;
		s += len;
		n -= len;
	}
	/* half of a wide one */
	for (; gone > skip && used < width; gone--)
		put(canvas, row, col + used++, ' ', style);
	used += paint(canvas, row, col + used, width - used, style, s, n);
	buf_release(&safe);
	return used;
}

int canvas_printf(struct canvas *canvas, int row, int col, int width,
		  unsigned style, const char *fmt, ...)
{
	char text[1024];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	return canvas_text(canvas, row, col, width, style, text);
}

void canvas_right(struct canvas *canvas, int row, int end_col, int width,
		  unsigned style, const char *text)
{
	struct buf safe;
	int cells;

	if (width <= 0)
		return;
	buf_init(&safe, TEXT_LIMIT);
	text_cut(&safe, text, (size_t)width);
	cells = (int)text_width(buf_text(&safe));
	paint(canvas, row, end_col - cells, cells, style, buf_text(&safe),
	      safe.len);
	buf_release(&safe);
}

void canvas_fill(struct canvas *canvas, int row, int col, int rows, int cols,
		 unsigned style)
{
	int r, c;

	/* not a cell outside is looked at, however large the rectangle */
	for (r = row > 0 ? row : 0; r < canvas->rows && r - rows < row; r++)
		for (c = col > 0 ? col : 0;
		     c < canvas->cols && c - cols < col; c++)
			put(canvas, r, c, ' ', style);
}

void canvas_style(struct canvas *canvas, int row, int col, int cols,
		  unsigned style)
{
	int c;

	for (c = 0; c < cols && col + c < canvas->cols; c++) {
		struct cell *cell = at(canvas, row, col + c);

		if (cell)
			cell->style |= (uint8_t)style;
	}
}

void canvas_invert(struct canvas *canvas, int row, int col, int cols)
{
	struct cell *cell;
	int c;

	for (c = 0; c < cols && (cell = at(canvas, row, col + c)); c++)
		cell->style ^= (uint8_t)STYLE_REVERSE;
}

/* Lines.  Each is a set of arms: 1 left, 2 right, 4 up, 8 down; where a line meets
 * one that stands there the arms add up, so that borders join. */
static const uint32_t line_glyph[16] = {
	' ', 0x2500, 0x2500, 0x2500, 0x2502, 0x2518, 0x2514, 0x2534,
	0x2502, 0x2510, 0x250c, 0x252c, 0x2502, 0x2524, 0x251c, 0x253c
};

static unsigned arms_of(uint32_t point)
{
	unsigned i;

	if (point == line_glyph[3])
		return 3;
	if (point == line_glyph[12])
		return 12;
	for (i = 5; i < 16; i++)
		if (point == line_glyph[i])
			return i;
	return 0;
}

static void put_line(struct canvas *canvas, int row, int col, unsigned arms)
{
	struct cell *cell = at(canvas, row, col);

	if (!cell)
		return;
	if (!text_ascii()) {
		arms |= arms_of(cell->point[0]);
		put(canvas, row, col, line_glyph[arms], STYLE_PLAIN);
	} else if (cell->point[0] != '|') {	/* a border stays whole */
		put(canvas, row, col, arms & 3 ? '-' : '|', STYLE_PLAIN);
	}
}

static void put_corner(struct canvas *canvas, int row, int col, unsigned arms)
{
	uint32_t ascii = arms & 8 ? '.' : '\'';

	put(canvas, row, col, text_ascii() ? ascii : line_glyph[arms],
	    STYLE_PLAIN);
}

void canvas_hline(struct canvas *canvas, int row, int col, int cols)
{
	int c;

	for (c = 0; c < cols && col + c < canvas->cols; c++)
		put_line(canvas, row, col + c,
			 (c > 0 ? 1u : 0u) | (c < cols - 1 ? 2u : 0u) |
			 (cols == 1 ? 3u : 0u));
}

void canvas_vline(struct canvas *canvas, int row, int col, int rows)
{
	int r;

	for (r = 0; r < rows && row + r < canvas->rows; r++)
		put_line(canvas, row + r, col,
			 (r > 0 ? 4u : 0u) | (r < rows - 1 ? 8u : 0u) |
			 (rows == 1 ? 12u : 0u));
}

/* A letter or the like; lines of frames are no words. */
static bool in_word(const struct canvas *canvas, int row, int col)
{
	const struct cell *cell = row < 0 || col < 0 || row >= canvas->rows ||
		col >= canvas->cols ? NULL : &canvas->cell[row * canvas->cols + col];

	if (!cell || cell->point[0] == ' ')
		return false;
	if (text_ascii() && (cell->point[0] == '|' || cell->point[0] == '-'))
		return false;
	return cell->point[0] < 0x2500 || cell->point[0] > 0x257f;
}

/* No half words beside a frame, and none that touches it. */
static void clear_beside(struct canvas *canvas, int row, int col, int rows, int cols)
{
	int r, c;

	for (r = row; r < row + rows; r++) {
		for (c = col - 1; in_word(canvas, r, c); c--)
			canvas_fill(canvas, r, c, 1, 1, STYLE_PLAIN);
		for (c = col + cols; in_word(canvas, r, c); c++)
			canvas_fill(canvas, r, c, 1, 1, STYLE_PLAIN);
	}
}

void canvas_box(struct canvas *canvas, int row, int col, int rows, int cols,
		const char *title)
{
	int used;

	if (rows < 1 || cols < 1)
		return;
	clear_beside(canvas, row, col, rows, cols);
	canvas_fill(canvas, row, col, rows, cols, STYLE_PLAIN);
	canvas_hline(canvas, row, col, cols);
	canvas_hline(canvas, row + rows - 1, col, cols);
	canvas_vline(canvas, row + 1, col, rows - 2);
	canvas_vline(canvas, row + 1, col + cols - 1, rows - 2);
	if (rows > 1 && cols > 1) {
		put_corner(canvas, row, col, 2 | 8);
		put_corner(canvas, row, col + cols - 1, 1 | 8);
		put_corner(canvas, row + rows - 1, col, 2 | 4);
		put_corner(canvas, row + rows - 1, col + cols - 1, 1 | 4);
	}
	if (!title || !*title || cols < 7)
		return;
	used = canvas_text(canvas, row, col + 3, cols - 6, STYLE_BOLD, title);
	put(canvas, row, col + 2, ' ', STYLE_PLAIN);
	put(canvas, row, col + 3 + used, ' ', STYLE_PLAIN);
}

void canvas_focus(struct canvas *canvas, int row, int col, int cols, bool keys)
{
	canvas_text(canvas, row, col, 1, STYLE_BOLD, glyph(GLYPH_FOCUS));
	canvas_style(canvas, row, col + 1, cols, keys ? STYLE_REVERSE :
		     STYLE_BOLD);
	canvas_text(canvas, row, col + 1 + cols, 1, STYLE_BOLD,
		    glyph(GLYPH_FOCUS_END));
}

static bool has_word(uint32_t point)
{
	return (point >= '0' && point <= '9') || (point | 32) - 'a' < 26 ||
		(point >= 0xc0 && point < 0x2000);
}

void canvas_lead(struct canvas *canvas, int row, int col, int cols, unsigned style)
{
	const struct cell *cell;
	bool word = false;
	int c;

	if (!(style & STYLE_RED))
		return;			/* more access is not green */
	for (c = 0; c < cols && (cell = at(canvas, row, col + c)); c++) {
		if (word && cell->point[0] == ' ')
			break;
		word = word || has_word(cell->point[0]) ||
			((style & STYLE_SIGN) && cell->point[0] != ' ');
	}
	canvas_style(canvas, row, col, c, STYLE_RED | STYLE_BOLD);
}

void canvas_cursor(struct canvas *canvas, int row, int col)
{
	bool inside = at(canvas, row, col) != NULL;

	canvas->cursor_row = inside ? row : -1;
	canvas->cursor_col = inside ? col : -1;
}

/* The bytes of text[0 .. n) that fit one line of `cols` cells, broken at a blank
 * if there is one; *next: where the next line begins. */
static size_t line_end(const char *text, size_t n, int cols, size_t *next)
{
	size_t i = 0, brk = 0;
	int used = 0, cells;
	uint32_t point;
	bool valid;

	while (i < n) {
		size_t len = text_decode(text + i, n - i, &point, &valid);

		if (point == ' ')
			brk = i;
		cells = text_point_width(point);
		used += cells < 0 ? 1 : cells;
		if (used > cols && i > 0) {
			if (point == ' ' || brk == 0)
				brk = i;
			*next = brk;
			while (*next < n && text[*next] == ' ')
				++*next;
			return brk;
		}
		i += len;
	}
	*next = n;
	return n;
}

int canvas_wrap(struct canvas *canvas, int row, int col, int rows, int cols,
		unsigned style, const char *text)
{
	unsigned plain = style & ~(unsigned)(STYLE_RED | STYLE_SIGN);
	struct buf line, safe;
	int used = 0;

	buf_init(&line, TEXT_LIMIT);
	buf_init(&safe, TEXT_LIMIT);
	while (used < rows && cols > 0 && *text) {
		size_t len = strcspn(text, "\n"), from = 0, next, n;
		bool more = text[len] == '\n' && text[len + 1];

		buf_reset(&line);
		buf_reset(&safe);
		buf_add(&line, text, len);
		text_safe(&safe, buf_text(&line));
		do {
			const char *s = buf_text(&safe) + from;

			n = line_end(s, safe.len - from, cols, &next);
			from += next;
			used++;
			if (!canvas)
				continue;
			if (used == rows && (from < safe.len || more)) {
				canvas_text(canvas, row + used - 1, col, cols,
					    plain, s);
				continue;
			}
			buf_reset(&line);
			buf_add(&line, s, n);
			canvas_text(canvas, row + used - 1, col, cols, plain,
				    buf_text(&line));
		} while (from < safe.len && used < rows);
		text += len + (text[len] == '\n');
	}
	buf_release(&line);
	buf_release(&safe);
	if (canvas && used)
		canvas_lead(canvas, row, col, cols, style);
	return used;
}

int canvas_wrap_rows(int cols, const char *text)
{
	return canvas_wrap(NULL, 0, 0, INT_MAX, cols, STYLE_PLAIN, text);
}

int cells_least(int a, int b)
{
	return a < b ? a : b;
}

int cells_most(int a, int b)
{
	return a > b ? a : b;
}
