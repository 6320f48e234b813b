/* fix_step.h: single edits that could lift what stands in the way, and how to
 * say them. */
#ifndef ACCESS_FIX_STEP_H
#define ACCESS_FIX_STEP_H

#include "access/fixes.h"
#include "access/seen.h"
#include "model/edit.h"

enum { FIX_STEPS_MAX = 20 };

/* Edits that could lift the first thing between this answer and `want`, in a
 * fixed order that does not depend on numbering.  blind: FIX_BLIND.  Returns how
 * many. */
uint32_t fix_steps(const struct facts *facts, const struct answer *a,
		     enum level want, bool blind,
		     struct edit out[FIX_STEPS_MAX]);

/* The order in which several edits have to be done, <0, 0, >0. */
int fix_step_compare(const struct facts *facts, const struct edit *a,
		   const struct edit *b);

/* The verb of the command line that does the edit, as words. */
void fix_step_words(const struct facts *facts, const struct edit *edit,
		  struct arena *arena, const char *words[FIX_WORDS]);
/* "add Bob Stein to Data Team"; an asset of the answer's limits by its name where that
 * may be seen.  brief: "add to Data Team", beside the answer's person and project. */
const char *fix_step_text(const struct seen *seen, const struct answer *a,
			const struct edit *edit, bool brief, struct arena *arena);
/* "give Bob Stein access to Snowflake prod": whoever does it chooses how. */
const char *fix_step_access_text(const struct seen *seen, const struct answer *a,
			       uint32_t asset, struct arena *arena);

#endif
