/* s3_test.c: the connector of S3 against a web server that answers as a table says: each
 * step, each code with its reason and who can mend it, regions, settings.  Signatures are
 * judged by a real server in tests/services/s3.sh. */
#include "tests/expect.h"
#include "tests/courier/s3_said.h"

#include <time.h>

#include "base/attr.h"
#include "connect/s3/s3_call.h"

/* ---- what is well ------------------------------------------------------------------ */

#define HEAD_HERE { .ask = "HEAD /acme-lake ", .status = 403, .headers = HERE }
#define LIST_ONE { .ask = "GET /acme-lake?encoding-type=url&list-type=2&max-keys=1 ", \
	.headers = XML, .body = LIST OBJECT("raw/a+%28b%29%2Bc.csv") END }
#define GET_ONE { .ask = "GET /acme-lake/raw/a%20%28b%29%2Bc.csv ", \
	.with = "Range: bytes=0-0\r\n", .status = 206, .headers = "", .body = "x" }
#define PUT_ONE { .ask = "PUT /acme-lake/.gatehouse-probe/", .headers = "" }

TEST(a_good_bucket_is_good)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE, GET_ONE };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", "", "");
	const char *end;

	said_ends(all, "connect", "ok", "");
	said_has(all, "connect", "detail", "127.0.0.1:");
	said_ends(all, "region", "ok", "");
	said_has(all, "region", "detail", "eu-west-3");
	said_ends(all, "ListBucket", "ok", "");
	said_ends(all, "GetObject", "ok", "");
	assert_non_null(strstr(said_text(), "{\"plan\":[\"connect\",\"region\","
			       "\"ListBucket\",\"GetObject\"]}"));
	assert_non_null(strstr(said_text(), "{\"identity\":\"AKIDEXAMPLE1\"}"));
	assert_non_null(strstr(said_text(), "{\"server\":\"AmazonS3\"}"));
	assert_non_null(strstr(said_text(), "{\"done\":true}"));
	/* The region is asked without keys; nothing is written. */
	end = strstr(web_heard(&web), "\r\n\r\n");
	assert_true(end < strstr(web_heard(&web), "Authorization: AWS4-HMAC-SHA256 "
				 "Credential=AKIDEXAMPLE1/"));
	assert_int_equal(web_count(&web, "PUT") + web_count(&web, "DELETE"), 0);
	assert_null(strstr(web_heard(&web), "c4nary"));
	json_decref(all);
	web_stop(&web);
}

TEST(writeback_writes_and_takes_it_back)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE, GET_ONE, PUT_ONE,
		{ .ask = "DELETE /acme-lake/.gatehouse-probe/", .status = 204, .headers = "" } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", ",\"writeback\":\"true\"", ",\"session_token\":\""
			  TOKEN "\"");
	const char *put = strstr(web_heard(&web), "PUT /acme-lake/.gatehouse-probe/");
	const char *gone = strstr(web_heard(&web), "DELETE /acme-lake/.gatehouse-probe/");

	said_ends(all, "PutObject", "ok", "");
	said_ends(all, "DeleteObject", "ok", "");
	assert_true(put && gone);
	assert_memory_equal(put + 32, gone + 35, 32);
	assert_non_null(strstr(put, "X-Amz-Security-Token: " TOKEN "\r\n"));
	assert_non_null(strstr(put, "SignedHeaders=host;x-amz-content-sha256;x-amz-date;"
			       "x-amz-security-token,"));
	json_decref(all);
	web_stop(&web);
}

TEST(what_may_not_be_deleted_is_named)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE, GET_ONE, PUT_ONE,
		{ .ask = "DELETE ", .status = 403, .headers = XML,
		  .body = ERROR("AccessDenied", "Access Denied", "") } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", ",\"writeback\":\"true\"", "");

	said_ends(all, "PutObject", "ok", "");
	said_ends(all, "DeleteObject", "warn", "forbidden");
	said_has(all, "DeleteObject", "detail", ".gatehouse-probe/");
	said_has(all, "DeleteObject", "detail", "is left, 1 byte");
	said_has(all, "DeleteObject", "fix", "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":"
	    "\"Allow\",\"Action\":\"s3:DeleteObject\",\"Resource\":\"arn:aws:s3:::acme-lake/*\"}]}");
	json_decref(all);
	web_stop(&web);
}

