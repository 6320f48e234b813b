/* form_draw.c: each kind of field as cells; see form.h. */
#include <stdio.h>

#include "base/glyph.h"
#include "base/text.h"
#include "ui/form/form_priv.h"

enum { REST_FROM = 6 };	/* lines, so that one says how many more */

static void put_note(const struct form_pen *pen, const struct field *field,
		     const struct form_spot *spot)
{
	int line = spot->below ? form_text_lines(pen->form, field) : 0;

	form_put(pen, field->at + line, spot->note,
		 pen->form->cols - spot->note, field->note_style, field->note);
}

static void put_below(const struct form_pen *pen, const struct field *field)
{
	char text[INPUT_MAX + 80];
	int col = form_below_col(pen->form, field, pen->form->cols), lines;
	int end = field->at + field->lines;

	if (!*form_below(field, text, sizeof(text)))
		return;
	lines = canvas_wrap_rows(pen->form->cols - col, text);
	lines = least(lines, FORM_BELOW);
	form_put_wrapped(pen, end - lines, col, lines, STYLE_RED | STYLE_BOLD,
			 text);
}

static void put_frame(const struct form_pen *pen, const struct input *input, int line,
		      const struct form_spot *spot, bool focused, unsigned style)
{
	form_put(pen, line, spot->col, 1, style, "[");
	form_put_input(pen, input, line, spot->col + 1, spot->cols - 2, focused);
	form_put(pen, line, spot->col + spot->cols - 1, 1, style, "]");
}

/* One below the other, those in sight. */
static void put_lines(const struct form_pen *pen, const struct field *field,
		      const struct form_spot *spot, unsigned style)
{
	int shown = form_text_lines(pen->form, field), i;
	size_t at, n = input_lines(&field->input, &at);
	struct input line;
	char text[40];

	for (i = 0; i < shown; i++) {
		input_take_line(&field->input, field->top + (size_t)i, &line);
		put_frame(pen, &line, field->at + i, spot, pen->focused &&
			  at == field->top + (size_t)i, style);
	}
	snprintf(text, sizeof(text), "%zu lines", n);
	if (n > (size_t)shown)
		form_put(pen, field->at + shown - 1, 2, spot->col - 2 - FORM_GAP, 0,
			 text);
}

/* A line of a text to be read; with the focus it scrolls. */
static void put_read_line(const struct form_pen *pen, struct field *field,
			  const struct form_spot *spot, int line, const char *text)
{
	int wide = (int)text_width(text), row;
	size_t last = wide > spot->cols ? (size_t)(wide - spot->cols) : 0;

	if (!field->top) {
		form_put(pen, line, spot->col, spot->cols, 0, text);
		return;
	}
	if (!form_in_sight(pen, line, &row))
		return;
	canvas_clip(pen->canvas, row, pen->form->col + spot->col, spot->cols,
		    0, text, (int)field->top);
	form_put(pen, line, spot->col, 1, STYLE_BOLD, glyph(GLYPH_CUT));
	if (field->top < last)
		form_put(pen, line, spot->col + spot->cols - 1, 1,
			 STYLE_BOLD, glyph(GLYPH_CUT));
}

static void put_read(const struct form_pen *pen, struct field *field,
		     const struct form_spot *spot)
{
	int lines = form_text_lines(pen->form, field), i, widest;
	struct input line;

	widest = field->input.secret ? 0 : (int)text_width(field->input.text);
	for (i = 0; field->input.lines && i < lines; i++) {
		input_take_line(&field->input, (size_t)i, &line);
		widest = i ? most(widest, (int)text_width(line.text)) :
			(int)text_width(line.text);
	}
	if (!pen->focused || widest <= spot->cols)
		field->top = 0;
	else if (field->top > (size_t)(widest - spot->cols))
		field->top = (size_t)(widest - spot->cols);
	form_put_cursor(pen, field->at, spot->col);
	if (!field->input.lines)
		put_read_line(pen, field, spot, field->at, !field->input.secret ?
			      field->input.text : field->input.n ? "********" : "");
	for (i = 0; field->input.lines && i < lines; i++) {
		input_take_line(&field->input, (size_t)i, &line);
		put_read_line(pen, field, spot, field->at + i, line.text);
	}
}

static void draw_add(const struct form_pen *pen, struct field *field,
		     const struct form_spot *spot, unsigned bold)
{
	bool fixed = form_locked(pen->form, field);

	put_frame(pen, &field->input, field->at, spot, pen->focused, bold);
	if (field->n_choices) {
		form_put(pen, field->at + spot->below, spot->choice, 2, bold,
			 "as");
		form_put_choice(pen, field, field->at + spot->below,
				spot->choice + 3, field->choice, fixed ||
				(pen->focused && field->input.n), bold);
	} else {
		put_note(pen, field, spot);
	}
	form_draw_found(pen, field, field->at + 1 + spot->below, spot->col);
}

