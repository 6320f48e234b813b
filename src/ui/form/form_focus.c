/* form_focus.c: from field to field. */
#include <string.h>

#include "ui/form/form_priv.h"

bool form_searches(const struct field *field)
{
	return field->input.n || field->listing;
}

void form_find(struct field *field)
{
	field->found = (struct form_found){ .n = 0 };
	field->found_at = 0;
	if (!form_searches(field) || !field->find)
		return;
	field->find(field->ctx, field->input.text, &field->found);
	if (field->found.n > FORM_FOUND)
		field->found.n = FORM_FOUND;
}

void form_stand_on(struct form *form, size_t i, int step, bool round)
{
	struct field *field = &form->v[i];

	form->v[form->focus].filtering = false;
	form->v[form->focus].listing = false;
	form->focus = i;
	field->undo_run = 0;
	if (field->type == FIELD_ADD)
		form_find(field);	/* the rows may be others now */
	if (field->type == FIELD_ROWS && !round)
		field->cursor = step > 0 || !field->n_shown ? 0 :
			field->n_shown - 1;
}

void form_walk_to(struct form *form, size_t i, int step, bool round)
{
	struct input *input = &form->v[i].input;

	form_stand_on(form, i, step, round);
	if (input->lines)	/* beside its label, or at its end */
		input->at = step > 0 ? strcspn(input->text, "\n") : input->n;
}

bool form_enter(struct form *form, int step)
{
	size_t i;

	if (!form->n)
		return false;
	i = step < 0 ? form->n - 1 : 0;
	if (!form_is_stop(&form->v[i]) && !form_next_stop(form, i, step, &i))
		return false;
	form_walk_to(form, i, step, true);
	return true;
}

bool form_focus(struct form *form, const char *name)
{
	struct field *field = form_field(form, name);

	if (!field || !form_is_stop(field))
		return false;
	if (field != form_focused(form))
		form_stand_on(form, (size_t)(field - form->v), 1, true);
	return true;
}

bool form_focus_row(struct form *form, const char *name, const char *id)
{
	struct field *field = form_field(form, name);
	struct form_row *row = field ? form_row(field, id) : NULL, *at;

	if (!row || !form_focus(form, name))
		return false;
	if (!row->shown) {		/* the filter hides it */
		input_set(&field->input, "");
		form_filter_rows(field);
	}
	field->filtering = false;
	field->cursor = 0;
	for (at = field->rows; at < row; at++)
		field->cursor += at->shown;
	return true;
}
