/* large_text_test.c: letters as pictures. */
#include "tests/expect.h"

#include "base/large_text.h"

static const char all[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

/* Its five rows, one behind the other. */
static void picture(char c, char out[LARGE_TEXT_ROWS * LARGE_TEXT_COLS + 1])
{
	const char text[] = { c, '\0' };
	struct buf buf;
	int row;

	buf_init(&buf, 256);
	for (row = 0; row < LARGE_TEXT_ROWS; row++)
		large_text(text, row, &buf);
	assert_int_equal(buf.len, LARGE_TEXT_ROWS * LARGE_TEXT_COLS);
	memcpy(out, buf_text(&buf), buf.len + 1);
	buf_release(&buf);
}

TEST(no_two_are_alike_and_none_is_empty)
{
	char one[64], other[64], gap[64];
	size_t i, k;

	picture(' ', gap);
	assert_null(strchr(gap, '#'));
	for (i = 0; i < sizeof(all) - 1; i++) {
		picture(all[i], one);
		assert_non_null(strchr(one, '#'));
		for (k = i + 1; k < sizeof(all) - 1; k++) {
			picture(all[k], other);
			if (strcmp(one, other) == 0)
				fail_msg("%c is as %c", all[i], all[k]);
		}
	}
}

TEST(small_letters_are_capitals_and_foreign_bytes_gaps)
{
	char one[64], other[64];

	picture('q', one);
	picture('Q', other);
	assert_string_equal(one, other);
	picture('\xc3', one);
	picture(' ', other);
	assert_string_equal(one, other);
	picture('\033', one);
	assert_string_equal(one, other);
}

TEST(a_row_is_read_from_the_left)
{
	struct buf buf;

	buf_init(&buf, 64);
	large_text("L-1", 4, &buf);
	assert_string_equal(buf_text(&buf), "#####        ###  ");
	buf_release(&buf);
}

RUN(CASE(no_two_are_alike_and_none_is_empty),
    CASE(small_letters_are_capitals_and_foreign_bytes_gaps),
    CASE(a_row_is_read_from_the_left))
