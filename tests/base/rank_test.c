/* rank_test.c: many rows at once stand as text_natcmp() orders them, and stably. */
#include "tests/expect.h"

#include "base/rank.h"
#include "base/text.h"

static uint64_t seed = 5;

static uint32_t below(uint32_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % n;
}

enum { ROWS = 3000 };

/* From few letters, so that beginnings and whole texts are often alike. */
static void some_text(char *out)
{
	static const char *const parts[] = { "a", "A", "b", "ab", "0", "00", "7",
		"10", "007", " ", "-", "\303\204", "\303\244", "\303\237", "z9",
		"\xff", "aaaaaaaaaa", ":", "\001" };
	uint32_t n = below(5), i;

	out[0] = '\0';
	for (i = 0; i < n; i++)
		strcat(out, parts[below(COUNT_OF(parts))]);
}

static void in_order(char (*text)[64], bool falling)
{
	uint32_t order[ROWS];
	struct rank rank;
	size_t i;
	int cmp;

	rank_init(&rank);
	for (i = 0; i < ROWS; i++) {
		rank_add(&rank, text[i]);
		order[i] = (uint32_t)i;
	}
	rank_texts(&rank, order, ROWS, falling);
	for (i = 1; i < ROWS; i++) {
		cmp = text_natcmp(text[order[i - 1]], text[order[i]]);
		assert_true(falling ? cmp >= 0 : cmp <= 0);
		if (!cmp)
			assert_true(order[i - 1] < order[i]);
	}
	rank_release(&rank);
}

TEST(texts_stand_in_natural_order)
{
	static char text[ROWS][64];
	size_t i;

	for (i = 0; i < ROWS; i++)
		some_text(text[i]);
	in_order(text, false);
	in_order(text, true);
	for (i = 0; i < ROWS; i++)		/* one long beginning */
		snprintf(text[i], sizeof(text[i]), "Person, number %u",
			 below(4 * ROWS));
	in_order(text, false);
	in_order(text, true);
}

TEST(digits_without_end_are_a_number)
{
	static char nines[400], ten[402];
	uint32_t order[3] = { 0, 1, 2 };
	struct rank rank;

	memset(nines, '9', sizeof(nines) - 1);
	memset(ten, '0', sizeof(ten) - 1);
	ten[0] = '1';
	rank_init(&rank);
	rank_add(&rank, ten);
	rank_add(&rank, nines);
	rank_add(&rank, "5");
	rank_texts(&rank, order, 3, false);
	assert_int_equal(order[0], 2);
	assert_int_equal(order[1], 1);
	assert_int_equal(order[2], 0);
	rank_release(&rank);
}

/* Rows of parts stand as the texts of the parts do, where none begins another. */
TEST(parts_stand_by_their_places)
{
	static const char *const parts[] = { "b,", "A,", "a10,", "a9,", "a09,", "c," };
	uint32_t place[COUNT_OF(parts)], order[3] = { 0, 1, 2 };
	struct rank rank, rows;
	size_t i;

	rank_init(&rank);
	rank_init(&rows);
	for (i = 0; i < COUNT_OF(parts); i++)
		rank_add(&rank, parts[i]);
	rank_places(&rank, place);
	assert_int_equal(place[1], 0);
	assert_int_equal(place[3], 1);
	assert_int_equal(place[4], 1);		/* the same number */
	assert_int_equal(place[2], 3);
	assert_int_equal(place[0], 4);
	assert_int_equal(place[5], 5);
	rank_row(&rows);
	rank_part(&rows, place[2]);
	rank_row(&rows);
	rank_row(&rows);
	rank_part(&rows, place[4]);
	rank_part(&rows, place[5]);
	rank_texts(&rows, order, 3, false);
	assert_int_equal(order[0], 1);
	assert_int_equal(order[1], 2);
	assert_int_equal(order[2], 0);
	rank_release(&rank);
	rank_release(&rows);
}

TEST(a_tie_is_told_by_its_bytes)
{
	uint32_t order[4] = { 0, 1, 2, 3 };
	struct rank rank;

	rank_init(&rank);
	rank_add(&rank, "bob");
	rank_tie(&rank, "u-9");
	rank_add(&rank, "Bob");
	rank_tie(&rank, "u-10");
	rank_add(&rank, "bob 0");
	rank_tie(&rank, "a");
	rank_add(&rank, "bo");
	rank_tie(&rank, "z");
	rank_texts(&rank, order, 4, false);
	assert_int_equal(order[0], 3);
	assert_int_equal(order[1], 1);		/* by bytes: 1 is before 9 */
	assert_int_equal(order[2], 0);
	assert_int_equal(order[3], 2);
	rank_release(&rank);
}

TEST(numbers_stand_in_order_and_stay)
{
	static int64_t number[ROWS];
	uint32_t order[ROWS];
	size_t i;
	int falling;

	for (falling = 0; falling < 2; falling++) {
		for (i = 0; i < ROWS; i++) {
			number[i] = (int64_t)below(50) - 25;
			order[i] = (uint32_t)i;
		}
		number[7] = INT64_MIN;
		number[8] = INT64_MAX;
		rank_numbers(number, order, ROWS, falling);
		for (i = 1; i < ROWS; i++) {
			int64_t a = number[order[i - 1]], b = number[order[i]];

			assert_true(falling ? a >= b : a <= b);
			if (a == b)
				assert_true(order[i - 1] < order[i]);
		}
	}
	rank_numbers(number, order, 0, false);
}

RUN(CASE(texts_stand_in_natural_order), CASE(digits_without_end_are_a_number),
    CASE(a_tie_is_told_by_its_bytes), CASE(parts_stand_by_their_places),
    CASE(numbers_stand_in_order_and_stay))
