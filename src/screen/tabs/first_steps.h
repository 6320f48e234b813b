/* first_steps.h: what comes next in a workspace that is just being set up: people, a
 * group, a data connection, a project that uses it, somebody it is shared with. */
#ifndef SCREEN_TABS_FIRST_STEPS_H
#define SCREEN_TABS_FIRST_STEPS_H

#include "screen/frame/screen.h"

/* "Next: 4, then n adds people." into emptied *out, for who looks at a list of `one`
 * ("user").  False: it is set up, or not theirs to do. */
bool first_steps(struct screen *screen, const char *one, struct buf *out);

#endif
