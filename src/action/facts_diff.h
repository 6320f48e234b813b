/* facts_diff.h: what one workspace has that another has not (import). */
#ifndef ACTION_FACTS_DIFF_H
#define ACTION_FACTS_DIFF_H

#include "model/facts.h"

enum diff_kind { DIFF_USERS, DIFF_GROUPS, DIFF_ASSETS, DIFF_PROJECTS,
		 DIFF_KINDS };

struct facts_diff {
	struct diff_count { uint32_t added, changed, removed; }
		of[DIFF_KINDS];
	bool workspace;			/* name, plan, settings, providers */
	uint64_t up, down;		/* effective levels of pairs */
};

/* Things are the same by id; a pair that is not there has no access. */
void facts_diff(const struct facts *before, const struct facts *after,
		struct facts_diff *out);
bool facts_diff_any(const struct facts_diff *diff);
/* "users: 2 added, 1 changed; ...; 5 rise, 0 fall" */
const char *facts_diff_text(const struct facts_diff *diff,
			    struct arena *arena);

#endif
