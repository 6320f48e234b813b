/* form_key.c: what a key does in a form. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/form/form_priv.h"

/* The next stop in this direction; where there is none round the end, or false. */
static bool move(struct form *form, int step, bool round)
{
	size_t i;

	if (form_next_stop(form, form->focus, step, &i)) {
		form_walk_to(form, i, step, round);
		return true;
	}
	return round && form_enter(form, step);
}

static bool at_edge(const struct form *form, int step)
{
	const struct field *field = form_focused(form);
	size_t i;

	return !field || !form_next_stop(form, (size_t)(field - form->v), step,
					 &i);
}

/* Down or Up has somewhere to go inside the field. */
static bool inner_step(const struct form *form, const struct field *field,
		       int step)
{
	size_t at, n;

	if (field->type == FIELD_ADD)
		return !form_locked(form, field) &&
			(step > 0 ? field->found_at + 1 < field->found.n :
			 field->found_at > 0);
	if (field->type == FIELD_TEXT && !form_locked(form, field)) {
		n = input_lines(&field->input, &at);
		return field->input.lines && (step > 0 ? at + 1 < n : at > 0);
	}
	if (field->type != FIELD_ROWS)
		return false;
	if (field->filtering)
		return step > 0;
	return step > 0 ? field->cursor + 1 < field->n_shown :
		field->cursor > 0;
}

/* Enter does nothing here but go on. */
static bool enter_goes_on(const struct form *form, const struct field *field)
{
	if (field->type == FIELD_ADD && field->loose && !field->input.n)
		return true;
	if (field->type == FIELD_ROWS)
		return !field->marks && !field->n_choices && !field->filtering;
	if (field->type == FIELD_TEXT && !form_locked(form, field) &&
	    field->input.lines)
		return input_at_end(&field->input);
	return field->type == FIELD_TEXT || (form_locked(form, field) &&
		(field->type == FIELD_CHOICE || field->type == FIELD_ADD));
}

bool form_leaves(const struct form *form, const struct key *key)
{
	const struct field *field = form_focused(form);

	if (key->mods & (KEY_CTRL | KEY_ALT) || form_choosing(form))
		return false;
	switch (key->code) {
	case KEY_TAB:
		return at_edge(form, 1);
	case KEY_BACKTAB:
		return at_edge(form, -1);
	case KEY_DOWN:
		return at_edge(form, 1) &&
			!(field && inner_step(form, field, 1));
	case KEY_UP:
		return at_edge(form, -1) &&
			!(field && inner_step(form, field, -1));
	case KEY_ENTER:
		return at_edge(form, 1) &&
			(!field || enter_goes_on(form, field));
	default:
		return false;
	}
}

/* ---- choices ------------------------------------------------------------------ */

static bool choice_key(struct form *form, struct field *field,
		       const struct key *key)
{
	bool moved = false;

	if (key->code == KEY_ENTER && !form_locked(form, field)) {
		form_choose(form, field, NULL);
		return true;
	}
	if (!form_arrow(key) && key->code != ' ') {
		if (form_locked(form, field) ||
		    !form_jump(form, field, key->code))
			return false;
		moved = true;
	} else if (!form_locked(form, field)) {
		moved = form_arrow(key) ?
			form_step_choice(form, field, &field->choice,
					 form_arrow(key)) :
			form_next_choice(form, field, &field->choice);
	}
	if (moved) {
		field->conflict = false;
		field->error[0] = '\0';
	}
	return true;
}

/* ---- a search ----------------------------------------------------------------- */

/* More than one thing: lines, or words with , or ; between, or more than a line
 * holds. */
static bool is_list(const char *text)
{
	size_t n = strcspn(text, ",;\n");

	return strlen(text) >= INPUT_MAX ||
		(text[n] && text[n + strspn(text + n, ",;\n ")]);
}

static bool add_key(struct form *form, struct field *field,
		    const struct key *key)
{
	int step = key->code == KEY_DOWN ? 1 : key->code == KEY_UP ? -1 : 0;

	if (form_locked(form, field))
		return false;
	if (form_is_escape(key) && form_searches(field)) {
		input_set(&field->input, "");
		field->listing = false;
		form_find(field);
		return true;
	}
	if (key->code == KEY_PASTE && field->paste && is_list(key->text)) {
		field->paste(field->ctx, key->text);
		form->touched = true;
		return true;
	}
	if (step) {
		if (!inner_step(form, field, step))
			return false;
		field->found_at += step > 0 ? 1 : (size_t)-1;
		return true;
	}
	if (key->code == KEY_ENTER) {
		if (form_searches(field)) {
			form_pick(form, field);
			return true;
		}
		if (field->loose)
			return false;
		field->listing = true;
		form_find(field);
		return true;
	}
	if (!field->input.n && field->n_choices && form_arrow(key)) {
		(void)form_step_choice(form, field, &field->choice,
				       form_arrow(key));
		return true;
	}
	if (!input_key(&field->input, key))
		return false;
	field->error[0] = '\0';
	form_find(field);
	return true;
}

