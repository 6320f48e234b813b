/* pair_walk.h: the past of a person and a project (action/undo/pair_past.h), walked as far
 * as one key may take, and the rest of it while no key waits: a page shows what is known so
 * far and is told when that is more. */
#ifndef SCREEN_PAST_PAIR_WALK_H
#define SCREEN_PAST_PAIR_WALK_H

#include "action/undo/pair_past.h"
#include "screen/frame/screen.h"

struct pair_walk {
	struct screen *screen;
	struct pair_past *past;		/* NULL: there is none to be told */
	bool whole;			/* to its beginning; else until since when is known */
	bool waits;
	char refused[640];		/* the store cannot be read; "": it can */
	void (*more)(void *ctx);	/* is known now: a new frame comes */
	void *ctx;
	struct job job;
};

/* user may be ANYONE.  The owner fills in more and ctx before, keeps it where it is, and
 * ends it before it is shown anew when the facts moved. */
void pair_walk_begin(struct pair_walk *walk, struct screen *screen, uint32_t user,
		     uint32_t project, bool whole);
/* Nothing where it was not begun. */
void pair_walk_end(struct pair_walk *walk);

#endif
