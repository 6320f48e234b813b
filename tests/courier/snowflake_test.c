/* snowflake_test.c: Snowflake, as gatehouse-courier checks it: tried against a stand-in
 * only, whose answers are those of Snowflake's documents (SQL API). */
#include "tests/expect.h"
#include "tests/courier/certificate.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include "base/attr.h"

static struct web web;
static char key[CERTIFICATE_PEM], locked[CERTIFICATE_PEM];	/* line ends as \n of JSON */

static const char *asks(const char *pem, const char *more, const char *fields, int ms,
			const struct web_answer *answers, size_t n)
{
	static char letter[16384];

	snprintf(letter, sizeof(letter), "{\"type\":\"snowflake\",\"timeout_ms\":%d,\"fields\":{"
		 "\"auth\":\"key_pair\",\"account\":\"acme-eu1.eu-west-3.aws\",\"username\":"
		 "\"reader\",\"warehouse\":\"WH\",\"endpoint\":\"@\"%s},\"secrets\":{"
		 "\"private_key\":\"%s\"%s}}", ms, fields, pem, more);
	return web_told(&web, letter, answers, n);
}

#define HELLO { .ask = "GET /api/v2/statements HTTP", .status = 401, \
	.body = "{\"code\":\"390101\",\"message\":\"no\"}" }
#define ROWS(warehouse) "{\"code\":\"090001\",\"data\":[[\"READER\",\"9.1.2\"," warehouse "]]}"
#define POST_IT(answer) { .ask = "POST /api/v2/statements?requestId=", \
	.with = "X-Snowflake-Authorization-Token-Type: KEYPAIR_JWT\r\n", .body = answer }

static void end(const char *said)
{
	assert_null(strstr(said, "PRIVATE"));
	assert_null(strstr(said, "four words"));
	assert_null(strstr(web_heard(&web), "PRIVATE"));
	web_told_end(&web, said);
}

TEST(a_good_one_is_ok_in_its_warehouse)
{
	const struct web_answer all[] = { HELLO, POST_IT(ROWS("\"WH\"")) };
	const char *said = asks(key, "", "", 20000, all, COUNT_OF(all));

	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"READER\"}"), 1);
	assert_int_equal(told_count(said, "{\"server\":\"Snowflake 9.1.2\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "\"QUERY_TAG\":\"gatehouse-probe\""));
	assert_non_null(strstr(web_heard(&web), "\"warehouse\":\"WH\""));
	/* {"iss":"ACME-EU1.READER.SHA256: upper case, and no region. */
	assert_non_null(strstr(web_heard(&web),
			       "eyJpc3MiOiJBQ01FLUVVMS5SRUFERVIuU0hBMjU2O"));
	end(said);
}

TEST(a_locked_key_has_its_passphrase)
{
	const struct web_answer all[] = { HELLO, POST_IT(ROWS("null")) };
	const char *said = asks(locked, ",\"passphrase\":\"four words\"", "", 20000, all,
				COUNT_OF(all));

	told_step(said, "read", "warn", NULL, "no warehouse", NULL);
	end(said);
	said = asks(locked, ",\"passphrase\":\"other words\"", "", 20000, NULL, 0);
	told_step(said, "connect", "fail", "config", "passphrase is not that", NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
	said = asks("hello", "", "", 20000, NULL, 0);
	told_step(said, "connect", "fail", "config", "no PEM", NULL);
	end(said);
}

TEST(a_key_that_is_not_known_there)
{
	const struct web_answer all[] = { HELLO, { .ask = "POST", .status = 401,
		.body = "{\"code\":\"390144\",\"message\":\"JWT token is invalid. "
			"[0ce9eb56-821d-4ca9-a774-04ae89a0cf5a]\"}" } };
	const char *said = asks(key, "", "", 20000, all, COUNT_OF(all));

	told_step(said, "auth", "fail", "auth-bad", "JWT token is invalid",
		  "SYSTEM$GET_LOGIN_FAILURE_DETAILS('0ce9eb56-821d-4ca9-a774-04ae89a0cf5a')");
	assert_non_null(strstr(said, "\"native\":\"390144\""));
	assert_int_equal(web_count(&web, "POST"), 1);
	end(said);
}

TEST(what_is_not_there)
{
	const struct web_answer gone[] = { HELLO, { .ask = "POST", .status = 422,
		.body = "{\"code\":\"002043\",\"sqlState\":\"02000\",\"message\":\"Object does "
			"not exist\"}" } };
	const struct web_answer nobody[] = { { .status = 404,
		.headers = "Content-Type: text/html\r\n", .body = "<html>404</html>" } };
	const char *said = asks(key, "", "", 20000, gone, COUNT_OF(gone));

	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "fail", "not-found", "does not exist", "warehouse");
	end(said);
	said = asks(key, "", "", 20000, nobody, 1);
	told_step(said, "connect", "fail", "wrong-account", NULL, "account identifier");
	end(said);
}

