/* form_draw.c: each kind of field as cells; see form.h. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/form_priv.h"

enum { GAP = FORM_GAP };

static int width(const char *text)
{
	return (int)text_width(text);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

struct pen {
	struct form *form;
	struct canvas *canvas;
	int label;		/* columns of labels */
	bool focused;		/* the field is */
};

/* The screen's row of a line of the form; false: out of sight. */
static bool place(const struct pen *pen, int line, int *row)
{
	const struct form *form = pen->form;

	*row = form->row + line - form->top;
	return line >= form->top && line < form->top + form->rows;
}

static void put(const struct pen *pen, int line, int col, int cols,
		unsigned style, const char *text)
{
	int row;

	if (place(pen, line, &row) && col < pen->form->cols)
		canvas_text(pen->canvas, row, pen->form->col + col,
			    least(cols, pen->form->cols - col), style, text);
}

static void cursor(const struct pen *pen, int line, int col)
{
	int row;

	if (pen->focused && place(pen, line, &row))
		canvas_cursor(pen->canvas, row, pen->form->col +
			      least(col, pen->form->cols - 1));
}

static const char *choice_label(const struct field *field, int choice)
{
	if (choice < 0 || choice >= field->n_choices)
		return field->any ? "(keep)" : "-";
	return field->choices[choice];
}

/* "< Can Edit >"; without the angles where it cannot be changed. */
static void put_choice(const struct pen *pen, const struct field *field,
		       int line, int col, int choice, bool fixed,
		       unsigned style)
{
	int cols = form_choice_cols(field);
	const char *label = choice_label(field, choice);

	cols = most(cols, width(label) + 4);
	if (!fixed) {
		put(pen, line, col, 1, style, "<");
		put(pen, line, col + cols - 1, 1, style, ">");
	}
	put(pen, line, col + 2, cols - 4, style, label);
}

static void put_below(const struct pen *pen, const struct field *field,
		      int line, int col)
{
	char text[FORM_ERROR + 80];

	if (field->error[0]) {
		snprintf(text, sizeof(text), "! %s", field->error);
		put(pen, line, col, pen->form->cols - col,
		    STYLE_RED | STYLE_BOLD, text);
	} else if (field->conflict) {
		snprintf(text, sizeof(text), "! changed meanwhile: now %s",
			 field->type == FIELD_TEXT ? field->theirs :
			 field->type == FIELD_CHOICE ?
			 choice_label(field, field->base_choice) :
			 field->base_on ? "on" : "off");
		put(pen, line, col, pen->form->cols - col,
		    STYLE_RED | STYLE_BOLD, text);
	}
}

static void put_note(const struct pen *pen, const struct field *field, int col)
{
	if (*field->note)
		put(pen, field->at, col, pen->form->cols - col,
		    field->note_style, field->note);
}

static void draw_text(const struct pen *pen, struct field *field)
{
	int col = 2 + pen->label + GAP, note = width(field->note), cols, row;
	unsigned bold = pen->focused ? STYLE_BOLD : 0;
	bool fixed = field->fixed || pen->form->readonly;

	put(pen, field->at, 2, pen->label, bold, field->label);
	cols = pen->form->cols - col - 2 - (note ? note + GAP : 0);
	cols = most(least(cols, 60), 8);
	if (fixed) {
		put(pen, field->at, col, cols, 0, field->input.secret ?
		    "********" : field->input.text);
		cursor(pen, field->at, col);
		put_note(pen, field, col + least(cols, most(1,
			width(field->input.text))) + GAP);
	} else {
		put(pen, field->at, col, 1, bold, "[");
		put(pen, field->at, col + cols + 1, 1, bold, "]");
		if (place(pen, field->at, &row))
			input_draw(&field->input, pen->canvas, row,
				   pen->form->col + col + 1, cols,
				   pen->focused);
		put_note(pen, field, col + cols + 2 + GAP);
	}
	put_below(pen, field, field->at + 1, col);
}

static void draw_choice(const struct pen *pen, const struct field *field)
{
	int col = 2 + pen->label + GAP;
	unsigned bold = pen->focused ? STYLE_BOLD : 0;
	bool fixed = field->fixed || pen->form->readonly;
	int cols = most(form_choice_cols(field),
			width(choice_label(field, field->choice)) + 4);

	put(pen, field->at, 2, pen->label, bold, field->label);
	put_choice(pen, field, field->at, col, field->choice, fixed, bold);
	cursor(pen, field->at, col + 2);
	put_note(pen, field, col + cols + GAP);
	put_below(pen, field, field->at + 1, col);
}

