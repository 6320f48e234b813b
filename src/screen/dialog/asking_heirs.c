/* asking_heirs.c: who takes over what somebody owns: a row for each project, with a list
 * of those who could own it; of several who leave at once, the projects of all. */
#include <string.h>

#include "action/judge/people_shown.h"
#include "screen/dialog/asking.h"
#include "screen/dialog/marked.h"
#include "screen/frame/finder.h"

enum { ROWS_SHOWN = 8 };

static const char nobody[] = "nobody: it stays";

static bool leaves(const struct asking_field *self, uint32_t user)
{
	const struct dialog_page *page = self->asking->page;
	struct app *app = page->screen->app;
	size_t i;

	if (!page->marked)
		return thing_number(app, &page->subject) == user;
	for (i = 0; i < page->marked->n; i++)
		if (thing_number(app, &page->marked->v[i]) == user)
			return true;
	return false;
}

static void add_owned(const struct seen *seen, uint32_t user, uint32_t *list, uint32_t *n)
{
	uint32_t p;

	for (p = 0; p < seen_n_projects(seen) && user != NOBODY; p++)
		if (sees_project(seen, p) && seen_project(seen, p)->owner == user)
			list[(*n)++] = p;
}

/* The projects of all who leave, person by person: *n of them. */
static uint32_t *owned(const struct asking_field *self, const struct seen *seen,
		       struct arena *arena, uint32_t *n)
{
	uint32_t *list = arena_array(arena, seen_n_projects(seen) + 1u, sizeof(*list));
	const struct dialog_page *page = self->asking->page;
	const struct thing *of = page->marked ? page->marked->v : &page->subject;
	size_t i, all = page->marked ? page->marked->n : 1;

	for (i = *n = 0; i < all; i++)
		add_owned(seen, thing_number(page->screen->app, &of[i]), list, n);
	return list;
}

/* Once: a choice is a place in it. */
static void offer(struct asking_field *self, const struct asked *asked,
		  const uint32_t *list, uint32_t n)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t u, i, all = seen_n_users(seen) + 1u;

	if (self->n_heirs)
		return;
	self->heir = arena_array(&self->heirs, all, sizeof(*self->heir));
	self->heir_ids = arena_array(&self->heirs, all, sizeof(*self->heir_ids));
	self->heir[self->n_heirs++] = nobody;
	for (u = 0; u < seen_n_users(seen); u++) {
		if (!sees_user(seen, u) || !seen_user(seen, u)->active || leaves(self, u))
			continue;
		for (i = 0; i < n && owner_greyed(asked, list[i], u); i++)
			;
		if (i == n)
			continue;
		self->heir_ids[self->n_heirs] = arena_strdup(&self->heirs,
							     seen_user(seen, u)->id);
		self->heir[self->n_heirs++] = arena_strdup(&self->heirs,
							   seen_user_label(seen, u));
	}
}

void asking_heirs(struct asking_field *self, struct form *form)
{
	const struct dialog_page *page = self->asking->page;
	struct asked asked = asking_asked(page, &form->arena);
	const struct seen *seen = asked_seen(&asked);
	struct field *field = form_add(form, FIELD_ROWS, self->param->name,
				       self->param->label);
	uint32_t n, i, *list = owned(self, seen, &form->arena, &n);

	offer(self, &asked, list, n);
	field->choices = self->heir;
	field->n_choices = self->n_heirs;
	field->max_rows = ROWS_SHOWN;
	field->help = self->param->more;
	for (i = 0; i < n; i++) {
		const char *label = seen_project_label(seen, list[i]);

		if (page->marked)
			label = form_printf(form, "%s (%s)", label, seen_user_label(seen,
					    seen_project(seen, list[i])->owner));
		(void)form_row_add(form, field, seen_project(seen, list[i])->id, label,
				   false, 0);
	}
	/* Of one, the new owner is the heir. */
	field->hidden = field->n_rows < (page->marked ? 1u : 2u);
}

static uint32_t owner_of(const struct asking_field *self, const struct form_row *row)
{
	const struct seen *seen = app_seen(self->asking->page->screen->app);
	uint32_t p = facts_project(seen_judged(seen), row->id);

	return p == NOBODY ? NOBODY : seen_project(seen, p)->owner;
}

void asking_heirs_said(const struct asking_field *self, const struct field *rows,
		       const struct thing *of, struct batch *batch, struct arg *out)
{
	uint32_t user = thing_number(self->asking->page->screen->app, of);
	size_t i;

	for (i = 0; i < rows->n_rows; i++) {
		const struct form_row *row = &rows->rows[i];

		if (row->choice > 0 && row->choice < self->n_heirs &&
		    owner_of(self, row) == user)
			dialog_give(batch, out, arena_printf(&batch->arena, "%s=%s", row->id,
							     self->heir_ids[row->choice]));
	}
}

/* Who is chosen for all that has no heir of its own; NULL: nobody is. */
static const char *new_owner(const struct asking_field *self, const struct form *form)
{
	struct asking *asking = self->asking;
	const struct field *rows;
	struct thing thing;
	size_t i, k;

	for (i = 0; i < asking->n; i++) {
		if (asking->fields[i].param->type != PARAM_USER || asking->fields[i].several)
			continue;
		rows = form_field(form, asking->fields[i].rows);
		for (k = 0; rows && k < rows->n_rows; k++)
			if (!rows->rows[k].removed && finder_thing(rows->rows[k].id, &thing))
				return thing_name(asking->page->screen->app, &thing);
	}
	return NULL;
}

/* What comes of a row without an heir of its own is said in its place. */
void asking_heirs_notes(struct asking_field *self, const struct form *form)
{
	const char *heir = new_owner(self, form);
	const char *text = heir ? arena_printf(&self->heirs, "%s, new owner", heir) :
		nobody;

	if (strcmp(self->heir[0], text) != 0)
		self->heir[0] = text;
	form_field(form, self->param->name)->choices = self->heir;
}
