/* walk.h: rows one below the other: how far a key or the wheel goes in them, and which
 * are in sight. */
#ifndef UI_WALK_H
#define UI_WALK_H

#include "ui/key.h"

/* Up, Down, j, k: one; PgUp, PgDn: page; Home, End, g, G: as far as it goes, +-WALK_END.
 * 0: no key for walking. */
#define WALK_END 0x7fffffffL
long walk_key(const struct key *key, long page);
/* The wheel of the mouse: -1 up, 1 down, 0 something else. */
int walk_wheel(const struct key *key);
/* The first of n rows to be shown where `room` fit: `at` is in sight, nothing is moved
 * without need, and there are no blank rows below. */
size_t walk_top(size_t top, size_t at, size_t room, size_t n);

#endif
