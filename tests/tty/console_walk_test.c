/* console_walk_test.c: the five tabs, their lists, the first screen, filter, sort,
 * the palette, and how one leaves. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

static const struct { const char *key, *f, *tab, *path, *row; } tab[] = {
	{ "1", "<F2>", "[1 Data src]", "Settings › Data sources",
	  "▌ Analytics wareh" },
	{ "2", "<F3>", "[2 Secrets]", "Settings › Secrets", "▌ ADS_API_TOKEN" },
	{ "3", "<F4>", "[3 Integr.]", "Settings › Integrations", "▌ Hex API" },
	{ "4", "<F5>", "[4 Users]", "Settings › Users & groups › Users",
	  "▌ Amir Haddad" },
	{ "5", "<F6>", "[5 Projects]", "Projects", "▌ Ad spend attrib" }
};

/* On Projects, the first row focused; the point is on the screen: somebody who
 * was granted Can Edit and is held at Can View. */
static void check_first_screen(struct pty *pty, const char *first)
{
	int row;

	row_shows(pty, 0, "[5 Projects]");
	row_shows(pty, 0, "DEMO");
	row_shows(pty, 0, "maya · Admin");
	row_shows(pty, 1, "16 of 16");
	row_shows(pty, 2, "PROJECT");
	row_shows(pty, 3, first);
	cursor_on(pty, first);
	assert_int_equal(cursor_col(pty), 0);
	assert_true(pty_style(pty, first) & PTY_BOLD);
	assert_true(pty_style(pty, "[5 Projects]") & PTY_BOLD);
	row = pty_find(pty, "7 held");
	assert_true(row > 0);
	row_shows(pty, row, "Ad spend attribution");
	row = pty_find(pty, "Emil Costa");
	assert_true(row > 0);
	row_shows(pty, row, "Edit     ▼ View");
	row_shows(pty, -1, "Enter open");
	row_shows(pty, -1, "? keys");
	is_fresh(pty);
}

TEST(the_first_screen_shows_the_point)
{
	struct pty *pty = open_demo(&small);

	check_first_screen(pty, "▌ Ad spend");
	leave(pty);
	pty = open_demo(&large);
	check_first_screen(pty, "▌ Ad spend");
	shows(pty, "Emil Costa can view Ad spend attribution. Can Edit was");
	shows(pty, "Asset permissions do not hide results.");
	shows(pty, "f 1  make Editor   nothing else moves");
	leave(pty);
}

TEST(digits_and_function_keys_open_the_tabs)
{
	struct pty *pty = open_demo(&small);
	int way, i, at;

	for (way = 0; way < 2; way++)
		for (i = 0; i < 10; i++) {
			at = i < 5 ? i : 9 - i;
			keys(pty, way ? tab[at].f : tab[at].key);
			/* the key of the open tab turns to its other list */
			if (i == 5 && at == 3)
				continue;
			row_shows(pty, 0, tab[at].tab);
			row_shows(pty, 1, tab[at].path);
			shows(pty, tab[at].row);
			cursor_on(pty, tab[at].row);
		}
	is_fresh(pty);
	leave(pty);
}

/* The three blocks of Integrations have their headings at 80x24 (SCREENS 6). */
TEST(integrations_has_its_three_headings)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "3");
	shows(pty, "Hex API");
	shows(pty, "Git package import");
	shows(pty, "External file integrations");
	leave(pty);
}

TEST(users_and_groups_are_two_lists)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4");
	row_shows(pty, 1, "40 of 40");
	keys(pty, "o");
	row_shows(pty, 1, "Settings › Users & groups › Groups");
	row_shows(pty, 1, "11 of 11");	/* 8 and 3 that are built in */
	cursor_on(pty, "▌ Data Team");
	row_shows(pty, pty_find(pty, "Workspace guests"), "4");
	keys(pty, "5");
	keys(pty, "4");
	row_shows(pty, 1, "› Groups");
	keys(pty, "o");
	row_shows(pty, 1, "› Users");
	leave(pty);
}

