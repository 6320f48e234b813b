/* list_priv.h: what list.c asks of its helpers. */
#ifndef UI_LIST_PRIV_H
#define UI_LIST_PRIV_H

#include "ui/list.h"

/* list_sort.c: a fresh list->order, or NULL if the list is not sorted. */
void list_order(struct list *list);

/* list_draw.c: where each column stands in `cols` cells. */
void list_layout(struct list *list, int cols);

enum { LIST_CELL_LIMIT = 4096 };	/* bytes of one cell */

#endif
