/* tls_why.c: see tls_why.h. */
#include "net/tls_why.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { NAME = 64, HOST = 256, WHEN = 16, SUM = 3 * 32 + 1 };

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

/* What the server said; NULL: nothing that tells. */
static const char *of_alert(int alert, bool asked)
{
	switch (alert) {
	case SSL3_AD_CLOSE_NOTIFY:
		return NULL;
	case SSL3_AD_HANDSHAKE_FAILURE:
		/* TLS 1.2 has no word of its own for a client certificate; else there is
		 * nothing that both sides speak. */
		return asked ? "tls-client-cert" : "tls-weak";
	case SSL3_AD_BAD_CERTIFICATE:
	case SSL3_AD_UNSUPPORTED_CERTIFICATE:
	case SSL3_AD_CERTIFICATE_REVOKED:
	case SSL3_AD_CERTIFICATE_EXPIRED:
	case SSL3_AD_CERTIFICATE_UNKNOWN:
	case TLS1_AD_UNKNOWN_CA:
	case TLS1_AD_ACCESS_DENIED:
	case TLS13_AD_CERTIFICATE_REQUIRED:
		return "tls-client-cert";
	case TLS1_AD_PROTOCOL_VERSION:
	case TLS1_AD_INSUFFICIENT_SECURITY:
		return "tls-weak";
	case TLS1_AD_UNRECOGNIZED_NAME:
		return "tls-hostname";
	default:
		return "protocol";
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
#ifdef SSL_R_RECORD_LAYER_FAILURE	/* since OpenSSL 3.2 */
	case SSL_R_RECORD_LAYER_FAILURE:
#endif
		return "not-tls";
	case SSL_R_UNSUPPORTED_PROTOCOL:
	case SSL_R_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED:
	case SSL_R_DH_KEY_TOO_SMALL:
	case SSL_R_NO_PROTOCOLS_AVAILABLE:
	case SSL_R_EE_KEY_TOO_SMALL:
		return "tls-weak";
	case SSL_R_UNEXPECTED_EOF_WHILE_READING:
		return NULL;
	default:
		return "protocol";
	}
}

const char *tls_why_reason(const struct tls_why *why, unsigned long code)
{
	const char *reason = of_alert(why->alert, why->asked);

	return reason ? reason : of_handshake(code);
}

static void when(const ASN1_TIME *time, char out[WHEN])
{
	struct tm at;

	if (ASN1_TIME_to_tm(time, &at) != 1 || strftime(out, WHEN, "%Y-%m-%d", &at) == 0)
		out[0] = '\0';
}

/* A name that counts, as text: of a host, or an address; "" for others. */
static void name_of(const GENERAL_NAME *one, char out[HOST])
{
	int kind, n;
	const ASN1_STRING *name = GENERAL_NAME_get0_value(one, &kind);

	out[0] = '\0';
	if (kind != GEN_DNS && kind != GEN_IPADD)
		return;
	n = ASN1_STRING_length(name);
	if (kind == GEN_DNS && n < HOST)
		snprintf(out, HOST, "%.*s", n, (const char *)ASN1_STRING_get0_data(name));
	else if (kind == GEN_IPADD && (n == 4 || n == 16) &&
		 !inet_ntop(n == 4 ? AF_INET : AF_INET6, ASN1_STRING_get0_data(name), out,
			    HOST))
		out[0] = '\0';
}

/* They stand beside the subject. */
static void say_names(X509 *one, const char *words, const char *subject,
		      struct net_fault *fault)
{
	GENERAL_NAMES *names = X509_get_ext_d2i(one, NID_subject_alt_name, NULL, NULL);
	size_t used = (size_t)snprintf(fault->detail, sizeof(fault->detail), "%s: it is for",
				       words), whole = used;
	char name[HOST];
	int i;

	for (i = 0; i < sk_GENERAL_NAME_num(names) && used < sizeof(fault->detail); i++) {
		name_of(sk_GENERAL_NAME_value(names, i), name);
		whole = used;
		if (*name)
			used += (size_t)snprintf(fault->detail + used,
						 sizeof(fault->detail) - used, " %s", name);
	}
	if (used >= sizeof(fault->detail))
		fault->detail[whole] = '\0';	/* no half a name */
	else if (fault->detail[used - 1] == 'r')
		snprintf(fault->detail + used, sizeof(fault->detail) - used, " %s", subject);
	GENERAL_NAMES_free(names);
}

static void sum_of(const X509 *one, char out[SUM])
{
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned n = 0, i;

	out[0] = '\0';
	if (X509_digest(one, EVP_sha256(), bytes, &n) != 1)
		return;
	for (i = 0; i < n && 3 * i + 4 <= SUM; i++)
		snprintf(out + 3 * i, 4, i + 1 < n ? "%02X:" : "%02X", bytes[i]);
}

