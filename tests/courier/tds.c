/* tds.c: see tds.h. */
#include "tests/courier/tds.h"

#include <openssl/ssl.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "net/tds_line.h"

enum { ROOM = 8192, LOGIN = 0x10, BATCH = 1, ANSWER = 4, USER_AT = 40, PASSWORD_AT = 44,
       NAME_AT = 68, BAD_LOGIN = 18456, NO_DATABASE = 4060, TEXT = 256 };

struct line { int fd; SSL *ssl; };

static bool get(struct line *line, void *to, size_t n)
{
	unsigned char *at = to;
	ssize_t got;

	for (; n; at += got, n -= (size_t)got) {
		got = line->ssl ? SSL_read(line->ssl, at, (int)n) : read(line->fd, at, n);
		if (got <= 0)
			return false;
	}
	return true;
}

static void put(struct line *line, const void *from, size_t n)
{
	if ((line->ssl ? SSL_write(line->ssl, from, (int)n) :
	     send(line->fd, from, n, MSG_NOSIGNAL)) < 0)
		return;
}

/* ---- packets -------------------------------------------------------------------------- */

struct packet { unsigned char at[ROOM]; size_t n; };

static void add(struct packet *packet, const void *from, size_t n)
{
	memcpy(packet->at + packet->n, from, n);
	packet->n += n;
}

static void add_little(struct packet *packet, uint64_t number, size_t bytes)
{
	for (; bytes; bytes--, number >>= 8)
		packet->at[packet->n++] = (unsigned char)number;
}

/* UTF-16, behind its length in characters. */
static void add_wide(struct packet *packet, const char *text, size_t length_bytes)
{
	add_little(packet, strlen(text), length_bytes);
	for (; *text; text++)
		add_little(packet, (unsigned char)*text, 2);
}

/* A token whose body is behind its length. */
static void add_token(struct packet *packet, int token, const struct packet *body)
{
	add_little(packet, (unsigned)token, 1);
	add_little(packet, body->n, 2);
	add(packet, body->at, body->n);
}

static void add_error(struct packet *packet, int number, const char *text)
{
	struct packet body = { .n = 0 };

	add_little(&body, (uint64_t)number, 4);
	add_little(&body, 1, 1);
	add_little(&body, 14, 1);
	add_wide(&body, text, 2);
	add_wide(&body, "stand-in", 1);
	add_wide(&body, "", 1);
	add_little(&body, 1, 4);
	add_token(packet, 0xaa, &body);
}

static void add_done(struct packet *packet, unsigned status, uint64_t rows)
{
	add_little(packet, 0xfd, 1);
	add_little(packet, status, 2);
	add_little(packet, 0, 2);
	add_little(packet, rows, 8);
}

static void send_it(struct line *line, const struct packet *body)
{
	struct packet whole = { .n = TDS_HEAD };

	add(&whole, body->at, body->n);
	whole.at[0] = ANSWER;
	whole.at[1] = TDS_LAST;
	whole.at[2] = (unsigned char)(whole.n >> 8);
	whole.at[3] = (unsigned char)whole.n;
	put(line, whole.at, whole.n);
}

static int receive(struct line *line, unsigned char body[ROOM])
{
	unsigned char head[TDS_HEAD];
	size_t n;

	if (!get(line, head, sizeof(head)))
		return -1;
	n = ((size_t)head[2] << 8 | head[3]) - TDS_HEAD;
	memset(body, 0, ROOM);
	return n < ROOM && get(line, body, n) ? head[0] : -1;
}

/* ---- what is said ---------------------------------------------------------------------- */

static void prelogin(struct line *line, bool encrypts)
{
	static const unsigned char options[] = { 0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xff,
						 16, 0, 4, 0xb2, 0, 0 };
	struct packet body = { .n = 0 };

	add(&body, options, sizeof(options));
	add_little(&body, encrypts ? 1 : 2, 1);
	send_it(line, &body);
}

/* Of the first letter of each pair; a password is dressed up (MS-TDS 2.2.6.4). */
static void field(const unsigned char *login, size_t at, bool dressed, char out[TEXT])
{
	size_t from = login[at] | (size_t)login[at + 1] << 8, n = login[at + 2], i;
	unsigned char c;

	for (i = 0; i < n && i + 1 < TEXT; i++) {
		c = login[from + 2 * i];
		if (dressed) {
			c ^= 0xa5;
			c = (unsigned char)(c << 4 | c >> 4);
		}
		out[i] = (char)c;
	}
	out[i] = '\0';
}

