/* tls_look.h: a handshake made only to see how it ends: client libraries of databases
 * say too little of why a certificate was not taken. */
#ifndef NET_TLS_LOOK_H
#define NET_TLS_LOOK_H

#include <openssl/bio.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "net/net_fault.h"

enum { TLS_ABOUT = 96, TLS_PRINT = 65 };

struct tls_wish {
	const char *host;	/* that the certificate is to be for */
	bool verify;		/* chain and host; else only that it is encrypted */
	const char *ca_file;	/* PEM; NULL or "": the system's */
	const char *certificate, *key;	/* of this client, PEM; "" and NULL: none */
	int64_t until;
	/* Where records come within packets of another kind (net/tds_line.h); NULL: as they
	 * are. */
	BIO *(*line)(int fd);
};

struct tls_seen {
	char about[TLS_ABOUT];		/* "TLSv1.3, TLS_AES_256_GCM_SHA384" */
	char sha1[TLS_PRINT], sha256[TLS_PRINT];	/* fingerprints of the server's
						 * certificate, in hex */
	bool doubted;			/* cut when this client's certificate was seen, or
					 * none: what comes after may be cut, too */
};

/* False: *fault.  A client certificate that nobody could take (no PEM, a locked key, a
 * key of another one, expired) is refused before the handshake.  Nothing can be sent on
 * the connection afterwards. */
bool tls_look(int fd, const struct tls_wish *wish, struct tls_seen *seen,
	      struct net_fault *fault) MUST_CHECK;

#endif
