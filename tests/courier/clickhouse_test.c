/* clickhouse_test.c: ClickHouse, as gatehouse-courier checks it: against a stand-in, whose
 * answers are those of 18.16 (as seen: tests/services/clickhouse.sh asks the real one) and
 * of newer versions (by their documents). */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/courier/web_told.h"

#include "base/attr.h"

#define LETTER(more, database) "{\"type\":\"clickhouse\",\"timeout_ms\":20000,\"fields\":{" \
	"\"username\":\"reader\"" database more "},\"secrets\":{\"password\":\"canary-4711\"}}"
#define AT ",\"host\":\"db.acme.example\",\"port\":\"8443\",\"endpoint\":\"@\""
#define SALES ",\"database\":\"sales & more\""
#define TEXT "Content-Type: text/plain; charset=UTF-8\r\n"
#define PING { .ask = "GET /ping HTTP", .headers = TEXT, .body = "Ok.\n" }
/* reader:canary-4711 */
#define BASIC "Authorization: Basic cmVhZGVyOmNhbmFyeS00NzEx\r\n"
#define ROW(version, seen) "{\"meta\":[],\"data\":[[\"" version "\",\"sales\",\"" seen \
	"\"]],\"rows\":1}"

static struct web web;

static const char *asks(const char *letter, const struct web_answer *answers, size_t n)
{
	return web_told(&web, letter, answers, n);
}

static void end(const char *said)
{
	const char *at = web_heard(&web);

	assert_null(strstr(at, "canary"));
	/* Once and only behind a ping that was good. */
	for (at = strstr(at, "Basic "); at; at = strstr(at + 1, "Basic "))
		assert_int_equal(web_count(&web, "GET /ping"), 1);
	web_told_end(&web, said);
}

TEST(a_good_one_is_ok_in_its_database)
{
	const struct web_answer all[] = { PING, { .ask = "POST /?default_format=JSONCompact&"
		"readonly=1&max_execution_time=10&database=sales%20%26%20more HTTP",
		.with = BASIC, .body = ROW("24.3.1", "1") } };
	const char *said = asks(LETTER(AT, SALES), all, COUNT_OF(all));

	told_step(said, "connect", "ok", NULL, "a test endpoint", NULL);
	told_step(said, "auth", "ok", NULL, NULL, NULL);
	told_step(said, "read", "ok", NULL, "database sales", NULL);
	assert_int_equal(told_count(said, "{\"identity\":\"reader\"}"), 1);
	assert_int_equal(told_count(said, "{\"server\":\"ClickHouse 24.3.1\"}"), 1);
	assert_non_null(strstr(web_heard(&web), "gatehouse-probe"));
	assert_int_equal(web_count(&web, "POST"), 1);
	end(said);
}

