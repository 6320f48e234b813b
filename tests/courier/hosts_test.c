/* hosts_test.c: GitLab and Bitbucket, as gatehouse-courier checks them: each refusal has its
 * reason and names who can mend it; nothing is asked elsewhere, and no credential is where
 * it should not be.  The answers are those of the documents (docs.gitlab.com, REST and OAuth
 * 2.0; developer.atlassian.com, Bitbucket Cloud REST): tried against a stand-in only. */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/courier/web.h"

#include "base/attr.h"

#define GITLAB "{\"type\":\"gitlab\",\"timeout_ms\":20000,\"fields\":{\"auth\":\"token\"," \
	"\"group\":\"grove\",\"endpoint\":\"@\"},\"secrets\":{\"token\":\"glpat-canary\"}"
#define BITBUCKET "{\"type\":\"bitbucket\",\"timeout_ms\":20000,\"fields\":{\"auth\":" \
	"\"api_token\",\"workspace_id\":\"brook\",\"email\":\"a\\u0040t.example\"," \
	"\"endpoint\":\"@\"},\"secrets\":{\"api_token\":\"ATATT-canary\"}"
#define PASSWORD "{\"type\":\"bitbucket\",\"timeout_ms\":20000,\"fields\":{\"auth\":" \
	"\"app_password\",\"workspace_id\":\"brook\",\"username\":\"alice\"," \
	"\"endpoint\":\"@\"},\"secrets\":{\"app_password\":\"ATBB-canary\"}"
#define ABOUT(kind, ref) ",\"job\":\"resolve\",\"ask\":{\"repository\":\"grove/lib\"," \
	"\"kind\":\"" kind "\",\"ref\":\"" ref "\"}}"
#define C1 "53ba8bb0308724ad14419f9baf8da4ebda06826f"
#define PLAIN "Content-Type: text/plain\r\n"
#define HTML "Content-Type: text/html\r\n"

static struct web web;

static const char *asks(const char *letter, const struct web_answer *answers, size_t n)
{
	web = (struct web){ .answers = answers, .n = n };
	web_start(&web);
	return told(letter, web.origin);
}

/* Each of these in what was asked stands behind its header, and nowhere else. */
static void only_behind(const char *secret, const char *header)
{
	const char *heard = web_heard(&web), *at;
	size_t n = strlen(header);

	for (at = heard; (at = strstr(at, secret)) != NULL; at++)
		assert_true((size_t)(at - heard) >= n && memcmp(at - n, header, n) == 0);
}

static void end(const char *said)
{
	assert_null(strstr(said, "canary"));
	only_behind("glpat-canary", "\r\nAuthorization: Bearer ");
	only_behind("QVRBVFQtY2FuYXJ5", "\r\nAuthorization: Basic YUB0LmV4YW1wbGU6");
	assert_null(strstr(web_heard(&web), "ATATT-canary"));
	assert_null(strstr(web_heard(&web), "ATBB-canary"));
	web_stop(&web);
}

/* ---- GitLab -------------------------------------------------------------------------- */

static const struct web_answer hello = { .ask = "GET /api/v4/version", .status = 401,
	.body = "{\"message\":\"401 Unauthorized\"}" };
static const struct web_answer self = { .ask = "GET /api/v4/personal_access_tokens/self",
	.with = "Authorization: Bearer glpat-canary\r\n",
	.body = "{\"scopes\":[\"read_api\",\"read_repository\"],\"expires_at\":null}" };
static const struct web_answer user = { .ask = "GET /api/v4/user ",
	.body = "{\"id\":7,\"username\":\"alice\",\"state\":\"active\"}" };

