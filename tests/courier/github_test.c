/* github_test.c: gatehouse-courier against answers as GitHub writes them: signing in with a
 * code in all its ends, a client's pair, and what is sent to whom. */
#include "tests/expect.h"
#include "tests/courier/web.h"

#include <poll.h>

#include "base/attr.h"
#include "base/buf.h"
#include "post/post.h"

enum { SOON = 20000, SAID = 1 << 16 };

/* All lines of one job; until the next.  @ in the letter is the server's address. */
static const char *does(const struct web *web, const char *letter)
{
	static char said[SAID];
	struct buf told;
	struct post *post;
	struct pollfd wait;
	enum post_news news;
	struct error err;
	const char *line, *at;
	size_t n, used = 0;

	buf_init(&told, SAID);
	for (at = letter; *at; at++)
		if (*at == '@')
			buf_adds(&told, web->origin);
		else
			buf_addc(&told, *at);
	post = post_start("gatehouse-courier", buf_text(&told), told.len, SOON, &err);
	if (!post)
		fail_msg("%s", err.text);
	buf_release(&told);
	wait = (struct pollfd){ post_fd(post), POLLIN, 0 };
	said[0] = '\0';
	while ((news = post_read(post, &line, &n)) != POST_ENDED) {
		if (news == POST_BROKE || !post_left(post))
			fail_msg("it broke, or is late, after: %s", said);
		if (news == POST_WAITS)
			(void)poll(&wait, 1, (int)post_left(post));
		else
			used += (size_t)snprintf(said + used, SAID - used, "%.*s\n", (int)n,
						 line);
	}
	post_free(post);
	return said;
}

static void has(const char *said, const char *part)
{
	if (!strstr(said, part))
		fail_msg("without %s:\n%s", part, said);
}

static void has_not(const char *said, const char *part)
{
	if (strstr(said, part))
		fail_msg("with %s:\n%s", part, said);
}

/* The step ended so; of what failed, it is the last that was begun. */
static void ends(const char *said, const char *step, const char *status, const char *reason)
{
	char part[160];

	snprintf(part, sizeof(part), "{\"step\":\"%s\",\"status\":\"%s\",\"reason\":%s%s%s,",
		 step, status, *reason ? "\"" : "", *reason ? reason : "null",
		 *reason ? "\"" : "");
	has(said, part);
	if (strcmp(status, "fail") == 0 && strstr(strstr(said, part), "\"begin\""))
		fail_msg("it goes on behind %s:\n%s", step, said);
	has(said, "{\"done\":true}");
}

/* ---- a device code ----------------------------------------------------------------------- */

#define HELLO { .ask = "GET /rate_limit ", .with = NULL, .body = "{}" }
#define CODE "{\"device_code\":\"d1d2d3\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":" \
	"\"https://github.com/login/device\",\"expires_in\":900,\"interval\":0}"
#define ASKED "POST /login/device/code "
#define POLLED "POST /login/oauth/access_token "
#define TOKEN "{\"access_token\":\"gho_canary\",\"token_type\":\"bearer\",\"scope\":\"repo\"}"
#define SAYS(error) "{\"error\":\"" error "\",\"error_description\":\"it is so\"}"
#define SLOW "{\"error\":\"slow_down\",\"interval\":0}"
#define SIGN_IN "{\"type\":\"github\",\"job\":\"sign_in\",\"timeout_ms\":15000,\"fields\":{" \
	"\"auth\":\"device\",\"account\":\"octocat\",\"client_id\":\"Iv1.x\",\"endpoint\":\"@\"}}"
#define FORM "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"

static const struct web_answer user = {
	.ask = "GET /user ", .with = "Authorization: Bearer gho_canary\r\n", .headers =
	"Content-Type: application/json\r\nX-OAuth-Scopes: repo\r\n",
	.body = "{\"login\":\"octocat\",\"id\":1}" };

