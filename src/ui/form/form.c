/* form.c: making a form, its values, its focus; see form.h. */
#include "ui/form.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "ui/filter.h"
#include "ui/form/form_priv.h"

void form_init(struct form *form)
{
	*form = (struct form){ .n = 0 };
}

void form_release(struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++) {
		free(form->v[i].rows);
		form_undo_forget(&form->v[i]);
	}
	if (form->v)
		explicit_bzero(form->v, form->cap * sizeof(*form->v));
	free(form->v);
	arena_release(&form->arena);
	explicit_bzero(&form->open, sizeof(form->open));
	form_init(form);
}

size_t form_wipe_secrets(struct form *form, const char *note)
{
	struct field *field = form->v;
	size_t n = 0;

	for (; field < form->v + form->n; field++) {
		if (!field->input.secret || !field->input.n)
			continue;
		n++;
		if (!note)
			continue;
		explicit_bzero(field->input.text, sizeof(field->input.text));
		field->input.n = field->input.at = 0;
		form_undo_forget(field);
		field->note = note;
	}
	return n;
}

const char *form_printf(struct form *form, const char *fmt, ...)
{
	va_list list;
	const char *text;

	va_start(list, fmt);
	text = arena_vprintf(&form->arena, fmt, list);
	va_end(list);
	return text;
}

/* As mem_grow, but what was typed does not stay behind in freed memory. */
static void grow(struct form *form)
{
	struct field *v;

	if (form->n < form->cap)
		return;
	form->cap = form->cap ? form->cap * 2 : 8;
	v = mem_array(form->cap, sizeof(*v));
	if (form->v) {
		memcpy(v, form->v, form->n * sizeof(*v));
		explicit_bzero(form->v, form->n * sizeof(*v));
	}
	free(form->v);
	form->v = v;
}

static struct field *add(struct form *form, enum field_type type,
			 const char *name, const char *label)
{
	struct field *field;

	grow(form);
	field = &form->v[form->n++];
	*field = (struct field){ .type = type, .help = "", .note = "",
		.under = "", .choice_head = "", .note_head = "",
		.base = "", .choice = FORM_NONE, .base_choice = FORM_NONE };
	field->name = name;
	field->label = label;
	if (!form_is_stop(&form->v[form->focus]))
		form->focus = form->n - 1;
	return field;
}

struct field *form_add(struct form *form, enum field_type type,
		       const char *name, const char *label)
{
	return add(form, type, arena_strdup(&form->arena, name),
		   arena_strdup(&form->arena, label));
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
	va_list list;
	const char *text;

	va_start(list, fmt);
	text = arena_vprintf(&form->arena, fmt, list);
	va_end(list);
	add(form, FIELD_HEAD, "", text)->fixed = true;
}

struct form_row *form_row_add(struct form *form, struct field *field,
			      const char *id, const char *text, bool marked,
			      int choice)
{
	struct form_row *row;

	field->rows = mem_grow(field->rows, field->n_rows, &field->cap_rows,
			       sizeof(*field->rows));
	row = &field->rows[field->n_rows++];
	*row = (struct form_row){ .detail = "", .note = "", .more = "",
		.shown = true,
		.theirs_choice = FORM_NONE };
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
	size_t n = strlen(text);

	if (!field)
		return;
	if (n >= FORM_ERROR)		/* no half character at the end */
		n = text_valid(text, FORM_ERROR - 1);
	memcpy(field->error, text, n);
	field->error[n] = '\0';
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

bool form_next_stop(const struct form *form, size_t i, int step, size_t *out)
{
	while (step < 0 ? i > 0 : i + 1 < form->n) {
		i = step < 0 ? i - 1 : i + 1;
		if (form_is_stop(&form->v[i])) {
			*out = i;
			return true;
		}
	}
	return false;
}

bool form_locked(const struct form *form, const struct field *field)
{
	return form->readonly || field->fixed;
}

/* A field that was hidden, a list that ran empty: the next one has the focus. */
struct field *form_focused(const struct form *form)
{
	size_t i = form->focus;

	if (i >= form->n)
		return NULL;
	if (!form_is_stop(&form->v[i]) && !form_next_stop(form, i, 1, &i) &&
	    !form_next_stop(form, i, -1, &i))
		return NULL;
	return &form->v[i];
}

struct form_row *form_shown_row(const struct field *field, size_t n)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (field->rows[i].shown && n-- == 0)
			return &field->rows[i];
	return NULL;
}

bool form_choosing(const struct form *form)
{
	const struct field *field;

	if (!form->open.on || form->open.field >= form->n)
		return false;
	field = &form->v[form->open.field];
	return form_is_stop(field) && !form_locked(form, field) &&
		(field->type != FIELD_ROWS || form->open.row < field->n_rows);
}

bool form_typing(const struct form *form)
{
	const struct field *field = form_focused(form);

	if (!field)
		return false;
	return form_choosing(form) || field->filtering || (!form_locked(form, field) &&
		(field->type == FIELD_ADD || field->type == FIELD_TEXT));
}

void form_filter_rows(struct field *field)
{
	static const char *const names[] = { "name", "kind", "note" };
	struct form_row *here = form_shown_row(field, field->cursor);
	struct filter filter;
	size_t i;

	if (!here && field->cursor)	/* past the end: to the last one */
		here = field->rows + field->n_rows;
	filter_parse(&filter, field->input.text);
	field->n_shown = field->cursor = 0;
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];
		const char *const cells[] = { row->text, row->detail,
					      row->note };

		row->shown = filter_match(&filter, names, cells,
					  COUNT_OF(cells));
		field->n_shown += row->shown;
		field->cursor += here && row->shown && row < here;
	}
	if (field->cursor >= field->n_shown)
		field->cursor = field->n_shown ? field->n_shown - 1 : 0;
}
