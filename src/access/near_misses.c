/* near_misses.c: near misses: groups that were given a project and that the person
 * is not in. */
#include <assert.h>

#include "access/decide.h"

void access_near_misses(const struct facts *facts, uint32_t user,
			uint32_t project, struct arena *arena,
			struct source **out, uint32_t *n)
{
	const struct fact_project *p = &facts->projects[project];
	struct source *list;

	*out = NULL;
	*n = 0;
	if (user == ANYONE || p->gone || !p->n_grants)
		return;
	assert(user < facts->n_users);
	list = arena_array(arena, p->n_grants, sizeof(*list));
	for (uint32_t i = 0; i < p->n_grants; i++) {
		const struct fact_grant *grant = &p->grants[i];

		if (!grant->group || facts->groups[grant->who].gone ||
		    numbers_has(&facts->users[user].groups, grant->who))
			continue;
		list[(*n)++] = (struct source){
			.via = VIA_GROUP, .group = grant->who,
			.level = (enum level)grant->level };
	}
	source_sort(facts, list, *n);
	*out = list;
}
