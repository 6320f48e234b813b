/* api_test.c: what a JSON API refuses, as a reason, by answers as services write them; and
 * lists that are followed page by page, but never to another server. */
#include "tests/expect.h"
#include "tests/courier/web.h"

#include "base/attr.h"
#include "connect/api.h"
#include "connect/github/github.h"
#include "net/dial.h"

/* ---- refusals --------------------------------------------------------------------------- */

static void keep(struct http_answer *answer, const char *name, const char *value)
{
	if (!name)
		return;
	snprintf(answer->kept[answer->n_kept].name, sizeof(answer->kept->name), "%s", name);
	snprintf(answer->kept[answer->n_kept].value, sizeof(answer->kept->value), "%s", value);
	answer->n_kept++;
}

struct refusal {
	int status;
	const char *header, *value;		/* NULL: none */
	const char *body;
	const char *reason, *detail, *fix;	/* what these hold; NULL: no matter */
	int64_t skew;
};

static void refuse(const struct refusal *refusal, api_explain *explain,
		   struct net_fault *fault)
{
	struct api_answer answer = { .http.status = refusal->status };
	struct api api = { .explain = explain };

	buf_init(&answer.http.body, HTTP_BODY);
	buf_adds(&answer.http.body, refusal->body);
	keep(&answer.http, refusal->header, refusal->value);
	keep(&answer.http, "x-github-request-id", "F00D:1");
	answer.http.dated = true;
	answer.http.skew = refusal->skew;
	answer.body = json_loads(refusal->body, JSON_REJECT_DUPLICATES, NULL);
	api_refusal(&api, &answer, fault);
	api_release(&answer);
}

static void holds(size_t i, const char *what, const char *text, const char *part)
{
	if (part && !strstr(text, part))
		fail_msg("%zu: the %s is \"%s\", without \"%s\"", i, what, text, part);
}

static void all_are(const struct refusal *refusals, size_t n, api_explain *explain)
{
	struct net_fault fault;
	size_t i;

	for (i = 0; i < n; i++) {
		refuse(&refusals[i], explain, &fault);
		if (strcmp(fault.reason, refusals[i].reason) != 0)
			fail_msg("%zu: %d %s is %s, not %s", i, refusals[i].status,
				 refusals[i].body, fault.reason, refusals[i].reason);
		assert_int_equal(fault.http, refusals[i].status);
		holds(i, "detail", fault.detail, refusals[i].detail);
		holds(i, "detail", fault.detail, explain ? NULL : "F00D:1");
		holds(i, "fix", fault.fix, refusals[i].fix);
	}
}

#define HTML "<html><title>Log in</title></html>"

static const struct refusal usual[] = {
	{ 400, NULL, NULL, HTML, "protocol", NULL, NULL, 0 },
	{ 400, NULL, NULL, "<center>No required SSL certificate was sent</center>",
	  "tls-client-cert", NULL, NULL, 0 },
	{ 401, NULL, NULL, "{\"message\":\"Bad credentials\"}", "auth-bad",
	  "Bad credentials", NULL, 60 },
	{ 401, NULL, NULL, "", "auth-bad", NULL, NULL, -60 },
	{ 401, NULL, NULL, "{\"message\":\"Bad credentials\"}", "clock-skew",
	  "61 s behind", NULL, 61 },
	{ 401, NULL, NULL, "", "clock-skew", "600 s ahead of", NULL, -600 },
	{ 403, NULL, NULL, "{\"message\":\"no\"}", "forbidden", "no", NULL, 600 },
	{ 403, "x-ratelimit-remaining", "0", "{}", "rate-limited", NULL, "Wait until", 0 },
	{ 403, "x-ratelimit-remaining", "10", "{}", "forbidden", NULL, NULL, 0 },
	{ 403, "retry-after", "17", "{}", "rate-limited", NULL, "(17 s)", 0 },
	{ 429, "retry-after", "Wed, 21 Oct 2099 07:28:00 GMT", "Retry later\n", "rate-limited",
	  "Retry later", "(60 s)", 0 },
	{ 429, "retry-after", "99999999", "{}", "rate-limited", NULL, "(60 s)", 0 },
	{ 404, NULL, NULL, "{\"message\":{\"name\":[\"is gone\"]}}", "not-found",
	  "{\"name\":[\"is gone\"]}", NULL, 0 },
	{ 404, NULL, NULL, HTML, "not-this-api", NULL, NULL, 0 },
	{ 404, NULL, NULL, "", "not-found", NULL, NULL, 0 },
	{ 410, NULL, NULL, "{\"error\":{\"message\":\"it is over\"}}", "not-found",
	  "it is over", NULL, 0 },
	{ 407, NULL, NULL, "", "proxy", NULL, NULL, 0 },
	{ 301, "location", "https://evil.example/x", "", "redirected",
	  "to https://evil.example/x", NULL, 0 },
	{ 500, NULL, NULL, HTML, "server-error", NULL, NULL, 0 },
	{ 503, NULL, NULL, "{\"error\":\"e1\",\"error_description\":\"away\"}", "server-error",
	  "away", NULL, 0 },
	{ 418, NULL, NULL, "{}", "protocol", NULL, NULL, 0 },
};

