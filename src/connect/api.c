/* api.c: see api.h; what is refused: api_fault.c; reading: api_read.c. */
#include "connect/api.h"

#include <stdio.h>
#include <string.h>

#include "connect/letter.h"
#include "net/dial.h"

enum {
	PAGES_MOST = 1000,
	AUTHORIZATION_MOST = 16 << 10, TARGET_MOST = HTTP_VALUE, HEADERS_MOST = 12
};

/* ---- open ------------------------------------------------------------------------ */

/* Of an origin in its one form: an address, so that no name leads elsewhere. */
static bool is_here(const char *origin)
{
	const char *host = strstr(origin, "://") + 3;
	char text[DIAL_ADDRESS];
	bool six = *host == '[';
	size_t n = strcspn(six ? ++host : host, six ? "]" : ":");

	return n < sizeof(text) &&
		snprintf(text, sizeof(text), "%.*s", (int)n, host) > 0 &&
		dial_is_address(text) && dial_is_loopback(text);
}

bool api_open(struct api *api, const char *usual, struct net_fault *fault)
{
	return api_open_through(api, usual, NULL, fault);
}

bool api_open_through(struct api *api, const char *usual, const char *port,
		      struct net_fault *fault)
{
	const char *endpoint = letter_field("endpoint");
	struct http_site site = { .origin = *endpoint ? endpoint : usual,
				  .ca_file = letter_field("ca_file"),
				  .until = letter_until(), .through = port };

	memset(api, 0, sizeof(*api));
	buf_init(&api->authorization, AUTHORIZATION_MOST);
	api->http = http_new(&site, fault);
	if (!api->http)
		return false;
	if (!*endpoint || is_here(http_origin(api->http)))
		return true;
	return api_wrong(fault, "config", "the test endpoint %.160s is not of this machine: "
			 "it may be 127.0.0.1 or [::1] only", endpoint);
}

void api_close(struct api *api)
{
	http_free(api->http);
	api->http = NULL;
	buf_wipe(&api->authorization);
}

/* Room for a secret, which then never moves and leaves nothing behind. */
static void room_for(struct buf *buf, size_t n)
{
	buf_init(buf, AUTHORIZATION_MOST);
	buf_pad(buf, ' ', n < AUTHORIZATION_MOST ? n + 1 : AUTHORIZATION_MOST);
	buf_reset(buf);
}

void api_bearer(struct api *api, const char *token)
{
	buf_wipe(&api->authorization);
	room_for(&api->authorization, token ? strlen(token) + sizeof("Bearer ") : 0);
	if (!token)
		return;
	buf_printf(&api->authorization, "Bearer %s", token);
	letter_lent(token);
}

void api_basic(struct api *api, const char *user, const char *password)
{
	buf_wipe(&api->authorization);
	if (!http_basic(&api->authorization, user, password))
		api->authorization.overflow = true;	/* said where it is used */
	else
		letter_lent(buf_text(&api->authorization) + strlen("Basic "));
}

void api_authorize(struct api *api, const char *value)
{
	buf_wipe(&api->authorization);
	buf_init(&api->authorization, AUTHORIZATION_MOST);
	buf_adds(&api->authorization, value ? value : "");
}

/* ---- ask ------------------------------------------------------------------------- */

static void read_body(const struct api_ask *ask, struct api_answer *answer)
{
	const struct buf *body = &answer->http.body;

	answer->body = ask->text && answer->http.status / 100 == 2 ? NULL :
		json_loadb(buf_text(body), body->len, JSON_REJECT_DUPLICATES, NULL);
}

/* Bytes that begin as a document of JSON does, whatever is wrong with them later. */
static bool begins_as_json(const struct buf *body)
{
	const char *at = buf_text(body);

	at += strspn(at, " \t\r\n");
	return *at == '{' || *at == '[';
}

static bool judge(const struct api *api, const struct api_ask *ask,
		  struct api_answer *answer, struct net_fault *fault)
{
	int status = answer->http.status;

	if (status / 100 == 4 && ask->refused)
		return true;
	if (status / 100 != 2) {
		api_refusal(api, answer, fault);
		return false;
	}
	if (ask->text || answer->body || status == 204)
		return true;
	fault->http = status;
	(void)api_wrong(fault, begins_as_json(&answer->http.body) ? "protocol" :
			"not-this-api", begins_as_json(&answer->http.body) ?
			"the answer is broken JSON" : "%.80s came where JSON was to be",
			http_header(&answer->http, "content-type") ?
			http_header(&answer->http, "content-type") : "something else");
	api_name_request(answer, fault);
	return false;
}

/* target: with the base, as the network has it. */
static bool ask_target(struct api *api, const struct api_ask *ask, const char *target,
		       struct api_answer *answer, struct net_fault *fault)
{
	const char *headers[HEADERS_MOST + 2] = { NULL };
	char accept[128];
	struct http_ask what = { .method = ask->method, .target = target, .headers = headers,
				 .most = ask->most, .until = ask->until };
	size_t i, n = 0;

