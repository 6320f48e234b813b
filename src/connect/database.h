/* database.h: a database that is checked, and what its own library does of the check. */
#ifndef CONNECT_DATABASE_H
#define CONNECT_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include "net/dial.h"
#include "net/net_fault.h"
#include "net/tls_look.h"

/* What the field ssl says; PREFER: as the server has it. */
enum ssl { SSL_MODE_DISABLE, SSL_MODE_PREFER, SSL_MODE_REQUIRE, SSL_MODE_VERIFY };

enum { DATABASE_FILE = 40 };

struct database {
	const char *host, *port, *name;		/* name: of the database, or "" */
	bool through;				/* an SSH server: */
	const char *dial_host, *dial_port;	/* its near end; else host and port */
	const char *user, *password;		/* NULL: none is kept */
	const char *ca_file;			/* "": the system's */
	const char *certificate, *key;		/* of this client, PEM; "" and NULL: none */
	const char *certificate_file, *key_file;	/* the same, for libraries */
	enum ssl ssl;
	bool encrypted;				/* TLS was seen to work */
	struct tls_seen tls;			/* ... and what was seen */
	char address[DIAL_ADDRESS], shown[DIAL_ADDRESS];
	int64_t until;
};

struct database_kind {
	const char *port;			/* where it usually listens */
	enum ssl ssl;				/* where the letter does not say */
	BIO *(*line)(int fd);			/* of tls_wish */
	/* On a fresh connection: has the server TLS to offer?  Up to where the
	 * handshake begins.  False: *fault. */
	bool (*offers_tls)(const struct database *database, int fd, bool *offers,
			   struct net_fault *fault);
	/* Sign in; and read one constant line: as whom.  False: *fault. */
	bool (*sign_in)(const struct database *database, struct net_fault *fault);
	bool (*read)(const struct database *database, struct net_fault *fault);
};

/* Do a library's words name an alert of the server's about this client's certificate? */
bool database_is_certificate_alert(const char *words);

#endif
