/* form.h: fields to fill in, one below the other: lines to type, choices, check
 * boxes, lists whose rows are ticked or given one of a few levels, a search that adds
 * rows.  Knows nothing of what they mean.
 *
 * Each value stands beside its base, which is what is stored: unsaved is what differs.
 * When what is stored moves on, form_merge takes the new base in; where both sides
 * changed the same value, both are kept until one is chosen.
 *
 * Texts given to the form are copied into its arena; those that are set as members
 * (detail, note, fixed, help, choices) by form_own.  Fields and rows may move when
 * others are added: do not keep pointers over form_add and form_row_add. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "base/arena.h"
#include "ui/canvas.h"
#include "ui/form_field.h"
#include "ui/key.h"
#include "ui/popup.h"

/* The list of a chooser, open. */
struct form_open {
	bool on;
	size_t field, row;	/* whose; row where that is a list of rows */
	int was;		/* what Esc goes back to */
	struct input filter;
	struct popup popup;
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
	bool past;		/* the cursor stands behind it: its end is in sight */
	bool away;		/* the keys are elsewhere: its focus is bold, not lit */
	const char *pressed;	/* name of the button that was; owner clears it */
	int row, col, rows, cols;	/* of the last drawing */
	bool airy;		/* ... with a line for errors under each text */
	struct form_open open;
};

void form_init(struct form *form);
void form_release(struct form *form);	/* wipes what was typed */
/* What was typed into secret fields goes, and a note beside each says so; how many had
 * something.  Without a note: only counted. */
size_t form_wipe_secrets(struct form *form, const char *note);

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

/* Copy every text that the form does not hold itself: it outlives what it was made
 * from. */
void form_own(struct form *form);

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

/* The list of a chooser is open: it has the keys, and lies over the form.  What the
 * cursor in it is on counts already, but for fields that lead others. */
bool form_choosing(const struct form *form);
/* Would this letter be used: typed, or jumped to? */
bool form_takes(const struct form *form, uint32_t letter);

/* Before saving: what was typed into a search or a chooser and not picked is never
 * dropped.  The only match is picked; else the focus goes there, an error says so,
 * and it is false. */
bool form_pick_typed(struct form *form);

/* True if used.  Not used: F keys; Esc, but where it empties a search or a filter or
 * closes a list; Tab if there is no stop (else it wraps); Down and Up at the edge
 * (form_leaves); Enter where it neither changes, opens, picks or presses something
 * nor moves on: on the last text.  In a text Ctrl-_ takes back the last step,
 * Ctrl-R all that differs from what is stored. */
bool form_key(struct form *form, const struct key *key);
/* For an owner with stops of its own after the form (buttons): would this key go over
 * the edge?  Tab and Shift-Tab where no stop follows the focused one or stands before
 * it, so that they would wrap; Down and Up only where they have no row, no thing found
 * left to walk to, either; Enter where it would only move on.  False for other keys. */
bool form_leaves(const struct form *form, const struct key *key);
/* ... and back in: the focus to the first (1) or last (-1) stop.  False: none. */
bool form_enter(struct form *form, int step);
/* Lines needed at this width. */
int form_rows(const struct form *form, int cols);
/* Into the area; the focused field is always in sight; sets the cursor. */
void form_draw(struct form *form, struct canvas *canvas, int row, int col,
	       int rows, int cols);
/* The open list, if there is one, anywhere on the canvas: after all that is drawn. */
void form_draw_open(struct form *form, struct canvas *canvas);

#endif
