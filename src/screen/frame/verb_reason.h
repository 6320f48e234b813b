/* verb_reason.h: why a verb cannot be done to a thing now. */
#ifndef SCREEN_FRAME_VERB_REASON_H
#define SCREEN_FRAME_VERB_REASON_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

struct refusal {
	const char *why;	/* in few words; NULL: it can be done */
	const char *whole;	/* the same in full, with the way out */
	bool anywhere;		/* to any thing: a role, the plan, a store only read */
};

/* thing may be none.  Texts live in the arena.  It may plan what the verb would do. */
void verb_reason(struct screen *screen, const struct action *action,
		 const struct thing *thing, struct arena *arena,
		 struct refusal *out);

#endif
