/* open_file.c: see open_file.h. */
#include "base/open_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names of what this process has open already: the shell's <(command), too. */
static bool handed_over(const char *path)
{
	static const char *const names[] = { "/dev/stdin", "/dev/fd/", "/proc/self/fd/" };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strncmp(path, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

/* Who hands over a pipe wants to be waited for. */
static bool waits_again(int fd)
{
	int how = fcntl(fd, F_GETFL);

	return how >= 0 && fcntl(fd, F_SETFL, how & ~O_NONBLOCK) == 0;
}

int open_file(const char *path, int flags, const char **why)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags);
	struct stat st;

	errno = fd < 0 && errno == ENXIO ? EINVAL : errno;	/* a socket */
	if (fd >= 0 && fstat(fd, &st) == 0) {
		if (S_ISREG(st.st_mode) ||
		    (S_ISFIFO(st.st_mode) && handed_over(path) && waits_again(fd)))
			return fd;
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	}
	*why = errno == EINVAL ? "is no plain file" : strerror(errno);
	if (fd >= 0) {
		flags = errno;
		close(fd);
		errno = flags;
	}
	return -1;
}
