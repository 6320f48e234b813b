/* check_reason.h: why a step of a check did not go well (INTERFACES 6): the ids are stable,
 * scripts and tests rely on them; the words stand here and nowhere else. */
#ifndef MODEL_CHECK_CHECK_REASON_H
#define MODEL_CHECK_CHECK_REASON_H

#include "base/arena.h"

struct check_reason {
	const char *id;
	const char *what;		/* "The password was not taken" */
	const char *why;		/* a sentence of the usual cause; "" */
	const char *fix;		/* what to do; {username} stands for the field */
};

/* NULL: there is none of this id (or id is NULL). */
const struct check_reason *check_reason_find(const char *id);
/* The same with the words of this step, where it has some of its own.
 * check_reason_step.c. */
const struct check_reason *check_reason_at(const char *step, const char *id);
/* The id as a string that lasts; one that is not of the table counts as "internal". */
const char *check_reason_known(const char *id);
const struct check_reason *check_reasons(size_t *n);

/* The fix with the fields of a config in it, "the user" where one is empty, and the port
 * that is usual. */
const char *check_reason_fix(const struct check_reason *reason, const char *config,
		       struct arena *arena);

#endif
