/* check_test.c: what a courier says becomes a check; what it may not say does not; and
 * every reason has its words. */
#include "tests/expect.h"

#include "base/attr.h"
#include "model/check/check.h"
#include "model/check/check_list.h"
#include "model/check/check_reason.h"

static bool says(struct check *check, struct arena *arena, const char *line)
{
	return check_line(check, line, strlen(line), arena);
}

static void told(struct check *check, struct arena *arena, const char *const *lines)
{
	for (; *lines; lines++)
		if (!says(check, arena, *lines))
			fail_msg("not taken: %s", *lines);
}

#define TOLD(check, arena, ...) \
	told(check, arena, (const char *const[]){ __VA_ARGS__, NULL })
#define STEP(step, status, reason) \
	"{\"step\":\"" step "\",\"status\":\"" status "\",\"reason\":" reason ",\"ms\":1.25}"

TEST(the_worst_step_decides)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a" };

	TOLD(&check, &arena, "{\"plan\":[\"connect\",\"tls\",\"auth\",\"read\"]}",
	     "{\"begin\":\"connect\"}", STEP("connect", "ok", "null"),
	     STEP("tls", "warn", "\"not-tls\""),
	     STEP("auth", "fail", "\"auth-bad\""), "{\"done\":true}");
	check_judge(&check);
	assert_int_equal(check.status, CHECK_FAIL);
	assert_string_equal(check.reason, "auth-bad");
	assert_int_equal(check.n_steps, 4);
	assert_int_equal(check.steps[3].status, CHECK_SKIP);
	assert_null(check.steps[3].reason);
	check.steps[2].status = CHECK_OK;
	check_judge(&check);
	assert_int_equal(check.status, CHECK_WARN);
	assert_string_equal(check.reason, "not-tls");
	check.steps[1].status = CHECK_OK;
	check_judge(&check);
	assert_int_equal(check.status, CHECK_OK);
	assert_null(check.reason);
	arena_release(&arena);
}

TEST(one_that_is_known_at_once)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a" };

	check_only(&check, "config", CHECK_SKIP, "no-driver", "not yet", &arena);
	assert_true(check.done);
	assert_int_equal(check.status, CHECK_SKIP);
	assert_string_equal(check.reason, "no-driver");
	arena_release(&arena);
}

/* The step under way, else the first that never began, else the settings. */
TEST(a_courier_that_ends_too_early_fails_a_step)
{
	struct arena arena = { 0 };
	struct check under = { .id = "a" }, before = { .id = "a" }, mute = { .id = "a" };

	TOLD(&under, &arena, "{\"plan\":[\"connect\",\"auth\",\"read\"]}",
	     STEP("connect", "ok", "null"), "{\"begin\":\"auth\"}");
	check_end(&under, "timeout", &arena);
	assert_int_equal(under.steps[1].status, CHECK_FAIL);
	assert_string_equal(under.reason, "timeout");
	assert_int_equal(under.steps[2].status, CHECK_SKIP);
	TOLD(&before, &arena, "{\"plan\":[\"connect\",\"auth\"]}");
	check_end(&before, "timeout", &arena);
	assert_string_equal(before.steps[0].reason, "timeout");
	check_end(&mute, "internal", &arena);
	assert_string_equal(mute.steps[0].step, "config");
	assert_string_equal(mute.reason, "internal");
	arena_release(&arena);
}

