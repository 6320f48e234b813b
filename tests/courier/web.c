/* web.c: see web.h. */
#include "tests/courier/web.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REQUEST = 1 << 16, HEARD = 1 << 20, ANSWERS = 64 };

static const char between[] = "\n\x1e\n";

struct shared { unsigned used[ANSWERS]; };

static bool put(int fd, const char *bytes, size_t n)
{
	ssize_t sent;

	for (; n; n -= (size_t)sent, bytes += sent)
		if ((sent = send(fd, bytes, n, MSG_NOSIGNAL)) <= 0)
			return false;
	return true;
}

/* A request with its body; its bytes. */
static size_t read_request(int fd, char request[REQUEST])
{
	size_t n = 0, whole = 0;
	const char *end, *length;
	ssize_t got;

	request[0] = '\0';
	while (n < REQUEST - 1 && (got = recv(fd, request + n, REQUEST - 1 - n, 0)) > 0) {
		n += (size_t)got;
		request[n] = '\0';
		if (*request == 0x16)
			break;
		end = strstr(request, "\r\n\r\n");
		if (!end)
			continue;
		length = strcasestr(request, "\r\nContent-Length:");
		whole = (size_t)(end - request) + 4 +
			(length && length < end ? strtoul(length + 17, NULL, 10) : 0);
		if (n >= whole)
			break;
	}
	return n;
}

static bool fits(const struct web_answer *answer, unsigned used, const char *request)
{
	return (!answer->ask || strncmp(request, answer->ask, strlen(answer->ask)) == 0) &&
		(!answer->with || strstr(request, answer->with)) &&
		(!answer->times || used < (unsigned)answer->times);
}

/* The body with its own address for each @. */
static const char *own_body(const struct web *web, const char *body)
{
	static char out[4096];
	size_t n = 0;

	for (; *body && n < sizeof(out) - sizeof(web->origin); body++)
		n += (size_t)snprintf(out + n, sizeof(out) - n, "%.*s",
				      *body == '@' ? (int)strlen(web->origin) : 1,
				      *body == '@' ? web->origin : body);
	return out;
}

static void give(const struct web *web, int fd, const struct web_answer *answer)
{
	const char *body = answer->body && answer->own ? own_body(web, answer->body) :
		answer->body;
	size_t n = body ? answer->n ? answer->n : strlen(body) : 0;
	char head[4096];
	int size;

	size = snprintf(head, sizeof(head), "HTTP/1.1 %d X\r\nConnection: close\r\n",
			answer->status ? answer->status : 200);
	if (!answer->endless)
		size += snprintf(head + size, sizeof(head) - (size_t)size,
				 "Content-Length: %zu\r\n", n + answer->cut);
	/* An @ stands for its own address. */
	for (const char *at = answer->headers ? answer->headers :
	     "Content-Type: application/json\r\n"; *at; at++)
		size += snprintf(head + size, sizeof(head) - (size_t)size, "%.*s",
				 *at == '@' ? (int)strlen(web->origin) : 1,
				 *at == '@' ? web->origin : at);
	size += snprintf(head + size, sizeof(head) - (size_t)size, "\r\n");
	if (!put(fd, head, (size_t)size) || !put(fd, body ? body : "", n))
		return;
	while (answer->endless && put(fd, body, n))
		;
}

static void serve(const struct web *web, int fd, struct shared *shared)
{
	static const struct web_answer nothing = { .status = 418, .body = "{}" };
	static const struct web_answer no_tls = { .status = 400 };
	static char request[REQUEST];
	size_t n = read_request(fd, request), i;

	if (n && *request == 0x16) {	/* TLS is no HTTP: as web servers say it */
		give(web, fd, &no_tls);
		return;
	}
	if (!n || write(web->log, request, n) < 0 ||
	    write(web->log, between, sizeof(between) - 1) < 0)
		return;
	for (i = 0; i < web->n; i++)
		if (fits(&web->answers[i], shared->used[i], request))
			break;
	if (i < web->n)
		shared->used[i]++;
	if (i < web->n && web->answers[i].hangs) {
		while (recv(fd, request, 1, 0) > 0)
			;
		return;
	}
	give(web, fd, i < web->n ? &web->answers[i] : &nothing);
}

void web_start(struct web *web)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), fd;
	struct shared *shared;
	socklen_t size = sizeof(at);
	FILE *log = tmpfile();

	if (!log || listener < 0 || web->n > ANSWERS ||
	    bind(listener, (struct sockaddr *)&at, sizeof(at)) != 0 ||
	    getsockname(listener, (struct sockaddr *)&at, &size) != 0 ||
	    listen(listener, 64) != 0)
		abort();
	web->log = dup(fileno(log));
	fclose(log);
	web->port = ntohs(at.sin_port);
	snprintf(web->origin, sizeof(web->origin), "http://127.0.0.1:%d", web->port);
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		abort();
	memset(shared, 0, sizeof(*shared));
	fflush(NULL);
	web->pid = fork();
	if (web->pid < 0)
		abort();
	if (web->pid) {
		close(listener);
		munmap(shared, sizeof(*shared));
		return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	/* One after the other: what was asked stands in its order. */
	while ((fd = accept(listener, NULL, NULL)) >= 0) {
		serve(web, fd, shared);
		shutdown(fd, SHUT_WR);
		close(fd);
	}
	_exit(0);
}

void web_stop(struct web *web)
{
	kill(web->pid, SIGKILL);
	waitpid(web->pid, NULL, 0);
	close(web->log);
}

const char *web_heard(const struct web *web)
{
	static char heard[HEARD];
	ssize_t n = pread(web->log, heard, sizeof(heard) - 1, 0);

	heard[n > 0 ? n : 0] = '\0';
	return heard;
}

size_t web_count(const struct web *web, const char *ask)
{
	const char *at = web_heard(web);
	size_t n = 0;

	while (at && *at) {
		n += strncmp(at, ask, strlen(ask)) == 0;
		at = strstr(at, between);
		at = at ? at + sizeof(between) - 1 : NULL;
	}
	return n;
}