TEST(each_status_has_its_reason)
{
	all_are(usual, COUNT_OF(usual), NULL);
}

TEST(the_code_of_an_error_is_kept)
{
	const struct refusal one = { 400, NULL, NULL, "{\"error\":\"invalid_scope\","
		"\"error_description\":\"no such scope\"}", NULL, NULL, NULL, 0 };
	struct net_fault fault;

	refuse(&one, NULL, &fault);
	assert_string_equal(fault.native, "invalid_scope");
}

#define SSO "required; url=https://github.com/orgs/acme/sso?authorization_request=X"
#define NOT_BY "{\"message\":\"Resource not accessible by integration\"}"

static const struct refusal of_github[] = {
	{ 401, NULL, NULL, "{\"message\":\"Bad credentials\"}", "auth-bad", NULL,
	  "Have a new one made", 0 },
	{ 401, NULL, NULL, "{\"message\":\"A JSON web token could not be decoded\"}",
	  "auth-bad", NULL, "new key", 0 },
	{ 401, NULL, NULL, "{\"message\":\"'Expiration time' claim ('exp') is too far in the "
	  "future\"}", "clock-skew", "61 s behind", NULL, 61 },
	{ 401, NULL, NULL, "{\"message\":\"'Issued at' claim ('iat') must be an Integer\"}",
	  "clock-skew", "iat", "Set the clock", 0 },
	{ 404, NULL, NULL, "{\"message\":\"Integration not found\"}", "auth-bad", NULL,
	  "App ID", 0 },
	{ 404, NULL, NULL, "{\"message\":\"Not Found\"}", "not-found", NULL,
	  "administrator of the repositories", 0 },
	{ 403, "x-github-sso", SSO, "{}", "sso-required", NULL,
	  "https://github.com/orgs/acme/sso?authorization_request=X", 0 },
	{ 403, "x-github-sso", "partial-results; organizations=1", "{}", "forbidden", NULL,
	  NULL, 0 },
	{ 403, "x-accepted-github-permissions", "contents=read", NOT_BY, "scope-missing", NULL,
	  "contents=read", 0 },
	{ 403, "x-accepted-github-permissions", "contents=read", "{\"message\":\"no\"}",
	  "forbidden", NULL, "Ask an owner", 0 },
	{ 403, NULL, NULL, "{\"message\":\"This installation has been suspended\"}",
	  "suspended", NULL, "Unsuspend", 0 },
	{ 403, NULL, NULL, "{\"message\":\"Sorry. Your account was suspended.\"}",
	  "suspended", NULL, NULL, 0 },
	{ 403, NULL, NULL, "{\"message\":\"the `acme` organization has an IP allow list "
	  "enabled\"}", "forbidden", NULL, "IP allow list", 0 },
	{ 403, NULL, NULL, "{\"message\":\"You have exceeded a secondary rate limit\"}",
	  "rate-limited", NULL, "(60 s)", 0 },
	{ 403, "retry-after", "5", "{\"message\":\"You have exceeded a secondary rate limit\"}",
	  "rate-limited", NULL, "(5 s)", 0 },
	{ 302, "location", "https://github.com/login", "", "redirected", NULL, NULL, 0 },
};

TEST(what_github_says_names_who_can_mend_it)
{
	all_are(of_github, COUNT_OF(of_github), github_explain);
}

TEST(a_message_that_is_long_is_cut_and_its_request_still_named)
{
	char body[2048];
	const struct refusal one = { 403, NULL, NULL, body, NULL, NULL, NULL, 0 };
	struct net_fault fault;

	snprintf(body, sizeof(body), "{\"message\":\"%01500d\"}", 7);
	refuse(&one, NULL, &fault);
	assert_non_null(strstr(fault.detail, "; request F00D:1"));
}

