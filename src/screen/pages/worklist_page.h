/* worklist_page.h: what is to be changed since somebody's key of the vault was revoked,
 * ticked off with Space. */
#ifndef SCREEN_PAGES_WORKLIST_PAGE_H
#define SCREEN_PAGES_WORKLIST_PAGE_H

#include "screen/frame/request.h"
#include "screen/frame/screen.h"

/* Is this the action that lists it? */
bool worklist_page_is(const struct action *action);
/* The request is taken.  False: refused. */
bool worklist_page_push(struct screen *screen, struct request *request,
			struct error *err) MUST_CHECK;

#endif
