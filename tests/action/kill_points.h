/* kill_points.h: every call that changes a file, SQLite's too, counted; at the one
 * asked for the process ends as if it were killed. */
#ifndef TESTS_KILL_POINTS_H
#define TESTS_KILL_POINTS_H

#include <stdbool.h>

enum { KILLED = 99 };		/* exit status */

/* End at call `at` (1 ..; 0: only count).  torn: a write is half done before;
 * else the call is not made at all. */
void kill_at(long at, bool torn);
/* From call `at` on no disk confirms anything (0: all do). */
void lose_disk_at(long at);
long kill_points(void);		/* calls so far */

#endif
