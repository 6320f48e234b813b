/* http_fault.c: how a transfer ended, as a reason: by libcurl's code, what OpenSSL found
 * wrong with the certificate, and, where a code says too little, its words (CONNECTORS 6). */
#include <errno.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "net/http_priv.h"

struct words { const char *has, *reason; };

static const char *by_words(const char *said, const struct words *words, size_t n,
			    const char *otherwise)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcasestr(said, words[i].has))
			return words[i].reason;
	return otherwise;
}

static const char *of_certificate(const struct http *http)
{
	static const struct words words[] = {
		{ "no alternative certificate", "tls-hostname" },
		{ "subject name", "tls-hostname" }, { "host name", "tls-hostname" },
		{ "not yet valid", "tls-not-yet" }, { "expired", "tls-expired" },
		{ "key too small", "tls-weak" }, { "md too weak", "tls-weak" } };
	long result = 0;

	(void)curl_easy_getinfo(http->easy, CURLINFO_SSL_VERIFYRESULT, &result);
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
		return by_words(http->said, words, COUNT_OF(words), "tls-untrusted");
	}
}

/* Of a handshake, or a line that was cut: OpenSSL's alerts come by both codes. */
static const char *of_line(const struct http *http, const char *otherwise)
{
	static const struct words words[] = {
		{ "wrong version number", "not-tls" }, { "http request", "not-tls" },
		{ "packet length too long", "not-tls" },
		{ "record layer failure", "not-tls" },
		{ "unsupported protocol", "tls-weak" },
		{ "alert protocol version", "tls-weak" }, { "legacy sigalg", "tls-weak" },
		{ "dh key too small", "tls-weak" }, { "no protocols", "tls-weak" },
		{ "ee key too small", "tls-weak" },
		{ "certificate required", "tls-client-cert" },
		{ "bad certificate", "tls-client-cert" },
		{ "handshake failure", "tls-client-cert" },
		{ "unexpected eof", "reset" }, { "syscall", "reset" },
		{ "reset", "reset" } };

	return by_words(http->said, words, COUNT_OF(words), otherwise);
}

static const char *of_connect(const struct http *http)
{
	long wrong = 0;

	if (http->barred)
		return "config";
	(void)curl_easy_getinfo(http->easy, CURLINFO_OS_ERRNO, &wrong);
	return wrong == ETIMEDOUT || wrong == EHOSTUNREACH || wrong == ENETUNREACH ?
		"timeout" : wrong == EACCES || wrong == EPERM ? "forbidden" : "refused";
}

static const char *reason_of(const struct http *http, CURLcode code,
			     const struct http_flow *flow)
{
	switch (code) {
	case CURLE_WRITE_ERROR:
		return flow->over ? "too-big" : "protocol";
	case CURLE_OUT_OF_MEMORY:	/* a header of more than it takes (7.88) */
		return "too-big";
	case CURLE_COULDNT_RESOLVE_HOST:
		return "dns";
	case CURLE_COULDNT_RESOLVE_PROXY:
		return "proxy";
	case CURLE_COULDNT_CONNECT:
		return of_connect(http);
	case CURLE_OPERATION_TIMEDOUT:
		return "timeout";
	case CURLE_PEER_FAILED_VERIFICATION:
		return of_certificate(http);
	case CURLE_SSL_CONNECT_ERROR:
		return of_line(http, "protocol");
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
		return of_line(http, "reset");
	case CURLE_GOT_NOTHING:
		return "reset";
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_URL_MALFORMAT:
		return "config";
	case CURLE_FAILED_INIT:
		return "internal";
	default:
		/* CURLE_TOO_LARGE, of newer versions */
		return (int)code == 100 ? "too-big" : "protocol";
	}
}

void http_fault(const struct http *http, CURLcode code, const struct http_flow *flow,
		struct net_fault *fault)
{
	*fault = (struct net_fault){ .reason = reason_of(http, code, flow) };
	if (http->barred)
		snprintf(fault->detail, sizeof(fault->detail), "%.160s: %s", http->origin,
			 http->plain ? "http is for this machine alone; elsewhere it is "
			 "https" : "an address of the link, or of a cloud for its machines alone, "
			 "which nobody is sent to");
	else if (flow->over)
		snprintf(fault->detail, sizeof(fault->detail), "more came than is read");
	else
		snprintf(fault->detail, sizeof(fault->detail), "%.250s", *http->said ?
			 http->said : curl_easy_strerror(code));
}
