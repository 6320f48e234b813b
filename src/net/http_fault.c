/* http_fault.c: how a transfer ended, as a reason: by libcurl's code and by what OpenSSL
 * noted of the handshake (tls_why.h); by words only where there is no code (CONNECTORS 6). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/http_priv.h"

static void of_certificate(const struct http *http, struct net_fault *fault)
{
	/* The chain is good and libcurl says no: to the host, which it compares itself. */
	if (http->why.certificate.reason || http->why.host.reason)
		*fault = http->why.certificate.reason ? http->why.certificate : http->why.host;
	else
		fault->reason = "tls-untrusted";
}

/* OpenSSL's own code stands in the words of libcurl: "error:0A00010B:SSL routines:...",
 * in newer ones behind "TLS connect error:".  0: none. */
static unsigned long code_in(const char *said)
{
	static const char before[] = "error:", digits[] = "0123456789ABCDEFabcdef";
	enum { DIGITS = 8 };

	for (; (said = strstr(said, before)); said += strlen(before))
		if (strspn(said + strlen(before), digits) == DIGITS)
			return strtoul(said + strlen(before), NULL, 16);
	return 0;
}

/* Of a handshake, or a line that was cut: OpenSSL's alerts come by both codes. */
static const char *of_line(const struct http *http, const char *otherwise)
{
	const char *reason = tls_why_reason(&http->why, code_in(http->said));

	return reason ? reason : otherwise;
}

static const char *of_connect(const struct http *http)
{
	long wrong = 0;

	if (http->barred)
		return "config";
	(void)curl_easy_getinfo(http->easy, CURLINFO_OS_ERRNO, &wrong);
	/* Reset is whoever was connected. */
	return wrong == ETIMEDOUT || wrong == EHOSTUNREACH || wrong == ENETUNREACH ?
		"timeout" : wrong == ECONNRESET ? "reset" :
		wrong == EACCES || wrong == EPERM ? "forbidden" : "refused";
}

/* Time that went by without an address is the look-up's.  On a connection that is used
 * again nothing is looked up, and newer versions (8.14) say no time. */
static const char *of_time(const struct http *http)
{
	curl_off_t looked_up = 0;

	(void)curl_easy_getinfo(http->easy, CURLINFO_NAMELOOKUP_TIME_T, &looked_up);
	return looked_up || http->looked_up ? "timeout" : "dns";
}

static const char *reason_of(const struct http *http, CURLcode code)
{
	switch (code) {
	case CURLE_OUT_OF_MEMORY:	/* a header of more than it takes (7.88) */
		return "too-big";
	case CURLE_COULDNT_RESOLVE_HOST:
		return "dns";
	case CURLE_COULDNT_RESOLVE_PROXY:
		return "proxy";
	case CURLE_COULDNT_CONNECT:
		return of_connect(http);
	case CURLE_OPERATION_TIMEDOUT:
		return of_time(http);
	case CURLE_SSL_CLIENTCERT:
	case CURLE_SSL_CERTPROBLEM:
		return "tls-client-cert";
	case CURLE_SSL_CIPHER:
		return "tls-weak";
	case CURLE_SSL_CONNECT_ERROR:
		return of_line(http, "reset");
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
		/* The same code says that chunks are none. */
		return strstr(http->said, "chunk") ? "protocol" : of_line(http, "reset");
	case CURLE_GOT_NOTHING:
	case CURLE_PARTIAL_FILE:
	case CURLE_OK:			/* http_flow.whole */
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

static const char *words_of(const struct http *http, CURLcode code, const char *reason)
{
	if (strcmp(reason, "too-big") == 0)
		return "more came than is read";
	if (code == CURLE_OK)
		return "the answer was cut";
	if (strcmp(reason, "dns") == 0 && code == CURLE_OPERATION_TIMEDOUT)
		return "the look-up of the name did not end in time";
	return *http->said ? http->said : curl_easy_strerror(code);
}

/* Who lets it through, and to where: what the fields of its form do not always name. */
static void name_place(const struct http *http, struct net_fault *fault)
{
	const char *host = strstr(http->origin, "://") + 3;
	size_t n = strcspn(host, *host == '[' ? "]" : ":");
	const char *port;

	n += host[n] == ']';
	port = host[n] == ':' ? host + n + 1 : http->plain ? "80" : "443";
	if (strcmp(fault->reason, "dns") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Check the name %.*s; whoever runs the "
			 "network sees to it that this machine can look it up.", (int)n, host);
	else if (strcmp(fault->reason, "timeout") == 0)
		snprintf(fault->fix, sizeof(fault->fix), "Whoever runs the firewall lets %s "
			 "through to %.*s, port %.5s; if it does, ask who runs the server.",
			 http->way ? "the SSH server" : "this machine", (int)n, host, port);
}

void http_fault(const struct http *http, CURLcode code, const struct http_flow *flow,
		struct net_fault *fault)
{
	bool odd = flow->interim && flow->answer->status == 101;

	*fault = (struct net_fault){ .reason = NULL };
	if (code == CURLE_PEER_FAILED_VERIFICATION)
		of_certificate(http, fault);
	if (!fault->reason)
		fault->reason = flow->over ? "too-big" : odd ? "protocol" :
			reason_of(http, code);
	if (*fault->detail)
		return;
	if (code == CURLE_SSL_CACERT_BADFILE && !http->ca)
		snprintf(fault->fix, sizeof(fault->fix), "Install the list of authorities here: "
			 "the package ca-certificates.");
	name_place(http, fault);
	if (http->barred && code == CURLE_COULDNT_CONNECT)
		snprintf(fault->detail, sizeof(fault->detail), "%.160s: %s", http->origin,
			 http->plain ? "http is for this machine alone; elsewhere it is "
			 "https" : "an address of the link, or of a cloud for its machines "
			 "alone, which nobody is sent to");
	else
		snprintf(fault->detail, sizeof(fault->detail), "%.250s",
			 words_of(http, code, fault->reason));
}