TEST(what_is_no_line_is_not_taken)
{
	static const char *const lines[] = {
		"", "null", "[]", "{}", "{\"step\":1}", "{\"begin\":7}", "{\"plan\":7}",
		"{\"plan\":[1]}", "{\"plan\":[\"\"]}", "{\"begin\":\"\\u001b[2J\"}",
		"{\"begin\":\"Connect to it\"}", "{\"begin\":\"a-name-longer-than-any-step\"}",
		"{\"done\":false}", "{\"step\":\"auth\"}",
		"{\"step\":\"auth\",\"status\":\"good\"}", "{\"step\":\"a\",\"status\":",
		"{\"done\":true,\"done\":true}", "\xff\xfe", "{\"server\":\"\xc3\x28\"}",
		("{\"plan\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\","
		 "\"11\",\"12\",\"13\"]}"),
	};
	size_t i;

	for (i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct arena arena = { 0 };
		struct check check = { .id = "a" };

		if (says(&check, &arena, lines[i]))
			fail_msg("taken: %s", lines[i]);
		arena_release(&arena);
	}
}

/* Kept, it is read again: a number of 308 digits would not be. */
TEST(a_time_that_nothing_takes_is_left_out)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a", .checked = 1 }, again = { .id = "a" };
	struct json json;
	struct buf text;

	TOLD(&check, &arena, "{\"step\":\"auth\",\"status\":\"ok\",\"ms\":1e308}",
	     "{\"step\":\"read\",\"status\":\"ok\",\"ms\":-5}");
	check_judge(&check);
	buf_init(&text, 1 << 16);
	jsonw_init(&json, &text, 0);
	check_json(&check, &json);
	assert_true(check_parse(&again, buf_text(&text), &arena));
	assert_int_equal(again.n_steps, 2);
	assert_true(again.steps[0].ms < 1 && again.steps[1].ms < 1);
	buf_release(&text);
	arena_release(&arena);
}

TEST(nothing_comes_after_the_end)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a" };

	TOLD(&check, &arena, "{\"done\":true}");
	assert_false(says(&check, &arena, STEP("auth", "ok", "null")));
	arena_release(&arena);
}

TEST(foreign_text_is_cut_and_an_unknown_reason_is_internal)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a" };
	char line[900], *at = line + sprintf(line, "{\"step\":\"auth\",\"status\":\"fail\","
					     "\"reason\":\"because\",\"detail\":\"x");
	int i;

	for (i = 0; i < 200; i++)
		at += sprintf(at, "\xc3\xa4");
	sprintf(at, "\"}");
	assert_true(says(&check, &arena, line));
	assert_int_equal(strlen(check.steps[0].detail), CHECK_DETAIL);
	assert_string_equal(check.steps[0].reason, "internal");
	arena_release(&arena);
}

TEST(what_is_kept_comes_back)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a", .name = "N", .kind = "k", .type = "t",
			       .checked = 1764352800000000 }, again = { .id = "a" };
	struct buf one, two;
	struct json json;

	TOLD(&check, &arena, "{\"server\":\"S 1\"}", "{\"identity\":\"me\"}",
	     "{\"step\":\"auth\",\"status\":\"fail\",\"reason\":\"auth-bad\",\"native\":"
	     "\"28P01\",\"http\":401,\"detail\":\"d \\u001b[2J\",\"ms\":4}",
	     "{\"done\":true}");
	check_judge(&check);
	check.steps[0].fix = "Do it.";
	buf_init(&one, 1 << 16);
	buf_init(&two, 1 << 16);
	jsonw_init(&json, &one, 0);
	check_json(&check, &json);
	assert_true(check_parse(&again, buf_text(&one), &arena));
	again.name = check.name;
	again.kind = check.kind;
	again.type = check.type;
	jsonw_init(&json, &two, 0);
	check_json(&again, &json);
	assert_string_equal(buf_text(&one), buf_text(&two));
	buf_reset(&one);
	check_text(&check, &one);
	assert_null(strchr(buf_text(&one), '\033'));
	assert_non_null(strstr(buf_text(&one), "Do this: Do it."));
	buf_release(&one);
	buf_release(&two);
	arena_release(&arena);
}

