/* worlds.h: every small world, many at a time.  A slice is one workspace in
 * which each pair of a user and a project is a world of its own: any role,
 * active or not, in the group or not; granted any level (or owning), through
 * the group, the workspace and the link; no asset, one or two, each shared in
 * any way.  A slice fixes the link, the switch and the state. */
#ifndef TESTS_ACCESS_WORLDS_H
#define TESTS_ACCESS_WORLDS_H

#include <stdint.h>

#include "model/facts.h"

enum {
	WORLD_USERS = 24,		/* role x active x in the group */
	WORLD_SHARES = 16,		/* 8 sets of built-in groups x the group */
	WORLD_IMPORTS = 1 + WORLD_SHARES + WORLD_SHARES * (WORLD_SHARES + 1) / 2,
	WORLD_SLICES = 3 * 2 * 3	/* link x switch x state */
};

/* Fill empty facts (facts_init is called here).  Users 0 .. WORLD_USERS - 1
 * are the worlds' people; one more owns what nobody of them does.  Returns how
 * many different worlds the slice holds. */
uint64_t worlds_build(struct facts *facts, unsigned slice);

#endif
