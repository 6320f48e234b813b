/* event_seen.h: may the subject read about an event? */
#ifndef ACTION_UNDO_EVENT_SEEN_H
#define ACTION_UNDO_EVENT_SEEN_H

#include "access/seen.h"
#include "model/edit_past.h"

/* All that its edits name is seen, now.  What is gone is not seen any more, but by
 * those who see everything: nobody can tell whether it would be. */
bool event_seen(const struct seen *seen, const struct past *past);

#endif
