/* form_search.c: what was found is picked: by a key, by a click, before saving. */
#include <stdio.h>

#include "ui/form/form_priv.h"

void form_pick(struct form *form, struct field *field)
{
	size_t i = (size_t)(field - form->v);

	if (field->found_at >= field->found.n ||
	    field->found.v[field->found_at].greyed)
		return;
	field->pick(field->ctx, field->found.v[field->found_at].id);
	form->touched = true;
	/* The owner may have added rows, even fields. */
	if (i >= form->n || form->v[i].type != FIELD_ADD)
		return;
	field = &form->v[i];
	input_set(&field->input, "");
	field->listing = false;
	field->error[0] = '\0';
	form_find(field);
}

static bool pick_only(struct form *form, struct field *field)
{
	char text[FORM_ERROR];

	form_find(field);
	if (field->found.n == 1 && field->found.total <= 1 &&
	    !field->found.v[0].greyed) {
		form_pick(form, field);
		return true;
	}
	if (!field->found.n)
		snprintf(text, sizeof(text), "nobody and nothing is called so");
	else if (field->found.n == 1)
		snprintf(text, sizeof(text), "%.80s cannot be: %.120s",
			 field->found.v[0].text, field->found.v[0].greyed ?
			 field->found.v[0].greyed : "choose it with Enter");
	else
		snprintf(text, sizeof(text), "%zu match: Enter chooses one, or "
			 "empty it", field->found.total);
	(void)form_focus(form, field->name);
	form_error(form, field->name, text);
	return false;
}

bool form_pick_typed(struct form *form)
{
	char text[FORM_ERROR];
	size_t i;

	if (!form_choose_typed(form)) {
		snprintf(text, sizeof(text), "\"%.80s\" is not chosen yet: Enter "
			 "takes one, Esc none", form->open.filter.text);
		form_error(form, form->v[form->open.field].name, text);
		return false;
	}
	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		if (field->type == FIELD_ADD && !field->hidden &&
		    !field->loose && field->input.n && !pick_only(form, field))
			return false;
	}
	return true;
}
