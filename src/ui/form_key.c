/* form_key.c: what a key does in a form. */
#include <string.h>

#include "ui/form_priv.h"

static void find(struct field *field)
{
	field->found = (struct form_found){ .n = 0 };
	field->found_at = 0;
	if (field->input.n && field->find)
		field->find(field->ctx, field->input.text, &field->found);
}

/* The stop nearest to i in this direction, i itself left out. */
static bool next_stop(const struct form *form, size_t i, int step, size_t *out)
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

static void stand_on(struct form *form, size_t i, int step, bool round)
{
	struct field *field = &form->v[i];

	form->v[form->focus].filtering = false;
	form->focus = i;
	if (field->type != FIELD_ROWS)
		return;
	if (step < 0)
		field->cursor = field->n_shown ? field->n_shown - 1 : 0;
	else if (!round)
		field->cursor = 0;
}

bool form_enter(struct form *form, int step)
{
	size_t i;

	if (!form->n)
		return false;
	i = step < 0 ? form->n - 1 : 0;
	if (!form_is_stop(&form->v[i]) && !next_stop(form, i, step, &i))
		return false;
	stand_on(form, i, step, false);
	return true;
}

/* The next stop in this direction; stays where there is none, or goes round. */
static void move(struct form *form, int step, bool round)
{
	size_t i;

	if (next_stop(form, form->focus, step, &i))
		stand_on(form, i, step, round);
	else if (round)
		(void)form_enter(form, step);
}

bool form_at_edge(const struct form *form, int step)
{
	size_t i;

	return !form_focused(form) || !next_stop(form, form->focus, step, &i);
}

/* Down or Up has somewhere to go inside the field. */
static bool inner_step(const struct field *field, int step)
{
	if (field->type == FIELD_ADD)
		return step > 0 ? field->found_at + 1 < field->found.n :
			field->found_at > 0;
	if (field->type != FIELD_ROWS)
		return false;
	if (field->filtering)
		return step > 0;
	return step > 0 ? field->cursor + 1 < field->n_shown :
		field->cursor > 0;
}

bool form_leaves(const struct form *form, const struct key *key)
{
	const struct field *field = form_focused(form);

	switch (key->code) {
	case KEY_TAB:
		return form_at_edge(form, 1);
	case KEY_BACKTAB:
		return form_at_edge(form, -1);
	case KEY_DOWN:
		return form_at_edge(form, 1) &&
			!(field && inner_step(field, 1));
	case KEY_UP:
		return form_at_edge(form, -1) &&
			!(field && inner_step(field, -1));
	default:
		return false;
	}
}

static void step_choice(struct form *form, int *choice, int n, int step,
			bool any)
{
	int least = any ? FORM_NONE : 0, to = *choice + step;

	if (form->readonly || to < least || to >= n)
		return;
	*choice = to;
	form->touched = true;
}

static int open_choices(const struct field *field)
{
	return field->n_open ? field->n_open : field->n_choices;
}

static void next_choice(struct form *form, int *choice, int n, bool any)
{
	if (form->readonly)
		return;
	*choice = *choice + 1 < n ? *choice + 1 : any ? FORM_NONE : 0;
	form->touched = true;
}

/* ---- rows --------------------------------------------------------------------- */

static void strike(struct form *form, struct field *field,
		   struct form_row *row)
{
	if (!row || !field->removable || row->fixed || form->readonly)
		return;
	form->touched = true;
	row->conflict = false;
	if (!row->added) {
		row->removed = !row->removed;
		return;
	}
	memmove(row, row + 1, (size_t)(field->rows + field->n_rows - row - 1) *
		sizeof(*row));
	field->n_rows--;
	form_filter_rows(field);
	if (!form_is_stop(field))
		move(form, -1, true);
}

static void mark(struct form *form, struct field *field, struct form_row *row)
{
	size_t i;

	if (!row || row->fixed || field->fixed || form->readonly)
		return;
	if (!field->marks && !field->n_choices) {
		strike(form, field, row);
		return;
	}
	if (!field->marks) {
		next_choice(form, &row->choice, open_choices(field),
			    false);
		return;
	}
	for (i = 0; field->radio && i < field->n_rows; i++)
		if (&field->rows[i] != row)
			field->rows[i].marked = false;
	row->marked = field->radio || !row->marked;
	row->conflict = false;
	form->touched = true;
}

