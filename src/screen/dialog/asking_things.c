/* asking_things.c: a field of a form that asks for things: a search, and a row for each
 * that is there now; about marked rows with a tick where all have it. */
#include "screen/dialog/asking.h"

#include <stdio.h>
#include <string.h>

#include "screen/dialog/marked.h"
#include "screen/dialog/members.h"
#include "screen/dialog/roles.h"
#include "screen/frame/verb.h"

/* For F1; a line of a command's help is made a sentence. */
const char *asking_help(const struct param *param, struct form *form)
{
	char first = param->help[0];

	if (param->more)
		return param->more;
	if (param->type == PARAM_ROLE)
		return roles_help;
	return form_printf(form, "%c%s.", first >= 'a' && first <= 'z' ?
			   first - 'a' + 'A' : first, param->help + 1);
}

static enum thing_kind kind_of(const struct param *param)
{
	return param->type == PARAM_PRINCIPAL ? THING_GROUP : verb_kind(param);
}

static void add_search(struct asking_field *self, struct form *form)
{
	const struct param *param = self->param;
	struct field *field;

	(void)picker_fields(&self->picker, form, param->name, self->several &&
			    !param->many ? form_printf(form, "%ss", param->label) :
			    param->required && !self->several ?
			    form_printf(form, "%s *", param->label) :
			    param->label);
	if (param->type == PARAM_USER && param->many)
		members_paste(&self->picker, form);
	field = form_field(form, param->name);
	if (param->more || !field->paste)
		field->help = asking_help(param, form);
}

void asking_things(struct asking_field *self, struct form *form,
		   const struct arg *now)
{
	struct thing thing = { .kind = kind_of(self->param) };
	size_t i, n;

	add_search(self, form);
	for (i = 0; i < now->n; i++) {
		n = strnlen(now->v[i], sizeof(thing.id) - 1);
		memcpy(thing.id, now->v[i], n);
		thing.id[n] = '\0';
		(void)picker_row(&self->picker, form, &thing, false);
	}
	form_field(form, self->rows)->removable = !self->closed;
}

/* How many of them have it; a row, where it is the first that has. */
static void count_one(struct asking_field *self, struct form *form, const char *id)
{
	struct thing thing = { .kind = kind_of(self->param) };
	struct arena arena = { 0 };
	struct form_row *row;

	snprintf(thing.id, sizeof(thing.id), "%s", id);
	row = form_row(form_field(form, self->rows), finder_id(&thing, &arena));
	arena_release(&arena);
	if (!row) {
		row = picker_row(&self->picker, form, &thing, false);
		row->base_choice = 0;
	}
	row->base_choice++;		/* counted there until all are */
}

void asking_many_things(struct asking_field *self, struct form *form)
{
	const struct dialog_page *page = self->asking->page;
	struct field *rows;
	struct arg now;
	size_t i, k;

	add_search(self, form);
	for (i = 0; i < page->marked->n; i++) {
		asking_many_one(self, i, &form->arena, &now);
		for (k = 0; k < now.n; k++)
			count_one(self, form, now.v[k]);
	}
	rows = form_field(form, self->rows);
	rows->marks = rows->removable = true;
	rows->help = "Space: all of them, none, or as it is: [-]. Del takes it from "
		"all.";
	for (i = 0; i < rows->n_rows; i++) {
		struct form_row *row = &rows->rows[i];
		size_t n = (size_t)row->base_choice;

		row->base_choice = FORM_NONE;
		row->marked = row->base_marked = n == page->marked->n;
		row->some = row->base_some = !row->marked;
		row->detail = row->marked ? form_printf(form, "all %zu", n) :
			form_printf(form, "%zu of %zu", n, page->marked->n);
	}
}
