/* list_widths.c: where the columns of a list stand: as wide as what they hold, or sharing
 * all of the width. */
#include <limits.h>
#include <string.h>

#include "base/text.h"
#include "ui/list/list_priv.h"

enum { MARK_CELLS = 2, END_FROM = 24, MEASURED_FIRST = 64, SORT_CELLS = 2,
       FAIR_CELLS = 40 };

/* Cells before the name: of the focus, of the mark, and a blank after a sign. */
static int lead(const struct list *list)
{
	return MARK_CELLS + (list->sign != NULL);
}

/* ---- titles ---------------------------------------------------------------------- */

void list_column_title(const struct list_column *column, struct buf *out)
{
	buf_add(out, column->title, strcspn(column->title, "|"));
}

int list_title_cells(const struct list_column *column, bool brief)
{
	size_t n = strcspn(column->title, "|");
	struct buf text;
	int cells;

	if (brief && column->title[n])
		return (int)text_width(column->title + n + 1);
	buf_init(&text, LIST_CELL_LIMIT);
	list_column_title(column, &text);
	cells = (int)text_width(buf_text(&text));
	buf_release(&text);
	return cells;
}

void list_title(const struct list_column *column, int cells, struct buf *out)
{
	size_t n = strcspn(column->title, "|");
	struct buf text;

	buf_init(&text, LIST_CELL_LIMIT);
	list_column_title(column, &text);
	text_cut(out, column->title[n] && (int)text_width(buf_text(&text)) > cells ?
		 column->title + n + 1 : buf_text(&text), (size_t)cells);
	buf_release(&text);
}

/* ---- all of the width ------------------------------------------------------------- */

static int least(const struct list_column *column)
{
	int title = list_title_cells(column, true);
	int min = column->min > 0 ? column->min : title;

	return min > 0 ? min : 1;
}

/* Take the column that goes first; false when none may. */
static bool drop_one(struct list *list)
{
	size_t c, worst = 0;
	int drop = 0;

	for (c = 0; c < list->n_columns; c++)
		if (list->column_width[c] && list->columns[c].drop > drop) {
			drop = list->columns[c].drop;
			worst = c;
		}
	if (drop)
		list->column_width[worst] = 0;
	return drop > 0;
}

static int used_cells(const struct list *list)
{
	int used = lead(list) - LIST_GAP;
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		if (list->column_width[c])
			used += list->column_width[c] + LIST_GAP;
	return used;
}

/* Each gets its least; then all what they want; what is left goes to the columns
 * that want the rest. */
static void widen(struct list *list, int left)
{
	int takers = 0, more;
	size_t c;

	for (c = 0; c < list->n_columns; c++) {
		more = list->columns[c].want - list->column_width[c];
		if (list->column_width[c] == 0)
			continue;
		if (list->columns[c].want == 0)
			takers++;
		if (more <= 0 || left <= 0)
			continue;
		more = more < left ? more : left;
		list->column_width[c] += more;
		left -= more;
	}
	for (c = 0; c < list->n_columns && left > 0; c++)
		if (list->column_width[c] && list->columns[c].want == 0) {
			more = left / takers--;
			list->column_width[c] += more;
			left -= more;
		}
}

static void share_out(struct list *list, int cols)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		list->column_width[c] = list_lacks(list, c) ? 0 :
			least(&list->columns[c]);
	while (used_cells(list) > cols && drop_one(list))
		;
	widen(list, cols - used_cells(list));
}

/* ---- as wide as what they hold ---------------------------------------------------- */

void list_forget(struct list *list)
{
	list->measured_as = NULL;
}

/* counts: of a row in sight, or of a few rows; else nothing is counted for it. */
static void measure_row(struct list *list, size_t at, bool counts, struct buf *text)
{
	unsigned style = STYLE_PLAIN;
	size_t c, columns = list_columns(list);
	int cells;

	for (c = 0; c < columns; c++) {
		if (list_lacks(list, c) || (list->columns[c].digits && !counts) ||
		    (c && list->spans &&
		     list->spans(list->source.ctx, list->shown[at])))
			continue;
		buf_reset(text);
		list->source.cell(list->source.ctx, list->shown[at], c, text,
				  &style);
		cells = (int)text_width(buf_text(text));
		if (cells > list->need[c])
			list->need[c] = cells;
	}
}

/* Rows of the list from..to that were not yet looked at.  For a cell that has a longer
 * and a shorter text by its width there is room for the longer one. */
static void measure(struct list *list, size_t from, size_t to, bool counts)
{
	size_t i, first = list->measured_from, last = list->measured_to;
	struct buf text;

	to = to < list->n_shown ? to : list->n_shown;
	if (from >= to || (from >= first && to <= last))
		return;
	for (i = 0; i < list->n_columns; i++)
		list->column_width[i] = INT_MAX / 4;
	buf_init(&text, LIST_CELL_LIMIT);
	for (i = from; i < to; i++)
		if (i < first || i >= last)
			measure_row(list, i, counts, &text);
	buf_release(&text);
	if (from > last || to < first) {	/* what lies between was not seen */
		list->measured_from = from;
		list->measured_to = to;
		return;
	}
	list->measured_from = from < first ? from : first;
	list->measured_to = to > last ? to : last;
}

