/* check_verb.h: what the verbs that check have alike: connection test, provider verify,
 * files verify, package resolve. */
#ifndef ACTION_CHECK_CHECK_VERB_H
#define ACTION_CHECK_CHECK_VERB_H

#include "action/core/action.h"

/* Check what is named, wait, keep and tell; or with --failed: tell what is kept.  Its
 * first parameter names the things, the others are CHECK_PARAMS. */
bool check_verb_run(const struct action *self, struct app *app, const struct args *args,
		    struct result *out, struct error *err) MUST_CHECK;

#endif
