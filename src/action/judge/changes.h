/* changes.h: a preview as text, JSON and CSV (INTERFACES 3). */
#ifndef ACTION_JUDGE_CHANGES_H
#define ACTION_JUDGE_CHANGES_H

#include "action/core/action.h"
#include "base/json_write.h"

/* JSON: one object.  Text: a line each.  CSV: with a header.  planned: nothing is
 * made yet, so that what the edits make has no id. */
void changes_write(struct buf *out, enum format format, bool planned,
		   const struct seen *seen, const struct preview *preview,
		   const struct moved *moved, struct arena *arena);

/* The members of that object, so that others can stand beside them. */
void changes_members(struct json *json, const struct buf *changes);

#endif
