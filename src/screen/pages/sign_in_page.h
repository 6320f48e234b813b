/* sign_in_page.h: signing in at a Git provider with a code that somebody enters in a
 * browser anywhere: address and code large, how long it holds, what comes of it (A23, A30,
 * A31).  Nobody waits for it: the loop hears the courier. */
#ifndef SCREEN_PAGES_SIGN_IN_PAGE_H
#define SCREEN_PAGES_SIGN_IN_PAGE_H

#include "screen/frame/request.h"

bool sign_in_page_is(const struct action *action);
/* Ask for a code, and show it; the vault is opened first.  The request is taken.  Signed
 * in, the provider is checked. */
bool sign_in_page_push(struct screen *screen, struct request *request,
		       struct error *err) MUST_CHECK;

#endif
