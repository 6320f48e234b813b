/* facts_differ.h: do two workspaces hold the same, whatever their numbers are? */
#ifndef MODEL_IMAGE_FACTS_DIFFER_H
#define MODEL_IMAGE_FACTS_DIFFER_H

#include "model/facts.h"

/* NULL, or what is the first to differ, in the arena: "group g-fin: its members".
 * What is gone is not there; numbers, the revision and the order of things do not
 * count; stamps and all fields do. */
const char *facts_differ(const struct facts *a, const struct facts *b,
			 struct arena *arena) MUST_CHECK;

#endif
