/* toyrun.h: start the toy console for a test. */
#ifndef TESTS_TTY_TOYRUN_H
#define TESTS_TTY_TOYRUN_H

#include "tests/expect.h"
#include "tests/tty/pty.h"

static inline struct pty *toy_start(const struct pty_options *options)
{
	const char *dir = getenv("builddir_abs");
	const char *argv[] = { NULL, NULL };
	char path[1024];

	snprintf(path, sizeof(path), "%s/tests/tty/toy", dir ? dir : ".");
	argv[0] = path;
	return pty_start(options, argv);
}

static inline void assert_has(struct pty *pty, const char *text)
{
	char *screen;

	if (pty_has(pty, text))
		return;
	screen = pty_screen(pty);
	print_message("no \"%s\" on:\n%s", text, screen);
	free(screen);
	fail();
}

#endif