TEST(what_may_not_be_written_fails_with_the_toggle_named)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE, GET_ONE,
		{ .ask = "PUT ", .status = 403, .headers = XML,
		  .body = ERROR("AccessDenied", "Access Denied", "") } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", ",\"writeback\":\"true\"", "");

	said_ends(all, "PutObject", "fail", "forbidden");
	said_has(all, "PutObject", "fix", "\"Action\":\"s3:PutObject\",\"Resource\":"
	    "\"arn:aws:s3:::acme-lake/*\"");
	said_has(all, "PutObject", "fix", "turn writeback off");
	assert_int_equal(web_count(&web, "DELETE"), 0);
	json_decref(all);
	web_stop(&web);
}

/* The service broke after it may have written. */
TEST(what_may_have_been_written_is_taken_back)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE, GET_ONE,
		{ .ask = "PUT ", .status = 500, .headers = XML,
		  .body = ERROR("InternalError", "We encountered an internal error.", "") },
		{ .ask = "DELETE ", .status = 503, .headers = "", .times = 1 },
		{ .ask = "DELETE ", .status = 204, .headers = "" } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", ",\"writeback\":\"true\"", "");

	said_ends(all, "PutObject", "fail", "server-error");
	said_has(all, "PutObject", "detail", "may be left");
	assert_int_equal(web_count(&web, "PUT"), 1);
	json_decref(all);
	all = said(web.origin, "verify", ",\"writeback\":\"true\"", "");
	said_ends(all, "PutObject", "fail", "server-error");
	assert_null(strstr(said_of(all, "PutObject", "detail"), "left"));
	json_decref(all);
	web_stop(&web);
}

static const struct {
	const char *what;
	struct web_answer list, get;
	const char *status, *reason, *detail;
} reads[] = {
	{ "an object without bytes", LIST_ONE, { .status = 416, .headers = XML,
	  .body = ERROR("InvalidRange", "The requested range is not satisfiable", "") },
	  "ok", "", "no bytes" },
	{ "an empty bucket that may be read", { .headers = XML, .body = LIST END },
	  { .ask = "GET /acme-lake/.gatehouse-probe/", .status = 404, .headers = XML,
	    .body = ERROR("NoSuchKey", "The specified key does not exist.", "") },
	  "ok", "", "the bucket is empty" },
	{ "an empty bucket that may not", { .headers = XML, .body = LIST END },
	  { .status = 403, .headers = XML, .body = ERROR("AccessDenied", "Access Denied", "") },
	  "fail", "forbidden", "Access Denied (request 4442587FB7D0A2F9)" },
	{ "an empty bucket that says nothing", { .headers = XML, .body = LIST END },
	  { .status = 404, .headers = "" }, "warn", "", "not proven" },
	{ "an object that went away", LIST_ONE, { .status = 404, .headers = XML,
	  .body = ERROR("NoSuchKey", "The specified key does not exist.", "") },
	  "warn", "", "not proven" },
	{ "an archive", LIST_ONE, { .status = 403, .headers = XML,
	  .body = ERROR("InvalidObjectState", "The operation is not valid", "") },
	  "ok", "", "archive" },
	{ "a server without ranges", LIST_ONE, { .status = 200, .headers = "",
	  .body = "a long object, again and again", .endless = true }, "ok", "", "" },
	{ "the first byte of what is packed", LIST_ONE, { .status = 206,
	  .headers = "Content-Encoding: gzip\r\n", .body = "\x1f" }, "ok", "", "" },
};

TEST(reading_is_proven_as_far_as_it_can_be)
{
	size_t i;

	for (i = 0; i < COUNT_OF(reads); i++) {
		struct web_answer answers[] = { HEAD_HERE, reads[i].list, reads[i].get };
		struct web web;
		json_t *all;

		answers[1].ask = "GET /acme-lake?";
		web = SERVE(answers);
		all = said(web.origin, "verify", "", "");
		print_message("# %s\n", reads[i].what);
		said_ends(all, "GetObject", reads[i].status, reads[i].reason);
		said_has(all, "GetObject", "detail", reads[i].detail);
		json_decref(all);
		web_stop(&web);
	}
}