/* A step with a long name moves the columns of all. */
TEST(the_columns_of_steps_hold_their_names)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a", .name = "N", .kind = "k", .type = "t" };
	struct buf text;

	TOLD(&check, &arena, "{\"step\":\"permissions\",\"status\":\"ok\",\"detail\":\"d\"}",
	     "{\"step\":\"auth\",\"status\":\"fail\",\"reason\":\"auth-bad\",\"detail\":\"e\"}",
	     "{\"done\":true}");
	check_judge(&check);
	check.steps[1].fix = "Do it.";
	buf_init(&text, 1 << 16);
	check_text(&check, &text);
	assert_non_null(strstr(buf_text(&text), "\n  permissions ok    d\n"));
	assert_non_null(strstr(buf_text(&text), "\n  auth        fail  "));
	assert_non_null(strstr(buf_text(&text), "\n                    Do this: Do it.\n"));
	buf_release(&text);
	arena_release(&arena);
}

struct heard { char code[32], address[64], secret[64]; int64_t seconds; };

static void device(void *ctx, const char *code, const char *address, int64_t seconds)
{
	struct heard *heard = ctx;

	snprintf(heard->code, sizeof(heard->code), "%s", code);
	snprintf(heard->address, sizeof(heard->address), "%s", address);
	heard->seconds = seconds;
}

static bool secret(void *ctx, const char *field, const char *value, size_t n)
{
	struct heard *heard = ctx;

	assert_int_equal(strlen(value), n);
	snprintf(heard->secret, sizeof(heard->secret), "%s=%s", field, value);
	return true;
}

/* What was not asked for is no line. */
TEST(rows_codes_and_credentials_go_to_the_ear_alone)
{
	static const char *const lines[] = {
		"{\"row\":{\"key\":\"a/b\",\"size\":\"12345678901\",\"modified\":null,"
		"\"folder\":false}}",
		"{\"device\":{\"user_code\":\"AB-12\",\"verification_uri\":\"https://x.example\","
		"\"expires_in\":900}}",
		"{\"secret\":{\"field\":\"token\",\"value\":\"canary\"}}" };
	static const char *const bad[] = {
		"{\"row\":{\"size\":1}}", "{\"row\":{\"key\":\"k\",\"size\":\"-1\"}}",
		"{\"row\":{\"key\":\"k\",\"size\":\"01\"}}", "{\"row\":7}",
		"{\"row\":{\"key\":\"k\",\"folder\":\"yes\"}}",
		"{\"row\":{\"key\":\"k\",\"size\":\"1234567890123456789\"}}",
		"{\"device\":{\"user_code\":\"AB-12\"}}", "{\"secret\":{\"field\":\"t\"}}" };
	struct check_list list;
	struct heard heard = { .seconds = 0 };
	const struct check_ear ear = { .list = &list, .device = device, .secret = secret,
				       .ctx = &heard };
	struct arena arena = { 0 };
	struct check check = { .id = "a" };
	struct buf out;
	struct json json;
	size_t i;

	check_list_init(&list, &check_list_files);
	for (i = 0; i < 3; i++) {
		assert_false(says(&check, &arena, lines[i]));
		assert_true(check_hear(&check, &ear, lines[i], strlen(lines[i]), &arena));
	}
	for (i = 0; i < COUNT_OF(bad); i++)
		if (check_hear(&check, &ear, bad[i], strlen(bad[i]), &arena))
			fail_msg("taken: %s", bad[i]);
	assert_int_equal(list.n, 1);
	assert_string_equal(check_list_cell(&list, 0, 0), "a/b");
	assert_string_equal(check_list_cell(&list, 0, 1), "12345678901");
	assert_null(check_list_cell(&list, 0, 2));
	assert_string_equal(check_list_cell(&list, 0, 3), "false");
	for (i = 0; i < 100; i++)
		assert_true(check_hear(&check, &ear, lines[0], strlen(lines[0]), &arena));
	assert_int_equal(list.n, 101);
	assert_string_equal(check_list_cell(&list, 100, 0), "a/b");
	assert_string_equal(heard.code, "AB-12");
	assert_int_equal(heard.seconds, 900);
	assert_string_equal(heard.secret, "token=canary");
	buf_init(&out, 1 << 16);
	jsonw_init(&json, &out, 0);
	check_json(&check, &json);
	assert_null(strstr(buf_text(&out), "canary"));
	buf_release(&out);
	check_list_release(&list);
	arena_release(&arena);
}

