/* trino_test.c: Trino, Presto and Starburst, as gatehouse-courier checks them: tried against
 * a stand-in only, whose answers are those of the documents (Trino client REST API). */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include "base/attr.h"

#define LETTER(type, ms, fields, secrets) "{\"type\":\"" type "\",\"timeout_ms\":" ms \
	",\"fields\":{\"host\":\"db.acme.example\",\"port\":\"8443\",\"username\":\"reader\"," \
	"\"endpoint\":\"@\"" fields "},\"secrets\":{" secrets "}}"
#define PASSWORD "\"password\":\"canary-4711\""
#define CATALOG ",\"catalog\":\"hive\""
#define SCHEMA CATALOG ",\"schema\":\"sales\""
#define TRINO(fields) LETTER("trino", "20000", fields, PASSWORD)
/* reader:canary-4711 */
#define BASIC "Authorization: Basic cmVhZGVyOmNhbmFyeS00NzEx\r\n"
#define INFO { .ask = "GET /v1/info HTTP", .body = "{\"nodeVersion\":{\"version\":\"435\"}," \
	"\"environment\":\"test\",\"coordinator\":true,\"starting\":false}" }
#define QUERY(more) "{\"id\":\"20261130_1\",\"infoUri\":\"http://x.example/\"," more \
	"\"stats\":{\"state\":\"QUEUED\"}}"
#define RESULT(more) "{\"id\":\"20261130_1\",\"infoUri\":\"http://x.example/\"," more \
	"\"stats\":{\"state\":\"FINISHED\"}}"
#define ERROR(name, type, words) "{\"id\":\"20261130_1\",\"stats\":{\"state\":\"FAILED\"}," \
	"\"error\":{\"message\":\"" words "\",\"errorCode\":1,\"errorName\":\"" name \
	"\",\"errorType\":\"" type "\"}}"

static struct web web;

static const char *asks(const char *letter, const struct web_answer *answers, size_t n)
{
	return web_told(&web, letter, answers, n);
}

static void end(const char *said)
{
	assert_null(strstr(web_heard(&web), "canary"));
	web_told_end(&web, said);
}

#define GOES_ON(path) .own = true, .body = QUERY("\"nextUri\":\"@" path "\",")

