/* check_page.h: a check of outside services under way: each step as it ends, and what
 * is to be done.  Nobody waits for it: the loop hears the couriers. */
#ifndef SCREEN_PAGES_CHECK_PAGE_H
#define SCREEN_PAGES_CHECK_PAGE_H

#include "screen/frame/lines.h"
#include "screen/frame/request.h"

/* Start what the request (an action of ACTION_CHECK) names, and show it. */
bool check_page_push(struct screen *screen, struct request *request,
		     struct error *err) MUST_CHECK;

/* Is one under way, on whatever page of the stack? */
bool check_page_runs(const struct pages *pages);

#endif