TEST(what_a_git_host_says_is_kept_too)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a", .checked = 1764352800000000 }, again = { .id = "a" };
	struct buf out;
	struct json json;

	TOLD(&check, &arena, "{\"fact\":{\"field\":\"account_id\",\"value\":\"583231\"}}",
	     "{\"fact\":{\"field\":\"account_login\",\"value\":\"octocat\"}}",
	     "{\"fact\":{\"field\":\"another\",\"value\":\"x\"}}",
	     "{\"expires\":\"2027-01-01T00:00:00Z\"}",
	     "{\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\"4ed7209aa\"}}",
	     STEP("ref", "ok", "null"), "{\"done\":true}");
	check_judge(&check);
	check.since = 1764352700000000;
	check.ref.moved = true;
	check.ref.was = "00000000";
	buf_init(&out, 1 << 16);
	jsonw_init(&json, &out, 0);
	check_json(&check, &json);
	assert_true(check_parse(&again, buf_text(&out), &arena));
	assert_string_equal(again.account.id, "583231");
	assert_string_equal(again.account.login, "octocat");
	assert_string_equal(again.expires, "2027-01-01T00:00:00Z");
	assert_string_equal(again.ref.commit, "4ed7209aa");
	assert_string_equal(again.ref.was, "00000000");
	assert_true(again.ref.moved);
	assert_int_equal(again.since, check.since);
	buf_reset(&out);
	check_ref_words(&again.ref, &out);
	assert_string_equal(buf_text(&out), "v1 @ 4ed7209, moved");
	assert_false(says(&(struct check){ .id = "b" }, &arena, "{\"ref\":{\"kind\":\"tag\"}}"));
	assert_false(says(&(struct check){ .id = "b" }, &arena, "{\"fact\":{}}"));
	buf_release(&out);
	arena_release(&arena);
}

/* They are shown without a further look. */
TEST(a_commit_is_digits_and_an_end_is_a_time)
{
	static const char *const lines[] = {
		"{\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\"\\u001b[2J\"}}",
		"{\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\"4ed7\\u202e\"}}",
		"{\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"was\":\"\\u001b]0;x\"}}",
		("{\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":\"00000000000000000000"
		"000000000000000000000000000000000000000000000\"}}"),
		"{\"expires\":\"\\u001b[2J\"}", "{\"expires\":\"soon\"}" };
	static const char kept[] = "{\"steps\":[],\"checked\":\"2027-01-01T00:00:00Z\","
		"\"expires\":\"soon\",\"ref\":{\"kind\":\"tag\",\"name\":\"v1\",\"commit\":"
		"\"\\u001b[2J\"}}";
	struct arena arena = { 0 };
	struct check check = { .id = "a" };
	size_t i;

	for (i = 0; i < COUNT_OF(lines); i++)
		if (says(&check, &arena, lines[i]))
			fail_msg("taken: %s", lines[i]);
	assert_null(check.ref.kind);
	assert_null(check.expires);
	/* Nor where somebody wrote it into the store. */
	assert_true(check_parse(&check, kept, &arena));
	assert_null(check.ref.kind);
	assert_null(check.expires);
	arena_release(&arena);
}

TEST(a_fix_may_be_a_policy_to_paste)
{
	struct arena arena = { 0 };
	struct check check = { .id = "a" };
	char line[2400], *at = line + sprintf(line, "{\"step\":\"auth\",\"status\":\"fail\","
					      "\"reason\":\"forbidden\",\"fix\":\"");

	memset(at, 'x', 1500);
	strcpy(at + 1500, "\"}");
	assert_true(says(&check, &arena, line));
	assert_int_equal(strlen(check.steps[0].fix), CHECK_FIX);
	arena_release(&arena);
}