static const struct refusal {
	struct web_answer answer;
	const char *step, *reason, *detail, *fix;
} gitlab[] = {
	{ { .ask = "GET /api/v4/version", .headers = HTML, .body = "<html>" }, "connect",
	  "not-this-api", "text/html", NULL },
	{ { .ask = "GET /api/v4/version", .status = 404, .headers = HTML, .body = "<html>" },
	  "connect", "not-this-api", NULL, NULL },
	{ { .ask = "GET /api/v4/version", .body = "{\"version\":" }, "connect", "protocol",
	  "broken JSON", NULL },
	{ { .ask = "GET /api/v4/version", .body = "[[[[[[[[" , .endless = true }, "connect",
	  "too-big", NULL, NULL },
	{ { .ask = "GET /api/v4/version", .status = 302, .headers =
	    "Location: @/users/sign_in\r\n" }, "connect", "redirected", "users/sign_in", NULL },
	{ { .ask = "GET /api/v4/version", .status = 500 }, "connect", "server-error", NULL,
	  NULL },
	/* the three shapes */
	{ { .ask = "GET /api/v4/personal", .status = 401, .body =
	    "{\"message\":\"401 Unauthorized\"}" }, "auth", "auth-bad", "401 Unauthorized",
	  "scopes read_api and read_repository" },
	{ { .ask = "GET /api/v4/personal", .status = 401, .body = "{\"error\":\"invalid_token\","
	    "\"error_description\":\"Token is expired. You can either do re-authorization or "
	    "token refresh.\"}" }, "auth", "auth-expired", "Token is expired", "Access tokens" },
	{ { .ask = "GET /api/v4/personal", .status = 422, .body = "{\"message\":{\"name\":[\"is "
	    "too long\"]}}" }, "auth", "protocol", "is too long", NULL },
	{ { .ask = "GET /api/v4/personal", .status = 403, .body = "{\"error\":"
	    "\"insufficient_scope\",\"error_description\":\"The request requires higher "
	    "privileges\",\"scope\":\"api read_api\"}" }, "auth", "scope-missing",
	  "one of the scopes api read_api", "takes a new one" },
	{ { .ask = "GET /api/v4/personal", .status = 429, .headers = PLAIN "Retry-After: 60\r\n",
	    .body = "Retry later\n" }, "auth", "rate-limited", "Retry later", "(60 s)" },
	{ { .ask = "GET /api/v4/personal", .status = 401, .headers = "Content-Type: "
	    "application/json\r\nDate: Thu, 01 Jan 2015 00:00:00 GMT\r\n", .body =
	    "{\"message\":\"401 Unauthorized\"}" }, "auth", "clock-skew", "ahead of", NULL },
	{ { .ask = "GET /api/v4/personal", .body = "{\"scopes\":[\"read_api\"]}" }, "auth",
	  "scope-missing", "lacks read_repository; it has read_api", NULL },
	{ { .ask = "GET /api/v4/personal", .body = "{\"scopes\":[\"read_api_x\",\"xapi\","
	    "\"read_repository\"]}" }, "auth", "scope-missing", "lacks read_api;", NULL },
	{ { .ask = "GET /api/v4/personal", .body = "{\"scopes\":[]}" }, "auth",
	  "scope-missing", "it has none", NULL },
	{ { .ask = "GET /api/v4/personal", .body = "{}" }, "auth", "not-this-api", NULL, NULL },
	{ { .ask = "GET /api/v4/user ", .body = "{\"id\":7,\"username\":\"alice\",\"state\":"
	    "\"blocked\"}" }, "auth", "suspended", "alice is blocked", NULL },
	{ { .ask = "GET /api/v4/user ", .status = 403, .body = "{\"message\":\"403 Forbidden - "
	    "Your account has been blocked.\"}" }, "auth", "suspended", NULL, "unblocks" },
	{ { .ask = "GET /api/v4/user ", .body = "{\"id\":\"7\"}" }, "auth", "not-this-api",
	  NULL, NULL },
	{ { .ask = "GET /api/v4/groups/grove?", .status = 403, .body = "{\"message\":\"SAML "
	    "session required\"}" }, "account", "sso-required", NULL, "single sign-on" },
	{ { .ask = "GET /api/v4/groups/grove?", .status = 404, .body = "{\"message\":\"404 Group "
	    "Not Found\"}" }, "account", "not-found", "alice sees no group",
	  "an owner of grove makes alice a member" },
	{ { .ask = "GET /api/v4/projects?", .headers = "Content-Type: application/json\r\n"
	    "Link: <https://elsewhere.example/api/v4/projects?id_after=1>; rel=\"next\"\r\n",
	    .body = "[]" }, "repositories", "protocol", "elsewhere.example", NULL },
	{ { .ask = "GET /api/v4/projects?", .body = "{\"a\":1,\"a\":2}" }, "repositories",
	  "protocol", NULL, NULL },
	{ { .ask = "GET /api/v4/projects?", .body = "{}" }, "repositories", "not-this-api", NULL,
	  NULL },
};

