/* tunnel.h: a way to a database through an SSH server, by the system's ssh: a port of
 * this machine's loopback, and what ssh says when it does not come about. */
#ifndef CONNECT_TUNNEL_H
#define CONNECT_TUNNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/attr.h"
#include "net/net_fault.h"

enum { TUNNEL_TEXT = 32 * 1024, TUNNEL_PORT = 8 };

struct tunnel_wish {
	const char *program;		/* ssh, with its path */
	const char *folder;		/* known_hosts and the keys: id_ed25519 ... */
	const char *host, *port, *user;	/* of the SSH server */
	const char *to_host, *to_port;	/* where it goes on to */
	int64_t until;
};

struct tunnel {
	pid_t pid;
	int from;			/* what ssh says */
	char port[TUNNEL_PORT];		/* of 127.0.0.1 */
	char text[TUNNEL_TEXT];		/* what it said, so far */
	size_t n;
};

/* ssh stands, and listens.  It dies with this process.  False: *fault; no-driver: there
 * is no ssh. */
bool tunnel_open(const struct tunnel_wish *wish, struct tunnel *tunnel,
		 struct net_fault *fault) MUST_CHECK;
/* Did the SSH server refuse to go on to the database?  Then *fault says why. */
bool tunnel_refused(struct tunnel *tunnel, struct net_fault *fault);
/* Twice is nothing. */
void tunnel_close(struct tunnel *tunnel);

/* tunnel_words.c: why ssh ended, or did not reach what lies behind, by its own words. */
void tunnel_why(const char *text, struct net_fault *fault);
bool tunnel_why_not_on(const char *text, struct net_fault *fault);

#endif
