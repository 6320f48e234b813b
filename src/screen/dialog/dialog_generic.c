/* dialog_generic.c: a form made from the parameters of an action. */
#include "screen/dialog/dialog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A search field of the form, and where what is found goes. */
struct picker {
	struct dialog_page *page;
	const struct param *param;
	struct finder finder;
};

struct generic {
	struct picker pickers[ACTION_PARAMS];
	const char *labels[LEVELS], *roles[ROLES], *plans[PLANS];
};

static const char *const on_off[] = { "off", "on" };

bool dialog_takes(const struct param *param, const struct thing *thing)
{
	switch (param->type) {
	case PARAM_PROJECT:
		return thing->kind == THING_PROJECT;
	case PARAM_USER:
		return thing->kind == THING_USER;
	case PARAM_GROUP:
		return thing->kind == THING_GROUP;
	case PARAM_ASSET:
		return thing->kind == THING_ASSET;
	default:
		return false;
	}
}

/* The subject fills the first parameter, if it fits there. */
static bool is_subject(const struct action *action, size_t place,
		       const struct thing *subject)
{
	return place == 0 && !action->params[0].option &&
		dialog_takes(&action->params[0], subject);
}

bool dialog_generic_asks(const struct action *action,
			 const struct thing *subject)
{
	const struct param *param = action->params;
	/* That one is asked by its name, and for nothing else (confirm.c). */
	bool for_good = (action->flags & ACTION_IRREVERSIBLE) &&
		subject->kind != THING_NONE;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && param[i].name; i++)
		if (!is_subject(action, i, subject) &&
		    param[i].type != PARAM_WORDS &&
		    (param[i].required || !for_good))
			return true;
	return false;
}

static unsigned finds(const struct param *param)
{
	switch (param->type) {
	case PARAM_PROJECT:
		return FIND_PROJECTS;
	case PARAM_USER:
		return FIND_USERS;
	case PARAM_GROUP:
	case PARAM_PRINCIPAL:
		return FIND_GROUPS;
	case PARAM_ASSET:
		return FIND_ASSETS;
	default:
		return 0;
	}
}

/* ---- choosing things ------------------------------------------------------------ */

static const char *rows_name(struct arena *arena, const struct param *param)
{
	return arena_printf(arena, "%s.rows", param->name);
}

static void find(void *ctx, const char *text, struct form_found *out)
{
	finder_search(&((struct picker *)ctx)->finder, text, out);
}

static void pick(void *ctx, const char *id)
{
	struct picker *picker = ctx;
	struct dialog_page *page = picker->page;
	struct arena arena = { 0 };
	struct field *rows = form_field(&page->form,
					rows_name(&arena, picker->param));
	struct form_row *row;
	struct thing thing;

	arena_release(&arena);
	if (!finder_thing(id, &thing) || form_row(rows, id))
		return;
	if (!picker->param->many)
		rows->n_rows = rows->n_shown = 0;
	row = form_row_add(&page->form, rows, id, thing_name(page->screen->app,
			   &thing), false, FORM_NONE);
	row->added = true;
	row->detail = form_printf(&page->form, "%s", thing_label(
				  page->screen->app, &thing));
	rows->hidden = false;
	dialog_touched(page);
}

static void add_picker(struct dialog_page *page, struct form *form,
		       const struct param *param)
{
	struct generic *self = page->ctx;
	struct picker *picker = &self->pickers[param - page->action->params];
	struct arena arena = { 0 };
	struct field *field;

	*picker = (struct picker){ .page = page, .param = param,
		.finder = { .screen = page->screen, .what = finds(param),
			    .arena = picker->finder.arena } };
	if (param->type == PARAM_ASSET && strcmp(page->action->noun, "project"))
		picker->finder.noun = page->action->noun;
	field = form_add(form, FIELD_ADD, param->name, param->label);
	field->help = param->help;
	field->find = find;
	field->pick = pick;
	field->ctx = picker;
	field = form_add(form, FIELD_ROWS, rows_name(&arena, param), "");
	field->removable = true;
	field->help = param->help;
	field->hidden = true;
	arena_release(&arena);
}

/* ---- the form ------------------------------------------------------------------- */

static struct field *add_choice(struct form *form, const struct param *param,
				const char *const *labels, int n)
{
	struct field *field = form_add_choice(form, param->name, param->label,
					      labels, n, FORM_NONE);

	field->any = true;
	return field;
}

static int count(const char *const *list)
{
	int n = 0;

	while (list && list[n])
		n++;
	return n;
}

static void add_param(struct dialog_page *page, struct form *form,
		      const struct param *param)
{
	struct generic *self = page->ctx;
	struct field *field;

	switch (param->type) {
	case PARAM_WORDS:
		return;
	case PARAM_FLAG:
		field = form_add_check(form, param->name, param->label, false);
		break;
	case PARAM_ONOFF:
		field = add_choice(form, param, on_off, 2);
		break;
	case PARAM_LEVEL:
		field = add_choice(form, param, self->labels + 1, LEVELS - 1);
		break;
	case PARAM_LEVEL_NONE:
	case PARAM_LEVEL_CAN:
		field = add_choice(form, param, self->labels, LEVELS);
		break;
	case PARAM_ROLE:
		field = add_choice(form, param, self->roles, ROLES);
		break;
	case PARAM_PLAN:
		field = add_choice(form, param, self->plans, PLANS);
		break;
	case PARAM_CHOICE:
		field = add_choice(form, param, param->choices,
				   count(param->choices));
		break;
	case PARAM_PROJECT: case PARAM_USER: case PARAM_GROUP:
	case PARAM_ASSET: case PARAM_PRINCIPAL:
		add_picker(page, form, param);
		return;
	default:
		field = form_add_text(form, param->name, param->label, "");
		break;
	}
	field->help = param->help;
}