/* INTERFACES 6. */
TEST(every_reason_has_its_words)
{
	static const char ids[] = "config dns refused timeout reset proxy tls-untrusted "
		"tls-expired tls-not-yet tls-hostname tls-weak tls-client-cert not-tls "
		"not-this-api redirected protocol too-big server-error auth-bad "
		"auth-expired auth-removed-type sso-required scope-missing suspended "
		"clock-skew forbidden not-found ref-not-found wrong-region wrong-account "
		"duplicate-account rate-limited pending-user denied-by-user code-expired "
		"no-driver internal";
	struct arena arena = { 0 };
	const struct check_reason *all;
	char *copy = strdup(ids), *rest = copy, *id;
	size_t n, i = 0;

	all = check_reasons(&n);
	while ((id = strsep(&rest, " "))) {
		assert_true(i < n);
		assert_string_equal(all[i].id, id);
		assert_true(*all[i].what && *all[i].why && *all[i].fix);
		assert_null(strchr(check_reason_fix(&all[i], "{}", &arena), '{'));
		i++;
	}
	assert_int_equal(i, n);
	assert_non_null(strstr(check_reason_fix(check_reason_find("auth-bad"),
						"{\"username\":\"reader\"}", &arena),
			       "password of reader"));
	free(copy);
	arena_release(&arena);
}

/* An SSH server is not the database behind it. */
TEST(a_step_may_have_words_of_its_own)
{
	static const char config[] = "{\"host\":\"db\",\"port\":5432,\"ssh_host\":\"gate\","
		"\"ssh_username\":\"hex\"}";
	static const char *const ids[] = { "tls-untrusted", "auth-bad", "dns", "refused",
		"timeout", "reset", "protocol", "tls-weak", "no-driver", "config" };
	struct arena arena = { 0 };
	const struct check_reason *reason;
	const char *fix;
	size_t i;

	for (i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		reason = check_reason_at("tunnel", ids[i]);
		assert_string_equal(reason->id, ids[i]);
		assert_ptr_not_equal(reason, check_reason_find(ids[i]));
		assert_ptr_equal(check_reason_at("auth", ids[i]), check_reason_find(ids[i]));
		assert_true(*reason->what && *reason->why && *reason->fix);
		fix = check_reason_fix(reason, config, &arena);
		assert_null(strchr(fix, '{'));
		assert_true(strlen(fix) < CHECK_FIX);
	}
	fix = check_reason_fix(check_reason_at("tunnel", "tls-untrusted"), config, &arena);
	assert_non_null(strstr(fix, "ssh -p 22 hex@gate"));
	fix = check_reason_fix(check_reason_at("tunnel", "auth-bad"), config, &arena);
	assert_non_null(strstr(fix, "permitopen=\"db:5432\""));
	assert_null(check_reason_at("tunnel", NULL));
	assert_null(check_reason_at("tunnel", "because"));
	arena_release(&arena);
}

RUN(CASE(a_step_may_have_words_of_its_own), CASE(the_worst_step_decides), CASE(one_that_is_known_at_once),
    CASE(a_courier_that_ends_too_early_fails_a_step), CASE(what_is_no_line_is_not_taken),
    CASE(a_time_that_nothing_takes_is_left_out),
    CASE(nothing_comes_after_the_end),
    CASE(foreign_text_is_cut_and_an_unknown_reason_is_internal),
    CASE(what_is_kept_comes_back),
    CASE(the_columns_of_steps_hold_their_names), CASE(every_reason_has_its_words),
    CASE(rows_codes_and_credentials_go_to_the_ear_alone),
    CASE(what_a_git_host_says_is_kept_too), CASE(a_fix_may_be_a_policy_to_paste),
    CASE(a_commit_is_digits_and_an_end_is_a_time))
