/* random_facts.h: a workspace of any size and every odd shape; same seed, same
 * facts. */
#ifndef TESTS_STORE_RANDOM_FACTS_H
#define TESTS_STORE_RANDOM_FACTS_H

#include "model/facts.h"

struct shape {
	uint32_t users, groups, assets, projects;
	uint32_t members, grants;	/* of each group, of each project */
};

void random_facts(struct facts *facts, const struct shape *shape, uint64_t seed);

#endif
