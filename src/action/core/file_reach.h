/* file_reach.h: does a command reach for a file of the outside? */
#ifndef ACTION_CORE_FILE_REACH_H
#define ACTION_CORE_FILE_REACH_H

#include "action/core/action.h"

/* The action that would read or write a file other than the store, or ask a service of
 * the outside, being this one or one that stands in its words (as-of, access preview);
 * NULL if none would.
 * An action that may take a file and was given none is none (INTERFACES 5);
 * one that reaches for files without being given any always is. */
const struct action *file_reach(const struct action *action,
				    const struct args *args,
				    struct arena *arena);

#endif