TEST(a_good_one_is_followed_to_its_end)
{
	const struct web_answer all[] = { INFO,
		{ .ask = "POST /v1/statement HTTP", .with = BASIC,
		  GOES_ON("/v1/statement/queued/1") },
		{ .ask = "GET /v1/statement/queued/1", .with = BASIC,
		  GOES_ON("/v1/statement/executing/2?slug=x") },
		{ .ask = "GET /v1/statement/executing/2?slug=x", .with = BASIC,
		  .body = RESULT("\"data\":[[1]],") } };
	const char *said = asks(TRINO(SCHEMA ",\"session_properties\":\"query_max_run_time=10m\\n"
				      "hive.x=a,b\""), all, COUNT_OF(all));

	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, "catalog hive, schema sales", NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"reader\"}"), 1);
	assert_int_equal(told_count(said, "{\"server\":\"Trino 435\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "X-Trino-User: reader\r\n"));
	assert_non_null(strstr(web_heard(&web), "X-Trino-Source: gatehouse-probe\r\n"));
	assert_non_null(strstr(web_heard(&web), "X-Trino-Catalog: hive\r\n"));
	assert_non_null(strstr(web_heard(&web), "X-Trino-Schema: sales\r\n"));
	assert_non_null(strstr(web_heard(&web), "X-Trino-Session: query_max_run_time=10m,"
			       "hive.x=a%2Cb\r\n"));
	assert_non_null(strstr(web_heard(&web), "SHOW TABLES LIKE 'gatehouse_probe'"));
	assert_int_equal(web_count(&web, "DELETE"), 0);
	end(said);
}

static const struct {
	int status;
	const char *headers, *body, *step, *reason, *detail, *fix;
} refusals[] = {
	{ 401, "WWW-Authenticate: Basic realm=\"Trino\"\r\n", "Access Denied: Invalid "
	  "credentials", "auth", "auth-bad", "Invalid credentials", NULL },
	{ 401, "WWW-Authenticate: Bearer x_redirect_server=\"https://x.example\"\r\n", "no",
	  "auth", "sso-required", NULL, "OAuth 2.0" },
	{ 403, NULL, "Forbidden", "auth", "forbidden", "Forbidden", NULL },
	{ 400, NULL, "User must be set", "auth", "not-this-api", "User must be set",
	  "headers of Presto" },
	{ 429, "Retry-After: 7\r\n", "slow down", "auth", "rate-limited", NULL, "(7 s)" },
	{ 500, NULL, "no", "auth", "server-error", NULL, NULL },
	{ 302, "Location: https://evil.example/\r\n", NULL, "auth", "redirected",
	  "evil.example", NULL },
	{ 200, NULL, "{\"rows\":1}", "auth", "not-this-api", "not answer as Trino", NULL },
	{ 200, NULL, "{\"id\":\"1\",\"rows\":1}", "auth", "not-this-api", NULL, NULL },
	{ 200, NULL, "{\"id\":\"1\",\"stats\":{\"state\":\"FAILED\"}}", "read", "server-error",
	  "its state is FAILED", NULL },
	{ 200, NULL, "{\"id\":\"1\",\"stats\":{}}", "read", "server-error", "not said", NULL },
	{ 200, NULL, QUERY(""), "read", "server-error", "its state is QUEUED", NULL },
	{ 200, NULL, "<html>", "auth", "not-this-api", NULL, NULL },
	{ 200, NULL, ERROR("CATALOG_NOT_FOUND", "USER_ERROR", "line 1:1: Catalog 'hive' not "
	  "found"), "read", "not-found", "Catalog 'hive' not found", "SHOW CATALOGS" },
	{ 200, NULL, ERROR("SCHEMA_NOT_FOUND", "USER_ERROR", "line 1:1: Schema 'sales' does not "
	  "exist"), "read", "not-found", "Schema 'sales'", "SHOW SCHEMAS" },
	{ 200, NULL, ERROR("SYNTAX_ERROR", "USER_ERROR", "line 1:1: Schema sales does not "
	  "exist"), "read", "not-found", "does not exist", NULL },
	{ 200, NULL, ERROR("PERMISSION_DENIED", "USER_ERROR", "Access Denied: Cannot show "
	  "schemas"), "read", "forbidden", "Cannot show schemas", "access control" },
	{ 200, NULL, ERROR("MISSING_CATALOG_NAME", "USER_ERROR", "Catalog must be specified"),
	  "read", "config", "must be specified", "Enter the catalog" },
	{ 200, NULL, ERROR("INVALID_SESSION_PROPERTY", "USER_ERROR", "Session property x does "
	  "not exist"), "read", "config", "property x", "SHOW SESSION" },
	{ 200, NULL, ERROR("QUERY_QUEUE_FULL", "INSUFFICIENT_RESOURCES", "Too many queued "
	  "queries"), "read", "rate-limited", "Too many queued", NULL },
	{ 200, NULL, ERROR("NO_NODES_AVAILABLE", "INSUFFICIENT_RESOURCES", "No nodes"), "read",
	  "server-error", "No nodes", "workers" },
	{ 200, NULL, ERROR("GENERIC_INTERNAL_ERROR", "INTERNAL_ERROR", "null"), "read",
	  "server-error", NULL, NULL },
	{ 200, NULL, ERROR("NOT_SUPPORTED", "USER_ERROR", "canary-4711 is not supported"),
	  "read", "protocol", "*** is not supported", NULL },
};

TEST(what_it_refuses_is_told_by_its_name)
{
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		const struct web_answer all[] = { INFO, { .ask = "POST", .body = refusals[i].body,
			.status = refusals[i].status, .headers = refusals[i].headers } };
		const char *said = asks(TRINO(SCHEMA), all, COUNT_OF(all));

		told_step(said, refusals[i].step, "fail", refusals[i].reason,
			  refusals[i].detail, refusals[i].fix);
		assert_int_equal(web_count(&web, "POST"), 1);
		/* Who it is was taken from nobody. */
		assert_int_equal(told_count(said, "{\"identity\""),
				 strcmp(refusals[i].step, "read") == 0);
		end(said);
	}
}

