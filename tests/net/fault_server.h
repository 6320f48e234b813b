/* fault_server.h: a server of HTTP on the loopback that says what a test tells it to,
 * byte by byte, with TLS or without; a process for each connection, on a port that the
 * kernel gives.  What it was asked is kept, for who asks to see. */
#ifndef TESTS_NET_FAULT_SERVER_H
#define TESTS_NET_FAULT_SERVER_H

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "tests/courier/certificate.h"

enum { FAULT_TEXT = 32 << 10 };

/* What came, of all connections, shared with the test. */
struct fault_seen {
	int connections, requests;
	size_t n;
	char text[FAULT_TEXT];		/* the requests, one behind the other */
};

struct fault_line {
	int fd;
	SSL *ssl;			/* NULL: in the clear */
	int nth;			/* which connection, from 1 */
	struct fault_seen *seen;
};

struct fault_tls {
	const struct certificate *certificate, *chain, *clients;	/* NULL: none */
	int version;			/* most; 0: any */
	bool lenient;			/* it asks for a client certificate, and goes on */
};

struct fault_server {
	void (*serve)(struct fault_line *line, const void *told);
	const void *told;
	const struct fault_tls *tls;	/* NULL: in the clear */
	/* Filled in: */
	pid_t pid;
	int port;
	char origin[48];		/* "http://127.0.0.1:40123" */
	struct fault_seen *seen;
};

void fault_start(struct fault_server *server);
void fault_stop(struct fault_server *server);

/* A request up to its end is read, and noted.  False: there is none. */
bool fault_take(struct fault_line *line);
/* False: nobody is there any more. */
bool fault_say(struct fault_line *line, const void *bytes, size_t n);
bool fault_text(struct fault_line *line, const char *text);
/* Cut without a word; and: nothing for ever. */
void fault_reset(struct fault_line *line);
void fault_hang(struct fault_line *line);

#endif
