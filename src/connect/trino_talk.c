/* trino_talk.c: see trino_talk.h. */
#include "connect/trino_talk.h"

#include <stdio.h>
#include <string.h>

#include "connect/letter.h"
#include "connect/report.h"
#include "connect/warehouse.h"

enum { HEADERS = 6, HEADERS_MOST = 16 << 10, TEXT = 512, STATE = 32,
       AGAIN = 3, SOON = 100 /* ms */, STARTS = 500 /* ms */ };

struct trino {
	const struct trino_kind *kind;
	struct api api;
	struct buf lines;		/* of headers, each with a NUL behind it */
	const char *headers[HEADERS];
	char next[HTTP_VALUE];		/* where it goes on; "": nowhere */
	char state[STATE];		/* "QUEUED" */
};

/* A catalog and a schema that are only named are not looked at: each has a line that does,
 * and gives one row at most. */
static const char *statement(void)
{
	return *letter_field("schema") ? "SHOW TABLES LIKE 'gatehouse_probe'" :
		*letter_field("catalog") ? "SHOW SCHEMAS LIKE 'information_schema'" : "SELECT 1";
}

/* ---- what is refused ------------------------------------------------------------------- */

static const struct warehouse_code codes[] = {
	{ "PERMISSION_DENIED", "forbidden", "Have the user allowed it in the access control "
	  "there." },
	{ "CATALOG_NOT_FOUND", "not-found", "Check the catalog: SHOW CATALOGS lists those that "
	  "are there." },
	{ "SCHEMA_NOT_FOUND", "not-found", "Check the schema: SHOW SCHEMAS lists those of the "
	  "catalog." },
	{ "MISSING_CATALOG_NAME", "config", "Enter the catalog that the schema is in." },
	{ "MISSING_SCHEMA_NAME", "config", "Enter the schema." },
	{ "INVALID_SESSION_PROPERTY", "config", "Mend the session properties: SHOW SESSION "
	  "lists those that there are." },
	{ "QUERY_QUEUE_FULL", "rate-limited", NULL },
	{ "QUERY_REJECTED", "rate-limited", NULL },
	{ "EXCEEDED_TIME_LIMIT", "timeout", NULL },
	{ "NO_NODES_AVAILABLE", "server-error", "Have its workers started: none is there." },
	{ "SERVER_STARTING_UP", "server-error", NULL },
};

/* {"error":{"message":...,"errorName":...,"errorType":...}} of an answer with 200. */
static bool of_error(const json_t *error, struct net_fault *fault)
{
	const char *name = api_text(error, "errorName", API_END);
	const char *type = api_text(error, "errorType", API_END);

	*fault = (struct net_fault){ .http = 200 };
	warehouse_say(api_text(error, "message", API_END), fault);
	if (warehouse_means(codes, COUNT_OF(codes), name, fault))
		return false;
	/* Older ones have no name for it. */
	if (strcmp(name, "SYNTAX_ERROR") == 0 && strstr(fault->detail, "does not exist"))
		fault->reason = "not-found";
	else
		fault->reason = strcmp(type, "USER_ERROR") == 0 ? "protocol" : "server-error";
	return false;
}

static void explain(const struct api_answer *answer, struct net_fault *fault)
{
	const char *way = http_header(&answer->http, "www-authenticate");
	bool password = letter_secret("password") && *letter_secret("password");

	if (strcmp(fault->reason, "auth-bad") == 0 && way && strncmp(way, "Bearer", 6) == 0) {
		fault->reason = "sso-required";
		snprintf(fault->fix, sizeof(fault->fix), "Have sign-in by password turned on "
			 "there beside OAuth 2.0: tokens of people are not for checks.");
	} else if (strcmp(fault->reason, "auth-bad") == 0 && !password) {
		snprintf(fault->fix, sizeof(fault->fix), "Enter the password of %.120s: none "
			 "is entered, and the server wants one.", letter_field("username"));
	} else if (answer->http.status == 400 && strstr(fault->detail, "User must be set")) {
		fault->reason = "not-this-api";
		snprintf(fault->fix, sizeof(fault->fix), "Take the other type for it: the headers "
			 "of Presto are not those of Trino and Starburst.");
	}
}

/* ---- headers --------------------------------------------------------------------------- */

