/* fault_server.c: see fault_server.h. */
#include "tests/net/fault_server.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { QUEUE = 64 };

static void must(bool good)
{
	if (!good)
		abort();
}

/* ---- a line ---------------------------------------------------------------------- */

static ssize_t take(struct fault_line *line, char *to, size_t n)
{
	return line->ssl ? SSL_read(line->ssl, to, (int)n) : read(line->fd, to, n);
}

/* Notes a byte, for as long as there is room. */
static void note(struct fault_seen *seen, char one)
{
	if (seen->n + 1 < FAULT_TEXT)
		seen->text[seen->n++] = one;
}

static size_t length_of(const char *head)
{
	const char *at = strcasestr(head, "\r\nContent-Length:");

	return at ? strtoul(at + strlen("\r\nContent-Length:"), NULL, 10) : 0;
}

bool fault_take(struct fault_line *line)
{
	static char head[FAULT_TEXT];
	size_t n = 0, body;
	char one;

	while (n < 4 || memcmp(head + n - 4, "\r\n\r\n", 4) != 0) {
		if (n + 1 >= sizeof(head) || take(line, &one, 1) != 1)
			return false;
		note(line->seen, one);
		head[n++] = one;
		head[n] = '\0';
	}
	for (body = length_of(head); body; body--) {
		if (take(line, &one, 1) != 1)
			return false;
		note(line->seen, one);
	}
	line->seen->requests++;
	return true;
}

bool fault_say(struct fault_line *line, const void *bytes, size_t n)
{
	const char *at = bytes;
	ssize_t sent;

	for (; n; at += sent, n -= (size_t)sent) {
		sent = line->ssl ? SSL_write(line->ssl, at, (int)n) :
			send(line->fd, at, n, MSG_NOSIGNAL);
		if (sent <= 0)
			return false;
	}
	return true;
}

bool fault_text(struct fault_line *line, const char *text)
{
	return fault_say(line, text, strlen(text));
}

void fault_reset(struct fault_line *line)
{
	const struct linger at_once = { 1, 0 };

	must(setsockopt(line->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once)) == 0);
	close(line->fd);
	_exit(0);
}

void fault_hang(struct fault_line *line)
{
	(void)line;
	for (;;)
		pause();
}

/* ---- TLS ------------------------------------------------------------------------- */

static int anybody(int good, X509_STORE_CTX *context)
{
	(void)good;
	(void)context;
	return 1;
}

static SSL *wrap(int fd, const struct fault_tls *tls)
{
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	SSL *ssl;

	must(context);
	SSL_CTX_set_security_level(context, 0);		/* also what nobody should have */
	SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
	if (tls->version)
		SSL_CTX_set_max_proto_version(context, tls->version);
	must(SSL_CTX_use_certificate(context, tls->certificate->x509) == 1 &&
	     SSL_CTX_use_PrivateKey(context, tls->certificate->key) == 1);
	if (tls->chain)
		must(SSL_CTX_add1_chain_cert(context, tls->chain->x509) == 1);
	else
		SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
	if (tls->clients) {
		X509_STORE_add_cert(SSL_CTX_get_cert_store(context), tls->clients->x509);
		SSL_CTX_set_verify(context, SSL_VERIFY_PEER | (tls->lenient ? 0 :
				   SSL_VERIFY_FAIL_IF_NO_PEER_CERT),
				   tls->lenient ? anybody : NULL);
	}
	ssl = SSL_new(context);
	must(ssl && SSL_set_fd(ssl, fd) == 1);
	return ssl;
}

/* ---- the server ------------------------------------------------------------------ */

static void serve(const struct fault_server *server, int fd, int nth)
{
	struct fault_line line = { .fd = fd, .nth = nth, .seen = server->seen };
	char text[512];

	(void)signal(SIGPIPE, SIG_IGN);
	if (server->tls) {
		line.ssl = wrap(fd, server->tls);
		if (SSL_accept(line.ssl) != 1)
			line.ssl = NULL;
	}
	if (!server->tls || line.ssl)
		server->serve(&line, server->told);
	if (line.ssl)
		SSL_shutdown(line.ssl);
	/* What was said last is to arrive: nothing is cut while there is more to read. */
	shutdown(fd, SHUT_WR);
	while (read(fd, text, sizeof(text)) > 0)
		;
	_exit(0);
}

static void run(const struct fault_server *server, int listening)
{
	int fd, nth;

	(void)signal(SIGCHLD, SIG_IGN);
	setpgid(0, 0);
	for (;;) {
		fd = accept(listening, NULL, NULL);
		if (fd < 0)
			continue;
		nth = ++server->seen->connections;
		if (fork() == 0) {
			prctl(PR_SET_PDEATHSIG, SIGKILL);
			close(listening);
			serve(server, fd, nth);
		}
		close(fd);
	}
}

void fault_start(struct fault_server *server)
{
	struct sockaddr_in at = { .sin_family = AF_INET };
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	must(fd >= 0 && bind(fd, (struct sockaddr *)&at, size) == 0 &&
	     listen(fd, QUEUE) == 0 && getsockname(fd, (struct sockaddr *)&at, &size) == 0);
	server->port = ntohs(at.sin_port);
	snprintf(server->origin, sizeof(server->origin), "http%s://%s:%d",
		 server->tls ? "s" : "", server->tls ? "localhost" : "127.0.0.1",
		 server->port);
	server->seen = mmap(NULL, sizeof(*server->seen), PROT_READ | PROT_WRITE,
			    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	must(server->seen != MAP_FAILED);
	server->pid = fork();
	must(server->pid >= 0);
	if (server->pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		run(server, fd);
	}
	setpgid(server->pid, server->pid);
	close(fd);
}

void fault_stop(struct fault_server *server)
{
	kill(-server->pid, SIGKILL);
	kill(server->pid, SIGKILL);
	while (waitpid(server->pid, NULL, 0) < 0)
		;
	munmap(server->seen, sizeof(*server->seen));
}
