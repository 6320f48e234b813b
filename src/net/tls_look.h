/* tls_look.h: a handshake made only to see how it ends: client libraries of databases
 * say too little of why a certificate was not taken. */
#ifndef NET_TLS_LOOK_H
#define NET_TLS_LOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "net/net_fault.h"

enum { TLS_ABOUT = 96 };

struct tls_wish {
	const char *host;	/* that the certificate is to be for */
	bool verify;		/* chain and host; else only that it is encrypted */
	const char *ca_file;	/* PEM; NULL or "": the system's */
	int64_t until;
};

/* about: "TLSv1.3, TLS_AES_256_GCM_SHA384".  False: *fault. */
bool tls_look(int fd, const struct tls_wish *wish, char about[TLS_ABOUT],
	      struct net_fault *fault) MUST_CHECK;

#endif