TEST(what_gitlab_refuses)
{
	size_t i;

	for (i = 0; i < COUNT_OF(gitlab); i++) {
		const struct web_answer answers[] = { gitlab[i].answer, hello, self, user,
			{ .ask = "GET /api/v4/users?", .body = "[]" },
			{ .ask = "GET /api/v4/groups/grove?", .body =
			  "{\"id\":501,\"full_path\":\"grove\"}" },
			{ .ask = "GET /api/v4/projects?", .body = "[]" } };
		const char *said = asks(GITLAB "}", answers, COUNT_OF(answers));

		told_step(said, gitlab[i].step, "fail", gitlab[i].reason, gitlab[i].detail,
			  gitlab[i].fix);
		end(said);
	}
}

TEST(a_name_in_escapes_and_one_of_another_number)
{
	const struct web_answer answers[] = { hello, self, user,
		{ .ask = "GET /api/v4/groups/grove?", .body = "{\"id\":501,\"full_path\":"
		  "\"gr\\u001b]0;owned\\u0007\\u202eove\"}" },
		{ .ask = "GET /api/v4/projects?", .body = "[]" } };
	const char *said = asks(GITLAB "}", answers, COUNT_OF(answers)), *at;

	told_step(said, "account", "warn", NULL, "was renamed", NULL);
	for (at = said; *at; at++)
		assert_true(*at == '\n' || (unsigned char)*at >= ' ');
	assert_null(strstr(said, "\xe2\x80\xae"));
	end(said);
	said = asks("{\"type\":\"gitlab\",\"fields\":{\"auth\":\"token\",\"group\":\"grove\","
		    "\"account_id\":\"500\",\"endpoint\":\"@\"},\"secrets\":{\"token\":"
		    "\"glpat-canary\"}}", answers, COUNT_OF(answers));
	told_step(said, "account", "fail", "wrong-account", "number 501 now, and was 500",
		  "somebody else");
	assert_int_equal(told_count(said, "{\"fact\""), 0);
	end(said);
}

/* A project that moved is followed once, by number, and on its own server alone. */
TEST(a_project_that_moved)
{
	static const struct { const char *headers, *status, *reason; } all[] = {
		{ "Location: @/api/v4/projects/1001\r\n", "warn", NULL },
		{ "Location: /api/v4/projects/1001\r\n", "warn", NULL },
		{ "Location: https://elsewhere.example/api/v4/projects/1001\r\n", "fail",
		  "redirected" },
		{ "Location: @/api/v4/user\r\n", "fail", "redirected" },
		{ "Location: @/api/v4/projects/1001/../../user\r\n", "fail", "redirected" },
		{ "Location: @/api/v4/projects/1002\r\n", "fail", "redirected" },
		{ "X: y\r\n", "fail", "redirected" } };
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		const struct web_answer answers[] = { hello, self, user,
			{ .ask = "GET /api/v4/projects/grove%2Flib ", .status = 301,
			  .headers = all[i].headers },
			{ .ask = "GET /api/v4/projects/1002 ", .status = 301,
			  .headers = all[i].headers },
			{ .ask = "GET /api/v4/projects/1001 ", .body = "{\"id\":1001,"
			  "\"path_with_namespace\":\"grove/lib2\"}" },
			{ .ask = "GET /api/v4/projects/1001/repository/branches/a%2Fb ",
			  .body = "{\"commit\":{\"id\":\"" C1 "\"}}" } };
		const char *said = asks(GITLAB ABOUT("branch", "a/b"), answers,
					COUNT_OF(answers));

		told_step(said, "repository", all[i].status, all[i].reason, NULL, NULL);
		assert_int_equal(told_count(said, "{\"ref\":{\"kind\":\"branch\",\"name\":"
					    "\"a/b\",\"commit\":\"" C1 "\"}}"),
				 all[i].reason == NULL);
		/* The proof is of the project that it is now. */
		assert_int_equal(web_count(&web, "GET /grove/lib2.git/info/refs?"),
				 all[i].reason == NULL);
		end(said);
	}
}

