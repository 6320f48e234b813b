/* asset_fields.c: see asset_fields.h. */

#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/asset_fields.h"
#include "model/config.h"
#include "model/kind.h"

enum { CONFIG_MOST = 65536, NAMED = 30 };

static struct kind_state state_of(const struct asset_fields *fields)
{
	return (struct kind_state){ .kind = fields->kind,
		.type = kind_type(fields->kind, fields->type),
		.config = fields->config, .arena = fields->plan->arena };
}

bool asset_fields_given(const struct edit_plan *plan,
			const struct asset_kind *kind)
{
	const struct kind_field *field = kind->fields;

	if (plan_count(plan, "field"))
		return true;
	for (; field->name; field++)
		if (plan_count(plan, kind_field_option(field, plan->arena)))
			return true;
	return false;
}

static bool is_secret(const struct kind_field *field, struct error *err)
{
	error_set(err, ERROR_INVALID, "SECRET_ARGUMENT", "%s is secret: its value is never "
		  "an argument, which others on this machine could read", field->label);
	error_field(err, "%s", field->name);
	return error_remedy(err, "--value-fd %s=3 3<FILE, or --ask %s at a terminal",
			    field->name, field->name);
}

/* "host, port, database": the fields of the type, or of the kind. */
static const char *field_names(const struct asset_fields *fields)
{
	const struct kind_state state = state_of(fields);
	const struct kind_field *field = fields->kind->fields;
	const char *text = "";

	for (; field->name; field++)
		if (!field->secret &&
		    (!state.type || kind_need(&state, field->name)))
			text = arena_printf(fields->plan->arena, "%s%s%s", text,
					    *text ? ", " : "", field->name);
	return text;
}

static bool no_field(const struct asset_fields *fields, const char *name,
		     struct error *err)
{
	const struct kind_type *type = kind_type(fields->kind, fields->type);

	error_set(err, ERROR_INVALID, "UNKNOWN_FIELD", "%s %s%s%s has no field \"%s\"",
		  type && *type->code ? "a" : kind_article(fields->kind),
		  type && *type->code ? type->label : "",
		  type && *type->code ? " " : "", fields->kind->label,
		  word_cut(fields->plan->arena, name));
	error_field(err, "field");
	return error_remedy(err, "it has: %s", field_names(fields));
}

/* The type has it, but not as things stand. */
static bool not_now(const struct asset_fields *fields,
		    const struct kind_field *field, struct error *err)
{
	const struct kind_state state = state_of(fields);
	const struct kind_need *need = state.type->needs;
	const char *values = "", *by = NULL;

	for (; need->field; need++) {
		if (strcmp(need->field, field->name) != 0)
			continue;
		by = kind_need_by(fields->kind, need);
		values = arena_printf(fields->plan->arena, "%s%s%s", values,
				      *values ? " or " : "", need->when);
	}
	if (!by)
		return no_field(fields, field->name, err);
	if (strcmp(values, "*") == 0)
		error_set(err, ERROR_INVALID, "UNKNOWN_FIELD", "%s: only where %s is "
			  "set", field->label, kind_field(fields->kind, by)->label);
	else
		error_set(err, ERROR_INVALID, "UNKNOWN_FIELD", "%s: only where %s is "
			  "%s", field->label, kind_field(fields->kind, by)->label,
			  strcmp(values, "true") == 0 ? "on" : values);
	error_field(err, "field");
	return error_remedy(err, "leave it out, or --field %s=%s", by,
			    strcmp(values, "*") == 0 ? "VALUE" :
			    strcmp(values, "true") == 0 ? "on" :
			    arena_strndup(fields->plan->arena, values,
					  strcspn(values, " ")));
}

static void set(struct asset_fields *fields, const struct kind_field *field,
		const char *value)
{
	struct arena *arena = fields->plan->arena;

	fields->config = config_put(fields->config, field, !*value ? NULL :
		value_read(value_type_of(field), value, arena), arena);
}

/* Several lines: each time it is named one more. */
static void put(struct asset_fields *fields, const struct kind_field *field,
		const char *value, bool first)
{
	struct arena *arena = fields->plan->arena;
	const char *before = first ? NULL :
		config_get(fields->config, field->name, arena);

	if (*value && before && value_type_of(field)->widget == WIDGET_LINES)
		value = arena_printf(arena, "%s\n%s", before, value);
	set(fields, field, value);
}

