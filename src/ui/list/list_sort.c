/* list_sort.c: the order of all rows of a list: by the chosen column, ties by the
 * first, natural order, stable. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "ui/list/list_priv.h"

/* False: it is ordered as text. */
static bool by_number(struct list *list, size_t column, bool falling)
{
	const struct list_source *source = &list->source;
	int64_t *number;
	size_t row;

	if (!source->number || !list->total)
		return false;
	number = mem_array(list->total, sizeof(*number));
	for (row = 0; row < list->total; row++)
		if (!source->number(source->ctx, row, column, &number[row]))
			break;
	if (row == list->total)
		rank_numbers(number, list->order, list->total, falling);
	free(number);
	return row == list->total;
}

static void add_cells(const struct list *list, size_t column, struct rank *rank)
{
	unsigned style = STYLE_PLAIN;
	struct buf cell;
	size_t row;

	buf_init(&cell, LIST_CELL_LIMIT);
	for (row = 0; row < list->total; row++) {
		buf_reset(&cell);
		list->source.cell(list->source.ctx, row, column, &cell, &style);
		rank_add(rank, buf_text(&cell));
	}
	buf_release(&cell);
}

static void by_text(struct list *list, size_t column, bool falling)
{
	const struct list_source *source = &list->source;
	struct rank rank;

	rank_init(&rank);
	if (!source->ranks || !source->ranks(source->ctx, column, &rank))
		add_cells(list, column, &rank);
	rank_texts(&rank, list->order, list->total, falling);
	rank_release(&rank);
}

static void by_column(struct list *list, size_t column, bool falling)
{
	if (!by_number(list, column, falling))
		by_text(list, column, falling);
}

void list_order(struct list *list)
{
	bool named = list->source.named;
	size_t i;

	free(list->order);
	list->order = NULL;
	if (!list->sorted || (named && list->sort == 0 && !list->descending))
		return;
	list->order = mem_array(list->total + 1, sizeof(*list->order));
	for (i = 0; i < list->total; i++)
		list->order[i] = (uint32_t)i;
	if (list->sort != 0 && !named)
		by_column(list, 0, false);
	by_column(list, list->sort, list->descending);
}
