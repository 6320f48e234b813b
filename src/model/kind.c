/* kind.c: asset kinds by name and number. */
#include "model/kind.h"

#include "model/kind_said.h"

#include <string.h>

#include "model/config.h"

size_t kind_count(void)
{
	size_t n;

	(void)asset_kinds(&n);
	return n;
}

const struct asset_kind *kind_at(size_t kind)
{
	size_t n;

	return asset_kinds(&n)[kind];
}

bool kind_find(const char *text, size_t *kind)
{
	const struct asset_kind *const *all;
	size_t n;

	all = asset_kinds(&n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(all[i]->code, text) != 0 &&
		    strcmp(all[i]->noun, text) != 0)
			continue;
		*kind = i;
		return true;
	}
	return false;
}

bool kind_has_files(const struct asset_kind *kind)
{
	return kind->said && kind->said->files;
}

const char *kind_article(const struct asset_kind *kind)
{
	return strchr("aeiou", kind->label[0]) ? "an" : "a";
}

const struct kind_field *kind_field(const struct asset_kind *kind,
				    const char *name)
{
	return field_named(kind->fields, name);
}

const struct kind_field *kind_field_of(const struct asset_kind *kind,
				       const struct value_type *type)
{
	const struct kind_field *field = kind->fields;

	while (field->name && value_type_of(field) != type)
		field++;
	return field->name ? field : NULL;
}

const struct kind_field *kind_decider(const struct asset_kind *kind)
{
	const struct kind_field *field = kind->fields;

	while (field->name && !value_type_of(field)->decides)
		field++;
	return field->name ? field : NULL;
}

bool kind_has_types(const struct asset_kind *kind)
{
	return *kind->forms->code != '\0';
}

const struct kind_type *kind_type(const struct asset_kind *kind,
				  const char *type)
{
	const struct kind_type *form = kind->forms;

	for (; form->code; form++)
		if (strcmp(form->code, type) == 0)
			return form;
	return NULL;
}

const char *kind_need_by(const struct asset_kind *kind,
			 const struct kind_need *need)
{
	return !need->when ? NULL : need->by ? need->by : kind_decider(kind)->name;
}

const struct kind_need *kind_need_ever(const struct kind_type *type,
				       const char *field)
{
	const struct kind_need *need = type->needs;

	for (; need->field; need++)
		if (strcmp(need->field, field) == 0 && !need->given)
			return need;
	return NULL;
}

/* The tunnel is on where its host is stored, whoever wrote that. */
static bool is_on(const struct kind_state *state, const char *field)
{
	const struct kind_need *need = state->type->needs;

	for (; need->field; need++)
		if (need->by && strcmp(need->by, field) == 0 &&
		    config_get(state->config, need->field, state->arena))
			return true;
	return false;
}

const char *kind_value(const struct kind_state *state, const char *field)
{
	const char *value = config_get(state->config, field, state->arena);
	const struct kind_need *need;

	if (value || !state->type)
		return value;
	if (value_type_of(kind_field(state->kind, field)) == &value_switch &&
	    is_on(state, field))
		return "true";
	need = kind_need(state, field);
	return need ? need->initial : NULL;
}

bool kind_needs(const struct kind_state *state, const struct kind_need *need)
{
	const char *by = kind_need_by(state->kind, need), *value;

	if (!by)
		return true;
	value = kind_value(state, by);
	return value && *value && (strcmp(need->when, "*") == 0 ||
				   strcmp(need->when, value) == 0);
}

const struct kind_need *kind_need(const struct kind_state *state, const char *field)
{
	const struct kind_need *need = state->type ? state->type->needs : NULL;

	for (; need && need->field; need++)
		if (strcmp(need->field, field) == 0 && kind_needs(state, need))
			return need;
	return NULL;
}

const struct value_type *kind_value_type(const struct kind_field *field,
					 const struct kind_need *need)
{
	return need && need->value ? need->value : value_type_of(field);
}

const char *kind_value_fault(const struct kind_field *field,
			     const struct kind_need *need, const char *value)
{
	const char *const *choices = need && need->choices ? need->choices :
		field->choices;

	if (kind_value_type(field, need)->fault)
		return kind_value_type(field, need)->fault(value);
	if (!choices)
		return NULL;
	for (; *choices; choices++)
		if (strcmp(*choices, value) == 0)
			return NULL;
	return "it is not one of the choices";
}
