/* tally.c: a library to be loaded into a program under test (LD_PRELOAD): it counts
 * what is written to the terminal.  A write that does not come by here, as those of
 * stdio, is betrayed by its bytes: see pty_tally.c. */
#include "tests/tty/tally.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static struct tally *tally;

/* Before main, so that the program finds neither descriptor nor variables. */
__attribute__((constructor)) static void begin(void)
{
	const char *text = getenv(TALLY_FD);
	int fd = text ? (int)strtol(text, NULL, 10) : -1;
	void *at = mmap(NULL, sizeof(*tally), PROT_READ | PROT_WRITE, MAP_SHARED,
			fd, 0);

	unsetenv("LD_PRELOAD");
	unsetenv(TALLY_FD);
	if (at == MAP_FAILED)
		return;
	close(fd);
	tally = at;
	tally->loaded = true;
}

/* The driver may see the bytes before the call is back here: so told before. */
static bool told(int fd, size_t n)
{
	int saved = errno;
	bool is = tally && isatty(fd);

	errno = saved;
	if (is) {
		tally->writes++;
		tally->bytes += n;
	}
	return is;
}

static ssize_t done(bool was_told, size_t n, ssize_t wrote)
{
	if (was_told)
		tally->bytes -= n - (wrote < 0 ? 0 : (size_t)wrote);
	return wrote;
}

/* A signal handler may call these: nothing is looked up here. */
ssize_t write(int fd, const void *bytes, size_t n)
{
	bool was_told = told(fd, n);

	return done(was_told, n, syscall(SYS_write, fd, bytes, n));
}

ssize_t writev(int fd, const struct iovec *part, int parts)
{
	bool was_told;
	size_t n = 0;
	int i;

	for (i = 0; i < parts; i++)
		n += part[i].iov_len;
	was_told = told(fd, n);
	return done(was_told, n, syscall(SYS_writev, fd, part, parts));
}
