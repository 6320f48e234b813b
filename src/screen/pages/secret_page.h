/* secret_page.h: an action that needs a passphrase, or shows something once, from the
 * console: it is run, and where it asks, the page asks and runs it again. */
#ifndef SCREEN_PAGES_SECRET_PAGE_H
#define SCREEN_PAGES_SECRET_PAGE_H

#include "screen/frame/request.h"
#include "screen/frame/screen.h"

/* Is it such an action? */
bool secret_page_is(const struct action *action);
/* Begin; the request is taken.  False: refused before anything was asked. */
bool secret_page_push(struct screen *screen, struct request *request,
		      struct error *err) MUST_CHECK;
/* Open the vault, then do what was asked for, which is taken. */
bool secret_page_unlock(struct screen *screen, struct request *then,
			struct error *err) MUST_CHECK;

#endif
