/* pair_change.h: what an event made of one person on one project. */
#ifndef ACTION_UNDO_PAIR_CHANGE_H
#define ACTION_UNDO_PAIR_CHANGE_H

#include "access/access.h"

/* What they had. */
struct pair_level {
	bool there;			/* else: there was no such person or project yet */
	enum level granted, effective;
	enum reason reason;
	const char *limits;		/* compares */
};

/* An event that changed it: what is granted, the level, why, or what holds it. */
struct pair_change {
	int64_t seq, time;
	bool told;			/* to these eyes; else there is no by and no words */
	const char *by;			/* as recorded: "maya@acme.example" */
	const char *who;		/* their name where that is somebody */
	const char *words;		/* "Bob Stein lost Can Edit and has Can View: Snowflake
					 * prod is no longer shared with Workspace" */
	const char *cause;		/* of these, what was done: "Snowflake prod is no longer
					 * shared with Workspace" */
	struct pair_level before, after;
	size_t from, to;		/* its own: edits taken back */
};

/* Where the walk stands. */
enum pair_end {
	PAIR_ON,			/* there are events to look at */
	PAIR_START,			/* the first event, which made the workspace */
	PAIR_REPLACED,			/* an event replaced the whole workspace */
	PAIR_CUT,			/* the history begins here */
	PAIR_UNCLEAR			/* an event left something else than is there */
};

#endif