static const struct { const char *token, *scopes, *more, *detail; } scopes[] = {
	{ "ghp_x", "repo", "", NULL },
	{ "ghp_x", "read:org, repo", "", NULL },
	{ "gho_x", "repo,gist , admin:org", "gist, admin:org", NULL },
	{ "ghp_x", "public_repo", "", "it has public_repo" },
	{ "ghp_x", "repo:status", "", "it has repo:status" },
	{ "0123456789abcdef0123456789abcdef01234567", "", "", "it has none" },
	{ "github_pat_x", "", "", NULL },
	{ "ghu_x", "", "", NULL },
	{ "ghp_x", NULL, "", NULL },		/* nothing is said */
};

TEST(scopes_that_are_missing_are_named)
{
	char more[GITHUB_TEXT];
	size_t i;

	for (i = 0; i < COUNT_OF(scopes); i++) {
		struct api_answer answer = { .http.status = 200 };
		struct net_fault fault = { .reason = NULL };
		bool good;

		if (scopes[i].scopes)
			keep(&answer.http, "x-oauth-scopes", scopes[i].scopes);
		good = github_scopes(&answer, scopes[i].token, more, &fault);
		assert_int_equal(good, !scopes[i].detail);
		assert_string_equal(more, scopes[i].more);
		holds(i, "detail", fault.detail, scopes[i].detail);
		if (!good)
			assert_string_equal(fault.reason, "scope-missing");
	}
}

/* ---- answers ------------------------------------------------------------------------------ */

static struct api at(struct web *web, const struct web_answer *answers, size_t n)
{
	struct net_fault fault;
	struct http_site site;
	struct api api = { .http = NULL };

	*web = (struct web){ .answers = answers, .n = n };
	web_start(web);
	site = (struct http_site){ .origin = web->origin, .until = dial_now() + 20000 };
	api.http = http_new(&site, &fault);
	assert_non_null(api.http);
	buf_init(&api.authorization, 1024);
	return api;
}

/* Who is to let it through is who goes there. */
TEST(what_hangs_behind_an_ssh_server_is_let_through_from_there)
{
	const struct web_answer hangs = { .hangs = true };
	const struct api_ask ask = { .path = "/x", .until = dial_now() + 300 };
	struct http_site site = { .origin = "http://localhost:8123", .until = dial_now() + 20000 };
	struct web web;
	struct api api = at(&web, &hangs, 1);
	struct api_answer answer;
	struct net_fault fault;
	char port[8];

	assert_false(api_ask(&api, &ask, &answer, &fault));
	assert_string_equal(fault.reason, "timeout");
	assert_non_null(strstr(fault.fix, "lets this machine through to 127.0.0.1, port"));
	api_release(&answer);
	http_free(api.http);
	snprintf(port, sizeof(port), "%d", web.port);
	site.through = port;
	site.until = dial_now() + 300;
	api.http = http_new(&site, &fault);
	assert_non_null(api.http);
	assert_false(api_get(&api, "/x", &answer, &fault));
	assert_string_equal(fault.reason, "timeout");
	assert_non_null(strstr(fault.fix, "lets the SSH server through to localhost, port 8123"));
	api_release(&answer);
	api_close(&api);
	web_stop(&web);
}

static const struct { const char *headers, *body, *reason; } bodies[] = {
	{ NULL, "{\"a\":1}", NULL },
	{ NULL, "[]", NULL },
	{ NULL, "{\"a\":1,\"a\":2}", "protocol" },
	{ NULL, "{\"a\":1", "protocol" },
	{ NULL, "{\"a\":\"\xff\"}", "protocol" },
	{ NULL, "{\"a\":1} more", "protocol" },
	{ "Content-Type: text/html\r\n", HTML, "not-this-api" },
	{ "Content-Type: application/json\r\n", HTML, "not-this-api" },
	{ "Content-Type: text/plain\r\n", "ok", "not-this-api" },
};

TEST(json_is_read_strictly)
{
	size_t i;

	for (i = 0; i < COUNT_OF(bodies); i++) {
		const struct web_answer answers[] = {
			{ .headers = bodies[i].headers, .body = bodies[i].body } };
		struct api_answer answer;
		struct net_fault fault;
		struct web web;
		struct api api = at(&web, answers, 1);
		bool good = api_get(&api, "/x", &answer, &fault);

		if (good != !bodies[i].reason ||
		    (!good && strcmp(fault.reason, bodies[i].reason) != 0))
			fail_msg("%s: %s", bodies[i].body, good ? "taken" : fault.reason);
		api_release(&answer);
		api_close(&api);
		web_stop(&web);
	}
}

