/* preview_action.h: a write that is only asked about (access preview). */
#ifndef ACTION_RUN_PREVIEW_ACTION_H
#define ACTION_RUN_PREVIEW_ACTION_H

#include "action/core/action.h"

/* action_preview into an initialised result.  opts: write the changes in its
 * format, and ask as a run would; NULL: neither. */
bool action_what_if(struct app *app, const struct action *action,
		    const struct args *args, const struct options *opts,
		    struct result *out, struct error *err) MUST_CHECK;

#endif
