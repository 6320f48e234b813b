/* foot.c: see foot.h. */
#include "screen/tabs/foot.h"

enum { FOOT_LIMIT = 1024, ROWS_FOR_ONE = 9, ROWS_FOR_MORE = 13 };

struct area foot_draw(struct screen *screen, const struct tab_view *spec,
		      struct canvas *canvas, const struct area *area)
{
	int most = area->rows >= ROWS_FOR_MORE ? FOOT_LINES :
		area->rows >= ROWS_FOR_ONE, n = 0, i;
	struct area left = *area;
	struct buf text[FOOT_LINES];

	for (i = 0; i < FOOT_LINES; i++)
		buf_init(&text[i], FOOT_LIMIT);
	while (spec->foot && n < most &&
	       spec->foot(screen, n, &text[n]))
		n++;
	left.rows -= n;
	for (i = 0; i < n; i++)
		(void)canvas_text(canvas, area->row + left.rows + i, area->col + 1,
				  area->cols - 2, 0, buf_text(&text[i]));
	for (i = 0; i < FOOT_LINES; i++)
		buf_release(&text[i]);
	return left;
}