static void add_change(struct packet *packet, int what, const char *is, const char *was)
{
	struct packet body = { .n = 0 };

	add_little(&body, (unsigned)what, 1);
	add_wide(&body, is, 1);
	add_wide(&body, was, 1);
	add_token(packet, 0xe3, &body);
}

static void welcome(struct line *line, const char *database)
{
	static const unsigned char collation[] = { 7, 5, 9, 4, 0xd0, 0, 0x34, 0 };
	struct packet answer = { .n = 0 }, as = { .n = 0 }, ack = { .n = 0 };

	add_change(&answer, 1, *database ? database : "master", "master");
	add(&as, collation, sizeof(collation));
	add_token(&answer, 0xe3, &as);
	add_little(&ack, 1, 1);
	add(&ack, "\x74\0\0\4", 4);
	add_wide(&ack, "Microsoft SQL Server", 1);
	add(&ack, "\x10\0\x04\xb2", 4);
	add_token(&answer, 0xad, &ack);
	add_change(&answer, 4, "4096", "4096");
	add_done(&answer, 0, 0);
	send_it(line, &answer);
}

static bool let_in(struct line *line, const struct tds_server *told,
		   const unsigned char *login)
{
	char user[TEXT], password[TEXT], database[TEXT];
	struct packet answer = { .n = 0 };
	bool known;

	field(login, USER_AT, false, user);
	field(login, PASSWORD_AT, true, password);
	field(login, NAME_AT, false, database);
	known = strcmp(user, "reader") == 0 && strcmp(password, SERVER_PASSWORD) == 0;
	if (told->error || !known) {
		add_error(&answer, told->error ? told->error : BAD_LOGIN, "nein, so nicht");
	} else if (told->nowhere && strcmp(told->nowhere, database) == 0) {
		add_error(&answer, NO_DATABASE, "keine solche Datenbank");
		add_error(&answer, BAD_LOGIN, "nein, so nicht");
	} else {
		welcome(line, database);
		return true;
	}
	add_done(&answer, 2, 0);
	send_it(line, &answer);
	return false;
}

static void rows(struct line *line, int error)
{
	static const char *const row[] = { "reader", "16.0.1202.3" };
	static const char collation[] = { 9, 4, (char)0xd0, 0, 0x34 };
	struct packet answer = { .n = 0 };
	size_t i;

	if (error) {
		add_error(&answer, error, "das nicht");
		add_done(&answer, 2, 0);
		send_it(line, &answer);
		return;
	}
	add_little(&answer, 0x81, 1);
	add_little(&answer, 2, 2);
	for (i = 0; i < 2; i++) {
		add_little(&answer, 0, 4);
		add_little(&answer, 1, 2);
		add_little(&answer, 0xa7, 1);		/* varchar(80) */
		add_little(&answer, 80, 2);
		add(&answer, collation, sizeof(collation));
		add_wide(&answer, "c", 1);
	}
	add_little(&answer, 0xd1, 1);
	for (i = 0; i < 2; i++) {
		add_little(&answer, strlen(row[i]), 2);
		add(&answer, row[i], strlen(row[i]));
	}
	add_done(&answer, 0x10, 1);
	send_it(line, &answer);
}

/* ---- TLS ------------------------------------------------------------------------------- */

static SSL *encrypt(const struct certificate *certificate, int fd)
{
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	BIO *bio = tds_line(fd);
	SSL *ssl;

	SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);	/* as SQL Server below TDS 8 */
	SSL_CTX_use_certificate(context, certificate->x509);
	SSL_CTX_use_PrivateKey(context, certificate->key);
	ssl = SSL_new(context);
	SSL_set_bio(ssl, bio, bio);
	return SSL_accept(ssl) == 1 && SSL_set_fd(ssl, fd) == 1 ? ssl : NULL;
}

void tds_serve(const struct server *server, int fd)
{
	const struct tds_server *told = server->told;
	struct line line = { fd, NULL };
	static unsigned char body[ROOM];
	int type;

	while ((type = receive(&line, body)) >= 0) {
		if (type == TDS_PRELOGIN) {
			prelogin(&line, told->certificate != NULL);
			line.ssl = told->certificate ? encrypt(told->certificate, fd) : NULL;
			if (told->certificate && !line.ssl)
				return;
		} else if (type == LOGIN && (told->ends || !let_in(&line, told, body))) {
			return;
		} else if (type == BATCH) {
			rows(&line, told->query_error);
		}
	}
}
