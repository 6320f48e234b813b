/* asked.c: see asked.h. */
#include "action/core/asked.h"

#include <string.h>

#include "action/core/plan.h"
#include "model/edit_field.h"

const struct seen *asked_seen(const struct asked *asked)
{
	return app_seen(asked->app);
}

struct edit_plan asked_plan(const struct asked *asked)
{
	return (struct edit_plan){ .app = asked->app, .arena = asked->arena };
}

void asked_value(const struct asked *asked, struct arg *out, const char *value)
{
	const char **more = (const char **)(uintptr_t)out->v;

	if ((out->n & (out->n - 1)) == 0) {	/* 0, 1, 2, 4, ...: it is full */
		more = arena_array(asked->arena, 2 * out->n + 1, sizeof(*more));
		if (out->n)
			memcpy(more, out->v, out->n * sizeof(*more));
	}
	more[out->n++] = value;
	out->v = more;
}

static const void *thing_of(const struct asked *asked, enum whose whose)
{
	switch (whose) {
	case OF_USER:
		return seen_user(asked_seen(asked), asked->number);
	case OF_GROUP:
		return seen_group(asked_seen(asked), asked->number);
	default:
		return seen_project(asked_seen(asked), asked->number);
	}
}

bool asked_tells_now(const struct param *param)
{
	return param->now || param->field;
}

bool asked_now(const struct asked *asked, const struct param *param,
	       struct arg *out)
{
	const struct edit_field *field;
	const void *thing;
	const char *text;

	if (param->now) {
		param->now(asked, out);
	} else if (param->field) {
		field = edit_field(edit_kind_find(param->field), NULL);
		thing = thing_of(asked, field->whose);
		text = field_is_text(field) ? field_text(field, thing) :
			field_code(field, field_value(field, thing));
		asked_value(asked, out, text ? text : "");
	}
	return asked_tells_now(param);
}

const char *asked_short(const struct error *err, struct arena *arena)
{
	const char *state = strstr(err->text, "it is ");
	enum level level;
	enum role role;

	if (strcmp(err->code, "STATE_READ_ONLY") == 0 && state)
		return arena_strdup(arena, state);
	if (strcmp(err->code, "LEVEL_NEEDED") == 0 &&
	    level_parse(err->needs, &level))
		return arena_printf(arena, "needs %s", level_label(level));
	if (strcmp(err->code, "ROLE_NEEDED") == 0 &&
	    role_parse(err->needs, &role))
		return arena_printf(arena, "needs the role %s", role_label(role));
	return arena_strdup(arena, err->text);
}

const char *asked_why(const struct asked *asked, bool ok, const struct error *err)
{
	enum plan plan;

	if (ok)
		return NULL;
	if (asked->refusal)
		*asked->refusal = *err;
	return strcmp(err->code, "PLAN_LOCKED") == 0 &&
		plan_parse(err->needs, &plan) ?
		arena_printf(asked->arena, "needs the %s plan", plan_label(plan)) :
		asked_short(err, asked->arena);
}

bool asked_closed(const struct action *action, const struct asked *asked)
{
	size_t i;

	for (i = 0; i < ACTION_PARAMS && action->params[i].name; i++)
		if (action->params[i].greyed &&
		    action->params[i].greyed(asked, NULL))
			return true;
	return false;
}

/* ---- which actions ---------------------------------------------------------------- */

static bool is_named(const struct action *action, const char *name)
{
	size_t n = action->noun ? strlen(action->noun) : 0;

	return n && strncmp(name, action->noun, n) == 0 && name[n] == ' ' &&
		strcmp(name + n + 1, action->verb) == 0;
}

const struct action *asked_lead(const struct action *action)
{
	const struct action *const *all;
	size_t n, i, k;

	all = actions(&n);
	for (i = 0; i < n; i++)
		for (k = 0; k < FORM_ACTIONS && all[i]->form.actions[k]; k++)
			if (action->noun && all[i]->noun &&
			    strcmp(all[i]->noun, action->noun) == 0 &&
			    is_named(action, all[i]->form.actions[k]))
				return all[i];
	return action;
}

size_t asked_actions(const struct action *lead,
		     const struct action *out[FORM_ACTIONS])
{
	const struct action *const *all;
	size_t n, i, k;

	all = actions(&n);
	for (k = 0; k < FORM_ACTIONS && lead->form.actions[k]; k++)
		for (i = 0; i < n; i++)
			if (is_named(all[i], lead->form.actions[k]))
				out[k] = all[i];
	if (!k)
		out[k++] = lead;
	return k;
}

/* ---- beside the parameters ---------------------------------------------------------- */

void shown_head(struct shown *out, const char *text)
{
	out->head[out->n_heads++] = text;
}

void shown_row(const struct asked *asked, struct shown *out, const char *id,
	       const char *text, const char *detail, const char *why)
{
	struct shown_row *more;

	if (out->n_rows == out->cap_rows) {
		out->cap_rows = 2 * out->cap_rows + 16;
		more = arena_array(asked->arena, out->cap_rows, sizeof(*more));
		if (out->n_rows)
			memcpy(more, out->row, out->n_rows * sizeof(*more));
		out->row = more;
	}
	out->row[out->n_rows++] = (struct shown_row){ id, text, detail, why };
}