TEST(a_user_who_may_only_read_is_asked_without_settings)
{
	const struct web_answer all[] = { PING,
		{ .ask = "POST /?default_format=JSONCompact&readonly=1", .status = 500,
		  .headers = TEXT, .body = "Code: 164, e.displayText() = DB::Exception: Cannot "
			"override setting (max_execution_time) in readonly mode, e.what() = "
			"DB::Exception" },
		{ .ask = "POST /?default_format=JSONCompact HTTP", .with = BASIC,
		  .body = ROW("18.16.1", "1") } };
	const char *said = asks(LETTER(AT, ""), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
}

TEST(a_profile_with_a_constraint_is_asked_without_settings)
{
	const struct web_answer all[] = { PING,
		{ .ask = "POST /?default_format=JSONCompact&readonly=1", .status = 500,
		  .headers = TEXT "X-ClickHouse-Exception-Code: 452\r\n", .body = "Code: 452. "
			"DB::Exception: Setting max_execution_time should not be less than 30. "
			"(SETTING_CONSTRAINT_VIOLATION)" },
		{ .ask = "POST /?default_format=JSONCompact HTTP", .with = BASIC,
		  .body = ROW("24.3.1", "1") } };
	const struct web_answer ever[] = { PING, { .ask = "POST", .status = 500,
		.headers = TEXT "X-ClickHouse-Exception-Code: 452\r\n", .body = "Code: 452. "
			"DB::Exception: Setting readonly should not be changed." } };
	const char *said = asks(LETTER(AT, ""), all, COUNT_OF(all));

	told_step(said, "read", "ok", NULL, NULL, NULL);
	end(said);
	said = asks(LETTER(AT, ""), ever, COUNT_OF(ever));
	told_step(said, "read", "fail", "forbidden", "should not be changed", "constraints");
	assert_int_equal(web_count(&web, "POST"), 2);
	end(said);
}

TEST(a_database_of_which_nothing_is_seen)
{
	const struct web_answer all[] = { PING, { .ask = "POST", .body = ROW("24.3.1", "0") } };
	const char *said = asks(LETTER(AT, SALES), all, COUNT_OF(all));

	told_step(said, "read", "fail", "forbidden", "see nothing of the database", "granted SELECT");
	end(said);
	said = asks(LETTER(AT, ""), all, COUNT_OF(all));
	told_step(said, "read", "warn", NULL, "see nothing of the database", "Enter the");
	end(said);
}

static const struct {
	const char *code, *words;	/* code NULL: in the words alone, as 18.16 has it */
	int status;
	const char *step, *reason, *detail, *fix;
} refusals[] = {
	{ NULL, "Code: 193, e.displayText() = DB::Exception: Wrong password for user reader, "
	  "e.what() = DB::Exception", 401, "auth", "auth-bad", "Wrong password for user reader",
	  NULL },
	{ NULL, "Code: 192, e.displayText() = DB::Exception: Unknown user reader, e.what() = "
	  "DB::Exception", 401, "auth", "auth-bad", "Unknown user", NULL },
	{ NULL, "Code: 195, e.displayText() = DB::Exception: User reader is not allowed to "
	  "connect from address 127.0.0.1, e.what() = DB::Exception", 500, "auth", "forbidden",
	  "from address 127.0.0.1", "networks" },
	{ NULL, "Code: 81, e.displayText() = DB::Exception: Database nope doesn't exist, "
	  "e.what() = DB::Exception", 404, "read", "not-found", "nope doesn't exist", NULL },
	{ NULL, "Code: 291, e.displayText() = DB::Exception: Access denied to database closed "
	  "for user reader, e.what() = DB::Exception", 500, "read", "forbidden",
	  "Access denied", "granted SELECT" },
	{ "516", "Code: 516. DB::Exception: reader: Authentication failed: password is "
	  "incorrect, or there is no user with such name. (AUTHENTICATION_FAILED) (version "
	  "24.3.1.2672 (official build))", 403, "auth", "auth-bad", "password is incorrect",
	  NULL },
	{ "81", "Code: 81. DB::Exception: Database nope does not exist. (UNKNOWN_DATABASE) "
	  "(version 24.3.1)", 404, "read", "not-found", "nope does not exist", NULL },
	{ "497", "Code: 497. DB::Exception: reader: Not enough privileges. (ACCESS_DENIED)",
	  403, "read", "forbidden", "Not enough privileges", "granted SELECT" },
	{ "202", "Code: 202. DB::Exception: Too many simultaneous queries. Maximum: 100.", 500,
	  "read", "rate-limited", "Too many simultaneous", NULL },
	{ "201", "Code: 201. DB::Exception: Quota for user `reader` has been exceeded", 500,
	  "read", "rate-limited", "Quota", NULL },
	{ "241", "Code: 241. DB::Exception: Memory limit (total) exceeded", 500, "read",
	  "server-error", "Memory limit", NULL },
	{ "159", "Code: 159. DB::Exception: Timeout exceeded", 500, "read", "timeout",
	  "Timeout exceeded", NULL },
	{ NULL, "Service Unavailable", 503, "auth", "server-error", "Service Unavailable", NULL },
	{ NULL, "slow down", 429, "auth", "rate-limited", "slow down", NULL },
	{ NULL, "no", 401, "auth", "auth-bad", "no", NULL },
	{ "193", "Code: 193. DB::Exception: canary-4711 is wrong, not Y2FuYXJ5LTQ3MTE=", 403,
	  "auth", "auth-bad", "*** is wrong", NULL },
};

TEST(what_it_refuses_is_told_by_its_code)
{
	char headers[256];
	size_t i;

	for (i = 0; i < COUNT_OF(refusals); i++) {
		const struct web_answer all[] = { PING, { .ask = "POST", .headers = headers,
			.status = refusals[i].status, .body = refusals[i].words } };
		const char *said;

		snprintf(headers, sizeof(headers), TEXT "%s%s%s", refusals[i].code ?
			 "X-ClickHouse-Exception-Code: " : "", refusals[i].code ?
			 refusals[i].code : "", refusals[i].code ? "\r\n" : "");
		said = asks(LETTER(AT, SALES), all, COUNT_OF(all));
		told_step(said, refusals[i].step, "fail", refusals[i].reason,
			  refusals[i].detail, refusals[i].fix);
		assert_null(strstr(said, "DB::Exception"));
		assert_int_equal(web_count(&web, "POST"), 1);
		end(said);
	}
}

/* It has no id that is known here. */
TEST(one_to_which_no_answer_comes_may_still_run)
{
	const struct web_answer all[] = { PING, { .ask = "POST", .hangs = true } };

	web_told_lost(&web, "{\"type\":\"clickhouse\",\"timeout_ms\":2000,\"fields\":{"
		      "\"username\":\"reader\"" AT "},\"secrets\":{\"password\":"
		      "\"canary-4711\"}}", all, COUNT_OF(all), "auth");
}

TEST(answers_that_are_none_of_clickhouse)
{
	const struct web_answer other[] = { PING, { .ask = "POST", .body = "{\"data\":[]}" } };
	const struct web_answer half[] = { PING, { .ask = "POST", .body = "{\"data\":[[\"24" } };
	const char *said = asks(LETTER(AT, ""), other, COUNT_OF(other));

	told_step(said, "read", "fail", "not-this-api", "not answer as ClickHouse", NULL);
	end(said);
	said = asks(LETTER(AT, ""), half, COUNT_OF(half));
	told_step(said, "auth", "fail", "protocol", "broken JSON", NULL);
	end(said);
}

/* The port of the form is that of its own protocol. */
TEST(the_port_of_its_own_protocol_is_not_asked)
{
	const char *said = asks(LETTER(",\"host\":\"127.0.0.1\",\"port\":\"9440\"", ""), NULL, 0);

	told_step(said, "connect", "fail", "refused", "8443", "own protocol, it goes to 8443");
	end(said);
	said = asks(LETTER(",\"host\":\"nowhere.invalid\",\"port\":\"9440\"", ""), NULL, 0);
	told_step(said, "connect", "fail", "dns", NULL, "Check the name nowhere.invalid");
	end(said);
}

#define ASKED(how) { .ask = "GET /?query=SELECT%201 HTTP", .status = how, .headers = TEXT \
	"X-ClickHouse-Server-Display-Name: db\r\n", .body = "Code: 192" }
