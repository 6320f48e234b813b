/* text_test.c: what may reach a terminal, cells, cutting, folding, orders. */
#include "tests/expect.h"

#include <locale.h>

#include "base/attr.h"
#include "base/text.h"

enum { LIMIT = 4096 };

static void utf8_locale(void)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	text_set_ascii(false);
	text_init();
}

FIXTURE(in_utf8)
{
	utf8_locale();
	return 0;
}

static void expect_safe(const char *src, const char *want)
{
	struct buf out;

	buf_init(&out, LIMIT);
	text_safe(&out, src);
	assert_string_equal(buf_text(&out), want);
	assert_int_equal(text_is_safe(src), strcmp(src, want) == 0);
	buf_release(&out);
}

static void expect_cut(const char *src, size_t cells, const char *want)
{
	struct buf out;

	buf_init(&out, LIMIT);
	buf_adds(&out, "before");
	text_cut(&out, src, cells);
	assert_memory_equal(buf_text(&out), "before", 6);
	assert_string_equal(buf_text(&out) + 6, want);
	assert_true(text_width(buf_text(&out) + 6) <= cells);
	buf_release(&out);
}

static void expect_fit(const char *src, size_t cells, const char *want)
{
	struct buf out;

	buf_init(&out, LIMIT);
	text_fit(&out, src, cells);
	assert_string_equal(buf_text(&out), want);
	assert_int_equal(text_width(buf_text(&out)), cells);
	buf_release(&out);
}

TEST(a_cut_keeps_what_tells_apart)
{
	static const struct { const char *src; size_t cells; const char *want; } cases[] = {
		{ "Bob Stein (b@x.de)", 18, "Bob Stein (b@x.de)" },
		{ "Bob Stein (b@x.de)", 16, "Bob St\xe2\x80\xa6 (b@x.de)" },
		{ "Bob Stein (b@x.de)", 10, "b@x.de" },
		{ "Bob Stein (b@x.de)", 5, "b@x.\xe2\x80\xa6" },
		{ "A title (of two words)", 12, "A title (of\xe2\x80\xa6" },
		{ "A title()", 5, "A ti\xe2\x80\xa6" },
		{ "(all)", 3, "(a\xe2\x80\xa6" },
		{ "", 0, "" }, { "x (y)", 0, "" },
	};
	struct buf out;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		buf_init(&out, 1024);
		text_cut_told(&out, cases[i].src, cases[i].cells);
		assert_string_equal(buf_text(&out), cases[i].want);
		buf_release(&out);
	}
}

TEST(decode_takes_only_shortest_forms)
{
	static const struct { const char *s; size_t used; uint32_t point; } good[] = {
		{ "a", 1, 'a' }, { "\x7f", 1, 0x7f }, { "\xc2\x80", 2, 0x80 },
		{ "\xdf\xbf", 2, 0x7ff }, { "\xe0\xa0\x80", 3, 0x800 },
		{ "\xed\x9f\xbf", 3, 0xd7ff }, { "\xee\x80\x80", 3, 0xe000 },
		{ "\xef\xbf\xbf", 3, 0xffff },
		{ "\xf0\x90\x80\x80", 4, 0x10000 },
		{ "\xf4\x8f\xbf\xbf", 4, 0x10ffff },
	};
	static const char *const bad[] = {
		"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x41",
		"\xe0\x80\x80", "\xe0\x9f\xbf", "\xe2\x82", "\xed\xa0\x80",
		"\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf",
		"\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf9\x80\x80\x80",
		"\xfe", "\xff",
	};
	uint32_t point;
	bool valid;
	size_t i, n;
	char back[4];

	for (i = 0; i < COUNT_OF(good); i++) {
		n = strlen(good[i].s);
		assert_int_equal(text_decode(good[i].s, n, &point, &valid), n);
		assert_true(valid);
		assert_int_equal(point, good[i].point);
		assert_int_equal(text_encode(point, back), n);
		assert_memory_equal(back, good[i].s, n);
		assert_int_equal(text_valid(good[i].s, n), n);
	}
	for (i = 0; i < COUNT_OF(bad); i++) {
		n = strlen(bad[i]);
		assert_int_equal(text_decode(bad[i], n, &point, &valid), 1);
		assert_false(valid);
		assert_int_equal(point, 0xfffd);
		assert_int_equal(text_valid(bad[i], n), 0);
	}
}

