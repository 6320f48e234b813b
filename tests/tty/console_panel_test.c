/* console_panel_test.c: the live panel, the why page, fixes, jumping and coming
 * back, and what another process changes meanwhile. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

/* Row of the panel's line about this person. */
static int panel_row(struct pty *pty, const char *name)
{
	int row = pty_find(pty, name);

	if (row < 0)
		shows(pty, name);
	return row;
}

static void down_to(struct pty *pty, const char *line)
{
	int n;

	for (n = 0; n < 60 && !strstr(pty_row(pty, cursor_row(pty)), line); n++)
		keys(pty, "<Down>");
	assert_true(n < 60);
}

TEST(p_cycles_strip_full_off)
{
	struct pty *pty = open_demo(&small);

	shows(pty, "Ad spend attribution: who can do what");
	shows(pty, "Legacy dashboard");
	keys(pty, "p");
	row_shows(pty, 1, "Ad spend attribution: who can do what");
	shows_not(pty, "Legacy dashboard");
	cursor_on(pty, "▌ Emil Costa");
	shows(pty, "= Emil Costa");		/* there is room for it now */
	keys(pty, "p");
	shows_not(pty, "who can do what");
	shows_not(pty, "Emil Costa");
	shows(pty, "Warehouse throughput");	/* all of the list */
	keys(pty, "p");
	shows(pty, "Ad spend attribution: who can do what");
	cursor_on(pty, "▌ Ad spend");
	keys(pty, "p<Esc>");			/* Esc closes the full one */
	shows(pty, "Legacy dashboard");
	is_fresh(pty);
	leave(pty);
}

TEST(the_panel_follows_the_focus)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "j");
	shows(pty, "Board pack: who can do what");
	keys(pty, "4");
	shows(pty, "Amir Haddad: what this person can do");
	keys(pty, "/bob<Enter>");
	shows(pty, "Bob Stein: what this person can do");
	row_shows(pty, panel_row(pty, "Revenue model"), "▼ View");
	keys(pty, "1");
	shows(pty, "Analytics warehouse: who has access");
	keys(pty, "2");
	shows(pty, "SEES VALUE IN");
	leave(pty);
}

TEST(a_filter_in_the_panel)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue model<Enter><Tab>/role:admin");
	shows(pty, "Maya Lindqvist");
	shows(pty, "Oskar Brandt");
	shows_not(pty, "Dana Ilves");
	row_shows(pty, 1, "1 of 16");		/* the list keeps its own */
	keys(pty, "<Esc>");
	cursor_on(pty, "▌ Maya Lindqvist");
	keys(pty, "g");
	shows(pty, "Dana Ilves");
	leave(pty);
}

TEST(D_shows_only_those_held)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue model<Enter>");
	shows(pty, "6 can edit       Amir, Cleo");
	keys(pty, "D");
	shows(pty, "Bob Stein");
	shows(pty, "Vera Popov");
	shows_not(pty, "Amir");
	shows_not(pty, "anyone (web)");
	shows(pty, "5 held only");
	keys(pty, "D");
	shows(pty, "Amir");
	keys(pty, "4/amir<Enter>D");
	shows(pty, "Nobody is held. D shows all.");
	keys(pty, "D");
	leave(pty);
}

TEST(the_web_visitor_has_a_row)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue model<Enter><Tab>");
	down_to(pty, "▌ anyone (web)");
	cursor_on(pty, "App   public link");
	leave(pty);
}

static void check_why(struct pty *pty)
{
	static const char *const rows[][3] = {
		{ " group Finance", "\u25cf", "granted" },
		{ "  workspace", "\u25cf", "" }, { "  web link", "\u25cf", "" },
		{ "  Snowflake prod", "\u25c4\u2500", "holds: only Data Team" },
		{ "  role Editor, 2 assets", "\u2713", "no limit, has access" },
		{ "  = Dana Ilves", "\u25cf", "lost: edit, run, share" },
		{ "Can  ", "view app and Logic", "" },
		{ "Lost  ", "run, edit, import", "" },
		{ "Not given  ", "allow editors to share", "" },
	};
	size_t i;
	int row;

	shows(pty, "Why \u00b7 Dana Ilves on Revenue model");
	shows(pty, "downgraded from Can Edit");
	shows(pty, "Dana Ilves can view Revenue model.");
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		row = pty_find(pty, rows[i][0]);
		row_shows(pty, row, rows[i][1]);
		row_shows(pty, row, rows[i][2]);
	}
	shows(pty, "f 1  ");			/* at once, at any size */
	shows(pty, "Asset permissions do not hide results.");
	is_fresh(pty);
}