#define ROWS { .ask = "POST", .with = BASIC, .body = ROW("24.3.1", "1") }

/* No endpoint: as a form of this machine has it. */
static void here(const struct web_answer all[3], const char *status)
{
	bool known = strcmp(status, "fail") != 0;
	char letter[512];
	const char *said;

	web = (struct web){ .answers = all, .n = 3 };
	web_start(&web);
	snprintf(letter, sizeof(letter), LETTER(",\"host\":\"localhost\",\"port\":\"%d\"", ""),
		 web.port);
	said = told(letter, "");
	told_step(said, "connect", status, known ? NULL : "not-this-api", known ?
		  "nothing is encrypted" : NULL, NULL);
	if (known)
		told_step(said, "read", "ok", NULL, NULL, NULL);
	assert_int_equal(web_count(&web, "POST"), known);
	assert_true(known || !strstr(web_heard(&web), "Authorization"));
	assert_true(known || !strstr(web_heard(&web), "reader"));
	end(said);
}

TEST(in_the_clear_on_this_machine_it_is_a_warning)
{
	const struct web_answer old[] = { PING, ASKED(401), ROWS };
	const struct web_answer open[] = { PING, ASKED(200), ROWS };
	const struct web_answer away[] = { PING, ASKED(500), ROWS };

	here(old, "warn");
	here(open, "warn");
	here(away, "warn");
}

/* Others say "Ok." there, too: what is no ClickHouse hears no name and no password. */
TEST(what_only_says_ok_hears_no_credential)
{
	const struct web_answer all[] = { PING, { .ask = "GET /?query=", .headers = TEXT,
						  .body = "Ok.\n" }, ROWS };
	const struct web_answer refuses[] = { PING, { .ask = "GET /?query=", .status = 500,
						      .headers = TEXT, .body = "no" }, ROWS };

	here(all, "fail");
	here(refuses, "fail");
}

RUN(CASE(one_to_which_no_answer_comes_may_still_run),
    CASE(a_good_one_is_ok_in_its_database),
    CASE(a_user_who_may_only_read_is_asked_without_settings),
    CASE(a_profile_with_a_constraint_is_asked_without_settings),
    CASE(a_database_of_which_nothing_is_seen), CASE(what_it_refuses_is_told_by_its_code),
    CASE(answers_that_are_none_of_clickhouse),
    CASE(the_port_of_its_own_protocol_is_not_asked),
    CASE(in_the_clear_on_this_machine_it_is_a_warning),
    CASE(what_only_says_ok_hears_no_credential))
