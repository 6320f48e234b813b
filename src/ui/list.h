/* list.h: rows, columns, a cursor, live filter and sort; knows nothing of what the rows
 * mean.  The cursor stays on its row's id when rows come and go. */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdint.h>

#include "base/rank.h"
#include "ui/canvas.h"
#include "ui/filter.h"
#include "ui/key.h"

enum { LIST_COLUMNS = 16, LIST_LINES = 120 };

struct list_column {
	const char *title;	/* "PROJECT"; "GROUPS WITH ACCESS|GROUPS": the second
				 * where the first has no room */
	const char *name;	/* for filters: "project" */
	int min, want;		/* cells; the column with want 0 takes the rest; min 0:
				 * it is never drawn, only a filter that names it
				 * looks at it; such columns are the last ones */
	int drop;		/* dropped first when narrow: higher goes first; 0 never */
	bool right;
	bool link;		/* Left and Right stop here */
	bool digits;		/* a word of a filter that has no digit looks here only
				 * when it names the column: a count, a time */
};

struct list_source {
	void *ctx;
	size_t (*rows)(void *ctx);
	uint64_t (*id)(void *ctx, size_t row);
	/* Text of a cell; *style may be or-ed. */
	void (*cell)(void *ctx, size_t row, size_t column, struct buf *out,
		     unsigned *style);
	/* What orders the rows where text will not do, once for each; false, NULL: text. */
	bool (*number)(void *ctx, size_t row, size_t column, int64_t *out);
	/* A column's texts as the cells have them, of all rows at once; false, or NULL:
	 * the cells are asked. */
	bool (*ranks)(void *ctx, size_t column, struct rank *out);
	bool (*markable)(void *ctx, size_t row);	/* NULL: all rows may be marked */
	bool named;		/* the rows come in the order of the first column */
};

struct list {
	struct list_source source;
	const struct list_column *columns;
	size_t n_columns;
	uint32_t *shown;	/* rows that pass the filter, in order */
	size_t n_shown, cap_shown, total;
	size_t cursor, top;	/* within shown */
	uint64_t cursor_id;
	uint32_t cursor_row;	/* that had that id */
	size_t sort;		/* column */
	bool descending, sorted;	/* sorted false: the source's order */
	size_t focus_column;	/* of the link cells; 0 the name; n_columns the row's end */
	bool ends, bare;	/* rows end in a cell "..." to go to; no line of titles */
	bool wraps;		/* the text of the last column goes on below itself, where
				 * all that is shown has the room for it */
	/* Columns are as wide as what they hold, see list_natural; else they share all. */
	bool natural;
	/* The sign before each row's name; NULL: they have none. */
	const char *(*sign)(void *ctx, size_t row, unsigned *style);
	/* Has the row, beside its name, one text instead of cells?  It is that of column 1.
	 * NULL: none has. */
	bool (*spans)(void *ctx, size_t row);
	bool hidden[LIST_COLUMNS];	/* columns not wanted; never the first */
	bool withheld[LIST_COLUMNS];	/* not for who looks: nowhere, in no menu */
	struct list_mark *marks;	/* of marked rows, sorted by id */
	size_t mark_turn, n_marks, cap_marks, marks_shown;	/* ... that pass the filter */
	struct filter filter;
	struct list_rest {	/* what list_filter() has left for list_go_on() */
		const uint32_t *from;	/* candidates; NULL: 0, 1, 2, ... */
		size_t n, at;
		uint32_t old;		/* the cursor is to stay on it, if it had a row */
		bool had, empty;
	} rest;
	int page_rows;		/* of the last drawing */
	int origin_row, origin_col;	/* where the last drawing put row 0 */
	int area_cols;
	int column_at[LIST_COLUMNS];	/* and its columns; width 0: dropped */
	int column_width[LIST_COLUMNS];
	bool wrapped;		/* rows have several lines: */
	uint8_t row_at[LIST_LINES];	/* whose each line is, among those shown */
	int end_at;		/* of the cell at the row's end; -1: none */
	int need[LIST_COLUMNS];	/* cells of the widest text of the rows measured, */
	size_t measured_from, measured_to;	/* which are these of the shown */
	const struct list_column *measured_as;	/* with these columns */
	uint32_t *order;	/* all rows, sorted; NULL: the source's order */
	bool looked;		/* the source was asked at least once */
	bool anchored;		/* cursor_id says something */
};

void list_init(struct list *list, const struct list_source *source,
	       const struct list_column *columns, size_t n_columns);
void list_release(struct list *list);
/* The source changed, or the filter, or the sort: look again, keep the cursor. */
void list_refresh(struct list *list);
bool list_refresh_some(struct list *list);	/* as list_filter() */
/* Of many rows the first ones are looked at; the caller goes on while true is said. */
bool list_filter(struct list *list, const char *text);
bool list_go_on(struct list *list);	/* look at some more; false: all are */
bool list_is_left(const struct list *list);
void list_whole(struct list *list);	/* for whoever needs them all, now */
void list_filter_whole(struct list *list, const char *text);	/* both */
void list_sort(struct list *list, size_t column);	/* again: reverse */
/* Move: arrows, j k, PgUp PgDn, Home End, g G; mouse: wheel, rows, and titles (sort).
 * Left and Right are not used at their ends, the mouse not outside.  True if used. */
bool list_key(struct list *list, const struct key *key);
bool list_goto(struct list *list, uint64_t id);
/* Source row under the cursor; false when nothing is shown. */
bool list_current(const struct list *list, size_t *row);
/* Columns that are not wanted; the first always stays. */
void list_hide(struct list *list, size_t column, bool hide);
bool list_lacks(const struct list *list, size_t column);	/* hidden or withheld */

/* ---- list_marks.c: rows that are marked, by id: filters and other orders do not
 * lose them, rows that are gone do. ---------------------------------------------- */

bool list_is_marked(const struct list *list, size_t row);
size_t list_mark_turn(const struct list *list, size_t row);	/* 0: no; in the order made */
/* Mark the row under the cursor or take its mark away, and go on to the next. */
void list_mark(struct list *list);
void list_mark_others(struct list *list);	/* of those shown: the others */
/* Of those shown: mark (or unmark) what the filter's words match; how many did. */
size_t list_mark_by(struct list *list, const char *words, bool on);
size_t list_matches(struct list *list, const char *words);
void list_unmark(struct list *list);		/* all */

/* How many columns there are to draw, choose and sort by. */
size_t list_columns(const struct list *list);
/* The filter line with its last term completed: the name of a column, or what
 * stands in the one that it names, as far as it is one.  False: nothing to add. */
bool list_complete(const struct list *list, const char *typed, struct buf *out);

void list_text(const struct list *list, struct buf *out);	/* all, as wide as they are */
/* Of a natural list: how many of so many cells it uses, with so many rows in sight.  The
 * columns that are never dropped have their least, then what they hold as far as `want`,
 * then 40 cells of it; then the others come one by one in the order of `drop`, each with all
 * that it holds before the next one shows, then the rest: in more cells none is narrower.  What
 * they hold is looked up once for each row that comes in sight, until list_forget. */
int list_natural(struct list *list, int rows, int most);
void list_column_title(const struct list_column *column, struct buf *out);	/* whole */
void list_forget(struct list *list);	/* measure anew: the rows are others */
/* Header line and rows; the name under the cursor as canvas_focus has it, focused: the
 * hardware cursor too. */
void list_draw(struct list *list, struct canvas *canvas, int row, int col,
	       int rows, int cols, bool focused);

#endif
