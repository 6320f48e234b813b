/* changes.h: a preview as text, JSON and CSV (INTERFACES 3). */
#ifndef ACTION_CHANGES_H
#define ACTION_CHANGES_H

#include "action/action.h"

/* JSON: the members of the object without its braces, so that the face can add
 * message and warnings.  Text: a line each.  CSV: with a header. */
void changes_write(struct buf *out, enum format format,
		   const struct facts *facts, const struct preview *preview,
		   struct arena *arena);

/* "5 people rise, 2 held, 0 fall"; counts projects where all changes are of one
 * person, and permissions where they are of many on many. */
const char *changes_summary(const struct preview *preview, struct arena *arena);

#endif
