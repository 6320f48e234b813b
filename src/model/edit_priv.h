/* edit_priv.h: what the files of edits share. */
#ifndef MODEL_EDIT_PRIV_H
#define MODEL_EDIT_PRIV_H

#include "model/edit_field.h"

/* The struct in which the field stands, before it is applied. */
const void *edit_thing_now(const struct facts *facts, const struct edit *edit);

/* edit_thing.c: an edit that adds or deletes. */
void edit_add(struct facts *facts, struct edit *edit);
void edit_drop(struct facts *facts, const struct edit *edit);
void edit_delete(struct facts *facts, struct edit *edit);
void edit_put_back(struct facts *facts, const struct edit *edit);
/* Is what it deletes there? */
bool edit_finds(const struct facts *facts, const struct edit *edit);

#endif
