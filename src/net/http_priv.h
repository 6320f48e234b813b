/* http_priv.h: what the files of http.h share. */
#ifndef NET_HTTP_PRIV_H
#define NET_HTTP_PRIV_H

#include <curl/curl.h>

#include "net/http.h"
#include "net/tls_why.h"

enum { ORIGIN_MOST = 320, PEER_MOST = 80 };

struct http {
	CURL *easy;
	char origin[ORIGIN_MOST], peer[PEER_MOST];
	bool plain;			/* http: to the loopback alone */
	bool barred;			/* an address was refused by us */
	bool looked_up;			/* its name has had an address */
	char *ca;			/* PEM; or NULL */
	size_t n_ca;
	struct curl_slist *way;		/* of CURLOPT_CONNECT_TO; NULL: straight */
	int64_t until;
	struct tls_why why;		/* of the connection made last */
	char said[CURL_ERROR_SIZE];
};

/* One answer as it comes. */
struct http_flow {
	const struct http_ask *ask;
	struct http_answer *answer;
	size_t headers;			/* bytes */
	bool open;			/* a head is under way */
	bool interim;			/* ... or was, of 100, 103 */
	bool whole;			/* the head of the answer itself is there */
	bool framed;			/* ... and says where the body ends */
	bool over, enough;
};

/* http_take.c: callbacks of libcurl; ctx is the flow. */
size_t http_take_header(char *line, size_t size, size_t n, void *ctx);
size_t http_take_body(char *bytes, size_t size, size_t n, void *ctx);

/* http_fault.c: *fault from how a transfer ended. */
void http_fault(const struct http *http, CURLcode code, const struct http_flow *flow,
		struct net_fault *fault);

/* http_url.c: false: it is no origin of https, nor of http on the loopback. */
bool http_origin_of(const char *url, char origin[ORIGIN_MOST], bool *plain,
		    char *target, size_t size);

#endif
