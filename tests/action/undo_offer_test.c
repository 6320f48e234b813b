/* undo_offer_test.c: what u and U would turn is known at any length of the history,
 * looked at in parts, and anew after each change. */
#include "tests/action/undo_world.h"

#include "action/undo/undo_offer.h"

enum { PEOPLE = 2, CHANGES = 160, MANY = 420 };

static const char *const person[PEOPLE] = { "u-ada", "u-ben" };

static unsigned next(unsigned *dice, unsigned sides)
{
	*dice = *dice * 1103515245u + 12345u;
	return (*dice >> 16) % sides;
}

/* Does it get as far as a change of one's own that can be turned? */
static bool turns(struct world *w, const char *as, const char *line)
{
	(void)world_do(w, as, line);
	return strcmp(w->err.code, "NOTHING_TO_UNDO") != 0 &&
		strcmp(w->err.code, "NOTHING_TO_REDO") != 0 &&
		strcmp(w->err.code, "IRREVERSIBLE") != 0;
}

static void search(struct world *w, struct undo_offer *offer, size_t events)
{
	undo_offer_begin(offer);
	while (undo_offer_step(offer, &w->app, events))
		;
	assert_true(offer->undo.known && offer->redo.known);
}

static void change(struct world *w, unsigned *dice, int i)
{
	const char *as = person[next(dice, PEOPLE)];
	char line[64];

	switch (next(dice, 5)) {
	case 0:
		snprintf(line, sizeof(line), "undo");
		break;
	case 1:
		snprintf(line, sizeof(line), "redo");
		break;
	case 2:
		snprintf(line, sizeof(line), "%s %u", next(dice, 2) ? "undo" :
			 "redo", 1 + next(dice, (unsigned)i + 1));
		break;
	default:
		snprintf(line, sizeof(line), "group rename %s N%d", next(dice, 2) ?
			 "g-in" : "g-mix", i);
	}
	(void)world_do(w, as, line);	/* some are refused: so be it */
}

/* Whatever happened, in whatever parts it is looked at, it is what undo and redo say. */
TEST(it_is_what_undo_and_redo_say)
{
	struct undo_offer offer[PEOPLE];
	unsigned dice = 4;
	struct world w;
	int i, p;

	memset(offer, 0, sizeof(offer));
	open_world(&w);
	for (i = 0; i < CHANGES; i++) {
		change(&w, &dice, i);
		for (p = 0; p < PEOPLE; p++) {
			bool undo = turns(&w, person[p], "undo --dry-run");
			bool redo = turns(&w, person[p], "redo --dry-run");

			search(&w, &offer[p], 1 + next(&dice, 9));
			assert_int_equal(offer[p].undo.yes, undo);
			assert_int_equal(offer[p].redo.yes, redo);
		}
	}
	for (p = 0; p < PEOPLE; p++)
		undo_offer_release(&offer[p]);
	world_close(&w);
}

/* One's own change and undo are found below hundreds of others'. */
TEST(a_long_history_hides_nothing)
{
	struct undo_offer offer = { .n_words = 0 };
	struct world w;
	char line[64];
	int i;

	open_world(&w);
	DO(&w, "u-ben", "group rename g-in A", 0, "");
	DO(&w, "u-ben", "group rename g-mix B", 0, "");
	DO(&w, "u-ben", "undo", 0, "");
	for (i = 0; i < MANY; i++) {
		snprintf(line, sizeof(line), "project rename q Q%d", i);
		DO(&w, "u-ed", line, 0, "");
	}
	assert_true(turns(&w, "u-ben", "undo --dry-run"));
	search(&w, &offer, 200);
	assert_true(offer.undo.yes && offer.redo.yes);
	/* one more, and what was found is known at the first look */
	DO(&w, "u-ed", "project rename q Last", 0, "");
	assert_true(turns(&w, "u-ben", "undo --dry-run"));
	undo_offer_begin(&offer);
	(void)undo_offer_step(&offer, &w.app, 2);
	assert_true(offer.undo.known && offer.undo.yes);
	undo_offer_release(&offer);
	/* somebody without any: nothing, and at the first look the next time */
	assert_false(turns(&w, "u-eve", "undo --dry-run"));
	search(&w, &offer, 200);
	assert_false(offer.undo.yes || offer.redo.yes);
	DO(&w, "u-ed", "project rename q Q", 0, "");
	assert_false(turns(&w, "u-eve", "undo --dry-run"));
	undo_offer_begin(&offer);
	assert_false(undo_offer_step(&offer, &w.app, 2));
	undo_offer_release(&offer);
	world_close(&w);
}

RUN(CASE(it_is_what_undo_and_redo_say), CASE(a_long_history_hides_nothing))
