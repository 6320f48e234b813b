/* databricks_test.c: Databricks, as gatehouse-courier checks it: tried against a stand-in
 * only, whose answers are those of Databricks' documents (SQL warehouses, SQL statement
 * execution, clusters). */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include "base/attr.h"

#define LETTER(url, ms, fields) "{\"type\":\"databricks\",\"timeout_ms\":" ms ",\"fields\":{" \
	"\"jdbc_url\":\"" url "\",\"endpoint\":\"@\"" fields "},\"secrets\":{\"access_token\":" \
	"\"dapi-canary\"}}"
#define URL "jdbc:databricks://acme.cloud.databricks.com:443/default;transportMode=http;ssl=1;" \
	"AuthMech=3;httpPath=/sql/1.0/warehouses/1a2b3c;ConnCatalog=main;ConnSchema=sales;"
#define CLUSTER "jdbc:spark://acme.cloud.databricks.com:443/default;httpPath=sql/protocolv1/o/" \
	"123/0123-456-abc;PWD=<personal-access-token>"
#define BEARER "Authorization: Bearer dapi-canary\r\n"
#define HELLO { .ask = "GET /api/2.0/sql/warehouses/1a2b3c HTTP", .times = 1, .status = 401, \
	.body = "{\"error_code\":401,\"message\":\"Credential was not sent\"}" }
#define IS(state) { .ask = "GET /api/2.0/sql/warehouses/1a2b3c HTTP", .with = BEARER, \
	.body = "{\"id\":\"1a2b3c\",\"name\":\"Small\",\"state\":\"" state "\"}" }
#define DONE "{\"statement_id\":\"01ee-2f\",\"status\":{\"state\":\"SUCCEEDED\"},\"result\":{" \
	"\"data_array\":[[\"robot.acme\",\"main\",\"sales\"]]}}"
#define UNDER_WAY(state) "{\"statement_id\":\"01ee-2f\",\"status\":{\"state\":\"" state "\"}}"

static struct web web;

static const char *asks(const char *letter, const struct web_answer *answers, size_t n)
{
	return web_told(&web, letter, answers, n);
}

static void end(const char *said)
{
	web_told_end(&web, said);
}

TEST(a_running_warehouse_is_asked)
{
	const struct web_answer all[] = { HELLO, IS("RUNNING"),
		{ .ask = "POST /api/2.0/sql/statements HTTP", .with = BEARER, .body = DONE } };
	const char *said = asks(LETTER(URL, "20000", ""), all, COUNT_OF(all)), *first;

	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, "warehouse Small is RUNNING", NULL);
	told_step(said, "read", "ok", NULL, "catalog main, schema sales", NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"robot.acme\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "\"warehouse_id\":\"1a2b3c\",\"catalog\":"
			       "\"main\",\"schema\":\"sales\""));
	assert_non_null(strstr(web_heard(&web), "gatehouse-probe"));
	assert_non_null(strstr(web_heard(&web), "\"on_wait_timeout\":\"CONTINUE\""));
	/* The first word is without the token. */
	first = strstr(web_heard(&web), "\r\n\r\n");
	assert_true(first && strstr(web_heard(&web), "dapi-canary") > first);
	end(said);
}

TEST(one_that_is_stopped_is_not_started)
{
	const struct web_answer stopped[] = { HELLO, IS("STOPPED") };
	const struct web_answer deleted[] = { HELLO, IS("DELETED") };
	const char *said = asks(LETTER(URL, "20000", ""), stopped, COUNT_OF(stopped));

	told_step(said, "auth", "ok", NULL, "is STOPPED", NULL);
	told_step(said, "read", "warn", NULL, "stopped: nothing was asked", NULL);
	assert_int_equal(web_count(&web, "POST"), 0);
	end(said);
	said = asks(LETTER(URL, "20000", ""), deleted, COUNT_OF(deleted));
	told_step(said, "read", "fail", "not-found", "was deleted", "JDBC URL");
	end(said);
}

TEST(one_that_starts_is_waited_for)
{
	struct web_answer once[] = { HELLO, IS("STARTING"), IS("RUNNING"),
		{ .ask = "POST /api/2.0/sql/statements HTTP", .body = DONE } };
	const struct web_answer ever[] = { HELLO, IS("STARTING") };
	const char *said;

	once[1].times = 1;
	said = asks(LETTER(URL, "20000", ""), once, COUNT_OF(once));
	told_step(said, "auth", "ok", NULL, "is STARTING", NULL);
	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
	said = asks(LETTER(URL, "4000", ""), ever, COUNT_OF(ever));
	told_step(said, "read", "warn", NULL, "starting still", NULL);
	assert_int_equal(web_count(&web, "POST"), 0);
	end(said);
}