TEST(names_that_lead_elsewhere_are_not_asked_for)
{
	static const char *const letters[] = {
		GITLAB ABOUT("branch", "../../user"), GITLAB ABOUT("branch", "a..b"),
		GITLAB ABOUT("tag", "/a"), GITLAB ABOUT("tag", ""), GITLAB ABOUT("tag", "a b"),
		GITLAB ABOUT("commit", "main"), GITLAB ABOUT("commit", "53b") };
	size_t i;

	for (i = 0; i < COUNT_OF(letters); i++) {
		const struct web_answer answers[] = { hello, self, user,
			{ .ask = "GET /api/v4/projects/grove%2Flib ", .body = "{\"id\":1,"
			  "\"path_with_namespace\":\"grove/lib\"}" } };
		const char *said = asks(letters[i], answers, COUNT_OF(answers));

		told_step(said, "ref", "fail", "ref-not-found", "there is no",
			  "a maintainer of grove/lib");
		assert_int_equal(web_count(&web, "GET /api/v4/projects/"), 1);
		end(said);
	}
}

/* ---- a code of GitLab (RFC 8628), whose errors come with 400 -------------------------- */

#define SIGN_IN "{\"type\":\"gitlab\",\"job\":\"sign_in\",\"timeout_ms\":20000," \
	"\"fields\":{\"auth\":\"device\",\"group\":\"grove\",\"client_id\":\"app-1\"," \
	"\"endpoint\":\"@\"}}"
#define CODE "{\"device_code\":\"dc-1\",\"user_code\":\"0A44L90H\",\"verification_uri\":" \
	"\"https://gitlab.com/oauth/device\",\"expires_in\":300,\"interval\":0}"
#define GRANT "{\"access_token\":\"new-1\",\"refresh_token\":\"again-1\"," \
	"\"expires_in\":7200}"

static const struct web_answer codes = { .ask = "POST /oauth/authorize_device",
	.with = "client_id=app-1&scope=read_api%20read_repository", .body = CODE };
static const struct web_answer info = { .ask = "GET /oauth/token/info",
	.with = "Authorization: Bearer new-1\r\n",
	.body = "{\"scope\":[\"read_api\",\"read_repository\"]}" };
static const struct web_answer group = { .ask = "GET /api/v4/groups/grove?",
	.body = "{\"id\":501,\"full_path\":\"grove\"}" };

TEST(a_code_of_gitlab)
{
	const struct web_answer answers[] = { hello, codes,
		{ .ask = "POST /oauth/token", .status = 400, .times = 2, .body =
		  "{\"error\":\"authorization_pending\"}" },
		{ .ask = "POST /oauth/token", .with = "device_code=dc-1", .body = GRANT },
		info, user, group };
	const char *said = asks(SIGN_IN, answers, COUNT_OF(answers));

	told_step(said, "account", "ok", NULL, "number 501", NULL);
	assert_int_equal(told_count(said, "{\"device\":{\"user_code\":\"0A44L90H\","
				    "\"verification_uri\":\"https://gitlab.com/oauth/device\","
				    "\"expires_in\":300}}"), 1);
	assert_int_equal(told_count(said, "{\"secret\":{\"field\":\"token\",\"value\":"
				    "\"new-1\"}}"), 1);
	assert_int_equal(told_count(said, "{\"secret\":{\"field\":\"refresh_token\",\"value\":"
				    "\"again-1\"}}"), 1);
	assert_int_equal(web_count(&web, "POST /oauth/token"), 3);
	end(said);
}