static void draw_check(const struct pen *pen, const struct field *field)
{
	unsigned bold = pen->focused ? STYLE_BOLD : 0;

	put(pen, field->at, 2, 3, bold, field->on ? "[x]" : "[ ]");
	put(pen, field->at, 6, pen->form->cols - 6, bold, field->label);
	cursor(pen, field->at, 3);
	put_note(pen, field, 6 + width(field->label) + GAP);
	put_below(pen, field, field->at + 1, 6);
}

static void draw_found(const struct pen *pen, const struct field *field,
		       int col)
{
	const struct form_found *found = &field->found;
	int line = field->at + 1, cols = pen->form->cols - col;
	char text[INPUT_MAX + 40];
	size_t i;

	if (!pen->focused || !field->input.n)
		return;
	for (i = 0; i < found->n; i++) {
		bool on = i == field->found_at;

		put(pen, line, col, 1, STYLE_BOLD, on ? ">" : " ");
		snprintf(text, sizeof(text), "%s%s%s%s%s", found->v[i].text,
			 found->v[i].greyed ? "  not: " : "",
			 found->v[i].greyed ? found->v[i].greyed : "",
			 found->v[i].detail && *found->v[i].detail ? "  " : "",
			 found->v[i].detail ? found->v[i].detail : "");
		put(pen, line++, col + 2, cols - 2, on ? STYLE_BOLD : 0, text);
	}
	if (!found->n) {
		snprintf(text, sizeof(text), "no match for \"%s\"",
			 field->input.text);
		put(pen, line, col + 2, cols - 2, 0, text);
	} else if (found->total > found->n) {
		snprintf(text, sizeof(text), "and %zu more: type on",
			 found->total - found->n);
		put(pen, line, col + 2, cols - 2, 0, text);
	}
}

static void draw_add(const struct pen *pen, struct field *field)
{
	int col = 2 + pen->label + GAP, tail = field->n_choices ?
		form_choice_cols(field) + 6 : 0, row;
	int cols = most(least(pen->form->cols - col - 2 - tail, 40), 8);
	unsigned bold = pen->focused ? STYLE_BOLD : 0;

	put(pen, field->at, 2, pen->label, bold, field->label);
	put(pen, field->at, col, 1, bold, "[");
	put(pen, field->at, col + cols + 1, 1, bold, "]");
	if (place(pen, field->at, &row))
		input_draw(&field->input, pen->canvas, row,
			   pen->form->col + col + 1, cols, pen->focused);
	if (field->n_choices) {
		put(pen, field->at, col + cols + 3, 2, bold, "as");
		put_choice(pen, field, field->at, col + cols + 6,
			   field->choice, pen->form->readonly ||
			   (pen->focused && field->input.n), bold);
	} else {
		put_note(pen, field, col + cols + 2 + GAP);
	}
	draw_found(pen, field, col);
	if (field->error[0])
		put_below(pen, field, field->at + field->lines - 1, col);
}

static void row_note(const struct form_row *row, const struct field *field,
		     char *out, size_t size)
{
	const char *tag = row->removed ? "removed" : row->added && !field->marks ?
		"new" : "";

	if (row->conflict)
		snprintf(out, size, "! changed meanwhile: now %s",
			 row->theirs_removed ? "removed" : field->n_choices ?
			 choice_label(field, row->theirs_choice) :
			 row->theirs_marked ? "on" : "off");
	else
		snprintf(out, size, "%s%s%s", tag, *tag && *row->note ? "  " :
			 "", row->removed ? "" : row->note);
}

