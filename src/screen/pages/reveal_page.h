/* reveal_page.h: a secret value on the screen, for ten seconds or until a key. */
#ifndef SCREEN_PAGES_REVEAL_PAGE_H
#define SCREEN_PAGES_REVEAL_PAGE_H

#include "screen/frame/screen.h"

enum { REVEAL_MS = 10 * 1000 };

/* The handler's answer: the page; the value is copied, and wiped when it goes. */
void reveal_go(struct screen *screen, const char *name, const char *value);
/* It is on top and its time is up: it goes; else the time that is left, 0: none is. */
int64_t reveal_check(struct pages *pages, int64_t now);
/* It goes, if it is there. */
void reveal_end(struct pages *pages);

#endif