static void measure_in_sight(struct list *list, int rows)
{
	if (list->measured_as != list->columns) {
		memset(list->need, 0, sizeof(list->need));
		list->measured_as = list->columns;
		list->measured_from = list->measured_to = 0;
	}
	measure(list, list->top, list->top + (size_t)(rows > 0 ? rows : 0), true);
	if (list->top < MEASURED_FIRST)
		measure(list, 0, MEASURED_FIRST, list->n_shown <= MEASURED_FIRST);
}

/* FAIR_TEXT: all, but of a text so long that it would drive others out. */
enum measure { AS_WANTED, FAIR_TEXT, ALL_TEXT, AND_TITLE };

static int most_of(int a, int b)
{
	return a > b ? a : b;
}

/* What it holds with its brief title; as far as it wants; with its long title, which
 * must not be longer than it wants until all else is there. */
static int whole(const struct list *list, size_t c, enum measure measure)
{
	const struct list_column *column = &list->columns[c];
	int sort = list->sorted && list->sort == c ? SORT_CELLS : 0;
	int brief = list_title_cells(column, true) + sort;
	int title = list_title_cells(column, false) + sort;
	int text = list->need[c];

	if (measure == AS_WANTED && column->want && text > column->want)
		text = column->want;
	if (measure == FAIR_TEXT && text > FAIR_CELLS)
		text = FAIR_CELLS;
	if (measure != AND_TITLE && column->want && title > column->want)
		title = brief;
	return most_of(text, title);
}

/* The cells that are left. */
static int grow(struct list *list, size_t c, int cells, int left)
{
	int more = cells - list->column_width[c];

	more = more < left ? more : left;
	if (more <= 0)
		return left;
	list->column_width[c] += more;
	return left - more;
}

static int grow_all(struct list *list, enum measure measure, int left)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		if (list->column_width[c])
			left = grow(list, c, whole(list, c, measure), left);
	return left;
}

static bool is_drawn(const struct list *list, size_t c)
{
	return !list_lacks(list, c) && c < list_columns(list);
}

/* The next column that is not there yet, by rank; n_columns: all are. */
static size_t next_column(const struct list *list)
{
	size_t c, best = list->n_columns;

	for (c = 0; c < list->n_columns; c++)
		if (is_drawn(list, c) && !list->column_width[c] &&
		    (best == list->n_columns ||
		     list->columns[c].drop < list->columns[best].drop))
			best = c;
	return best;
}

static void fill(struct list *list, int cols)
{
	int left;
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		list->column_width[c] = is_drawn(list, c) &&
			!list->columns[c].drop ? least(&list->columns[c]) : 0;
	left = cols - used_cells(list);
	left = grow_all(list, AS_WANTED, left);
	left = grow_all(list, FAIR_TEXT, left);
	while ((c = next_column(list)) < list->n_columns) {
		left -= least(&list->columns[c]) + LIST_GAP;
		if (left < 0)
			return;
		list->column_width[c] = least(&list->columns[c]);
		left = grow(list, c, whole(list, c, ALL_TEXT), left);
	}
	left = grow_all(list, ALL_TEXT, left);
	(void)grow_all(list, AND_TITLE, left);
}

/* ---- both ------------------------------------------------------------------------- */

/* Cells of `cols` that columns may take. */
static int without_end(const struct list *list, int cols)
{
	return list->ends && cols >= END_FROM ? cols - LIST_END_CELLS - 1 : cols;
}

int list_natural(struct list *list, int rows, int most)
{
	int cols = without_end(list, most);

	if (!list->looked)
		list_refresh(list);
	measure_in_sight(list, rows);
	fill(list, cols);
	return used_cells(list) < cols ? used_cells(list) + most - cols : most;
}

void list_layout(struct list *list, int rows, int cols)
{
	int at = lead(list), room = without_end(list, cols);
	size_t c;

	list->end_at = room < cols ? cols - LIST_END_CELLS : -1;
	if (list->natural)
		(void)list_natural(list, rows, cols);
	else
		share_out(list, room);
	for (c = 0; c < list->n_columns; c++) {
		int width = list->column_width[c];

		list->column_at[c] = at;
		if (at + width > room)	/* even the least is too much */
			width = at < room ? room - at : 0;
		list->column_width[c] = width;
		if (width)
			at += width + LIST_GAP;
	}
	if (list->focus_column >= list->n_columns) {
		if (list->end_at < 0)
			list->focus_column = 0;
	} else if (list->column_width[list->focus_column] == 0) {
		list->focus_column = 0;
	}
}
