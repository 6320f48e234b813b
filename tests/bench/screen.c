/* screen.c: what the console costs a person: time to the first full screen, time
 * and bytes of a key.   screen PROGRAM ARGS... */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "tests/tty/pty.h"

enum { STARTS = 15, KEYS = 400 };

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void starts(const char *const *argv)
{
	double ms[STARTS];

	for (int i = 0; i < STARTS; i++) {
		double t = now_ms();
		struct pty *pty = pty_start(NULL, argv);

		ms[i] = now_ms() - t;
		pty_stop(pty);
	}
	qsort(ms, STARTS, sizeof(*ms), compare);
	printf("first full screen           %10.1f ms median, %.1f ms worst of %d\n",
	       ms[STARTS / 2], ms[STARTS - 1], STARTS);
}

/* Down and up by turns, so that the list never ends. */
static void keys(const char *const *argv, const char *before, const char *name)
{
	struct pty *pty = pty_start(NULL, argv);
	static double ms[KEYS];
	size_t bytes;

	if (!pty_keys(pty, before))
		exit(1);
	bytes = pty_bytes(pty);
	for (int i = 0; i < KEYS; i++) {
		double t = now_ms();

		if (!pty_send(pty, i / 8 % 2 ? "k" : "j", 1))
			exit(1);
		ms[i] = now_ms() - t;
	}
	qsort(ms, KEYS, sizeof(*ms), compare);
	printf("arrow, panel %-3s            %10.2f ms median, %.2f ms p99, %.0f bytes\n",
	       name, ms[KEYS / 2], ms[KEYS * 99 / 100],
	       (double)(pty_bytes(pty) - bytes) / KEYS);
	pty_stop(pty);
}

int main(int argc, char **argv)
{
	const char *const *program = (const char *const *)(argv + 1);

	if (argc < 2) {
		fprintf(stderr, "usage: screen PROGRAM ARGS...\n");
		return 2;
	}
	starts(program);
	keys(program, "", "on");
	keys(program, "pp", "off");
	return 0;
}
