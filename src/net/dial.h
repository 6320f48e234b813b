/* dial.h: a name looked up, a connection made.  Nothing here waits beyond a deadline,
 * but the look-up, which nobody can hurry: who started this process ends it. */
#ifndef NET_DIAL_H
#define NET_DIAL_H

#include <netdb.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "net/net_fault.h"

enum { DIAL_ADDRESS = 80 };

/* Milliseconds that only go forward. */
int64_t dial_now(void);
/* Until then; 0: it is over. */
int dial_left(int64_t until);

/* An address, not a name: nothing is looked up. */
bool dial_is_address(const char *host);
/* False: config (the port), dns.  freeaddrinfo() it. */
bool dial_look_up(const char *host, const char *port, struct addrinfo **out,
		  struct net_fault *fault) MUST_CHECK;
/* The first address that answers; its text ("127.0.0.1", and "127.0.0.1:5432") is
 * filled in.  Addresses of the link (169.254/16, fe80::/10: metadata services) are
 * refused.  -1: *fault. */
int dial(const struct addrinfo *all, int64_t until, char address[DIAL_ADDRESS],
	 char shown[DIAL_ADDRESS], struct net_fault *fault) MUST_CHECK;
/* False, config: one of them is such an address.  For what somebody else connects to. */
bool dial_may(const struct addrinfo *all, struct net_fault *fault) MUST_CHECK;
bool dial_is_loopback(const char *address);
/* An address of the link alone (169.254/16, fe80::/10), or another one where a cloud
 * answers its machines, in any of its forms. */
bool dial_is_of_the_link(const struct sockaddr *address);

#endif
