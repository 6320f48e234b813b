/* form_merge.c: what differs from what is stored, and what happens when that moves
 * on. */
#include <string.h>

#include "ui/form/form_priv.h"

bool row_changed(const struct form_row *row)
{
	if (row->added)
		return !row->removed;
	return row->removed || row->marked != row->base_marked ||
		row->some != row->base_some ||
		row->choice != row->base_choice;
}

bool field_changed(const struct field *field)
{
	size_t i;

	switch (field->type) {
	case FIELD_TEXT:
		return strcmp(field->input.text, field->base) != 0;
	case FIELD_CHOICE:
		return field->choice != field->base_choice;
	case FIELD_CHECK:
		return field->on != field->base_on;
	case FIELD_ROWS:
		for (i = 0; i < field->n_rows; i++)
			if (row_changed(&field->rows[i]))
				return true;
		return false;
	default:
		return false;
	}
}

bool form_changed(const struct form *form)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (field_changed(&form->v[i]))
			return true;
	return false;
}

/* ---- texts of the fresh form live no longer than it does ----------------------- */

static void take_text(struct form *form, const char **to, const char *from)
{
	if (*to != from && (!*to || !from || strcmp(*to, from) != 0))
		*to = from ? arena_strdup(&form->arena, from) : NULL;
}

static bool same_choices(const struct field *a, const struct field *b)
{
	int i;

	if (a->n_choices != b->n_choices)
		return false;
	for (i = 0; i < a->n_choices; i++)
		if (strcmp(a->choices[i], b->choices[i]) != 0)
			return false;
	return true;
}

/* The same label among other choices; FORM_NONE if it is gone. */
static int choice_among(const struct field *fresh, const struct field *field,
			int choice)
{
	int i;

	if (choice < 0 || choice >= field->n_choices)
		return FORM_NONE;
	for (i = 0; i < fresh->n_choices; i++)
		if (strcmp(fresh->choices[i], field->choices[choice]) == 0)
			return i;
	return FORM_NONE;
}

static const char *const *copy_list(struct form *form, const char *const *list,
				    int n)
{
	const char **copy;
	int i;

	if (!list)
		return NULL;
	copy = arena_array(&form->arena, (size_t)n + 1, sizeof(*copy));
	for (i = 0; i < n; i++)
		copy[i] = list[i] ? arena_strdup(&form->arena, list[i]) : NULL;
	return copy;
}

/* There are other choices now: all that is chosen is known by its label. */
static void take_choices(struct form *form, struct field *field,
			 const struct field *fresh)
{
	size_t i;

	if (same_choices(field, fresh))
		return;
	field->choice = choice_among(fresh, field, field->choice);
	field->base_choice = choice_among(fresh, field, field->base_choice);
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];

		row->choice = choice_among(fresh, field, row->choice);
		row->base_choice = choice_among(fresh, field, row->base_choice);
		row->theirs_choice = choice_among(fresh, field,
						  row->theirs_choice);
	}
	field->choices = copy_list(form, fresh->choices, fresh->n_choices);
	field->n_choices = fresh->n_choices;
}

/* ---- rows ---------------------------------------------------------------------- */

static void take_words(struct form *form, struct form_row *row,
		       const struct form_row *fresh)
{
	take_text(form, &row->text, fresh->text);
	take_text(form, &row->detail, fresh->detail);
	take_text(form, &row->note, fresh->note);
	take_text(form, &row->fixed, fresh->fixed);
	row->note_style = fresh->note_style;
}

/* A mark and a choice are two values: only one changed on both sides is in
 * conflict; so is a row struck out here that changed there.  A mark has but two
 * states, both sides can only have changed it to the same; but see merge_radio. */
static void merge_row(struct form *form, const struct field *field,
		      struct form_row *row, const struct form_row *fresh)
{
	bool mark_moved = fresh->base_marked != row->base_marked;
	bool choice_moved = fresh->base_choice != row->base_choice;
	bool mine = row->choice != row->base_choice;
	bool as_is = row->some == row->base_some;

