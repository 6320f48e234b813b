/* form_priv.h: what the files of the form share. */
#ifndef UI_FORM_PRIV_H
#define UI_FORM_PRIV_H

#include "ui/form.h"

/* form.c */
bool form_is_stop(const struct field *field);	/* the cursor can stand there */
void form_filter_rows(struct field *field);	/* after rows or filter changed */
/* The n-th row that is shown. */
struct form_row *form_shown_row(const struct field *field, size_t n);
enum { FORM_GAP = 2 };

/* form_layout.c: heights and places at this size; form->top follows the focus. */
void form_layout(struct form *form, int rows, int cols);
int form_label_cols(const struct form *form, int cols);
bool form_has_filter(const struct field *field);	/* a line to type it */
int form_choice_cols(const struct field *field);	/* 0: no choices */
/* Lines of a ROWS field before its rows; the rows it shows. */
int form_rows_head(const struct field *field);
int form_rows_shown(const struct field *field);
/* Where a choice begins in a row of rows at this width. */
struct form_columns { int mark, text, detail, choice, note; };
void form_columns(const struct form *form, const struct field *field,
		  int cols, struct form_columns *out, int *text_cols,
		  int *detail_cols, int *choice_cols);

#endif
