/* list_priv.h: what list.c asks of its helpers. */
#ifndef UI_LIST_PRIV_H
#define UI_LIST_PRIV_H

#include "ui/list.h"

/* list_sort.c: a fresh list->order, or NULL if the list is not sorted. */
void list_order(struct list *list);

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

enum { LIST_CELL_LIMIT = 4096 };	/* bytes of one cell */

#endif