TEST(tab_goes_round_the_zones)
{
	struct pty *pty = open_demo(&large);
	int list = cursor_row(pty), panel, detail;

	assert_int_equal(cursor_col(pty), 0);
	keys(pty, "<Tab>");
	panel = cursor_col(pty);
	assert_true(panel > 40);
	cursor_on(pty, "▌ Emil Costa");
	keys(pty, "<Tab>");
	assert_int_equal(cursor_col(pty), panel);
	detail = cursor_row(pty);
	cursor_on(pty, "group Marketing");
	keys(pty, "<Tab>");
	assert_int_equal(cursor_col(pty), 0);
	assert_int_equal(cursor_row(pty), list);
	keys(pty, "<S-Tab>");
	assert_int_equal(cursor_row(pty), detail);
	keys(pty, "<S-Tab>");
	cursor_on(pty, "▌ Emil Costa");
	keys(pty, "<S-Tab>");
	assert_int_equal(cursor_col(pty), 0);
	leave(pty);
}

TEST(the_list_walks_by_all_its_keys)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "j<Down>");
	cursor_on(pty, "▌ Churn model");
	keys(pty, "k<Up>k");
	cursor_on(pty, "▌ Ad spend");
	keys(pty, "G");
	cursor_on(pty, "▌ Warehouse");
	keys(pty, "j");
	cursor_on(pty, "▌ Warehouse");
	keys(pty, "g");
	cursor_on(pty, "▌ Ad spend");
	keys(pty, "<End>");
	cursor_on(pty, "▌ Warehouse");
	keys(pty, "<Home><PgDn>");
	shows_not(pty, "▌ Ad spend");
	keys(pty, "<PgUp>");
	cursor_on(pty, "▌ Ad spend");
	is_fresh(pty);
	leave(pty);
}

TEST(the_filter_is_live_counts_and_clears)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/re");
	row_shows(pty, 1, "/ re");
	shows_not(pty, "16 of 16");
	keys(pty, "v");
	row_shows(pty, 1, "/ rev");
	row_shows(pty, 1, "3 of 16");
	shows(pty, "Revenue forecast");
	shows(pty, "Reverse logisti");
	shows_not(pty, "Customer 360");
	keys(pty, "x");
	row_shows(pty, 1, "0 of 16");
	shows(pty, "No match for \"revx\". Esc clears, Backspace edits.");
	keys(pty, "<Backspace>");
	row_shows(pty, 1, "3 of 16");
	keys(pty, "<Esc>");
	row_shows(pty, 1, "16 of 16");
	shows_not(pty, "/ rev");
	is_fresh(pty);
	leave(pty);
}

TEST(the_filter_knows_words_and_columns)
{
	static const struct { const char *filter, *count, *has, *lacks; } try[] = {
		{ "model rev", "1 of 16", "Revenue model", "Churn" },
		{ "!rev", "13 of 16", "Churn", "Revenue model" },
		{ "state:archived", "1 of 16", "Legacy", "Churn" },
		{ "owner:cleo", "2 of 16", "Customer 360", "Churn" },
		{ "imports:snowflake", "3 of 16", "Revenue model", "Churn" },
		{ "snowflake", "0 of 16", "No match", "Revenue model" },
		{ "Rev", "3 of 16", "Revenue model", "Churn" },
		{ "REV", "0 of 16", "No match", "Revenue model" }
	};
	struct pty *pty = open_demo(&small);
	size_t i;

	keys(pty, "pp");	/* no panel: its words are not the list's */
	for (i = 0; i < sizeof(try) / sizeof(try[0]); i++) {
		keys(pty, "/");
		keys(pty, try[i].filter);
		row_shows(pty, 1, try[i].count);
		shows(pty, try[i].has);
		shows_not(pty, try[i].lacks);
		keys(pty, "<Esc>");
	}
	/* Tab completes the term: the column, then what stands in it */
	keys(pty, "/im<Tab>");
	shows(pty, "imports:");
	keys(pty, "sno<Tab>");
	shows(pty, "imports:\"Snowflake prod\"");
	row_shows(pty, 1, "3 of 16");
	keys(pty, "<Esc>4/role:guest");
	row_shows(pty, 1, "4 of 40");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(each_tab_keeps_its_filter)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/rev<Enter>");
	cursor_on(pty, "▌ Revenue forecast");
	keys(pty, "j2/slack<Enter>");
	row_shows(pty, 1, "1 of 5");
	keys(pty, "4");
	row_shows(pty, 1, "40 of 40");
	keys(pty, "5");
	row_shows(pty, 1, "/ rev");
	row_shows(pty, 1, "3 of 16");
	cursor_on(pty, "▌ Revenue model");
	keys(pty, "2");
	row_shows(pty, 1, "/ slack");
	cursor_on(pty, "▌ SLACK_WEBHOOK");
	keys(pty, "<Esc>");
	row_shows(pty, 1, "5 of 5");
	cursor_on(pty, "▌ SLACK_WEBHOOK");	/* the row, not the number */
	leave(pty);
}

