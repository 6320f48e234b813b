/* run_values.c: see run_values.h. */
#include "action/run/run_values.h"

#include <string.h>

#include "action/vault/vault_input.h"
#include "action/vault/vault_typed.h"
#include "action/vault/vault_values.h"

static bool takes_values(const struct param *param)
{
	return strcmp(param->name, "value-fd") == 0 || strcmp(param->name, "ask") == 0;
}

static bool has_values(const struct batch_command *command)
{
	const struct param *params = command->action->params;
	size_t i;

	for (i = 0; i < ACTION_PARAMS && params[i].name; i++)
		if (command->args.of[i].n && takes_values(&params[i]))
			return true;
	return false;
}

/* "password=3" comes from 3, "password" is asked for. */
static bool read_one(struct app *app, const struct param *param, const char *text,
		     struct error *err)
{
	const char *sign = strchr(text, '='), *source = sign ? sign + 1 : text;
	struct arena arena = { 0 };
	bool good;

	if (strcmp(param->name, "ask") == 0)
		source = arena_printf(&arena, "ask %s", text);
	good = vault_typed_read(app, source, text, err) || error_field(err, "%s", param->name);
	arena_release(&arena);
	return good;
}

static bool read_all(struct app *app, const struct batch_command *command,
		     struct error *err)
{
	const struct param *params = command->action->params;
	size_t i, k;

	for (i = 0; i < ACTION_PARAMS && params[i].name; i++)
		for (k = 0; takes_values(&params[i]) && k < command->args.of[i].n; k++)
			if (!read_one(app, &params[i], command->args.of[i].v[k], err))
				return false;
	return true;
}

bool run_has_values(const struct batch *batch)
{
	size_t i = 0;

	while (i < batch->n && !has_values(&batch->v[i]))
		i++;
	return i < batch->n;
}

bool run_values_ready(struct app *app, const struct batch *batch, const struct options *opts,
		      struct error *err)
{
	const struct options *outer = app->opts;
	bool good = true;
	size_t i, first = 0;

	while (!has_values(&batch->v[first]))
		first++;
	app->opts = opts;
	for (i = first; good && i < batch->n; i++)
		good = read_all(app, &batch->v[i], err);
	good = good && vault_opened(app, batch->v[first].action, &batch->v[first].args,
				    err);
	app->opts = outer;
	return good;
}

/* As it was said of it: another was pasted, or a part of it.  Nothing of it is shown. */
static bool ends_well(const struct plan_value *value, const struct locked_text *text,
		      struct error *err)
{
	size_t n = value->ends ? strlen(value->ends) : 0;

	if (!n || (text->n >= n && memcmp(text->at + text->n - n, value->ends, n) == 0))
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "the value that was given does not end with "
		  "%s: it is another one, or not all of it", value->ends);
	error_field(err, "ask");
	return error_remedy(err, "give the whole of it, or its own last four");
}

bool run_values_seal(struct edit_plan *plan, const char *by, int64_t time,
		     struct error *err)
{
	struct app *app = plan->app;
	const struct locked_text *text;
	struct vault_rows rows;
	size_t i;

	if (!plan->n_values)
		return true;
	if (!vault_rows(app, plan->arena, &rows, err) ||
	    !vault_session_follow(app, &rows, err))
		return false;
	for (i = 0; i < plan->n_values; i++) {
		text = vault_typed_find(app, plan->values[i].source);
		if (!text)
			return error_set(err, ERROR_BUG, NULL, "a value was not read");
		if (!ends_well(&plan->values[i], text, err)) {
			vault_typed_wipe(app);		/* asked for anew */
			return false;
		}
		if (!vault_value_put(app, &rows, &plan->values[i], text, by, time, err))
			return false;
	}
	return true;
}