/* ---- codes -------------------------------------------------------------------------- */

#define POLICY_OF(action, resource) "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":" \
	"\"Allow\",\"Action\":\"" action "\",\"Resource\":\"" resource "\"}]}"
#define KMS_KEY "arn:aws:kms:eu-west-3:111122223333:key/1234abcd-12ab"

static const struct {
	int status;
	const char *body, *reason, *native, *fix;
} codes[] = {
	{ 403, ERROR("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist",
		     "<AWSAccessKeyId>AKIDEXAMPLE1</AWSAccessKeyId>"),
	  "auth-bad", "InvalidAccessKeyId", "knows no AKIDEXAMPLE1" },
	{ 403, ERROR("SignatureDoesNotMatch", "The request signature we calculated does not",
		     "<StringToSign>AWS4-HMAC-SHA256</StringToSign>"),
	  "auth-bad", "SignatureDoesNotMatch", "Enter the secret access key of AKIDEXAMPLE1" },
	{ 403, ERROR("RequestTimeTooSkewed", "The difference between the request time", ""),
	  "clock-skew", "RequestTimeTooSkewed", "Here it is 2" },
	{ 400, ERROR("ExpiredToken", "The provided token has expired.", ""),
	  "auth-expired", "ExpiredToken", "enter all three" },
	{ 400, ERROR("InvalidToken", "The provided token is malformed", ""),
	  "auth-bad", "InvalidToken", "session token" },
	{ 403, ERROR("AccessDenied", "Access Denied", ""), "forbidden", "AccessDenied",
	  POLICY_OF("s3:ListBucket", "arn:aws:s3:::acme-lake") },
	{ 403, ERROR("AccessDenied", "User: arn:aws:iam::111122223333:user/r is not authorized to "
		     "perform: s3:ListBucket with an explicit deny in a resource-based policy", ""),
	  "forbidden", "AccessDenied", "take that Deny of s3:ListBucket away" },
	{ 403, ERROR("AllAccessDisabled", "All access to this resource is disabled", ""),
	  "suspended", "AllAccessDisabled", "owner of the AWS account" },
	{ 403, ERROR("AccountProblem", "There is a problem with your account", ""),
	  "suspended", "AccountProblem", "owner of the AWS account" },
	{ 404, ERROR("NoSuchBucket", "The specified bucket does not exist", ""),
	  "not-found", "NoSuchBucket", "Check the name of the bucket, acme-lake" },
	{ 503, ERROR("SlowDown", "Please reduce your request rate", ""), "rate-limited",
	  "SlowDown", "" },
	{ 500, ERROR("InternalError", "We encountered an internal error", ""), "server-error",
	  "InternalError", "" },
	{ 400, ERROR("AuthorizationHeaderMalformed", "The authorization header is malformed; "
		     "expecting 'eu-central-1'", "<Region>eu-central-1</Region>"),
	  "wrong-region", "AuthorizationHeaderMalformed", "Set the region to eu-central-1." },
	{ 400, ERROR("AuthorizationHeaderMalformed", "a non-empty Access Key must be provided",
		     ""), "auth-bad", "AuthorizationHeaderMalformed", "access key ID" },
	{ 301, ERROR("PermanentRedirect", "The bucket must be addressed using the endpoint",
		     "<Endpoint>acme-lake.s3-us-west-2.amazonaws.com</Endpoint>"),
	  "wrong-region", "PermanentRedirect", "Set the region to us-west-2." },
	{ 307, ERROR("TemporaryRedirect", "Please re-send this request",
		     "<Endpoint>acme-lake.s3.amazonaws.com</Endpoint>"),
	  "redirected", "TemporaryRedirect", "" },
	{ 405, ERROR("MethodNotAllowed", "The specified method is not allowed", ""),
	  "not-this-api", "MethodNotAllowed", "" },
	{ 400, ERROR("SomethingNew", "Nobody knows it yet", ""), "protocol", "SomethingNew", "" },
	{ 403, ERROR("SomethingNew", "Nobody knows it yet", ""), "forbidden", "SomethingNew", "" },
	{ 403, "<html>Forbidden</html>", "not-this-api", "", "" },
	{ 200, "<html>Log in</html>", "not-this-api", "", "" },
	{ 200, "{\"buckets\":[]}", "not-this-api", "", "" },
	{ 200, "<ListBucketResult><Name>", "protocol", "", "" },
	{ 302, "", "redirected", "", "" },
	{ 407, "", "proxy", "", "" },
	{ 429, "slow", "rate-limited", "", "" },
	{ 504, "<html>Gateway</html>", "server-error", "", "" },
};

