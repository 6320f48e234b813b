/* input_test.c: a line being typed. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/input.h"

static struct input input;

static bool press(uint32_t code, unsigned mods)
{
	struct key key = { .code = code, .mods = mods };

	return input_key(&input, &key);
}

static void paste(const char *text)
{
	struct key key = { .code = KEY_PASTE, .text = text };

	assert_true(input_key(&input, &key));
}

static void drawn(int width, const char *want, int cursor)
{
	struct canvas canvas;
	struct buf out;

	canvas_init(&canvas, 1, width);
	input_draw(&input, &canvas, 0, 0, width, true);
	buf_init(&out, 4096);
	canvas_dump(&canvas, &out);
	assert_int_equal(out.data[out.len - 1], '\n');
	out.data[out.len - 1] = '\0';
	assert_string_equal(buf_text(&out), want);
	assert_int_equal(canvas.cursor_col, cursor);
	buf_release(&out);
	canvas_release(&canvas);
}

FIXTURE(setup)
{
	text_init();
	text_set_ascii(false);
	memset(&input, 0, sizeof(input));
	return 0;
}

TEST(typing_and_deleting)
{
	press('a', 0);
	press(0xfc, 0);
	press('c', 0);
	assert_string_equal(input.text, "a\303\274c");
	press(KEY_LEFT, 0);
	press(KEY_BACKSPACE, 0);
	assert_string_equal(input.text, "ac");
	press(KEY_DELETE, 0);
	assert_string_equal(input.text, "a");
	assert_true(press(KEY_DELETE, 0));	/* nothing left: used, no harm */
	press(KEY_HOME, 0);
	assert_true(press(KEY_BACKSPACE, 0));
	assert_string_equal(input.text, "a");
}

TEST(controls_edit_the_line)
{
	input_set(&input, "one two three");
	press('w', KEY_CTRL);
	assert_string_equal(input.text, "one two ");
	press('w', KEY_CTRL);
	assert_string_equal(input.text, "one ");
	press('a', KEY_CTRL);
	press(KEY_RIGHT, 0);
	press('k', KEY_CTRL);
	assert_string_equal(input.text, "o");
	press('u', KEY_CTRL);
	assert_string_equal(input.text, "");
	input_set(&input, "one two");
	press(KEY_LEFT, KEY_CTRL);
	assert_int_equal(input.at, 4);
	press('a', KEY_CTRL);
	press(KEY_RIGHT, KEY_CTRL);
	assert_int_equal(input.at, 3);
	press('e', KEY_CTRL);
	assert_int_equal(input.at, 7);
}

TEST(other_keys_are_not_used)
{
	assert_false(press(KEY_ENTER, 0));
	assert_false(press(KEY_ESC, 0));
	assert_false(press(KEY_TAB, 0));
	assert_false(press(KEY_UP, 0));
	assert_false(press(KEY_F8, 0));
	assert_false(press('s', KEY_CTRL));
	assert_false(press('x', KEY_ALT));
	assert_string_equal(input.text, "");
}

TEST(a_paste_goes_in_without_controls)
{
	input_set(&input, "ad");
	press(KEY_LEFT, 0);
	paste("b\r\n\tc\177\302\205");
	/* a line end parts words, it does not glue them */
	assert_string_equal(input.text, "ab cd");
	assert_int_equal(input.at, 4);
}

TEST(the_line_has_an_end)
{
	char text[2 * INPUT_MAX];
	size_t i;

	for (i = 0; i + 3 < sizeof(text); i += 2)
		memcpy(text + i, "\303\274", 2);
	text[i] = '\0';
	paste(text);
	assert_true(input.n < INPUT_MAX);
	assert_int_equal(text_valid(input.text, input.n), input.n);
	input_set(&input, text);
	assert_true(input.n < INPUT_MAX);
	assert_int_equal(text_valid(input.text, input.n), input.n);
}

TEST(marks_move_with_their_letter)
{
	input_set(&input, "ae\u0301");
	press(KEY_LEFT, 0);
	assert_int_equal(input.at, 1);
	press(KEY_RIGHT, 0);
	assert_int_equal(input.at, input.n);
	press(KEY_HOME, 0);
	press(KEY_RIGHT, 0);
	press(KEY_DELETE, 0);
	assert_string_equal(input.text, "a");
}

