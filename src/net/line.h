/* line.h: bytes sent and received on a connection that does not block, up to a
 * deadline. */
#ifndef NET_LINE_H
#define NET_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "net/net_fault.h"

/* False: timeout, reset. */
bool line_send(int fd, const void *bytes, size_t n, int64_t until,
	       struct net_fault *fault) MUST_CHECK;
/* Exactly n bytes. */
bool line_receive(int fd, void *bytes, size_t n, int64_t until,
		  struct net_fault *fault) MUST_CHECK;
/* Waits for POLLIN or POLLOUT. */
bool line_wait(int fd, short what, int64_t until, struct net_fault *fault) MUST_CHECK;

#endif
