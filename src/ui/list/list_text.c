/* list_text.c: a list as plain text, for copying. */
#include "base/text.h"
#include "ui/list/list_priv.h"

static void cell(const struct list *list, size_t row, size_t c, struct buf *raw,
		 struct buf *safe)
{
	unsigned style = STYLE_PLAIN;

	buf_reset(raw);
	buf_reset(safe);
	list->source.cell(list->source.ctx, row, c, raw, &style);
	text_safe(safe, buf_text(raw));
}

static void pad(struct buf *out, size_t used, size_t width)
{
	if (used < width)
		buf_pad(out, ' ', width - used);
}

static void row_text(const struct list *list, size_t row,
		     const size_t *width, struct buf *raw, struct buf *safe,
		     struct buf *out)
{
	size_t c, at = 0, stands = 0;

	for (c = 0; c < list->n_columns; c++) {
		if (list_lacks(list, c))
			continue;
		cell(list, row, c, raw, safe);
		if (safe->len) {	/* no blanks at the end of a line */
			pad(out, at, stands);
			at = stands + text_width(buf_text(safe));
			buf_adds(out, buf_text(safe));
		}
		stands += width[c] + 2;
	}
	buf_addc(out, '\n');
}

void list_text(const struct list *list, struct buf *out)
{
	size_t width[LIST_COLUMNS], c, i, n, stands = 0, at = 0;
	struct buf raw, safe;

	buf_init(&raw, LIST_CELL_LIMIT);
	buf_init(&safe, 4 * LIST_CELL_LIMIT);
	for (c = 0; c < list->n_columns; c++) {
		width[c] = (size_t)list_title_cells(&list->columns[c], false);
		for (i = 0; !list_lacks(list, c) && i < list->n_shown; i++) {
			cell(list, list->shown[i], c, &raw, &safe);
			n = text_width(buf_text(&safe));
			width[c] = n > width[c] ? n : width[c];
		}
	}
	for (c = 0; c < list->n_columns; c++) {
		if (list_lacks(list, c))
			continue;
		pad(out, at, stands);
		list_column_title(&list->columns[c], out);
		at = stands + (size_t)list_title_cells(&list->columns[c], false);
		stands += width[c] + 2;
	}
	buf_addc(out, '\n');
	for (i = 0; i < list->n_shown && !out->overflow; i++)
		row_text(list, list->shown[i], width, &raw, &safe, out);
	buf_release(&raw);
	buf_release(&safe);
}