TEST(each_code_has_its_reason_and_who_mends_it)
{
	size_t i;

	for (i = 0; i < COUNT_OF(codes); i++) {
		struct web_answer answers[] = { HEAD_HERE,
			{ .status = codes[i].status, .headers = XML, .body = codes[i].body } };
		struct web web = SERVE(answers);
		json_t *all = said(web.origin, "verify", "", "");

		said_ends(all, "region", "ok", "");
		said_ends(all, "ListBucket", "fail", codes[i].reason);
		assert_string_equal(said_of(all, "ListBucket", "native"), codes[i].native);
		said_has(all, "ListBucket", "fix", codes[i].fix);
		assert_int_equal(said_status(all, "ListBucket"), codes[i].status);
		json_decref(all);
		web_stop(&web);
	}
	print_message("# %zu codes\n", COUNT_OF(codes));
}

TEST(a_key_of_kms_is_named)
{
	static const struct web_answer answers[] = { HEAD_HERE, LIST_ONE,
		{ .status = 403, .headers = XML, .body = ERROR("AccessDenied", "User: "
		  "arn:aws:iam::111122223333:user/r is not authorized to perform: kms:Decrypt on "
		  "resource: " KMS_KEY " because no identity-based policy allows it", "") } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", "", "");

	said_ends(all, "GetObject", "fail", "forbidden");
	said_has(all, "GetObject", "fix", POLICY_OF("kms:Decrypt", KMS_KEY));
	json_decref(all);
	web_stop(&web);
}

static const char *dated(char out[128], int64_t ahead)
{
	time_t at = time(NULL) + (time_t)ahead;
	struct tm tm;

	gmtime_r(&at, &tm);
	strftime(out, 128, XML "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &tm);
	return out;
}

TEST(the_clock_wins_over_the_secret)
{
	static const struct { int64_t ahead; const char *reason, *fix; } clocks[] = {
		{ 600, "clock-skew", "seconds ahead" }, { -600, "clock-skew", "seconds behind" },
		{ 20, "auth-bad", "secret access key" } };
	char text[128];
	size_t i;

	for (i = 0; i < COUNT_OF(clocks); i++) {
		struct web_answer answers[] = { HEAD_HERE, { .status = 403,
			.headers = dated(text, clocks[i].ahead),
			.body = ERROR("SignatureDoesNotMatch", "It does not match", "") } };
		struct web web = SERVE(answers);
		json_t *all = said(web.origin, "verify", "", "");

		said_ends(all, "ListBucket", "fail", clocks[i].reason);
		said_has(all, "ListBucket", "fix", clocks[i].fix);
		json_decref(all);
		web_stop(&web);
	}
}

/* ---- regions ------------------------------------------------------------------------- */

static const struct {
	const char *what;
	struct web_answer head, get;
	const char *status, *reason, *fix;
} regions[] = {
	{ "another region, said by the header", { .status = 200,
	  .headers = "x-amz-bucket-region: eu-central-1\r\n" }, { .status = 418 },
	  "fail", "wrong-region", "Set the region to eu-central-1." },
	{ "301 with the header", { .status = 301, .headers = "x-amz-bucket-region: us-east-1\r\n"
	  "Location: http://127.0.0.1:1/\r\n" }, { .status = 418 },
	  "fail", "wrong-region", "Set the region to us-east-1." },
	{ "301 and an endpoint in XML", { .status = 301, .headers = "" }, { .status = 301,
	  .headers = XML, .body = ERROR("PermanentRedirect", "Elsewhere", "<Endpoint>"
	  "acme-lake.s3.ap-southeast-2.amazonaws.com</Endpoint>") },
	  "fail", "wrong-region", "Set the region to ap-southeast-2." },
	{ "400 and a region in XML", { .status = 400, .headers = "" }, { .status = 400,
	  .headers = XML, .body = ERROR("IllegalLocationConstraintException", "Incompatible",
	  "<Region>me-south-1</Region>") }, "fail", "wrong-region", "Set the region to me-south-1." },
	{ "301 to who knows where", { .status = 301, .headers = "" }, { .status = 301,
	  .headers = "Location: http://evil.example/\r\n" }, "fail", "redirected", "" },
	{ "a header of no region", { .status = 403,
	  .headers = "x-amz-bucket-region: \x1b]0;evil\x07\r\n" }, { .status = 200,
	  .headers = XML, .body = LIST END }, "ok", "", "" },
	{ "said by nobody", { .status = 412, .headers = "" }, { .status = 200, .headers = XML,
	  .body = LIST END }, "ok", "", "" },
	{ "said by nobody, and nothing proves it", { .status = 403, .headers = "" },
	  { .status = 403, .headers = XML, .body = ERROR("AccessDenied", "Access Denied", "") },
	  "skip", "", "" },
	{ "said to who signs in", { .status = 403, .headers = "" }, { .status = 400,
	  .headers = XML, .body = ERROR("AuthorizationHeaderMalformed", "expecting 'us-west-2'",
	  "<Region>us-west-2</Region>") }, "fail", "wrong-region", "Set the region to us-west-2." },
	{ "a login page", { .status = 200, .headers = "" }, { .status = 200,
	  .headers = "Content-Type: text/html\r\n", .body = "<html>Log in</html>" },
	  "skip", "", "" },
	{ "the list says it", { .status = 403, .headers = "" }, { .status = 403,
	  .headers = XML "x-amz-bucket-region: sa-east-1\r\n",
	  .body = ERROR("AccessDenied", "Access Denied", "") },
	  "fail", "wrong-region", "Set the region to sa-east-1." },
	{ "the service is broken", { .status = 500, .headers = "" }, { .status = 500,
	  .headers = XML, .body = ERROR("InternalError", "Sorry", "") },
	  "fail", "server-error", "" },
};

TEST(the_right_region_is_named)
{
	size_t i;

	for (i = 0; i < COUNT_OF(regions); i++) {
		struct web_answer answers[] = { regions[i].head, regions[i].get };
		struct web web;
		json_t *all;

		answers[0].ask = "HEAD ";
		answers[1].ask = "GET /acme-lake";
		web = SERVE(answers);
		all = said(web.origin, "verify", "", "");
		print_message("# %s\n", regions[i].what);
		said_ends(all, "region", regions[i].status, regions[i].reason);
		said_has(all, "region", "fix", regions[i].fix);
		json_decref(all);
		web_stop(&web);
	}
}

/* ---- addresses ----------------------------------------------------------------------- */

TEST(a_bucket_is_asked_for_where_it_is)
{
	static const struct {
		const char *bucket, *region, *endpoint;
		bool path_style;
		const char *origin, *partition;
		bool in_path;
	} places[] = {
		{ "acme-lake", "eu-west-3", "", false,
		  "https://acme-lake.s3.eu-west-3.amazonaws.com", "aws", false },
		{ "acme.lake", "eu-west-3", "", false,
		  "https://s3.eu-west-3.amazonaws.com", "aws", true },
		{ "acme-lake", "us-east-1", "", true,
		  "https://s3.us-east-1.amazonaws.com", "aws", true },
		{ "acme-lake", "cn-north-1", "", false,
		  "https://acme-lake.s3.cn-north-1.amazonaws.com.cn", "aws-cn", false },
		{ "acme-lake", "us-gov-west-1", "", false,
		  "https://acme-lake.s3.us-gov-west-1.amazonaws.com", "aws-us-gov", false },
		{ "acme-lake", "us-iso-east-1", "", false,
		  "https://acme-lake.s3.us-iso-east-1.c2s.ic.gov", "aws-iso", false },
		{ "acme-lake", "us-isob-east-1", "", false,
		  "https://acme-lake.s3.us-isob-east-1.sc2s.sgov.gov", "aws-iso-b", false },
		{ "acme-lake", "cn-north-1", "http://127.0.0.1:80", false,
		  "http://127.0.0.1:80", "aws-cn", true } };
	const char *partition;
	char origin[S3_HOST];
	bool in_path;
	size_t i;

	for (i = 0; i < COUNT_OF(places); i++) {
		s3_address(places[i].bucket, places[i].region, places[i].endpoint,
			   places[i].path_style, origin, &in_path, &partition);
		assert_string_equal(origin, places[i].origin);
		assert_string_equal(partition, places[i].partition);
		assert_int_equal(in_path, places[i].in_path);
	}
}

/* ---- settings ------------------------------------------------------------------------ */

TEST(what_cannot_be_is_said_before_anything_is_sent)
{
	static const struct { const char *more, *detail; } bad[] = {
		{ ",\"bucket\":\"Acme\"", "bucket: " }, { ",\"bucket\":\"a/b\"", "bucket: " },
		{ ",\"bucket\":\"192.168.1.1\"", "bucket: " }, { ",\"bucket\":\"\"", "bucket: " } };
	static const struct web_answer none[] = { { .status = 200 } };
	static const char *const elsewhere[] = { "http://10.0.0.1", "http://s3.evil.example", "https://s3.example/x",
		"http://127.0.0.1:80/x", "ftp://127.0.0.1", "http://127.evil.example" };
	struct web web = SERVE(none);
	json_t *all;
	size_t i;

	for (i = 0; i < COUNT_OF(bad); i++) {
		all = said(web.origin, "verify", bad[i].more, "");
		said_ends(all, "connect", "fail", "config");
		said_has(all, "connect", "detail", bad[i].detail);
		json_decref(all);
	}
	for (i = 0; i < COUNT_OF(elsewhere); i++) {
		all = said(elsewhere[i], "browse", "", "");
		said_ends(all, "connect", "fail", "config");
		said_has(all, "connect", "detail", "endpoint: ");
		json_decref(all);
	}
	assert_int_equal(web_count(&web, ""), 0);
	web_stop(&web);
}

TEST(a_bucket_with_a_dot_stands_in_the_path)
{
	static const struct web_answer answers[] = {
		{ .ask = "HEAD /my.bucket ", .status = 200, .headers = HERE },
		{ .ask = "GET /my.bucket?encoding-type=url&list-type=2&max-keys=1 ",
		  .headers = XML, .body = LIST OBJECT("k") END },
		{ .ask = "GET /my.bucket/k ", .headers = "", .body = "x" } };
	struct web web = SERVE(answers);
	json_t *all = said(web.origin, "verify", ",\"bucket\":\"my.bucket\"", "");

	said_ends(all, "GetObject", "ok", "");
	json_decref(all);
	web_stop(&web);
}

TEST(a_role_is_taken_on_by_others)
{
	static const char *const jobs[] = { "verify", "browse" };
	size_t i;

	for (i = 0; i < COUNT_OF(jobs); i++) {
		json_t *all = said("", jobs[i], ",\"auth\":\"iam_role\"", "");

		said_ends(all, "config", "skip", "no-driver");
		said_has(all, "config", "detail", "Hex takes the role on; this console cannot");
		json_decref(all);
	}
}

RUN(CASE(a_good_bucket_is_good), CASE(writeback_writes_and_takes_it_back),
    CASE(what_may_not_be_deleted_is_named),
    CASE(what_may_not_be_written_fails_with_the_toggle_named),
    CASE(what_may_have_been_written_is_taken_back),
    CASE(reading_is_proven_as_far_as_it_can_be),
    CASE(each_code_has_its_reason_and_who_mends_it), CASE(a_key_of_kms_is_named),
    CASE(the_clock_wins_over_the_secret), CASE(the_right_region_is_named), CASE(a_bucket_is_asked_for_where_it_is),
    CASE(what_cannot_be_is_said_before_anything_is_sent),
    CASE(a_bucket_with_a_dot_stands_in_the_path), CASE(a_role_is_taken_on_by_others))
