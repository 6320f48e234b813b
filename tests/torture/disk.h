/* disk.h: a file system below SQLite that can be told to fail, to lie, or to lose its
 * power. */
#ifndef TESTS_TORTURE_DISK_H
#define TESTS_TORTURE_DISK_H

#include <stdbool.h>
#include <stdint.h>

enum disk_way {
	DISK_GOOD,
	DISK_FAILS_ONCE,	/* call `at` fails */
	DISK_FAILS,		/* and each one after it */
	DISK_FULL,		/* the same, as a full disk */
	DISK_SWALLOWS,		/* the write at `at` is said to be done: a lie */
	DISK_LOSES_POWER	/* at call `at` the process ends; of what was not synced
				 * each write is there, lost or torn by 512 bytes */
};

enum { DISK_POWER_GONE = 77 };	/* exit status then */

/* Once a process, before its first store: from then on all of SQLite goes through it. */
void disk_install(void);
/* Count calls that change a file (writes, truncations, syncs, openings, removals) from
 * 1 on; at < 1: never. */
void disk_start(enum disk_way way, long at, uint64_t seed);
void disk_stop(void);
long disk_calls(void);		/* since disk_start */
long disk_failed(void);		/* of them */

#endif
