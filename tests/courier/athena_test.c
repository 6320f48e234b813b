/* athena_test.c: Athena, as gatehouse-courier checks it: tried against a stand-in only, whose
 * answers are those of Amazon's documents (Athena API Reference).  Each signature is made
 * once more from what came, by net/sign_aws, which equals botocore's (tests/services/sign.sh). */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include <time.h>

#include "base/attr.h"
#include "net/sign_aws.h"

#define SECRET "c4nary/of+athena"
#define LETTER(host, ms, fields) "{\"type\":\"athena\",\"timeout_ms\":" ms ",\"fields\":{" \
	"\"host\":\"" host "\",\"port\":\"443\",\"output_path\":\"s3://acme-lake/out/\"," \
	"\"access_key_id\":\"AKIDEXAMPLE1\",\"endpoint\":\"@\"" fields "},\"secrets\":{" \
	"\"secret_access_key\":\"" SECRET "\"}}"
#define HOST "athena.eu-west-3.amazonaws.com"
#define ATHENA(fields) LETTER(HOST, "20000", fields)
#define DOES(action) "X-Amz-Target: AmazonAthena." action "\r\n"
/* The first word is not signed. */
#define HELLO { .ask = "POST / HTTP", .with = DOES("GetWorkGroup"), .times = 1, .status = 400, \
	.body = "{\"__type\":\"MissingAuthenticationTokenException\",\"message\":\"Missing " \
	"Authentication Token\"}" }
#define GROUP(config) { .with = DOES("GetWorkGroup"), .body = "{\"WorkGroup\":{\"Name\":" \
	"\"primary\",\"State\":\"ENABLED\",\"Configuration\":{\"EngineVersion\":{" \
	"\"EffectiveEngineVersion\":\"Athena engine version 3\"}" config "}}}" }
#define START { .with = DOES("StartQueryExecution"), \
	.body = "{\"QueryExecutionId\":\"1a2b-3c\"}" }
#define IS_NOW(state, why) { .with = DOES("GetQueryExecution"), .body = "{\"QueryExecution\":{" \
	"\"Status\":{\"State\":\"" state "\",\"StateChangeReason\":\"" why "\"}}}" }
#define AMOUNT 8192

static struct web web;

static const char *asks(const char *letter, const struct web_answer *answers, size_t n)
{
	return web_told(&web, letter, answers, n);
}

/* "Name: value" of a request, up to its line end. */
static void header(const char *request, const char *name, char out[AMOUNT])
{
	const char *at = strstr(request, name);

	if (!at)
		fail_msg("no %s in %s", name, request);
	snprintf(out, AMOUNT, "%.*s", (int)strcspn(at, "\r\n"), at);
}

static void signed_well(const char *request, const char *body_end)
{
	const struct aws_keys keys = { "AKIDEXAMPLE1", SECRET, NULL };
	char date[AMOUNT], target[AMOUNT], given[AMOUNT], body[AMOUNT];
	const char *const headers[] = { "Content-Type: application/x-amz-json-1.1", target,
					NULL };
	struct aws_request made = { .service = "athena", .region = "eu-west-3",
		.method = "POST", .host = strstr(web.origin, "://") + 3, .target = "/",
		.headers = headers, .body = body };
	struct tm tm = { .tm_isdst = 0 };
	struct aws_signed with;
	const char *at = strstr(request, "\r\n\r\n") + 4;

	header(request, "X-Amz-Date: ", date);
	header(request, "X-Amz-Target: ", target);
	header(request, "Authorization: ", given);
	snprintf(body, sizeof(body), "%.*s", (int)(body_end - at), at);
	assert_non_null(strptime(date + 12, "%Y%m%dT%H%M%SZ", &tm));
	made.n_body = strlen(body);
	made.now = (int64_t)timegm(&tm);
	assert_true(aws_sign(&keys, &made, &with));
	assert_string_equal(given + 15, buf_text(&with.authorization));
	aws_signed_wipe(&with);
}

/* All but the first; the secret goes nowhere. */
static unsigned end(const char *said)
{
	static const char between[] = "\n\x1e\n";
	const char *at = web_heard(&web), *next;
	unsigned n = 0;

	assert_null(strstr(said, "c4nary"));
	assert_null(strstr(at, "c4nary"));
	for (; *at && (next = strstr(at, between)); at = next + strlen(between), n++)
		if (n)
			signed_well(at, next);
		else
			assert_true(!strstr(at, "Authorization") ||
				    strstr(at, "Authorization") > next);
	web_stop(&web);
	return n;
}