static void draw_row(const struct pen *pen, const struct field *field,
		     const struct form_row *row, int line, bool on)
{
	struct form_columns at;
	unsigned bold = on ? STYLE_BOLD : 0;
	int text, detail, choices;
	bool fixed = row->fixed || field->fixed || pen->form->readonly;
	char note[400];

	form_columns(pen->form, field, pen->form->cols, &at, &text, &detail,
		     &choices);
	put(pen, line, 0, 1, STYLE_BOLD, on ? ">" : " ");
	if (field->marks)
		put(pen, line, at.mark, 3, bold, field->radio ?
		    (row->marked ? "(*)" : "( )") :
		    (row->marked ? "[x]" : "[ ]"));
	put(pen, line, at.text, text, bold, row->text);
	if (choices && row->choice != FORM_NONE)
		put_choice(pen, field, line, at.choice, row->choice, fixed ||
			   row->removed, bold);
	put(pen, line, at.detail, detail, bold, row->detail);
	row_note(row, field, note, sizeof(note));
	put(pen, line, at.note, pen->form->cols - at.note, row->conflict ?
	    STYLE_RED | STYLE_BOLD : row->note_style | bold, note);
	if (on)
		cursor(pen, line, field->marks ? at.mark + 1 : at.text);
}

static void draw_rows(const struct pen *pen, struct field *field)
{
	int line = field->at, shown, i, row;
	char text[200];

	if (*field->label) {
		if (field->n_shown > (size_t)form_rows_shown(field))
			snprintf(text, sizeof(text), "%s (%zu of %zu)",
				 field->label, field->cursor + 1,
				 field->n_shown);
		else
			snprintf(text, sizeof(text), "%s", field->label);
		put(pen, line++, 0, pen->form->cols, STYLE_BOLD, text);
	}
	if (form_has_filter(field)) {
		put(pen, line, 2, 1, field->filtering ? STYLE_BOLD : 0, "/");
		if (place(pen, line, &row))
			input_draw(&field->input, pen->canvas, row,
				   pen->form->col + 4,
				   least(30, pen->form->cols - 4),
				   pen->focused && field->filtering);
		snprintf(text, sizeof(text), "%zu of %zu", field->n_shown,
			 field->n_rows);
		put(pen, line++, 36, 20, 0, text);
	}
	shown = form_rows_shown(field);
	for (i = 0; i < shown; i++) {
		size_t n = field->top + (size_t)i;
		struct form_row *at = form_shown_row(field, n);

		if (at)
			draw_row(pen, field, at, line + i, pen->focused &&
				 !field->filtering && n == field->cursor);
		else if (i == 0)
			put(pen, line, 2, pen->form->cols, 0, field->input.n ?
			    "no match; Backspace edits" : "none");
	}
}

static void draw_head(const struct pen *pen, const struct field *field)
{
	int row, skip = pen->form->top - field->at;

	if (skip > 0 || !place(pen, field->at, &row))
		return;
	canvas_wrap(pen->canvas, row, pen->form->col,
		    least(field->lines, pen->form->row + pen->form->rows - row),
		    pen->form->cols, field->note_style, field->label);
}

static void draw_button(const struct pen *pen, const struct field *field)
{
	char text[200];

	snprintf(text, sizeof(text), "[ %s ]", field->label);
	put(pen, field->at, 2, pen->form->cols - 2, pen->focused ?
	    STYLE_BOLD | STYLE_REVERSE : 0, text);
	cursor(pen, field->at, 4);
	put_note(pen, field, 2 + width(text) + GAP);
}

static void draw_field(const struct pen *pen, struct field *field)
{
	switch (field->type) {
	case FIELD_HEAD:
		draw_head(pen, field);
		return;
	case FIELD_TEXT:
		draw_text(pen, field);
		break;
	case FIELD_CHOICE:
		draw_choice(pen, field);
		break;
	case FIELD_CHECK:
		draw_check(pen, field);
		break;
	case FIELD_ADD:
		draw_add(pen, field);
		break;
	case FIELD_BUTTON:
		draw_button(pen, field);
		break;
	case FIELD_ROWS:
		draw_rows(pen, field);
		return;
	}
	if (pen->focused)
		put(pen, field->at, 0, 1, STYLE_BOLD, ">");
}

void form_draw(struct form *form, struct canvas *canvas, int row, int col,
	       int rows, int cols)
{
	const struct field *focused = form_focused(form);
	struct pen pen = { .form = form, .canvas = canvas };
	size_t i;

	if (rows < 1 || cols < 1)
		return;
	form->row = row;
	form->col = col;
	form->rows = rows;
	form->cols = cols;
	form_layout(form, rows, cols);
	pen.label = form_label_cols(form, cols);
	for (i = 0; i < form->n; i++) {
		pen.focused = &form->v[i] == focused;
		if (!form->v[i].hidden)
			draw_field(&pen, &form->v[i]);
	}
}
