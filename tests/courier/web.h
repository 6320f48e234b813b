/* web.h: a web server on the loopback that answers as a table says, a process, on a port
 * that the kernel gives; what it was asked can be read. */
#ifndef TESTS_COURIER_WEB_H
#define TESTS_COURIER_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct web_answer {
	/* The first that fits is given: the request begins so ("GET /user"; NULL: any),
	 * and has this in it (a header, the body; NULL: any). */
	const char *ask, *with;
	int status;			/* 0: 200 */
	const char *headers;		/* "Content-Type: text/plain\r\n"; NULL: JSON's */
	const char *body;		/* NULL: none */
	size_t n;			/* its bytes; 0: up to its NUL */
	int times;			/* so often, then it fits no more; 0: always */
	bool endless;			/* the body again and again */
	bool cut;			/* the connection ends within the body */
	bool hangs;			/* no answer, until the other side ends it */
	bool own;			/* an @ of the body stands for its own address */
};

struct web {
	const struct web_answer *answers;
	size_t n;
	/* Filled in: */
	pid_t pid;
	int port, log;
	char origin[48];		/* "http://127.0.0.1:40123" */
};

void web_start(struct web *web);
void web_stop(struct web *web);
/* All requests so far, as they came; until the next call. */
const char *web_heard(const struct web *web);
/* How many of them begin so. */
size_t web_count(const struct web *web, const char *ask);

#endif