	take_words(form, row, fresh);
	if (row->added) {		/* both added it, or it came back */
		row->added = row->conflict = false;
		mark_moved = choice_moved = mine = true;
		row->base_marked = fresh->base_marked;
	}
	if (mark_moved && row->marked == row->base_marked && as_is &&
	    !field->radio)
		row->marked = fresh->base_marked;
	row->base_marked = fresh->base_marked;
	if (as_is)
		row->some = fresh->base_some;
	row->base_some = fresh->base_some;
	if (choice_moved) {
		row->conflict = mine && row->choice != fresh->base_choice;
		if (!mine)
			row->choice = fresh->base_choice;
		row->base_choice = fresh->base_choice;
	}
	if (row->removed && (mark_moved || choice_moved))
		row->conflict = true;
	row->theirs_marked = fresh->base_marked;
	row->theirs_choice = fresh->base_choice;
	row->theirs_removed = false;
}

static const struct form_row *marked(const struct field *field, bool base)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++)
		if (base ? field->rows[i].base_marked : field->rows[i].marked)
			return &field->rows[i];
	return NULL;
}

static bool same_row(const struct form_row *a, const struct form_row *b)
{
	return a == b || (a && b && strcmp(a->id, b->id) == 0);
}

/* Of rows of which one is marked, that one is the value: which it is now on both
 * sides, and what it was. */
struct radio {
	bool mine, moved;
};

static struct radio radio_before(const struct field *field,
				 const struct field *fresh)
{
	const struct form_row *was = marked(field, true);

	return (struct radio){
		.mine = !same_row(marked(field, false), was),
		.moved = !same_row(marked(fresh, true), was)
	};
}

static void radio_after(struct field *field, struct radio radio)
{
	const struct form_row *now = marked(field, true);
	const struct form_row *here = marked(field, false);
	size_t i;

	if (!radio.moved)
		return;
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];

		if (!radio.mine)
			row->marked = row->base_marked;
		else if (!row->theirs_removed)
			row->conflict = here != now &&
				row == (now ? now : here);
	}
}

static void copy_row(struct form *form, struct field *field,
		     const struct form_row *fresh)
{
	struct form_row *row = form_row_add(form, field, fresh->id,
		fresh->text, fresh->base_marked, fresh->base_choice);

	row->some = row->base_some = fresh->base_some;
	if (field->radio)
		row->marked = false;	/* radio_after knows */
	take_words(form, row, fresh);
}

/* Mostly the rows are the same in the same order: look on from the last one. */
static struct form_row *row_after(const struct field *field, const char *id,
				  size_t *last)
{
	size_t i, at;

	for (i = 0; i < field->n_rows; i++) {
		at = (*last + i) % field->n_rows;
		if (strcmp(field->rows[at].id, id) == 0) {
			*last = at + 1;
			return &field->rows[at];
		}
	}
	return NULL;
}

/* A row that is stored no more.  False: it is not wanted here, either. */
static bool keep_row(const struct field *field, struct form_row *row)
{
	if (row->added)
		return true;
	if (!row_changed(row) || row->removed || (field->marks && !row->marked))
		return false;
	row->added = row->conflict = row->theirs_removed = true;
	row->base_marked = false;
	row->base_choice = FORM_NONE;
	return true;
}

static void merge_rows(struct form *form, struct field *field,
		       const struct field *fresh)
{
	const struct form_row *here = form_shown_row(field, field->cursor);
	const char *id = here ? here->id : NULL;
	struct radio radio = radio_before(field, fresh);
	size_t i, n = 0, cursor = 0, last = 0;

	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];
		struct form_row *now = row_after(fresh, row->id, &last);

		if (now)
			merge_row(form, field, row, now);
		else if (!keep_row(field, row))
			continue;
		field->rows[n++] = *row;
	}
	field->n_rows = n;
	last = 0;
	for (i = 0; i < fresh->n_rows; i++)
		if (!row_after(field, fresh->rows[i].id, &last))
			copy_row(form, field, &fresh->rows[i]);
	if (field->radio)
		radio_after(field, radio);
	form_filter_rows(field);
	for (i = 0; id && i < field->n_rows; i++) {
		if (field->rows[i].shown && strcmp(field->rows[i].id, id) == 0)
			field->cursor = cursor;
		cursor += field->rows[i].shown;
	}
}

/* ---- fields -------------------------------------------------------------------- */