TEST(w_tells_the_whole_reason)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue model<Enter><Tab>jw");
	check_why(pty);
	keys(pty, "w");
	shows_not(pty, "Why \u00b7");
	keys(pty, "<Enter>");		/* on a row of the panel: the same */
	check_why(pty);
	keys(pty, "<Resize:120x40>");
	check_why(pty);
	shows(pty, "What this means");
	shows(pty, "Fixes: each gives Can Edit");
	leave(pty);
}

/* Each line of the ladder to the line where it is set, and back to the same line. */
TEST(a_reason_leads_to_its_home_and_back)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue model<Enter><Tab>j<Enter>");
	cursor_on(pty, "▌ group Finance");
	keys(pty, "<Enter>");			/* its grant */
	shows(pty, "Share Revenue model");
	cursor_on(pty, "▌ Finance");
	shows(pty, "Backspace comes back.");
	keys(pty, "<Backspace>");
	shows_not(pty, "Share Revenue model");
	cursor_on(pty, "▌ group Finance");
	keys(pty, "o");				/* and who is in it */
	shows(pty, "Edit Finance");
	cursor_on(pty, "▌ Dana Ilves");
	keys(pty, "<Backspace>");
	keys(pty, "<Down>");
	keys(pty, "<Enter>");
	cursor_on(pty, "▌ Workspace");
	keys(pty, "<Backspace>");
	keys(pty, "<Down>");
	keys(pty, "<Enter>");
	cursor_on(pty, "▌ Anyone (web)");
	keys(pty, "<Backspace>");
	down_to(pty, "Snowflake prod");
	keys(pty, "<Enter>");
	shows(pty, "Groups with access: Snowflake prod");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Snowflake prod");
	keys(pty, "<Backspace>");		/* the page itself */
	shows_not(pty, "Why \u00b7");
	cursor_on(pty, "▌ Dana Ilves");
	/* from the panel's explanation: the role */
	keys(pty, "<Backspace>");
	shows(pty, "Nowhere to come back to.");
	keys(pty, "<Up><Tab>");
	cursor_on(pty, "▌ group Finance");
	down_to(pty, "role Viewer");
	keys(pty, "<Enter>");
	shows(pty, "Edit Bob Stein");
	cursor_on(pty, "▌ Role");
	keys(pty, "<Right>");			/* what was changed is not thrown away */
	keys(pty, "<Backspace>");
	shows(pty, "Edit Bob Stein");
	keys(pty, "<Esc>");
	cursor_on(pty, "▌ role Viewer");
	leave(pty);
}

/* Whoever may not set it comes to the thing's row, and back through the page. */
TEST(a_page_comes_back_as_it_was)
{
	const char *store = demo_store("back");
	const char *argv[] = { program(), "--store", store, "--as",
			       "bob@acme.example", NULL };
	struct pty *pty = pty_start(&large, argv);

	keys(pty, "/revenue model<Enter><Tab>w");
	down_to(pty, "role Viewer");
	keys(pty, "<Enter>");
	row_shows(pty, 0, "[4 Users & groups]");
	cursor_on(pty, "▌ Bob Stein");
	keys(pty, "1<Backspace>");
	shows(pty, "Why \u00b7 Bob Stein on Revenue model");
	cursor_on(pty, "▌ role Viewer");
	/* it is named to the one it holds, and leads nowhere */
	down_to(pty, "Snowflake prod");
	keys(pty, "<Enter>");
	shows(pty, "It is not shared with you");
	cursor_on(pty, "▌ Snowflake prod");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Bob Stein");
	leave(pty);
	/* and from a card over the list */
	pty = open_demo(&large);
	keys(pty, "/revenue model<Enter><Enter>");
	down_to(pty, "Snowflake prod");
	keys(pty, "<Enter>");
	row_shows(pty, 0, "[1 Data sources]");
	keys(pty, "<Backspace>");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "Snowflake prod");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Revenue model");
	leave(pty);
}

/* The number of the fix that stands so on the screen. */
static const char *fix_that(struct pty *pty, const char *text)
{
	static char number[2];
	int row = pty_find(pty, text);
	const char *at;

	if (row < 0)
		shows(pty, text);
	at = strstr(pty_row(pty, row), "f ");
	assert_non_null(at);
	number[0] = at[2];
	return number;
}

