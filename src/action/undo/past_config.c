/* past_config.c: see past_config.h. */
#include "action/undo/past_config.h"

#include <string.h>

#include "action/core/word_list.h"
#include "model/config.h"
#include "model/edit_field.h"
#include "model/kind.h"
#include "model/provider.h"
#include "model/token.h"

enum { SHOWN = 4 };		/* fields named; the others are counted */

const struct fact_own *past_own(const struct seen *seen, const struct past_edit *one)
{
	uint32_t p = whose_find(seen_judged(seen), OF_PROJECT, one->project), i;
	const struct fact_project *project;

	if (p == NOBODY || !one->own || !(seen->own || sees_own(seen, p)))
		return NULL;
	project = seen_project(seen, p);
	for (i = 0; i < project->n_own; i++)
		if (strcmp(project->own[i].id, one->own) == 0)
			return &project->own[i];
	return NULL;
}

/* NULL: it is not known any more what it was. */
static const struct kind_field *fields_of(const struct seen *seen,
					  const struct past_edit *one)
{
	enum whose whose = past_edit_row(one)->whose;
	const struct fact_own *own;
	uint32_t n;

	if (whose == OF_PROVIDER)
		return provider_kind.fields;
	if (whose == OF_TOKEN)
		return token_fields;
	if (whose == OF_OWN) {
		own = past_own(seen, one);
		return own ? kind_at(own->kind)->fields : NULL;
	}
	n = whose_find(seen_judged(seen), OF_ASSET, one->asset);
	return n == NOBODY ? NULL : kind_at(seen_asset(seen, n)->kind)->fields;
}

static const char *kept(const struct past_edit *one, const char *field, bool before,
			struct arena *arena)
{
	const char *config = before ? one->before_text : one->after_text;

	config = config ? config_get(config, field, arena) : NULL;
	return config ? config : "";
}

/* A value as people read it; several lines in one. */
static const char *shown(struct arena *arena, const struct seen *seen,
			 const struct kind_field *field, const char *value)
{
	const struct value_type *type = value_type_of(field);
	uint32_t n;
	char *text;

	if (type->widget == WIDGET_SWITCH)
		return strcmp(value, "true") == 0 ? "on" : "off";
	if (type->widget == WIDGET_CHOICE)
		return choice_label(value, arena);
	if (type->widget == WIDGET_PROVIDER) {
		n = whose_find(seen_judged(seen), OF_PROVIDER, value);
		return n == NOBODY ? "one that is gone" :
			word_thing(arena, seen, OF_PROVIDER, n);
	}
	text = arena_strdup(arena, value_show(type, value, arena));
	for (value = text; *value; value++)
		if (*value == '\n')
			text[value - text] = ';';
	return word_cut(arena, text);
}

const char *past_config(struct arena *arena, const struct seen *seen,
			const struct past_edit *one, bool before)
{
	const struct kind_field *field = fields_of(seen, one);
	struct words list;
	const char *is;

	words_init(&list, SHOWN);
	for (; field && field->name; field++) {
		is = kept(one, field->name, before, arena);
		if (field->secret || strcmp(is, kept(one, field->name, !before,
						     arena)) == 0)
			continue;
		words_add(&list, past_edit_row(one)->whose == OF_OWN ?
			  field->label : *is || value_type_of(field)->widget ==
			  WIDGET_SWITCH ? arena_printf(arena, "%s %s", field->label,
			  shown(arena, seen, field, is)) :
			  arena_printf(arena, "no %s", field->label));
	}
	if (!list.n)
		words_add(&list, "its fields as they were");
	return words_done(&list, arena);
}

bool past_config_sets(const struct past_edit *one, const char *field, bool before,
		      bool *there)
{
	struct arena arena = { 0 };
	const char *is = kept(one, field, before, &arena);
	bool differs = strcmp(is, kept(one, field, !before, &arena)) != 0;

	*there = *is != '\0';
	arena_release(&arena);
	return differs;
}
