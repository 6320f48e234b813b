/* scenario.h: a few changes of a small workspace, the same for the same seed, and what a
 * store must hold when so many of them are in it. */
#ifndef TESTS_TORTURE_SCENARIO_H
#define TESTS_TORTURE_SCENARIO_H

#include "model/edit.h"
#include "tests/store/world.h"
#include "tests/torture/torture.h"

enum { STEPS = 6 };

struct scenario {
	uint64_t seed;
	struct edit edits[STEPS];	/* not yet applied */
	char text[STEPS][32], id[STEPS][32];
	char op[STEPS][24];
	char *holds[STEPS + 1];		/* the workspace after so many */
};

/* Is shared with the processes that are forked. */
struct progress { long said; };		/* changes that were acknowledged */

void scenario_make(struct scenario *it, uint64_t seed);
void scenario_free(struct scenario *it);
/* A fresh store before the first change, closed, in a folder of its own; the pattern
 * is kept, so that scenario_again costs a copy. */
void scenario_begin(struct world *world);
void scenario_again(struct world *world);
/* The changes from `from` on, over two openings of the store; each that was
 * acknowledged is counted in *progress.  False: err. */
bool scenario_run(const struct world *world, const struct scenario *it, int from,
		  volatile struct progress *progress, struct error *err);
/* How many changes the store holds: sound in all that verify looks at, no more and no
 * less than those, each with its op id.  -1: why not. */
int scenario_holds(const struct world *world, const struct scenario *it, char *why,
		   size_t size);

/* A harness may plant: called after the store is opened for the changes. */
extern void (*scenario_opened)(struct store *store);

#endif
