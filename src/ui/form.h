/* form.h: fields to fill in, one below the other: lines to type, choices, check
 * boxes, lists whose rows are ticked or given one of a few levels, a search that adds
 * rows.  Knows nothing of what they mean.
 *
 * Each value stands beside its base, which is what is stored: unsaved is what differs.
 * When what is stored moves on, form_merge takes the new base in; where both sides
 * changed the same value, both are kept until one is chosen.
 *
 * Texts given to the form are copied into its arena.  Fields and rows may move when
 * others are added: do not keep pointers over form_add and form_row_add. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "base/arena.h"
#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/key.h"

enum field_type {
	FIELD_HEAD,	/* a line of text; the cursor passes it by */
	FIELD_TEXT,
	FIELD_CHOICE,	/* < one of a few >: Left and Right, Space */
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
	unsigned note_style;
	const char *fixed;	/* why it cannot be changed; NULL: it can */
	bool marked, base_marked;	/* [x], where the field has marks */
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
	const char *theirs;	/* ... after form_merge, on conflict; else NULL */
	const char *const *choices;	/* CHOICE, ADD, ROWS: labels */
	int n_choices;
	int choice, base_choice;
	bool on, base_on;	/* CHECK */
	bool conflict;
	bool any;		/* CHOICE: a choice may be FORM_NONE: "(keep)" */
	/* ROWS */
	bool marks;		/* rows have [x] */
	bool radio;		/* ... of which one at most is set: (*) */
	bool removable;		/* Del strikes a row out */
	bool searchable;	/* has a filter line; / goes there */
	int max_rows;		/* of the drawing; 0: 8 */
	struct form_row *rows;
	size_t n_rows, cap_rows, cursor, top, n_shown;
	/* ADD: text changed: find; Enter: pick; many words pasted: paste (may be
	 * NULL: the paste is typed). */
	void (*find)(void *ctx, const char *text, struct form_found *out);
	void (*pick)(void *ctx, const char *id);
	void (*paste)(void *ctx, const char *text);
	void *ctx;
	struct form_found found;
	size_t found_at;
};

struct form {
	struct arena arena;
	struct field *v;
	size_t n, cap;
	size_t focus;
	int top;		/* first line drawn */
	int label_cols;		/* 0: as wide as the widest label */
	bool readonly;		/* nothing can be changed; one can walk */
	bool touched;		/* something changed since the owner cleared it */
	const char *pressed;	/* name of the button that was; owner clears it */
};

void form_init(struct form *form);
void form_release(struct form *form);	/* wipes what was typed */

/* Add a field and return it: set its other members at once. */
struct field *form_add(struct form *form, enum field_type type,
		       const char *name, const char *label);
/* Value and base at once. */
struct field *form_add_text(struct form *form, const char *name,
			    const char *label, const char *value);
struct field *form_add_choice(struct form *form, const char *name,
			      const char *label, const char *const *choices,
			      int n, int choice);
struct field *form_add_check(struct form *form, const char *name,
			     const char *label, bool on);
void form_head(struct form *form, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* choice FORM_NONE where rows have none. */
struct form_row *form_row_add(struct form *form, struct field *field,
			      const char *id, const char *text, bool marked,
			      int choice);

/* NULL if there is none. */
struct field *form_field(const struct form *form, const char *name);
struct form_row *form_row(const struct field *field, const char *id);
/* A text kept as long as the form: for notes, errors of rows. */
const char *form_printf(struct form *form, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void form_error(struct form *form, const char *name, const char *text);
void form_clear_errors(struct form *form);
bool form_focus(struct form *form, const char *name);	/* false: no such stop */
/* The cursor to a row of a ROWS field. */
bool form_focus_row(struct form *form, const char *name, const char *id);
struct field *form_focused(const struct form *form);
struct form_row *form_focused_row(const struct form *form);	/* or NULL */
/* Typing goes into the focused field: letters are no commands now. */
bool form_typing(const struct form *form);

bool form_changed(const struct form *form);
bool field_changed(const struct field *field);
bool row_changed(const struct form_row *row);
/* What is stored moved on: fresh is the form as it would be opened now.  Takes over
 * bases; returns how many values are now in conflict (0: none). */
size_t form_merge(struct form *form, const struct form *fresh);
size_t form_conflicts(const struct form *form);
/* All conflicts: mine stays (what is stored becomes the base) or theirs is taken. */
void form_resolve(struct form *form, bool mine);
/* A draft: what differs from base, as lines of text without secret fields, and back
 * (what no longer fits is left out). */
void form_save(const struct form *form, struct buf *out);
void form_restore(struct form *form, const char *draft);

/* True if used.  Not used: Esc, F keys, Enter on anything but a button, a search or
 * a list, Tab past the end (it wraps). */
bool form_key(struct form *form, const struct key *key);
/* Lines needed at this width. */
int form_rows(const struct form *form, int cols);
/* Into the area; the focused field is always in sight; sets the cursor. */
void form_draw(struct form *form, struct canvas *canvas, int row, int col,
	       int rows, int cols);

#endif
