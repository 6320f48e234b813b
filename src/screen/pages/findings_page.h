/* findings_page.h: what in the workspace wants a look; Enter leads to it, f does what is
 * to be done. */
#ifndef SCREEN_PAGES_FINDINGS_PAGE_H
#define SCREEN_PAGES_FINDINGS_PAGE_H

#include "screen/frame/request.h"

/* Is this the command that lists them, as they are now? */
bool findings_page_is(const struct request *request);
/* The handler's answer: the page. */
void findings_page_go(struct screen *screen);

#endif