#define RUNS "{\"code\":\"333334\",\"statementHandle\":\"01b2-c3\"}"

TEST(what_takes_its_time_is_asked_for_again_and_cancelled_in_the_end)
{
	const struct web_answer once[] = { HELLO,
		{ .ask = "POST /api/v2/statements?", .status = 202, .body = RUNS },
		{ .ask = "GET /api/v2/statements/01b2-c3", .body = ROWS("\"WH\"") } };
	const struct web_answer ever[] = { HELLO,
		{ .ask = "POST /api/v2/statements?", .status = 202, .body = RUNS },
		{ .ask = "GET /api/v2/statements/01b2-c3", .status = 202, .body = RUNS },
		{ .ask = "POST /api/v2/statements/01b2-c3/cancel", .body = "{}" } };
	const char *said = asks(key, "", "", 20000, once, COUNT_OF(once));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
	said = asks(key, "", "", 4000, ever, COUNT_OF(ever));
	told_step(said, "read", "fail", "timeout", "cancelled", NULL);
	assert_int_equal(web_count(&web, "POST /api/v2/statements/01b2-c3/cancel"), 1);
	end(said);
}

static void broken_off(const struct web_answer *next, int cancelled, const char *reason,
		       const char *detail)
{
	const struct web_answer all[] = { HELLO,
		{ .ask = "POST /api/v2/statements?", .status = 202, .body = RUNS }, *next,
		{ .ask = "POST /api/v2/statements/01b2-c3/cancel", .status = cancelled,
		  .body = "{}" } };
	const char *said = asks(key, "", "", 4000, all, COUNT_OF(all));

	told_step(said, strcmp(reason, "timeout") == 0 ? "read" : "auth", "fail", reason, detail,
		  NULL);
	assert_int_equal(web_count(&web, "POST /api/v2/statements/01b2-c3/cancel"), 1);
	end(said);
}

/* The first fault is told, whatever comes of the cancelling. */
TEST(what_breaks_off_is_cancelled_as_well)
{
	static const char get[] = "GET /api/v2/statements/01b2-c3";
	const struct web_answer hangs = { .ask = get, .hangs = true };
	const struct web_answer sick = { .ask = get, .status = 500, .body = "{\"message\":\"oh\"}" };
	const struct web_answer waits = { .ask = get, .status = 202, .body = RUNS };

	broken_off(&hangs, 200, "timeout", "the statement was cancelled");
	broken_off(&sick, 500, "server-error", "oh; the statement could not be cancelled, and may "
		   "still run there");
	broken_off(&waits, 403, "timeout", "still waiting; it could not be cancelled, and may "
		   "still run there");
}

TEST(one_to_which_no_answer_comes_may_still_run)
{
	const struct web_answer hangs[] = { HELLO,
		{ .ask = "POST /api/v2/statements?", .hangs = true } };
	const struct web_answer bare[] = { HELLO,
		{ .ask = "POST /api/v2/statements?", .status = 202, .body = "{}" } };
	const char *said = asks(key, "", "", 2000, hangs, COUNT_OF(hangs));

	told_step(said, "read", "fail", "timeout", "the statement could not be cancelled, and may "
		  "still run there", NULL);
	end(said);
	said = asks(key, "", "", 2000, bare, COUNT_OF(bare));
	told_step(said, "auth", "fail", "protocol", "without a handle; it could not be cancelled, "
		  "and may still run there", NULL);
	end(said);
}

TEST(what_cannot_be_checked_says_so)
{
	const char *said = asks(key, "", ",\"proxy\":\"p.example\"", 20000, NULL, 0);

	told_step(said, "config", "skip", "no-driver", "proxy", NULL);
	assert_string_equal(web_heard(&web), "");
	end(said);
}

static void in_json(const char *pem, char *out)
{
	for (; *pem; pem++)
		if (*pem == '\n')
			out = stpcpy(out, "\\n");
		else
			*out++ = *pem;
	*out = '\0';
}

FIXTURE(set_up)
{
	struct certificate made = certificate_make((struct certificate_wish){
		.name = "reader", .rsa = 2048 });
	char pem[CERTIFICATE_PEM];

	certificate_key_pem(&made, NULL, pem);
	in_json(pem, key);
	certificate_key_pem(&made, "four words", pem);
	in_json(pem, locked);
	certificate_release(&made);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_good_one_is_ok_in_its_warehouse), CASE(a_locked_key_has_its_passphrase),
		CASE(a_key_that_is_not_known_there), CASE(what_is_not_there),
		CASE(what_takes_its_time_is_asked_for_again_and_cancelled_in_the_end),
		CASE(what_breaks_off_is_cancelled_as_well),
		CASE(one_to_which_no_answer_comes_may_still_run),
		CASE(what_cannot_be_checked_says_so),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
