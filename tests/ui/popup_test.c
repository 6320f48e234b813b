/* popup_test.c: a small frame over a page: where it stands, and what keys and mouse
 * mean in it. */
#include "tests/expect.h"
#include "tests/ui/seen.h"

#include "base/text.h"
#include "ui/popup.h"

static struct popup popup;

static void draw(int rows, int cols, int row, int col, size_t n, const char *want)
{
	struct canvas canvas;
	struct buf out;
	int at, x, width;
	size_t i;

	text_init();
	text_set_ascii(true);
	canvas_init(&canvas, rows, cols);
	popup_draw(&popup, &canvas, row, col, n, 10, "T", "foot", 1);
	for (i = 0; i < n; i++)
		if (popup_place(&popup, i, &at, &x, &width))
			canvas_printf(&canvas, at, x, width, 0, "%s%zu",
				      i == popup.at ? ">" : " ", i);
	buf_init(&out, 1 << 16);
	canvas_dump(&canvas, &out);
	if (want)
		assert_string_equal(buf_text(&out), want);
	buf_release(&out);
	canvas_release(&canvas);
	text_set_ascii(false);
}

FIXTURE(setup)
{
	popup = (struct popup){ .n = 0 };
	return 0;
}

static enum popup_answer press(uint32_t code)
{
	struct key key = { .code = code };

	return popup_key(&popup, &key);
}

static enum popup_answer click(int button, int row, int col)
{
	struct key key = { .code = KEY_MOUSE, .button = button, .row = row,
			   .col = col };

	return popup_key(&popup, &key);
}

TEST(it_stands_where_it_is_asked_or_beside)
{
	draw(7, 16, 1, 2, 2, "\n"
	     "  .- T --------.\n"
	     "  | >0         |\n"
	     "  |  1         |\n"
	     "  | foot       |\n"
	     "  '------------'\n"
	     "\n");
	draw(6, 14, 4, 9, 2, "\n"
	     ".- T --------.\n"
	     "| >0         |\n"
	     "|  1         |\n"
	     "| foot       |\n"
	     "'------------'\n");
}

TEST(keys_move_and_take)
{
	draw(10, 20, 0, 0, 3, NULL);
	assert_int_equal(press('j'), POPUP_USED);
	assert_int_equal(press(KEY_DOWN), POPUP_USED);
	assert_int_equal(press(KEY_DOWN), POPUP_USED);	/* the end */
	assert_int_equal(popup.at, 2);
	assert_int_equal(press('k'), POPUP_USED);
	assert_int_equal(popup.at, 1);
	assert_int_equal(press(KEY_ENTER), POPUP_TAKE);
	assert_int_equal(press('x'), POPUP_NONE);
	press(KEY_HOME);
	assert_int_equal(popup.at, 0);
	press(KEY_END);
	assert_int_equal(popup.at, 2);
}

/* The entry of the cursor is always in sight, and that there are more is said. */
TEST(it_scrolls_where_there_is_no_room)
{
	draw(5, 24, 0, 0, 9, ".- T --------.\n"
	     "| >0         |\n"
	     "|  1         |\n"
	     "| foot       |\n"
	     "'- v 7 more -'\n");
	press(KEY_PGDN);
	press(KEY_PGDN);
	press(KEY_PGDN);
	draw(5, 24, 0, 0, 9, ".- ^ 2 more -.\n"
	     "|  2         |\n"
	     "| >3         |\n"
	     "| foot       |\n"
	     "'- v 5 more -'\n");
	press(KEY_END);
	draw(5, 24, 0, 0, 9, NULL);
	assert_int_equal(popup.top, 7);
	draw(5, 24, 0, 0, 2, NULL);	/* entries have gone */
	assert_int_equal(popup.at, 1);
}

TEST(the_mouse_takes_and_closes)
{
	draw(7, 30, 1, 2, 3, NULL);	/* entries at rows 2, 3 and 4 */
	assert_int_equal(click(0, 3, 5), POPUP_TAKE);
	assert_int_equal(popup.at, 1);
	assert_int_equal(click(0, 5, 5), POPUP_USED);	/* the foot */
	assert_int_equal(click(0, 1, 5), POPUP_USED);	/* the title */
	assert_int_equal(click(0, 0, 5), POPUP_CLOSE);
	assert_int_equal(click(0, 3, 28), POPUP_CLOSE);
	assert_int_equal(click(65, 0, 0), POPUP_USED);
	assert_int_equal(popup.at, 2);
	assert_int_equal(click(64, 0, 0), POPUP_USED);
	assert_int_equal(popup.at, 1);
}

/* Nothing crashes where nothing has room. */
TEST(any_size_will_do)
{
	int rows, cols;

	for (rows = 1; rows < 9; rows++)
		for (cols = 1; cols < 20; cols++)
			draw(rows, cols, rows / 2, cols / 2, 5, NULL);
	assert_int_equal(press(KEY_END), POPUP_USED);
	draw(1, 1, 0, 0, 0, NULL);
	assert_int_equal(press(KEY_ENTER), POPUP_USED);
}

#define C(name) cmocka_unit_test_setup(name, setup)
RUN(C(it_stands_where_it_is_asked_or_beside), C(keys_move_and_take),
    C(it_scrolls_where_there_is_no_room), C(the_mouse_takes_and_closes),
    C(any_size_will_do))
