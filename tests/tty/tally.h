/* tally.h: what tally.so, loaded into a program under test, shares with the driver. */
#ifndef TESTS_TTY_TALLY_H
#define TESTS_TTY_TALLY_H

#include <stdatomic.h>
#include <stdbool.h>

#define TALLY_FD "GATEHOUSE_TALLY"	/* in the environment: the descriptor of it */

struct tally {
	atomic_bool loaded;
	atomic_ulong writes, bytes;	/* to any terminal; told before they are done */
};

#endif
