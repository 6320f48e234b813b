/* list_draw.c: a list as cells: the header, the rows. */
#include <string.h>

#include "base/text.h"
#include "base/glyph.h"
#include "ui/list/list_priv.h"
#include "ui/walk.h"

static void put_cell(const struct list *list, struct canvas *canvas, int row,
		     int col, size_t c, unsigned style, const char *text)
{
	int width = list->column_width[c], x = col + list->column_at[c];

	if (list->columns[c].right)
		canvas_right(canvas, row, x + width, width, style, text);
	else
		canvas_text(canvas, row, x, width, style, text);
}

/* Titles, with an arrow at the sorted one: the arrow stays when the title is cut. */
static void draw_header(const struct list *list, struct canvas *canvas, int row,
			int col, int cols)
{
	struct buf title;
	size_t c;

	canvas_fill(canvas, row, col, 1, cols, STYLE_PLAIN);
	buf_init(&title, LIST_CELL_LIMIT);
	for (c = 0; c < list->n_columns; c++) {
		int width = list->column_width[c];

		if (width == 0)
			continue;
		buf_reset(&title);
		if (!list->sorted || list->sort != c) {
			list_title(&list->columns[c], width, &title);
		} else {
			if (width > 2)
				list_title(&list->columns[c], width - 2, &title);
			buf_printf(&title, " %s", glyph(list->descending ?
				GLYPH_FALLING : GLYPH_RISING));
		}
		put_cell(list, canvas, row, col, c, STYLE_PLAIN,
			 buf_text(&title));
	}
	buf_release(&title);
	canvas_style(canvas, row, col, cols, STYLE_UNDERLINE);
}

/* The first column, and those that name a person or a project. */
static bool is_name(const struct list *list, size_t c)
{
	const char *name = list->columns[c].name;

	return c == 0 || strcmp(name, "user") == 0 || strcmp(name, "project") == 0;
}

/* Of the last column, in so many lines. */
static void wrap_cell(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t c, int lines, unsigned style, const char *text)
{
	canvas_wrap(canvas, row, col + list->column_at[c], lines,
		    list->column_width[c], style, text);
}

static void draw_cell(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t at, size_t c, int lines, unsigned style,
		      struct buf *text)
{
	struct buf told;

	buf_reset(text);
	list->source.cell(list->source.ctx, list->shown[at], c, text, &style);
	if (lines > 1 && c + 1 == list->n_columns) {
		wrap_cell(list, canvas, row, col, c, lines, style, buf_text(text));
		return;
	}
	if (!is_name(list, c)) {
		put_cell(list, canvas, row, col, c, style, buf_text(text));
		return;
	}
	/* the end of a name may be what tells it from another */
	buf_init(&told, LIST_CELL_LIMIT);
	text_cut_told(&told, buf_text(text), (size_t)list->column_width[c]);
	put_cell(list, canvas, row, col, c, style, buf_text(&told));
	buf_release(&told);
}

/* One text from the second column on. */
static int span_at(const struct list *list)
{
	return list->column_at[0] + list->column_width[0] + LIST_GAP;
}

static void draw_span(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t at, int lines, struct buf *text)
{
	unsigned style = STYLE_PLAIN;
	int from = span_at(list), cols = list->area_cols - from - 1;

	buf_reset(text);
	list->source.cell(list->source.ctx, list->shown[at], 1, text, &style);
	if (lines > 1)
		canvas_wrap(canvas, row, col + from, lines, cols, style,
			    buf_text(text));
	else
		canvas_text(canvas, row, col + from, cols, style, buf_text(text));
}

static bool is_span(const struct list *list, size_t at)
{
	return list->spans && list->spans(list->source.ctx, list->shown[at]);
}

/* The cell that the cursor stands on, and the handle at the row's end. */
static void draw_focus(const struct list *list, struct canvas *canvas, int row,
		       int col)
{
	size_t link = list->focus_column;
	int at = 0, width = 0;

	if (list->end_at >= 0)
		canvas_text(canvas, row, col + list->end_at, LIST_END_CELLS,
			    STYLE_PLAIN, glyph(GLYPH_MENU));
	if (link == list->n_columns) {
		at = list->end_at;
		width = LIST_END_CELLS;
	} else if (link) {
		at = list->column_at[link];
		width = list->column_width[link];
	}
	canvas_style(canvas, row, col + at, width, STYLE_UNDERLINE);
	canvas_cursor(canvas, row, col + at);
}

