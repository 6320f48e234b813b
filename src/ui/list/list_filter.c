/* list_filter.c: does a row pass?  Only the cells that are asked for are made. */
#include "ui/list/list_priv.h"

static bool asks(const struct filter *filter, const struct list *list, size_t c)
{
	size_t i, k;

	for (i = 0; i < filter->n; i++) {
		const struct filter_term *term = &filter->term[i];
		bool known = false;

		for (k = 0; k < list->n_columns; k++)
			known |= filter_has_column(term, list->columns[k].name);
		if (filter_has_column(term, list->columns[c].name) ||
		    (!known && list->columns[c].min))
			return true;
	}
	return false;
}

void wanted_init(struct wanted *wanted, const struct list *list,
		 const struct filter *filter)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++) {
		wanted->name[c] = list->columns[c].name;
		wanted->cell[c] = "";
		wanted->used[c] = asks(filter, list, c);
		buf_init(&wanted->text[c], LIST_CELL_LIMIT);
	}
}

void wanted_release(struct wanted *wanted, const struct list *list)
{
	size_t c;

	for (c = 0; c < list->n_columns; c++)
		buf_release(&wanted->text[c]);
}

bool wanted_match(const struct list *list, const struct filter *filter,
		  struct wanted *wanted, size_t row)
{
	unsigned style = STYLE_PLAIN;
	size_t c;

	for (c = 0; c < list->n_columns; c++) {
		if (!wanted->used[c])
			continue;
		buf_reset(&wanted->text[c]);
		list->source.cell(list->source.ctx, row, c, &wanted->text[c],
				  &style);
		wanted->cell[c] = buf_text(&wanted->text[c]);
	}
	return filter_match(filter, wanted->name, wanted->cell,
			    list->n_columns);
}
