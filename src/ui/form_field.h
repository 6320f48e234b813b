/* form_field.h: what a form is made of; see form.h. */
#ifndef UI_FORM_FIELD_H
#define UI_FORM_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/input.h"

enum field_type {
	FIELD_HEAD,	/* a line of text; the cursor passes it by */
	FIELD_TEXT,
	FIELD_CHOICE,	/* < one of a few >: Left and Right, Space, a letter; Enter
			 * opens the list */
	FIELD_CHECK,	/* [x]: Space */
	FIELD_ADD,	/* type to find, Enter adds what is found */
	FIELD_ROWS,	/* see form_row */
	FIELD_BUTTON	/* Enter: the owner of the form acts (form->pressed) */
};

enum { FORM_ERROR = 240, FORM_FOUND = 8, FORM_NONE = -1 };

/* A row of FIELD_ROWS. */
struct form_row {
	const char *id, *text;
	const char *detail;	/* beside the text; "" if none */
	const char *note;	/* at the right end: what comes of it; "" */
	const char *more;	/* below the rows while the cursor is on it; "" */
	unsigned note_style;
	const char *fixed;	/* why it cannot be changed; NULL: it can */
	bool marked, base_marked;	/* [x], where the field has marks */
	bool some, base_some;	/* [-]: of several things some have it, left so; not
				 * marked then */
	int choice, base_choice;	/* of the field's choices, or FORM_NONE */
	bool added;		/* not stored yet */
	bool removed;		/* Del: gone when saved; Del again keeps it */
	/* After form_merge: what is stored differs from base and from this. */
	bool conflict;
	bool theirs_marked, theirs_removed;
	int theirs_choice;
	bool shown;		/* passes the filter (kept by the form) */
};

/* What a search found. */
struct form_found {
	size_t n;		/* at most FORM_FOUND given */
	size_t total;		/* all that match */
	struct {
		const char *id, *text, *detail;	/* live until the next search */
		const char *greyed;		/* why not; NULL: it can be had */
	} v[FORM_FOUND];
};

struct field {
	enum field_type type;
	const char *name;	/* of the parameter: errors name it */
	const char *label;
	const char *help;	/* for F1 and the bottom line; "" */
	const char *note;	/* after the value: "(cannot be changed)"; "" */
	unsigned note_style;
	char error[FORM_ERROR];	/* stands under the field */
	bool fixed;		/* shown, not changed */
	bool hidden;		/* not there for now */
	struct input input;	/* TEXT, ADD; of ROWS: the filter */
	const char *base;	/* TEXT: what is stored */
	bool proposed;		/* ... or only proposed: what is typed behind it replaces it */
	const char *theirs;	/* ... after form_merge, on conflict; else NULL */
	const char *under;	/* CHOICE: it stands in the columns of this field of
				 * rows; "" */
	const char *const *choices;	/* CHOICE, ADD, ROWS: labels; not copied */
	int n_choices;
	int n_open;		/* only the first so many can be chosen; 0: all */
	const char *past;	/* ... why the others cannot be; or NULL */
	/* Beside each in the open list: what it means, and why it cannot be chosen
	 * (NULL: it can).  Each NULL: nothing. */
	const char *const *means, *const *shut;
	bool leads;		/* other fields follow it: once it is taken */
	int choice, base_choice;
	bool on, base_on;	/* CHECK */
	bool conflict;
	/* ROWS */
	const char *choice_head, *note_head;	/* over their columns, beside the
				 * label; "" */
	bool marks;		/* rows have [x] */
	bool radio;		/* ... of which one at most is set: (*) */
	const char *struck;	/* the word for a row struck out; NULL: "removed" */
	bool removable;		/* Del strikes a row out; Space, too, where rows
				 * have neither marks nor choices */
	bool searchable;	/* has a filter line; / goes there */
	int text_least;		/* cells of their text */
	int max_rows;		/* of the drawing; 0: 8, more where there is room */
	struct form_row *rows;
	size_t n_rows, cap_rows, cursor, top, n_shown;
	/* ADD: text changed: find; Enter: pick; several things pasted (lines, or
	 * words with , or ; between): paste (may be NULL: the paste is typed). */
	void (*find)(void *ctx, const char *text, struct form_found *out);
	void (*pick)(void *ctx, const char *id);
	void (*paste)(void *ctx, const char *text);
	void *ctx;
	bool loose;		/* ADD: the owner takes what is typed as it is */
	bool listing;		/* ADD: shows what there is with nothing typed */
	struct form_found found;
	size_t found_at;
	bool filtering;		/* ROWS: what is typed goes into the filter */
	/* TEXT: what Ctrl-_ goes back to, a step for a run of typing. */
	struct form_step {
		char *text;
		size_t at;
	} *undo;
	size_t n_undo, undo_at;	/* steps; where the last one left the cursor */
	uint32_t undo_run;	/* what is being repeated; 0: a new step */
	/* Of the last drawing: lines from the top of the form; rows or things found
	 * that had room. */
	int at, lines, room;
	int rest;		/* a line after the rows says how many more */
};

#endif
