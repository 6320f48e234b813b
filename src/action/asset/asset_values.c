/* asset_values.c: see asset_values.h. */
#include "action/asset/asset_values.h"

#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/core/value_goes.h"
#include "model/config.h"

enum { NAMED = 30 };

size_t asset_values_given(const struct edit_plan *plan)
{
	return plan_count(plan, "value-fd") + plan_count(plan, "ask");
}

/* The only secret field there is; NULL: none, or several. */
static const struct kind_field *only_secret(const struct asset_kind *kind)
{
	const struct kind_field *field = kind->fields, *found = NULL;

	for (; field->name; field++) {
		if (field->secret && found)
			return NULL;
		if (field->secret)
			found = field;
	}
	return found;
}

/* The i-th: its field's name (NULL: not said), and where it comes from. */
static const char *name_at(const struct edit_plan *plan, size_t i, const char **source)
{
	size_t n = plan_count(plan, "value-fd");
	const char *text, *sign;

	if (i >= n) {
		text = arg_at(plan->action, plan->args, "ask", i - n);
		*source = arena_printf(plan->arena, "ask %s", text);
		return text;
	}
	text = arg_at(plan->action, plan->args, "value-fd", i);
	sign = strchr(text, '=');
	*source = sign ? sign + 1 : text;
	return sign ? arena_strndup(plan->arena, text, (size_t)(sign - text)) : NULL;
}

static const struct kind_field *field_at(const struct edit_plan *plan,
					 const struct asset_kind *kind, size_t i,
					 const char **source)
{
	const char *name = name_at(plan, i, source);

	return name ? kind_field(kind, name) : only_secret(kind);
}

bool asset_value_given(const struct edit_plan *plan, const struct asset_kind *kind,
		       const char *name)
{
	const struct kind_field *field;
	const char *source;
	size_t i;

	for (i = 0; i < asset_values_given(plan); i++) {
		field = field_at(plan, kind, i, &source);
		if (field && strcmp(field->name, name) == 0)
			return true;
	}
	return false;
}

static struct kind_state state_of(const struct edit_plan *plan,
				  const struct asset_values *values)
{
	return (struct kind_state){ .kind = values->kind,
		.type = kind_type(values->kind, values->type), .config = values->config,
		.arena = plan->arena };
}

/* "password, private_key": the secret fields that are asked for as things stand. */
static const char *secrets_of(const struct edit_plan *plan,
			      const struct asset_values *values)
{
	const struct kind_state state = state_of(plan, values);
	const struct kind_field *field = values->kind->fields;
	const char *text = "";

	for (; field->name; field++)
		if (field->secret && (!state.type || kind_need(&state, field->name)))
			text = arena_printf(plan->arena, "%s%s%s", text,
					    *text ? ", " : "", field->name);
	return text;
}

static bool is_wanted(const struct edit_plan *plan, const struct asset_values *values,
		      const struct kind_field *field, const char *param,
		      struct error *err)
{
	const struct kind_state state = state_of(plan, values);
	const char *secrets = secrets_of(plan, values);

	if (field && field->secret && (!state.type || kind_need(&state, field->name)))
		return true;
	error_set(err, ERROR_INVALID, "UNKNOWN_FIELD", !field ?
		  "which secret field is meant is not said, or there is none of that name" :
		  field->secret ? "%s is not asked for as things stand" :
		  "%s is no secret: say it with --field", field ? field->label : "");
	error_field(err, "%s", param);
	return *secrets ? error_remedy(err, "its secret fields: %s", secrets) :
		error_remedy(err, "it has no secret field");
}

static bool take_one(struct edit_plan *plan, const struct asset_values *values, size_t i,
		     struct words *words, struct error *err)
{
	const char *source;
	const struct kind_field *field = field_at(plan, values->kind, i, &source);
	size_t before;

	if (!is_wanted(plan, values, field, i < plan_count(plan, "value-fd") ? "value-fd" :
		       "ask", err))
		return false;
	for (before = 0; before < plan->n_values; before++)
		if (plan->values[before].thing == values->thing &&
		    strcmp(plan->values[before].field, field->name) == 0) {
			error_set(err, ERROR_INVALID, "TWICE", "%s is given twice",
				  field->label);
			return error_field(err, "value-fd");
		}
	words_add(words, field->label);
	return plan_value(plan, (struct plan_value){
		.kind = values->code, .project = values->project, .thing = values->thing,
		.field = field->name, .source = source, .ends = values->ends,
		.origin = config_origin(values->kind->fields, values->type,
					values->config, plan->arena) }, err);
}

/* A value that was given for one host, or one way there, is not sent to or by another
 * (SECURITY 3). */
static void warn_origin(struct edit_plan *plan, const struct asset_values *values)
{
	const struct kind_field *field = values->kind->fields;
	const struct value_to to = { field, values->type, values->config };
	const struct value_note *note;
	struct words words;
	const char *was = NULL, *other;

	words_init(&words, NAMED);
	for (; field->name; field++) {
		note = field->secret ? app_value(plan->app, values->code, values->project,
						 values->thing, field->name) : NULL;
		other = !note || asset_value_given(plan, values->kind, field->name) ? NULL :
			value_given_for(plan->app, note, &to, plan->arena);
		if (!other)
			continue;
		words_add(&words, field->label);
		was = other;
	}
	if (was)
		plan_warn(plan, "VAULT_ORIGIN", "%s: not used any more until entered again, "
			  "as it was given for %s", words_done(&words, plan->arena),
			  word_cut(plan->arena, was));
	else
		(void)words_done(&words, plan->arena);
}

bool asset_values_take(struct edit_plan *plan, const struct asset_values *values,
		       struct error *err)
{
	size_t i, n = asset_values_given(plan);
	struct words words;

	words_init(&words, NAMED);
	for (i = 0; i < n; i++)
		if (!take_one(plan, values, i, &words, err))
			return false;
	warn_origin(plan, values);
	if (n)
		plan->message = arena_printf(plan->arena, "%s%s" TENSE("Set", "Would set")
			" in the vault: %s.", plan->message ? plan->message : "",
			plan->message ? " " : "", words_done(&words, plan->arena));
	return true;
}

void asset_values_warn(struct edit_plan *plan, const struct asset_values *values)
{
	const struct kind_state state = state_of(plan, values);
	const struct kind_need *need = state.type ? state.type->needs : NULL;
	struct words words;

	words_init(&words, NAMED);
	for (; need && need->field; need++)
		if (kind_field(values->kind, need->field)->secret && need->required &&
		    kind_needs(&state, need) &&
		    !asset_value_given(plan, values->kind, need->field) &&
		    !app_value(plan->app, values->code, values->project, values->thing,
			       need->field))
			words_add(&words, kind_field(values->kind, need->field)->label);
	if (words.n)
		plan_warn(plan, "NO_VALUE", "no value yet: %s",
			  words_done(&words, plan->arena));
}