/* What somebody needs who may trust it: whose it is, to be compared over there. */
static void say_fix(const X509 *one, const char *subject, const char *issuer,
		    const char *until, int sent, struct net_fault *fault)
{
	bool own = X509_NAME_cmp(X509_get_subject_name(one), X509_get_issuer_name(one)) == 0;
	char sum[SUM];

	sum_of(one, sum);
	snprintf(fault->fix, sizeof(fault->fix), "The server shows a certificate of %s, issued "
		 "by %s, valid until %s, SHA-256 %s. Let the server's administrator compare "
		 "that; if it is theirs, give the certificate of %s as CA file.%s", subject,
		 own ? "itself" : issuer, until, sum, own ? subject : issuer,
		 sent == 1 && !own ? " Or let the server send its whole chain: it sends one "
		 "certificate alone." : "");
}

/* Who issued it, whom it is for, how long it holds: what one looks for next. */
static void say_certificate(X509 *one, int sent, int result, struct net_fault *fault)
{
	const char *words = X509_verify_cert_error_string(result);
	char issuer[NAME], subject[NAME], from[WHEN], until[WHEN];

	X509_NAME_oneline(X509_get_issuer_name(one), issuer, NAME);
	X509_NAME_oneline(X509_get_subject_name(one), subject, NAME);
	when(X509_get0_notBefore(one), from);
	when(X509_get0_notAfter(one), until);
	fault->reason = of_certificate(result);
	if (result == X509_V_ERR_CERT_HAS_EXPIRED || result == X509_V_ERR_CERT_NOT_YET_VALID)
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s is valid from %s to "
			 "%s", words, subject, from, until);
	else if (strcmp(fault->reason, "tls-untrusted") == 0) {
		say_fix(one, subject, issuer, until, sent, fault);
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s was issued by %s, and "
			 "the server sent %d certificate%s", words, subject, issuer, sent,
			 sent == 1 ? "" : "s");
	} else if (strcmp(fault->reason, "tls-hostname") == 0)
		say_names(one, words, subject, fault);
	else
		snprintf(fault->detail, sizeof(fault->detail), "%s: it is for %s", words,
			 subject);
}

static int place = -1;			/* in a context, of its struct tls_why */

static struct tls_why *why_of(const SSL *ssl)
{
	return ssl ? SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), place) : NULL;
}

/* The first fault decides; nothing is forgiven. */
static int judged(int good, X509_STORE_CTX *context)
{
	struct tls_why *why = why_of(X509_STORE_CTX_get_ex_data(context,
					SSL_get_ex_data_X509_STORE_CTX_idx()));
	X509 *one = X509_STORE_CTX_get_current_cert(context);
	int sent = sk_X509_num(X509_STORE_CTX_get0_untrusted(context));

	if (!why || !one)
		return good;
	if (!good && !why->certificate.reason)
		say_certificate(one, sent, X509_STORE_CTX_get_error(context),
				&why->certificate);
	if (good && X509_STORE_CTX_get_error_depth(context) == 0)
		say_certificate(one, sent, X509_V_ERR_HOSTNAME_MISMATCH, &why->host);
	return good;
}

static int is_asked(SSL *ssl, X509 **certificate, EVP_PKEY **key)
{
	struct tls_why *why = why_of(ssl);

	(void)certificate;
	(void)key;
	if (why)
		why->asked = true;
	return 0;
}

static void happens(const SSL *ssl, int where, int what)
{
	struct tls_why *why = why_of(ssl);

	if (!why || (where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT)
		return;
	if ((what & 0xff) == SSL3_AD_CLOSE_NOTIFY)
		why->closed = true;
	else
		why->alert = what & 0xff;
}

void tls_why_watch(SSL_CTX *context, struct tls_why *why)
{
	*why = (struct tls_why){ .asked = false };
	if (place < 0)
		place = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, NULL);
	if (place < 0 || SSL_CTX_set_ex_data(context, place, why) != 1)
		return;
	SSL_CTX_set_verify(context, SSL_CTX_get_verify_mode(context), judged);
	SSL_CTX_set_client_cert_cb(context, is_asked);
	SSL_CTX_set_info_callback(context, happens);
}

void tls_why_say(const struct tls_why *why, struct net_fault *fault)
{
	unsigned long code = ERR_peek_last_error();

	if (ERR_GET_LIB(code) == ERR_LIB_SSL &&
	    ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED &&
	    why->certificate.reason) {
		*fault = why->certificate;
		return;
	}
	fault->reason = tls_why_reason(why, code);
	if (fault->reason)
		ERR_error_string_n(code, fault->detail, sizeof(fault->detail));
	else
		snprintf(fault->detail, sizeof(fault->detail),
			 "the server closed the connection");
	if (!fault->reason)
		fault->reason = "reset";
}
