/* form_own.c: what was only pointed at is copied, so that a form outlives what it
 * was made from. */
#include "ui/form.h"

static void own(struct form *form, const char **text)
{
	if (*text && !arena_holds(&form->arena, *text))
		*text = arena_strdup(&form->arena, *text);
}

static void own_list(struct form *form, const char *const **list, int n)
{
	const char **copy;
	int i;

	if (!*list || arena_holds(&form->arena, *list))
		return;
	copy = arena_array(&form->arena, (size_t)n + 1, sizeof(*copy));
	for (i = 0; i < n; i++) {
		copy[i] = (*list)[i];
		own(form, &copy[i]);
	}
	*list = copy;
}

static void own_row(struct form *form, struct form_row *row)
{
	own(form, &row->id);
	own(form, &row->text);
	own(form, &row->detail);
	own(form, &row->note);
	own(form, &row->more);
	own(form, &row->fixed);
}

void form_own(struct form *form)
{
	size_t i, r;

	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		own(form, &field->name);
		own(form, &field->label);
		own(form, &field->help);
		own(form, &field->note);
		own(form, &field->under);
		own(form, &field->choice_head);
		own(form, &field->note_head);
		own(form, &field->base);
		own(form, &field->theirs);
		own_list(form, &field->choices, field->n_choices);
		own_list(form, &field->means, field->n_choices);
		own_list(form, &field->shut, field->n_choices);
		own(form, &field->past);
		for (r = 0; r < field->n_rows; r++)
			own_row(form, &field->rows[r]);
	}
}
