/* touch.h: which pairs an edit can change.  Nothing outside can change; what
 * is inside is looked at before and after. */
#ifndef ACCESS_TOUCH_H
#define ACCESS_TOUCH_H

#include "model/edit.h"

struct pair {
	uint32_t project, user;		/* user may be ANYONE */
};

struct touched {
	bool *projects, *users;		/* touched as a whole */
	uint32_t n_projects, n_users;
	bool *movers;			/* users who may miss other assets */
	bool all_move;			/* ... or all of them */
	struct pair *pairs;		/* touched one by one; may repeat */
	size_t n, cap;
};

/* Room for what the facts hold and n_edits more. */
void touch_init(struct touched *t, const struct facts *facts, size_t n_edits);
void touch_release(struct touched *t);
void touch_pair(struct touched *t, uint32_t project, uint32_t user);
/* Call before the edit is applied, and again after. */
void touch_edit(struct touched *t, const struct facts *facts,
		const struct edit *edit);

#endif
