/* torture.h: what the harnesses of faults have in common.  The same code runs short in
 * make check and long in make torture: how often is a number of the environment, and
 * every lot is seeded.  Each harness says one line at its end, which torture.sh sums. */
#ifndef TESTS_TORTURE_TORTURE_H
#define TESTS_TORTURE_TORTURE_H

#include <stdint.h>
#include <sys/types.h>

#include "tests/expect.h"

/* GATEHOUSE_TORTURE_<name>, else `otherwise`. */
long torture_number(const char *name, long otherwise);
/* GATEHOUSE_TORTURE_SEED and the harness's own. */
uint64_t torture_seed(uint64_t own);

struct lot { uint64_t state; };
uint32_t toss(struct lot *lot, uint32_t sides);

struct losses {
	const char *what;
	bool planted;		/* a fault was planted: losses are what it is about */
	long rounds, kills, faults, refusals, losses;
	char first[400];	/* loss */
};

/* Something was lost: counted, and the first few are told. */
void loss(struct losses *tally, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
/* A planted fault was found: the rest would say the same. */
bool losses_done(const struct losses *tally);
/* "# torture: WHAT: rounds N, kills N, faults N, refusals N, losses N", also into the
 * file that GATEHOUSE_TORTURE_LOG names; fails where there are losses and none was
 * planted, or one was and nothing was found. */
void losses_judge(struct losses *tally);

/* n bytes of zeros that children share with who made them, for good. */
void *shared(size_t n);

/* As fork, after what stdio holds was written; in the child a crash is a death. */
pid_t torture_fork(void);
/* Until a child has ended: its exit status, or 1000 + signal. */
int torture_wait(pid_t pid);

#endif
