/* line.c: see line.h. */
#include "net/line.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/dial.h"

static bool cut(struct net_fault *fault, const char *what)
{
	fault->reason = "reset";
	snprintf(fault->detail, sizeof(fault->detail), "%s", what);
	return false;
}

bool line_wait(int fd, short what, int64_t until, struct net_fault *fault)
{
	struct pollfd wait = { fd, what, 0 };
	int left = dial_left(until), n = left > 0 ? poll(&wait, 1, left) : 0;

	if (n == 1 || (n < 0 && errno == EINTR))
		return true;
	fault->reason = "timeout";
	snprintf(fault->detail, sizeof(fault->detail), "the server says nothing");
	return false;
}

bool line_send(int fd, const void *bytes, size_t n, int64_t until,
	       struct net_fault *fault)
{
	const char *at = bytes;
	ssize_t sent;

	while (n) {
		sent = send(fd, at, n, MSG_NOSIGNAL);
		if (sent > 0) {
			at += sent;
			n -= (size_t)sent;
		} else if (errno == EAGAIN) {
			if (!line_wait(fd, POLLOUT, until, fault))
				return false;
		} else if (errno != EINTR) {
			return cut(fault, strerror(errno));
		}
	}
	return true;
}

bool line_receive(int fd, void *bytes, size_t n, int64_t until,
		  struct net_fault *fault)
{
	char *at = bytes;
	ssize_t got;

	while (n) {
		got = recv(fd, at, n, 0);
		if (got == 0)
			return cut(fault, "the server closed the connection");
		if (got > 0) {
			at += got;
			n -= (size_t)got;
		} else if (errno == EAGAIN) {
			if (!line_wait(fd, POLLIN, until, fault))
				return false;
		} else if (errno != EINTR) {
			return cut(fault, strerror(errno));
		}
	}
	return true;
}