TEST(a_paste_filters)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "<Paste:qdyrev>");	/* runs nothing */
	row_shows(pty, 1, "/ qdyrev");
	row_shows(pty, 1, "0 of 16");
	keys(pty, "<Esc>");
	row_shows(pty, 1, "16 of 16");
	leave(pty);
}

TEST(sorting_by_a_column_and_back)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "s");
	shows(pty, "Sort by");
	keys(pty, "<Down><Enter>");
	shows_not(pty, "Sort by");
	row_shows(pty, 1, "sort owner ▲");
	keys(pty, "s<Down><Down>");		/* by their titles, not their names */
	cursor_on(pty, "CAN EDIT");
	shows_not(pty, "can-edit");
	keys(pty, "<Enter>");
	row_shows(pty, 1, "sort can edit ▲");
	keys(pty, "s<Up><Up><Enter>");
	row_shows(pty, 1, "sort owner ▲");
	row_shows(pty, 3, "amir");
	row_shows(pty, 4, "cleo");
	cursor_on(pty, "▌ Ad spend");		/* on its project still */
	keys(pty, "ssg");
	row_shows(pty, 1, "sort owner ▼");
	row_shows(pty, 3, "walt");
	keys(pty, "4");
	row_shows(pty, 1, "sort name ▲");
	keys(pty, "5");
	row_shows(pty, 1, "sort owner ▼");
	keys(pty, "s<Esc>");
	row_shows(pty, 1, "sort owner ▼");
	is_fresh(pty);
	leave(pty);
}

/* Numbers are sorted as numbers: 10 seen by, not before 2. */
TEST(numbers_sort_as_numbers)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "4os<Down><Enter>ss");
	row_shows(pty, 3, "Public");
	row_shows(pty, 3, "40");
	row_shows(pty, 4, "34");
	keys(pty, "G");
	cursor_on(pty, "Partners");
	leave(pty);
}

/* From Churn model a jump to the owner; there the page of the person: Backspace
 * leaves the page, and the next one goes back. */
TEST(backspace_closes_a_page_and_no_more)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/churn<Enter><Enter>");
	shows(pty, "Projects › Churn model");
	keys(pty, "<Enter>");
	cursor_on(pty, "▌ Ravi Menon");
	keys(pty, "<Enter>");
	shows(pty, "ravi@acme.example");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Ravi Menon");
	keys(pty, "<Backspace>");		/* the page it was followed from */
	shows(pty, "Projects › Churn model");
	cursor_on(pty, "▌ Owner");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Churn model");
	shows_not(pty, "Projects › Churn model");
	leave(pty);
}

TEST(enter_opens_the_page_of_the_thing)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue model<Enter><Enter>");
	shows(pty, "Projects › Revenue model");
	shows(pty, "Maya Lindqvist");
	shows(pty, "Snowflake prod");
	shows(pty, "Scratch PG");
	keys(pty, "<End>");
	shows(pty, "Asset permissions do not hide results.");
	keys(pty, "<Esc>");
	cursor_on(pty, "▌ Revenue model");
	keys(pty, "4/bob<Enter><Enter>");
	shows(pty, "bob@acme.example");
	shows(pty, "Viewer");
	keys(pty, "<Esc>1<Enter>");
	shows(pty, "Analytics warehouse");
	shows(pty, "Redshift");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(the_first_screen_shows_the_point),
    CASE(digits_and_function_keys_open_the_tabs),
    CASE(integrations_has_its_three_headings),
    CASE(users_and_groups_are_two_lists), CASE(tab_goes_round_the_zones),
    CASE(the_list_walks_by_all_its_keys),
    CASE(the_filter_is_live_counts_and_clears),
    CASE(the_filter_knows_words_and_columns), CASE(each_tab_keeps_its_filter),
    CASE(a_paste_filters), CASE(sorting_by_a_column_and_back),
    CASE(numbers_sort_as_numbers), CASE(enter_opens_the_page_of_the_thing),
    CASE(backspace_closes_a_page_and_no_more))
