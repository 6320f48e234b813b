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

static void draw_cell(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t at, size_t c, unsigned style,
		      struct buf *text)
{
	struct buf told;

	buf_reset(text);
	list->source.cell(list->source.ctx, list->shown[at], c, text, &style);
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
static void draw_span(const struct list *list, struct canvas *canvas, int row,
		      int col, size_t at, struct buf *text)
{
	unsigned style = STYLE_PLAIN;
	int from = list->column_at[0] + list->column_width[0] + LIST_GAP;

	buf_reset(text);
	list->source.cell(list->source.ctx, list->shown[at], 1, text, &style);
	canvas_text(canvas, row, col + from, list->area_cols - from - 1, style,
		    buf_text(text));
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
		     int col, size_t at, bool focused, struct buf *text)
{
	bool here = at == list->cursor, spans;
	/* It is the name alone: an arrow key repaints two rows, and what does not
	 * change costs no bytes. */
	size_t c;

	draw_sign(list, canvas, row, col, at);
	if (list_is_marked(list, list->shown[at]))
		canvas_text(canvas, row, col + 1, 1, STYLE_BOLD,
			    glyph(GLYPH_MARKED));
	spans = list->spans && list->spans(list->source.ctx, list->shown[at]);
	for (c = 0; c < list->n_columns && (!c || !spans); c++)
		if (list->column_width[c])
			draw_cell(list, canvas, row, col, at, c, STYLE_PLAIN,
				  text);
	if (spans)
		draw_span(list, canvas, row, col, at, text);
	if (here)
		canvas_focus(canvas, row, col, list->column_at[0] - 1 +
			     list->column_width[0], focused);
	if (here && focused)
		draw_focus(list, canvas, row, col);
}

void list_draw(struct list *list, struct canvas *canvas, int row, int col,
	       int rows, int cols, bool focused)
{
	struct buf text;
	size_t i;

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
	for (i = 0; i < (size_t)rows && list->top + i < list->n_shown; i++)
		draw_row(list, canvas, row + (int)i, col, list->top + i,
			 focused, &text);
	buf_release(&text);
}
