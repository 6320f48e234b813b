/* form.c: making a form, its values, its focus; see form.h. */
#include "ui/form.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/filter.h"
#include "ui/form_priv.h"

void form_init(struct form *form)
{
	*form = (struct form){ .n = 0 };
}

void form_release(struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		free(form->v[i].rows);
	if (form->v)
		explicit_bzero(form->v, form->cap * sizeof(*form->v));
	free(form->v);
	arena_release(&form->arena);
	form_init(form);
}

const char *form_printf(struct form *form, const char *fmt, ...)
{
	va_list list;
	char *text;
	int n;

	va_start(list, fmt);
	n = vsnprintf(NULL, 0, fmt, list);
	va_end(list);
	if (n < 0)
		return "";
	text = arena_alloc(&form->arena, (size_t)n + 1);
	va_start(list, fmt);
	vsnprintf(text, (size_t)n + 1, fmt, list);
	va_end(list);
	return text;
}

struct field *form_add(struct form *form, enum field_type type,
		       const char *name, const char *label)
{
	struct field *field;

	form->v = mem_grow(form->v, form->n, &form->cap, sizeof(*form->v));
	field = &form->v[form->n++];
	*field = (struct field){ .type = type, .help = "", .note = "",
		.base = "", .choice = FORM_NONE, .base_choice = FORM_NONE };
	field->name = arena_strdup(&form->arena, name);
	field->label = arena_strdup(&form->arena, label);
	if (!form_is_stop(&form->v[form->focus]))
		form->focus = form->n - 1;
	return field;
}

struct field *form_add_text(struct form *form, const char *name,
			    const char *label, const char *value)
{
	struct field *field = form_add(form, FIELD_TEXT, name, label);

	field->base = arena_strdup(&form->arena, value);
	input_set(&field->input, value);
	return field;
}

struct field *form_add_choice(struct form *form, const char *name,
			      const char *label, const char *const *choices,
			      int n, int choice)
{
	struct field *field = form_add(form, FIELD_CHOICE, name, label);

	field->choices = choices;
	field->n_choices = n;
	field->choice = field->base_choice = choice;
	return field;
}

struct field *form_add_check(struct form *form, const char *name,
			     const char *label, bool on)
{
	struct field *field = form_add(form, FIELD_CHECK, name, label);

	field->on = field->base_on = on;
	return field;
}

void form_head(struct form *form, const char *fmt, ...)
{
	struct field *field;
	char text[600];
	va_list list;

	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	field = form_add(form, FIELD_HEAD, "", text);
	field->fixed = true;
}

struct form_row *form_row_add(struct form *form, struct field *field,
			      const char *id, const char *text, bool marked,
			      int choice)
{
	struct form_row *row;

	field->rows = mem_grow(field->rows, field->n_rows, &field->cap_rows,
			       sizeof(*field->rows));
	row = &field->rows[field->n_rows++];
	*row = (struct form_row){ .detail = "", .note = "", .shown = true };
	row->id = arena_strdup(&form->arena, id);
	row->text = arena_strdup(&form->arena, text);
	row->marked = row->base_marked = marked;
	row->choice = row->base_choice = choice;
	field->n_shown++;
	if (field->input.n)
		form_filter_rows(field);
	return row;
}

struct field *form_field(const struct form *form, const char *name)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (*name && strcmp(form->v[i].name, name) == 0)
			return &form->v[i];
	return NULL;
}

struct form_row *form_row(const struct field *field, const char *id)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (strcmp(field->rows[i].id, id) == 0)
			return &field->rows[i];
	return NULL;
}

void form_error(struct form *form, const char *name, const char *text)
{
	struct field *field = form_field(form, name);

	if (field)
		snprintf(field->error, sizeof(field->error), "%s", text);
}

void form_clear_errors(struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		form->v[i].error[0] = '\0';
}

/* ---- focus ------------------------------------------------------------------- */

bool form_is_stop(const struct field *field)
{
	if (field->hidden || field->type == FIELD_HEAD)
		return false;
	return field->type != FIELD_ROWS || field->n_rows > 0;
}

bool form_focus(struct form *form, const char *name)
{
	struct field *field = form_field(form, name);

	if (!field || !form_is_stop(field))
		return false;
	form->focus = (size_t)(field - form->v);
	return true;
}

bool form_focus_row(struct form *form, const char *name, const char *id)
{
	struct field *field = form_field(form, name);
	size_t i, n = 0;

	if (!field || !form_focus(form, name))
		return false;
	for (i = 0; i < field->n_rows; i++) {
		if (strcmp(field->rows[i].id, id) == 0 && field->rows[i].shown) {
			field->cursor = n;
			return true;
		}
		n += field->rows[i].shown;
	}
	return false;
}

struct field *form_focused(const struct form *form)
{
	if (form->focus >= form->n || !form_is_stop(&form->v[form->focus]))
		return NULL;
	return &form->v[form->focus];
}

struct form_row *form_shown_row(const struct field *field, size_t n)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].shown && n-- == 0)
			return &field->rows[i];
	return NULL;
}

struct form_row *form_focused_row(const struct form *form)
{
	struct field *field = form_focused(form);

	return field && field->type == FIELD_ROWS ?
		form_shown_row(field, field->cursor) : NULL;
}

bool form_typing(const struct form *form)
{
	struct field *field = form_focused(form);

	if (!field || form->readonly)
		return field && field->filtering;
	return field->filtering || field->type == FIELD_ADD ||
		(field->type == FIELD_TEXT && !field->fixed);
}

void form_filter_rows(struct field *field)
{
	static const char *const names[] = { "name", "kind", "note" };
	struct filter filter;
	size_t i;

	filter_parse(&filter, field->input.text);
	field->n_shown = 0;
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];
		const char *const cells[] = { row->text, row->detail,
					      row->note };

		row->shown = filter_match(&filter, names, cells,
					  COUNT_OF(cells));
		field->n_shown += row->shown;
	}
	if (field->cursor >= field->n_shown)
		field->cursor = field->n_shown ? field->n_shown - 1 : 0;
}