TEST(without_a_password_anybody_is_let_in)
{
	const struct web_answer all[] = { INFO, { .ask = "POST", .body = RESULT("") } };
	const char *said = asks(LETTER("trino", "20000", "", ""), all, COUNT_OF(all));

	told_step(said, "auth", "warn", NULL, "anybody is taken for reader", "turned on");
	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_null(strstr(web_heard(&web), "Authorization"));
	end(said);
}

TEST(a_password_that_is_wanted_and_not_entered)
{
	const struct web_answer all[] = { INFO, { .ask = "POST", .status = 401, .headers = "",
						  .body = "Unauthorized" } };
	const char *said = asks(LETTER("trino", "20000", "", ""), all, COUNT_OF(all));

	told_step(said, "auth", "fail", "auth-bad", "Unauthorized", "none is entered");
	assert_null(strstr(web_heard(&web), "Authorization"));
	end(said);
}

TEST(what_goes_on_elsewhere_is_not_asked)
{
	const struct web_answer all[] = { INFO, { .ask = "POST", .body = QUERY("\"nextUri\":"
		"\"http://db.acme.example:8080/v1/statement/queued/1\",") } };
	const char *said = asks(TRINO(""), all, COUNT_OF(all));

	told_step(said, "read", "fail", "protocol", "nobody was asked there",
		  "process-forwarded");
	assert_int_equal(web_count(&web, "GET /v1/statement"), 0);
	end(said);
}

/* Neither asked nor cancelled there: the credential would go with it. */
TEST(what_goes_on_beside_statements_is_not_asked)
{
	static const char *const bodies[] = {
		QUERY("\"nextUri\":\"@/ui/api/query/x/killed\","), QUERY("\"nextUri\":\"@/\","),
		QUERY("\"nextUri\":\"@/v1/statement/../query/x\","),
		QUERY("\"nextUri\":\"@/v1/statement/%2E%2e/query/x\","),
		QUERY("\"nextUri\":\"@/v1/statement\","),
		QUERY("\"nextUri\":\"@/v1/statements/x\","),
	};
	size_t i;

	for (i = 0; i < COUNT_OF(bodies); i++) {
		const struct web_answer all[] = { INFO,
			{ .ask = "POST", .own = true, .body = bodies[i] } };
		const char *said = asks(TRINO(""), all, COUNT_OF(all));

		told_step(said, "read", "fail", "protocol", "none of /v1/statement/", NULL);
		assert_int_equal(web_count(&web, "GET"), 2);	/* of /v1/info */
		assert_int_equal(web_count(&web, "DELETE"), 0);
		end(said);
	}
}

TEST(it_is_away_for_a_moment)
{
	const struct web_answer all[] = { INFO,
		{ .ask = "POST", .status = 503, .times = 1 },
		{ .ask = "POST", GOES_ON("/v1/statement/queued/1") },
		{ .ask = "GET /v1/statement/queued/1", .status = 502, .times = 1 },
		{ .ask = "GET /v1/statement/queued/1", .body = RESULT("") } };
	const struct web_answer ever[] = { INFO, { .ask = "POST", .status = 503 } };
	const char *said = asks(TRINO(""), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_non_null(strstr(web_heard(&web), "\r\n\r\nSELECT 1"));
	end(said);
	said = asks(TRINO(""), ever, COUNT_OF(ever));
	told_step(said, "auth", "fail", "server-error", NULL, NULL);
	assert_int_equal(web_count(&web, "POST"), 3);
	end(said);
}

TEST(what_waits_is_cancelled_in_the_end)
{
	const struct web_answer all[] = { INFO,
		{ .ask = "POST", GOES_ON("/v1/statement/queued/1") },
		{ .ask = "GET /v1/statement/queued/1",
		  GOES_ON("/v1/statement/queued/1") },
		{ .ask = "DELETE /v1/statement/queued/1", .status = 204, .with = BASIC } };
	const char *said = asks(LETTER("trino", "3000", "", PASSWORD), all, COUNT_OF(all));

	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "fail", "timeout", "still waiting; it was cancelled", NULL);
	assert_int_equal(web_count(&web, "DELETE /v1/statement/queued/1"), 1);
	end(said);
}

