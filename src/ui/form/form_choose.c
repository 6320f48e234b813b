/* form_choose.c: a chooser opened as a list: letters filter it, arrows move, Enter
 * takes, Esc goes back to what was. */
#include <string.h>

#include "base/text.h"
#include "ui/filter.h"
#include "ui/form/form_priv.h"

bool form_is_escape(const struct key *key)
{
	if (key->mods == KEY_CTRL)
		return key->code == 'g' || key->code == 'c';
	return key->code == KEY_ESC || key->code == KEY_F10;
}

/* ---- of any chooser -------------------------------------------------------------- */

const char *form_shut(const struct field *field, int choice)
{
	if (field->shut && field->shut[choice])
		return field->shut[choice];
	if (field->n_open && choice >= field->n_open)
		return field->past ? field->past : "not yours to give";
	return NULL;
}

static bool begins(const char *label, const char *text)
{
	struct buf a, b;
	bool yes;

	buf_init(&a, 4096);
	buf_init(&b, 4096);
	text_fold(&a, label);
	text_fold(&b, text);
	yes = b.len && strncmp(buf_text(&a), buf_text(&b), b.len) == 0;
	buf_release(&a);
	buf_release(&b);
	return yes;
}

bool form_jump(struct form *form, struct field *field, uint32_t letter)
{
	char text[8] = "";
	int i, at;

	if (letter <= ' ' || letter > 0x10ffff || form->readonly ||
	    field->n_choices < 1)
		return false;
	(void)text_encode(letter, text);
	for (i = 1; i <= field->n_choices; i++) {
		at = (most(field->choice, -1) + i) % field->n_choices;
		if (form_shut(field, at) ||
		    !begins(form_choice_label(field, at), text))
			continue;
		form->touched = form->touched || at != field->choice;
		field->choice = at;
		return true;
	}
	return false;
}

/* ---- the open list --------------------------------------------------------------- */

struct field *form_open_field(const struct form *form)
{
	return &form->v[form->open.field];
}

struct form_row *form_open_row(const struct form *form)
{
	struct field *field = form_open_field(form);

	return field->type == FIELD_ROWS ? &field->rows[form->open.row] : NULL;
}

/* Of a row that may be struck out the last entry does it: Del, for those who have
 * arrows alone. */
static bool takes_away(const struct form *form)
{
	const struct form_row *row = form_open_row(form);

	return row && form_open_field(form)->removable;
}

int form_open_all(const struct form *form)
{
	return form_open_field(form)->n_choices + takes_away(form);
}

const char *form_open_label(const struct form *form, int i)
{
	const struct field *field = form_open_field(form);

	return i < field->n_choices ? form_choice_label(field, i) :
		field->struck ? "leave out" : "take away";
}

const char *form_open_shut(const struct form *form, int i)
{
	const struct field *field = form_open_field(form);

	return i < field->n_choices ? form_shut(field, i) : NULL;
}

static bool passes(const struct form *form, const struct filter *filter, int i)
{
	static const char *const names[] = { "name" };
	const char *const cells[] = { form_open_label(form, i) };

	return filter_match(filter, names, cells, 1);
}

/* How many pass what is typed; the n-th of them in *at, FORM_NONE: there is none. */
size_t form_open_matches(const struct form *form, size_t n, int *at)
{
	struct filter filter;
	size_t found = 0;
	int i;

	*at = FORM_NONE;
	filter_parse(&filter, form->open.filter.text);
	for (i = 0; i < form_open_all(form); i++) {
		if (!passes(form, &filter, i))
			continue;
		if (found++ == n)
			*at = i;
	}
	return found;
}

/* The value under the cursor counts already, so that what comes of it is seen; where
 * other fields follow this one, only what is taken does. */
