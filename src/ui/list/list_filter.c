/* list_filter.c: does a row pass?  Only the cells that are asked for are made, and
 * none behind the first that says yes. */
#include "ui/list/list_priv.h"

void wanted_init(struct wanted *wanted, const struct list *list)
{
	size_t c;

	wanted->list = list;
	for (c = 0; c < list->n_columns; c++) {
		wanted->name[c] = list->columns[c].name;
		buf_init(&wanted->text[c], LIST_CELL_LIMIT);
	}
}

void wanted_release(struct wanted *wanted)
{
	size_t c;

	for (c = 0; c < wanted->list->n_columns; c++)
		buf_release(&wanted->text[c]);
}

static const char *cell(void *ctx, size_t c, const struct filter_term *term)
{
	struct wanted *wanted = ctx;
	const struct list *list = wanted->list;
	const struct list_column *column = &list->columns[c];
	unsigned style = STYLE_PLAIN;

	if (!term->column[0] &&
	    (!column->min || (column->digits && !filter_has_digit(term))))
		return NULL;
	if (!wanted->made[c]) {
		buf_reset(&wanted->text[c]);
		list->source.cell(list->source.ctx, wanted->row, c,
				  &wanted->text[c], &style);
		wanted->made[c] = true;
	}
	return buf_text(&wanted->text[c]);
}

bool wanted_match(struct wanted *wanted, const struct filter *filter, size_t row)
{
	size_t c;

	wanted->row = row;
	for (c = 0; c < wanted->list->n_columns; c++)
		wanted->made[c] = false;
	return filter_asks(filter, wanted->name, wanted->list->n_columns, cell,
			   wanted);
}
