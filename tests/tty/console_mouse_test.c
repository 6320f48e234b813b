/* console_mouse_test.c: clicks and the wheel do what keys do, and m gives the mouse
 * back. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };
static const struct pty_options widest = { .rows = 40, .cols = 160 };
static const struct pty_options tiny = { .rows = 10, .cols = 40 };

static void press(struct pty *pty, int button, int row, int col, bool release)
{
	char bytes[40];
	int n = snprintf(bytes, sizeof(bytes), "\033[<%d;%d;%d%c", button,
			 col + 1, row + 1, release ? 'm' : 'M');

	assert_true(pty_send(pty, bytes, (size_t)n));
}

static void click_at(struct pty *pty, int row, int col)
{
	press(pty, 0, row, col, false);
	press(pty, 0, row, col, true);
}

static void click(struct pty *pty, const char *text)
{
	int row = pty_find(pty, text), col;

	if (row < 0)
		shows(pty, text);
	col = col_of(pty, row, text);
	assert_true(col >= 0);
	click_at(pty, row, col);
}

static void wheel(struct pty *pty, bool down, const char *at)
{
	int row = pty_find(pty, at);

	assert_true(row >= 0);
	press(pty, down ? 65 : 64, row, col_of(pty, row, at), false);
}

static void click_tabs(const struct pty_options *at)
{
	struct pty *pty = open_demo(at);

	click(pty, "2 Secrets");
	row_shows(pty, 0, "[2 Secrets]");
	click(pty, "4 Users");
	row_shows(pty, 0, "[4 Users");
	is_fresh(pty);
	leave(pty);
}

TEST(tabs_are_clicked)
{
	click_tabs(&small);
	click_tabs(&wide);
}

TEST(rows_titles_and_the_filter_line)
{
	struct pty *pty = open_demo(&small);

	click(pty, "Churn model");
	cursor_on(pty, "▌ Churn model");
	shows(pty, "Churn model: who can do what");
	click(pty, "OWNER");
	row_shows(pty, 1, "sort owner ▲");
	click(pty, "OWNER");
	row_shows(pty, 1, "sort owner ▼");
	click_at(pty, 1, 4);
	keys(pty, "rev");
	row_shows(pty, 1, "/ rev");
	click(pty, "Revenue model");		/* and typing has ended */
	cursor_on(pty, "▌ Revenue model");
	keys(pty, "<Up>");
	row_shows(pty, 1, "3 of 16");
	leave(pty);
}

TEST(twice_is_enter)
{
	struct pty *pty = open_demo(&small);

	click(pty, "Churn model");
	click_at(pty, cursor_row(pty), 4);
	click_at(pty, cursor_row(pty), 4);
	shows(pty, "Projects › Churn model");
	leave(pty);
}

TEST(the_row_end_opens_the_menu)
{
	struct pty *pty = open_demo(&small);
	int row;

	click(pty, "Board pack");
	row = cursor_row(pty);
	click_at(pty, row, 78);
	shows(pty, "▌ Open");
	click(pty, "Duplicate");
	shows(pty, "Duplicate Board pack");
	keys(pty, "<Esc>");
	click_at(pty, row, 78);
	click_at(pty, 23, 0);			/* outside */
	shows_not(pty, "▌ Open");
	cursor_on(pty, "⋯");
	leave(pty);
}

TEST(the_other_button_opens_the_menu)
{
	struct pty *pty = open_demo(&small);
	int row = pty_find(pty, "Churn model");

	press(pty, 2, row, 9, false);
	press(pty, 2, row, 9, true);
	shows(pty, "▌ Open");
	shows(pty, " Churn model \u2500");	/* its heading */
	keys(pty, "<Esc>");
	cursor_on(pty, "▌ Churn model");
	press(pty, 2, 2, 9, false);		/* titles have none */
	shows_not(pty, "▌ Open");
	row_shows(pty, 1, "sort title ▲");
	leave(pty);
}

static void panel_is_clicked(const struct pty_options *at)
{
	struct pty *pty = open_demo(at);

	click(pty, "Hana Sato");
	cursor_on(pty, "▌ Hana Sato");
	click(pty, "Emil Costa");
	click_at(pty, cursor_row(pty), cursor_col(pty) + 3);
	click_at(pty, cursor_row(pty), cursor_col(pty) + 3);
	shows(pty, "Why \u00b7 Emil Costa on Ad spend attribution");
	keys(pty, "<Esc>");
	click(pty, "Churn model");
	cursor_on(pty, "▌ Churn model");
	leave(pty);
}

TEST(the_panel_is_clicked)
{
	panel_is_clicked(&small);
	panel_is_clicked(&wide);
}

TEST(the_explanation_is_clicked)
{
	struct pty *pty = open_demo(&wide);

	click(pty, "group Marketing");
	cursor_on(pty, "▌ group Marketing");
	click(pty, "make Editor");
	click(pty, "make Editor");
	shows(pty, " · if you do it");
	shows(pty, "Emil Costa would be Editor");
	leave(pty);
}

TEST(hints_are_clicked)
{
	struct pty *pty = open_demo(&widest);

	click(pty, "w why");
	shows(pty, "Why \u00b7 ");
	click(pty, "Esc back");
	shows_not(pty, "Why \u00b7 ");
	click(pty, "? keys");
	shows(pty, "Keys and help");
	keys(pty, "panel shown");
	click(pty, "Panel: shown, full screen, off");
	shows_not(pty, "Keys and help");
	keys(pty, ":tab secr");
	click(pty, "Go to the tab Secrets");
	row_shows(pty, 0, "[2 Secrets]");
	keys(pty, "s");
	click(pty, "USAGE");
	row_shows(pty, 1, "sort usage ▲");
	leave(pty);
}

