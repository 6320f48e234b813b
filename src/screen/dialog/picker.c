/* picker.c: see picker.h. */
#include "screen/dialog/picker.h"

void picker_find(void *ctx, const char *text, struct form_found *out)
{
	finder_search(&((struct picker *)ctx)->finder, text, out);
}

static struct form_row *row_of(const struct picker *self,
			       const struct form *form,
			       const struct thing *thing)
{
	char id[FINDER_ID];

	finder_put_id(thing, id);
	return form_row(form_field(form, self->rows), id);
}

static const char *greyed(void *ctx, const struct thing *thing)
{
	struct picker *self = ctx;
	const struct form_row *row = row_of(self, &self->page->form, thing);

	if (row && !row->removed &&
	    (!form_field(&self->page->form, self->rows)->marks || row->marked))
		return self->listed;
	return self->greyed ? self->greyed(self, thing) : NULL;
}

void picker_show_last(const struct picker *self)
{
	struct field *rows = form_field(&self->page->form, self->rows);

	rows->cursor = rows->n_shown ? rows->n_shown - 1 : 0;
}

void picker_take(const struct field *rows, struct form_row *row)
{
	row->removed = row->some = false;
	row->marked = rows->marks;
}

static void pick(void *ctx, const char *id)
{
	struct picker *self = ctx;
	struct form *form = &self->page->form;
	struct field *rows = form_field(form, self->rows);
	struct form_row *row;
	struct thing thing;

	if (!finder_thing(id, &thing))
		return;
	if (self->one)
		rows->n_rows = rows->n_shown = 0;
	row = row_of(self, form, &thing);
	if (!row)
		row = picker_row(self, form, &thing, true);
	picker_take(rows, row);
	picker_show_last(self);
	dialog_touched(self->page);
}

void picker_init(struct picker *self, struct dialog_page *page, unsigned what,
		 const char *rows, const char *listed)
{
	*self = (struct picker){ .page = page, .rows = rows,
		.listed = listed };
	self->finder = (struct finder){ .screen = page->screen, .what = what,
		.greyed = greyed, .ctx = self };
}

void picker_release(struct picker *self)
{
	finder_release(&self->finder);
}

struct field *picker_fields(struct picker *self, struct form *form,
			    const char *name, const char *label)
{
	struct field *field = form_add(form, FIELD_ADD, name, label);
	size_t at = (size_t)(field - form->v);

	self->search = name;
	field->find = picker_find;
	field->pick = pick;
	field->ctx = self;
	field = form_add(form, FIELD_ROWS, self->rows, "");
	field->removable = true;
	field->help = "Del or Space takes a row away, again brings it back. / "
		"filters them.";
	return &form->v[at];
}

static const char *detail_of(const struct app *app, struct form *form,
			     const struct thing *thing, uint32_t number)
{
	const struct seen *seen = app_seen(app);
	const struct fact_group *group;
	const struct fact_user *user;
	uint32_t members;

	if (number == NOBODY)
		return "is gone";
	if (thing->kind == THING_USER) {
		user = seen_user(seen, number);
		return user->active ? role_label(user->role) :
			form_printf(form, "%s, deactivated", role_label(user->role));
	}
	if (thing->kind != THING_GROUP)
		return thing_label(app, thing);
	group = seen_group(seen, number);
	members = seen_count_members(seen, number);
	return form_printf(form, "%u member%s, %u project%s",
			   members, members == 1 ? "" : "s", group->projects.n,
			   group->projects.n == 1 ? "" : "s");
}

struct form_row *picker_row(struct picker *self, struct form *form,
			    const struct thing *thing, bool added)
{
	const struct app *app = self->page->screen->app;
	uint32_t number = thing_number(app, thing);
	struct form_row *row;
	char id[FINDER_ID];

	finder_put_id(thing, id);
	row = form_row_add(form, form_field(form, self->rows), id, number == NOBODY ?
			   thing->id : thing_name_of(app, thing->kind, number), false,
			   FORM_NONE);
	row->added = added;
	row->detail = detail_of(app, form, thing, number);
	return row;
}

void picker_details(const struct picker *self, struct form *form)
{
	const struct app *app = self->page->screen->app;
	struct field *field = form_field(form, self->rows);
	struct thing thing;
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (!*field->rows[i].detail &&
		    finder_thing(field->rows[i].id, &thing))
			field->rows[i].detail = detail_of(app, form, &thing,
							  thing_number(app, &thing));
	field->hidden = field->n_rows == 0;
}

const char **picker_ids(const struct picker *self, const struct form *form,
			bool added, struct arena *arena, size_t *n)
{
	const struct field *field = form_field(form, self->rows);
	const char **ids = arena_array(arena, field->n_rows + 1, sizeof(*ids));
	size_t i;

	*n = 0;
	for (i = 0; i < field->n_rows; i++) {
		const struct form_row *row = &field->rows[i];
		struct thing thing;

		if ((added ? row->added && !row->removed :
		     !row->added && row->removed) &&
		    finder_thing(row->id, &thing))
			ids[(*n)++] = arena_strdup(arena, thing.id);
	}
	return ids;
}

void picker_command(struct batch *batch, const char *noun, const char *verb,
		    const char *first, const char **more, size_t n)
{
	struct batch_command command = { .action = action_find(noun, verb) };

	if (!n)
		return;
	command.args.of[0].v = &first;
	command.args.of[0].n = 1;
	command.args.of[1].v = more;
	command.args.of[1].n = n;
	batch_copy(batch, &command, 1);
}