TEST(a_good_one_runs_one_line)
{
	struct web_answer all[] = { HELLO, GROUP(""), START, IS_NOW("QUEUED", ""),
		IS_NOW("RUNNING", ""), IS_NOW("SUCCEEDED", "") };
	const char *said;

	all[3].times = all[4].times = 1;
	said = asks(ATHENA(""), all, COUNT_OF(all));
	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "workgroup", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, "stays where results go", NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"AKIDEXAMPLE1\"}"), 1);
	assert_int_equal(told_count(said, "{\"server\":\"Athena engine version 3\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "{\"WorkGroup\":\"primary\"}"));
	assert_non_null(strstr(web_heard(&web), "gatehouse-probe"));
	assert_non_null(strstr(web_heard(&web), "\"OutputLocation\":\"s3://acme-lake/out/\""));
	assert_null(strstr(web_heard(&web), "StopQueryExecution"));
	assert_int_equal(end(said), 6);
}

#define ERROR(type, words) "{\"__type\":\"" type "\",\"Message\":\"" words "\"}"

static const struct {
	int status;
	const char *body, *step, *reason, *detail, *fix;
} refusals[] = {
	{ 400, ERROR("UnrecognizedClientException", "The security token included in the request "
	  "is invalid."), "auth", "auth-bad", "security token", "access key ID" },
	{ 403, ERROR("com.amazon.coral.service#InvalidSignatureException", "The request signature "
	  "we calculated does not match"), "auth", "auth-bad", "does not match",
	  "secret access key again" },
	{ 400, ERROR("InvalidSignatureException", "Signature expired: 20261130T100000Z is now "
	  "earlier than"), "auth", "clock-skew", "Signature expired", NULL },
	{ 400, ERROR("InvalidSignatureException", "Credential should be scoped to a valid "
	  "region."), "auth", "wrong-region", "valid region", "Check the host" },
	{ 400, ERROR("ExpiredTokenException", "expired"), "auth", "auth-expired", "expired", NULL },
	{ 400, ERROR("ThrottlingException", "Rate exceeded"), "auth", "rate-limited",
	  "Rate exceeded", NULL },
	{ 429, ERROR("TooManyRequestsException", "slow"), "auth", "rate-limited", "slow", NULL },
	{ 500, ERROR("InternalServerException", "no"), "auth", "server-error", "no", NULL },
	{ 400, ERROR("InvalidRequestException", "WorkGroup is not found."), "workgroup",
	  "not-found", "WorkGroup is not found", "Check the workgroup" },
	{ 400, ERROR("SubscriptionRequiredException", "no"), "workgroup", "suspended", NULL,
	  "turned on" },
	{ 200, "{\"WorkGroup\":{\"Name\":\"primary\",\"State\":\"DISABLED\"}}", "workgroup",
	  "suspended", "disabled", "enabled" },
	{ 200, "{\"rows\":1}", "workgroup", "not-this-api", "not answer as Athena", NULL },
	{ 200, "<html>", "auth", "not-this-api", NULL, NULL },
	{ 302, "{}", "auth", "redirected", NULL, NULL },
};

TEST(what_it_refuses_is_told_by_its_code)
{
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		const struct web_answer all[] = { HELLO, { .with = DOES("GetWorkGroup"),
			.status = refusals[i].status, .body = refusals[i].body } };
		const char *said = asks(ATHENA(""), all, COUNT_OF(all));

		told_step(said, refusals[i].step, "fail", refusals[i].reason,
			  refusals[i].detail, refusals[i].fix);
		assert_int_equal(end(said), 2);
	}
}

TEST(a_clock_that_is_wrong_comes_first)
{
	const struct web_answer all[] = { HELLO, { .with = DOES("GetWorkGroup"), .status = 403,
		.headers = "Content-Type: application/x-amz-json-1.1\r\n"
			"Date: Thu, 01 Jan 2015 00:00:00 GMT\r\n",
		.body = ERROR("InvalidSignatureException", "no match") } };
	const char *said = asks(ATHENA(""), all, COUNT_OF(all));

	told_step(said, "auth", "fail", "clock-skew", "ahead of", NULL);
	(void)end(said);
}