	snprintf(accept, sizeof(accept), "Accept: %s", ask->accept ? ask->accept :
		 api->accept ? api->accept : "application/json");
	headers[n++] = accept;
	for (i = 0; api->headers && api->headers[i] && n < HEADERS_MOST; i++)
		headers[n++] = api->headers[i];
	if (!ask->bare && api->authorization.len)
		what.authorization = buf_text(&api->authorization);
	if (ask->body) {
		what.body = ask->body;
		what.n_body = strlen(ask->body);
		what.body_type = ask->body_type ? ask->body_type :
			"application/x-www-form-urlencoded";
	}
	memset(answer, 0, sizeof(*answer));
	if (api->authorization.overflow)
		return api_wrong(fault, "config", "the credential cannot be "
				 "sent: it is too long, or its name has a colon");
	if (!http_ask(api->http, &what, &answer->http, fault))
		return false;
	read_body(ask, answer);
	return judge(api, ask, answer, fault);
}

bool api_ask(struct api *api, const struct api_ask *ask, struct api_answer *answer,
	     struct net_fault *fault)
{
	struct buf target;
	bool good;

	memset(answer, 0, sizeof(*answer));
	buf_init(&target, TARGET_MOST);
	buf_printf(&target, "%s%s", api->base, ask->path);
	good = target.overflow ? api_wrong(fault, "config", "a name is too long") :
		ask_target(api, ask, buf_text(&target), answer, fault);
	buf_release(&target);
	return good;
}

bool api_get(struct api *api, const char *path, struct api_answer *answer,
	     struct net_fault *fault)
{
	const struct api_ask ask = { .path = path };

	return api_ask(api, &ask, answer, fault);
}

void api_release(struct api_answer *answer)
{
	json_decref(answer->body);
	answer->body = NULL;
	http_answer_release(&answer->http);
}

bool api_greet(struct api *api, const struct api_ask *ask, struct api_answer *answer,
	       struct net_fault *fault)
{
	struct api_ask bare = *ask;

	bare.bare = bare.refused = true;
	if (!api_ask(api, &bare, answer, fault))
		return false;
	if (answer->http.status / 100 != 4)
		return true;
	api_refusal(api, answer, fault);
	if (strcmp(fault->reason, "tls-client-cert") == 0 || strcmp(fault->reason, "proxy") == 0)
		return false;
	*fault = (struct net_fault){ .reason = NULL };
	return true;
}

bool api_hello(struct api *api, const char *path, struct api_answer *answer,
	       struct net_fault *fault)
{
	const struct api_ask ask = { .path = path };

	return api_greet(api, &ask, answer, fault);
}

/* ---- pages ----------------------------------------------------------------------- */

/* <https://host/path?page=2>; rel="next", <...>; rel="last" (RFC 8288, as these services
 * write it: the URL without ">", rel with its value in quotes or not). */
static bool link_next(const char *link, char url[TARGET_MOST])
{
	const char *at, *end, *rel, *stop;

	for (at = link; at && (at = strchr(at, '<')) != NULL; at = stop) {
		end = strchr(at, '>');
		if (!end)
			return false;
		stop = strchr(end, '<');
		rel = strstr(end, "rel=");
		if (!rel || (stop && rel > stop))
			continue;
		rel += 4 + (rel[4] == '"');
		if (strncmp(rel, "next", 4) != 0 || !strchr("\"; ,", rel[4]))
			continue;
		return snprintf(url, TARGET_MOST, "%.*s", (int)(end - at - 1), at + 1) <
			TARGET_MOST;
	}
	return false;
}

/* Where the next page is: target is replaced.  False: there is none, or *fault. */
static bool turn(struct api *api, const char *url, char target[TARGET_MOST],
		 struct net_fault *fault)
{
	char next[TARGET_MOST];

	if (!http_same_origin(api->http, url, next, sizeof(next)))
		return api_wrong(fault, "protocol", "the list goes on at %.120s, which is not "
				 "%.80s: nobody was asked there", url,
				 http_origin(api->http));
	if (strcmp(next, target) == 0)
		return api_wrong(fault, "protocol", "the list goes on where it is: %.160s",
				 url);
	memcpy(target, next, sizeof(next));
	return true;
}

bool api_pages(struct api *api, const char *path, api_page *page, void *ctx,
	       struct net_fault *fault)
{
	const struct api_ask ask = { .path = path };
	char target[TARGET_MOST], url[TARGET_MOST];
	struct api_answer answer;
	const char *next;
	bool more = (size_t)snprintf(target, sizeof(target), "%s%s", api->base, path) <
		sizeof(target);
	int i;

	fault->reason = NULL;
	if (!more)
		return api_wrong(fault, "config", "a name is too long");
	for (i = 0; more && i < PAGES_MOST; i++) {
		next = NULL;
		more = ask_target(api, &ask, target, &answer, fault) &&
			page(ctx, answer.body, &next, fault);
		if (more && (!next || !*next))
			next = link_next(http_header(&answer.http, "link"), url) ? url : NULL;
		more = more && next && turn(api, next, target, fault);
		api_release(&answer);
	}
	if (more)
		return api_wrong(fault, "too-big", "the list has more than %d pages",
				 PAGES_MOST);
	return !fault->reason;
}
