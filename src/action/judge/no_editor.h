/* no_editor.h: projects that nobody can edit any more (D3): NO_EFFECTIVE_EDITOR. */
#ifndef ACTION_JUDGE_NO_EDITOR_H
#define ACTION_JUDGE_NO_EDITOR_H

#include "action/core/plan.h"

/* Taken change by change (preview_pass), by project: those that had an effective
 * editor and have none any more, by the names that are seen as the facts stand. */
struct no_editor;
struct no_editor *no_editor_new(struct edit_plan *plan);
void no_editor_take(struct no_editor *self, const struct change *change);
/* Warns, and frees it. */
void no_editor_warn(struct no_editor *self);

#endif
