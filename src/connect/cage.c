/* cage.c: see cage.h. */
#include "connect/cage.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/attr.h"

#ifndef __has_feature
#define __has_feature(x) 0		/* clang's, for what gcc says by a name */
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { MEMORY = 0 };			/* it reserves terabytes */
#else
enum { MEMORY = 512 << 20 };
#endif
enum { FILES = 64, SECONDS = 60, BYTES = 1 << 20 /* of a file in memory */ };

static bool limit(__rlimit_resource_t what, rlim_t most)
{
	struct rlimit now;

	if (getrlimit(what, &now) != 0)
		return false;
	if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most)
		now.rlim_max = most;
	now.rlim_cur = now.rlim_max;
	return setrlimit(what, &now) == 0;
}

/* Whoever started it: variables that libraries obey (proxies, PG..., SSLKEYLOGFILE) are
 * none of the letter's, and ~ is nobody's. */
static bool forget_environment(void)
{
	return clearenv() == 0 && setenv("LANG", "C.UTF-8", 1) == 0 &&
		setenv("HOME", "/nonexistent", 1) == 0;
}

/* Does nobody read what it says any more?  (Who started it may be process 1.) */
static bool is_orphan(void)
{
	struct pollfd out = { STDOUT_FILENO, 0, 0 };

	return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

bool cage_enter(void)
{
	/* exec made it dumpable again; the parent may have died before the first line. */
	if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || is_orphan() || !forget_environment())
		return false;
	(void)signal(SIGPIPE, SIG_IGN);
	return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, BYTES) &&
		limit(RLIMIT_NOFILE, FILES) && limit(RLIMIT_CPU, SECONDS) &&
		(!MEMORY || limit(RLIMIT_AS, MEMORY));
}
