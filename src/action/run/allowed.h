/* allowed.h: may an action be run, whatever it is asked to do? */
#ifndef ACTION_RUN_ALLOWED_H
#define ACTION_RUN_ALLOWED_H

#include "action/core/action.h"

/* May the present subject run it at all (role, plan, read-only store)?  Reason
 * in *err: the text of greyed entries. */
bool action_allowed(struct app *app, const struct action *action,
		    struct error *err);
/* May the subject run it, whether or not anything is written. */
bool run_role_allows(struct app *app, const struct action *action,
		     struct error *err) MUST_CHECK;

#endif
