/* torture.h: what the harnesses of faults have in common.  The same code runs short in
 * make check and long in make torture: how often is a number of the environment, and
 * every dice is seeded.  Each harness says one line at its end, which torture.sh sums. */
#ifndef TESTS_TORTURE_TORTURE_H
#define TESTS_TORTURE_TORTURE_H

#include <sys/types.h>

#include "tests/expect.h"

/* GATEHOUSE_TORTURE_<name>, else `otherwise`. */
long torture_number(const char *name, long otherwise);
/* GATEHOUSE_TORTURE_SEED and the harness's own. */
uint64_t torture_seed(uint64_t own);

struct dice { uint64_t state; };
uint32_t roll(struct dice *dice, uint32_t sides);

struct tally {
	const char *what;
	bool planted;		/* a fault was planted: losses are what it is about */
	long rounds, kills, faults, refusals, losses;
	char first[400];	/* loss */
};

/* Something was lost: counted, and the first few are told. */
void tally_loss(struct tally *tally, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* A planted fault was found: the rest would say the same. */
bool tally_done(const struct tally *tally);
/* "# torture: WHAT: rounds N, kills N, faults N, refusals N, losses N", also into the
 * file that GATEHOUSE_TORTURE_LOG names; fails where there are losses and none was
 * planted, or one was and nothing was found. */
void tally_judge(struct tally *tally);

/* As fork, after what stdio holds was written; in the child a crash is a death. */
pid_t torture_fork(void);
/* Until a child has ended: its exit status, or 1000 + signal. */
int torture_wait(pid_t pid);

#endif
