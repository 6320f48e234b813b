/* lines.c: text lines that are wrapped, scrolled, walked and followed. */
#include "screen/frame/lines.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/glyph.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/walk.h"

enum { LINE_MAX_BYTES = 64 * 1024, WHEEL_ROWS = 3, PAGE = 1 << 16, LABEL_ROWS = 3,
       FOOT_LEAVES = 5 /* rows of a list, its titles and the rule */ };

void lines_release(struct lines *lines)
{
	arena_release(&lines->arena);
	free(lines->v);
	*lines = (struct lines){ 0 };
}

void lines_clear(struct lines *lines)
{
	arena_release(&lines->arena);
	lines->n = 0;
}

static bool leads(const struct line *line)
{
	return line->link.kind != THING_NONE || line->fix > 0 || line->past ||
		(line->spot && line->spot->thing.kind != THING_NONE);
}

static struct line *add(struct lines *lines, int label_cols, const char *label,
			const char *fmt, va_list args) PRINTF_LIKE(4, 0);

static struct line *add(struct lines *lines, int label_cols, const char *label,
			const char *fmt, va_list args)
{
	struct line *line;
	struct buf buf;
	char small[512];
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(small, sizeof(small), fmt, args);
	lines->v = mem_grow(lines->v, lines->n, &lines->cap, sizeof(*lines->v));
	line = &lines->v[lines->n++];
	*line = (struct line){ .label_cols = label_cols };
	line->label = arena_strdup(&lines->arena, label);
	if (n >= 0 && (size_t)n >= sizeof(small)) {
		char *whole = arena_alloc(&lines->arena, (size_t)n + 1);

		vsnprintf(whole, (size_t)n + 1, fmt, again);
		line->text = whole;
	} else {
		line->text = arena_strdup(&lines->arena, n < 0 ? "" : small);
	}
	va_end(again);
	if (!text_is_safe(line->text)) {
		buf_init(&buf, LINE_MAX_BYTES);
		text_safe(&buf, line->text);
		line->text = arena_strdup(&lines->arena, buf_text(&buf));
		buf_release(&buf);
	}
	return line;
}

struct line *lines_add(struct lines *lines, const char *fmt, ...)
{
	struct line *line;
	va_list args;

	va_start(args, fmt);
	line = add(lines, 0, "", fmt, args);
	va_end(args);
	return line;
}

struct line *lines_pair(struct lines *lines, int label_cols, const char *label,
			const char *fmt, ...)
{
	struct line *line;
	va_list args;

	va_start(args, fmt);
	line = add(lines, label_cols, label, fmt, args);
	va_end(args);
	return line;
}

void lines_blank(struct lines *lines)
{
	(void)lines_add(lines, "%s", "");
}

void lines_head(struct lines *lines, const char *fmt, ...)
{
	struct line *line;
	va_list args;

	va_start(args, fmt);
	line = add(lines, 0, "", fmt, args);
	va_end(args);
	line->style = STYLE_BOLD;
}

/* Labels take no more than half of what there is. */
static int label_cols(const struct line *line, int cols)
{
	int room = cols - LINES_MARK - line->indent;

	return 2 * line->label_cols > room ? room / 2 : line->label_cols;
}

/* Of the text, at least a word of them. */
static int text_cols(const struct line *line, int cols)
{
	int width = cols - LINES_MARK - line->indent - label_cols(line, cols) -
		line->middle_cols;

	return width < 8 ? 8 : width;
}

/* Beside a drawing a name that is too long goes on below, as its drawing says nothing
 * without it; one that takes more rows is cut. */
static int label_rows(const struct line *line, int cols)
{
	int room = label_cols(line, cols) - 1, rows;

	if (!line->middle || !*line->label || room < 1)
		return 1;
	rows = canvas_wrap_rows(room, line->label);
	return rows <= LABEL_ROWS ? rows : 1;
}

static int line_rows(const struct line *line, int cols)
{
	int rows = *line->text ? canvas_wrap_rows(text_cols(line, cols),
						  line->text) : 1;

	return cells_most(cells_most(rows, label_rows(line, cols)), 1);
}

