/* stores.h: two stores compared by what they hold, and a dialog looked at in all
 * sizes. */
#ifndef TESTS_TTY_STORES_H
#define TESTS_TTY_STORES_H

#include "tests/tty/console.h"

/* The whole workspace as a file is the same. */
void same_stores(const char *a, const char *b);
/* How many events the audit log holds. */
int events(const char *store);
/* keys open a dialog in the demo that shows this text, at 120x40, 80x24 and 40x10:
 * what is on the screen is what a repaint draws; and NO_COLOR is the same text. */
void fits(const char *keys, const char *text);

#endif
