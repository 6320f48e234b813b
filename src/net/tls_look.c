/* tls_look.c: see tls_look.h. */
#include "net/tls_look.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "net/dial.h"
#include "net/line.h"
#include "net/tls_identity.h"

enum { NAME = 64, WHEN = 16 };

/* What is wrong with the certificate. */
static const char *of_certificate(long result)
{
	switch (result) {
	case X509_V_ERR_CERT_HAS_EXPIRED:
		return "tls-expired";
	case X509_V_ERR_CERT_NOT_YET_VALID:
		return "tls-not-yet";
	case X509_V_ERR_HOSTNAME_MISMATCH:
	case X509_V_ERR_IP_ADDRESS_MISMATCH:
		return "tls-hostname";
	case X509_V_ERR_EE_KEY_TOO_SMALL:
	case X509_V_ERR_CA_KEY_TOO_SMALL:
	case X509_V_ERR_CA_MD_TOO_WEAK:
		return "tls-weak";
	default:
		return "tls-untrusted";
	}
}

/* What is wrong with the handshake; NULL: the line was cut. */
static const char *of_handshake(unsigned long code)
{
	if (!code)
		return NULL;
	if (ERR_GET_LIB(code) != ERR_LIB_SSL)
		return "reset";
	switch (ERR_GET_REASON(code)) {
	case SSL_R_WRONG_VERSION_NUMBER:
	case SSL_R_HTTP_REQUEST:
	case SSL_R_PACKET_LENGTH_TOO_LONG:
	case SSL_R_UNKNOWN_PROTOCOL:
		return "not-tls";
	case SSL_R_UNSUPPORTED_PROTOCOL:
	case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
	case SSL_R_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED:
	case SSL_R_DH_KEY_TOO_SMALL:
	case SSL_R_NO_PROTOCOLS_AVAILABLE:
	case SSL_R_EE_KEY_TOO_SMALL:
		return "tls-weak";
	case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
	case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
	case SSL_R_SSLV3_ALERT_NO_CERTIFICATE:
	case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
	case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
	case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
	case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
	case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
		return "tls-client-cert";
	case SSL_R_UNEXPECTED_EOF_WHILE_READING:
		return NULL;
	default:
		return "protocol";
	}
}

static void when(const ASN1_TIME *time, char out[WHEN])
{
	struct tm at;

	if (ASN1_TIME_to_tm(time, &at) != 1 || strftime(out, WHEN, "%Y-%m-%d", &at) == 0)
		out[0] = '\0';
}

static int sent(const SSL *ssl)
{
	return sk_X509_num(SSL_get_peer_cert_chain(ssl));
}

/* Who issued it, whom it is for, how long it holds: what one looks for next. */
static void say_certificate(const SSL *ssl, long result, struct net_fault *fault)
{
	const X509 *one = SSL_get0_peer_certificate(ssl);
	const char *words = X509_verify_cert_error_string(result);
	char issuer[NAME] = "", subject[NAME] = "", from[WHEN] = "", until[WHEN] = "";

	if (one) {
		X509_NAME_oneline(X509_get_issuer_name(one), issuer, NAME);
		X509_NAME_oneline(X509_get_subject_name(one), subject, NAME);
		when(X509_get0_notBefore(one), from);
		when(X509_get0_notAfter(one), until);
	}
	if (!one)
		snprintf(fault->detail, sizeof(fault->detail), "%s", words);
	else if (result == X509_V_ERR_CERT_HAS_EXPIRED ||
		 result == X509_V_ERR_CERT_NOT_YET_VALID)
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s is valid from %s to "
			 "%s", words, subject, from, until);
	else if (strcmp(fault->reason, "tls-untrusted") == 0)
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s was issued by %s, and "
			 "the server sent %d certificate%s", words, subject, issuer,
			 sent(ssl), sent(ssl) == 1 ? "" : "s");
	else
		snprintf(fault->detail, sizeof(fault->detail), "%s: it is for %s", words,
			 subject);
}

static bool failed(SSL *ssl, struct net_fault *fault)
{
	long result = SSL_get_verify_result(ssl);
	unsigned long code = ERR_peek_last_error();
	bool certificate = ERR_GET_LIB(code) == ERR_LIB_SSL &&
		ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED;

	if (certificate && result != X509_V_OK) {
		fault->reason = of_certificate(result);
		say_certificate(ssl, result, fault);
		return false;
	}
	fault->reason = of_handshake(code);
	if (fault->reason)
		ERR_error_string_n(code, fault->detail, sizeof(fault->detail));
	else
		snprintf(fault->detail, sizeof(fault->detail),
			 "the server closed the connection");
	if (!fault->reason)
		fault->reason = "reset";
	return false;
}

static bool shake(SSL *ssl, int fd, int64_t until, struct net_fault *fault)
{
	int rc;

	for (;;) {
		ERR_clear_error();
		rc = SSL_connect(ssl);
		if (rc == 1)
			return true;
		rc = SSL_get_error(ssl, rc);
		if (rc != SSL_ERROR_WANT_READ && rc != SSL_ERROR_WANT_WRITE)
			return failed(ssl, fault);
		if (!line_wait(fd, rc == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, until,
			       fault))
			return false;
	}
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

bool tls_look(int fd, const struct tls_wish *wish, struct tls_seen *seen,
	      struct net_fault *fault)
{
	SSL_CTX *context = SSL_CTX_new(TLS_client_method());
	SSL *ssl = NULL;
	bool good = context && set_up(context, wish, fault);

	ssl = good ? SSL_new(context) : NULL;
	good = ssl && SSL_set_fd(ssl, fd) == 1 && name(ssl, wish->host);
	if (!good && !fault->reason)
		fault->reason = "internal";
	good = good && shake(ssl, fd, wish->until, fault);
	if (good && !tell(ssl, wish, seen)) {
		fault->reason = "internal";
		good = false;
	}
	if (good)
		SSL_shutdown(ssl);
	SSL_free(ssl);
	SSL_CTX_free(context);
	return good;
}
