/* seen.h: what a test sees of a canvas and of a form. */
#ifndef TESTS_UI_SEEN_H
#define TESTS_UI_SEEN_H

#include "base/text.h"
#include "ui/form.h"

/* The picture as text, a line a row, trailing blanks cut. */
static inline void canvas_dump(const struct canvas *canvas, struct buf *out)
{
	const struct cell *cell = canvas->cell;
	int row, col, end, i;
	char bytes[4];

	for (row = 0; row < canvas->rows; row++, cell += canvas->cols) {
		for (end = canvas->cols; end > 0; end--)
			if (cell[end - 1].point[0] != ' ')
				break;
		for (col = 0; col < end; col++)
			for (i = 0; i < 2; i++)
				if (cell[col].point[i])
					buf_add(out, bytes, text_encode(
						cell[col].point[i], bytes));
		buf_addc(out, '\n');
	}
}

/* The row with the cursor in the list that has the focus; NULL if there is none. */
static inline const struct form_row *focused_row(const struct form *form)
{
	const struct field *field = form_focused(form);
	size_t i, n = 0;

	for (i = 0; field && field->type == FIELD_ROWS && i < field->n_rows; i++)
		if (field->rows[i].shown && n++ == field->cursor)
			return &field->rows[i];
	return NULL;
}

#endif
