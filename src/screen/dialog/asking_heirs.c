/* asking_heirs.c: who takes over what somebody owns: a row for each project, with a list
 * of those who could own it. */
#include "action/judge/people_shown.h"
#include "screen/dialog/asking.h"

enum { HEIRS_MOST = 2000, ROWS_SHOWN = 4 };

static bool is_owned(const struct seen *seen, uint32_t project, uint32_t user)
{
	return sees_project(seen, project) && seen_project(seen, project)->owner == user;
}

/* Of one project at least. */
static bool could_own(const struct asked *asked, uint32_t user)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t p;

	if (user == asked->number || !sees_user(seen, user) || !seen_user(seen, user)->active)
		return false;
	for (p = 0; p < seen_n_projects(seen); p++)
		if (is_owned(seen, p, asked->number) && !owner_greyed(asked, p, user))
			return true;
	return false;
}

/* Once: a choice is a place in it. */
static void offer(struct asking_field *self, const struct asked *asked)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t u;

	if (self->n_heirs)
		return;
	self->heir = arena_array(&self->heirs, HEIRS_MOST, sizeof(*self->heir));
	self->heir_ids = arena_array(&self->heirs, HEIRS_MOST, sizeof(*self->heir_ids));
	self->heir[self->n_heirs++] = "the new owner";
	for (u = 0; u < seen_n_users(seen) && self->n_heirs < HEIRS_MOST; u++) {
		if (!could_own(asked, u))
			continue;
		self->heir_ids[self->n_heirs] = arena_strdup(&self->heirs,
							     seen_user(seen, u)->id);
		self->heir[self->n_heirs++] = arena_strdup(&self->heirs,
							   seen_user_label(seen, u));
	}
}

void asking_heirs(struct asking_field *self, struct form *form)
{
	struct asked asked = asking_asked(self->asking->page, &form->arena);
	const struct seen *seen = asked_seen(&asked);
	struct field *field = form_add(form, FIELD_ROWS, self->param->name,
				       self->param->label);
	uint32_t p;

	offer(self, &asked);
	field->choices = self->heir;
	field->n_choices = self->n_heirs;
	field->max_rows = ROWS_SHOWN;
	field->help = self->param->more;
	for (p = 0; p < seen_n_projects(seen); p++)
		if (is_owned(seen, p, asked.number))
			(void)form_row_add(form, field, seen_project(seen, p)->id,
					   seen_project_label(seen, p), false, 0);
	field->hidden = field->n_rows < 2;	/* of one, the new owner is the heir */
}

void asking_heirs_said(const struct asking_field *self, const struct field *rows,
		       struct batch *batch, struct arg *out)
{
	size_t i;

	for (i = 0; i < rows->n_rows; i++) {
		const struct form_row *row = &rows->rows[i];

		if (row->choice > 0 && row->choice < self->n_heirs)
			dialog_give(batch, out, arena_printf(&batch->arena, "%s=%s", row->id,
							     self->heir_ids[row->choice]));
	}
}