/* f and its number: first what it would do, then y; Esc changes nothing. */
TEST(a_fix_is_shown_then_done)
{
	const char *store = demo_store("fix");
	const struct pty_options tall = { .rows = 60, .cols = 140 };
	struct pty *pty = open_store(&tall, store);

	keys(pty, "/revenue model<Enter><Tab>j");
	cursor_on(pty, "▌ Dana Ilves");
	shows(pty, "f 1 ");
	keys(pty, "f");
	shows(pty, "you see what it does before you say yes");
	keys(pty, fix_that(pty, "add to Data Team"));
	shows(pty, " · if you do it");
	shows(pty, "Undo: u (now) or h history (later).");
	row_shows(pty, pty_find(pty, "+ Revenue model"),
		  "Can View   Can Edit  via Data Team");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows(pty, "Nothing was changed.");
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-dana",
				 "p-rev", "can_edit"), 1);
	keys(pty, "f");
	keys(pty, fix_that(pty, "add to Data Team"));
	keys(pty, "y");
	shows(pty, "Saved: ");
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-dana",
				 "p-rev", "can_edit"), 0);
	/* the cursor is on the person, whose row went to another place */
	cursor_on(pty, "▌ Dana Ilves");
	cursor_on(pty, "View -> Edit");
	shows(pty, "4 held");
	keys(pty, "<Esc>4o");
	row_shows(pty, 3, "Data Team       ▐       7 ");
	keys(pty, "5");
	row_shows(pty, 3, "8/12");
	is_fresh(pty);
	leave(pty);
}

/* All its steps at once: one question, one event, one undo. */
TEST(a_fix_of_two_steps_is_one_change)
{
	const char *store = demo_store("two"), *cli = demo_store("two-cli");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "/revenue model<Enter><Tab>");
	cursor_on(pty, "▌ Bob Stein");
	keys(pty, "f1");
	shows(pty, " · if you do it");
	shows(pty, "Bob Stein");
	assert_int_equal(events(store), before);
	keys(pty, "y");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-bob",
				 "p-rev", "can_edit"), 0);
	keys(pty, "u");
	keys(pty, "y");
	assert_int_equal(events(store), before + 2);
	leave(pty);
	same_stores(store, cli);
}

/* What the reader may not do has no number: it says whom to ask. */
TEST(a_viewer_is_told_whom_to_ask)
{
	const char *store = demo_store("viewer");
	const char *argv[] = { program(), "--store", store, "--as",
			       "bob@acme.example", NULL };
	const struct pty_options tall = { .rows = 60, .cols = 140 };
	struct pty *pty = pty_start(&tall, argv);

	keys(pty, "/revenue model<Enter><Tab>");
	cursor_on(pty, "▌ Bob Stein");
	shows(pty, "What would give Can Edit");
	shows(pty, "ask an Admin: make Editor, ");
	shows_not(pty, "f 1 ");
	keys(pty, "f");
	shows(pty, "None of it is yours to do: the list says whom to ask.");
	leave(pty);
}

/* Walt, who owns it, is deactivated: an Admin finds the way out on the screen. */
TEST(an_archived_project_is_taken_over)
{
	const char *store = demo_store("legacy");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "/legacy<Enter><Tab>/kira<Enter>");
	cursor_on(pty, "▌ Kira Olsen");
	shows(pty, "f 1  take Legacy dashboard over from Walt Pierce, who is");
	keys(pty, "f1y");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-kira",
				 "p-legacy", "can_edit"), 0);
	leave(pty);
	/* or by hand */
	store = demo_store("legacy2");
	pty = open_store(&large, store);
	keys(pty, "/legacy<Enter><Enter>");
	shows(pty, "Can View; nobody can bring it back: F takes it over");
	keys(pty, "<Esc>S");
	shows(pty, "read only");
	shows(pty, "back. F takes it over (audited).");
	keys(pty, "F");
	shows(pty, "Take Full Access to Legacy dashboard");
	shows(pty, "You would own Legacy dashboard in place of Walt");
	keys(pty, "y");
	shows(pty, "Saved: ");
	MUST("--store", store, "project", "unarchive", "p-legacy");
	leave(pty);
}

TEST(enter_on_a_fix_is_the_same)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue model<Enter><Tab>jw<End>");
	keys(pty, "<Home>");
	down_to(pty, "▌ f 1▐");
	keys(pty, "<Enter>");
	shows(pty, " · if you do it");
	keys(pty, "y");
	shows(pty, "Saved: ");
	shows(pty, "Why \u00b7 Dana Ilves on Revenue model");
	shows(pty, "Dana Ilves can edit Revenue model");
	leave(pty);
}

