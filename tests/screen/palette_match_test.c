/* palette_match_test.c: which words lead to which entry, and what comes first. */
#include "screen/palette/palette_match.h"
#include "tests/expect.h"

static const char title[] = "Take a grant on Revenue model away";
static const char more[] = "project unshare withdraw";

static enum fit fit_of(const char *line, unsigned *rest)
{
	struct typed typed;
	enum fit fit;

	typed_read(&typed, line);
	fit = typed_fit(&typed, title, more, rest);
	typed_release(&typed);
	return fit;
}

TEST(a_title_before_words_before_synonyms_before_within)
{
	assert_int_equal(fit_of("take a gr", NULL), FIT_PREFIX);
	assert_int_equal(fit_of("TAKE", NULL), FIT_PREFIX);
	assert_int_equal(fit_of("take rev", NULL), FIT_FIRST);
	assert_int_equal(fit_of("rev take", NULL), FIT_WORDS);
	assert_int_equal(fit_of("grant", NULL), FIT_WHOLE);	/* :plan is no "planning" */
	assert_int_equal(fit_of("model grant", NULL), FIT_WHOLE);
	assert_int_equal(fit_of("unsh rev", NULL), FIT_SYNONYM);
	assert_int_equal(fit_of("remove rev", NULL), FIT_MEANING);
	assert_int_equal(fit_of("permission", NULL), FIT_MEANING);
	assert_int_equal(fit_of("venue", NULL), FIT_WITHIN);
	assert_int_equal(fit_of("zebra", NULL), FIT_NONE);
	assert_int_equal(fit_of("take zebra", NULL), FIT_NONE);
}

TEST(what_is_left_is_told)
{
	unsigned rest;

	(void)fit_of("take bob grant ann", &rest);
	assert_int_equal(rest, 2 | 8);
	(void)fit_of("take venue", &rest);
	assert_int_equal(rest, 2);
}

/* One letter has no meaning, and a word in quotes only its own. */
TEST(quotes_hold_together)
{
	struct typed typed;

	typed_read(&typed, "share \"Revenue model\" bob 'a b");
	assert_int_equal(typed.n, 4);
	assert_string_equal(typed.word[1], "revenue model");
	assert_true(typed.quoted[1] && !typed.quoted[2]);
	assert_string_equal(typed.word[3], "a b");
	typed_release(&typed);
	assert_int_equal(fit_of("\"remove\"", NULL), FIT_NONE);
	assert_int_equal(fit_of("\"revenue model\"", NULL), FIT_WHOLE);
	typed_read(&typed, "  ");
	assert_int_equal(typed.n, 0);
	typed_release(&typed);
}

/* The words of the old pages find what is called otherwise here. */
TEST(words_of_one_meaning)
{
	static const struct { const char *typed, *title; } said[] = {
		{ "downgraded", "Count levels and who is held" },
		{ "revoke", "Remove imported assets" },
		{ "invite", "Share a project with people" },
		{ "members", "Add people to a group" },
		{ "password", "Create a secret" },
		{ "offboard", "Deactivate a person" },
		{ "audit", "List what happened: history" },
		{ "clone", "Duplicate a project" },
		{ "everyone", "Share a project with the whole workspace" },
	};
	struct typed typed;
	size_t i;

	for (i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		typed_read(&typed, said[i].typed);
		if (typed_fit(&typed, said[i].title, "", NULL) != FIT_MEANING)
			fail_msg("%s does not find %s", said[i].typed,
				 said[i].title);
		typed_release(&typed);
	}
}

RUN(CASE(a_title_before_words_before_synonyms_before_within), CASE(what_is_left_is_told),
    CASE(quotes_hold_together), CASE(words_of_one_meaning))