/* Was this field among the first i --field arguments? */
static bool named_before(const struct edit_plan *plan, const char *name,
			 size_t i)
{
	size_t n = strlen(name);
	const char *text;

	while (i-- > 0) {
		text = arg_at(plan->action, plan->args, "field", i);
		if (strncmp(text, name, n) == 0 && text[n] == '=')
			return true;
	}
	return false;
}

/* Without the ends that files have; false: the field has one line alone. */
static bool whole_lines(const struct asset_fields *fields, const struct kind_field *field,
			const char **value, struct error *err)
{
	char *text = arena_strdup(fields->plan->arena, *value), *to = text;
	const char *at;

	for (at = *value; *at; at++)
		if (*at != '\r')
			*to++ = *at;
	while (to > text && to[-1] == '\n')
		to--;
	*to = '\0';
	if (!strpbrk(text, "\t\n") || value_type_of(field)->widget == WIDGET_LINES) {
		*value = text;
		return true;
	}
	error_set(err, ERROR_INVALID, "BAD_TEXT", "%s holds a control character",
		  field->label);
	return error_field(err, "%s", field->name);
}

static bool take_pair(struct asset_fields *fields, size_t i, struct error *err)
{
	struct edit_plan *plan = fields->plan;
	const char *text = arg_at(plan->action, plan->args, "field", i);
	const char *value = strchr(text, '=');
	const struct kind_field *field;
	char *name;

	if (!value) {
		error_set(err, ERROR_INVALID, "BAD_VALUE",
			  "\"%s\" is not KEY=VALUE", word_cut(plan->arena, text));
		error_field(err, "field");
		return error_remedy(err, "for example --field host=db.example.com");
	}
	name = arena_strndup(plan->arena, text, (size_t)(value - text));
	field = kind_field(fields->kind, name);
	if (!field)
		return no_field(fields, name, err);
	if (field->secret)
		return is_secret(field, err);
	value++;
	if (!whole_lines(fields, field, &value, err))
		return false;
	put(fields, field, value, !named_before(plan, name, i));
	return true;
}

static void take_options(struct asset_fields *fields)
{
	struct edit_plan *plan = fields->plan;
	const struct kind_field *field = fields->kind->fields;
	const char *option;
	size_t i;

	for (; field->name; field++) {
		option = kind_field_option(field, plan->arena);
		for (i = 0; i < plan_count(plan, option); i++)
			put(fields, field, arg_at(plan->action, plan->args,
						  option, i), i == 0);
	}
}

static bool bad_value(const struct asset_fields *fields,
		      const struct kind_field *field,
		      const struct kind_need *need, const char *fault,
		      struct error *err)
{
	const char *const *choices = need && need->choices ? need->choices :
		field->choices;
	const struct value_type *type = kind_value_type(field, need);
	const char *list = "", *like = type->like;

	if (type == &value_port && need && need->initial)
		like = need->initial;		/* of what listens there */
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s: %s", field->label, fault);
	error_field(err, "%s", field->name);
	if (like)
		return error_remedy(err, "for example %s", like);
	for (; choices && *choices; choices++)
		list = arena_printf(fields->plan->arena, "%s%s%s", list,
				    *list ? ", " : "", *choices);
	return *list ? error_remedy(err, "say one of: %s", list) : false;
}

/* Of the fields just named: does this type have them, may they hold that? */
static bool check(const struct asset_fields *fields, const char *before,
		  struct error *err)
{
	const struct kind_state state = state_of(fields);
	const struct kind_field *field = fields->kind->fields;
	const char *value, *was, *fault;
	const struct kind_need *need;

	for (; field->name; field++) {
		value = config_get(fields->config, field->name, state.arena);
		was = config_get(before, field->name, state.arena);
		if (!value || (was && strcmp(was, value) == 0))
			continue;
		need = kind_need(&state, field->name);
		if (state.type && !need)
			return kind_need_ever(state.type, field->name) ?
				not_now(fields, field, err) :
				no_field(fields, field->name, err);
		fault = kind_value_fault(field, need, value);
		if (fault)
			return bad_value(fields, field, need, fault, err);
	}
	if (strlen(fields->config) <= CONFIG_MOST)
		return true;
	error_set(err, ERROR_INVALID, "TOO_LONG",
		  "the fields are longer than 64 KiB");
	return error_field(err, "field");
}

