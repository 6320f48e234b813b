/* tense.h: a message says before the deed what would be, after it what is.  Both
 * stand in the one text, as TENSE("Deleted", "Would delete"), and one is chosen when
 * it is shown.  The marks are control characters, which no name that is quoted
 * holds. */
#ifndef ACTION_CORE_TENSE_H
#define ACTION_CORE_TENSE_H

#include <stdbool.h>

#include "base/arena.h"

#define TENSE(is, would) "\1" is "\2" would "\3"

/* NULL stays NULL. */
const char *tense_choose(const char *text, bool done, struct arena *arena);

#endif