TEST(a_code_of_gitlab_that_comes_to_nothing)
{
	static const struct refusal all[] = {
		{ { .ask = "POST /oauth/token", .status = 400, .body =
		    "{\"error\":\"access_denied\"}" }, "wait", "denied-by-user", NULL, NULL },
		{ { .ask = "POST /oauth/token", .status = 400, .body =
		    "{\"error\":\"expired_token\"}" }, "wait", "code-expired", NULL, NULL },
		{ { .ask = "POST /oauth/authorize_device", .status = 404, .headers = HTML,
		    .body = "<html>404</html>" }, "code", "not-found", "17.2",
		  "Sign in with a token instead" },
		{ { .ask = "POST /oauth/authorize_device", .status = 404, .body =
		    "{\"error\":\"404 Not Found\"}" }, "code", "not-found", "17.2",
		  "Sign in with a token instead" },
		{ { .ask = "POST /oauth/authorize_device", .status = 401, .body =
		    "{\"error\":\"invalid_client\"}" }, "code", "auth-bad", NULL,
		  "its Application ID is the client ID" },
		{ { .ask = "POST /oauth/authorize_device", .body = "{\"device_code\":\"x\","
		    "\"user_code\":\"A\\u001b[2J\",\"verification_uri\":\"https://x\"}" },
		  "code", "protocol", NULL, NULL } };
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		const struct web_answer answers[] = { all[i].answer, hello, codes };
		const char *said = asks(SIGN_IN, answers, COUNT_OF(answers));

		told_step(said, all[i].step, "fail", all[i].reason, all[i].detail, all[i].fix);
		assert_int_equal(told_count(said, "{\"secret\""), 0);
		end(said);
	}
}

/* What renews holds once: the pair is handed on before it is used. */
TEST(a_token_of_gitlab_that_is_renewed)
{
	const struct web_answer answers[] = { hello, info,
		{ .ask = "GET /oauth/token/info", .status = 401, .body =
		  "{\"error\":\"invalid_token\"}" },
		{ .ask = "POST /oauth/token", .with = "refresh_token=again-0&grant_type=refresh_token",
		  .times = 1, .body = GRANT },
		{ .ask = "POST /oauth/token", .status = 400, .body =
		  "{\"error\":\"invalid_grant\"}" },
		user, group, { .ask = "GET /api/v4/projects?", .body = "[]" } };
	static const char letter[] = "{\"type\":\"gitlab\",\"fields\":{\"auth\":\"device\","
		"\"group\":\"grove\",\"client_id\":\"app-1\",\"endpoint\":\"@\"},\"secrets\":"
		"{\"token\":\"old-0\",\"refresh_token\":\"again-0\"}}";
	const char *said = asks(letter, answers, COUNT_OF(answers));

	told_step(said, "auth", "ok", NULL, "alice", NULL);
	assert_int_equal(told_count(said, "{\"secret\""), 2);
	assert_true(strstr(said, "\"again-1\"") < strstr(said, "{\"identity\""));
	said = told(letter, web.origin);
	told_step(said, "auth", "fail", "auth-expired", NULL, "Sign in again");
	assert_int_equal(told_count(said, "{\"secret\""), 0);
	end(said);
}

/* ---- Bitbucket ------------------------------------------------------------------------ */

#define BASIC "Authorization: Basic YUB0LmV4YW1wbGU6QVRBVFQtY2FuYXJ5\r\n"
#define SCOPES "{\"type\":\"error\",\"error\":{\"message\":\"Your credentials lack one or " \
	"more required privilege scopes.\",\"detail\":{\"required\":" \
	"[\"read:workspace:bitbucket\"],\"granted\":[\"read:user:bitbucket\"]}}}"

static const struct web_answer who = { .ask = "GET /2.0/user ", .with = BASIC,
	.body = "{\"nickname\":\"alice\",\"uuid\":\"{1}\"}" };
static const struct web_answer nobody = { .ask = "GET /2.0/user ", .status = 401 };

