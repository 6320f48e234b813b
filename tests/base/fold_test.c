/* fold_test.c: one form of the same text: NFC stored, folded and NFKC compared. */
#include "tests/expect.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

enum { LIMIT = 1 << 16 };

static struct buf out;

static const char *folded(const char *text)
{
	buf_release(&out);
	buf_init(&out, LIMIT);
	text_fold(&out, text);
	return buf_text(&out);
}

TEST(the_same_in_other_letters)
{
	static const char *const same[][2] = {
		{ "Maya", "mAYA" },
		{ "jose\xcc\x81", "JOS\xc3\x89" },		/* decomposed */
		{ "STRASSE", "stra\xc3\x9f" "e" },		/* full folding */
		{ "\xef\xbd\x81" "na", "Ana" },			/* full width */
		{ "\xef\xac\x81" "x", "FIX" },			/* ligature */
		{ "\xe2\x84\xab", "\xc3\xa5" },			/* Angstrom */
		{ "\xce\xa3\xcf\x82", "\xcf\x83\xcf\x83" },	/* final sigma */
		{ "a\xc2\xa0" "b", "a b" },
		{ "\xec\x9b\xa8", "\xe1\x84\x8b\xe1\x85\xb0" },
		{ "\xff", "\xef\xbf\xbd" },
		{ "I", "i" },					/* in no locale */
	};
	static const char *const other[][2] = {
		{ "jose", "jos\xc3\xa9" }, { "a", "b" }, { "", "a" },
		{ "a\xe2\x80\x8b", "a" }, { "\xd0\xb0", "a" },
		{ "e", "e\xcc\x81" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(same); i++) {
		if (text_casecmp(same[i][0], same[i][1]))
			fail_msg("%s is not %s", same[i][0], same[i][1]);
		char *one = mem_strdup(folded(same[i][0]));
		assert_string_equal(one, folded(same[i][1]));
		free(one);
	}
	for (i = 0; i < COUNT_OF(other); i++) {
		assert_int_not_equal(text_casecmp(other[i][0], other[i][1]), 0);
		assert_int_equal(text_casecmp(other[i][0], other[i][1]),
				 -text_casecmp(other[i][1], other[i][0]));
	}
	buf_release(&out);
}

/* Every point, alone and before a mark: folding twice is folding once, and the
 * form that is stored folds to the same. */
TEST(folding_is_done_once)
{
	char text[16], *once;
	uint32_t point;
	size_t n, k;

	for (point = 1; point < 0x20000; point++)
		for (k = 0; k < 2; k++) {
			n = text_encode(point, text);
			memcpy(text + n, k ? "\xcc\x81" : "", k ? 3 : 1);
			once = mem_strdup(folded(text));
			if (strcmp(folded(once), once) != 0)
				fail_msg("U+%04X folds twice", (unsigned)point);
			buf_release(&out);
			buf_init(&out, LIMIT);
			text_compose(&out, text);
			if (text_casecmp(buf_text(&out), text))
				fail_msg("U+%04X is not its own form",
					 (unsigned)point);
			free(once);
		}
	buf_release(&out);
}

TEST(what_is_stored_is_tidy)
{
	static const char *const pairs[][2] = {
		{ " Finance ", "Finance" }, { "", "" }, { " \t\r\n", "" },
		{ "\xc2\xa0" "Fin\xc2\xa0" "ance\xe3\x80\x80",
		  "Fin\xc2\xa0" "ance" },
		{ "\xe2\x80\x8b" "a\xe2\x80\x8b" "b\xef\xbb\xbf",
		  "a\xe2\x80\x8b" "b" },
		{ "jose\xcc\x81", "jos\xc3\xa9" },
		{ "\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\xef\xb8\x8f" },
		{ "\xe2\x80\x83\xe2\x80\xa8" "x\xc2\x85", "x" },
		{ "\xef\xac\x81", "\xef\xac\x81" },	/* NFC, not NFKC */
	};
	struct arena arena = { 0 };
	const char *plain = "plain", *got;
	size_t i;

	for (i = 0; i < COUNT_OF(pairs); i++) {
		got = text_tidy(pairs[i][0], &arena);
		assert_string_equal(got, pairs[i][1]);
		assert_ptr_equal(text_tidy(got, &arena), got);
	}
	assert_ptr_equal(text_tidy(plain, &arena), plain);
	arena_release(&arena);
}

TEST(what_looks_alike)
{
	static const char *const alike[][2] = {
		{ "ana@acme.example", "\xd0\xb0na@acme.example" },
		{ "ana@acme.example", "a\xe2\x80\x8bna@acme.example" },
		{ "bob@x", "b\xce\xbf" "b@x" },
		{ "paypal", "\xd1\x80\xd0\xb0\xd1\x83\xd1\x80\xd0\xb0l" },
		{ "ana@x", "\xef\xbd\x81na@x" },
	};
	struct buf a, b;
	size_t i;

	for (i = 0; i < COUNT_OF(alike); i++) {
		buf_init(&a, LIMIT);
		buf_init(&b, LIMIT);
		text_skeleton(&a, alike[i][0]);
		text_skeleton(&b, alike[i][1]);
		assert_string_equal(buf_text(&a), buf_text(&b));
		buf_release(&a);
		buf_release(&b);
	}
}

TEST(capitals)
{
	assert_true(text_has_capital("aB"));
	assert_true(text_has_capital("\xc3\x89"));
	assert_false(text_has_capital("jose\xcc\x81 \xc3\x9f 12"));
	assert_false(text_has_capital(""));
}

TEST(in_capitals)
{
	static const char *const pairs[][2] = {
		{ "Bob Stein", "BOB STEIN" },
		{ "Jos\xc3\xa9", "JOS\xc3\x89" },
		{ "\xd0\xb0\xd0\xb1", "\xd0\x90\xd0\x91" },
		{ "stra\xc3\x9f" "e 7", "STRA\xc3\x9f" "E 7" },	/* has none */
		{ "i\xcc\x81\xff", "I\xcc\x81\xef\xbf\xbd" }, { "", "" },
	};
	size_t i;

	for (i = 0; i < COUNT_OF(pairs); i++) {
		buf_release(&out);
		buf_init(&out, LIMIT);
		text_upper(&out, pairs[i][0]);
		assert_string_equal(buf_text(&out), pairs[i][1]);
	}
}

RUN(CASE(the_same_in_other_letters), CASE(folding_is_done_once),
    CASE(what_is_stored_is_tidy), CASE(what_looks_alike), CASE(capitals), CASE(in_capitals))
