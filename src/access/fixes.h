/* fixes.h: edits that lead a person to a level, found by the engine. */
#ifndef ACCESS_FIXES_H
#define ACCESS_FIXES_H

#include "access/access.h"

enum { FIX_EDITS = 12, FIX_WORDS = 8, FIXES_MAX = 64 };

/* Edits that lead to a level, in the order in which they have to be done. */
struct fix {
	struct edit *edits;
	uint32_t n_edits;
};

/* Bits 1 << enum edit_kind: what may be tried. */
#define FIX_EVERYTHING (UINT64_MAX >> 1)
/* Beside the bits: made for somebody who does not see with whom assets are shared, so
 * that nothing found may depend on it: of an asset that is lacking only that access to
 * it is given (as sharing it with a built-in group) or that it is taken out. */
#define FIX_BLIND (UINT64_C(1) << 63)

/* Ways for the user to reach `want` on the project with edits of these kinds, each
 * confirmed by running the engine on the changed facts and in need of each of its
 * edits; the shortest are found first.  Who may do them is not asked here
 * (action/run/fix_list.h).  Empty if the level is already reached. */
void access_fixes(struct facts *facts, uint32_t user, uint32_t project,
		  enum level want, uint64_t kinds, struct arena *arena,
		  struct fix **out, uint32_t *n);

/* What stands between the user and the level and no longer does after the edits;
 * where too little is granted, first the reason why. */
void access_lifts(struct facts *facts, struct edit *edits, uint32_t n_edits,
		  uint32_t user, uint32_t project, enum level want,
		  struct arena *arena, struct limit **out, uint32_t *n);

#endif
