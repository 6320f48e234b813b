/* tls_look.c: see tls_look.h. */
#include "net/tls_look.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "net/dial.h"
#include "net/line.h"
#include "net/tls_identity.h"
#include "net/tls_why.h"

enum { ANSWER = 3000 /* ms */ };

/* With TLS 1.3 a server judges this client when all is done here.  It is told that nothing
 * more comes: it ends the connection, or says before what it does not like.  That may be
 * lost where it does not read all that it was sent: then it is a doubt. */
static bool is_liked(SSL *ssl, int fd, int64_t until, const struct tls_why *why,
		     bool *doubted, struct net_fault *fault)
{
	int64_t soon = dial_now() + ANSWER;
	struct net_fault late;
	char byte;
	int rc;

	if (shutdown(fd, SHUT_WR) != 0) {
		*doubted = true;	/* it is cut already */
		return true;
	}
	for (;;) {
		ERR_clear_error();
		errno = 0;
		rc = SSL_read(ssl, &byte, sizeof(byte));
		if (rc > 0)
			continue;
		if (SSL_get_error(ssl, rc) != SSL_ERROR_WANT_READ)
			break;
		if (!line_wait(fd, POLLIN, soon < until ? soon : until, &late))
			return true;
	}
	*doubted = errno == ECONNRESET;
	tls_why_say(why, &late);
	if (strcmp(late.reason, "tls-client-cert") != 0)
		return true;
	*fault = late;
	return false;
}

static bool shake(SSL *ssl, int fd, int64_t until, const struct tls_why *why,
		  bool *doubted, struct net_fault *fault)
{
	int rc;

	for (;;) {
		ERR_clear_error();
		rc = SSL_connect(ssl);
		if (rc == 1)
			return (!why->asked && !SSL_get_certificate(ssl)) ||
				is_liked(ssl, fd, until, why, doubted, fault);
		rc = SSL_get_error(ssl, rc);
		if (rc != SSL_ERROR_WANT_READ && rc != SSL_ERROR_WANT_WRITE)
			break;
		if (!line_wait(fd, rc == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, until,
			       fault))
			return false;
	}
	tls_why_say(why, fault);
	return false;
}

static bool set_up(SSL_CTX *context, const struct tls_wish *wish,
		   struct net_fault *fault)
{
	bool own = wish->ca_file && *wish->ca_file;

	if (SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1) {
		fault->reason = "internal";
		return false;
	}
	if (wish->certificate && *wish->certificate && wish->key &&
	    !tls_identity(context, wish->certificate, wish->key, fault))
		return false;
	SSL_CTX_set_verify(context, wish->verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);
	if (!wish->verify || (own ? SSL_CTX_load_verify_locations(context, wish->ca_file,
								  NULL) :
			      SSL_CTX_set_default_verify_paths(context)) == 1)
		return true;
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "the CA file cannot be read: %.160s",
		 own ? wish->ca_file : "the system's");
	return false;
}

static bool name(SSL *ssl, const char *host)
{
	char told[TLSEXT_MAXLEN_host_name + 1];		/* OpenSSL wants it writable */

	if (dial_is_address(host))
		return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) == 1;
	return snprintf(told, sizeof(told), "%s", host) < (int)sizeof(told) &&
		SSL_set1_host(ssl, host) == 1 &&
		SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
			 told) == 1;
}

static void print_of(const X509 *certificate, const EVP_MD *by, char out[TLS_PRINT])
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned n = 0, i;

	out[0] = '\0';
	if (X509_digest(certificate, by, bytes, &n) != 1)
		return;
	for (i = 0; i < n && 2 * i + 2 < TLS_PRINT; i++)
		snprintf(out + 2 * i, 3, "%02X", bytes[i]);
}

static bool tell(const SSL *ssl, const struct tls_wish *wish, struct tls_seen *seen)
{
	const X509 *certificate = SSL_get0_peer_certificate(ssl);

	snprintf(seen->about, TLS_ABOUT, "%s, %s%s", SSL_get_version(ssl),
		 SSL_get_cipher(ssl), wish->verify ? "" :
		 ", the certificate was not looked at");
	if (!certificate)
		return false;
	print_of(certificate, EVP_sha1(), seen->sha1);
	print_of(certificate, EVP_sha256(), seen->sha256);
	return *seen->sha1 && *seen->sha256;
}

static bool join(SSL *ssl, int fd, const struct tls_wish *wish)
{
	BIO *bio = wish->line ? wish->line(fd) : NULL;

	if (bio)
		SSL_set_bio(ssl, bio, bio);
	return bio || (!wish->line && SSL_set_fd(ssl, fd) == 1);
}

bool tls_look(int fd, const struct tls_wish *wish, struct tls_seen *seen,
	      struct net_fault *fault)
{
	SSL_CTX *context = SSL_CTX_new(TLS_client_method());
	SSL *ssl = NULL;
	bool good = context && set_up(context, wish, fault);
	struct tls_why why;

	if (good)
		tls_why_watch(context, &why);
	ssl = good ? SSL_new(context) : NULL;
	good = ssl && join(ssl, fd, wish) && name(ssl, wish->host);
	if (!good && !fault->reason)
		fault->reason = "internal";
	good = good && shake(ssl, fd, wish->until, &why, &seen->doubted, fault);
	if (good && !tell(ssl, wish, seen)) {
		fault->reason = "internal";
		good = false;
	}
	if (good && !wish->line && SSL_get_shutdown(ssl) == 0)
		SSL_shutdown(ssl);
	SSL_free(ssl);
	SSL_CTX_free(context);
	return good;
}