/* The second press of two does not answer what the first one asked. */
TEST(a_double_click_on_a_hint_is_one)
{
	struct pty *pty = open_demo(&small);
	int row, col, back;

	keys(pty, "4o<Space>");
	row = pty_find(pty, "d delete 1 marked");
	col = col_of(pty, row, "d delete 1 marked");
	click_at(pty, row, col);
	shows(pty, "1 group: 1 changes");
	back = col_of(pty, row, "Esc back");	/* lies under it now */
	assert_true(col >= back && col + 2 < back + 25);
	keys(pty, "<Esc>");
	click_at(pty, row, col + 2);
	click_at(pty, row, col + 2);
	shows(pty, "1 group: 1 changes");	/* still asks */
	leave(pty);
}

/* It scrolls what lies under it, wherever the focus is. */
TEST(the_wheel_scrolls_what_is_under_it)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4");
	wheel(pty, true, "Beth Young");
	cursor_on(pty, "▌ Carl Jensen");
	wheel(pty, true, " can view ");
	cursor_on(pty, "▌ Carl Jensen");	/* the panel's, not the list's */
	wheel(pty, false, "Beth Young");
	cursor_on(pty, "▌ Amir Haddad");
	keys(pty, ":access report<Enter>");
	shows(pty, "Lines 1 to ");
	press(pty, 65, 5, 5, false);
	keys(pty, "<Esc>");
	leave(pty);
}

/* What is on the screen is all that can be clicked. */
TEST(a_text_page_has_no_tabs)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":workspace show<Enter>");
	click_at(pty, 0, 2);
	click_at(pty, 23, 2);
	shows(pty, "Lines 1 to ");
	keys(pty, "<Esc>");
	row_shows(pty, 0, "[5 Projects]");
	leave(pty);
}

TEST(m_gives_the_mouse_back)
{
	struct pty *pty = open_demo(&small);

	pty_forget(pty);
	keys(pty, "m");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000l"));
	shows(pty, "Mouse off: ");
	pty_forget(pty);
	keys(pty, "m");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	shows(pty, "Hold Shift");
	leave(pty);
}

TEST(a_drag_is_told_how_to_select)
{
	struct pty *pty = open_demo(&small);

	press(pty, 0, 6, 4, false);
	press(pty, 0, 7, 9, true);
	shows(pty, "Selecting text? Hold Shift");
	leave(pty);
}

TEST(it_is_off_where_it_gives_no_selection_back)
{
	static const char *const mosh[] = { "MOSH_KEY=x", NULL };
	static const char *const screen[] = { "STY=1.pts-0", NULL };
	const struct pty_options a = { .env = mosh }, b = { .env = screen };
	const struct pty_options *at[] = { &a, &b };
	size_t i;

	for (i = 0; i < 2; i++) {
		struct pty *pty = open_demo(at[i]);

		assert_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
		keys(pty, "m");
		assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
		leave(pty);
	}
}

/* Any button anywhere, on every page, at every size. */
TEST(clicks_everywhere_do_no_harm)
{
	static const char *const at[] = {
		"", ".", "O", ":", "?", "w", "s", "+x", "<Space>d", "1l", "p"
	};
	static const struct pty_options *const size[] = { &tiny, &small, &wide };
	struct dice dice = { 7 };
	size_t i, k, n;

	for (k = 0; k < 3; k++) {
		struct pty *pty = open_demo(size[k]);

		for (i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
			keys(pty, at[i]);
			for (n = 0; n < 12; n++) {
				static const int button[] = { 0, 0, 0, 1, 2, 64, 65 };

				/* one after the other: the same with any compiler */
				bool release = roll(&dice, 3) == 0;
				int col = (int)roll(&dice, 124);
				int row = (int)roll(&dice, 42);

				press(pty, button[roll(&dice, 7)], row, col, release);
			}
			is_fresh(pty);
			keys(pty, "<C-g><C-g><C-g><C-g><C-g>");
		}
		leave(pty);
	}
}

/* Where the reason of a row goes on below it, its lines are the row. */
TEST(each_line_of_a_row_is_the_row)
{
	const struct pty_options three = { .rows = 50, .cols = 160 };
	struct pty *pty = open_demo(&three);
	int row = pty_find(pty, "Hana Sato");

	row_shows(pty, row + 2, "ADS_API_TOKEN");
	click_at(pty, row + 2, 88);
	cursor_on(pty, "\u258c Hana Sato");
	click_at(pty, row + 3, 88);
	cursor_on(pty, "\u258c Ivan Petrov");
	is_fresh(pty);
	leave(pty);
}

RUN(CASE(each_line_of_a_row_is_the_row), CASE(tabs_are_clicked), CASE(rows_titles_and_the_filter_line),
    CASE(twice_is_enter), CASE(the_row_end_opens_the_menu), CASE(the_other_button_opens_the_menu),
    CASE(the_panel_is_clicked), CASE(the_explanation_is_clicked),
    CASE(hints_are_clicked), CASE(a_double_click_on_a_hint_is_one),
    CASE(the_wheel_scrolls_what_is_under_it),
    CASE(a_text_page_has_no_tabs), CASE(m_gives_the_mouse_back),
    CASE(a_drag_is_told_how_to_select),
    CASE(it_is_off_where_it_gives_no_selection_back),
    CASE(clicks_everywhere_do_no_harm))
