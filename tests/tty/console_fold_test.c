/* console_fold_test.c: in the panel, rows that need no attention stand as one line for
 * each level, which opens. */
#include "tests/tty/stores.h"

#include <stdlib.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

static void down_to(struct pty *pty, const char *line)
{
	int n;

	for (n = 0; n < 60 && !strstr(pty_row(pty, cursor_row(pty)), line); n++)
		keys(pty, "<Down>");
	assert_true(n < 60);
}

TEST(who_needs_no_attention_is_one_line)
{
	struct pty *pty = open_demo(&large);

	/* held, and the owner, by themselves */
	row_shows(pty, pty_find(pty, "Emil Costa  "), "Edit     ▼ View  role Viewer");
	shows(pty, "Theo Marsh");
	row_shows(pty, pty_find(pty, "Elif Demir"), "owner");
	shows(pty, "2 can edit       Gus, Rosa: via Marketing");
	shows(pty, "25 can view      workspace");
	shows(pty, "5 no access      Kofi, Noor, Pete: workspace excludes Guests; Walt,");
	shows_not(pty, "Gus Novak");
	keys(pty, "4/amir<Enter>");
	row_shows(pty, pty_find(pty, "Interview exercise"), "owner");
	shows(pty, "5 can edit          4 via Data Team; Cohort explorer: workspace");
	keys(pty, "1/snow<Enter>");
	shows(pty, "21 no access     19 not in Data Team; Walt, Yuki:");
	is_fresh(pty);
	leave(pty);
}

TEST(a_line_opens_and_closes)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "<Tab>");
	down_to(pty, "2 can edit");
	shows(pty, "2 can edit. Enter opens the line, v all.");
	shows(pty, "Gus Novak: via Marketing");	/* beside it, who they are */
	keys(pty, "<Enter>");
	row_shows(pty, pty_find(pty, "  Gus Novak  "), "Edit       Edit  via Marketing");
	shows(pty, "25 can view");			/* the others stay */
	keys(pty, "<Down>");
	cursor_on(pty, "▌ Gus Novak");
	shows(pty, "Gus Novak can edit Ad spend attribution through Marketing.");
	keys(pty, "<Up><Enter>");
	shows_not(pty, "  Gus Novak  ");
	is_fresh(pty);
	keys(pty, "v");
	shows(pty, "Gus Novak");
	shows_not(pty, "2 can edit");
	shows_not(pty, "25 can view");
	keys(pty, "v");
	shows(pty, "25 can view");
	leave(pty);
}

/* A filter looks at everybody. */
TEST(a_filter_opens_them)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "<Tab>/gus<Enter>");
	cursor_on(pty, "▌ Gus Novak");
	keys(pty, "<Esc>");
	shows(pty, "25 can view");
	keys(pty, "/workspace<Enter>");
	shows(pty, "Amir Haddad");
	shows_not(pty, "can view  ");
	keys(pty, "<Esc>");
	leave(pty);
}

/* With hardly any room those held fold, too, and the first fix is told. */
TEST(a_strip_tells_the_rest_and_the_fix)
{
	struct pty *pty = open_demo(&small);

	shows(pty, "5 more held      Ivan, Jack, Sara, Sven, Theo");
	shows(pty, "f 1 make Emil Costa an Editor: nothing else moves");
	shows(pty, "w whole reasoning");
	keys(pty, "<Tab>");
	down_to(pty, "5 more held");
	keys(pty, "<Enter><Down>");
	cursor_on(pty, "▌ Ivan Petrov");
	is_fresh(pty);
	keys(pty, "<Esc>1");
	shows(pty, "type Redshift");	/* what the list has no room for */
	keys(pty, "<Resize:120x40>5");
	shows(pty, "shared with Marketing, Product, sara, ws");
	shows(pty, "Theo Marsh");
	is_fresh(pty);
	leave(pty);
}

/* No one is left out or told twice: lines and rows come to all. */
TEST(lines_count_everybody)
{
	const struct pty_options tall = { .rows = 80, .cols = 120 };
	struct pty *pty = open_demo(&tall);
	int row, n, all, project;
	const char *line;

	for (project = 0; project < 16; project++) {
		all = 0;
		for (row = 3; row < 78; row++) {
			line = strstr(pty_row(pty, row), "\u2502");
			if (!line || strncmp(line, "\u2502\u2500", 6) == 0)
				break;
			line += strlen("\u2502");
			line += strncmp(line, "\u258c", 3) == 0 ? 3 : 0;
			if (strncmp(line, "    ", 4) == 0)
				continue;	/* the line above goes on */
			line += strspn(line, " ");
			n = (int)strtol(line, NULL, 10);
			all += n > 1 ? n : *line && strncmp(line, "anyone", 6) != 0;
		}
		if (all != 40)
			fail_msg("project %d: %d of 40", project, all);
		keys(pty, "<Down>");
	}
	leave(pty);
}

/* Beside a third pane reasons have few cells: they go on below, to their end, for all
 * rows. */
TEST(reasons_are_whole_beside_a_third_pane)
{
	const struct pty_options wide = { .rows = 50, .cols = 160 };
	const int middle = 49;			/* where the panel begins */
	struct pty *pty = open_demo(&wide);
	int project, row, at;

	for (project = 0; project < 16; project++) {
		for (row = 3; row < 46; row++) {
			at = col_of(pty, row, "\u2026");
			assert_true(at < middle || at >= 101);
		}
		keys(pty, "<Down>");
	}
	keys(pty, "<Home>");
	row_shows(pty, 4, "Hana Sato        Edit     \u25bc View  Marketing ");
	row_shows(pty, 5, "BigQuery;");
	row_shows(pty, 6, "ADS_API_TOKEN");
	row_shows(pty, 7, "Ivan Petrov");
	keys(pty, "<Tab><Down><Down>");
	cursor_on(pty, "\u258c Ivan Petrov");
	is_fresh(pty);
	leave(pty);
}

RUN(CASE(who_needs_no_attention_is_one_line), CASE(a_line_opens_and_closes),
    CASE(a_filter_opens_them), CASE(a_strip_tells_the_rest_and_the_fix),
    CASE(lines_count_everybody),
    CASE(reasons_are_whole_beside_a_third_pane))