static const struct {
	int status;
	const char *body, *reason, *detail, *fix;
} refusals[] = {
	{ 403, "{\"error_code\":\"403\",\"message\":\"Invalid access token. [ReqId: 1]\"}",
	  "auth-bad", "Invalid access token", "Access tokens" },
	{ 401, "{\"error_code\":\"UNAUTHENTICATED\",\"message\":\"dapi-canary is not valid\"}",
	  "auth-bad", "*** is not valid", "Access tokens" },
	{ 403, "{\"error_code\":\"403\",\"message\":\"Token is expired\"}", "auth-expired",
	  "expired", "Access tokens" },
	{ 403, "{\"error_code\":\"PERMISSION_DENIED\",\"message\":\"You do not have permission\"}",
	  "forbidden", "not have permission", "Can use" },
	{ 403, "{\"error_code\":\"403\",\"message\":\"Source IP address: 192.0.2.1 is blocked by "
	  "Databricks IP ACL for workspace: 1\"}", "forbidden", "192.0.2.1", "IP access list" },
	{ 404, "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"SQL warehouse 1a2b3c "
	  "does not exist\"}", "not-found", "does not exist", "httpPath" },
	{ 429, "{\"error_code\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"slow down\"}",
	  "rate-limited", "slow down", "Wait" },
	{ 500, "{\"error_code\":\"INTERNAL_ERROR\",\"message\":\"no\"}", "server-error", "no",
	  NULL },
	{ 200, "{\"id\":1}", "not-this-api", "not answer as Databricks", NULL },
	{ 200, "<html>sign in</html>", "not-this-api", NULL, NULL },
};

TEST(what_it_refuses_is_told_by_its_code)
{
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		const struct web_answer all[] = { HELLO, { .ask = "GET /api/2.0/sql/warehouses/",
			.status = refusals[i].status, .body = refusals[i].body } };
		const char *said = asks(LETTER(URL, "20000", ""), all, COUNT_OF(all));

		told_step(said, "auth", "fail", refusals[i].reason, refusals[i].detail,
			  refusals[i].fix);
		end(said);
	}
}

#define FAILED(code, words) "{\"statement_id\":\"01ee-2f\",\"status\":{\"state\":\"FAILED\"," \
	"\"error\":{\"error_code\":\"" code "\",\"message\":\"" words "\"}}}"

static const struct {
	const char *body, *reason, *detail, *fix;
} failures[] = {
	{ FAILED("BAD_REQUEST", "[NO_SUCH_CATALOG_EXCEPTION] Catalog 'main' was not found."),
	  "not-found", "Catalog 'main'", "ConnCatalog" },
	{ FAILED("BAD_REQUEST", "[SCHEMA_NOT_FOUND] The schema `sales` cannot be found."),
	  "not-found", "`sales`", "ConnSchema" },
	{ FAILED("BAD_REQUEST", "[INSUFFICIENT_PERMISSIONS] Insufficient privileges"),
	  "forbidden", "Insufficient privileges", "USE CATALOG" },
	{ FAILED("RESOURCE_EXHAUSTED", "too many"), "rate-limited", "too many", NULL },
	{ FAILED("WORKSPACE_SICK", "oh"), "server-error", "oh", NULL },
	{ UNDER_WAY("CANCELED"), "timeout", NULL, NULL },
	{ "{\"rows\":[]}", "not-this-api", NULL, NULL },
	{ "{\"status\":{\"state\":\"SUCCEEDED\"}}", "not-this-api", NULL, NULL },
};

TEST(what_a_statement_fails_by)
{
	size_t i;

	for (i = 0; i < COUNT_OF(failures); i++) {
		const struct web_answer all[] = { HELLO, IS("RUNNING"),
			{ .ask = "POST", .body = failures[i].body } };
		const char *said = asks(LETTER(URL, "20000", ""), all, COUNT_OF(all));

		told_step(said, "auth", "ok", NULL, NULL, NULL);
		told_step(said, "read", "fail", failures[i].reason, failures[i].detail,
			  failures[i].fix);
		end(said);
	}
}