static const struct {
	struct web_answer code, first, then;	/* then: where the first fits no more */
	const char *step, *status, *reason;
} codes[] = {
	{ { .body = CODE }, { .body = SAYS("authorization_pending"), .times = 2 },
	  { .body = TOKEN }, "account", "ok", "" },
	{ { .body = CODE }, { .body = SLOW, .times = 2 }, { .body = TOKEN }, "account",
	  "ok", "" },
	{ { .body = CODE }, { .body = SLOW, .times = 3 }, { .body = TOKEN }, "wait", "fail",
	  "clock-skew" },
	{ { .body = CODE }, { .body = "{\"error\":\"author", .cut = true, .times = 2 },
	  { .body = TOKEN }, "account", "ok", "" },
	{ { .body = CODE }, { .status = 503, .body = "<html>", .times = 1 },
	  { .body = TOKEN }, "account", "ok", "" },
	{ { .body = CODE }, { .status = 429, .body = "Retry later", .times = 1 },
	  { .body = TOKEN }, "account", "ok", "" },
	{ { .body = CODE }, { .body = "access_token=gho_canary&scope=repo&token_type=bearer",
	    .headers = FORM }, { 0 }, "account", "ok", "" },
	{ { .body = "device_code=d1&user_code=WDJB-MJHT&verification_uri=https%3A%2F%2F"
	    "github.com%2Flogin%2Fdevice&expires_in=900&interval=0", .headers = FORM },
	  { .body = TOKEN }, { 0 }, "account", "ok", "" },
	{ { .body = CODE }, { .body = SAYS("expired_token") }, { 0 }, "wait", "fail",
	  "code-expired" },
	{ { .body = CODE }, { .body = SAYS("access_denied") }, { 0 }, "wait", "fail",
	  "denied-by-user" },
	{ { .body = CODE }, { .body = SAYS("unsupported_grant_type") }, { 0 }, "wait", "fail",
	  "forbidden" },
	{ { .body = CODE }, { .body = SAYS("incorrect_client_credentials") }, { 0 }, "wait",
	  "fail", "auth-bad" },
	{ { .body = CODE }, { .body = "{}" }, { 0 }, "wait", "fail", "protocol" },
	{ { .body = CODE }, { .body = "<html>", .headers = "Content-Type: text/html\r\n" },
	  { 0 }, "wait", "fail", "not-this-api" },
	{ { .body = CODE }, { .status = 302, .headers = "Location: https://x.example/\r\n" },
	  { 0 }, "wait", "fail", "redirected" },
	{ { .status = 400, .body = SAYS("device_flow_disabled") }, { 0 }, { 0 }, "code",
	  "fail", "forbidden" },
	{ { .status = 404, .body = "{\"error\":\"Not Found\"}" }, { 0 }, { 0 }, "code", "fail",
	  "not-found" },
	{ { .body = SAYS("unauthorized_client") }, { 0 }, { 0 }, "code", "fail", "forbidden" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\"}" }, { 0 }, { 0 }, "code",
	  "fail", "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":"
	    "\"javascript:alert(1)\"}" }, { 0 }, { 0 }, "code", "fail", "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":"
	    "\"http://localhost.evil.example/\"}" }, { 0 }, { 0 }, "code", "fail",
	  "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":"
	    "\"http://127.evil.example/\"}" }, { 0 }, { 0 }, "code", "fail", "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\",\"verification_uri\":"
	    "\"https://github.com@evil.example/\"}" }, { 0 }, { 0 }, "code", "fail",
	  "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\\u001b[2J\",\"verification_uri\":"
	    "\"https://github.com/\"}" }, { 0 }, { 0 }, "code", "fail", "protocol" },
	{ { .body = "{\"device_code\":\"d\",\"user_code\":\"U\\u202e\",\"verification_uri\":"
	    "\"https://github.com/\"}" }, { 0 }, { 0 }, "code", "fail", "protocol" },
};

TEST(a_code_ends_in_one_of_these_ways)
{
	size_t i;

	for (i = 0; i < COUNT_OF(codes); i++) {
		struct web_answer answers[] = { HELLO, codes[i].code, codes[i].first,
						codes[i].then, user };
		struct web web = { .answers = answers, .n = COUNT_OF(answers) };
		const char *said;

		answers[1].ask = ASKED;
		answers[2].ask = answers[3].ask = POLLED;
		web_start(&web);
		said = does(&web, SIGN_IN);
		print_message("%zu: %s\n", i, codes[i].reason);
		ends(said, codes[i].step, codes[i].status, codes[i].reason);
		if (strcmp(codes[i].step, "account") == 0) {
			has(said, "{\"device\":{\"user_code\":\"WDJB-MJHT\","
			    "\"verification_uri\":\"https://github.com/login/device\","
			    "\"expires_in\":900}}");
			has(said, "{\"secret\":{\"field\":\"token\",\"value\":\"gho_canary\"}}");
			has(said, "{\"fact\":{\"field\":\"account_id\",\"value\":\"1\"}}");
			has(said, "{\"identity\":\"octocat\"}");
		} else {
			has_not(said, "\"secret\"");
		}
		web_stop(&web);
	}
}

