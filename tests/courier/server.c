/* server.c: see server.h. */
#include "tests/courier/server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROOM = 4096, LONG_TIME = 600 };

static bool get(int fd, void *to, size_t n)
{
	char *at = to;
	ssize_t got;

	for (; n; at += got, n -= (size_t)got)
		if ((got = read(fd, at, n)) <= 0)
			return false;
	return true;
}

static void put(int fd, const void *from, size_t n)
{
	if (send(fd, from, n, MSG_NOSIGNAL) < 0)
		return;
}

/* ---- PostgreSQL ------------------------------------------------------------------ */

struct packet { unsigned char at[ROOM]; size_t n; };

static void add(struct packet *packet, const void *from, size_t n)
{
	memcpy(packet->at + packet->n, from, n);
	packet->n += n;
}

static void add_text(struct packet *packet, const char *text)
{
	add(packet, text, strlen(text) + 1);
}

static void add_number(struct packet *packet, uint32_t number, size_t bytes)
{
	unsigned char at[4] = { (unsigned char)(number >> 24), (unsigned char)(number >> 16),
				(unsigned char)(number >> 8), (unsigned char)number };

	add(packet, at + 4 - bytes, bytes);
}

static void send_as(int fd, char type, const struct packet *body)
{
	struct packet whole = { .n = 0 };

	add(&whole, &type, 1);
	add_number(&whole, (uint32_t)body->n + 4, 4);
	add(&whole, body->at, body->n);
	put(fd, whole.at, whole.n);
}

static void pg_error(int fd, const char *state, const char *place)
{
	struct packet body = { .n = 0 };

	add_text(&body, "SFATAL");
	add_text(&body, "VFATAL");
	add(&body, "C", 1);
	add_text(&body, state);
	/* Not in English, as many servers are. */
	add_text(&body, "Mnein, so geht das nicht");
	if (place) {
		add(&body, "R", 1);
		add_text(&body, place);
		add_text(&body, "Fauth.c");
		add_text(&body, "L1");
	}
	add(&body, "", 1);
	send_as(fd, 'E', &body);
}

static void pg_ready(int fd)
{
	struct packet body = { .n = 0 };

	add(&body, "I", 1);
	send_as(fd, 'Z', &body);
}

static void pg_rows(int fd)
{
	static const char *const names[] = { "current_user", "current_database" };
	struct packet head = { .n = 0 }, row = { .n = 0 }, done = { .n = 0 };
	size_t i;

	add_number(&head, 2, 2);
	add_number(&row, 2, 2);
	for (i = 0; i < 2; i++) {
		add_text(&head, names[i]);
		add_number(&head, 0, 4);
		add_number(&head, 0, 2);
		add_number(&head, 19, 4);	/* of type name */
		add_number(&head, 64, 2);
		add_number(&head, 0xffffffff, 4);
		add_number(&head, 0, 2);
		add_number(&row, 6, 4);
		add(&row, "reader", 6);
	}
	send_as(fd, 'T', &head);
	send_as(fd, 'D', &row);
	add_text(&done, "SELECT 1");
	send_as(fd, 'C', &done);
}

static size_t pg_read(int fd, char *type, char text[ROOM])
{
	uint32_t n;

	if ((type && !get(fd, type, 1)) || !get(fd, &n, 4))
		return 0;
	n = ntohl(n) - 4;
	return n < ROOM && get(fd, text, n) ? n : 0;
}

static void postgres(const struct server *server, int fd)
{
	struct packet ask = { .n = 0 }, ok = { .n = 0 }, version = { .n = 0 };
	char text[ROOM] = "", type;

	if (pg_read(fd, NULL, text) == 4) {	/* has it TLS? */
		put(fd, server->manner == POSTGRES_TLS ? "S" : "N", 1);
		if (server->manner == POSTGRES_TLS)
			put(fd, "HTTP/1.1 400 no\r\n\r\n", 19);
		if (!pg_read(fd, NULL, text))
			return;
	}
	if (server->error) {
		pg_error(fd, server->error, server->place);
		return;
	}
	add_number(&ask, 3, 4);
	send_as(fd, 'R', &ask);
	memset(text, 0, sizeof(text));
	if (!pg_read(fd, &type, text))
		return;
	if (strcmp(text, SERVER_PASSWORD) != 0) {
		pg_error(fd, "28P01", "auth_failed");
		return;
	}
	add_number(&ok, 0, 4);
	send_as(fd, 'R', &ok);
	add_text(&version, "server_version");
	add_text(&version, "15.99 (Debian)");
	send_as(fd, 'S', &version);
	pg_ready(fd);
	if (!pg_read(fd, &type, text))
		return;
	if (server->query_error)
		pg_error(fd, server->query_error, NULL);
	else
		pg_rows(fd);
	pg_ready(fd);
	(void)get(fd, &type, 1);
}

/* ---- MySQL -------------------------------------------------------------------------- */

static void my_send(int fd, unsigned char *seq, const struct packet *body)
{
	unsigned char head[4] = { (unsigned char)body->n, (unsigned char)(body->n >> 8), 0,
				  (*seq)++ };

	put(fd, head, sizeof(head));
	put(fd, body->at, body->n);
}