int lines_rows(const struct lines *lines, int cols)
{
	int rows = 0;
	size_t i;

	for (i = 0; i < lines->n; i++)
		rows += line_rows(&lines->v[i], cols);
	return rows;
}

const struct line *lines_current(const struct lines *lines)
{
	if (lines->cursor < lines->n && leads(&lines->v[lines->cursor]))
		return &lines->v[lines->cursor];
	return NULL;
}

/* The next line that leads somewhere, in that direction; false: none. */
static bool step(struct lines *lines, int by)
{
	size_t i = lines->cursor;

	for (;;) {
		if (by < 0 ? i == 0 : i + 1 >= lines->n)
			return false;
		i = by < 0 ? i - 1 : i + 1;
		if (leads(&lines->v[i])) {
			lines->cursor = i;
			return true;
		}
	}
}

bool lines_ends(const struct lines *lines, int by)
{
	size_t i = lines->cursor;

	while (by < 0 ? i > 0 : i + 1 < lines->n) {
		i = by < 0 ? i - 1 : i + 1;
		if (leads(&lines->v[i]))
			return false;
	}
	return by < 0 ? lines->top <= 0 : lines->top + lines->page >=
		lines_rows(lines, lines->drawn.cols);
}

void lines_settle(struct lines *lines)
{
	if (lines->cursor >= lines->n)
		lines->cursor = lines->n ? lines->n - 1 : 0;
	if (!lines->n || lines_current(lines))
		return;
	if (!step(lines, 1))
		(void)step(lines, -1);
}

/* The line that stands there, if it leads somewhere. */
static bool click(struct lines *lines, const struct key *key)
{
	int row = 0, at = key->row - lines->drawn.row + lines->top;
	size_t i;

	if (key->button != 0 || key->release)
		return false;
	for (i = 0; i < lines->n; i++) {
		row += line_rows(&lines->v[i], lines->drawn.cols);
		if (at < row)
			break;
	}
	if (at < 0 || i == lines->n || !leads(&lines->v[i]))
		return false;
	lines->cursor = i;
	return true;
}

static void wheel(struct lines *lines, int by)
{
	int i;

	for (i = 0; i < WHEEL_ROWS; i++)
		if (!step(lines, by))
			lines->top += by;
}

bool lines_key(struct lines *lines, const struct key *key)
{
	int page = lines->page > 1 ? lines->page - 1 : 1;
	int by = (int)walk_key(key, PAGE);

	if (key->code == KEY_MOUSE) {
		by = walk_wheel(key);
		if (!by)
			return click(lines, key);
		wheel(lines, by);
	} else if (by == 1 || by == -1) {
		if (!step(lines, by))
			lines->top += by;
	} else if (by == PAGE || by == -PAGE) {
		lines->top += by < 0 ? -page : page;
	} else if (by) {
		lines->cursor = by > 0 && lines->n ? lines->n - 1 : 0;
		lines_settle(lines);
		lines->top = by > 0 ? 1 << 20 : 0;
	}
	return by != 0;
}

/* A name that is too long keeps what tells it from another. */
static void draw_label(const struct line *line, struct canvas *canvas, int row,
		       int col, int cols)
{
	struct buf told;

	if (cols <= 0)
		return;
	buf_init(&told, SIZE_MAX / 2);
	text_cut_told(&told, line->label, (size_t)cols);
	canvas_text(canvas, row, col, cols, line->label_style,
		    buf_text(&told));
	buf_release(&told);
}

static void draw_middle(const struct line *line, struct canvas *canvas, int row,
			int col, int cols)
{
	cols = cells_least(cols, line->middle_cols);
	canvas_text(canvas, row, col, cols, 0, line->middle);
	canvas_style(canvas, row, col + line->middle_plain,
		     cells_least(cols, (int)text_width(line->middle)) -
		     line->middle_plain, line->middle_style);
}

