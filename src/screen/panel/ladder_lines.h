/* ladder_lines.h: the ladder of an answer (access/ladder.h) as lines of a page. */
#ifndef SCREEN_PANEL_LADDER_LINES_H
#define SCREEN_PANEL_LADDER_LINES_H

#include "access/access.h"
#include "screen/frame/lines.h"

struct app;
struct seen;

/* Sources, limits and the end, for a page of so many cells.  app: each line leads to where
 * it is set now; NULL: they lead nowhere, as of what was. */
void ladder_lines(struct lines *lines, const struct seen *seen, const struct answer *a,
		  int cols, const struct app *app);

#endif
