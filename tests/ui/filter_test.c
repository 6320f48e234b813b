/* filter_test.c: the language of the line after `/`. */
#include "tests/expect.h"

#include "base/text.h"
#include "ui/filter.h"

static const char *const columns[] = { "user", "role", "effective", "why" };
static const char *const dana[] = { "Dana Ilves", "Editor", "Can View",
				    "Snowflake prod" };

static bool hits(const char *text)
{
	struct filter filter;

	filter_parse(&filter, text);
	return filter_match(&filter, columns, dana, 4);
}

TEST(words_are_anded_in_any_order)
{
	assert_true(hits(""));
	assert_true(hits("   "));
	assert_true(hits("dana"));
	assert_true(hits("prod dan"));
	assert_false(hits("prod bob"));
	assert_true(hits("ana il"));
}

TEST(a_capital_asks_for_exactly_this_case)
{
	assert_true(hits("dana"));
	assert_true(hits("Dana"));
	assert_false(hits("DANA"));
}

TEST(a_bang_excludes)
{
	assert_false(hits("!dana"));
	assert_true(hits("!bob"));
	assert_true(hits("dana !guest"));
	assert_false(hits("dana !editor"));
	assert_true(hits("!"));		/* still being typed */
}

TEST(a_column_is_asked_by_name_or_its_begin)
{
	assert_true(hits("role:editor"));
	assert_false(hits("role:dana"));
	assert_true(hits("eff:view"));
	assert_true(hits("!role:viewer"));
	assert_false(hits("!eff:view"));
	assert_true(hits("role:"));
	assert_true(hits("role:edit eff:view dana"));
	assert_false(hits("http://x"));	/* no column: a word */
}

TEST(a_colon_in_the_text_is_found)
{
	static const char *const cells[] = { "http://x", "", "", "" };
	struct filter filter;

	filter_parse(&filter, "http://x");
	assert_true(filter_match(&filter, columns, cells, 4));
}

TEST(quotes_keep_words_together)
{
	assert_true(hits("\"flake prod\""));
	assert_false(hits("\"prod flake\""));
	assert_true(hits("eff:\"can view\""));
	assert_true(hits("\"dana il"));	/* not closed yet */
	assert_false(hits("!\"dana ilves\" prod"));
}

TEST(a_percent_is_fuzzy)
{
	assert_true(hits("%dnlvs"));
	assert_false(hits("%slvnd"));
	assert_true(hits("%snwprd"));
	assert_true(hits("why:x") == false);
	assert_true(hits("!%zzz"));
}

TEST(other_letters_fold_too)
{
	static const char *const cells[] = { "Zo\303\253 \303\234nal", "", "", "" };
	struct filter filter;

	text_init();
	filter_parse(&filter, "\303\274nal");
	assert_true(filter_match(&filter, columns, cells, 4));
	filter_parse(&filter, "\303\234NAL");
	assert_false(filter_match(&filter, columns, cells, 4));
}

static bool matches(const char *text, const char *cell)
{
	const char *const cells[] = { cell, "", "", "" };
	struct filter filter;

	filter_parse(&filter, text);
	return filter_match(&filter, columns, cells, 4);
}

TEST(composed_and_decomposed_are_one)
{
	assert_true(matches("jos\xc3\xa9", "Jose\xcc\x81 Luna"));
	assert_true(matches("jose\xcc\x81", "Jos\xc3\xa9 Luna"));
	assert_true(matches("Jose\xcc\x81", "Jos\xc3\xa9 Luna"));
	assert_true(matches("%jose\xcc\x81", "Jos\xc3\xa9 Luna"));
	assert_true(matches("strasse", "Hauptstra\xc3\x9f" "e"));
	assert_true(matches("\xef\xbd\x81na", "Ana"));
	assert_false(matches("jos\xc3\xa9", "Jose Luna"));
}

/* A line end that was pasted parts words as a blank does. */
TEST(line_ends_are_blanks)
{
	assert_true(matches("dana\nbob", "Bob and Dana"));
	assert_true(matches("dana\r\n\tbob\n", "Bob and Dana"));
}

TEST(what_is_too_long_is_cut_not_broken)
{
	struct filter filter;
	char text[4096];
	size_t i;

	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	filter_parse(&filter, text);
	assert_int_equal(filter.n, 1);
	assert_int_equal(strlen(filter.term[0].word),
			 sizeof(filter.term[0].word) - 1);
	for (i = 1; i < sizeof(text) - 1; i += 2)
		text[i] = ' ';
	filter_parse(&filter, text);
	assert_int_equal(filter.n, FILTER_TERMS);
}

static bool narrows(const char *now, const char *before)
{
	struct filter a, b;

	filter_parse(&a, now);
	filter_parse(&b, before);
	return filter_narrows(&a, &b);
}

TEST(typing_on_narrows)
{
	assert_true(narrows("re", "r"));
	assert_true(narrows("rev fin", "rev"));
	assert_true(narrows("rev", ""));
	assert_true(narrows("!x rev", "!x re"));
	assert_true(narrows("role:edi", "role:ed"));
	assert_false(narrows("r", "re"));
	assert_false(narrows("ar", "r"));	/* could, but is not asked for */
	assert_false(narrows("!xy", "!x"));	/* excludes less */
	assert_false(narrows("role:e", "rol"));
	assert_false(narrows("%rev", "rev"));
	assert_false(narrows("rev", "%rev"));
	assert_false(narrows("rev", "Rev"));
}

RUN(CASE(words_are_anded_in_any_order),
    CASE(a_capital_asks_for_exactly_this_case), CASE(a_bang_excludes),
    CASE(a_column_is_asked_by_name_or_its_begin),
    CASE(a_colon_in_the_text_is_found), CASE(quotes_keep_words_together),
    CASE(a_percent_is_fuzzy), CASE(other_letters_fold_too),
    CASE(composed_and_decomposed_are_one), CASE(line_ends_are_blanks),
    CASE(what_is_too_long_is_cut_not_broken), CASE(typing_on_narrows))
