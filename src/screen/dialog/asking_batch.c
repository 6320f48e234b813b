/* asking_batch.c: from what a form of parameters says to the commands that do it. */
#include <string.h>

#include "action/core/word_list.h"
#include "screen/dialog/asking.h"
#include "screen/dialog/members.h"

/* What a field says of a parameter. */
struct said { struct arg arg; bool changed; };

/* Parted by commas; "" where none is left. */
static void say_list(struct batch *batch, struct said *said, const char *text)
{
	char *rest = arena_strdup(&batch->arena, text), *one;
	size_t n;

	while ((one = strsep(&rest, ","))) {
		one += strspn(one, " ");
		for (n = strlen(one); n && one[n - 1] == ' '; n--)
			one[n - 1] = '\0';
		if (*one)
			dialog_give(batch, &said->arg, one);
	}
	if (!said->arg.n)
		dialog_give(batch, &said->arg, "");
}

/* Of rows with marks: those that all shall have, or (out) none. */
static const char **marked_ids(const struct field *rows, bool out,
			       struct arena *arena, size_t *n)
{
	const char **ids = arena_array(arena, rows->n_rows + 1, sizeof(*ids));
	struct thing thing;
	size_t i;

	*n = 0;
	for (i = 0; i < rows->n_rows; i++) {
		const struct form_row *row = &rows->rows[i];
		bool on = row->marked && !row->removed;

		if (row_changed(row) && on != out && !row->some &&
		    (on || !row->added) && finder_thing(row->id, &thing))
			ids[(*n)++] = arena_strdup(arena, thing.id);
	}
	return ids;
}

/* In that folder, by the e-mail. */
static void give_file(struct asking_field *self, const char *folder,
		      const struct thing *of, struct batch *batch, struct arg *out)
{
	const struct app *app = self->asking->page->screen->app;
	char *name = arena_strdup(&batch->arena, of->kind == THING_USER ?
		seen_user(app_seen(app), thing_number(app, of))->email : of->id), *at;
	size_t n = strlen(folder);

	for (at = name; *at; at++)
		if (*at == '/')
			*at = '_';
	dialog_give(batch, out, arena_printf(&batch->arena, "%s%s%s.txt", folder,
					     folder[n - 1] == '/' ? "" : "/", name));
}

static struct said said_of(struct asking_field *self, const struct param *param,
			   const struct form *form, const struct thing *of,
			   struct batch *batch)
{
	const struct field *field = form_field(form, param->name);
	struct said said = { .changed = field_changed(field) };

	if (field->type == FIELD_ADD && form_field(form, self->rows)->marks) {
		said.arg.v = marked_ids(form_field(form, self->rows),
					param->out, &batch->arena, &said.arg.n);
		said.changed = said.arg.n > 0;
	} else if (field->type == FIELD_ADD) {
		said.arg.v = picker_ids(&self->picker, form, !param->out,
					&batch->arena, &said.arg.n);
		said.changed = said.arg.n > 0;
	} else if (param->type == PARAM_HEIR) {
		asking_heirs_said(self, field, of, batch, &said.arg);
		said.changed = said.arg.n > 0;
	} else if (field->type == FIELD_ROWS) {
		for (size_t i = 0; i < field->n_rows; i++)
			if (field->rows[i].marked)
				dialog_give(batch, &said.arg, field->rows[i].id);
	} else if (field->type == FIELD_CHECK) {
		if (param->type != PARAM_FLAG || field->on)
			dialog_give(batch, &said.arg, field->on ? "on" : "off");
	} else if (field->type == FIELD_CHOICE) {
		said.changed = said.changed && self->codes[field->choice];
		if (field->choice != FORM_NONE && self->codes[field->choice])
			dialog_give(batch, &said.arg, self->codes[field->choice]);
	} else if (param->each && self->asking->page->marked) {
		if (*field->input.text)
			give_file(self, field->input.text, of, batch, &said.arg);
	} else if (param->many) {
		say_list(batch, &said, field->input.text);
	} else if (*field->input.text || asked_tells_now(param)) {
		dialog_give(batch, &said.arg, field->input.text);
	}
	return said;
}