static void merge_text(struct form *form, struct field *field,
		       const struct field *fresh)
{
	const char *now;
	bool mine = field_changed(field);

	if (strcmp(fresh->base, field->base) == 0)
		return;
	now = arena_strdup(&form->arena, fresh->base);
	field->base = now;
	if (!mine) {
		input_set(&field->input, now);
		form_undo_forget(field);
	}
	field->conflict = field_changed(field);
	field->theirs = field->conflict ? now : NULL;
}

static void merge_field(struct form *form, struct field *field,
			const struct field *fresh)
{
	bool mine = field_changed(field);

	field->fixed = fresh->fixed;
	take_text(form, &field->label, fresh->label);
	take_text(form, &field->note, fresh->note);
	take_text(form, &field->help, fresh->help);
	take_choices(form, field, fresh);
	field->means = copy_list(form, fresh->means, fresh->n_choices);
	field->shut = copy_list(form, fresh->shut, fresh->n_choices);
	switch (field->type) {
	case FIELD_TEXT:
		merge_text(form, field, fresh);
		break;
	case FIELD_CHOICE:
		if (field->choice == FORM_NONE)
			mine = false;	/* what was chosen is gone */
		if (fresh->base_choice == field->base_choice && mine)
			break;
		field->base_choice = fresh->base_choice;
		if (!mine)
			field->choice = fresh->base_choice;
		field->conflict = field_changed(field);
		break;
	case FIELD_CHECK:
		if (!mine)
			field->on = fresh->base_on;
		field->base_on = fresh->base_on;
		break;
	case FIELD_ADD:
		if (field->choice == FORM_NONE)
			field->choice = fresh->choice;
		form_find(field);	/* what was found is of the old facts */
		break;
	case FIELD_ROWS:
		merge_rows(form, field, fresh);
		break;
	default:
		break;
	}
}

static const struct field *nth_head(const struct form *form, size_t n)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		if (form->v[i].type == FIELD_HEAD && n-- == 0)
			return &form->v[i];
	return NULL;
}

size_t form_merge(struct form *form, const struct form *fresh)
{
	const struct field *now;
	size_t i, heads = 0;

	form_choose_end(form);
	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		now = field->type == FIELD_HEAD ? nth_head(fresh, heads++) :
			form_field(fresh, field->name);
		if (now && now->type == field->type)
			merge_field(form, field, now);
	}
	form->readonly = fresh->readonly;
	form->touched = true;
	return form_conflicts(form);
}

size_t form_conflicts(const struct form *form)
{
	size_t i, r, n = 0;

	for (i = 0; i < form->n; i++) {
		n += form->v[i].conflict;
		for (r = 0; r < form->v[i].n_rows; r++)
			n += form->v[i].rows[r].conflict;
	}
	return n;
}

/* ---- one side is chosen --------------------------------------------------------- */

static void take_theirs(struct field *field)
{
	size_t i, n = 0;
	bool chosen = false;

	for (i = 0; i < field->n_rows; i++)
		chosen = chosen || field->rows[i].conflict;
	for (i = 0; i < field->n_rows; i++) {
		struct form_row *row = &field->rows[i];

		if (row->conflict && row->theirs_removed)
			continue;
		if (row->conflict) {
			row->removed = false;
			row->marked = row->theirs_marked;
			row->choice = row->theirs_choice;
		}
		if (chosen && field->radio)
			row->marked = row->base_marked;
		field->rows[n++] = *row;
	}
	field->n_rows = n;
	form_filter_rows(field);
}

static void resolve(struct field *field, bool mine)
{
	size_t i;

	if (field->type == FIELD_ROWS && !mine)
		take_theirs(field);
	for (i = 0; i < field->n_rows; i++)
		field->rows[i].conflict = field->rows[i].theirs_removed = false;
	if (field->conflict && !mine) {
		if (field->type == FIELD_TEXT) {
			input_set(&field->input, field->base);
			form_undo_forget(field);
		}
		field->choice = field->base_choice;
	}
	field->conflict = false;
	field->theirs = NULL;
}

void form_resolve(struct form *form, bool mine)
{
	size_t i;

	for (i = 0; i < form->n; i++)
		resolve(&form->v[i], mine);
	form->touched = true;
}
