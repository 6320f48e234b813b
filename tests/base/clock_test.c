/* clock_test.c: time as text and back, the clock that stands still, fresh ids. */
#include "tests/expect.h"

#include <time.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/newid.h"
#include "base/strmap.h"

#define S INT64_C(1000000)

static void expect_text(int64_t t, const char *want)
{
	char text[CLOCK_TEXT];

	clock_rfc3339(t, text);
	assert_string_equal(text, want);
}

static void expect_parse(const char *text, int64_t want)
{
	int64_t t = -7;

	if (!clock_parse(text, &t))
		fail_msg("%s is refused", text);
	assert_int_equal(t, want);
}

TEST(written_in_utc)
{
	setenv("TZ", "America/New_York", 1);
	tzset();
	expect_text(0, "1970-01-01T00:00:00Z");
	expect_text(-1, "1969-12-31T23:59:59Z");
	expect_text(1764040680 * S + 999999, "2025-11-25T03:18:00Z");
	expect_text(951782400 * S, "2000-02-29T00:00:00Z");
	expect_text(-61318327320 * S, "0026-11-25T03:18:00Z");
	expect_text(253402300799 * S, "9999-12-31T23:59:59Z");
}

TEST(read_back_with_any_offset)
{
	expect_parse("1970-01-01T00:00:00Z", 0);
	expect_parse("2025-11-25T03:18:00Z", 1764040680 * S);
	expect_parse("2025-11-25t03:18:00z", 1764040680 * S);
	expect_parse("2025-11-25 04:18:00+01:00", 1764040680 * S);
	expect_parse("2025-11-24T21:48:00-05:30", 1764040680 * S);
	expect_parse("2025-11-25T03:18:00.25Z", 1764040680 * S + 250000);
	expect_parse("2025-11-25T03:18:00.1234567Z", 1764040680 * S + 123456);
	expect_parse("2000-02-29", 951782400 * S);
	expect_parse("1969-12-31T23:59:59.999999Z", -1);
	expect_parse("0026-11-25T03:18:00Z", -61318327320 * S);
	expect_parse("9999-12-31T23:59:59Z", 253402300799 * S);
	expect_parse("0000-01-01T00:00:00Z", -62167219200 * S);
}

TEST(other_text_is_refused)
{
	static const char *const bad[] = {
		"9999-12-31T23:59:59-00:01", "0000-01-01T00:00:00+00:01",
		"", "now", "2025", "2025-1-1", "2025-13-01", "2025-00-10",
		"2025-02-29", "1900-02-29", "2025-04-31", "2025-01-00",
		"2025-01-01T", "2025-01-01T10:00", "2025-01-01T24:00:00Z",
		"2025-01-01T10:60:00Z", "2025-01-01T10:00:60Z",
		"2025-01-01T10:00:00", "2025-01-01T10:00:00.Z",
		"2025-01-01T10:00:00+0100", "2025-01-01T10:00:00Zx",
		" 2025-01-01", "2025-01-01 ", "+025-01-01", "2025-01-01T1:00:00Z",
	};
	int64_t t = 42;
	size_t i;

	for (i = 0; i < COUNT_OF(bad); i++)
		if (clock_parse(bad[i], &t))
			fail_msg("%s is taken", bad[i]);
	assert_int_equal(t, 42);
}

TEST(local_for_screens)
{
	char text[CLOCK_TEXT];

	setenv("TZ", "XYZ-1", 1);	/* an hour east, no zone files needed */
	tzset();
	clock_local(1764040680 * S, text);
	assert_string_equal(text, "2025-11-25 04:18");
}

TEST(the_fixed_clock_goes_by_seconds)
{
	int64_t before, now;

	clock_fix(100 * S);
	assert_int_equal(clock_now(), 100 * S);
	assert_int_equal(clock_now(), 101 * S);
	assert_int_equal(clock_now(), 102 * S);
	clock_fix(0);
	before = (int64_t)time(NULL);
	now = clock_now();
	assert_true(now / S >= before - 1 && now / S <= before + 600);
}

TEST(times_out_of_reach_are_said_not_shown)
{
	char text[CLOCK_TEXT];

	clock_rfc3339(INT64_MAX, text);
	assert_true(strlen(text) < CLOCK_TEXT);
	clock_local(INT64_MIN, text);
	assert_true(strlen(text) < CLOCK_TEXT);
}

TEST(ids_are_fresh_and_well_formed)
{
	static char id[2000][NEWID_TEXT];
	struct strmap seen = { 0 };
	size_t i;

	for (i = 0; i < 2000; i++) {
		newid(id[i], "op");
		assert_memory_equal(id[i], "op-", 3);
		assert_int_equal(strlen(id[i]), 13);
		assert_int_equal(strspn(id[i] + 3,
			"0123456789abcdefghjkmnpqrstvwxyz"), 10);
		assert_true(strmap_add(&seen, id[i], 0, NULL));
	}
	strmap_release(&seen);
}

/* All 32 digits occur in 20,000; that one is missing by chance: 1e-275. */
TEST(ids_use_every_digit)
{
	char id[NEWID_TEXT];
	unsigned seen[256] = { 0 };
	size_t i, j, kinds = 0;

	for (i = 0; i < 2000; i++) {
		newid(id, "u");
		for (j = 2; id[j]; j++)
			seen[(unsigned char)id[j]]++;
	}
	for (i = 0; i < 256; i++)
		kinds += seen[i] > 0;
	assert_int_equal(kinds, 32);
}

RUN(CASE(written_in_utc),
    CASE(read_back_with_any_offset),
    CASE(other_text_is_refused),
    CASE(local_for_screens),
    CASE(the_fixed_clock_goes_by_seconds),
    CASE(times_out_of_reach_are_said_not_shown),
    CASE(ids_are_fresh_and_well_formed),
    CASE(ids_use_every_digit))
