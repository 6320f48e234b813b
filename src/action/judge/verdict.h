/* verdict.h: whom a change moves, in the one line that stands in every dialog, before
 * every save, on the command line and after it: only what is not zero, losses first,
 * the unit always named (SCREENS 4.1). */
#ifndef ACTION_JUDGE_VERDICT_H
#define ACTION_JUDGE_VERDICT_H

#include "action/judge/moved.h"

/* "13 people lose, 3 gain, 5 are held" on one project; "9 people lose on 4 projects,
 * 3 gain on 2"; and what is no level: "2 people lose their default connection".
 * "nobody's level changes".  moved may be NULL: not asked. */
const char *verdict_text(const struct preview *preview, const struct moved *moved,
			 struct arena *arena);
/* Is there anything to say: does anybody lose, gain, or is held? */
bool verdict_any(const struct preview *preview, const struct moved *moved);
/* The part of one way alone; "" where it moves nobody. */
const char *verdict_part(const struct preview *preview, enum way way,
			 struct arena *arena);
/* "If you save: 13 people lose"; "Save stops: 1 blocked. 2 people gain" where some
 * are (preview may be NULL then). */
const char *verdict_line(const char *doing, size_t blocked,
			 const struct preview *preview, const struct moved *moved,
			 struct arena *arena);

#endif
