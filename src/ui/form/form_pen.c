/* form_pen.c: onto the canvas, no further than the form goes. */
#include "base/glyph.h"
#include "base/text.h"
#include "ui/form/form_priv.h"

bool form_in_sight(const struct form_pen *pen, int line, int *row)
{
	const struct form *form = pen->form;

	*row = form->row + line - form->top;
	return line >= form->top && line < form->top + form->rows;
}

void form_put(const struct form_pen *pen, int line, int col, int cols,
	      unsigned style, const char *text)
{
	int row;

	cols = least(cols, pen->form->cols - col);
	if (!form_in_sight(pen, line, &row))
		return;
	canvas_text(pen->canvas, row, pen->form->col + col, cols,
		    style & ~(unsigned)STYLE_RED, text);
	if (*text)
		canvas_lead(pen->canvas, row, pen->form->col + col, cols, style);
}

/* Several lines, of which some may be out of sight. */
void form_put_wrapped(const struct form_pen *pen, int line, int col, int lines,
		      unsigned style, const char *text)
{
	struct canvas all;
	int cols = pen->form->cols - col, i, c, row;

	if (cols < 1 || lines < 1)
		return;
	canvas_init(&all, lines, cols);
	canvas_wrap(&all, 0, 0, lines, cols, style, text);
	for (i = 0; i < lines; i++) {
		if (!form_in_sight(pen, line + i, &row) || row < 0 ||
		    row >= pen->canvas->rows)
			continue;
		for (c = 0; c < cols; c++) {
			int to = pen->form->col + col + c;

			if (to >= 0 && to < pen->canvas->cols)
				pen->canvas->cell[row * pen->canvas->cols + to] =
					all.cell[i * cols + c];
		}
	}
	canvas_release(&all);
}

void form_put_cursor(const struct form_pen *pen, int line, int col)
{
	int row;

	if (pen->focused && form_in_sight(pen, line, &row))
		canvas_cursor(pen->canvas, row, pen->form->col +
			      least(col, pen->form->cols - 1));
}

void form_put_focus(const struct form_pen *pen, int line, int col, int cols)
{
	int room = pen->form->cols - col - 1, row;

	if (!form_in_sight(pen, line, &row))
		return;
	if (cols < room) {
		canvas_focus(pen->canvas, row, pen->form->col + col, cols,
			     !pen->form->away);
		return;
	}
	form_put(pen, line, col, 1, STYLE_BOLD, glyph(GLYPH_FOCUS));
	canvas_style(pen->canvas, row, pen->form->col + col + 1, room,
		     pen->form->away ? STYLE_BOLD : STYLE_REVERSE);
}

void form_put_input(const struct form_pen *pen, const struct input *input,
		    int line, int col, int cols, bool focused)
{
	int row;

	cols = least(cols, pen->form->cols - col);
	if (cols < 1 && focused)
		form_put_cursor(pen, line, col);
	else if (form_in_sight(pen, line, &row))
		input_draw(input, pen->canvas, row,
			   pen->form->col + col, cols, focused);
}

/* "‹ Can Edit ›"; without the angles where it cannot be changed. */
void form_put_choice(const struct form_pen *pen, const struct field *field,
		     int line, int col, int choice, bool fixed, unsigned style)
{
	const char *label = form_choice_label(field, choice);
	int cols = form_choice_cols(field), wide = (int)text_width(label) + 4;

	if (cols < wide)
		cols = wide;
	cols = least(cols, pen->form->cols - col);
	if (!fixed) {
		form_put(pen, line, col, 1, style, glyph(GLYPH_CHOICE));
		form_put(pen, line, col + cols - 1, 1, style,
			 glyph(GLYPH_CHOICE_END));
	}
	form_put(pen, line, col + 2, cols - 4, style, label);
}