/* Nobody is asked with what would be a header more. */
static bool add_header(struct trino *trino, const char *name, const char *field,
		       const char *value, struct net_fault *fault)
{
	const char *at;

	if (!*value)
		return true;
	for (at = value; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			return api_wrong(fault, "config", "%s has a line break, or another control "
					 "character", field);
	buf_printf(&trino->lines, "%s%s: %s", trino->kind->prefix, name, value);
	buf_add(&trino->lines, "", 1);
	return !trino->lines.overflow ||
		api_wrong(fault, "config", "too long to be sent: %s", field);
}

/* "a=b\nc=d" of the form, as "a=b,c=d": values are escaped, as they may hold a comma. */
static bool add_session(struct trino *trino, struct net_fault *fault)
{
	const char *at = letter_field("session_properties"), *end, *is;
	struct buf all, value;
	bool good = true;

	buf_init(&all, HEADERS_MOST);
	for (; good && *at; at = end + strspn(end, "\r\n")) {
		end = at + strcspn(at, "\r\n");
		is = memchr(at, '=', (size_t)(end - at));
		if (!is || is == at) {
			good = api_wrong(fault, "config", "this is no session property, as "
					 "KEY=VALUE: %.*s", (int)(end - at), at);
			break;
		}
		buf_init(&value, HEADERS_MOST);
		buf_add(&value, is + 1, (size_t)(end - is - 1));
		buf_printf(&all, "%s%.*s=", all.len ? "," : "", (int)(is - at), at);
		api_escape(&all, buf_text(&value));
		good = (!all.overflow && !value.overflow) ||
			api_wrong(fault, "config", "too long to be sent: the field session properties");
		buf_release(&value);
	}
	good = good && add_header(trino, "Session", "the field session properties", buf_text(&all),
				  fault);
	buf_release(&all);
	return good;
}

static bool set_headers(struct trino *trino, struct net_fault *fault)
{
	const char *user = letter_field("username"), *at;
	size_t n = 0;

	buf_init(&trino->lines, HEADERS_MOST);
	if (!*user)
		return api_wrong(fault, "config", "the username is missing");
	if (!add_header(trino, "User", "the username", user, fault) ||
	    !add_header(trino, "Source", "the source", "gatehouse-probe", fault) ||
	    !add_header(trino, "Catalog", "the catalog", letter_field("catalog"), fault) ||
	    !add_header(trino, "Schema", "the schema", letter_field("schema"), fault) ||
	    !add_session(trino, fault))
		return false;
	for (at = buf_text(&trino->lines); n + 1 < HEADERS &&
	     at < buf_text(&trino->lines) + trino->lines.len; at += strlen(at) + 1)
		trino->headers[n++] = at;
	return true;
}

/* ---- steps ----------------------------------------------------------------------------- */

/* Some have a sign-in before all of it: it is seen with the credential then (over TLS). */
static bool is_trino(const struct api_answer *answer)
{
	return answer->http.status == 401 || answer->http.status == 403 ||
		*api_text(answer->body, "nodeVersion", "version", API_END);
}

static bool connect_to(struct trino *trino, struct net_fault *fault)
{
	const struct warehouse_place place = { .name = trino->kind->name,
		.host = letter_field("host"), .port = letter_field("port"),
		.hello = { .path = "/v1/info" }, .knows = is_trino, .may_be_plain = true };
	const char *password = letter_secret("password");

	if (!warehouse_connect(&trino->api, &place, fault))
		return false;
	trino->api.explain = explain;
	trino->api.headers = trino->headers;
	report_begin("auth");
	if (!password || !*password)
		return true;
	if (warehouse_is_plain(&trino->api)) {
		snprintf(fault->fix, sizeof(fault->fix), "Enter the port where it speaks HTTPS "
			 "(8443 is usual), or, where it asks for no password, leave that out.");
		return api_wrong(fault, "not-tls", "by plain HTTP no password is sent: %s takes "
				 "none there", trino->kind->name);
	}
	api_basic(&trino->api, letter_field("username"), password);
	return true;
}

/* Until it has started, and no longer than there is time. */
static bool wait_for_start(struct trino *trino, struct net_fault *fault)
{
	const struct api_ask ask = { .path = "/v1/info", .bare = true, .refused = true };
	struct api_answer answer;
	bool starting = true, good = true;
	const char *version;
	char text[TEXT];

	while (good && starting) {
		good = warehouse_ask(&trino->api, &ask, &answer, fault);
		starting = json_is_true(json_object_get(answer.body, "starting"));
		version = api_text(answer.body, "nodeVersion", "version", API_END);
		snprintf(text, sizeof(text), "%s%s%.60s", trino->kind->name, *version ? " " : "",
			 version);
		api_release(&answer);
		if (good && starting && !warehouse_wait(STARTS))
			good = api_wrong(fault, "server-error", "it is starting, all the time");
	}
	if (good)
		report_server(text);
	return good;
}

/* Only below what was posted: whatever else the server has is not asked, with a credential
 * least of all. */
static bool is_of_statement(const char *target)
{
	static const char below[] = "/v1/statement/";

	return strncmp(target, below, strlen(below)) == 0 && !strstr(target, "..") &&
		!strcasestr(target, "%2e");
}

static bool goes_on(struct trino *trino, const char *next, struct net_fault *fault)
{
	bool same = http_same_origin(trino->api.http, next, trino->next, sizeof(trino->next));

	if (same && is_of_statement(trino->next))
		return true;
	trino->next[0] = '\0';
	if (same)
		return api_wrong(fault, "protocol", "the answer goes on at %.120s, which is none "
				 "of /v1/statement/: that was not asked", next);
	snprintf(fault->fix, sizeof(fault->fix), "Behind a proxy or load balancer: have "
		 "http-server.process-forwarded=true set in its config.properties, and "
		 "X-Forwarded-Proto and -Host sent there.");
	return api_wrong(fault, "protocol", "the answer goes on at %.120s, which is not %.80s: "
			 "nobody was asked there", next, http_origin(trino->api.http));
}

static bool is_statement(const struct api_answer *answer)
{
	return *api_text(answer->body, "id", API_END) &&
		json_is_object(json_object_get(answer->body, "stats"));
}

/* It went well only where it says so. */
static bool ended(const struct trino *trino, struct net_fault *fault)
{
	return strcmp(trino->state, "FINISHED") == 0 ||
		api_wrong(fault, "server-error", "the statement ended, and not well: its state is "
			  "%s", *trino->state ? trino->state : "not said");
}

/* What came: where it goes on, or what went wrong. */
static bool take(struct trino *trino, const struct api_answer *answer,
		 struct net_fault *fault)
{
	const json_t *error = json_object_get(answer->body, "error");
	const char *next = api_text(answer->body, "nextUri", API_END);

	if (!is_statement(answer))
		return warehouse_not_this(answer, trino->kind->name, fault);
	trino->next[0] = '\0';
	if (error)
		return of_error(error, fault);
	snprintf(trino->state, sizeof(trino->state), "%.31s",
		 api_text(answer->body, "stats", "state", API_END));
	return *next ? goes_on(trino, next, fault) : ended(trino, fault);
}

static bool is_away(int status)
{
	return status == 502 || status == 503 || status == 504;
}

/* The line only reads: where the service is away for a moment it may be posted again, as
 * the protocol wants it. */
static bool post(struct trino *trino, struct api_answer *answer, struct net_fault *fault)
{
	const struct api_ask ask = { .path = "/v1/statement", .body = statement(),
				     .body_type = "text/plain" };
	bool good = false;
	int i;

	for (i = 0; i < AGAIN && !good; i++) {
		if (i)
			api_release(answer);
		good = warehouse_begin(&trino->api, &ask, answer, fault);
		if (good || !is_away(fault->http) || !warehouse_wait(SOON))
			break;
	}
	return good;
}

static bool cancel(struct trino *trino, const char *what, struct net_fault *fault)
{
	const struct api_ask ask = { .method = "DELETE", .path = trino->next, .text = true };

	warehouse_cancel(&trino->api, &ask, what, fault);
	return false;
}

/* Up to its end.  What fails on the way may run on there, so that it is cancelled. */
static bool follow(struct trino *trino, struct net_fault *fault)
{
	const struct api_ask ask = { .path = trino->next };
	struct api_answer answer;
	bool good = true;

	while (good && *trino->next) {
		if (!warehouse_wait(SOON)) {
			(void)api_wrong(fault, "timeout", "the statement was still %s",
					strcmp(trino->state, "QUEUED") == 0 ? "waiting" : "running");
			return cancel(trino, "it", fault);
		}
		good = warehouse_ask(&trino->api, &ask, &answer, fault) &&
			take(trino, &answer, fault);
		api_release(&answer);
	}
	return good || (*trino->next && cancel(trino, "the statement", fault));
}

/* Who was told no password has seen none of it. */
static void let_in(const struct trino *trino)
{
	struct net_fault anybody = { .reason = NULL };

	report_identity(letter_field("username"));
	if (trino->api.authorization.len) {
		report_ok("");
		return;
	}
	snprintf(anybody.detail, sizeof(anybody.detail), "no password was asked for: anybody is "
		 "taken for %.120s", letter_field("username"));
	snprintf(anybody.fix, sizeof(anybody.fix), "Have sign-in by password turned on there "
		 "(http-server.authentication.type), unless that is meant so.");
	report_fault("warn", &anybody);
}

static bool run(struct trino *trino, struct net_fault *fault)
{
	struct api_answer answer;
	bool good;

	if (!wait_for_start(trino, fault))
		return false;
	good = post(trino, &answer, fault);
	if (good && !is_statement(&answer))
		good = warehouse_not_this(&answer, trino->kind->name, fault);
	if (good) {
		let_in(trino);
		report_begin("read");
		good = take(trino, &answer, fault);
	}
	api_release(&answer);
	return good && follow(trino, fault);
}

bool trino_verify(const struct trino_kind *kind, struct net_fault *fault)
{
	static const char *const plan[] = { "connect", "auth", "read" };
	struct trino trino = { .kind = kind };
	const char *catalog = letter_field("catalog"), *schema = letter_field("schema");
	char text[TEXT];
	bool good;

	warehouse_plan(plan, COUNT_OF(plan));
	good = set_headers(&trino, fault) && connect_to(&trino, fault) && run(&trino, fault);
	warehouse_close(&trino.api);
	buf_release(&trino.lines);
	if (!good)
		return false;
	snprintf(text, sizeof(text), "%s%.100s%s%.100s", *catalog ? "catalog " : "", catalog,
		 *schema ? ", schema " : "", schema);
	report_ok(text);
	return true;
}