TEST(what_waits_is_cancelled_in_the_end)
{
	const struct web_answer once[] = { HELLO, IS("RUNNING"),
		{ .ask = "POST /api/2.0/sql/statements HTTP", .body = UNDER_WAY("PENDING") },
		{ .ask = "GET /api/2.0/sql/statements/01ee-2f HTTP", .body = DONE } };
	const struct web_answer ever[] = { HELLO, IS("RUNNING"),
		{ .ask = "POST /api/2.0/sql/statements HTTP", .body = UNDER_WAY("PENDING") },
		{ .ask = "GET /api/2.0/sql/statements/01ee-2f HTTP",
		  .body = UNDER_WAY("RUNNING") },
		{ .ask = "POST /api/2.0/sql/statements/01ee-2f/cancel", .with = BEARER } };
	const char *said = asks(LETTER(URL, "20000", ""), once, COUNT_OF(once));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
	said = asks(LETTER(URL, "4000", ""), ever, COUNT_OF(ever));
	told_step(said, "read", "fail", "timeout", "it was cancelled", NULL);
	assert_int_equal(web_count(&web, "POST /api/2.0/sql/statements/01ee-2f/cancel"), 1);
	assert_non_null(strstr(web_heard(&web), "\"on_wait_timeout\":\"CANCEL\""));
	end(said);
}

static void broken_off(const struct web_answer *next, int cancelled, const char *reason,
		       const char *detail)
{
	const struct web_answer all[] = { HELLO, IS("RUNNING"),
		{ .ask = "POST /api/2.0/sql/statements HTTP", .body = UNDER_WAY("PENDING") }, *next,
		{ .ask = "POST /api/2.0/sql/statements/01ee-2f/cancel", .with = BEARER,
		  .status = cancelled } };
	const char *said = asks(LETTER(URL, "4000", ""), all, COUNT_OF(all));

	told_step(said, "read", "fail", reason, detail, NULL);
	assert_int_equal(web_count(&web, "POST /api/2.0/sql/statements/01ee-2f/cancel"), 1);
	end(said);
}

/* The first fault is told, whatever comes of the cancelling. */
TEST(what_breaks_off_is_cancelled_as_well)
{
	static const char get[] = "GET /api/2.0/sql/statements/01ee-2f HTTP";
	const struct web_answer hangs = { .ask = get, .hangs = true };
	const struct web_answer sick = { .ask = get, .status = 500, .body = "{\"message\":\"oh\"}" };
	const struct web_answer waits = { .ask = get, .body = UNDER_WAY("RUNNING") };

	broken_off(&hangs, 200, "timeout", "the statement was cancelled");
	broken_off(&sick, 500, "server-error", "oh; the statement could not be cancelled, and may "
		   "still run there");
	broken_off(&waits, 403, "timeout", "still waiting; it could not be cancelled, and may "
		   "still run there");
}

TEST(one_to_which_no_answer_comes_may_still_run)
{
	const struct web_answer hangs[] = { HELLO, IS("RUNNING"),
		{ .ask = "POST", .hangs = true } };
	const struct web_answer bare[] = { HELLO, IS("RUNNING"), { .ask = "POST",
		.body = "{\"status\":{\"state\":\"PENDING\"}}" } };
	const struct web_answer gateway[] = { HELLO, IS("RUNNING"), { .ask = "POST",
		.status = 504, .body = "{\"message\":\"upstream gave up\"}" } };
	const char *said;

	web_told_lost(&web, LETTER(URL, "2000", ""), hangs, COUNT_OF(hangs), "read");
	said = asks(LETTER(URL, "2000", ""), bare, COUNT_OF(bare));
	told_step(said, "read", "fail", "protocol", "without an id; it could not be cancelled, and "
		  "may still run there", NULL);
	end(said);
	/* Who answers stands between, and has passed it on. */
	said = asks(LETTER(URL, "2000", ""), gateway, COUNT_OF(gateway));
	told_step(said, "read", "fail", "server-error", "upstream gave up; the statement could "
		  "not be cancelled, and may still run there", NULL);
	end(said);
}

static const struct { const char *letter, *words; } urls[] = {
	{ LETTER("jdbc:databricks://acme.example:443", "9000", ""), "no httpPath" },
	{ LETTER("jdbc:databricks://acme.example;httpPath=/sql/2.0/1a", "9000", ""),
	  "no warehouse and of no cluster: /sql/2.0/1a" },
	{ LETTER("jdbc:databricks://acme.example;httpPath=/sql/1.0/warehouses/../a?x", "9000",
		 ""), "no warehouse and of no cluster" },
	{ LETTER("jdbc:databricks://acme.example;PWD=dapi-planted;httpPath=/sql/1.0/warehouses/1",
		 "9000", ""), "holds a password or token" },
};

