/* tls_why.h: why a handshake did not come about, noted while it is made. */
#ifndef NET_TLS_WHY_H
#define NET_TLS_WHY_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "net/net_fault.h"

struct tls_why {
	struct net_fault certificate;	/* what is wrong with the server's first */
	bool asked;			/* it wants a client certificate, and there is none */
};

/* Note into *why, which lasts as long as the handshake. */
void tls_why_watch(SSL *ssl, struct tls_why *why);
/* It failed, by the last error of OpenSSL's: *fault. */
void tls_why_say(const struct tls_why *why, struct net_fault *fault);

#endif
