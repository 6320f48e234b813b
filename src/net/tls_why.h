/* tls_why.h: why a handshake did not come about, noted while it is made: by the codes of
 * OpenSSL and of TLS, which no version words otherwise. */
#ifndef NET_TLS_WHY_H
#define NET_TLS_WHY_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "net/net_fault.h"

struct tls_why {
	struct net_fault certificate;	/* what is wrong with the server's first; reason
					 * NULL: nothing */
	struct net_fault host;		/* ... if it turns out to be for another host */
	bool asked;			/* it wants a client certificate, and there is none */
	bool closed;			/* the server said that it ends here, and nothing
					 * was cut */
	int alert;			/* the last one that came (RFC 8446 6.2); 0: none */
};

/* Note into *why, which lasts as long as the context; before a connection is made. */
void tls_why_watch(SSL_CTX *context, struct tls_why *why);
/* It failed, by the last error of OpenSSL's: *fault. */
void tls_why_say(const struct tls_why *why, struct net_fault *fault);
/* The reason of an alert that came, else of an error of OpenSSL's (0: none), else NULL:
 * the line was cut. */
const char *tls_why_reason(const struct tls_why *why, unsigned long code);

#endif
