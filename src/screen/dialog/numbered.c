/* numbered.c: see numbered.h. */
#include "screen/dialog/numbered.h"

#include <assert.h>


const struct hint numbered_hints[] = { { "1-9", "choose" }, { NULL, NULL } };

struct field *numbered_add(struct form *form, const char *name, const char *label)
{
	struct field *field = form_add(form, FIELD_ROWS, name, label);

	field->marks = field->radio = true;
	field->max_rows = NUMBERED_MOST;
	return field;
}

struct form_row *numbered_row(struct form *form, const char *name, const char *id,
			      const char *text)
{
	struct field *field = form_field(form, name);

	assert(field->n_rows < NUMBERED_MOST);
	return form_row_add(form, field, id, form_printf(form, "%zu  %s",
			    field->n_rows + 1, text), false, FORM_NONE);
}

void numbered_focus(struct form *form, const char *name)
{
	const struct field *field = form_field(form, name);
	size_t i = 0;

	while (i < field->n_rows && field->rows[i].fixed)
		i++;
	if (field->n_rows)
		(void)form_focus_row(form, name, field->rows[i % field->n_rows].id);
}

const struct form_row *numbered_chosen(const struct form *form, const char *name)
{
	const struct field *field = form_field(form, name);
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].marked)
			return &field->rows[i];
	return NULL;
}

bool numbered_key(struct dialog_page *page, const char *name, const struct key *key)
{
	struct field *field = form_field(&page->form, name);
	size_t at = key->code - '1', i;

	if (key->mods || key->code < '1' || key->code > '9' || at >= field->n_rows ||
	    page->readonly)
		return false;
	(void)form_focus_row(&page->form, name, field->rows[at].id);
	if (field->rows[at].fixed) {
		screen_refuse(page->screen, "Not so: %s.", field->rows[at].fixed);
		return true;
	}
	for (i = 0; i < field->n_rows; i++)
		field->rows[i].marked = i == at;
	dialog_touched(page);
	return true;
}
