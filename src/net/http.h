/* http.h: one request over HTTPS to one service, hardened (SECURITY 1.6 to 1.8, CONNECTORS
 * 7): no redirect is followed, no proxy and no file of the environment is read, decoded
 * bytes are counted, plain http goes to the loopback alone, addresses of the link
 * (169.254/16, fe80::/10: metadata services) are refused after the look-up. */
#ifndef NET_HTTP_H
#define NET_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "net/net_fault.h"

enum {
	HTTP_BODY = 4 << 20,		/* decoded bytes, where an ask does not say */
	HTTP_KEPT = 32, HTTP_VALUE = 2048
};

struct http;

/* Where: "https://api.github.com", "http://127.0.0.1:8080"; no path, no user. */
struct http_site {
	const char *origin;
	const char *ca_file;		/* a PEM file, added to the system's; NULL, "" */
	int64_t until;			/* as dial_now() */
	const char *through;		/* a port of this machine that leads there (SSH), as
					 * "40123"; NULL: straight */
};

struct http_ask {
	const char *method;		/* NULL: GET, or POST where there is a body */
	const char *target;		/* path and query as they are to be sent; ASCII */
	const char *const *headers;	/* "Accept: text/plain"; a NULL ends them */
	const char *authorization;	/* the value of that header; NULL: none */
	const void *body;
	size_t n_body;
	const char *body_type;		/* its Content-Type */
	size_t most;			/* decoded bytes of the answer; 0: HTTP_BODY */
	int64_t until;			/* as dial_now(), where it is before the site's; 0 */
	/* Enough?  Asked as the body comes; NULL: until its end. */
	bool (*enough)(void *ctx, const struct buf *body);
	void *ctx;
};

struct http_answer {
	int status;			/* 200 */
	struct buf body;		/* decoded; a NUL stands behind it */
	int64_t skew;			/* seconds the server's clock is ahead of ours */
	bool dated;			/* ... by its Date, which it had */
	size_t n_kept;
	struct { char name[48], value[HTTP_VALUE]; } kept[HTTP_KEPT];
};

/* NULL: *fault (config: no origin of ours; internal).  http_free() it. */
struct http *http_new(const struct http_site *site, struct net_fault *fault) MUST_CHECK;
void http_free(struct http *http);
/* "https://host:port" in one form: lower case, without the usual port. */
const char *http_origin(const struct http *http);
/* It answered, with whatever status; false: *fault says why no answer came (config: the
 * target is no path, or a header has a line break).  A GET is asked again, twice at most,
 * where the service was away for a moment (502, 503, 504, cut while nothing had come);
 * what changes something never is.  The answer is the caller's in either case:
 * http_answer_release(). */
bool http_ask(struct http *http, const struct http_ask *ask, struct http_answer *answer,
	      struct net_fault *fault) MUST_CHECK;
/* The last header of this name, which is one of those that are kept (http_take.c); NULL.
 * "": it was longer than HTTP_VALUE. */
const char *http_header(const struct http_answer *answer, const char *name);
void http_answer_release(struct http_answer *answer);	/* wiped */
/* Where the last one went: "140.82.121.6:443"; "": nowhere. */
const char *http_peer(const struct http *http);

/* The path and query of a URL that came from the network (Link, next): false: it is of
 * another origin, and is not followed. */
bool http_same_origin(const struct http *http, const char *url, char *target,
		      size_t size) MUST_CHECK;
/* An address that a service names for people to open: https, or http of this machine, and
 * no user, escape or other script in it. */
bool http_leads(const char *url) MUST_CHECK;
/* The value of Authorization for a name and a password (RFC 7617); buf_wipe() it in either
 * case.  False: the name has a colon, or they are too long. */
bool http_basic(struct buf *out, const char *user, const char *password) MUST_CHECK;
/* All but A-Z a-z 0-9 - . _ ~ as %XX; with slashes also "/". */
void http_escape(struct buf *out, const char *text, size_t n, bool slashes);

#endif