TEST(a_workgroup_that_may_not_be_looked_at)
{
	const struct web_answer all[] = { HELLO, { .with = DOES("GetWorkGroup"), .status = 400,
		.body = ERROR("AccessDeniedException", "User: arn:aws:iam::1:user/x is not "
			      "authorized to perform: athena:GetWorkGroup") },
		START, IS_NOW("SUCCEEDED", "") };
	const struct web_answer none[] = { HELLO, GROUP(""),
		{ .with = DOES("StartQueryExecution"), .status = 400,
		  .body = ERROR("AccessDeniedException", "not authorized to perform: athena:"
				"StartQueryExecution") } };
	const char *said = asks(ATHENA(",\"workgroup\":\"analysts\""), all, COUNT_OF(all));

	told_step(said, "workgroup", "warn", NULL, "athena:GetWorkGroup", "policy");
	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_non_null(strstr(web_heard(&web), "\"WorkGroup\":\"analysts\""));
	(void)end(said);
	said = asks(ATHENA(""), none, COUNT_OF(none));
	told_step(said, "read", "fail", "forbidden", "StartQueryExecution", "policy");
	(void)end(said);
}

TEST(where_results_go)
{
	const struct web_answer all[] = { HELLO, GROUP(",\"EnforceWorkGroupConfiguration\":true,"
		"\"ResultConfiguration\":{\"OutputLocation\":\"s3://other/\"}"), START,
		IS_NOW("SUCCEEDED", "") };
	/* As the form has it, but for the slash at its end. */
	const struct web_answer same[] = { HELLO, GROUP(",\"EnforceWorkGroupConfiguration\":true,"
		"\"ResultConfiguration\":{\"OutputLocation\":\"s3://acme-lake/out\"}"), START,
		IS_NOW("SUCCEEDED", "") };
	const char *said = asks(ATHENA(""), all, COUNT_OF(all));

	told_step(said, "workgroup", "warn", NULL, "leaves results in s3://other/", NULL);
	told_step(said, "read", "ok", NULL, NULL, NULL);
	(void)end(said);
	said = asks(ATHENA(""), same, COUNT_OF(same));
	told_step(said, "workgroup", "ok", NULL, NULL, NULL);
	(void)end(said);
}

static const struct {
	const char *why, *reason, *fix;
} failures[] = {
	{ "Access denied when writing output to url: s3://acme-lake/out/x.csv . Please ensure you "
	  "are allowed to access the S3 bucket.", "forbidden", "s3:PutObject" },
	{ "Unable to verify/create output bucket acme-lake", "not-found",
	  "s3:GetBucketLocation" },
	{ "The S3 location provided to save your query results is invalid. Please check your S3 "
	  "location is correct and is in the same region and try again.", "wrong-region",
	  "in the region" },
	{ "Query exhausted resources at this scale factor", "server-error", NULL },
};

TEST(what_a_query_fails_by)
{
	size_t i;

	for (i = 0; i < COUNT_OF(failures); i++) {
		char body[1024];
		const struct web_answer all[] = { HELLO, GROUP(""), START,
			{ .with = DOES("GetQueryExecution"), .body = body } };
		const char *said;

		snprintf(body, sizeof(body), "{\"QueryExecution\":{\"Status\":{\"State\":"
			 "\"FAILED\",\"StateChangeReason\":\"%s\"}}}", failures[i].why);
		said = asks(ATHENA(""), all, COUNT_OF(all));
		told_step(said, "read", "fail", failures[i].reason, NULL, failures[i].fix);
		(void)end(said);
	}
}