static void rows_to(struct form *form, struct field *field, long to)
{
	if (to < 0) {
		move(form, -1, false);
		field->cursor = 0;
	} else if (to >= (long)field->n_shown) {
		move(form, 1, false);
	} else {
		field->cursor = (size_t)to;
	}
}

static bool filter_key(struct field *field, const struct key *key)
{
	if (key->code == KEY_ENTER || key->code == KEY_DOWN ||
	    key->code == KEY_TAB) {
		field->filtering = false;
		return key->code != KEY_TAB;
	}
	if (key->code == KEY_ESC ||
	    (key->code == KEY_BACKSPACE && !field->input.n)) {
		input_set(&field->input, "");
		field->filtering = false;
		form_filter_rows(field);
		return true;
	}
	if (!input_key(&field->input, key))
		return false;
	form_filter_rows(field);
	return true;
}

static bool rows_key(struct form *form, struct field *field,
		     const struct key *key)
{
	struct form_row *row = form_shown_row(field, field->cursor);
	long at = (long)field->cursor, last = (long)field->n_shown - 1;
	int page = field->lines > 2 ? field->lines - 1 : 1;

	if (field->filtering)
		return filter_key(field, key);
	switch (key->code) {
	case KEY_UP:
		rows_to(form, field, at - 1);
		return true;
	case KEY_DOWN:
		rows_to(form, field, at + 1);
		return true;
	case KEY_PGUP:
		field->cursor = at > page ? (size_t)(at - page) : 0;
		return true;
	case KEY_PGDN:
		field->cursor = (size_t)(at + page < last ? at + page :
					 last > 0 ? last : 0);
		return true;
	case KEY_HOME:
		field->cursor = 0;
		return true;
	case KEY_END:
		field->cursor = last > 0 ? (size_t)last : 0;
		return true;
	case KEY_LEFT:
	case KEY_RIGHT:
		if (!row || row->fixed || !field->n_choices ||
		    row->choice == FORM_NONE)
			return true;
		step_choice(form, &row->choice, open_choices(field),
			    key->code == KEY_LEFT ? -1 : 1, false);
		row->conflict = false;
		return true;
	case ' ':
	case KEY_ENTER:
		mark(form, field, row);
		return true;
	case KEY_DELETE:
		strike(form, field, row);
		return field->removable;
	case '/':
		field->filtering = field->searchable;
		return field->searchable;
	default:
		return false;
	}
}

/* ---- the others --------------------------------------------------------------- */

static bool add_key(struct form *form, struct field *field,
		    const struct key *key)
{
	size_t n = field->found.n;

	if (form->readonly)
		return false;
	if (key->code == KEY_PASTE && field->paste) {
		field->paste(field->ctx, key->text);
		form->touched = true;
		return true;
	}
	if (key->code == KEY_DOWN && field->found_at + 1 < n) {
		field->found_at++;
		return true;
	}
	if (key->code == KEY_UP && field->found_at > 0) {
		field->found_at--;
		return true;
	}
	if (key->code == KEY_ENTER) {
		if (!n)
			return false;
		if (field->found.v[field->found_at].greyed)
			return true;
		field->pick(field->ctx, field->found.v[field->found_at].id);
		/* The owner may have added rows, even fields. */
		field = &form->v[form->focus];
		input_set(&field->input, "");
		find(field);
		form->touched = true;
		return true;
	}
	if (!field->input.n && field->n_choices &&
	    (key->code == KEY_LEFT || key->code == KEY_RIGHT)) {
		step_choice(form, &field->choice, open_choices(field),
			    key->code == KEY_LEFT ? -1 : 1, false);
		return true;
	}
	if (key->code == KEY_UP || key->code == KEY_DOWN)
		return false;
	if (!input_key(&field->input, key))
		return false;
	find(field);
	return true;
}

static bool text_key(struct form *form, struct field *field,
		     const struct key *key)
{
	if (field->fixed || form->readonly)
		return false;
	if (key->code == 'r' && key->mods == KEY_CTRL) {
		input_set(&field->input, field->base);
	} else if (key->code == KEY_UP || key->code == KEY_DOWN ||
		   key->code == KEY_ENTER || !input_key(&field->input, key)) {
		return false;
	}
	field->conflict = false;
	field->theirs = NULL;
	field->error[0] = '\0';
	form->touched = true;
	return true;
}

