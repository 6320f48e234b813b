/* check_badge.h: the last check of a thing in a word or two, where there is little room:
 * a list, a head line. */
#ifndef ACTION_CHECK_CHECK_BADGE_H
#define ACTION_CHECK_CHECK_BADGE_H

#include "action/check/check_subject.h"

struct check_badge {
	const char *word;		/* "ok", "warn", "moved", "failed: auth-bad", "stale" */
	const char *ref;		/* "main @ 4ed7209, 2 h ago"; NULL: it is about none */
	const char *why;		/* of a failure, a sentence; or NULL */
	bool bad;			/* it failed, or a tag stands elsewhere now */
};

/* False: it was never checked, or who looks does not see its settings. */
bool check_badge(const struct app *app, struct check_subject subject,
		 struct arena *arena, struct check_badge *out);
/* "3 min ago", "2 h ago", "5 d ago", of a time in microseconds. */
const char *check_ago(int64_t time, struct arena *arena);

#endif