TEST(a_catalog_that_is_not_there)
{
	const struct web_answer gone[] = { HELLO, GROUP(""), { .with = DOES("GetDataCatalog"),
		.status = 400, .body = ERROR("InvalidRequestException", "DataCatalog lake was not "
					     "found") } };
	const struct web_answer there[] = { HELLO, GROUP(""), { .with = DOES("GetDataCatalog"),
		.body = "{\"DataCatalog\":{\"Name\":\"lake\"}}" }, START,
		IS_NOW("SUCCEEDED", "") };
	const char *said = asks(ATHENA(",\"catalog\":\"lake\""), gone, COUNT_OF(gone));

	told_step(said, "catalog", "fail", "not-found", "lake was not found", "Check the catalog");
	(void)end(said);
	said = asks(ATHENA(",\"catalog\":\"lake\""), there, COUNT_OF(there));
	told_step(said, "catalog", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_non_null(strstr(web_heard(&web), "\"Catalog\":\"lake\""));
	(void)end(said);
}

TEST(what_waits_is_stopped_in_the_end)
{
	const struct web_answer all[] = { HELLO, GROUP(""), START, IS_NOW("QUEUED", ""),
		{ .with = DOES("StopQueryExecution"), .body = "{}" } };
	const char *said = asks(LETTER(HOST, "4000", ""), all, COUNT_OF(all));

	told_step(said, "read", "fail", "timeout", "waiting in the queue; it was cancelled", NULL);
	assert_non_null(strstr(web_heard(&web), DOES("StopQueryExecution")));
	(void)end(said);
}

static void broken_off(const struct web_answer *next, int stopped, const char *reason,
		       const char *detail)
{
	const struct web_answer all[] = { HELLO, GROUP(""), START, *next,
		{ .with = DOES("StopQueryExecution"), .status = stopped, .body = "{}" } };
	const char *said = asks(LETTER(HOST, "4000", ""), all, COUNT_OF(all));

	told_step(said, "read", "fail", reason, detail, NULL);
	assert_non_null(strstr(web_heard(&web), DOES("StopQueryExecution")));
	(void)end(said);
}

/* The first fault is told, whatever comes of the stopping. */
TEST(what_breaks_off_is_stopped_as_well)
{
	const struct web_answer hangs = { .with = DOES("GetQueryExecution"), .hangs = true };
	const struct web_answer sick = { .with = DOES("GetQueryExecution"), .status = 500,
		.body = ERROR("InternalServerException", "oh") };
	const struct web_answer waits = IS_NOW("RUNNING", "");

	broken_off(&hangs, 200, "timeout", "the query was cancelled");
	broken_off(&sick, 400, "server-error", "oh; the query could not be cancelled, and may "
		   "still run there");
	broken_off(&waits, 400, "timeout", "still running; it could not be cancelled, and may "
		   "still run there");
}

/* Before anybody is asked. */
TEST(fields_that_cannot_be)
{
	static char catalog[9000], letter[10000];
	const struct web_answer all[] = { HELLO, GROUP("") };
	const char *said = asks(LETTER("athena.amazonaws.com", "9000", ""), NULL, 0);

	told_step(said, "connect", "fail", "config", "names no region", NULL);
	assert_string_equal(web_heard(&web), "");
	(void)end(said);
	memset(catalog, 'x', sizeof(catalog) - 1);
	snprintf(letter, sizeof(letter), ATHENA(",\"catalog\":\"%s\""), catalog);
	said = asks(letter, all, COUNT_OF(all));
	told_step(said, "catalog", "fail", "config", "catalog and S3 output path are too long", NULL);
	(void)end(said);
	said = asks(ATHENA(",\"connect_via_ssh\":\"true\""), NULL, 0);
	told_step(said, "tunnel", "fail", "config", "the SSH host is missing", NULL);
	assert_string_equal(web_heard(&web), "");
	(void)end(said);
}

TEST(one_to_which_no_answer_comes_may_still_run)
{
	const struct web_answer all[] = { HELLO, GROUP(""),
		{ .with = DOES("StartQueryExecution"), .hangs = true } };

	web_told_lost(&web, LETTER(HOST, "2000", ""), all, COUNT_OF(all), "read");
}

RUN(CASE(one_to_which_no_answer_comes_may_still_run),
    CASE(a_good_one_runs_one_line), CASE(what_it_refuses_is_told_by_its_code),
    CASE(a_clock_that_is_wrong_comes_first), CASE(a_workgroup_that_may_not_be_looked_at),
    CASE(where_results_go), CASE(what_a_query_fails_by), CASE(a_catalog_that_is_not_there),
    CASE(what_waits_is_stopped_in_the_end), CASE(what_breaks_off_is_stopped_as_well),
    CASE(fields_that_cannot_be))