#define BEGUN { .ask = "POST", GOES_ON("/v1/statement/queued/1") }
#define CANCEL(how) { .ask = "DELETE /v1/statement/queued/1", .with = BASIC, .status = how }

static void broken_off(const struct web_answer *next, int cancelled, const char *reason,
		       const char *detail)
{
	const struct web_answer all[] = { INFO, BEGUN, *next, CANCEL(cancelled) };
	const char *said = asks(LETTER("trino", "4000", "", PASSWORD), all, COUNT_OF(all));

	told_step(said, "read", "fail", reason, detail, NULL);
	assert_int_equal(web_count(&web, "DELETE /v1/statement/queued/1"), 1);
	end(said);
}

/* The first fault is told, whatever comes of the cancelling. */
TEST(what_breaks_off_is_cancelled_as_well)
{
	static const char get[] = "GET /v1/statement/queued/1";
	const struct web_answer hangs = { .ask = get, .hangs = true };
	const struct web_answer sick = { .ask = get, .status = 500, .body = "oh" };
	const struct web_answer other = { .ask = get, .body = "{\"rows\":1}" };
	const struct web_answer waits = { .ask = get, GOES_ON("/v1/statement/queued/1") };

	broken_off(&hangs, 204, "timeout", "the statement was cancelled");
	broken_off(&sick, 204, "server-error", "oh; the statement was cancelled");
	broken_off(&sick, 500, "server-error", "oh; the statement could not be cancelled, and may "
		   "still run there");
	broken_off(&other, 204, "not-this-api", "the statement was cancelled");
	broken_off(&waits, 403, "timeout", "still waiting; it could not be cancelled, and may "
		   "still run there");
}

/* What is cancelled by its address has none yet. */
TEST(one_to_which_no_answer_comes_may_still_run)
{
	const struct web_answer all[] = { INFO, { .ask = "POST", .hangs = true } };

	web_told_lost(&web, LETTER("trino", "2000", "", PASSWORD), all, COUNT_OF(all), "auth");
}

#define STARTING "{\"nodeVersion\":{\"version\":\"435\"},\"starting\":true}"

