/* failed_page.h: what failed at its last check, of all kinds: first what does since
 * yesterday.  Nobody is asked; Enter goes to the thing, T checks it again. */
#ifndef SCREEN_PAGES_FAILED_PAGE_H
#define SCREEN_PAGES_FAILED_PAGE_H

#include "screen/frame/screen.h"

/* Who is no Admin is told so. */
void failed_page_push(struct screen *screen);

#endif
