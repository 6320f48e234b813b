/* sees_value.c: see access.h. */
#include "access/access.h"

bool access_sees_value(const struct facts *facts, uint32_t user,
		       const struct numbers *projects)
{
	struct arena arena = { 0 };
	struct answer answer;
	bool sees = false;
	uint32_t i;

	for (i = 0; i < projects->n && !sees; i++) {
		access_decide(facts, user, projects->v[i], &arena, &answer);
		sees = answer.can & 1u << CAN_SEE_SECRETS;
	}
	arena_release(&arena);
	return sees;
}
