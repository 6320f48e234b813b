/* server.h: servers on the loopback that do what no server should, or what PostgreSQL
 * and MySQL do as far as a check goes; a process each, on a port that the kernel gives. */
#ifndef TESTS_COURIER_SERVER_H
#define TESTS_COURIER_SERVER_H

#include <sys/types.h>

enum manner {
	HANGS,			/* takes the connection and says nothing */
	RESETS,			/* takes it and cuts it */
	CLOSES,			/* ends it, politely */
	GARBAGE,		/* says nonsense for ever */
	WEB,			/* answers as a web server does */
	POSTGRES,		/* without TLS; error: of its ErrorResponse, or NULL */
	POSTGRES_TLS,		/* says that it has TLS, and has not */
	MYSQL,			/* the same; error: "1045" */
	AS_TOLD			/* by serve */
};

struct server {
	enum manner manner;
	const char *error;	/* at signing in; NULL: the password is PASSWORD */
	const char *place;	/* the routine that PostgreSQL names */
	const char *query_error;	/* at reading */
	void (*serve)(const struct server *server, int fd);	/* AS_TOLD: in its process */
	const void *told;		/* of serve */
	/* Filled in: */
	pid_t pid;
	int port;
	char text[16];		/* the port */
};

#define SERVER_PASSWORD "canary-4711"

void server_start(struct server *server);
void server_stop(struct server *server);
/* A port on which nobody listens. */
int server_nobody(void);

#endif