/* The heart of a demo: the panel stays while one walks the tabs, and another
 * process changes what it shows; no key is pressed. */
TEST(a_pinned_panel_stays_and_lives)
{
	const char *store = demo_store("pin");
	struct pty *pty = open_store(&large, store);
	int row;

	keys(pty, "/revenue model<Enter>P");
	shows(pty, "Pinned: Revenue model stays");
	keys(pty, "1");
	shows(pty, "PINNED Revenue model");
	keys(pty, "2");
	shows(pty, "PINNED Revenue model");
	keys(pty, "3");
	shows(pty, "PINNED Revenue model");
	keys(pty, "4j");
	shows(pty, "PINNED Revenue model");
	row = panel_row(pty, "Snowflake p");
	row_shows(pty, row, "Edit     ▼ View");
	shows(pty, "5 held");
	MUST("--store", store, "group", "add", "g-data", "u-dana");
	assert_true(pty_await(pty, "4 held"));
	assert_true(pty_settle(pty));
	shows(pty, "maya: Dana Ilves is in Data Team. 1 row here changed.");
	row_shows(pty, 0, "[4 Users & groups]");
	cursor_on(pty, "▌ Beth Young");
	row = panel_row(pty, "View -> Edit");
	row_shows(pty, row, "Dana Ilves");
	shows(pty, "since it was pinned");
	is_fresh(pty);
	MUST("--store", store, "group", "remove", "g-data", "u-dana");
	assert_true(pty_await(pty, "5 held"));
	assert_true(pty_settle(pty));
	keys(pty, "P");
	shows(pty, "Unpinned");
	shows(pty, "Beth Young");
	shows_not(pty, "PINNED");
	leave(pty);
}

/* Rows come, go and move around the cursor: it stays on its project. */
TEST(the_cursor_stays_on_its_row)
{
	const char *store = demo_store("rows");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue model<Enter><Esc>");
	cursor_on(pty, "▌ Revenue model");
	MUST("--store", store, "project", "create", "Aardvark");
	assert_true(pty_await(pty, "17 of 17"));
	assert_true(pty_settle(pty));
	cursor_on(pty, "▌ Revenue model");
	MUST("--store", store, "project", "rename", "Revenue model", "Aaa");
	assert_true(pty_await(pty, "▌ Aaa"));
	assert_true(pty_settle(pty));
	cursor_on(pty, "▌ Aaa");
	keys(pty, "<Down>");
	cursor_on(pty, "▌ Aardvark");
	is_fresh(pty);
	leave(pty);
}

/* What an open page is about changes or goes: it says so. */
TEST(an_open_page_follows_too)
{
	const char *store = demo_store("page");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue model<Enter><Tab>jw");
	shows(pty, "Dana Ilves can view Revenue model.");
	MUST("--store", store, "group", "add", "g-data", "u-dana");
	assert_true(pty_await(pty, "Dana Ilves can edit Revenue model"));
	assert_true(pty_settle(pty));
	is_fresh(pty);
	leave(pty);
}

/* A fix that was overtaken is not done twice and not done blindly. */
TEST(a_preview_notices_what_happens_meanwhile)
{
	const char *store = demo_store("race");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue model<Enter><Tab>jf1");
	shows(pty, "+ Dana Ilves ▐ View -> Edit  Revenue model  via Finance");
	MUST("--store", store, "group", "add", "g-data", "u-dana");
	assert_true(pty_await(pty, "maya: Dana Ilves is in Data Team"));
	assert_true(pty_settle(pty));
	shows_not(pty, "View -> Edit");
	shows(pty, "nothing is to be fixed: Dana Ilves can edit Revenue");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(p_cycles_strip_full_off), CASE(the_panel_follows_the_focus),
    CASE(a_filter_in_the_panel), CASE(D_shows_only_those_held),
    CASE(the_web_visitor_has_a_row), CASE(w_tells_the_whole_reason),
    CASE(a_reason_leads_to_its_home_and_back),
    CASE(a_page_comes_back_as_it_was), CASE(a_fix_is_shown_then_done),
    CASE(a_fix_of_two_steps_is_one_change), CASE(a_viewer_is_told_whom_to_ask),
    CASE(an_archived_project_is_taken_over),
    CASE(enter_on_a_fix_is_the_same), CASE(a_pinned_panel_stays_and_lives),
    CASE(the_cursor_stays_on_its_row), CASE(an_open_page_follows_too),
    CASE(a_preview_notices_what_happens_meanwhile))
