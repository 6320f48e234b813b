/* pair_page.h: the past of one person on one project: the events that changed it, newest
 * first, and below them what the person had as each of them left it, and why.  Left and
 * Right walk them; nothing is changed here. */
#ifndef SCREEN_PAST_PAIR_PAGE_H
#define SCREEN_PAST_PAIR_PAGE_H

#include "screen/frame/request.h"

/* Whether it can be shown: to whoever reads all, and not on what-if. */
bool pair_page_is_offered(const struct screen *screen);
enum { PAIR_PAGE_NOW = -1, PAIR_PAGE_BACK = 0 /* one step back from now */ };

/* The handler's answer: the page; said, where it is not offered.  user may be ANYONE.  At
 * this event, if it is one that changed it. */
void pair_page_go(struct screen *screen, uint32_t user, uint32_t project, int64_t event);

/* Is this the command that lists the past? */
bool pair_page_is(const struct request *request);
/* The handler's answer: the page.  False: *err says why there is none. */
bool pair_page_answer(struct screen *screen, const struct request *request,
		      struct error *err) MUST_CHECK;

#endif
