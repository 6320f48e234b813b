/* api.h: a JSON API over net/http.h, as the services of Git and of warehouses have one:
 * asked, read strictly, its lists followed page by page, and what it refuses put as a
 * reason.  What a service says in its own way, its own reader adds (explain). */
#ifndef CONNECT_API_H
#define CONNECT_API_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/buf.h"
#include "net/http.h"
#include "net/net_fault.h"

enum { API_BASE = 32, API_SKEW = 60 /* seconds that clocks may differ */ };

struct api_answer {
	struct http_answer http;	/* status, headers; its body is kept as well */
	json_t *body;			/* NULL: none (204), or it is no JSON */
};

/* A refusal: *fault says already what its status and the usual shapes of JSON say
 * (api_refusal); here the service's own. */
typedef void api_explain(const struct api_answer *answer, struct net_fault *fault);

struct api {
	struct http *http;
	char base[API_BASE];		/* before each path: "/api/v3"; "" */
	const char *accept;		/* where an ask has none; NULL: application/json */
	const char *const *headers;	/* of each request; a NULL ends them; or NULL */
	api_explain *explain;		/* or NULL */
	struct buf authorization;	/* api_authorize; none while it is empty */
};

/* At `usual` ("https://api.github.com"), or, where the letter has the field `endpoint`,
 * there, which must be of this machine; with the letter's ca_file and deadline.  False:
 * *fault.  api_close() it in either case. */
bool api_open(struct api *api, const char *usual, struct net_fault *fault) MUST_CHECK;
/* The same by a port of this machine that leads there ("40123"; NULL: straight). */
bool api_open_through(struct api *api, const char *usual, const char *port,
		      struct net_fault *fault) MUST_CHECK;
void api_close(struct api *api);		/* credentials are wiped */
/* The value of Authorization from now on: "Bearer " and the token; "Basic " and what
 * user and password become; or as it is, a signature of what is asked next.  NULL: none
 * any more. */
void api_bearer(struct api *api, const char *token);
void api_basic(struct api *api, const char *user, const char *password);
void api_authorize(struct api *api, const char *value);

struct api_ask {
	const char *method;		/* NULL: GET, or POST where there is a body */
	const char *path;		/* behind the base; escaped, with its query */
	const char *accept;		/* NULL: that of the api */
	const char *body;		/* NULL: none */
	const char *body_type;		/* NULL: application/x-www-form-urlencoded */
	bool bare;			/* without credentials */
	bool text;			/* no JSON is wanted: http.body is the answer */
	bool refused;			/* a 4xx is an answer, too: who asks reads it */
	size_t most;			/* bytes; 0: HTTP_BODY */
	int64_t until;			/* as dial_now(); 0: the letter's end */
};

/* True: 2xx, and JSON without doubled keys (or `text`).  False: *fault.  The answer is
 * the caller's in either case: api_release().  Where a certificate was not trusted, its
 * issuer and sum are named (net/tls_why.h). */
bool api_ask(struct api *api, const struct api_ask *ask, struct api_answer *answer,
	     struct net_fault *fault) MUST_CHECK;
bool api_get(struct api *api, const char *path, struct api_answer *answer,
	     struct net_fault *fault) MUST_CHECK;
void api_release(struct api_answer *answer);	/* wiped */

/* The first word with a host: asked without credentials, taken whatever it answers but
 * for what shows that nobody gets there (a redirect, HTML with 200, 5xx, a certificate or
 * a proxy's sign-in that is wanted).  For the step `connect`: nobody is told a credential
 * before it is known who is there. */
bool api_hello(struct api *api, const char *path, struct api_answer *answer,
	       struct net_fault *fault) MUST_CHECK;
/* The same where more than a GET of JSON is wanted for it. */
bool api_greet(struct api *api, const struct api_ask *ask, struct api_answer *answer,
	       struct net_fault *fault) MUST_CHECK;

/* A list, page by page from `path` on: `page` takes each, and sets *next to an absolute
 * URL where the service says the next one in its JSON; else that of the header Link
 * rel="next" is taken.  Another origin is never asked (protocol).  page says false: it
 * has enough, or set *fault itself. */
typedef bool api_page(void *ctx, const json_t *body, const char **next,
		      struct net_fault *fault);
bool api_pages(struct api *api, const char *path, api_page *page, void *ctx,
	       struct net_fault *fault) MUST_CHECK;

/* ---- reading (api_read.c) --------------------------------------------------------------- */

/* Text and numbers of an object, one level a name: api_text(user, "account", "login",
 * API_END).  "" and -1 where it is not there or of another kind. */
#define API_END ((const char *)0)
const char *api_text(const json_t *object, ...);
int64_t api_number(const json_t *object, const char *name);
/* A number as decimal text, as ids are kept; "" where it is none. */
const char *api_id(const json_t *object, const char *name, char out[24]);
/* "a b", escaped as a value of a form or of a query. */
void api_escape(struct buf *out, const char *text);
/* As a part of a path, its slashes kept ("feature/x" of a branch), or escaped. */
void api_escape_path(struct buf *out, const char *text, bool slashes);
/* name=value of a form, with the & before it where something stands there already. */
void api_form(struct buf *out, const char *name, const char *value);

/* ---- refusals (api_fault.c) --------------------------------------------------------- */

/* 401 auth-bad, 403 forbidden or rate-limited, 404 not-found, 429 rate-limited, 3xx
 * redirected (and where to), 5xx server-error, HTML where JSON was to be: not-this-api.
 * The message of the usual shapes, and the request's id, in the detail.  After `explain`:
 * where the clocks differ more than API_SKEW, that wins over auth-bad. */
void api_refusal(const struct api *api, const struct api_answer *answer,
		 struct net_fault *fault);
/* Until when, by x-ratelimit-reset, ratelimit-reset or retry-after: in words. */
void api_rate_limited(const struct api_answer *answer, struct net_fault *fault);
/* The id of the request, by which the service's own people find it, behind the detail. */
void api_name_request(const struct api_answer *answer, struct net_fault *fault);
/* In brief: reason and detail; false, so that a guard is one line. */
bool api_wrong(struct net_fault *fault, const char *reason, const char *format, ...)
	PRINTF_LIKE(3, 4);

#endif
