/* filter_line.h: the line in which a page's list is filtered. */
#ifndef SCREEN_FRAME_FILTER_LINE_H
#define SCREEN_FRAME_FILTER_LINE_H

#include "screen/frame/lines.h"
#include "ui/input.h"
#include "ui/list.h"

struct filter_line {
	struct input input;
	bool typing;
};

/* While it is typed in all keys are its own; else those that begin it, and Esc that
 * empties it.  True if used. */
bool filter_line_key(struct filter_line *line, struct list *list,
		     const struct key *key);
/* Where there is one: it takes the first row of the area.  cols: of the text, count: column
 * of how many match, of n. */
void filter_line_draw(struct filter_line *line, const struct list *list,
		      struct canvas *canvas, struct area *area, int cols,
		      int count, size_t n, bool focused);

#endif