static void draw_button(const struct form_pen *pen, const struct field *field)
{
	char text[200];

	snprintf(text, sizeof(text), "[ %s ]", field->label);
	form_put(pen, field->at, 2, pen->form->cols - 2, 0, text);
	form_put_cursor(pen, field->at, 4);
}

static void draw_value(const struct form_pen *pen, struct field *field,
		       const struct form_spot *spot)
{
	unsigned bold = pen->focused ? STYLE_BOLD : 0;
	bool fixed = form_locked(pen->form, field);

	switch (field->type) {
	case FIELD_TEXT:
		if (fixed)
			put_read(pen, field, spot);
		else if (field->input.lines)
			put_lines(pen, field, spot, bold);
		else
			put_frame(pen, &field->input, field->at, spot, pen->focused,
				  bold);
		break;
	case FIELD_CHOICE:
		form_put_choice(pen, field, field->at, spot->col,
				field->choice, fixed, bold);
		form_put_cursor(pen, field->at, spot->col + 2);
		break;
	case FIELD_CHECK:
		form_put(pen, field->at, 2, 3, bold, field->on ? "[x]" : "[ ]");
		form_put(pen, field->at, spot->col, spot->cols, bold,
			 field->label);
		form_put_cursor(pen, field->at, 3);
		break;
	case FIELD_BUTTON:
		draw_button(pen, field);
		break;
	default:
		draw_add(pen, field, spot, bold);
		return;
	}
	put_note(pen, field, spot);
}

/* What is in reverse where the field has the focus: its label, a box with it. */
static int focus_cols(const struct field *field, const struct form_spot *spot)
{
	int cols = (int)text_width(field->label);

	if (field->type == FIELD_BUTTON)
		return cols + 4;
	return field->type == FIELD_CHECK ? cells_least(cols, spot->cols) +
		spot->col - 2 : cells_least(cols, spot->col - 2 - FORM_GAP);
}

static void draw_field(const struct form_pen *pen, struct field *field)
{
	struct form_spot spot;

	if (field->type == FIELD_HEAD) {
		form_put_wrapped(pen, field->at, 0, field->lines,
				 field->note_style, field->label);
		return;
	}
	if (field->type == FIELD_ROWS) {
		form_draw_rows(pen, field);
		put_below(pen, field);
		return;
	}
	form_spot(pen->form, field, pen->form->cols, &spot);
	if (field->type != FIELD_CHECK && field->type != FIELD_BUTTON)
		form_put(pen, field->at, 2, spot.col - 2 - FORM_GAP, 0,
			 field->label);
	draw_value(pen, field, &spot);
	if (pen->focused)
		form_put_focus(pen, field->at, 0, 1 + focus_cols(field, &spot));
	put_below(pen, field);
}

static int form_end(const struct form *form)
{
	int end = 0;
	size_t i;

	for (i = 0; i < form->n; i++)
		if (!form->v[i].hidden)
			end = form->v[i].at + form->v[i].lines;
	return end;
}

/* What is out of sight, on a line of its own. */
static void draw_rest(const struct form *form, struct canvas *canvas)
{
	int above = form->top, below = form_end(form) - form->top - form->rows;
	char text[80], up[40] = "";

	if (above > 0)
		snprintf(up, sizeof(up), "%s %d%s", glyph(GLYPH_MORE_ABOVE),
			 above, below > 0 ? "   " : " more");
	snprintf(text, sizeof(text), "%s", up);
	if (below > 0)
		snprintf(text, sizeof(text), "%s%s %d more", up,
			 glyph(GLYPH_MORE_BELOW), below);
	canvas_right(canvas, form->row + form->rows, form->col + form->cols - 1,
		     form->cols - 1, STYLE_BOLD, text);
}

void form_draw(struct form *form, struct canvas *canvas, int row, int col,
	       int rows, int cols)
{
	const struct field *focused = form_focused(form);
	struct form_pen pen = { .form = form, .canvas = canvas };
	size_t i;

	form->row = row;
	form->col = col;
	form->rows = rows > 0 ? rows : 0;
	form->cols = cols > 0 ? cols : 0;
	if (rows < 1 || cols < 1)
		return;
	form_layout(form, rows, cols);
	if (rows >= REST_FROM && form_end(form) > rows) {
		form->rows--;
		form_layout(form, form->rows, cols);
		draw_rest(form, canvas);
	}
	for (i = 0; i < form->n; i++) {
		pen.focused = &form->v[i] == focused;
		if (!form->v[i].hidden)
			draw_field(&pen, &form->v[i]);
	}
}