static struct generic *make(void)
{
	struct generic *self = mem_alloc(sizeof(*self));
	int i;

	for (i = 0; i < LEVELS; i++)
		self->labels[i] = level_label((enum level)i);
	for (i = 0; i < ROLES; i++)
		self->roles[i] = role_label((enum role)i);
	for (i = 0; i < PLANS; i++)
		self->plans[i] = plan_label((enum plan)i);
	return self;
}

static bool load(struct dialog_page *page, struct form *form, struct error *err)
{
	const struct action *action = page->action;
	uint32_t number;
	size_t i;

	if (page->subject.kind != THING_NONE &&
	    !dialog_subject(page, &number, err))
		return false;
	if (!page->ctx)
		page->ctx = make();
	if (page->subject.kind != THING_NONE)
		dialog_title(page, "%s: %s", action->summary,
			     thing_name(page->screen->app, &page->subject));
	else
		dialog_title(page, "%s", action->summary);
	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (!is_subject(action, i, &page->subject))
			add_param(page, form, &action->params[i]);
	return true;
}

/* ---- the command ---------------------------------------------------------------- */

static const char *choice_code(const struct param *param, int choice)
{
	switch (param->type) {
	case PARAM_ONOFF:
		return on_off[choice];
	case PARAM_LEVEL:
		return level_code((enum level)(choice + 1));
	case PARAM_LEVEL_NONE:
	case PARAM_LEVEL_CAN:
		return level_code((enum level)choice);
	case PARAM_ROLE:
		return role_code((enum role)choice);
	case PARAM_PLAN:
		return plan_code((enum plan)choice);
	default:
		return param->choices[choice];
	}
}

static void give(struct batch *batch, struct args *args, size_t place,
		 const char *value)
{
	struct arg *arg = &args->of[place];
	const char **more = arena_array(&batch->arena, arg->n + 1,
					sizeof(*more));

	if (arg->n)
		memcpy(more, arg->v, arg->n * sizeof(*more));
	more[arg->n++] = value;
	arg->v = more;
}

static void give_rows(struct dialog_page *page, struct batch *batch,
		      struct args *args, size_t place)
{
	const struct param *param = &page->action->params[place];
	const struct field *rows = form_field(&page->form,
					rows_name(&batch->arena, param));
	struct thing thing;
	size_t i;

	for (i = 0; i < rows->n_rows; i++)
		if (!rows->rows[i].removed &&
		    finder_thing(rows->rows[i].id, &thing))
			give(batch, args, place,
			     arena_strdup(&batch->arena, thing.id));
}

static void give_param(struct dialog_page *page, struct batch *batch,
		       struct args *args, size_t place)
{
	const struct param *param = &page->action->params[place];
	const struct field *field = form_field(&page->form, param->name);

	if (!field)
		return;
	if (field->type == FIELD_ADD)
		give_rows(page, batch, args, place);
	else if (field->type == FIELD_CHECK && field->on)
		give(batch, args, place, "on");
	else if (field->type == FIELD_CHOICE && field->choice != FORM_NONE)
		give(batch, args, place, choice_code(param, field->choice));
	else if (field->type == FIELD_TEXT && field->input.n)
		give(batch, args, place, field->input.text);
}

/* Must anything be filled in?  Otherwise it can be done at once. */
static bool requires_more(const struct dialog_page *page)
{
	const struct action *action = page->action;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].required &&
		    !is_subject(action, i, &page->subject))
			return true;
	return false;
}

static bool commands(struct dialog_page *page, struct form *form,
		     struct batch *batch, struct error *err)
{
	const struct action *action = page->action;
	struct batch_command command = { .action = action };
	bool anything = form_changed(form) || !requires_more(page);
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++) {
		const struct param *param = &action->params[i];

		if (is_subject(action, i, &page->subject))
			give(batch, &command.args, i, page->subject.id);
		else
			give_param(page, batch, &command.args, i);
		if (!param->required || command.args.of[i].n)
			continue;
		error_set(err, ERROR_INVALID, NULL, "%s is missing",
			  param->label);
		return error_field(err, "%s", param->name);
	}
	if (anything)
		batch_copy(batch, &command, 1);
	return true;
}

static void release(struct dialog_page *page)
{
	struct generic *self = page->ctx;
	size_t i;

	for (i = 0; self && i < ACTION_PARAMS; i++)
		finder_release(&self->pickers[i].finder);
	free(self);
}

const struct dialog dialog_generic = {
	.load = load, .commands = commands, .release = release,
	.save = "Do it"
};
