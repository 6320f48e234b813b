/* tls_identity.h: a client certificate and its key, as text, given to a handshake. */
#ifndef NET_TLS_IDENTITY_H
#define NET_TLS_IDENTITY_H

#include <openssl/ssl.h>
#include <stdbool.h>

#include "base/attr.h"
#include "net/net_fault.h"

/* certificate: PEM, with those between it and its authority behind it.  False: config;
 * tls-client-cert where it is not valid now. */
bool tls_identity(SSL_CTX *context, const char *certificate, const char *key,
		  struct net_fault *fault) MUST_CHECK;

#endif