static bool is_named(const struct edit_plan *plan, const struct kind_field *field)
{
	return named_before(plan, field->name, plan_count(plan, "field")) ||
		plan_count(plan, kind_field_option(field, plan->arena));
}

/* What stands as its type starts with starts anew with what now goes with it: the port
 * of Cloud SQL follows its type. */
static void follow(struct asset_fields *fields, const struct kind_state *was)
{
	const struct kind_state is = state_of(fields);
	const struct kind_field *field = fields->kind->fields;
	const struct kind_need *before, *after;
	const char *value;

	for (; was->type && is.type && field->name; field++) {
		before = kind_need(was, field->name);
		after = kind_need(&is, field->name);
		if (!before || !after || !before->initial || !after->initial ||
		    strcmp(before->initial, after->initial) == 0 ||
		    is_named(fields->plan, field))
			continue;
		value = config_get(fields->config, field->name, is.arena);
		if (value && strcmp(value, before->initial) == 0)
			set(fields, field, after->initial);
	}
}

bool asset_fields_take(struct asset_fields *fields, struct error *err)
{
	const char *before = fields->config;
	const struct kind_state was = state_of(fields);
	size_t i;

	for (i = 0; i < plan_count(fields->plan, "field"); i++)
		if (!take_pair(fields, i, err))
			return false;
	take_options(fields);
	follow(fields, &was);
	return check(fields, before, err);
}

void asset_fields_trim(struct asset_fields *fields)
{
	const struct kind_state state = state_of(fields);
	const struct kind_field *field = fields->kind->fields;

	for (; state.type && field->name; field++)
		if (!kind_need(&state, field->name))
			fields->config = config_set(fields->config, field->name,
						    NULL, fields->plan->arena);
}

/* Is it asked for as things stand, and is it not there? */
static bool lacks(const struct kind_state *state, const struct kind_need *need)
{
	return need->required && kind_needs(state, need) &&
		!config_get(state->config, need->field, state->arena);
}

void asset_fields_default(struct asset_fields *fields, const char *before)
{
	struct kind_state state = state_of(fields), old = state;
	const struct kind_need *need = state.type ? state.type->needs : NULL;

	old.config = before;
	for (; need && need->field; need++) {
		state.config = fields->config;
		if (need->initial && lacks(&state, need) &&
		    (!before || config_get(before, need->field, state.arena) ||
		     !kind_needs(&old, need)))
			set(fields, kind_field(fields->kind, need->field),
			    need->initial);
	}
}

/* Those that are required, not there, have no initial value, and are not secret. */
static size_t lacking(const struct asset_fields *fields,
		      const struct asset_fields *was, const char **list,
		      const char **first)
{
	const struct kind_state is = state_of(fields);
	const struct kind_state old = state_of(was ? was : fields);
	const struct kind_need *need = is.type ? is.type->needs : NULL;
	const struct kind_field *field;
	struct words words;
	size_t n;

	words_init(&words, NAMED);
	for (; need && need->field; need++) {
		field = kind_field(fields->kind, need->field);
		if (field->secret || need->initial || !lacks(&is, need) ||
		    (was && lacks(&old, need)))
			continue;
		if (words.n == 0)
			*first = field->name;
		words_add(&words, field->label);
	}
	n = words.n;
	*list = words_done(&words, fields->plan->arena);
	return n;
}

size_t asset_fields_missing(const struct asset_fields *fields,
			    const struct asset_fields *was, const char **list,
			    const char **first)
{
	if (kind_has_types(fields->kind) && !*fields->type && (!was || *was->type)) {
		*list = "Type";
		*first = "type";
		return 1;
	}
	return lacking(fields, was, list, first);
}

bool asset_fields_untested(const struct asset_fields *fields, const char *before)
{
	const struct kind_field *field = fields->kind->fields;
	const char *was, *is;

	for (; field->name; field++) {
		if (field->aside)
			continue;
		was = config_get(before, field->name, fields->plan->arena);
		is = config_get(fields->config, field->name,
				fields->plan->arena);
		if (was && is ? strcmp(was, is) != 0 : was != is)
			return true;
	}
	return false;
}