static void draw_sign(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t at)
{
	unsigned style = STYLE_PLAIN;
	const char *sign = list->sign ? list->sign(list->source.ctx,
		list->shown[at], &style) : NULL;

	if (sign)
		canvas_text(canvas, row, col + 1, 1, style, sign);
}

static void draw_row(const struct list *list, struct canvas *canvas, int row,
		     int col, size_t at, int lines, bool focused, struct buf *text)
{
	bool here = at == list->cursor, spans = is_span(list, at);
	/* It is the name alone: an arrow key repaints two rows, and what does not
	 * change costs no bytes. */
	size_t c;

	draw_sign(list, canvas, row, col, at);
	if (list_is_marked(list, list->shown[at]))
		canvas_text(canvas, row, col + 1, 1, STYLE_BOLD,
			    glyph(GLYPH_MARKED));
	for (c = 0; c < list->n_columns && (!c || !spans); c++)
		if (list->column_width[c])
			draw_cell(list, canvas, row, col, at, c, lines, STYLE_PLAIN,
				  text);
	if (spans)
		draw_span(list, canvas, row, col, at, lines, text);
	if (here)
		canvas_focus(canvas, row, col, list->column_at[0] - 1 +
			     list->column_width[0], focused);
	if (here && focused)
		draw_focus(list, canvas, row, col);
}

/* Lines that the row has with its text whole. */
static int lines_of(const struct list *list, size_t at, struct buf *text)
{
	bool span = is_span(list, at);
	size_t c = span ? 1 : list->n_columns - 1;
	int cols = span ? list->area_cols - span_at(list) - 1 :
		list->column_width[c];
	unsigned style = STYLE_PLAIN;

	if (cols < 1)
		return 1;
	buf_reset(text);
	list->source.cell(list->source.ctx, list->shown[at], c, text, &style);
	return text->len ? canvas_wrap_rows(cols, buf_text(text)) : 1;
}

/* Each line's row; false: they do not all have the room. */
static bool wrap(struct list *list, int rows, struct buf *text)
{
	int used = 0, n;
	size_t i;

	if (!list->wraps || rows > LIST_LINES || list->n_shown > (size_t)rows ||
	    rows > UINT8_MAX)
		return false;
	for (i = 0; i < list->n_shown; i++) {
		for (n = lines_of(list, i, text); n > 0 && used < rows; n--)
			list->row_at[used++] = (uint8_t)i;
		if (n > 0)
			return false;
	}
	for (; used < rows; used++)
		list->row_at[used] = UINT8_MAX;
	list->top = 0;
	return true;
}

/* The rows, at the lines that are theirs. */
static void draw_rows(const struct list *list, struct canvas *canvas, int row,
		      int col, int rows, bool focused, struct buf *text)
{
	int line, lines;
	size_t at;

	for (line = 0; line < rows; line += lines) {
		lines = 1;
		at = list->wrapped ? list->row_at[line] : list->top + (size_t)line;
		if (at >= list->n_shown)
			break;
		while (list->wrapped && line + lines < rows &&
		       list->row_at[line + lines] == at)
			lines++;
		draw_row(list, canvas, row + line, col, at, lines, focused, text);
	}
}

void list_draw(struct list *list, struct canvas *canvas, int row, int col,
	       int rows, int cols, bool focused)
{
	struct buf text;

	if (!list->looked)
		list_refresh(list);
	if (rows < 1 || cols < 1)
		return;
	list_layout(list, rows, cols);
	if (rows > 1 && !list->bare) {
		draw_header(list, canvas, row, col, cols);
		row++;
		rows--;
	}
	list->page_rows = rows;
	list->origin_row = row;
	list->origin_col = col;
	list->area_cols = cols;
	list->top = walk_top(list->top, list->cursor, (size_t)rows,
			     list->n_shown);
	canvas_fill(canvas, row, col, rows, cols, STYLE_PLAIN);
	buf_init(&text, LIST_CELL_LIMIT);
	list->wrapped = wrap(list, rows, &text);
	draw_rows(list, canvas, row, col, rows, focused, &text);
	buf_release(&text);
}
