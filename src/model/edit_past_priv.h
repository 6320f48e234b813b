/* edit_past_priv.h: what the files of past edits share. */
#ifndef MODEL_EDIT_PAST_PRIV_H
#define MODEL_EDIT_PAST_PRIV_H

#include "model/edit_past.h"

/* The edit that sets what it speaks of to what was there before (back) or after;
 * numbers NOBODY where a thing is gone, false if one is.  For those that set a
 * value or a text or point, and those of own assets but ADD and DELETE. */
bool past_probe(const struct facts *facts, const struct past_edit *one,
		bool before, struct edit *out) MUST_CHECK;

/* Is it about a whole thing: does it add or delete? */
bool past_is_whole(const struct past_edit *one);

#endif
