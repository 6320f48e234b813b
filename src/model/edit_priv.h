/* edit_priv.h: the ways of edits that stand in files of their own. */
#ifndef MODEL_EDIT_PRIV_H
#define MODEL_EDIT_PRIV_H

#include "model/edit.h"

/* edit_text.c: an edit that sets a text. */
void edit_text_set(struct facts *facts, struct edit *edit);
void edit_text_unset(struct facts *facts, const struct edit *edit);
bool edit_text_changes(const struct facts *facts, const struct edit *edit);

/* edit_own.c: an edit of what a project has of its own. */
void edit_own_apply(struct facts *facts, struct edit *edit);
void edit_own_revert(struct facts *facts, const struct edit *edit);
bool edit_own_changes(const struct facts *facts, const struct edit *edit);

/* edit_stamp.c: who changed it when, as far as the edit says. */
bool edit_has_stamp(enum edit_kind kind);
void edit_stamp_set(struct facts *facts, struct edit *edit);
void edit_stamp_unset(struct facts *facts, const struct edit *edit);

#endif
