/* clock.h: the time, as microseconds since 1970 UTC. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_TEXT = 32 };

int64_t clock_now(void);
/* Stand still at t (demo and temporary stores under test); every call of
 * clock_now then advances by one second.  0: the real time again. */
void clock_fix(int64_t t);
/* "2026-11-25T03:18:00Z" */
void clock_rfc3339(int64_t t, char out[CLOCK_TEXT]);
/* RFC 3339 with any offset, or a date alone (midnight UTC). */
bool clock_parse(const char *text, int64_t *t);
/* Local, for screens: "2026-11-25 04:18" */
void clock_local(int64_t t, char out[CLOCK_TEXT]);

#endif
