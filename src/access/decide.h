/* decide.h: parts of the plain definition that its neighbours share. */
#ifndef ACCESS_DECIDE_H
#define ACCESS_DECIDE_H

#include "access/access.h"

/* Is the asset shared so that it reaches this user, the role Admin aside? */
bool limits_shared(const struct facts *facts, uint32_t user, uint32_t asset);

/* The limits that bind a user who was granted this level, in the order role,
 * assets (by kind, name, id), state.  Returns how many. */
uint32_t limits_list(const struct facts *facts, uint32_t user,
		     uint32_t project, enum level granted,
		     struct arena *arena, struct limit **out);

/* Does any of them bind? */
bool limits_bind(const struct facts *facts, uint32_t user, uint32_t project,
		 enum level granted);

/* The effective level of an answer, without its lists. */
enum level decide_effective(const struct facts *facts, uint32_t user,
			    uint32_t project);

/* What the answer lets the person do (DOMAIN 4.2), once all else is filled. */
unsigned can_bits(const struct facts *facts, const struct answer *a);

/* Sources in their fixed order: level, kind of source, name, id. */
void source_sort(const struct facts *facts, struct source *list, uint32_t n);

#endif
