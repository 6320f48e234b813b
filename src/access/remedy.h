/* remedy.h: single edits that could lift what stands in the way, and how to
 * say them. */
#ifndef ACCESS_REMEDY_H
#define ACCESS_REMEDY_H

#include "access/access.h"
#include "model/edit.h"

enum { REMEDIES_MAX = 20 };

/* Edits that could lift the first thing between this answer and `want`, in a
 * fixed order that does not depend on numbering.  Returns how many. */
uint32_t remedy_list(const struct facts *facts, const struct answer *a,
		     enum level want, struct edit out[REMEDIES_MAX]);

/* The order in which several edits have to be done, <0, 0, >0. */
int remedy_compare(const struct facts *facts, const struct edit *a,
		   const struct edit *b);

void remedy_words(const struct facts *facts, const struct edit *edit,
		  struct arena *arena, const char *words[FIX_WORDS]);
const char *remedy_text(const struct facts *facts, const struct edit *edits,
			uint32_t n, struct arena *arena);

#endif
