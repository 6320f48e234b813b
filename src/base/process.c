/* process.c: see process.h. */
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STANDARD = 3 };

/* ---- the environment ------------------------------------------------------------- */

/* One with a final '_' stands for all that begin so. */
static const char *const kept[] = {
	"TERM", "TERMINFO", "TERMINFO_DIRS", "COLORTERM", "COLORFGBG", "NO_COLOR",
	"ESCDELAY", "NCURSES_NO_UTF8_ACS", "LANG", "LANGUAGE", "LC_", "TZ",
	"HOME", "XDG_", "GATEHOUSE_", "TMPDIR", "PATH", "SUDO_UID",
	"SSH_CLIENT", "SSH_CONNECTION", "TMUX", "TMUX_", "STY", "MOSH_",
};

bool process_keeps(const char *variable)
{
	size_t i, n, len = strcspn(variable, "=");

	for (i = 0; i < COUNT_OF(kept); i++) {
		n = strlen(kept[i]);
		if (kept[i][n - 1] == '_' ? len > n : len == n)
			if (strncmp(variable, kept[i], n) == 0)
				return true;
	}
	return false;
}

/* The words themselves too: what was there is in /proc/PID/environ, and would be in
 * whatever reads our memory. */
static void scrub_environment(void)
{
	char **from, **to = environ;

	for (from = environ; from && *from; from++)
		if (process_keeps(*from))
			*to++ = *from;
		else
			explicit_bzero(*from, strlen(*from));
	if (to)
		*to = NULL;
}

/* ---- descriptors ------------------------------------------------------------------- */

/* Closed ones stay without use: reading and writing fail as before. */
static void hold_standard(void)
{
	int fd;

	for (fd = 0; fd < STANDARD; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF &&
		    open("/dev/null", fd ? O_RDONLY : O_WRONLY) < 0)
			_exit(70);
}

static bool lines_may_follow(int argc, char **argv)
{
	const char *plain = getenv("GATEHOUSE_PLAIN"), *term = getenv("TERM");
	int i;

	for (i = 1; i < argc; i++)
		if (strcmp(argv[i], "--plain") == 0 || strcmp(argv[i], "batch") == 0)
			return true;
	return (plain && *plain) || !term || strcmp(term, "dumb") == 0;
}

/* The least descriptor from `least` on that a word names; INT_MAX: none. */
static int next_named(int argc, char **argv, int least)
{
	const char *at;
	char *end;
	long n, best = INT_MAX;
	int i;

	for (i = 1; i < argc; i++)
		for (at = argv[i]; at; at = at[0] ? strpbrk(at, "=/") : NULL) {
			at += at != argv[i] || *at == '/' || *at == '=';
			if (*at < '0' || *at > '9')
				continue;
			n = strtol(at, &end, 10);
			if (!*end && n >= least && n < best)
				best = n;
		}
	return (int)best;
}

static void close_others(int argc, char **argv)
{
	unsigned from = STANDARD, named;

	close_range(STANDARD, ~0U, CLOSE_RANGE_CLOEXEC);
	if (lines_may_follow(argc, argv))
		return;
	for (;; from = named + 1) {
		named = (unsigned)next_named(argc, argv, (int)from);
		if (named > from)
			close_range(from, named == INT_MAX ? ~0U : named - 1, 0);
		if (named == INT_MAX)
			return;
	}
}

void process_harden(int argc, char **argv)
{
	static const struct rlimit none = { 0, 0 };

	/* Each alone keeps cores away, the second also those that go to a pipe. */
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	umask(077);
	hold_standard();
	close_others(argc, argv);
	scrub_environment();
}
