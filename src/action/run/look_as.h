/* look_as.h: whose eyes and hands count from now on, while the workspace is open: what
 * --as says at the start (INTERFACES 2). */
#ifndef ACTION_RUN_LOOK_AS_H
#define ACTION_RUN_LOOK_AS_H

#include "action/core/app.h"

/* May whoever sits here act as somebody else at all?  Judged by their own role, also
 * while they do.  False: ROLE_NEEDED. */
bool look_as_may(const struct app *app, struct error *err) MUST_CHECK;
/* Is there nothing in the way of changing over now: what-if and a look at an earlier
 * state belong to the eyes that began them (WHAT_IF, AS_OF).  False: *err says it. */
bool look_as_ready(const struct app *app, struct error *err) MUST_CHECK;

/* May it be offered to those whose eyes count now: to Admins alone, so that to whoever
 * acts as somebody else it is shown as it is to them?  user: as this one, else as anybody
 * (NOBODY).  False: *err says why. */
bool look_as_offered(const struct app *app, uint32_t user, struct error *err) MUST_CHECK;

/* Look as this user from now; NOBODY, or oneself: as oneself again.  Refused, with
 * nothing changed: by the two above, and DEACTIVATED or NOT_FOUND of the user.  What was
 * shown before is of other eyes: whoever shows something begins anew. */
bool look_as(struct app *app, uint32_t user, struct error *err) MUST_CHECK;

#endif