TEST(the_code_of_the_device_goes_where_the_code_came_from_and_nowhere_else)
{
	static const struct web_answer answers[] = { HELLO,
		{ .ask = ASKED, .with = "client_id=Iv1.x", .body = CODE },
		{ .ask = POLLED, .with = "client_id=Iv1.x&device_code=d1d2d3&grant_type="
		  "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code", .body = TOKEN },
		{ .ask = "GET /user ", .with = "d1d2d3", .status = 500 },
		{ .ask = "GET /user ", .with = "Accept: application/vnd.github+json\r\n",
		  .headers = "Content-Type: application/json\r\nX-OAuth-Scopes: gist\r\n",
		  .body = "{\"login\":\"octocat\",\"id\":1}" } };
	struct web web = { .answers = answers, .n = COUNT_OF(answers) };
	const char *said;

	web_start(&web);
	said = does(&web, SIGN_IN);
	ends(said, "account", "fail", "scope-missing");
	has_not(said, "d1d2d3");
	/* What came is handed on, although it does not serve. */
	has(said, "\"secret\"");
	assert_int_equal(web_count(&web, ASKED), 1);
	has_not(web_heard(&web), "scope=");		/* an app has permissions */
	web_stop(&web);
}

/* ---- what is sent --------------------------------------------------------------------------- */

#define VERIFY "{\"type\":\"github\",\"fields\":{\"auth\":\"token\",\"account\":\"octocat\"," \
	"\"endpoint\":\"@\"},\"secrets\":{\"token\":\"ghp_canary\"}}"

TEST(nobody_is_told_a_token_before_it_is_known_who_is_there)
{
	static const struct web_answer answers[] = {
		{ .ask = "GET /rate_limit ", .headers = "Content-Type: text/html\r\n",
		  .body = "<html>Log in</html>" } };
	struct web web = { .answers = answers, .n = COUNT_OF(answers) };

	web_start(&web);
	ends(does(&web, VERIFY), "connect", "fail", "not-this-api");
	has_not(web_heard(&web), "canary");
	has(web_heard(&web), "User-Agent: gatehouse\r\n");
	web_stop(&web);
}

TEST(a_token_that_reads_no_private_repository_says_so)
{
	struct web_answer answers[] = { HELLO,
		{ .ask = "GET /user ", .headers =
		  "Content-Type: application/json\r\nX-OAuth-Scopes: gist, read:org\r\n",
		  .body = "{\"login\":\"octocat\",\"id\":1}" } };
	struct web web = { .answers = answers, .n = COUNT_OF(answers) };
	const char *said;

	web_start(&web);
	said = does(&web, VERIFY);
	ends(said, "auth", "fail", "scope-missing");
	has(said, "it lacks the scope repo; it has gist, read:org");
	web_stop(&web);
}

TEST(a_redirect_is_named_and_not_followed)
{
	static const struct web_answer sink_answers[] = { { .body = "{}" } };
	struct web sink = { .answers = sink_answers, .n = 1 };
	char location[128];
	struct web_answer answers[] = { HELLO,
		{ .ask = "GET /user ", .status = 302, .headers = location } };
	struct web web = { .answers = answers, .n = COUNT_OF(answers) };
	const char *said;

	web_start(&sink);
	snprintf(location, sizeof(location), "Location: %s/user\r\n", sink.origin);
	web_start(&web);
	said = does(&web, VERIFY);
	ends(said, "auth", "fail", "redirected");
	has(said, sink.origin);
	assert_string_equal(web_heard(&sink), "");
	web_stop(&web);
	web_stop(&sink);
}

