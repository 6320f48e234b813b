/* form_strike.c: a row of a form is struck out, and kept again. */
#include <string.h>

#include "ui/form/form_priv.h"

bool form_row_locked(const struct form *form, const struct field *field,
		     const struct form_row *row)
{
	return !row || row->fixed || form_locked(form, field);
}

void form_strike(struct form *form, struct field *field, struct form_row *row)
{
	size_t i;

	if (form_row_locked(form, field, row) || !field->removable)
		return;
	form->touched = true;
	row->conflict = false;
	field->error[0] = '\0';
	if (!row->added) {
		row->removed = !row->removed;
		return;
	}
	memmove(row, row + 1, (size_t)(field->rows + field->n_rows - row - 1) *
		sizeof(*row));
	field->n_rows--;
	field->n_shown--;
	form_filter_rows(field);
	if (!form_is_stop(field) && form_next_stop(form, form->focus, -1, &i))
		form_stand_on(form, i, -1, false);
}
