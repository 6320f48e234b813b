/* versus_page.h: two people on one project: both ladders, side by side where there is
 * room, else one under the other. */
#ifndef SCREEN_PAGES_VERSUS_PAGE_H
#define SCREEN_PAGES_VERSUS_PAGE_H

#include "screen/frame/screen.h"

/* The handler's answer: the page. */
void versus_page_go(struct screen *screen, const uint32_t users[2], uint32_t project);

#endif
