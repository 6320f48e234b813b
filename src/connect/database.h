/* database.h: the steps of a check that are alike for all databases: look the host up,
 * connect, see how TLS ends; then the database's own library signs in and reads. */
#ifndef CONNECT_DATABASE_H
#define CONNECT_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/dial.h"
#include "net/net_fault.h"

/* What the field ssl says; PREFER: as the server has it. */
enum ssl { SSL_MODE_DISABLE, SSL_MODE_PREFER, SSL_MODE_REQUIRE, SSL_MODE_VERIFY };

struct database {
	const char *host, *port, *name;		/* name: of the database, or "" */
	const char *user, *password;		/* NULL: none is kept */
	const char *ca_file;			/* "": the system's */
	enum ssl ssl;
	bool encrypted;				/* TLS was seen to work */
	char address[DIAL_ADDRESS], shown[DIAL_ADDRESS];
	int64_t until;
};

struct database_kind {
	const char *port;			/* where it usually listens */
	/* On a fresh connection: has the server TLS to offer?  Up to where the
	 * handshake begins.  False: *fault. */
	bool (*offers_tls)(const struct database *database, int fd, bool *offers,
			   struct net_fault *fault);
	/* Sign in; and read one constant line: as whom.  False: *fault. */
	bool (*sign_in)(const struct database *database, struct net_fault *fault);
	bool (*read)(const struct database *database, struct net_fault *fault);
};

/* All of it, reported; what main() returns. */
int database_check(const struct database_kind *kind);

#endif
