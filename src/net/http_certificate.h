/* http_certificate.h: a second look at a server whose certificate was not taken: whose it
 * is and who issued it, so that an administrator can tell whether it is the right one.
 * Nothing is sent but the handshake. */
#ifndef NET_HTTP_CERTIFICATE_H
#define NET_HTTP_CERTIFICATE_H

#include <stdbool.h>

#include "base/attr.h"
#include "net/http.h"

enum { CERTIFICATE_NAME = 200, CERTIFICATE_NAMES = 256, CERTIFICATE_SUM = 100, CERTIFICATE_DAY = 16 };

struct http_certificate {
	char subject[CERTIFICATE_NAME], issuer[CERTIFICATE_NAME];	/* "CN = x" */
	char names[CERTIFICATE_NAMES];	/* hosts it is for: "a.example, 127.0.0.1" */
	char from[CERTIFICATE_DAY], until[CERTIFICATE_DAY];	/* "2027-01-31" */
	char sha256[CERTIFICATE_SUM];	/* "AB:CD:..." of the whole certificate */
	int chain;			/* how many the server sent */
	bool own;			/* issued by itself */
};

/* False: it showed none, or the time is over. */
bool http_certificate(struct http *http, struct http_certificate *seen) MUST_CHECK;

#endif