static const struct refusal bitbucket[] = {
	{ { .ask = "GET /2.0/user ", .headers = HTML, .body = "<html>" }, "connect",
	  "not-this-api", NULL, NULL },
	{ { .ask = "GET /2.0/user ", .status = 404, .headers = HTML, .body = "<html>" },
	  "connect", "not-this-api", NULL, NULL },
	{ { .ask = "GET /2.0/user ", .with = BASIC, .status = 401 }, "auth", "auth-bad", NULL,
	  "that of the Atlassian account" },
	{ { .ask = "GET /2.0/user ", .with = BASIC, .status = 429, .body = "{\"type\":\"error\","
	    "\"error\":{\"message\":\"Rate limit for this resource has been exceeded\"}}" },
	  "auth", "rate-limited", "Rate limit", "Wait until" },
	{ { .ask = "GET /2.0/workspaces/brook ", .status = 403, .body = SCOPES }, "account",
	  "scope-missing", "needs read:workspace:bitbucket; the token has read:user:bitbucket",
	  "read:user:bitbucket, read:workspace:bitbucket and read:repository:bitbucket" },
	{ { .ask = "GET /2.0/workspaces/brook ", .status = 403, .body = "{\"type\":\"error\","
	    "\"error\":{\"message\":\"Access denied. You must have read or admin access.\"}}" },
	  "account", "forbidden", "Access denied", "An administrator of the workspace brook" },
	{ { .ask = "GET /2.0/workspaces/brook ", .status = 404, .body = "{\"type\":\"error\","
	    "\"error\":{\"message\":\"No workspace with identifier 'brook'.\"}}" }, "account",
	  "not-found", "No workspace", "makes alice a member" },
	{ { .ask = "GET /2.0/workspaces/brook ", .status = 410, .body = "{\"type\":\"error\","
	    "\"error\":{\"message\":\"CHANGE-2770 - Functionality has been deprecated\"}}" },
	  "account", "protocol", "CHANGE-2770", NULL },
	{ { .ask = "GET /2.0/workspaces/brook ", .body = "{\"slug\":\"brook\"}" }, "account",
	  "not-this-api", "no uuid", NULL },
	{ { .ask = "GET /2.0/repositories/brook?", .body = "{\"values\":[],\"next\":"
	    "\"https://elsewhere.example/2.0/repositories/brook?page=2\"}" }, "repositories",
	  "protocol", "elsewhere.example", NULL },
	{ { .ask = "GET /2.0/repositories/brook?", .body = "{\"values\":{}}" }, "repositories",
	  "not-this-api", NULL, NULL },
};

TEST(what_bitbucket_refuses)
{
	size_t i;

	for (i = 0; i < COUNT_OF(bitbucket); i++) {
		const struct web_answer answers[] = { bitbucket[i].answer, who, nobody,
			{ .ask = "GET /2.0/workspaces/brook ", .body =
			  "{\"slug\":\"brook\",\"uuid\":\"{2}\"}" },
			{ .ask = "GET /2.0/repositories/brook?", .body = "{\"values\":[]}" } };
		const char *said = asks(BITBUCKET "}", answers, COUNT_OF(answers));

		told_step(said, bitbucket[i].step, "fail", bitbucket[i].reason,
			  bitbucket[i].detail, bitbucket[i].fix);
		end(said);
	}
}