TEST(a_test_endpoint_is_of_this_machine)
{
	static const char *const elsewhere[] = { "http://127.evil.example", "http://localhost:1",
		"https://198.51.100.1", "https://127.0.0.1.evil.example", "http://10.0.0.1:80",
		"https://[::ffff:198.51.100.1]", "ftp://127.0.0.1", "https://a@127.0.0.1",
		"http://127.0.0.1:1/path" };
	const struct web none = { .origin = "@" };
	char letter[512];
	size_t i;

	for (i = 0; i < COUNT_OF(elsewhere); i++) {
		snprintf(letter, sizeof(letter), "{\"type\":\"github\",\"fields\":{\"account\":"
			 "\"octocat\",\"endpoint\":\"%s\"},\"secrets\":{\"token\":\"t\"}}",
			 elsewhere[i]);
		print_message("%s\n", elsewhere[i]);
		ends(does(&none, letter), "config", "fail", "config");
	}
}

/* ---- a client ------------------------------------------------------------------------------ */

#define CLIENT "{\"type\":\"github_enterprise\",\"fields\":{\"auth\":\"client\"," \
	"\"organization\":\"acme\",\"url\":\"@\",\"client_id\":\"Iv1.x\"},\"secrets\":{" \
	"\"client_secret\":\"canary\"}}"
#define META { .ask = "GET /api/v3/meta ", .headers = "Content-Type: application/json\r\n" \
	"X-GitHub-Enterprise-Version: 3.14.2\r\n", .body = "{}" }

static const struct { struct web_answer answer; const char *status, *reason; } pairs[] = {
	{ { .body = SAYS("bad_verification_code") }, "ok", "" },
	{ { .body = "error=bad_verification_code&error_description=x", .headers = FORM },
	  "fail", "not-this-api" },
	{ { .body = SAYS("incorrect_client_credentials") }, "fail", "auth-bad" },
	{ { .status = 404, .body = "{\"error\":\"Not Found\"}" }, "fail", "auth-bad" },
	{ { .status = 401, .body = SAYS("invalid_client") }, "fail", "auth-bad" },
	{ { .body = "{}" }, "fail", "not-this-api" },
	{ { .body = TOKEN }, "fail", "not-this-api" },
	{ { .status = 500, .body = "{}" }, "fail", "server-error" },
	{ { .status = 404, .body = "<html>" }, "fail", "not-this-api" },
};

TEST(a_code_that_is_none_tells_a_right_pair_from_a_wrong_one)
{
	size_t i;

	for (i = 0; i < COUNT_OF(pairs); i++) {
		struct web_answer answers[] = { META, pairs[i].answer,
			{ .ask = "GET /api/v3/orgs/acme ", .body = "{\"login\":\"Acme\","
			  "\"id\":77}" } };
		struct web web = { .answers = answers, .n = COUNT_OF(answers) };
		const char *said;

		answers[1].ask = POLLED;
		answers[1].with = "client_id=Iv1.x&client_secret=canary&code=";
		web_start(&web);
		said = does(&web, CLIENT);
		print_message("%zu\n", i);
		ends(said, "auth", pairs[i].status, pairs[i].reason);
		has(said, "{\"server\":\"GitHub Enterprise Server 3.14.2\"}");
		has_not(said, "canary");
		if (strcmp(pairs[i].status, "ok") == 0) {
			ends(said, "account", "ok", "");
			ends(said, "repositories", "warn", "");
		}
		web_stop(&web);
	}
}

static const struct { struct web_answer answer; const char *status, *reason; } servers[] = {
	{ { .body = "{\"installed_version\":\"3.8.0\"}" }, "ok", "" },
	{ { .status = 401, .body = "{\"message\":\"Must authenticate\"}" }, "ok", "" },
	{ { .body = "{\"verifiable_password_authentication\":true}" }, "fail", "not-this-api" },
	{ { .status = 404, .body = "{\"message\":\"Not Found\"}" }, "fail", "not-this-api" },
	{ { .status = 404, .body = "<html>" }, "fail", "not-this-api" },
	{ { .status = 400, .body = "<h1>No required SSL certificate was sent</h1>" }, "fail",
	  "tls-client-cert" },
};

TEST(a_server_says_that_it_is_one)
{
	size_t i;

	for (i = 0; i < COUNT_OF(servers); i++) {
		struct web_answer answers[] = { servers[i].answer };
		struct web web = { .answers = answers, .n = COUNT_OF(answers) };

		answers[0].ask = "GET /api/v3/meta ";
		web_start(&web);
		print_message("%zu\n", i);
		ends(does(&web, CLIENT), "connect", servers[i].status, servers[i].reason);
		web_stop(&web);
	}
}