TEST(every_point_survives_encoding)
{
	uint32_t p, point;
	bool valid;
	char bytes[4];
	size_t n;

	for (p = 0; p <= 0x10ffff; p++) {
		n = text_encode(p, bytes);
		if (text_decode(bytes, n, &point, &valid) != n || !valid)
			fail_msg("U+%04X does not decode", p);
		if (p >= 0xd800 && p <= 0xdfff ? point != 0xfffd : point != p)
			fail_msg("U+%04X becomes U+%04X", p, point);
	}
	assert_int_equal(text_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
}

TEST(valid_finds_the_first_fault_wherever_it_stands)
{
	char s[40];
	size_t at;

	for (at = 0; at < sizeof(s); at++) {
		memset(s, 'x', sizeof(s));
		assert_int_equal(text_valid(s, sizeof(s)), sizeof(s));
		s[at] = '\xff';
		assert_int_equal(text_valid(s, sizeof(s)), at);
	}
	assert_int_equal(text_valid("", 0), 0);
	assert_int_equal(text_valid("a\0b", 3), 3);
	/* cut off by n, although the byte follows */
	assert_int_equal(text_valid("ab\xc3\xa9", 3), 2);
}

TEST(points_and_widths)
{
	assert_int_equal(text_points(""), 0);
	assert_int_equal(text_points("a\xc3\xa9\xe4\xbd\xa0\xff\xff"), 5);
	assert_int_equal(text_point_width('a'), 1);
	assert_int_equal(text_point_width(0xe9), 1);
	assert_int_equal(text_point_width(0x4f60), 2);
	assert_int_equal(text_point_width(0x1f600), 2);
	assert_int_equal(text_point_width(0x301), 0);
	assert_int_equal(text_point_width(0), -1);
	assert_int_equal(text_point_width(0x1b), -1);
	assert_int_equal(text_point_width(0x9b), -1);
	assert_int_equal(text_point_width(0x378), -1);
	assert_int_equal(text_point_width(0x110000), -1);
	assert_int_equal(text_width("e\xcc\x81\xe4\xbd\xa0!"), 4);
	assert_int_equal(text_width("\x1b\xff"), 2);
}

TEST(safe_text_stays_as_it_is)
{
	expect_safe("", "");
	expect_safe("Revenue model", "Revenue model");
	expect_safe("caf\xc3\xa9 \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x98\x80",
		    "caf\xc3\xa9 \xe4\xbd\xa0\xe5\xa5\xbd \xf0\x9f\x98\x80");
	expect_safe("\xcc\x81" "e\xcc\x81", "\xcc\x81" "e\xcc\x81");
	expect_safe("back\\slash", "back\\slash");
}

TEST(controls_become_visible)
{
	expect_safe("a\x1b[31m", "a\\x1b[31m");
	expect_safe("\t\r\n\x01\x7f", "\\x09\\x0d\\x0a\\x01\\x7f");
	expect_safe("\xc2\x9b" "2J\xc2\x80", "\\x9b2J\\x80");
}

TEST(hidden_characters_become_visible)
{
	static const uint32_t hidden[] = {
		0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028,
		0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
		0x2067, 0x2068, 0x2069, 0xfe00, 0xfe0f, 0xfeff, 0xe0000,
		0xe0041, 0xe007f, 0xe0100, 0xe01ef,
	};
	char src[8], want[16];
	size_t i;

	for (i = 0; i < COUNT_OF(hidden); i++) {
		src[text_encode(hidden[i], src)] = '\0';
		snprintf(want, sizeof(want), hidden[i] > 0xffff ?
			 "\\U%08x" : "\\u%04x", hidden[i]);
		expect_safe(src, want);
	}
	/* their neighbours are ordinary */
	expect_safe("\xe2\x80\x90\xe2\x80\xa7", "\xe2\x80\x90\xe2\x80\xa7");
}

TEST(invalid_and_unassigned_become_the_replacement)
{
	expect_safe("a\xff" "b", "a\xef\xbf\xbd" "b");
	expect_safe("\xc0\x9b", "\xef\xbf\xbd\xef\xbf\xbd");
	expect_safe("\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
	expect_safe("\xcd\xb8", "\xef\xbf\xbd");
	expect_safe("\xe2\x82", "\xef\xbf\xbd\xef\xbf\xbd");
}

/* Bytes from a fixed seed: whatever goes in, what comes out is safe. */
TEST(noise_comes_out_safe_and_never_too_wide)
{
	uint64_t seed = 20240521;
	struct buf out;
	char src[24];
	size_t round, i, cells;

	buf_init(&out, LIMIT);
	for (round = 0; round < 20000; round++) {
		for (i = 0; i + 1 < sizeof(src); i++) {
			seed = seed * UINT64_C(6364136223846793005) + 1442695;
			src[i] = (char)(seed >> 33);
		}
		src[sizeof(src) - 1] = '\0';
		buf_reset(&out);
		text_safe(&out, src);
		assert_true(text_is_safe(buf_text(&out)));
		assert_false(text_has_control(buf_text(&out)));
		cells = (size_t)(seed >> 60);
		buf_reset(&out);
		text_fit(&out, src, cells);
		assert_int_equal(text_width(buf_text(&out)), cells);
		assert_true(text_is_safe(buf_text(&out)));
	}
	buf_release(&out);
}

TEST(cut_ends_with_an_ellipsis)
{
	expect_cut("Revenue", 7, "Revenue");
	expect_cut("Revenue", 6, "Reven\xe2\x80\xa6");
	expect_cut("Revenue", 1, "\xe2\x80\xa6");
	expect_cut("Revenue", 0, "");
	expect_cut("R", 1, "R");
	expect_cut("", 3, "");
}

TEST(cut_splits_no_wide_character_and_no_escape)
{
	/* four wide characters */
	expect_cut("\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd", 5,
		   "\xe4\xbd\xa0\xe5\xa5\xbd\xe2\x80\xa6");
	expect_cut("\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd", 4,
		   "\xe4\xbd\xa0\xe2\x80\xa6");
	expect_cut("\xe4\xbd\xa0", 1, "\xe2\x80\xa6");
	expect_cut("ab\x1b" "cd", 8, "ab\\x1bcd");
	expect_cut("ab\x1b" "cd", 7, "ab\\x1b\xe2\x80\xa6");
	expect_cut("ab\x1b" "cd", 6, "ab\xe2\x80\xa6");
	expect_cut("ab\x1b" "cd", 3, "ab\xe2\x80\xa6");
	expect_cut("\xe2\x80\xae" "x", 5, "\xe2\x80\xa6");
	/* a mark stays with its letter */
	expect_cut("xe\xcc\x81yz", 3, "xe\xcc\x81\xe2\x80\xa6");
	expect_cut("xe\xcc\x81", 2, "xe\xcc\x81");
}

TEST(fit_fills_to_the_cell)
{
	expect_fit("ab", 4, "ab  ");
	expect_fit("", 3, "   ");
	expect_fit("abcdef", 4, "abc\xe2\x80\xa6");
	expect_fit("\xe4\xbd\xa0", 4, "\xe4\xbd\xa0  ");
	expect_fit("a\xe4\xbd\xa0\xe5\xa5\xbd", 4, "a\xe4\xbd\xa0\xe2\x80\xa6");
	expect_fit("\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0", 4,
		   "\xe4\xbd\xa0\xe2\x80\xa6 ");
	expect_fit("anything", 0, "");
}

TEST(ascii_mode_lets_nothing_else_out)
{
	text_set_ascii(true);
	assert_true(text_ascii());
	expect_cut("Revenue", 5, "Reve~");
	expect_cut("Revenue", 2, "R~");
	expect_cut("Revenue", 1, "~");
	expect_cut("caf\xc3\xa9", 4, "caf?");
	expect_fit("\xe4\xbd\xa0", 4, "??  ");
	expect_fit("e\xcc\x81\xff", 3, "e? ");
	expect_cut("\xe2\x80\xae", 6, "\\u202e");
	text_set_ascii(false);
}

TEST(a_foreign_locale_still_knows_widths)
{
	setenv("LC_ALL", "C", 1);
	text_set_ascii(false);
	text_init();
	assert_true(text_ascii());
	assert_int_equal(text_point_width(0x4f60), 2);
	utf8_locale();
	assert_false(text_ascii());
	/* no decimal comma, whatever the user's locale */
	assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

TEST(controls_are_found_in_typed_text)
{
	assert_false(text_has_control("caf\xc3\xa9 \xe2\x80\xae"));
	assert_true(text_has_control("a\nb"));
	assert_true(text_has_control("tab\t"));
	assert_true(text_has_control("\x7f"));
	assert_true(text_has_control("x\xc2\x85"));
	assert_true(text_has_control("x\x9b" "31m"));
	assert_false(text_has_control("\xc3\x9b"));
}

TEST(case_is_folded)
{
	struct buf out;

	buf_init(&out, LIMIT);
	text_fold(&out, "Maya \xc3\x89T\xc3\x89 \xce\xa9 II");
	assert_string_equal(buf_text(&out), "maya \xc3\xa9t\xc3\xa9 \xcf\x89 ii");
	buf_release(&out);
	assert_int_equal(text_casecmp("MAYA@acme", "maya@ACME"), 0);
	assert_int_equal(text_casecmp("\xc3\x89", "\xc3\xa9"), 0);
	assert_true(text_casecmp("a", "B") < 0);
	assert_true(text_casecmp("b", "A") > 0);
	assert_true(text_casecmp("ab", "abc") < 0);
	assert_true(text_casecmp("abc", "ab") > 0);
}

TEST(numbers_sort_by_value)
{
	static const char *const order[] = {
		"", "1", "9", "10", "a", "A1", "a2", "a2b", "a10", "a10b2",
		"A10b10", "a99999999999999999999", "a100000000000000000000", "b",
		"\xc3\xa9",
	};
	size_t i, j;

	for (i = 0; i < COUNT_OF(order); i++) {
		assert_int_equal(text_natcmp(order[i], order[i]), 0);
		for (j = i + 1; j < COUNT_OF(order); j++) {
			assert_true(text_natcmp(order[i], order[j]) < 0);
			assert_true(text_natcmp(order[j], order[i]) > 0);
		}
	}
	assert_int_equal(text_natcmp("a007", "A7"), 0);
	assert_int_equal(text_natcmp("0", "00"), 0);
}

#define UTF8(name) cmocka_unit_test_setup(name, in_utf8)

RUN(CASE(a_cut_keeps_what_tells_apart),
    UTF8(decode_takes_only_shortest_forms),
    UTF8(every_point_survives_encoding),
    UTF8(valid_finds_the_first_fault_wherever_it_stands),
    UTF8(points_and_widths),
    UTF8(safe_text_stays_as_it_is),
    UTF8(controls_become_visible),
    UTF8(hidden_characters_become_visible),
    UTF8(invalid_and_unassigned_become_the_replacement),
    UTF8(noise_comes_out_safe_and_never_too_wide),
    UTF8(cut_ends_with_an_ellipsis),
    UTF8(cut_splits_no_wide_character_and_no_escape),
    UTF8(fit_fills_to_the_cell),
    UTF8(ascii_mode_lets_nothing_else_out),
    UTF8(a_foreign_locale_still_knows_widths),
    UTF8(controls_are_found_in_typed_text),
    UTF8(case_is_folded),
    UTF8(numbers_sort_by_value))