/* App passwords (A33, A34), whose form stays: what became of them, by REST and by Git. */
TEST(an_app_password_is_explained)
{
	static const struct web_answer refused[] = {
		{ .ask = "GET /2.0/user ", .with = "Authorization: Basic ", .status = 401,
		  .body = "{\"type\":\"error\",\"error\":{\"message\":\"App passwords are deprecated "
		  "and must be replaced with API tokens.\",\"detail\":\"CHANGE-3222\"}}" },
		{ .ask = "GET /2.0/user ", .status = 401 } };
	static const struct web_answer by_git[] = {
		{ .ask = "GET /2.0/user ", .body = "{\"nickname\":\"alice\"}" },
		{ .ask = "GET /2.0/repositories/grove/lib ", .body =
		  "{\"full_name\":\"grove/lib\",\"is_private\":true}" },
		{ .ask = "GET /2.0/repositories/grove/lib/refs/branches/a/b ", .body =
		  "{\"target\":{\"hash\":\"" C1 "\"}}" },
		{ .ask = "GET /grove/lib.git/info/refs?", .status = 410, .headers = PLAIN, .body =
		  "CHANGE-3222: App passwords are deprecated and must be replaced with API "
		  "tokens.\n" } };
	const char *said;

	said = asks(PASSWORD "}", refused, COUNT_OF(refused));
	told_step(said, "auth", "fail", "auth-removed-type", "until 2026-07-28; it says: App "
		  "passwords are deprecated", "Make an API token at id.atlassian.com/manage-profile"
		  "/security/api-tokens");
	told_step(said, "auth", "fail", "auth-removed-type", NULL, "support.atlassian.com/");
	end(said);
	said = asks(PASSWORD "}", refused + 1, 1);	/* without a word */
	told_step(said, "auth", "fail", "auth-removed-type", "until 2026-07-28", NULL);
	end(said);
	said = asks(PASSWORD ABOUT("branch", "a/b"), by_git, COUNT_OF(by_git));
	told_step(said, "auth", "warn", NULL, "2026-07-28", "Make an API token");
	told_step(said, "git", "fail", "auth-removed-type", "CHANGE-3222", "Choose API token");
	end(said);
}

TEST(what_is_missing_is_said_before_anybody_is_asked)
{
	static const char *const letters[] = {
		"{\"type\":\"gitlab\",\"fields\":{\"auth\":\"token\",\"endpoint\":\"@\"},"
			"\"secrets\":{\"token\":\"x\"}}",
		"{\"type\":\"bitbucket\",\"fields\":{\"auth\":\"api_token\",\"endpoint\":\"@\","
			"\"email\":\"a\"},\"secrets\":{\"api_token\":\"x\"}}",
		"{\"type\":\"bitbucket\",\"fields\":{\"auth\":\"api_token\",\"endpoint\":\"@\","
			"\"workspace_id\":\"brook\"},\"secrets\":{\"api_token\":\"x\"}}",
		"{\"type\":\"bitbucket\",\"fields\":{\"auth\":\"app_password\",\"endpoint\":\"@\","
			"\"workspace_id\":\"brook\",\"username\":\"a:b\"},\"secrets\":{"
			"\"app_password\":\"x\"}}",
		"{\"type\":\"bitbucket\",\"fields\":{\"auth\":\"app_password\",\"endpoint\":\"@\","
			"\"workspace_id\":\"brook\",\"username\":\"alice\"},\"secrets\":{"
			"\"app_password\":\"ATATT-x\"}}",
		"{\"type\":\"bitbucket\",\"fields\":{\"workspace_id\":\"brook\",\"endpoint\":\"@\"},"
			"\"secrets\":{}}",
		"{\"type\":\"gitlab\",\"fields\":{\"group\":\"grove\",\"endpoint\":"
			"\"http://198.51.100.1\"},\"secrets\":{\"token\":\"x\"}}",
		"{\"type\":\"gitlab\",\"fields\":{\"group\":\"grove\",\"endpoint\":"
			"\"https://elsewhere.example\"},\"secrets\":{\"token\":\"x\"}}" };
	const char *said;
	size_t i;

	for (i = 0; i < COUNT_OF(letters); i++) {
		said = asks(letters[i], NULL, 0);
		told_step(said, "config", "fail", "config", NULL, NULL);
		assert_int_equal(web_count(&web, ""), 0);
		end(said);
	}
}

RUN(CASE(what_gitlab_refuses), CASE(a_name_in_escapes_and_one_of_another_number),
    CASE(a_project_that_moved), CASE(names_that_lead_elsewhere_are_not_asked_for),
    CASE(a_code_of_gitlab), CASE(a_code_of_gitlab_that_comes_to_nothing),
    CASE(a_token_of_gitlab_that_is_renewed),
    CASE(what_bitbucket_refuses), CASE(an_app_password_is_explained),
    CASE(what_is_missing_is_said_before_anybody_is_asked))
