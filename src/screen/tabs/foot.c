/* foot.c: see foot.h. */
#include "screen/tabs/foot.h"

#include <string.h>

#include "base/text.h"

enum { FOOT_LIMIT = 1024, ROWS_FOR_ONE = 9, ROWS_FOR_MORE = 13 };

/* A sentence is broken at its blanks; a key, at the edge, to be put together again. */
static int put(struct canvas *canvas, int row, int col, int rows, int cols, const char *text)
{
	int cells = (int)text_width(text), used = 0;
	const char *at = text;
	size_t word;

	for (; *at; at += word + (at[word] == ' ')) {
		word = strcspn(at, " ");
		if ((int)word * 2 <= cols)
			continue;
		for (; canvas && used < rows && used * cols < cells; used++)
			(void)canvas_clip(canvas, row + used, col, cols, 0, text,
					  used * cols);
		return (cells + cols - 1) / cols;
	}
	return canvas ? canvas_wrap(canvas, row, col, rows, cols, 0, text) :
		canvas_wrap_rows(cols, text);
}

struct area foot_draw(struct screen *screen, const struct tab_view *spec,
		      struct canvas *canvas, const struct area *area)
{
	int most = area->rows >= ROWS_FOR_MORE ? FOOT_LINES :
		area->rows >= ROWS_FOR_ONE, n = 0, i, at, cols = area->cols - 2;
	struct area left = *area;
	struct buf text[FOOT_LINES];

	for (i = 0; i < FOOT_LINES; i++)
		buf_init(&text[i], FOOT_LIMIT);
	while (spec->foot && n < most &&
	       spec->foot(screen, n, &text[n]))
		n++;
	for (i = 0; i < n; i++)		/* beside a panel it may need more rows */
		left.rows -= put(NULL, 0, 0, 0, cols, buf_text(&text[i]));
	for (i = 0, at = area->row + left.rows; i < n; i++)
		at += put(canvas, at, area->col + 1, area->row + area->rows - at,
			  cols, buf_text(&text[i]));
	for (i = 0; i < FOOT_LINES; i++)
		buf_release(&text[i]);
	return left;
}
