/* form_key_rows.c: what a key does to a choice, and in a list of a form. */
#include <string.h>

#include "ui/form/form_priv.h"

int form_arrow(const struct key *key)
{
	return key->code == KEY_LEFT ? -1 : key->code == KEY_RIGHT ? 1 : 0;
}

bool form_step_choice(struct form *form, const struct field *field, int *choice,
		      int step)
{
	int to = *choice + step;

	while (to >= 0 && to < field->n_choices && form_shut(field, to))
		to += step;
	if (form->readonly || to < 0 || to >= field->n_choices)
		return false;
	*choice = to;
	form->touched = true;
	return true;
}

bool form_next_choice(struct form *form, const struct field *field, int *choice)
{
	int first = FORM_NONE;

	if (form_step_choice(form, field, choice, 1))
		return true;
	if (!form_step_choice(form, field, &first, 1) || first == *choice)
		return false;
	*choice = first;
	return true;
}

/* ---- rows --------------------------------------------------------------------- */

static void set_radio(struct field *field, const struct form_row *row)
{
	size_t i;

	for (i = 0; i < field->n_rows; i++) {
		field->rows[i].marked = &field->rows[i] == row;
		field->rows[i].conflict = false;
	}
}

/* All, none, and where some have it: left so. */
static void next_mark(struct form_row *row)
{
	bool some = !row->some && !row->marked && row->base_some;

	row->marked = !row->marked && !some;
	row->some = some;
}

void form_mark(struct form *form, struct field *field, struct form_row *row)
{
	if (form_row_locked(form, field, row) ||
	    (row->removed && (field->marks || field->n_choices)))
		return;
	if (field->marks && field->radio) {
		set_radio(field, row);
	} else if (field->marks) {
		next_mark(row);
	} else if (!field->n_choices) {
		form_strike(form, field, row);
		return;
	} else if (row->choice == FORM_NONE ||
		   !form_next_choice(form, field, &row->choice)) {
		return;
	}
	row->conflict = false;
	field->error[0] = '\0';
	form->touched = true;
}

/* True if used: Esc takes the filter away, before it closes anything. */
static bool unfilter(struct field *field, const struct key *key)
{
	if (!form_is_escape(key) || (!field->filtering && !field->input.n))
		return false;
	input_set(&field->input, "");
	field->filtering = false;
	form_filter_rows(field);
	return true;
}

static bool filter_key(struct field *field, const struct key *key)
{
	if (key->code == KEY_ENTER || key->code == KEY_DOWN) {
		field->filtering = false;
		return true;
	}
	if (key->code == KEY_BACKSPACE && !field->input.n) {
		field->filtering = false;
		return true;
	}
	if (!input_key(&field->input, key))
		return false;
	form_filter_rows(field);
	return true;
}

/* Keys that go on in the filter line; a paste in a list goes there, too. */
static bool begins_filter(const struct field *field, const struct key *key)
{
	if (!field->searchable)
		return false;
	return key->code == '/' || key->code == KEY_PASTE ||
		(key->code == KEY_BACKSPACE && field->input.n);
}

static bool rows_change(struct form *form, struct field *field,
			const struct key *key)
{
	struct form_row *row = form_shown_row(field, field->cursor);

	switch (key->code) {
	case KEY_LEFT:
	case KEY_RIGHT:
		if (!field->n_choices && !field->marks && row && field->removable &&
		    key->code == KEY_RIGHT && !form_row_locked(form, field, row)) {
			if (row->removed)
				form_strike(form, field, row);
			else
				form_choose(form, field, row);
			return true;
		}
		if (!form_row_locked(form, field, row) && !row->removed &&
		    row->choice != FORM_NONE &&
		    form_step_choice(form, field, &row->choice, form_arrow(key)))
			row->conflict = false;
		return field->n_choices > 0;
	case KEY_ENTER:
		if (row && row->removed && field->n_choices && !field->marks) {
			form_strike(form, field, row);	/* it stays */
			return true;
		}
		if (!field->marks && field->n_choices &&
		    !form_row_locked(form, field, row) && !row->removed &&
		    row->choice != FORM_NONE) {
			form_choose(form, field, row);
			return true;
		}
		if (!field->marks && !field->n_choices)
			return false;	/* Enter takes nothing away: it goes on */
		/* fall through */
	case ' ':
		form_mark(form, field, row);
		return true;
	case KEY_DELETE:
		form_strike(form, field, row);
		return field->removable;
	default:
		return false;
	}
}

bool form_rows_key(struct form *form, struct field *field,
		     const struct key *key)
{
	size_t last = field->n_shown ? field->n_shown - 1 : 0;
	size_t at = field->cursor, page = field->room > 1 ?
		(size_t)field->room : 1;

	if (unfilter(field, key))
		return true;
	if (field->filtering)
		return filter_key(field, key);
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return false;
	if (begins_filter(field, key)) {
		field->filtering = true;
		return key->code == '/' || filter_key(field, key);
	}
	switch (key->code) {
	case KEY_UP:
	case 'k':
		field->cursor = at ? at - 1 : 0;
		return at > 0 || key->code == 'k';
	case KEY_DOWN:
	case 'j':
		field->cursor = at < last ? at + 1 : last;
		return at < last || key->code == 'j';
	case KEY_PGUP:
		field->cursor = at > page ? at - page : 0;
		return true;
	case KEY_PGDN:
		field->cursor = at + page < last ? at + page : last;
		return true;
	case KEY_HOME:
		field->cursor = 0;
		return true;
	case KEY_END:
		field->cursor = last;
		return true;
	default:
		return rows_change(form, field, key);
	}
}

