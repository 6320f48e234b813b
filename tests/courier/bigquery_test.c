/* bigquery_test.c: BigQuery, as gatehouse-courier checks it: tried against a stand-in only,
 * whose answers are those of Google's documents. */
#include "tests/expect.h"
#include "tests/courier/certificate.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include "base/attr.h"

static struct web web;
static char key[CERTIFICATE_PEM];		/* its line ends as \\n of JSON within JSON */

/* uri: of the token; type: of the account. */
static const char *asks(const char *type, const char *uri, const char *more,
			const struct web_answer *answers, size_t n)
{
	static char letter[16384];

	snprintf(letter, sizeof(letter), "{\"type\":\"bigquery\",\"timeout_ms\":20000,\"fields\":{"
		 "\"auth\":\"service_account\",\"project_id\":\"acme-1\",\"endpoint\":\"@\"%s},"
		 "\"secrets\":{\"service_account\":\"{\\\"type\\\":\\\"%s\\\",\\\"client_email"
		 "\\\":\\\"robot.acme\\\",\\\"private_key\\\":\\\"%s\\\",\\\"token_uri\\\":\\\"%s"
		 "\\\"}\"}}", more, type, key, uri);
	return web_told(&web, letter, answers, n);
}

#define HELLO { .ask = "GET /bigquery/v2/projects/acme-1/datasets HTTP", .status = 401, \
	.body = "{\"error\":{\"code\":401,\"message\":\"no\",\"errors\":[{\"reason\":" \
	"\"required\"}]}}" }
#define TOKEN { .ask = "POST /token", .with = "assertion=ey", \
	.body = "{\"access_token\":\"ya29.canary\",\"expires_in\":3599}" }
#define QUERY { .ask = "POST /bigquery/v2/projects/acme-1/queries", \
	.with = "Authorization: Bearer ya29.canary\r\n", \
	.body = "{\"kind\":\"bigquery#queryResponse\",\"jobComplete\":true}" }
#define DATASETS(list) { .ask = "GET /bigquery/v2/projects/acme-1/datasets?maxResults=1", \
	.body = "{\"kind\":\"bigquery#datasetList\",\"datasets\":[" list "]}" }

static void end(const char *said)
{
	assert_null(strstr(said, "PRIVATE"));
	assert_null(strstr(web_heard(&web), "PRIVATE"));
	web_told_end(&web, said);
}

TEST(a_good_one_is_ok_and_reads_nothing)
{
	const struct web_answer all[] = { HELLO, TOKEN, QUERY, DATASETS("{}") };
	const char *said = asks("service_account", "@/token", "", all, COUNT_OF(all));

	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, "none was run", NULL);
	told_step(said, "datasets", "ok", NULL, NULL, NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"robot.acme\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "\"dryRun\":true"));
	assert_non_null(strstr(web_heard(&web), "gatehouse-probe"));
	end(said);
}

TEST(no_dataset_is_a_warning)
{
	const struct web_answer all[] = { HELLO, TOKEN, QUERY, DATASETS("") };
	const char *said = asks("service_account", "@/token", "", all, COUNT_OF(all));

	told_step(said, "datasets", "warn", NULL, "sees no dataset", NULL);
	end(said);
}

/* Before anybody is asked. */
TEST(keys_that_cannot_be)
{
	const char *said = asks("authorized_user", "@/token", "", NULL, 0);

	told_step(said, "connect", "fail", "config", "no key of a service account", NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
	said = asks("service_account\\\"", "@/token", "", NULL, 0);
	told_step(said, "connect", "fail", "config", "is no JSON", NULL);
	end(said);
	said = asks("service_account", "https://evil.example/token", "", NULL, 0);
	told_step(said, "connect", "fail", "config", "shown to nobody", NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
	said = asks("service_account", "@.evil.example/token", "", NULL, 0);
	told_step(said, "connect", "fail", "config", "shown to nobody", NULL);
	end(said);
}

TEST(a_key_that_was_deleted)
{
	const struct web_answer all[] = { HELLO, { .ask = "POST /token", .status = 400,
		.body = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT "
			"Signature.\"}" } };
	const char *said = asks("service_account", "@/token", "", all, COUNT_OF(all));

	told_step(said, "auth", "fail", "auth-bad", "Invalid JWT Signature", "new key");
	assert_non_null(strstr(said, "\"native\":\"invalid_grant\""));
	assert_int_equal(web_count(&web, "POST /token"), 1);
	end(said);
}

TEST(a_clock_that_is_wrong_comes_first)
{
	const struct web_answer all[] = { HELLO, { .ask = "POST /token", .status = 400,
		.headers = "Content-Type: application/json\r\n"
			"Date: Thu, 01 Jan 2015 00:00:00 GMT\r\n",
		.body = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT\"}" } };
	const char *said = asks("service_account", "@/token", "", all, COUNT_OF(all));

	told_step(said, "auth", "fail", "clock-skew", NULL, NULL);
	end(said);
}

static const struct { const char *code; int status; const char *reason, *fix; } refusals[] = {
	{ "accessDenied", 403, "forbidden", "Job User" },
	{ "notFound", 404, "not-found", "project ID" },
	{ "rateLimitExceeded", 403, "rate-limited", NULL },
	{ "billingNotEnabled", 403, "forbidden", "billing" },
	{ "accessNotConfigured", 403, "forbidden", "API turned on" },
};

TEST(what_it_refuses_is_told_by_its_code)
{
	char body[256];
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		const struct web_answer all[] = { HELLO, TOKEN,
			{ .ask = "POST /bigquery/", .status = refusals[i].status, .body = body } };
		const char *said;

		snprintf(body, sizeof(body), "{\"error\":{\"code\":%d,\"message\":\"no\","
			 "\"errors\":[{\"reason\":\"%s\"}]}}", refusals[i].status,
			 refusals[i].code);
		said = asks("service_account", "@/token", "", all, COUNT_OF(all));
		told_step(said, "read", "fail", refusals[i].reason, "no", refusals[i].fix);
		assert_non_null(strstr(said, refusals[i].code));
		end(said);
	}
}

TEST(something_else_answers_or_sends_elsewhere)
{
	const struct web_answer html[] = { { .headers = "Content-Type: text/html\r\n",
		.body = "<html>sign in</html>" } };
	const struct web_answer away[] = { { .status = 302,
		.headers = "Location: https://evil.example/\r\n" } };
	const char *said = asks("service_account", "@/token", "", html, 1);

	told_step(said, "connect", "fail", "not-this-api", NULL, NULL);
	assert_int_equal(web_count(&web, "POST"), 0);
	end(said);
	said = asks("service_account", "@/token", "", away, 1);
	told_step(said, "connect", "fail", "redirected", "evil.example", NULL);
	end(said);
}

FIXTURE(set_up)
{
	struct certificate made = certificate_make((struct certificate_wish){
		.name = "robot", .rsa = 2048 });
	char pem[CERTIFICATE_PEM], *at, *out = key;

	certificate_key_pem(&made, NULL, pem);
	for (at = pem; *at; at++)
		if (*at == '\n')
			out = stpcpy(out, "\\\\n");
		else
			*out++ = *at;
	*out = '\0';
	certificate_release(&made);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_good_one_is_ok_and_reads_nothing), CASE(no_dataset_is_a_warning),
		CASE(keys_that_cannot_be), CASE(a_key_that_was_deleted),
		CASE(a_clock_that_is_wrong_comes_first),
		CASE(what_it_refuses_is_told_by_its_code),
		CASE(something_else_answers_or_sends_elsewhere),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
