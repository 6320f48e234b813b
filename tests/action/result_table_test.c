/* result_table_test.c: the rows of a result on a page: nothing of them is cut. */
#include "tests/expect.h"

#include "action/core/result_table.h"
#include "base/text.h"

static void three(struct result *result, const char *detail)
{
	memset(result, 0, sizeof(*result));
	result_columns(result, 4, "check", "CHECK", CELL_CODE, "good", "GOOD", CELL_BOOL,
		       "detail", "DETAIL", CELL_TEXT, "left", "LEFT", CELL_TEXT);
	result_cells(result, "events", "true", detail);
	result_cells(result, "state", "false", "short");
}

static void whole(const char *detail, size_t cells, const char *want)
{
	struct result result;
	struct buf out;

	three(&result, detail);
	buf_init(&out, 1 << 16);
	result_table_whole(&result, cells, &out);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
	result_release(&result);
}

TEST(what_has_room_stands_in_lines)
{
	whole("it holds", 80, "CHECK   GOOD  DETAIL\n"
			      "events  yes   it holds\n"
			      "state   no    short\n");
}

TEST(the_last_column_goes_on_below_itself)
{
	whole("the chain of many events holds from its first one on", 40,
	      "CHECK   GOOD  DETAIL\n"
	      "events  yes   the chain of many events\n"
	      "              holds from its first one\n"
	      "              on\n"
	      "state   no    short\n");
}

TEST(or_below_the_others_where_they_leave_no_room)
{
	whole("the chain of many events holds", 30,
	      "CHECK   GOOD\n    DETAIL\n"
	      "events  yes\n    the chain of many events\n    holds\n"
	      "state   no\n    short\n");
}

TEST(a_word_that_has_no_room_is_broken_and_nothing_is_lost)
{
	struct buf out;

	text_init();
	buf_init(&out, 1 << 16);
	result_fold("0123456789abcdef x", 2, 10, &out);
	assert_string_equal(buf_text(&out), "01234567\n  89abcdef\n  x\n");
	buf_reset(&out);
	result_fold("\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2", 0, 3, &out);
	assert_string_equal(buf_text(&out), "\xe6\xbc\xa2\n\xe5\xad\x97\n\xe6\xbc\xa2\n");
	buf_reset(&out);
	result_fold("ab", 4, 1, &out);	/* no room at all */
	assert_string_equal(buf_text(&out), "ab\n");
	buf_release(&out);
}

RUN(CASE(what_has_room_stands_in_lines),
    CASE(the_last_column_goes_on_below_itself),
    CASE(or_below_the_others_where_they_leave_no_room),
    CASE(a_word_that_has_no_room_is_broken_and_nothing_is_lost))
