/* canvas_test.c: text, borders and clipping as pictures. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/canvas.h"

static struct canvas canvas;

static void picture(const char *want)
{
	struct buf out;

	buf_init(&out, 1 << 20);
	canvas_dump(&canvas, &out);
	assert_string_equal(buf_text(&out), want);
	buf_release(&out);
}

FIXTURE(setup)
{
	text_init();
	text_set_ascii(false);
	canvas_init(&canvas, 4, 12);
	return 0;
}

FIXTURE(teardown)
{
	text_set_ascii(false);
	canvas_release(&canvas);
	return 0;
}

TEST(text_is_cut_with_an_ellipsis)
{
	assert_int_equal(canvas_text(&canvas, 0, 0, 5, 0, "hello"), 5);
	assert_int_equal(canvas_text(&canvas, 1, 0, 5, 0, "hello you"), 5);
	assert_int_equal(canvas_text(&canvas, 2, 8, 99, 0, "edge of it"), 4);
	assert_int_equal(canvas_text(&canvas, 3, 0, 0, 0, "nothing"), 0);
	picture("hello\nhell\u2026\n        edg\u2026\n\n");
}

TEST(foreign_text_is_made_safe)
{
	canvas_text(&canvas, 0, 0, 12, 0, "a\033[2Jb");
	canvas_text(&canvas, 1, 0, 12, 0, "\342\200\256x");
	picture("a\\x1b[2Jb\n\\u202ex\n\n\n");
}

TEST(nothing_is_drawn_outside)
{
	canvas_text(&canvas, -1, 0, 5, 0, "above");
	canvas_text(&canvas, 4, 0, 5, 0, "below");
	canvas_text(&canvas, 0, 12, 5, 0, "right");
	canvas_text(&canvas, 1, -3, 8, 0, "leftmost");
	canvas_fill(&canvas, -100, -100, 1000, 1, 0);
	canvas_hline(&canvas, 9, 0, 5);
	canvas_vline(&canvas, 0, -1, 5);
	canvas_box(&canvas, 2, 10, 2, 5, "x");
	canvas_style(&canvas, -1, -1, 99, STYLE_BOLD);
	canvas_cursor(&canvas, 4, 0);
	assert_int_equal(canvas.cursor_row, -1);
	picture("\ntmost\n          \u250c\u2500\n          \u2514\u2500\n");
}

TEST(wide_characters_keep_their_two_cells)
{
	assert_int_equal(canvas_text(&canvas, 0, 0, 12, 0, "\u65e5\u672cx"), 5);
	assert_int_equal(canvas.cell[1].point[0], 0);
	canvas_text(&canvas, 1, 0, 12, 0, "\u65e5\u672c");
	canvas_text(&canvas, 1, 1, 1, 0, "a");	/* cuts the first in halves */
	canvas_text(&canvas, 1, 2, 1, 0, "b");	/* and the second */
	canvas_text(&canvas, 2, 11, 9, 0, "\u65e5");	/* half outside */
	canvas_text(&canvas, 3, 0, 12, 0, "abcd");
	canvas_text(&canvas, 3, 1, 2, 0, "\u65e5");
	picture("\u65e5\u672cx\n ab\n           \u2026\na\u65e5d\n");
}

TEST(marks_stand_on_their_letter)
{
	assert_int_equal(canvas_text(&canvas, 0, 0, 12, 0, "e\u0301x"), 2);
	assert_int_equal(canvas.cell[0].point[1], 0x301);
	canvas_text(&canvas, 1, 0, 12, 0, "\u0301y");
	picture("e\u0301x\ny\n\n\n");
}

TEST(boxes_have_titles_and_join_lines)
{
	canvas_text(&canvas, 1, 1, 10, 0, "gone");
	canvas_box(&canvas, 0, 0, 4, 12, "Ti");
	canvas_hline(&canvas, 2, 0, 12);
	canvas_vline(&canvas, 0, 8, 3);
	picture("\u250c\u2500 Ti \u2500\u2500\u252c\u2500\u2500\u2510\n"
		"\u2502       \u2502  \u2502\n"
		"\u251c\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2534"
		"\u2500\u2500\u2524\n"
		"\u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500"
		"\u2500\u2518\n");
}

TEST(ascii_has_no_byte_above_7f)
{
	struct buf out;
	size_t i;

	text_set_ascii(true);
	canvas_box(&canvas, 0, 0, 4, 12, "T\303\274r");
	canvas_hline(&canvas, 2, 0, 12);
	canvas_text(&canvas, 1, 1, 8, 0, "\u65e5 longer text");
	picture(".- T?r ----.\n|?? long~  |\n|----------|\n'----------'\n");
	buf_init(&out, 4096);
	canvas_dump(&canvas, &out);
	for (i = 0; i < out.len; i++)
		assert_true((unsigned char)out.data[i] < 0x80);
	buf_release(&out);
}

