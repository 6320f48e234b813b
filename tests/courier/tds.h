/* tds.h: a stand-in of SQL Server as far as a sign-in and one line go (MS-TDS 7.4), with
 * or without TLS; for server.h's AS_TOLD.  No real one runs where these tests do. */
#ifndef TESTS_COURIER_TDS_H
#define TESTS_COURIER_TDS_H

#include "tests/courier/certificate.h"
#include "tests/courier/server.h"

struct tds_server {
	const struct certificate *certificate;	/* NULL: it says that it has no TLS */
	int error;		/* at signing in; 0: the password is SERVER_PASSWORD */
	const char *nowhere;	/* of this database it says 4060; NULL: of none */
	int query_error;	/* at reading; 0: none */
	bool ends;		/* without a word, where one signs in */
};

/* told: a tds_server. */
void tds_serve(const struct server *server, int fd);

#endif