/* Draw one line whose first row would stand at `at` of the area. */
static void draw_line(const struct line *line, struct canvas *canvas,
		      const struct area *area, int at, bool on)
{
	int col = area->col + LINES_MARK + line->indent, row = area->row + at;
	int label = label_cols(line, area->cols), named;
	int width = text_cols(line, area->cols);

	if (label_rows(line, area->cols) > 1)
		canvas_wrap(canvas, row, col, area->rows - at, label - 1,
			    line->label_style, line->label);
	else if (*line->label)
		draw_label(line, canvas, row, col, label - 1);
	if (line->middle)
		draw_middle(line, canvas, row, col + label,
			    area->cols - LINES_MARK - line->indent - label);
	if (*line->text)
		canvas_wrap(canvas, row, col + label + line->middle_cols,
			    area->rows - at, width, line->style, line->text);
	if (!on)
		return;
	named = (int)text_width(*line->label ? line->label : line->text);
	canvas_focus(canvas, row, area->col, LINES_MARK - 1 + line->indent +
		     cells_least(named, *line->label ? label - 1 : width), true);
	canvas_cursor(canvas, row, area->col);
}

/* The first row at or below `top` where a line begins. */
static int line_start(const struct lines *lines, int cols, int top)
{
	int row = 0;
	size_t i;

	for (i = 0; i < lines->n && row < top; i++)
		row += line_rows(&lines->v[i], cols);
	return row;
}

/* At the end of the last row: how many are below; the word it covers goes whole. */
static void say_more(struct canvas *canvas, const struct area *area, int n)
{
	int row = area->row + area->rows - 1, at;
	const struct cell *cell;
	char text[40];

	if (n <= 0)
		return;
	snprintf(text, sizeof(text), " %s %d more", glyph(GLYPH_MORE_BELOW), n);
	at = area->col + area->cols - (int)text_width(text);
	cell = canvas->cell + row * canvas->cols;
	for (; at > area->col && at <= canvas->cols && row < canvas->rows &&
	     cell[at - 1].point[0] != ' '; at--)
		canvas_fill(canvas, row, at - 1, 1, 1, 0);
	canvas_right(canvas, row, area->col + area->cols, area->cols, STYLE_PLAIN,
		     text);
}

void lines_draw(struct lines *lines, struct canvas *canvas,
		const struct area *area, bool focused)
{
	int all = lines_rows(lines, area->cols), row = 0, from = 0, n = 0;
	size_t i;

	lines_settle(lines);
	if (focused && lines_current(lines)) {
		for (i = 0; i < lines->cursor; i++)
			from += line_rows(&lines->v[i], area->cols);
		n = line_rows(&lines->v[lines->cursor], area->cols);
		if (lines->page != area->rows || from < lines->top)
			lines->top = from < lines->top ? from : lines->top;
		if (from + n > lines->top + area->rows)
			lines->top = line_start(lines, area->cols,
						n < area->rows ?
						from + n - area->rows : from);
	}
	lines->page = area->rows;
	lines->drawn = *area;
	if (lines->top > all - area->rows)
		lines->top = all - area->rows;
	if (lines->top < 0)
		lines->top = 0;
	canvas->clip = area->row;	/* of a long line that began above, the rest */
	for (i = 0; i < lines->n; i++) {
		n = line_rows(&lines->v[i], area->cols);
		if (row + n > lines->top && row - lines->top < area->rows)
			draw_line(&lines->v[i], canvas, area, row - lines->top,
				  focused && i == lines->cursor &&
				  leads(&lines->v[i]));
		row += n;
	}
	canvas->clip = 0;
	if (focused && !lines_current(lines))
		canvas_cursor(canvas, area->row, area->col);
	if (area->rows > 1)
		say_more(canvas, area, all - lines->top - area->rows);
}

void lines_foot(struct canvas *canvas, const char *text, struct area *area)
{
	struct lines lines = { 0 };
	struct area at = *area;

	(void)lines_add(&lines, "%s", text);
	at.rows = cells_least(lines_rows(&lines, at.cols), area->rows - FOOT_LEAVES);
	if (*text && at.rows > 0) {
		at.row = area->row + area->rows - at.rows;
		area->rows -= at.rows + 1;
		canvas_hline(canvas, at.row - 1, at.col, at.cols);
		lines_draw(&lines, canvas, &at, false);
	}
	lines_release(&lines);
}