static bool my_read(int fd, unsigned char *seq)
{
	unsigned char head[4], text[ROOM];
	size_t n;

	if (!get(fd, head, 4))
		return false;
	n = head[0] | (size_t)head[1] << 8;
	*seq = (unsigned char)(head[3] + 1);
	return n < ROOM && get(fd, text, n);
}

static void my_error(int fd, unsigned char *seq, const char *code)
{
	struct packet body = { .n = 0 };
	long n = strtol(code, NULL, 10);
	unsigned char two[2] = { (unsigned char)n, (unsigned char)(n >> 8) };

	add(&body, "\xff", 1);
	add(&body, two, 2);
	add(&body, "#HY000nein", 10);
	my_send(fd, seq, &body);
}

static void my_column(int fd, unsigned char *seq)
{
	static const unsigned char column[] = {
		3, 'd', 'e', 'f', 0, 0, 0, 1, 'c', 0, 12, 45, 0, 64, 0, 0, 0, 253, 0, 0, 0, 0,
		0 };
	struct packet body = { .n = 0 };

	add(&body, column, sizeof(column));
	my_send(fd, seq, &body);
}

static void my_rows(int fd, unsigned char *seq)
{
	struct packet two = { .n = 0 }, end = { .n = 0 }, row = { .n = 0 };

	add(&two, "\2", 1);
	my_send(fd, seq, &two);
	my_column(fd, seq);
	my_column(fd, seq);
	add(&end, "\xfe\0\0\2\0", 5);
	my_send(fd, seq, &end);
	add(&row, "\10reader@%\6orders", 16);
	my_send(fd, seq, &row);
	my_send(fd, seq, &end);
}

static void mysql(const struct server *server, int fd)
{
	struct packet hello = { .n = 0 }, ok = { .n = 0 };
	unsigned char seq = 0;

	add(&hello, "\12", 1);
	add_text(&hello, "5.5.5-10.11.99-MariaDB-stand-in");
	add(&hello, "\1\0\0\0" "saltsalt\0", 13);
	add(&hello, "\15\202\55\2\0\10\0\25", 8);	/* no TLS; PLUGIN_AUTH */
	add(&hello, "\0\0\0\0\0\0\0\0\0\0", 10);
	add(&hello, "twelvebytes!\0", 13);
	add_text(&hello, "mysql_native_password");
	my_send(fd, &seq, &hello);
	if (!my_read(fd, &seq))
		return;
	if (server->error) {
		my_error(fd, &seq, server->error);
		return;
	}
	add(&ok, "\0\0\0\2\0\0\0", 7);
	my_send(fd, &seq, &ok);
	while (my_read(fd, &seq))
		if (server->query_error)
			my_error(fd, &seq, server->query_error);
		else
			my_rows(fd, &seq);
}

/* ---- all of them ---------------------------------------------------------------------- */

static void garbage(int fd)
{
	char text[ROOM];

	memset(text, 0xe7, sizeof(text));
	while (send(fd, text, sizeof(text), MSG_NOSIGNAL) > 0)
		;
}

static void serve(const struct server *server, int fd)
{
	static const char web[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
	struct linger now = { 1, 0 };
	char some[4];

	switch (server->manner) {
	case HANGS:
		sleep(LONG_TIME);	/* it is killed long before */
		break;
	case RESETS:
		(void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
		break;
	case CLOSES:
		break;
	case GARBAGE:
		garbage(fd);
		break;
	case WEB:
		put(fd, web, sizeof(web) - 1);
		(void)get(fd, some, sizeof(some));
		break;
	case POSTGRES:
	case POSTGRES_TLS:
		postgres(server, fd);
		break;
	case MYSQL:
		mysql(server, fd);
		break;
	case AS_TOLD:
		server->serve(server, fd);
		break;
	}
	close(fd);
}

static int bound(int *port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof(at)) != 0 ||
	    getsockname(fd, (struct sockaddr *)&at, &size) != 0)
		abort();
	*port = ntohs(at.sin_port);
	return fd;
}

void server_start(struct server *server)
{
	int listener = bound(&server->port), nowhere, fd;

	if (listen(listener, 64) != 0)
		abort();
	snprintf(server->text, sizeof(server->text), "%d", server->port);
	fflush(NULL);
	server->pid = fork();
	if (server->pid < 0)
		abort();
	if (server->pid) {
		close(listener);
		return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGCHLD, SIG_IGN);
	setpgid(0, 0);
	nowhere = open("/dev/null", O_RDWR);	/* nobody waits for the end of its output */
	for (fd = 0; fd < 3; fd++)
		dup2(nowhere, fd);
	while ((fd = accept(listener, NULL, NULL)) >= 0) {
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			serve(server, fd);
			_exit(0);
		}
		close(fd);
	}
	_exit(0);
}

void server_stop(struct server *server)
{
	kill(-server->pid, SIGKILL);
	kill(server->pid, SIGKILL);
	waitpid(server->pid, NULL, 0);
}

int server_nobody(void)
{
	int port, fd = bound(&port);

	close(fd);
	return port;
}
