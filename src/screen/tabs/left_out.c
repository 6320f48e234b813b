/* left_out.c: what a list has no room to show of the row in focus. */
#include <string.h>

#include "base/glyph.h"
#include "base/text.h"
#include "screen/tabs/view.h"

enum { CELL_LIMIT = 4096, BRIEF_CELLS = 20 };

/* Does the list show the cell as it is? */
static bool is_whole(const struct list *list, size_t c, const char *text)
{
	return list->column_width[c] &&
		(int)text_width(text) <= list->column_width[c];
}

/* "owner maya"; a state or an address says itself what it is. */
static void add(const struct list *list, size_t c, const char *text, struct buf *out)
{
	static const char *const bare[] = { "state", "email", "detail", "default" };
	struct buf title;
	size_t i;

	if (out->len)
		buf_printf(out, " %s ", glyph(GLYPH_BETWEEN));
	for (i = 0; i < COUNT_OF(bare); i++)
		if (strcmp(list->columns[c].name, bare[i]) == 0)
			break;
	if (i == COUNT_OF(bare)) {
		buf_init(&title, CELL_LIMIT);
		list_column_title(&list->columns[c], &title);
		text_fold(out, buf_text(&title));
		buf_addc(out, ' ');
		buf_release(&title);
	}
	text_safe(out, text);
}

void view_left_out(struct view *view, struct buf *out)
{
	const struct list *list = &view->list;
	unsigned style = STYLE_PLAIN;
	struct buf cell;
	size_t row, c;
	const char *text;
	int pass;		/* what is brief is not cut by what is not */

	view_ready(view);
	if (view->spec->carded || !list_current(list, &row))
		return;
	buf_init(&cell, CELL_LIMIT);
	view->drawing = true;
	for (pass = 0; pass < 2; pass++)
		for (c = 1; c < list_columns(list); c++) {
			if (list_lacks(list, c))
				continue;
			buf_reset(&cell);
			list->source.cell(list->source.ctx, row, c, &cell, &style);
			text = buf_text(&cell);
			if (*text && strcmp(text, "-") != 0 &&
			    strcmp(list->columns[c].name, "value") != 0 &&
			    !is_whole(list, c, text) &&
			    (text_width(text) > BRIEF_CELLS) == (pass == 1))
				add(list, c, text, out);
		}
	view->drawing = false;
	buf_release(&cell);
}
