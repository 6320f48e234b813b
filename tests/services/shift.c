/* shift.c: loaded before a program (LD_PRELOAD): its clock is SHIFT seconds ahead. */
#include <stdlib.h>
#include <time.h>

time_t time(time_t *out)
{
	const char *text = getenv("SHIFT");
	struct timespec now;
	time_t when;

	clock_gettime(CLOCK_REALTIME, &now);
	when = now.tv_sec + (text ? strtol(text, NULL, 10) : 0);
	if (out)
		*out = when;
	return when;
}
