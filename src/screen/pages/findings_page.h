/* findings_page.h: what in the workspace wants a look; Enter leads to it, f does what is
 * to be done. */
#ifndef SCREEN_PAGES_FINDINGS_PAGE_H
#define SCREEN_PAGES_FINDINGS_PAGE_H

#include "screen/frame/request.h"

/* Is this the command that lists them?  With --since: only what is new. */
bool findings_page_is(const struct request *request);
/* The handler's answer: the page.  False: nobody can tell what was then. */
bool findings_page_go(struct screen *screen, const struct request *request,
		      struct error *err) MUST_CHECK;

#endif