TEST(right_aligned_text_ends_before_its_column)
{
	canvas_right(&canvas, 0, 10, 4, 0, "42");
	canvas_right(&canvas, 1, 10, 4, 0, "1234567");
	picture("        42\n      123\u2026\n\n\n");
}

TEST(words_wrap_at_blanks)
{
	static const char text[] = "one two three\nfour averyverylongword";

	assert_int_equal(canvas_wrap_rows(8, text), 6);
	assert_int_equal(canvas_wrap(&canvas, 0, 1, 4, 8, 0, text), 4);
	picture(" one two\n three\n four\n averyve\u2026\n");
	assert_int_equal(canvas_wrap_rows(80, "a\n\nb"), 3);
	assert_int_equal(canvas_wrap_rows(80, ""), 0);
	assert_int_equal(canvas_wrap_rows(1, "\u65e5\u672c"), 2);
	assert_int_equal(canvas_wrap_rows(0, "abc"), 0);
}

TEST(styles_are_put_and_added)
{
	canvas_text(&canvas, 0, 0, 3, STYLE_BOLD, "abc");
	canvas_style(&canvas, 0, 1, 5, STYLE_UNDERLINE);
	assert_int_equal(canvas.cell[0].style, STYLE_BOLD);
	assert_int_equal(canvas.cell[1].style, STYLE_BOLD | STYLE_UNDERLINE);
	assert_int_equal(canvas.cell[5].style, STYLE_UNDERLINE);
	assert_int_equal(canvas.cell[6].style, STYLE_PLAIN);
	canvas_cursor(&canvas, 2, 3);
	canvas_clear(&canvas);
	assert_int_equal(canvas.cell[1].style, STYLE_PLAIN);
	assert_int_equal(canvas.cursor_row, -1);
}

TEST(clipping_skips_cells)
{
	assert_int_equal(canvas_clip(&canvas, 0, 0, 4, 0, "abcdefgh", 2), 4);
	assert_int_equal(canvas_clip(&canvas, 1, 0, 4, 0, "\u65e5x", 1), 2);
	assert_int_equal(canvas_clip(&canvas, 2, 0, 4, 0, "ab", 9), 0);
	picture("cdef\n x\n\n\n");
}

TEST(no_canvas_is_too_small)
{
	struct canvas tiny;
	int size;

	for (size = 0; size < 4; size++) {
		canvas_init(&tiny, size, size);
		canvas_box(&tiny, 0, 0, size, size, "Title");
		canvas_wrap(&tiny, 0, 0, size, size, 0, "some \u65e5 words");
		canvas_text(&tiny, 0, 0, 9, 0, "\u65e5\u65e5");
		canvas_release(&tiny);
	}
}

/* A colour is that of a sign and one word; a wrapped text never is red as a whole. */
TEST(a_colour_is_of_how_it_begins)
{
	struct canvas red;
	unsigned want = STYLE_RED | STYLE_BOLD;
	int c;

	canvas_init(&red, 2, 12);
	canvas_wrap(&red, 0, 0, 2, 12, STYLE_RED, "! held at Can View by X");
	for (c = 0; c < 12; c++) {
		assert_int_equal(red.cell[c].style, c < 6 ? want : 0);
		assert_int_equal(red.cell[12 + c].style, 0);
	}
	canvas_clear(&red);
	canvas_wrap(&red, 0, 0, 2, 12, STYLE_RED | STYLE_SIGN, "! Elif can view");
	for (c = 0; c < 12; c++)	/* a name has no colour */
		assert_int_equal(red.cell[c].style, c < 1 ? want : 0);
	canvas_clear(&red);
	canvas_wrap(&red, 0, 0, 1, 12, STYLE_BOLD, "held at");
	assert_int_equal(red.cell[0].style, STYLE_BOLD);
	canvas_lead(&red, 1, 0, 12, STYLE_RED);	/* blanks: no word */
	canvas_lead(&red, 9, 0, 12, STYLE_RED);
	canvas_release(&red);
}

#define C(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
RUN(C(text_is_cut_with_an_ellipsis), C(foreign_text_is_made_safe),
    C(nothing_is_drawn_outside), C(wide_characters_keep_their_two_cells),
    C(marks_stand_on_their_letter), C(boxes_have_titles_and_join_lines),
    C(ascii_has_no_byte_above_7f), C(right_aligned_text_ends_before_its_column),
    C(words_wrap_at_blanks), C(styles_are_put_and_added), C(clipping_skips_cells),
    C(no_canvas_is_too_small),
    C(a_colour_is_of_how_it_begins))