/* Nothing changed is nothing to do: what is there is shown. */
static bool is_setting(const struct action *action)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (asked_tells_now(&action->params[i]) && !action->params[i].fresh)
			return true;
	return false;
}

static bool lacks(const struct param *param, struct error *err)
{
	if (param->missing)
		error_set(err, ERROR_INVALID, NULL, "%s", param->missing);
	else
		error_set(err, ERROR_INVALID, NULL, "the %s is missing",
			  param->name);
	return error_field(err, "%s", param->name);
}

/* One action of the form: what is said of its parameters. */
struct saying {
	struct batch_command command;
	bool given;			/* something of it was changed */
	const struct param *missing;
	size_t place;			/* a command for each value of this one */
};

static void say_param(struct asking *asking, size_t i, const struct form *form,
		      const struct thing *of, struct batch *batch, struct saying *saying)
{
	const struct param *param = &saying->command.action->params[i];
	struct asking_field *field = asking_field(asking, param->name);
	struct said said;

	if (!field)			/* each has its own */
		return;
	said = said_of(field, param, form, of, batch);
	saying->given |= said.changed;
	if (param->required && !said.arg.n && !saying->missing)
		saying->missing = param;
	if (said.changed || param->required)
		saying->command.args.of[i] = said.arg;
	if (field->several && !param->many)
		saying->place = i;
}

static void add_each(struct batch *batch, struct saying *saying)
{
	const struct arg all = saying->command.args.of[saying->place];
	size_t i;

	for (i = 0; i < all.n; i++) {
		saying->command.args.of[saying->place] = (struct arg){
			all.v + i, 1 };
		batch_copy(batch, &saying->command, 1);
	}
}

/* The verb names the id, which is another one at each look. */
static void say_made(const struct action *action, const struct saying *saying,
		     struct batch *batch)
{
	if (action->form.made)
		batch->summary = arena_printf(&batch->arena, "%s %s.",
			action->form.made, word_cut(&batch->arena,
			saying->command.args.of[0].v[0]));
}

bool asking_one(struct dialog_page *page, const struct action *action,
		const struct form *form, const struct thing *thing,
		struct batch *batch, struct error *err)
{
	struct asking *asking = page->ctx;
	struct saying saying = { .command.action = action,
				 .place = ACTION_PARAMS };
	size_t subject = asking_place(action, thing), i, asked = 0;
	const char *id = thing->id;
	const struct field *whole;

	if (subject < ACTION_PARAMS)
		saying.command.args.of[subject] = (struct arg){ &id, 1 };
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (asking_is_asked(action, i, thing)) {
			asked++;
			say_param(asking, i, form, thing, batch, &saying);
		}
	whole = asked ? NULL : form_field(form, action->verb);
	saying.given |= whole && whole->on;
	if (!saying.given && (asking->n_actions > 1 || is_setting(action) ||
			      (saying.missing && !page->tried)))
		return true;
	if (saying.missing)
		return lacks(saying.missing, err);
	if (saying.place < ACTION_PARAMS) {
		add_each(batch, &saying);
		return true;
	}
	batch_copy(batch, &saying.command, 1);
	say_made(action, &saying, batch);
	return true;
}

bool asking_known(struct dialog_page *page, const struct form *form,
		  struct error *err)
{
	const struct asking *asking = page->ctx;
	size_t i;

	for (i = 0; i < asking->n; i++)
		if (!asking->fields[i].whole &&
		    asking->fields[i].param->type == PARAM_USER &&
		    asking->fields[i].param->many &&
		    !members_known(&asking->fields[i].picker, form, err))
			return false;
	return true;
}

bool asking_commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct asking *asking = page->ctx;
	size_t i;

	if (!asking_known(page, form, err))
		return false;
	for (i = 0; i < asking->n_actions; i++)
		if (!asking_one(page, asking->actions[i], form, &page->subject,
				batch, err))
			return false;
	return true;
}