/* ---- text --------------------------------------------------------------------- */

/* A text that only can be read is scrolled where it is too long. */
static bool read_key(struct field *field, const struct key *key)
{
	switch (key->code) {
	case KEY_LEFT:
		field->top -= field->top > 8 ? 8 : field->top;
		return true;
	case KEY_RIGHT:
		field->top += 8;	/* the drawing knows the end */
		return true;
	case KEY_HOME:
		field->top = 0;
		return true;
	case KEY_END:
		field->top = INPUT_MAX;
		return true;
	default:
		return false;
	}
}

/* Typed or pasted behind what was only proposed, and not touched yet: what is typed may
 * begin like it. */
static bool replaces(const struct field *field, const struct key *key)
{
	return field->proposed && !field->n_undo && field->input.at == field->input.n &&
		strcmp(field->input.text, field->base) == 0 &&
		(key->code == KEY_PASTE || (key->code < KEY_NONE &&
					       !(key->mods & (KEY_CTRL | KEY_ALT))));
}

static bool edit(struct field *field, const struct key *key)
{
	if (replaces(field, key))
		input_set(&field->input, "");
	if (key->mods == KEY_CTRL && key->code == 'r') {
		input_set(&field->input, field->base);
		return true;
	}
	return input_key(&field->input, key);
}

static bool text_key(struct form *form, struct field *field,
		     const struct key *key)
{
	size_t at = field->input.at;
	bool used, changed;
	char *before;

	if (form_locked(form, field))
		return read_key(field, key);
	before = mem_strdup(field->input.text);
	if (key->mods == KEY_CTRL && key->code == '_') {
		used = true;
		(void)form_undo(field);
		changed = strcmp(before, field->input.text) != 0;
	} else {
		used = edit(field, key);
		changed = strcmp(before, field->input.text) != 0;
		if (changed)
			form_undo_note(field, before, at, key);
	}
	explicit_bzero(before, strlen(before));
	free(before);
	if (!changed)
		return used;
	field->conflict = false;
	field->theirs = NULL;
	field->error[0] = '\0';
	form->touched = true;
	return true;
}

/* ---- all ---------------------------------------------------------------------- */

static bool field_key(struct form *form, struct field *field,
		      const struct key *key)
{
	bool presses = key->code == ' ' || key->code == KEY_ENTER;

	switch (field->type) {
	case FIELD_TEXT:
		return text_key(form, field, key);
	case FIELD_ADD:
		return add_key(form, field, key);
	case FIELD_ROWS:
		return form_rows_key(form, field, key);
	default:
		break;
	}
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return false;
	switch (field->type) {
	case FIELD_CHOICE:
		return choice_key(form, field, key);
	case FIELD_CHECK:
		if (presses && !form_locked(form, field)) {
			field->on = !field->on;
			field->error[0] = '\0';
			form->touched = true;
		}
		return presses;
	case FIELD_BUTTON:
		if (presses && !field->fixed)
			form->pressed = field->name;
		return presses;
	default:
		return false;
	}
}

static bool press(struct form *form, const struct key *key)
{
	struct field *field = form_focused(form);

	if (form_choosing(form) && form_choose_key(form, key))
		return true;
	if (!field || form_choosing(form))
		return false;
	if (field != &form->v[form->focus])
		form_stand_on(form, (size_t)(field - form->v), 1, true);
	if (field_key(form, field, key))
		return true;
	if (key->mods & (KEY_CTRL | KEY_ALT))
		return false;
	switch (key->code) {
	case KEY_TAB:
		return move(form, 1, true);
	case KEY_BACKTAB:
		return move(form, -1, true);
	case KEY_DOWN:
		return move(form, 1, false);
	case KEY_UP:
		return move(form, -1, false);
	case KEY_ENTER:
		return move(form, 1, false);
	default:
		return false;
	}
}

bool form_takes(const struct form *form, uint32_t letter)
{
	const struct field *field = form_focused(form);
	struct form probe = { .readonly = form->readonly };
	struct field as;

	if (form_typing(form))
		return true;
	if (!field || field->type != FIELD_CHOICE || form_locked(form, field))
		return false;
	as = *field;
	return form_jump(&probe, &as, letter);
}

bool form_key(struct form *form, const struct key *key)
{
	struct key pressed = { .code = KEY_NONE };

	if (key->code != KEY_MOUSE || form_choosing(form))
		return press(form, key);
	if (!form_click(form, key, &pressed.code))
		return false;
	if (pressed.code != KEY_NONE)
		(void)press(form, &pressed);
	return true;
}