/* ---- names ----------------------------------------------------------------------------------- */

#define C1 "53ba8bb0308724ad14419f9baf8da4ebda06826f"

TEST(names_are_escaped_where_they_are_asked_for)
{
	static const struct { const char *kind, *ref, *path, *reason; } names[] = {
		{ "branch", "feature/x", "heads/feature/x ", "" },
		{ "branch", "a%b", "heads/a%25b ", "" },
		{ "tag", "v1#y", "tags/v1%23y ", "" },
		/* What git-check-ref-format has none of is not asked for: with .. in it a
		 * token would go to another address of the API. */
		{ "tag", "v1?x#y", NULL, "ref-not-found" },
		{ "branch", "a b\\r\\nX: y", NULL, "ref-not-found" },
		{ "branch", "../../x", NULL, "ref-not-found" },
		{ "commit", "53ba8bb", "53ba8bb ", "" },
		{ "commit", "53ba8bc", "53ba8bc ", "ref-not-found" },
		{ "commit", "main", NULL, "ref-not-found" },
		{ "commit", "53b", NULL, "ref-not-found" },
	};
	char letter[512], ask[128];
	size_t i;

	for (i = 0; i < COUNT_OF(names); i++) {
		struct web_answer answers[] = { HELLO,
			{ .ask = "GET /user ", .body = "{\"login\":\"octocat\",\"id\":1}" },
			{ .ask = "GET /repos/acme/ml-utils ", .body = "{\"full_name\":\"x\"}" },
			{ .ask = ask, .with = "Accept: application/vnd.github.sha\r\n",
			  .headers = "Content-Type: application/vnd.github.sha\r\n",
			  .body = C1 } };
		struct web web = { .answers = answers, .n = COUNT_OF(answers) };
		const char *said;

		snprintf(ask, sizeof(ask), "GET /repos/acme/ml-utils/commits/%s", names[i].path ?
			 names[i].path : "nothing ");
		snprintf(letter, sizeof(letter), "{\"type\":\"github\",\"job\":\"resolve\","
			 "\"fields\":{\"account\":\"acme\",\"endpoint\":\"@\"},\"secrets\":{"
			 "\"token\":\"github_pat_x\"},\"ask\":{\"repository\":\"acme/ml-utils\","
			 "\"kind\":\"%s\",\"ref\":\"%s\"}}", names[i].kind, names[i].ref);
		web_start(&web);
		said = does(&web, letter);
		print_message("%s\n", names[i].ref);
		ends(said, "ref", *names[i].reason ? "fail" : "ok", names[i].reason);
		assert_int_equal(web_count(&web, ask), names[i].path ? 1 : 0);
		web_stop(&web);
	}
}

TEST(a_repository_with_dots_goes_nowhere)
{
	static const char *const jobs[] = { "resolve", "refs" };
	static const char *const names[] = { "acme/../../user", "acme//x", "/user", "a/./b" };
	const struct web_answer answers[] = { HELLO,
		{ .ask = "GET /user ", .body = "{\"login\":\"octocat\",\"id\":1}" } };
	char letter[512];
	size_t i;

	for (i = 0; i < 2 * COUNT_OF(names); i++) {
		struct web web = { .answers = answers, .n = COUNT_OF(answers) };
		const char *said;

		snprintf(letter, sizeof(letter), "{\"type\":\"github\",\"job\":\"%s\","
			 "\"fields\":{\"account\":\"acme\",\"endpoint\":\"@\"},\"secrets\":{"
			 "\"token\":\"github_pat_x\"},\"ask\":{\"repository\":\"%s\","
			 "\"ref\":\"main\"}}", jobs[i % 2], names[i / 2]);
		web_start(&web);
		said = does(&web, letter);
		ends(said, i % 2 ? "list" : "repository", "fail", "config");
		assert_int_equal(web_count(&web, "GET /repos"), 0);
		web_stop(&web);
	}
}

