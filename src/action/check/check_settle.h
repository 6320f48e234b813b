/* check_settle.h: what a check found, beside what the one before it did. */
#ifndef ACTION_CHECK_CHECK_SETTLE_H
#define ACTION_CHECK_CHECK_SETTLE_H

#include "action/check/check_subject.h"

/* Since when it fails; is it the account that it was, and that of no other workspace
 * (A24, A32, D29); has the tag moved (A36).  What was known stays known where this one
 * did not come that far. */
void check_settle(const struct app *app, struct check_subject subject,
		  struct check *check, struct arena *arena);

#endif
