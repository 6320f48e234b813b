/* tls_why.c: see tls_why.h. */
#include "net/tls_why.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

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

/* The names that count stand beside the subject. */
static void say_names(X509 *one, const char *words, const char *subject,
		      struct net_fault *fault)
{
	GENERAL_NAMES *names = X509_get_ext_d2i(one, NID_subject_alt_name, NULL, NULL);
	size_t used = (size_t)snprintf(fault->detail, sizeof(fault->detail), "%s: it is for",
				       words), whole = used;
	const ASN1_STRING *name;
	int i, kind;

	for (i = 0; i < sk_GENERAL_NAME_num(names); i++) {
		name = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, i), &kind);
		if (kind != GEN_DNS || used >= sizeof(fault->detail))
			continue;
		whole = used;
		used += (size_t)snprintf(fault->detail + used, sizeof(fault->detail) - used,
					 " %.*s", ASN1_STRING_length(name),
					 (const char *)ASN1_STRING_get0_data(name));
	}
	if (used >= sizeof(fault->detail))
		fault->detail[whole] = '\0';	/* no half a name */
	else if (used == whole)
		snprintf(fault->detail + used, sizeof(fault->detail) - used, " %s", subject);
	GENERAL_NAMES_free(names);
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
	else if (strcmp(fault->reason, "tls-untrusted") == 0)
		snprintf(fault->detail, sizeof(fault->detail), "%s: %s was issued by %s, and "
			 "the server sent %d certificate%s", words, subject, issuer, sent,
			 sent == 1 ? "" : "s");
	else if (strcmp(fault->reason, "tls-hostname") == 0)
		say_names(one, words, subject, fault);
	else
		snprintf(fault->detail, sizeof(fault->detail), "%s: it is for %s", words,
			 subject);
}

/* The first fault decides; nothing is forgiven. */
static int judged(int good, X509_STORE_CTX *context)
{
	SSL *ssl = X509_STORE_CTX_get_ex_data(context,
					      SSL_get_ex_data_X509_STORE_CTX_idx());
	struct tls_why *why = ssl ? SSL_get_app_data(ssl) : NULL;
	X509 *one = X509_STORE_CTX_get_current_cert(context);

	if (!good && why && !why->certificate.reason && one)
		say_certificate(one, sk_X509_num(X509_STORE_CTX_get0_untrusted(context)),
				X509_STORE_CTX_get_error(context), &why->certificate);
	return good;
}

static int is_asked(SSL *ssl, X509 **certificate, EVP_PKEY **key)
{
	struct tls_why *why = SSL_get_app_data(ssl);

	(void)certificate;
	(void)key;
	why->asked = true;
	return 0;
}

void tls_why_watch(SSL *ssl, struct tls_why *why)
{
	*why = (struct tls_why){ .asked = false };
	SSL_set_app_data(ssl, why);
	SSL_set_verify(ssl, SSL_get_verify_mode(ssl), judged);
	SSL_CTX_set_client_cert_cb(SSL_get_SSL_CTX(ssl), is_asked);
}

static bool is(unsigned long code, int reason)
{
	return ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == reason;
}

void tls_why_say(const struct tls_why *why, struct net_fault *fault)
{
	unsigned long code = ERR_peek_last_error();

	if (is(code, SSL_R_CERTIFICATE_VERIFY_FAILED) && why->certificate.reason) {
		*fault = why->certificate;
		return;
	}
	fault->reason = of_handshake(code);
	/* TLS 1.2 has no word of its own for it. */
	if (why->asked && is(code, SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE))
		fault->reason = "tls-client-cert";
	if (fault->reason)
		ERR_error_string_n(code, fault->detail, sizeof(fault->detail));
	else
		snprintf(fault->detail, sizeof(fault->detail),
			 "the server closed the connection");
	if (!fault->reason)
		fault->reason = "reset";
}
