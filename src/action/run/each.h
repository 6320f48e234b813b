/* each.h: one deed for each of several things: each is tried by itself first, then
 * those that change something one after the other, as one batch.  What a bulk verb
 * and a dialog of marked rows save. */
#ifndef ACTION_RUN_EACH_H
#define ACTION_RUN_EACH_H

#include "action/core/batch.h"

enum each_outcome { EACH_CHANGES, EACH_SAME, EACH_BLOCKED, EACH_OUTCOMES };

struct each_one {
	struct batch batch;	/* its commands; none: nothing is asked of it */
	bool last;		/* after all others: who is it that does the work */
	bool stuck;		/* its commands could not even be said: blocked */
	/* After each_try. */
	enum each_outcome outcome;
	const char *text;	/* what it would do, or why not */
	const char *done;	/* what it then is, for the event */
};

struct each {
	struct each_one *v;
	size_t n, count[EACH_OUTCOMES];
	struct batch batch;	/* of those that change something */
	struct arena arena;	/* of the texts */
	bool refused;		/* one by one they go, all together they do not */
	struct error error;	/* ... why */
};

/* Empty commands for n things; what was there goes. */
void each_begin(struct each *each, size_t n);
void each_release(struct each *each);
/* The commands of this one cannot be said. */
void each_stop(struct each *each, size_t i, const struct error *err);
/* Fill outcomes, counts and the batch.  Who is blocked by those before (the last
 * Admin) counts as blocked. */
void each_try(struct each *each, struct app *app);

#endif
