/* form_priv.h: what the files of the form share. */
#ifndef UI_FORM_PRIV_H
#define UI_FORM_PRIV_H

#include "ui/form.h"

enum {
	FORM_GAP = 2, FORM_BELOW = 3,	/* lines of an error */
	FORM_OPEN_MOST = 12		/* entries shown at once */
};

static inline int least(int a, int b)
{
	return a < b ? a : b;
}

static inline int most(int a, int b)
{
	return a > b ? a : b;
}

/* form.c */
bool form_is_stop(const struct field *field);	/* the cursor can stand there */
/* The stop nearest to i in this direction, i itself left out. */
bool form_next_stop(const struct form *form, size_t i, int step, size_t *out);
bool form_locked(const struct form *form, const struct field *field);
/* After rows or the filter changed; the cursor stays on its row. */
void form_filter_rows(struct field *field);
/* The n-th row that is shown. */
struct form_row *form_shown_row(const struct field *field, size_t n);

/* form_choose.c */
bool form_is_escape(const struct key *key);	/* Esc and its other keys */
const char *form_shut(const struct field *field, int choice);	/* NULL: open */
/* To the next choice that begins with the letter. */
bool form_jump(struct form *form, struct field *field, uint32_t letter);
/* Open the list of the field's choice, or of its row's. */
void form_choose(struct form *form, struct field *field, struct form_row *row);
void form_choose_end(struct form *form);	/* as it was */
/* Of the open one: its field, its row (NULL: the field's own choice); how many pass
 * what is typed, and the n-th of them (FORM_NONE: there is none). */
struct field *form_open_field(const struct form *form);
struct form_row *form_open_row(const struct form *form);
size_t form_open_matches(const struct form *form, size_t n, int *at);
/* Its entries: the choices and, of a row that may be struck out, one that does it; what
 * each says, and why it cannot be had (NULL: it can). */
int form_open_all(const struct form *form);
const char *form_open_label(const struct form *form, int i);
const char *form_open_shut(const struct form *form, int i);
/* form_strike.c: nothing can be done to this row (or NULL). */
bool form_row_locked(const struct form *form, const struct field *field,
		     const struct form_row *row);
/* Del: gone when saved, what is new at once; again: it stays. */
void form_strike(struct form *form, struct field *field, struct form_row *row);
/* Before saving: the entry of the cursor is taken, or the only match of what is
 * typed; false: several match, or none. */
bool form_choose_typed(struct form *form);
/* While it is open; false: not its key. */
bool form_choose_key(struct form *form, const struct key *key);

/* form_focus.c */
void form_stand_on(struct form *form, size_t i, int step, bool round);
/* ... from the field before it or after it. */
void form_walk_to(struct form *form, size_t i, int step, bool round);
void form_find(struct field *field);	/* the search again, from the start */
bool form_searches(const struct field *field);	/* what is found is shown */

void form_pick(struct form *form, struct field *field);		/* form_search.c */

/* form_key_rows.c */
int form_arrow(const struct key *key);		/* Left -1, Right 1, else 0 */
/* One choice on or back; false: stays.  next: from the last to the first. */
bool form_step_choice(struct form *form, const struct field *field, int *choice,
		      int step);
bool form_next_choice(struct form *form, const struct field *field, int *choice);
void form_mark(struct form *form, struct field *field, struct form_row *row);
bool form_rows_key(struct form *form, struct field *field,
		   const struct key *key);

/* form_mouse.c: true if it was in the form; *code is what remains to be pressed. */
bool form_click(struct form *form, const struct key *key, uint32_t *code);

/* form_undo.c: `before` is what the text was, `at` where the cursor stood. */
void form_undo_note(struct field *field, const char *before, size_t at,
		    const struct key *key);
bool form_undo(struct field *field);	/* false: nothing to go back to */
void form_undo_forget(struct field *field);

/* form_layout.c: heights and places at this size; form->top follows the focus. */
void form_layout(struct form *form, int rows, int cols);
bool form_has_filter(const struct field *field);	/* a line to type it */
int form_choice_cols(const struct field *field);	/* 0: no choices */
const char *form_choice_label(const struct field *field, int choice);
/* Of a text: 1, or more where it has several lines. */
int form_text_lines(const struct form *form, const struct field *field);
int form_rows_head(const struct field *field);	/* lines before the rows */
/* Error or conflict: stands under the field; "" if none. */
const char *form_below(const struct field *field, char *out, size_t size);
int form_below_col(const struct form *form, const struct field *field,
		   int cols);

/* Where the value of a field stands in a form this wide. */
struct form_spot {
	int col, cols;		/* what is typed, chosen; a label after a mark */
	int choice;		/* ADD: of the level */
	int note;
	bool below;		/* note and level have a line of their own */
};
void form_spot(const struct form *form, const struct field *field, int cols,
	       struct form_spot *out);

/* "removed", "new": what one did to the row; "" */
const char *form_row_tag(const struct form_row *row, const struct field *field);

/* Columns of the rows. */
struct form_columns {
	int mark, text, choice, detail, note;
	int text_cols, choice_cols, detail_cols;	/* 0: has none */
	bool notes;	/* they stand in the rows */
	bool below;	/* what does not, of the row with the cursor: last line */
};
void form_columns(const struct field *field, int cols,
		  struct form_columns *out);

/* form_pen.c */
struct form_pen {
	struct form *form;
	struct canvas *canvas;
	bool focused;		/* the field is */
};
/* The screen's row of a line of the form; false: out of sight. */
bool form_in_sight(const struct form_pen *pen, int line, int *row);
void form_put(const struct form_pen *pen, int line, int col, int cols,
	      unsigned style, const char *text);
void form_put_wrapped(const struct form_pen *pen, int line, int col, int lines,
		      unsigned style, const char *text);
void form_put_choice(const struct form_pen *pen, const struct field *field,
		     int line, int col, int choice, bool fixed, unsigned style);
void form_put_input(const struct form_pen *pen, const struct input *input,
		    int line, int col, int cols, bool focused);
void form_put_cursor(const struct form_pen *pen, int line, int col);
/* The sign of the focus at the line's beginning, and what follows it in reverse. */
void form_put_focus(const struct form_pen *pen, int line, int col, int cols);

/* form_draw_rows.c */
void form_draw_rows(const struct form_pen *pen, struct field *field);
void form_draw_found(const struct form_pen *pen, const struct field *field,
		     int line, int col);

#endif