/* Numbers with which one cannot go on reckoning. */
TEST(a_time_that_nobody_lives_to_see_is_some_years)
{
	const struct web_answer answers[] = { HELLO, { .ask = ASKED, .body =
		"{\"device_code\":\"d1d2d3\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":"
		"\"https://github.com/login/device\",\"expires_in\":9223372036854775807,"
		"\"interval\":0}" },
		{ .ask = POLLED, .body = "{\"access_token\":\"gho_canary\",\"expires_in\":"
		  "9223372036854775807}" }, user };
	struct web web = { .answers = answers, .n = COUNT_OF(answers) };
	const char *said, *at;
	char year[8];

	web_start(&web);
	said = does(&web, SIGN_IN);
	ends(said, "account", "ok", "");
	at = strstr(said, "{\"expires\":\"");
	assert_non_null(at);
	snprintf(year, sizeof(year), "%.4s", at + strlen("{\"expires\":\""));
	assert_in_range(strtol(year, NULL, 10), 2035, 2200);
	web_stop(&web);
}

/* ---- what servers repeat --------------------------------------------------------------------- */

static size_t times(const char *said, const char *part)
{
	size_t n = 0;

	for (; (said = strstr(said, part)); said += strlen(part))
		n++;
	return n;
}

/* A credential that came on the way is said once, to be kept; one that is sent in another
 * form, or that a message is cut in, not at all. */
TEST(what_is_repeated_of_a_credential_is_not_repeated)
{
	static char cut[400];
	struct web_answer signing[] = { HELLO, { .ask = ASKED, .body = CODE },
		{ .ask = POLLED, .body = TOKEN },
		{ .ask = "GET /user ", .status = 403, .body = "{\"message\":\"no to Bearer "
		  "gho_canary\"}" } };
	struct web_answer long_one[] = { HELLO,
		{ .ask = "GET /user ", .status = 403, .body = cut } };
	struct web_answer basic[] = {
		{ .ask = "GET /2.0/user ", .with = "am9lOkFUQkItY2FuYXJ5", .status = 401,
		  .headers = "Content-Type: text/plain\r\n",
		  .body = "Authorization: Basic am9lOkFUQkItY2FuYXJ5" },
		{ .ask = "GET /2.0/user ", .status = 401 } };
	struct web web = { .answers = signing, .n = COUNT_OF(signing) };
	const char *said;

	web_start(&web);
	said = does(&web, SIGN_IN);
	ends(said, "account", "fail", "forbidden");
	has(said, "no to Bearer ***");
	assert_int_equal(times(said, "gho_canary"), 1);
	has(said, "{\"secret\":{\"field\":\"token\",\"value\":\"gho_canary\"}}");
	web_stop(&web);

	snprintf(cut, sizeof(cut), "{\"message\":\"%0165d ghp_canary0123456789\"}", 0);
	web = (struct web){ .answers = long_one, .n = COUNT_OF(long_one) };
	web_start(&web);
	said = does(&web, "{\"type\":\"github\",\"fields\":{\"account\":\"acme\",\"endpoint\":"
		    "\"@\"},\"secrets\":{\"token\":\"ghp_canary0123456789\"}}");
	ends(said, "auth", "fail", "forbidden");
	has_not(said, "ghp_can");
	web_stop(&web);

	web = (struct web){ .answers = basic, .n = COUNT_OF(basic) };
	web_start(&web);
	said = does(&web, "{\"type\":\"bitbucket\",\"fields\":{\"workspace_id\":\"w\",\"auth\":"
		    "\"app_password\",\"username\":\"joe\",\"endpoint\":\"@\"},\"secrets\":{"
		    "\"app_password\":\"ATBB-canary\"}}");
	ends(said, "auth", "fail", "auth-removed-type");
	has(said, "Basic ***");
	has_not(said, "am9lOkFU");
	web_stop(&web);
}

FIXTURE(set_up)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/src", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_code_ends_in_one_of_these_ways),
		CASE(the_code_of_the_device_goes_where_the_code_came_from_and_nowhere_else),
		CASE(nobody_is_told_a_token_before_it_is_known_who_is_there),
		CASE(a_token_that_reads_no_private_repository_says_so),
		CASE(a_redirect_is_named_and_not_followed),
		CASE(a_test_endpoint_is_of_this_machine),
		CASE(a_code_that_is_none_tells_a_right_pair_from_a_wrong_one),
		CASE(a_server_says_that_it_is_one),
		CASE(names_are_escaped_where_they_are_asked_for),
		CASE(a_repository_with_dots_goes_nowhere),
		CASE(a_time_that_nobody_lives_to_see_is_some_years),
		CASE(what_is_repeated_of_a_credential_is_not_repeated),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
