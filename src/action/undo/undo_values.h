/* undo_values.h: what an undo or redo does to secret values: none comes back. */
#ifndef ACTION_UNDO_UNDO_VALUES_H
#define ACTION_UNDO_UNDO_VALUES_H

#include "action/core/plan.h"

/* Of the edits from `first` on: NO_VALUE, what comes back and needs one; VALUE_LOST, what
 * goes and has one. */
void undo_values_warn(struct edit_plan *plan, size_t first);

#endif
