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

/* list_filter.c: which cells of a row a filter looks at. */
struct wanted {
	const char *name[LIST_COLUMNS];
	struct buf text[LIST_COLUMNS];
	const char *cell[LIST_COLUMNS];
	bool used[LIST_COLUMNS];
};

void wanted_init(struct wanted *wanted, const struct list *list,
		 const struct filter *filter);
void wanted_release(struct wanted *wanted, const struct list *list);
bool wanted_match(const struct list *list, const struct filter *filter,
		  struct wanted *wanted, size_t row);

enum { LIST_CELL_LIMIT = 4096 };	/* bytes of one cell */

#endif
