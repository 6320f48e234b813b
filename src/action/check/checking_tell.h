/* checking_tell.h: what a verb that checks answers: text, JSON {"checks":[]} and rows. */
#ifndef ACTION_CHECK_CHECKING_TELL_H
#define ACTION_CHECK_CHECKING_TELL_H

#include "action/check/checking.h"
#include "action/core/result.h"

/* was_good[i]: its last check before this one did not fail.  all: --all, whose exit
 * status is another (INTERFACES 6). */
void checking_tell(const struct checking *checking, const bool *was_good, bool all,
		   struct result *out);

#endif
