/* pair_page.h: the past of one person on one project: the events that changed it, newest
 * first, and below them what the person had as each of them left it, and why.  Left and
 * Right walk them; nothing is changed here. */
#ifndef SCREEN_PAST_PAIR_PAGE_H
#define SCREEN_PAST_PAIR_PAGE_H

#include "screen/frame/screen.h"

/* Whether it can be shown: to whoever reads all, and not on what-if. */
bool pair_page_is_offered(const struct screen *screen);
/* The handler's answer: the page; said, where it is not offered.  user may be ANYONE.  At
 * this event, if it is one that changed it; 0: one step back from now. */
void pair_page_go(struct screen *screen, uint32_t user, uint32_t project, int64_t event);

#endif
