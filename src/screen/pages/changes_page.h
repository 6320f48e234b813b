/* changes_page.h: all that a change moves, as a page. */
#ifndef SCREEN_PAGES_CHANGES_PAGE_H
#define SCREEN_PAGES_CHANGES_PAGE_H

#include "screen/preview/move_list.h"

/* filter: it is typed at once; of: see move_list_fill(). */
void changes_push(struct screen *screen, const char *title, const struct preview *preview,
		  const struct result *of, bool filter);
void changes_push_list(struct screen *screen, const char *title,
		       const struct move_list *list);

#endif