static bool field_key(struct form *form, struct field *field,
		      const struct key *key)
{
	bool fixed = field->fixed || form->readonly;

	switch (field->type) {
	case FIELD_TEXT:
		return text_key(form, field, key);
	case FIELD_ADD:
		return add_key(form, field, key);
	case FIELD_ROWS:
		return rows_key(form, field, key);
	case FIELD_CHOICE:
		if (key->code == KEY_LEFT || key->code == KEY_RIGHT) {
			if (!fixed)
				step_choice(form, &field->choice,
					    open_choices(field), key->code ==
					    KEY_LEFT ? -1 : 1, field->any);
			field->conflict = false;
			return true;
		}
		if (key->code != ' ')
			return false;
		if (!fixed)
			next_choice(form, &field->choice, open_choices(field),
				    field->any);
		field->conflict = false;
		return true;
	case FIELD_CHECK:
		if (key->code != ' ' && key->code != KEY_ENTER)
			return false;
		if (!fixed) {
			field->on = !field->on;
			form->touched = true;
		}
		return true;
	case FIELD_BUTTON:
		if (key->code != ' ' && key->code != KEY_ENTER)
			return false;
		form->pressed = field->name;
		return true;
	default:
		return false;
	}
}

/* ---- mouse -------------------------------------------------------------------- */

static void click_row(struct form *form, struct field *field, int line, int col)
{
	struct form_columns at;
	struct form_row *row;
	int text, detail, choice;

	line -= form_rows_head(field);
	if (line < 0)
		return;
	row = form_shown_row(field, field->top + (size_t)line);
	if (!row)
		return;
	field->cursor = field->top + (size_t)line;
	form_columns(form, field, form->cols, &at, &text, &detail, &choice);
	if (field->marks && col >= at.mark && col < at.text)
		mark(form, field, row);
	else if (choice && col >= at.choice && col < at.choice + choice &&
		 row->choice != FORM_NONE && !row->fixed)
		step_choice(form, &row->choice, open_choices(field),
			    col < at.choice + choice / 2 ? -1 : 1, false);
}

static bool click(struct form *form, const struct key *key)
{
	int line = key->row - form->row + form->top;
	int col = key->col - form->col;
	struct key space = { .code = ' ' };
	size_t i;

	if (key->row < form->row || key->row >= form->row + form->rows ||
	    col < 0 || col >= form->cols)
		return false;
	if (key->release || key->button != 0)
		return true;
	for (i = 0; i < form->n; i++) {
		struct field *field = &form->v[i];

		if (!form_is_stop(field) || line < field->at ||
		    line >= field->at + field->lines)
			continue;
		form->v[form->focus].filtering = false;
		form->focus = i;
		if (field->type == FIELD_ROWS)
			click_row(form, field, line - field->at, col);
		else if (field->type == FIELD_ADD && line > field->at &&
			 (size_t)(line - field->at) <= field->found.n) {
			field->found_at = (size_t)(line - field->at - 1);
			(void)add_key(form, field,
				      &(struct key){ .code = KEY_ENTER });
		} else if (field->type != FIELD_TEXT &&
			   field->type != FIELD_ADD)
			(void)field_key(form, field, &space);
		return true;
	}
	return true;
}

static bool wheel(struct form *form, const struct key *key)
{
	struct key arrow = { .code = key->button == 64 ? KEY_UP : KEY_DOWN };

	return form_key(form, &arrow);
}

bool form_key(struct form *form, const struct key *key)
{
	struct field *field = form_focused(form);

	if (key->code == KEY_MOUSE)
		return key->button >= 64 ? wheel(form, key) : click(form, key);
	if (!field)
		return false;
	if (field_key(form, field, key))
		return true;
	switch (key->code) {
	case KEY_TAB:
	case KEY_BACKTAB:
		move(form, key->code == KEY_TAB ? 1 : -1, true);
		return true;
	case KEY_UP:
	case KEY_DOWN:
		move(form, key->code == KEY_DOWN ? 1 : -1, false);
		return true;
	case KEY_ENTER:
		if (field->type != FIELD_TEXT && field->type != FIELD_CHOICE)
			return false;
		move(form, 1, false);
		return true;
	default:
		return false;
	}
}
