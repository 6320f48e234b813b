/* tds_line.c: see tds_line.h. */
#include "net/tds_line.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "base/mem.h"

enum { OUT = 16384, TLS_FIRST = 20, TLS_LAST = 23 /* types of its records */ };

struct tds {
	int fd;
	unsigned char head[TDS_HEAD];
	size_t n_head, left;		/* of the packet that comes; of its body */
	bool bare;			/* records come without packets now */
	unsigned char out[OUT];
	size_t n_out, sent;		/* with heads */
	bool closed;			/* n_out ends with a whole packet */
	size_t packet;			/* where the last one begins */
};

static int failed(BIO *bio, ssize_t got)
{
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		BIO_set_retry_read(bio);
	return got == 0 ? 0 : -1;
}

/* The head of the next packet, as far as it is there; below 1: not yet, or never. */
static int read_head(BIO *bio, struct tds *tds)
{
	size_t n;
	ssize_t got;

	while (tds->n_head < TDS_HEAD) {
		got = recv(tds->fd, tds->head + tds->n_head, tds->n_head ?
			   TDS_HEAD - tds->n_head : 1, 0);
		if (got <= 0)
			return failed(bio, got);
		tds->n_head += (size_t)got;
		tds->bare = tds->head[0] >= TLS_FIRST && tds->head[0] <= TLS_LAST;
		if (tds->bare)
			return 1;
	}
	n = (size_t)tds->head[2] << 8 | tds->head[3];
	if (tds->head[0] != TDS_PRELOGIN || n < TDS_HEAD) {
		ERR_raise(ERR_LIB_SSL, SSL_R_WRONG_VERSION_NUMBER);
		return -1;
	}
	tds->left = n - TDS_HEAD;
	tds->n_head = 0;
	return 1;
}

static int line_read(BIO *bio, char *to, int size)
{
	struct tds *tds = BIO_get_data(bio);
	ssize_t got;
	int rc;

	BIO_clear_retry_flags(bio);
	while (!tds->left && !tds->bare)
		if ((rc = read_head(bio, tds)) < 1)
			return rc;
	if (tds->bare && tds->n_head && size > 0) {
		*to = (char)tds->head[0];
		tds->n_head = 0;
		return 1;
	}
	if (!tds->bare && (size_t)size > tds->left)
		size = (int)tds->left;
	got = recv(tds->fd, to, (size_t)size, 0);
	if (got <= 0)
		return failed(bio, got);
	if (!tds->bare)
		tds->left -= (size_t)got;
	return (int)got;
}

/* Kept until the flight is whole. */
static int line_write(BIO *bio, const char *from, int size)
{
	struct tds *tds = BIO_get_data(bio);
	int took = 0;
	size_t some;

	BIO_clear_retry_flags(bio);
	while (took < size && tds->n_out + TDS_HEAD < OUT) {
		if (!tds->n_out || tds->closed || tds->n_out - tds->packet == TDS_PACKET) {
			tds->packet = tds->n_out;
			memset(tds->out + tds->n_out, 0, TDS_HEAD);
			tds->out[tds->packet] = TDS_PRELOGIN;
			tds->n_out += TDS_HEAD;
			tds->closed = false;
		}
		some = TDS_PACKET - (tds->n_out - tds->packet);
		some = some < OUT - tds->n_out ? some : OUT - tds->n_out;
		some = some < (size_t)(size - took) ? some : (size_t)(size - took);
		memcpy(tds->out + tds->n_out, from + took, some);
		tds->n_out += some;
		took += (int)some;
		some = tds->n_out - tds->packet;
		tds->out[tds->packet + 2] = (unsigned char)(some >> 8);
		tds->out[tds->packet + 3] = (unsigned char)some;
	}
	return took ? took : -1;
}

static long flush(BIO *bio, struct tds *tds)
{
	ssize_t sent;

	BIO_clear_retry_flags(bio);
	if (tds->n_out)
		tds->out[tds->packet + 1] = TDS_LAST;
	tds->closed = true;
	while (tds->sent < tds->n_out) {
		sent = send(tds->fd, tds->out + tds->sent, tds->n_out - tds->sent, MSG_NOSIGNAL);
		if (sent < 0 && (errno == EAGAIN || errno == EINTR))
			BIO_set_retry_write(bio);
		if (sent <= 0)
			return -1;
		tds->sent += (size_t)sent;
	}
	tds->n_out = tds->sent = 0;
	return 1;
}

static long control(BIO *bio, int what, long number, void *pointer)
{
	(void)number, (void)pointer;
	return what == BIO_CTRL_FLUSH ? flush(bio, BIO_get_data(bio)) : 0;
}

static int destroy(BIO *bio)
{
	free(BIO_get_data(bio));
	BIO_set_data(bio, NULL);
	return 1;
}

BIO *tds_line(int fd)
{
	static BIO_METHOD *method;
	struct tds *tds;
	BIO *bio;

	if (!method) {
		method = BIO_meth_new(BIO_TYPE_SOURCE_SINK | BIO_get_new_index(), "TDS");
		if (!method || !BIO_meth_set_read(method, line_read) ||
		    !BIO_meth_set_write(method, line_write) ||
		    !BIO_meth_set_ctrl(method, control) ||
		    !BIO_meth_set_destroy(method, destroy))
			return NULL;
	}
	bio = BIO_new(method);
	if (!bio)
		return NULL;
	tds = mem_alloc(sizeof(*tds));
	tds->fd = fd;
	BIO_set_data(bio, tds);
	BIO_set_init(bio, 1);
	return bio;
}
