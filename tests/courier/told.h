/* told.h: one job of gatehouse-courier, told as a letter: all that it says. */
#ifndef TESTS_COURIER_TOLD_H
#define TESTS_COURIER_TOLD_H

#include <stdbool.h>

/* The letter with each @ as the origin.  What it says lasts until the next call; a line
 * each.  Fails the test where the courier does not end well. */
const char *told(const char *letter, const char *origin);
/* Did the step end so?  reason NULL: none; detail, fix: words that are in them, NULL: any.
 * Fails the test, with all that was said, where not. */
void told_step(const char *said, const char *step, const char *status, const char *reason,
	       const char *detail, const char *fix);
/* How many lines begin so. */
unsigned told_count(const char *said, const char *begin);

#endif