TEST(a_long_line_scrolls_between_marks)
{
	int i, last = -1;

	input_set(&input, "abc");
	drawn(8, "abc", 3);
	input_set(&input, "abcdefg");
	drawn(8, "abcdefg", 7);
	input_set(&input, "abcdefghijklmnop");
	drawn(8, "…nop", 4);
	press(KEY_HOME, 0);
	drawn(8, "abcdefg…", 0);
	for (i = 0; i < 16; i++) {	/* never on a mark, never outside */
		struct canvas canvas;

		canvas_init(&canvas, 1, 8);
		input_draw(&input, &canvas, 0, 0, 8, true);
		assert_in_range(canvas.cursor_col, i ? 1 : 0, 6);
		assert_int_equal(canvas.cell[canvas.cursor_col].point[0], 'a' + i);
		last = canvas.cursor_col;
		canvas_release(&canvas);
		press(KEY_RIGHT, 0);
	}
	assert_true(last > 0);
}

TEST(every_width_can_be_drawn)
{
	struct canvas canvas;
	int width;

	input_set(&input, "\u65e5\u672c\u202e long enough \u65e5\u672c");
	for (width = 0; width < 40; width++) {
		canvas_init(&canvas, 1, 40);
		input_draw(&input, &canvas, 0, 0, width, true);
		if (width)
			assert_in_range(canvas.cursor_col, 0, width - 1);
		if (width < 40)
			assert_int_equal(canvas.cell[39].point[0], ' ');
		canvas_release(&canvas);
	}
}

TEST(a_secret_shows_neither_text_nor_length)
{
	input.secret = true;
	drawn(12, "", 0);
	press('x', 0);
	drawn(12, "********", 8);
	paste("a much longer secret than that");
	drawn(12, "********", 8);
}

TEST(several_lines_are_typed)
{
	struct input line;
	size_t at;

	input.lines = true;
	assert_false(press(KEY_ENTER, 0));	/* empty: one goes on */
	paste("one\r\ntwo\tb\n");
	assert_string_equal(input.text, "one\ntwo b\n");
	assert_int_equal(input_lines(&input, &at), 3);
	assert_int_equal(at, 2);
	assert_true(input_at_end(&input));
	assert_false(press(KEY_ENTER, 0));
	assert_false(press(KEY_DOWN, 0));
	press(KEY_BACKSPACE, 0);
	assert_true(press(KEY_UP, 0));
	assert_int_equal(input.at, 3);		/* the line is shorter */
	assert_false(press(KEY_UP, 0));
	press(KEY_HOME, 0);
	assert_true(press(KEY_DOWN, 0));
	assert_int_equal(input.at, 4);
	press('e', KEY_CTRL);
	assert_int_equal(input.at, input.n);
	press('u', KEY_CTRL);			/* of the line alone */
	assert_string_equal(input.text, "one\n");
	press(KEY_BACKSPACE, 0);
	press(KEY_LEFT, 0);
	assert_true(press(KEY_ENTER, 0));
	assert_string_equal(input.text, "on\ne");
	input_take_line(&input, 1, &line);
	assert_string_equal(line.text, "e");
	assert_int_equal(line.at, 0);
	input_take_line(&input, 2, &line);
	assert_string_equal(line.text, "");
	press(KEY_LEFT, 0);
	press(KEY_DELETE, 0);
	assert_string_equal(input.text, "one");
	input_set(&input, "\303\274\303\274\nab");	/* letters stay whole */
	input.at = 6;
	assert_true(press(KEY_UP, 0));
	assert_int_equal(input.at, 0);
}

#define C(name) cmocka_unit_test_setup(name, setup)
RUN(C(typing_and_deleting), C(controls_edit_the_line), C(other_keys_are_not_used),
    C(a_paste_goes_in_without_controls), C(the_line_has_an_end),
    C(marks_move_with_their_letter), C(a_long_line_scrolls_between_marks),
    C(every_width_can_be_drawn), C(several_lines_are_typed), C(a_secret_shows_neither_text_nor_length))
