/* compare_page.h: two people side by side, project by project; Enter on one shows both
 * ladders, > gives the second what the first has. */
#ifndef SCREEN_PAGES_COMPARE_PAGE_H
#define SCREEN_PAGES_COMPARE_PAGE_H

#include "screen/frame/request.h"

/* Is this the command that compares? */
bool compare_page_is(const struct request *request);
/* The handler's answer: the page.  False: *err says why there is none. */
bool compare_page_go(struct screen *screen, const struct request *request,
		     struct error *err) MUST_CHECK;

#endif
