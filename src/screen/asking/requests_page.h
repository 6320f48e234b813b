/* requests_page.h: who asks for more access and waits for an answer, and what one asked
 * for oneself (D32); Enter answers. */
#ifndef SCREEN_ASKING_REQUESTS_PAGE_H
#define SCREEN_ASKING_REQUESTS_PAGE_H

#include "screen/frame/request.h"

/* Is this the command that lists them? */
bool requests_page_is(const struct action *action);
/* The handler's answer: the page. */
void requests_page_go(struct screen *screen);

#endif
