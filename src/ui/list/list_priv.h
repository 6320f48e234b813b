/* list_priv.h: what list.c asks of its helpers. */
#ifndef UI_LIST_PRIV_H
#define UI_LIST_PRIV_H

#include "ui/list.h"

/* list_sort.c: a fresh list->order, or NULL if the list is not sorted. */
void list_order(struct list *list);

/* Those made at once have one turn. */
struct list_mark { uint64_t id; size_t turn; };

/* list_marks.c: forget the marks of rows that are gone, count those shown, mark a row
 * or take its mark away. */
void list_marks_settle(struct list *list);
void list_marks_count(struct list *list);
void list_marks_turn(struct list *list, size_t row);

/* list_filter.c: the cells of a row, made when a filter looks at them. */
struct wanted {
	const struct list *list;
	const char *name[LIST_COLUMNS];
	struct buf text[LIST_COLUMNS];
	bool made[LIST_COLUMNS];
	size_t row;
};

void wanted_init(struct wanted *wanted, const struct list *list);
void wanted_release(struct wanted *wanted);
bool wanted_match(struct wanted *wanted, const struct filter *filter, size_t row);

/* list_widths.c: where each column stands in so many cells, with so many rows in sight. */
void list_layout(struct list *list, int rows, int cols);
/* The title of a column, or its brief one, in so many cells. */
void list_title(const struct list_column *column, int cells, struct buf *out);
/* Cells that the title takes where there is room. */
int list_title_cells(const struct list_column *column, bool brief);

enum {
	LOOK_FIRST = 6000,	/* us of a filter until a key is answered, */
	LOOK_MORE = 2000,	/* and of each step after, */
	LOOK_WHOLE = -1,
	LOOK_STEP = 64,		/* rows between two looks at the clock */
	LIST_CELL_LIMIT = 4096,	/* bytes of one cell */
	LIST_GAP = 2,		/* between columns */
	LIST_END_CELLS = 3	/* of the handle at the row's end */
};

#endif