TEST(json_that_is_too_deep_is_no_answer)
{
	enum { DEEP = 200000 };
	char *deep = malloc(DEEP + 1);
	struct web_answer answers[] = { { .body = deep } };
	struct api_answer answer;
	struct net_fault fault;
	struct web web;
	struct api api;

	assert_non_null(deep);
	memset(deep, '[', DEEP);
	deep[DEEP] = '\0';
	api = at(&web, answers, 1);
	assert_false(api_get(&api, "/x", &answer, &fault));
	assert_string_equal(fault.reason, "protocol");
	api_release(&answer);
	api_close(&api);
	web_stop(&web);
	free(deep);
}

/* The credential goes along, and where it was taken back, it does not. */
TEST(a_credential_is_sent_while_there_is_one)
{
	static const struct web_answer answers[] = {
		{ .with = "Authorization: Bearer canary-4711\r\n", .body = "[1]" },
		{ .with = "Authorization: Basic YTpi\r\n", .body = "[2]" },
		{ .with = "Authorization", .status = 500 }, { .body = "[3]" } };
	const struct api_ask bare = { .path = "/x", .bare = true };
	struct api_answer answer;
	struct net_fault fault;
	struct web web;
	struct api api = at(&web, answers, COUNT_OF(answers));
	size_t i;

	for (i = 1; i <= 4; i++) {
		if (i == 1)
			api_bearer(&api, "canary-4711");
		else if (i == 2)
			api_basic(&api, "a", "b");
		else if (i == 4)
			api_bearer(&api, NULL);
		assert_true(i == 3 ? api_ask(&api, &bare, &answer, &fault) :
			    api_get(&api, "/x", &answer, &fault));
		assert_int_equal(json_integer_value(json_array_get(answer.body, 0)),
				 i < 3 ? i : 3);
		api_release(&answer);
	}
	api_close(&api);
	web_stop(&web);
}

TEST(the_first_word_is_without_a_credential)
{
	static const struct web_answer answers[] = {
		{ .with = "Authorization", .status = 500, .body = "{}" },
		{ .ask = "GET /gone ", .status = 404, .body = "{}" },
		{ .ask = "GET /proxy ", .status = 407, .body = "{}" },
		{ .ask = "GET /moved ", .status = 301, .body = "{}" },
		{ .ask = "GET /there ", .status = 401, .body = "{}" } };
	static const struct { const char *path, *reason; } words[] = {
		{ "/gone", NULL }, { "/there", NULL }, { "/proxy", "proxy" },
		{ "/moved", "redirected" } };
	struct api_answer answer;
	struct net_fault fault;
	struct web web;
	struct api api = at(&web, answers, COUNT_OF(answers));
	size_t i;

	api_bearer(&api, "canary-4711");
	for (i = 0; i < COUNT_OF(words); i++) {
		bool good = api_hello(&api, words[i].path, &answer, &fault);

		assert_int_equal(good, !words[i].reason);
		if (!good)
			assert_string_equal(fault.reason, words[i].reason);
		api_release(&answer);
	}
	assert_null(strstr(web_heard(&web), "canary"));
	api_close(&api);
	web_stop(&web);
}

/* ---- pages -------------------------------------------------------------------------------- */

static bool count(void *ctx, const json_t *body, const char **next, struct net_fault *fault)
{
	const json_t *list = json_is_array(body) ? body : json_object_get(body, "values");

	(void)fault;
	*(size_t *)ctx += json_array_size(list);
	if (json_is_object(body))
		*next = api_text(body, "next", API_END);
	return true;
}

static bool follow(const struct web_answer *answers, size_t n, const char *path, size_t *items,
		   struct net_fault *fault, struct web *web)
{
	struct api api = at(web, answers, n);
	bool good;

	*items = 0;
	api_bearer(&api, "canary-4711");
	good = api_pages(&api, path, count, items, fault);
	api_close(&api);
	return good;
}