TEST(who_starts_is_waited_for)
{
	const struct web_answer all[] = {
		{ .ask = "GET /v1/info", .body = STARTING, .times = 2 }, INFO,
		{ .ask = "POST", .body = RESULT("") } };
	const struct web_answer ever[] = { { .ask = "GET /v1/info", .body = STARTING } };
	const char *said = asks(TRINO(""), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
	said = asks(LETTER("trino", "3000", "", PASSWORD), ever, COUNT_OF(ever));
	told_step(said, "auth", "fail", "server-error", "it is starting", NULL);
	assert_int_equal(web_count(&web, "POST"), 0);
	end(said);
}

/* Before anybody is asked. */
TEST(fields_that_cannot_be)
{
	const char *said = asks(TRINO(",\"session_properties\":\"a=b\\nquery\""), NULL, 0);

	told_step(said, "connect", "fail", "config", "no session property, as KEY=VALUE: query",
		  NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
}

static void cannot_be(const char *fields, const char *detail)
{
	static char letter[32 << 10];
	const char *said;

	snprintf(letter, sizeof(letter), "{\"type\":\"trino\",\"timeout_ms\":20000,\"fields\":{"
		 "\"host\":\"x.example\",\"port\":\"8443\",\"endpoint\":\"@\",%s},\"secrets\":{"
		 PASSWORD "}}", fields);
	said = asks(letter, NULL, 0);
	told_step(said, "connect", "fail", "config", detail, NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
}

TEST(fields_that_would_be_another_header_or_half_of_one)
{
	static char much[17001], fields[18000];
	static const char *const sizes[] = { "session_properties", "catalog" };
	size_t i;

	cannot_be("\"username\":\"reader\",\"catalog\":\"a\\r\\nX-Evil: 1\"",
		  "the catalog has a line break");
	cannot_be("\"username\":\"reader\",\"schema\":\"a\\u007f\"", "the schema has a line break");
	cannot_be("\"username\":\"reader\\n\"", "the username has a line break");
	cannot_be("\"username\":\"reader\",\"session_properties\":\"a\\tb=c\"",
		  "the field session properties has a line break");
	memset(much, 'x', sizeof(much) - 1);
	for (i = 0; i < COUNT_OF(sizes); i++) {
		snprintf(fields, sizeof(fields), "\"username\":\"reader\",\"%s\":\"a=%s\"", sizes[i],
			 much);
		cannot_be(fields, "too long to be sent: the ");
	}
	/* Its escapes alone are too long. */
	memset(much, ',', sizeof(much) - 1);
	much[6000] = '\0';
	snprintf(fields, sizeof(fields), "\"username\":\"reader\",\"session_properties\":\"a=%s\"",
		 much);
	cannot_be(fields, "too long to be sent: the field session properties");
}

TEST(presto_has_headers_of_its_own)
{
	const struct web_answer all[] = { INFO,
		{ .ask = "POST", .with = "X-Presto-User: reader\r\n", .body = RESULT("") } };
	const char *said = asks(LETTER("presto", "20000", CATALOG, PASSWORD), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, "catalog hive", NULL);
	assert_int_equal(told_count(said, "{\"server\":\"Presto 435\"}"), 1);
	assert_null(strstr(web_heard(&web), "X-Trino"));
	assert_non_null(strstr(web_heard(&web), "SHOW SCHEMAS LIKE 'information_schema'"));
	end(said);
}

/* A real sshd: tests/services/warehouse_ssh.sh. */
TEST(behind_an_ssh_server_it_is_not_asked_straight)
{
	const char *said = asks(LETTER("presto", "20000", ",\"connect_via_ssh\":\"true\"",
				       PASSWORD), NULL, 0);

	told_step(said, "tunnel", "fail", "config", "the SSH host is missing", NULL);
	assert_int_equal(told_count(said, "{\"plan\":[\"tunnel\",\"connect\",\"auth\",\"read\"]}"),
			 1);
	assert_string_equal(web_heard(&web), "");
	end(said);
}

TEST(starburst_is_trino)
{
	const struct web_answer all[] = { INFO, { .ask = "POST", .with = "X-Trino-User: reader",
						  .body = RESULT("") } };
	const char *said = asks(LETTER("starburst", "20000", "", PASSWORD), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_int_equal(told_count(said, "{\"server\":\"Starburst 435\"}"), 1);
	end(said);
}

RUN(CASE(one_to_which_no_answer_comes_may_still_run),
    CASE(a_good_one_is_followed_to_its_end), CASE(what_it_refuses_is_told_by_its_name),
    CASE(without_a_password_anybody_is_let_in),
    CASE(a_password_that_is_wanted_and_not_entered),
    CASE(what_goes_on_elsewhere_is_not_asked),
    CASE(what_goes_on_beside_statements_is_not_asked), CASE(it_is_away_for_a_moment),
    CASE(what_waits_is_cancelled_in_the_end), CASE(what_breaks_off_is_cancelled_as_well),
    CASE(who_starts_is_waited_for),
    CASE(fields_that_cannot_be), CASE(fields_that_would_be_another_header_or_half_of_one),
    CASE(presto_has_headers_of_its_own),
    CASE(behind_an_ssh_server_it_is_not_asked_straight), CASE(starburst_is_trino))