static void set(struct form *form, int choice, bool taken)
{
	struct field *field = form_open_field(form);
	struct form_row *row = form_open_row(form);
	int *value = row ? &row->choice : &field->choice;
	bool away = takes_away(form) && choice == field->n_choices;

	if (away || choice == FORM_NONE || form_open_shut(form, choice) ||
	    (field->leads && !taken))
		choice = form->open.was;
	if (row && row->removed != away) {
		row->removed = away;
		form->touched = true;
	}
	if (*value != choice) {
		*value = choice;
		form->touched = true;
	}
	if (!taken)
		return;
	if (row)
		row->conflict = false;
	else
		field->conflict = false;
	field->error[0] = '\0';
}

static void follow(struct form *form)
{
	int at;

	form->open.popup.n = form_open_matches(form, form->open.popup.at, &at);
	set(form, at, false);
}

void form_choose(struct form *form, struct field *field, struct form_row *row)
{
	int at;

	if ((!field->n_choices && !(row && field->removable)) ||
	    form_locked(form, field))
		return;
	form->open = (struct form_open){ .on = true,
		.field = (size_t)(field - form->v),
		.row = row ? (size_t)(row - field->rows) : 0,
		.was = row ? row->choice : field->choice };
	form->open.popup.most = FORM_OPEN_MOST;
	if (form->open.was > 0)
		form->open.popup.at = (size_t)form->open.was;
	form->open.popup.n = form_open_matches(form, 0, &at);
}

void form_choose_end(struct form *form)
{
	if (form_choosing(form))
		set(form, form->open.was, true);
	form->open.on = false;
}

/* False: what is there cannot be had, or nothing is. */
static bool take(struct form *form)
{
	struct field *field = form_open_field(form);
	struct form_row *row = form_open_row(form);
	int at;

	(void)form_open_matches(form, form->open.popup.at, &at);
	if (at == FORM_NONE || form_open_shut(form, at))
		return false;
	set(form, at, true);
	form->open.on = false;
	if (row && row->added && row->removed) {	/* it goes at once */
		row->removed = false;
		form_strike(form, field, row);
	}
	return true;
}

bool form_choose_typed(struct form *form)
{
	size_t n;
	int at;

	if (!form_choosing(form))
		return true;
	n = form_open_matches(form, 0, &at);
	if ((!form->open.filter.n || n == 1) && take(form))
		return true;
	return false;
}

/* To the first one that begins with what is typed, else the first that has it. */
static void refilter(struct form *form)
{
	size_t n, i;
	int at;

	form_open_field(form)->error[0] = '\0';
	form->open.popup.at = form->open.popup.top = 0;
	n = form_open_matches(form, 0, &at);
	for (i = 0; i < n; i++) {
		(void)form_open_matches(form, i, &at);
		if (begins(form_open_label(form, at), form->open.filter.text)) {
			form->open.popup.at = i;
			break;
		}
	}
	follow(form);
}

static bool walks(const struct key *key)
{
	return !key->mods && (key->code == KEY_UP || key->code == KEY_DOWN ||
			      key->code == KEY_PGUP || key->code == KEY_PGDN ||
			      key->code == KEY_HOME || key->code == KEY_END);
}

static void list_key(struct form *form, const struct key *key)
{
	switch (popup_key(&form->open.popup, key)) {
	case POPUP_TAKE:
		(void)take(form);
		break;
	case POPUP_CLOSE:
		form_choose_end(form);
		break;
	case POPUP_USED:
		follow(form);
		break;
	default:
		break;
	}
}

bool form_choose_key(struct form *form, const struct key *key)
{
	if (key->code >= KEY_F1 && key->code <= KEY_F12 &&
	    !form_is_escape(key))
		return false;
	if (form_is_escape(key))
		form_choose_end(form);
	else if (key->code == KEY_MOUSE || walks(key))
		list_key(form, key);
	else if (key->code == KEY_ENTER ||
		 (key->code == ' ' && !form->open.filter.n))
		(void)take(form);
	else if (key->code == KEY_TAB || key->code == KEY_BACKTAB)
		return !take(form);	/* and on */
	else if (input_key(&form->open.filter, key))
		refilter(form);
	return true;
}