/* Before anybody is asked, and without what stands in them. */
TEST(urls_that_cannot_be)
{
	size_t i;

	for (i = 0; i < COUNT_OF(urls); i++) {
		const char *said = asks(urls[i].letter, NULL, 0);

		told_step(said, "connect", "fail", "config", urls[i].words, NULL);
		assert_null(strstr(said, "planted"));
		assert_string_equal(web_heard(&web), "");
		end(said);
	}
}

TEST(names_in_the_url_are_not_cut)
{
	static const char *const names[] = { "ConnCatalog", "ConnSchema", "httpPath" };
	char letter[1024], much[300] = "";
	const char *said;
	size_t i;

	memset(much, 'x', sizeof(much) - 1);
	for (i = 0; i < COUNT_OF(names); i++) {
		snprintf(letter, sizeof(letter), LETTER("jdbc:databricks://acme.example;%s=%s",
							"9000", ""), names[i], much);
		said = asks(letter, NULL, 0);
		told_step(said, "connect", "fail", "config", "is too long", NULL);
		assert_non_null(strstr(said, names[i]));
		end(said);
	}
	snprintf(letter, sizeof(letter), LETTER("jdbc:databricks://%s;httpPath=/sql/1.0/warehouses/1",
						"9000", ""), much);
	said = asks(letter, NULL, 0);
	told_step(said, "connect", "fail", "config", "host in the JDBC URL is too long", NULL);
	end(said);
}

TEST(a_cluster_is_looked_at)
{
	const struct web_answer all[] = {
		{ .ask = "GET /api/2.0/clusters/get?cluster_id=0123-456-abc HTTP", .times = 1,
		  .status = 401, .body = "{}" },
		{ .ask = "GET /api/2.0/clusters/get?cluster_id=0123-456-abc HTTP", .with = BEARER,
		  .body = "{\"cluster_name\":\"Big\",\"state\":\"RUNNING\"}" } };
	const char *said = asks(LETTER(CLUSTER, "20000", ""), all, COUNT_OF(all));

	told_step(said, "auth", "ok", NULL, "cluster Big is RUNNING", NULL);
	told_step(said, "read", "warn", NULL, "takes no statement", NULL);
	assert_int_equal(web_count(&web, "POST"), 0);
	end(said);
}

static const struct { const char *state, *detail; } states[] = {
	{ "RESIZING", "the cluster is RESIZING: nothing was asked" },
	{ "RESTARTING", "the cluster is RESTARTING: nothing was asked" },
	{ "ERROR", "the cluster is ERROR: nothing was asked" },
	{ "UNKNOWN", "the cluster is UNKNOWN: nothing was asked" },
	{ "PENDING", "the cluster is starting still" },
	{ "TERMINATED", "the cluster is stopped: nothing was asked; a cluster takes no" },
	{ "TERMINATING", "the cluster is stopped" },
};

TEST(what_a_cluster_is_doing_is_said_as_it_is)
{
	char body[128];
	size_t i;

	for (i = 0; i < COUNT_OF(states); i++) {
		const struct web_answer all[] = {
			{ .ask = "GET /api/2.0/clusters/get?", .times = 1, .status = 401, .body = "{}" },
			{ .ask = "GET /api/2.0/clusters/get?", .with = BEARER, .body = body } };
		const char *said;

		snprintf(body, sizeof(body), "{\"cluster_name\":\"Big\",\"state\":\"%s\"}",
			 states[i].state);
		said = asks(LETTER(CLUSTER, "3000", ""), all, COUNT_OF(all));
		told_step(said, "read", "warn", NULL, states[i].detail, NULL);
		assert_null(strstr(said, "costs"));
		end(said);
	}
}

TEST(with_oauth_it_says_so)
{
	const char *said = asks(LETTER(URL, "20000", ",\"auth\":\"oauth\""), NULL, 0);

	told_step(said, "config", "skip", "no-driver", "OAuth", NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
}

RUN(CASE(one_to_which_no_answer_comes_may_still_run),
    CASE(a_running_warehouse_is_asked), CASE(one_that_is_stopped_is_not_started),
    CASE(one_that_starts_is_waited_for), CASE(what_it_refuses_is_told_by_its_code),
    CASE(what_a_statement_fails_by), CASE(what_waits_is_cancelled_in_the_end),
    CASE(what_breaks_off_is_cancelled_as_well),
    CASE(urls_that_cannot_be), CASE(names_in_the_url_are_not_cut), CASE(a_cluster_is_looked_at), CASE(what_a_cluster_is_doing_is_said_as_it_is),
    CASE(with_oauth_it_says_so))
