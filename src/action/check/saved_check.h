/* saved_check.h: what was just saved on the command line is checked at once: it is saved
 * whatever comes of that.  Not in a demo, whose hosts are made up, and not by undo, an
 * import or a scenario, which do not come by here. */
#ifndef ACTION_CHECK_SAVED_CHECK_H
#define ACTION_CHECK_SAVED_CHECK_H

#include "action/check/check_subject.h"
#include "action/core/action.h"

/* Before it is saved: can it be checked so? */
bool saved_check_may(const struct action *action, const struct args *args,
		     struct error *err) MUST_CHECK;
/* Where nobody waits for it: is this, which was just saved, to be checked now; signs_in:
 * is it a Git provider at which somebody is to sign in first?  Not where nothing changed
 * that the last check tried, nor of a draft, in what-if, as somebody else. */
bool saved_check_due(const struct app *app, struct check_subject subject, bool *signs_in);
/* After action_run() of it went well: connection create, provider connect and the like;
 * others are passed over.  What was found is added to the answer.  False: who was to
 * sign in gave up, or the sign-in failed; saved it is all the same. */
bool saved_check(struct app *app, const struct action *action, const struct args *args,
		 const struct options *opts, struct result *out, struct error *err)
	MUST_CHECK;
/* The last of it, for a verb that has just signed in: verify, keep, tell. */
bool saved_check_now(struct app *app, enum whose whose, uint32_t n, int64_t ms,
		     struct result *out, struct error *err) MUST_CHECK;

#endif
