/* play.h: a scenario walked through on the app's demo store, a step at a time and back
 * again.  Before each step the store is kept in memory, so that going back is exact:
 * what a step did is not undone but was never there, its event neither; nor is what
 * else was changed since. */
#ifndef ACTION_SCENARIO_PLAY_H
#define ACTION_SCENARIO_PLAY_H

#include "action/scenario/scenario.h"

/* What became of a step.  Texts live as long as the play. */
struct play_done {
	const struct scenario_step *step;
	int status;			/* exit status; 0 without a "do" */
	struct error err;		/* where status is not 0: what refused it */
	const char *failure;		/* an expectation that did not hold, or NULL */
	bool changed;			/* an event was written */
};

/* In numbers of the present facts; NOBODY: none. */
struct play_things {
	uint32_t project, asset, group;	/* at most one of them */
	uint32_t user;			/* the person on it; or alone; or ANYONE */
};

/* What a step is about. */
struct play_about {
	struct play_things shown;	/* what is to be seen: what it expects something
					 * of, else what it is done to */
	const struct action *action;	/* its verb, or NULL */
	struct play_things on;		/* what that is done to */
	uint32_t actor;			/* who does it */
	uint32_t eyes;			/* who looks, where looking is all it does */
};

/* Does the action open the console on a private copy, where there is one?  Its first
 * parameter is the scenario. */
bool play_opens(const struct action *action);

/* Begin it before its first step; app->store is a demo's.  Ends another one. */
bool play_begin(struct app *app, const char *scenario, struct error *err)
	MUST_CHECK;
/* The store stays as it is. */
void play_end(struct app *app);
bool play_on(const struct app *app);

const char *play_title(const struct app *app);
size_t play_steps(const struct app *app);
size_t play_at(const struct app *app);		/* steps done */
const struct scenario_step *play_step(const struct app *app, size_t i);
/* The last of them; NULL before the first. */
const struct play_done *play_last(const struct app *app);

/* To where so many steps are done; a number beyond the last is the last.  The facts are
 * current afterwards and nobody acts as another.  False: *err, and where it got. */
bool play_to(struct app *app, size_t done, struct error *err) MUST_CHECK;

/* play_about.c: of play_last, say; NULL: all NOBODY. */
struct play_about play_about(struct app *app, const struct play_done *done);
/* Between these two the facts are what stood before what is now new: before the last
 * step, or before the one that it looks back on.  Only look at them.  False: nothing
 * is new (or it cannot be read), and the facts are as they were. */
bool play_aside(struct app *app) MUST_CHECK;
void play_return(struct app *app);

#endif
