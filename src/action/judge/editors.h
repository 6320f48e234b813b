/* editors.h: who can edit anything at all: the people for whom a default connection
 * counts (D18). */
#ifndef ACTION_JUDGE_EDITORS_H
#define ACTION_JUDGE_EDITORS_H

#include "base/arena.h"
#include "model/facts.h"

/* Users with Can Edit or more on at least one project, by number. */
uint32_t *editors_list(const struct facts *facts, struct arena *arena,
		       uint32_t *n);
/* Of these users, who are there, those; how many are left. */
uint32_t editors_among(const struct facts *facts, struct arena *arena, uint32_t *users,
		       uint32_t n);

#endif