/* A list of one page whose next one is said by this header. */
static void leads(const char *link, const char *reason, size_t asked)
{
	static char headers[1024];
	const struct web_answer answers[] = {
		{ .ask = "GET /x?page=2 ", .body = "[2]" },
		{ .ask = "GET /x ", .headers = headers, .body = "[1]" } };
	struct net_fault fault;
	struct web web;
	size_t items;
	bool good;

	snprintf(headers, sizeof(headers), "Content-Type: application/json\r\nLink: %s\r\n",
		 link);
	good = follow(answers, 2, "/x", &items, &fault, &web);
	if (good != !reason || (reason && strcmp(fault.reason, reason) != 0))
		fail_msg("%s: %s", link, good ? "followed" : fault.reason);
	if (items != asked)
		fail_msg("%s: %zu pages, not %zu", link, items, asked);
	web_stop(&web);
}

TEST(another_server_is_never_asked_for_a_page)
{
	leads("<http://127.0.0.1:1/x?page=2>; rel=\"next\"", "protocol", 1);
	leads("<https://evil.example/x?page=2>; rel=\"next\"", "protocol", 1);
	leads("<http://evil.example/x?page=2>; rel=next", "protocol", 1);
	leads("<//evil.example/x>; rel=\"next\"", "protocol", 1);
	leads("<file:///etc/passwd>; rel=\"next\"", "protocol", 1);
	leads("<>; rel=\"next\"", "protocol", 1);
	leads("<http://127.0.0.1:1/x?page=2>; rel=\"last\"", NULL, 1);
	leads("<http://127.0.0.1:1/x?page=2>; rel=\"nextish\"", NULL, 1);
	leads("<http://127.0.0.1:1/x", NULL, 1);
	leads("", NULL, 1);
}

TEST(pages_are_followed_to_the_last)
{
	static const struct web_answer answers[] = {
		{ .ask = "GET /x?page=2&per_page=1 ", .headers = "Content-Type: application/json"
		  "\r\nLink: <@/x?per_page=1>; rel=\"first\", <@/x?page=3>; rel=next\r\n",
		  .body = "[2,2]", .with = "canary-4711" },
		{ .ask = "GET /x?page=3 ", .body = "[3]", .with = "canary-4711" },
		{ .ask = "GET /x?per_page=1 ", .headers = "Content-Type: application/json"
		  "\r\nLink: <@/x?page=9>; rel=\"last\", <@/x?page=2&per_page=1>; "
		  "rel=\"next\"\r\n", .body = "[1]" } };
	struct net_fault fault;
	struct web web;
	size_t items;

	assert_true(follow(answers, COUNT_OF(answers), "/x?per_page=1", &items, &fault, &web));
	assert_int_equal(items, 4);
	assert_int_equal(web_count(&web, "GET "), 3);
	web_stop(&web);
}

TEST(a_list_that_turns_in_place_ends)
{
	static const struct web_answer answers[] = {
		{ .ask = "GET /x ", .headers = "Content-Type: application/json\r\n"
		  "Link: <@/x>; rel=\"next\"\r\n", .body = "[1]" } };
	struct net_fault fault;
	struct web web;
	size_t items;

	assert_false(follow(answers, 1, "/x", &items, &fault, &web));
	assert_string_equal(fault.reason, "protocol");
	assert_int_equal(web_count(&web, "GET "), 1);
	web_stop(&web);
}

TEST(a_next_page_within_json_is_of_the_same_server_too)
{
	static const struct web_answer answers[] = {
		{ .body = "{\"values\":[1],\"next\":\"http://127.0.0.1:1/x\"}" } };
	struct net_fault fault;
	struct web web;
	size_t items;

	assert_false(follow(answers, 1, "/x", &items, &fault, &web));
	assert_string_equal(fault.reason, "protocol");
	assert_non_null(strstr(fault.detail, "http://127.0.0.1:1/x"));
	assert_int_equal(items, 1);
	web_stop(&web);
}

RUN(CASE(each_status_has_its_reason), CASE(the_code_of_an_error_is_kept),
    CASE(what_github_says_names_who_can_mend_it),
    CASE(a_message_that_is_long_is_cut_and_its_request_still_named),
    CASE(scopes_that_are_missing_are_named), CASE(json_is_read_strictly),
    CASE(json_that_is_too_deep_is_no_answer),
    CASE(what_hangs_behind_an_ssh_server_is_let_through_from_there),
    CASE(a_credential_is_sent_while_there_is_one),
    CASE(the_first_word_is_without_a_credential),
    CASE(another_server_is_never_asked_for_a_page), CASE(pages_are_followed_to_the_last),
    CASE(a_list_that_turns_in_place_ends),
    CASE(a_next_page_within_json_is_of_the_same_server_too))
