/* verdict_test.c: the one line of whom a change moves, and the two tenses of what it
 * does. */
#include "tests/expect.h"

#include "access/preview.h"
#include "action/core/tense.h"
#include "action/judge/verdict.h"

enum { MOST = 32 };

struct made {
	struct preview preview;
	struct tally tally;
	struct arena arena;
};

static void add(struct made *made, uint32_t user, uint32_t project,
		enum level before, enum level after, enum level granted)
{
	struct change change = {
		.user = user, .project = project,
		.before = { .effective = before, .granted = before },
		.after = { .effective = after, .granted = granted },
	};

	if (!made->tally.ways)
		tally_init(&made->tally, MOST);
	tally_add(&made->tally, &change, &made->preview);
}

static void loses(struct made *made, uint32_t user, uint32_t project)
{
	add(made, user, project, LEVEL_CAN_EDIT, LEVEL_NONE, LEVEL_NONE);
}

static void gains(struct made *made, uint32_t user, uint32_t project)
{
	add(made, user, project, LEVEL_NONE, LEVEL_CAN_EDIT, LEVEL_CAN_EDIT);
}

static void is_held(struct made *made, uint32_t user, uint32_t project)
{
	add(made, user, project, LEVEL_CAN_VIEW, LEVEL_CAN_VIEW,
	    LEVEL_CAN_EDIT);
}

static void says(struct made *made, const char *text)
{
	assert_string_equal(verdict_text(&made->preview, NULL,
						 &made->arena), text);
	arena_release(&made->arena);
	tally_release(&made->tally);
	*made = (struct made){ .preview.n = 0 };
}

TEST(losses_come_first_and_the_unit_is_named_once)
{
	struct made made = { .preview.n = 0 };
	uint32_t i;

	says(&made, "nobody's level changes");
	gains(&made, 1, 7);
	says(&made, "1 person gains");
	for (i = 0; i < 3; i++)
		gains(&made, i, 7);
	for (i = 3; i < 16; i++)
		loses(&made, i, 7);
	for (i = 16; i < 21; i++)
		is_held(&made, i, 7);
	says(&made, "13 people lose, 3 gain, 5 are held");
	is_held(&made, 1, 7);
	says(&made, "1 person is held");
	gains(&made, ANYONE, 7);
	says(&made, "anyone on the web gains");
	loses(&made, 2, 7);
	loses(&made, ANYONE, 7);
	says(&made, "1 person loses, anyone on the web loses");
}

TEST(people_on_projects)
{
	struct made made = { .preview.n = 0 };

	loses(&made, 1, 1);
	loses(&made, 2, 1);
	loses(&made, 1, 2);
	gains(&made, 3, 2);
	says(&made, "2 people lose on 2 projects, 1 gains on 1");
	loses(&made, 1, 1);
	loses(&made, 1, 2);
	gains(&made, 1, 3);
	is_held(&made, 1, 4);
	says(&made, "1 person loses on 2 projects, gains on 1, is held on 1");
}

TEST(what_is_blocked_counts_in_no_total)
{
	struct made made = { .preview.n = 0 };

	gains(&made, 1, 1);
	gains(&made, 2, 1);
	assert_string_equal(verdict_line("If you save", 1, &made.preview, NULL,
						 &made.arena),
			    "Save stops: 1 blocked. 2 people gain");
	assert_string_equal(verdict_line("If you save", 2, NULL, NULL, &made.arena),
			    "Save stops: 2 blocked");
	assert_string_equal(verdict_line("If you save", 0, &made.preview, NULL,
						 &made.arena),
			    "If you save: 2 people gain");
	arena_release(&made.arena);
	tally_release(&made.tally);
}

TEST(before_it_would_after_it_is)
{
	struct arena arena = { 0 };
	const char *text = TENSE("Deleted", "Would delete") " X, which "
		TENSE("is", "would be") " gone" TENSE(" (p-1)", "") ".";

	assert_string_equal(tense_choose(text, true, &arena),
			    "Deleted X, which is gone (p-1).");
	assert_string_equal(tense_choose(text, false, &arena),
			    "Would delete X, which would be gone.");
	assert_null(tense_choose(NULL, true, &arena));
	arena_release(&arena);
}

RUN(CASE(losses_come_first_and_the_unit_is_named_once), CASE(people_on_projects),
    CASE(what_is_blocked_counts_in_no_total), CASE(before_it_would_after_it_is))
