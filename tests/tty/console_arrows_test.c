/* console_arrows_test.c: arrows and Enter alone reach everything; nothing else is pressed
 * here but the text that is typed. */
#include "tests/tty/console.h"

static const struct pty_options usual = { .rows = 40, .cols = 120 };
static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options tiny = { .rows = 12, .cols = 44 };

enum { STEPS = 80 };

static bool on_row(struct pty *pty, const char *text)
{
	return strstr(pty_row(pty, cursor_row(pty)), text) != NULL;
}

/* This arrow until the cursor is on a row with the text. */
static void to_row(struct pty *pty, const char *arrow, const char *text)
{
	int i;

	for (i = 0; i < STEPS && !on_row(pty, text); i++)
		keys(pty, arrow);
	cursor_on(pty, text);
}

/* On the text itself, or the mark before it. */
static bool is_at(struct pty *pty, const char *text)
{
	int by = col_of(pty, cursor_row(pty), text) - cursor_col(pty);

	return on_row(pty, text) && by >= 0 && by <= 2;
}

static void along(struct pty *pty, const char *arrow, const char *text)
{
	int i;

	for (i = 0; i < STEPS && !is_at(pty, text); i++)
		keys(pty, arrow);
	cursor_on(pty, text);
	assert_true(is_at(pty, text));
}

/* Down to the hints, along to this one, Enter. */
static void press_hint(struct pty *pty, const char *hint)
{
	int i;

	for (i = 0; i < STEPS && cursor_row(pty) != pty_rows(pty) - 1; i++)
		keys(pty, "<Down>");
	along(pty, "<Right>", hint);
	keys(pty, "<Enter>");
}

/* Up to the tabs, along to this one, Enter. */
static void open_tab(struct pty *pty, const char *tab)
{
	int i;

	for (i = 0; i < STEPS && cursor_row(pty) != 0; i++)
		keys(pty, "<Up>");
	assert_int_equal(cursor_row(pty), 0);
	for (i = 0; i < STEPS && (cursor_col(pty) < col_of(pty, 0, tab) - 3 ||
				  cursor_col(pty) > col_of(pty, 0, tab)); i++)
		keys(pty, "<Left>");
	keys(pty, "<Enter>");
	assert_true(cursor_row(pty) > 0);
}

/* Right to the handle at the row's end, Enter, down its menu to this entry, Enter. */
static void row_menu(struct pty *pty, const char *entry)
{
	along(pty, "<Right>", "⋯");
	keys(pty, "<Enter>");
	to_row(pty, "<Down>", entry);
	keys(pty, "<Enter>");
}

/* The button of the dialog. */
static void save(struct pty *pty)
{
	to_row(pty, "<Down>", "[ Save");
	keys(pty, "<Enter>");
	shows(pty, "Saved: ");
}

static void say_yes(struct pty *pty, const char *button)
{
	int i;

	/* focus is on what changes nothing */
	for (i = 0; i < 3 && !(pty_style(pty, button) & PTY_REVERSE); i++)
		keys(pty, "<Right>");
	keys(pty, "<Enter>");
}

/* The focus is seen, and comes back. */
TEST(the_bars_are_walked)
{
	struct pty *pty = open_demo(&small);

	cursor_on(pty, "Ad spend");
	keys(pty, "<Up>");
	row_shows(pty, 1, "Projects");
	assert_int_equal(cursor_row(pty), 1);
	keys(pty, "<Right>");
	assert_int_equal(cursor_col(pty), col_of(pty, 1, "sort"));
	assert_true(pty_cell_style(pty, 1, cursor_col(pty)) & PTY_REVERSE);
	keys(pty, "<Up>");
	assert_int_equal(cursor_row(pty), 0);
	assert_true(pty_style(pty, "5 Projects") & PTY_REVERSE);
	keys(pty, "<Up>");
	assert_int_equal(cursor_row(pty), 0);
	is_fresh(pty);
	keys(pty, "<Down><Down>");
	cursor_on(pty, "Ad spend");
	assert_false(pty_style(pty, "5 Projects") & PTY_REVERSE);
	to_row(pty, "<Down>", "Warehouse");
	keys(pty, "<Down>");
	assert_int_equal(cursor_row(pty), 23);
	assert_true(pty_style(pty, "Enter open") & PTY_REVERSE);
	is_fresh(pty);
	keys(pty, "<Left>");			/* round, to the message line */
	assert_int_equal(cursor_row(pty), 22);
	assert_true(pty_style(pty, "h history") & PTY_REVERSE);
	keys(pty, "<Up>");
	cursor_on(pty, "Warehouse");
	keys(pty, "<Down><Esc>");
	cursor_on(pty, "Warehouse");
	/* any other key is the page's */
	keys(pty, "<Down>k");
	cursor_on(pty, "Reverse logistics");
	/* another size: it is gone */
	keys(pty, "<Home><Up><Resize:80x30>");
	cursor_on(pty, "Ad spend");
	leave(pty);
}

/* Right from the last cell is the panel, Left the list again. */
TEST(the_panel_is_beside_or_below)
{
	struct pty *pty = open_demo(&usual);

	along(pty, "<Right>", "Emil Costa");
	keys(pty, "<Down>");
	cursor_on(pty, "Hana Sato");
	to_row(pty, "<Down>", "25 can view");
	to_row(pty, "<Down>", "Kofi Mensah: workspace");
	to_row(pty, "<Up>", "Emil Costa");
	keys(pty, "<Tab>");
	to_row(pty, "<Down>", "f 1");
	keys(pty, "<S-Tab>");
	keys(pty, "<Left>");
	cursor_on(pty, "Ad spend");
	leave(pty);
	pty = open_demo(&small);
	to_row(pty, "<Right>", "Emil Costa");
	keys(pty, "<Up>");
	cursor_on(pty, "Ad spend");
	leave(pty);
}

TEST(filter_sort_help_and_the_other_list)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "<Up><Enter>re");		/* the header filters */
	shows(pty, "/ re");
	keys(pty, "<Enter>");
	press_hint(pty, "/ filter");
	keys(pty, "<Backspace><Backspace><Enter>");
	shows(pty, "16 of 16");
	to_row(pty, "<Up>", "Ad spend");
	keys(pty, "<Up><Right><Enter>");	/* and sorts */
	shows(pty, "Sort by");
	to_row(pty, "<Down>", "OWNER");
	keys(pty, "<Enter>");
	row_shows(pty, 1, "owner");
	press_hint(pty, "? keys");
	shows(pty, "Keys and help");
	leave(pty);
	pty = open_demo(&tiny);
	open_tab(pty, "4");
	row_shows(pty, 0, "[4 ");
	leave(pty);
}

/* ---- eight tasks ------------------------------------------------------------------- */

TEST(share_a_project_with_a_group)
{
	struct pty *pty = open_demo(&usual);

	to_row(pty, "<Down>", "Revenue model");
	row_menu(pty, "Share  ");
	keys(pty, "product<Enter>");
	save(pty);
	shows(pty, "Product");
	leave(pty);
}

TEST(make_a_viewer_an_editor)
{
	struct pty *pty = open_demo(&usual);

	open_tab(pty, "4 Users");
	to_row(pty, "<Down>", "Bob Stein");
	row_menu(pty, "Change role");
	cursor_on(pty, "Role");
	to_row(pty, "<Right>", "Editor");
	save(pty);
	shows(pty, "Bob Stein is Editor");
	leave(pty);
}

TEST(why_is_bob_held_and_fix_it)
{
	struct pty *pty = open_demo(&usual);

	to_row(pty, "<Down>", "Revenue model");
	to_row(pty, "<Right>", "Bob Stein");
	along(pty, "<Right>", "Bob Stein");
	keys(pty, "<Enter>");
	shows(pty, "Why");
	to_row(pty, "<Down>", "f 1");
	keys(pty, "<Enter>");
	say_yes(pty, "y  Do it");
	shows(pty, "Saved: ");
	leave(pty);
}

TEST(set_the_default_connection)
{
	struct pty *pty = open_demo(&usual);

	open_tab(pty, "1 Data");
	to_row(pty, "<Down>", "Marketing BigQuery");
	row_menu(pty, "Set as default");
	shows(pty, "Default data connection");
	save(pty);
	leave(pty);
}

TEST(add_a_user_to_a_group)
{
	struct pty *pty = open_demo(&usual);

	open_tab(pty, "4 Users");
	press_hint(pty, "o groups");
	to_row(pty, "<Down>", "Finance");
	row_menu(pty, "Add people");
	keys(pty, "amir<Enter>");
	save(pty);
	shows(pty, "Finance");
	leave(pty);
}

TEST(connect_postgres_and_give_it_to_a_group)
{
	struct pty *pty = open_demo(&usual);

	open_tab(pty, "1 Data");
	press_hint(pty, "n new");
	keys(pty, "Orders<Down>");
	to_row(pty, "<Right>", "Postgres");
	to_row(pty, "<Down>", "Host *");
	keys(pty, "db.example");
	to_row(pty, "<Down>", "Database *");
	keys(pty, "orders");
	to_row(pty, "<Down>", "Username *");
	keys(pty, "reader");
	save(pty);
	cursor_on(pty, "Orders");
	row_menu(pty, "Groups with access");
	to_row(pty, "<Down>", "Finance");
	keys(pty, "<Enter>");
	save(pty);
	leave(pty);
}

TEST(who_can_use_this_secret)
{
	struct pty *pty = open_demo(&usual);

	open_tab(pty, "2 Secrets");
	to_row(pty, "<Down>", "STRIPE_KEY");
	shows(pty, "31 Workspace");
	row_menu(pty, "Who has access");
	shows(pty, "STRIPE_KEY");
	leave(pty);
}

TEST(undo_the_last_change)
{
	struct pty *pty = open_store(&usual, demo_store("arrows"));

	MUST("--store", in_room("arrows"), "user", "role", "bob@acme.example",
	     "editor");
	keys(pty, "<Down>");
	press_hint(pty, "u undo");
	say_yes(pty, "y  Undo");
	shows(pty, "Bob Stein is Viewer again");
	leave(pty);
}

RUN(CASE(the_bars_are_walked), CASE(the_panel_is_beside_or_below),
    CASE(filter_sort_help_and_the_other_list),
    CASE(share_a_project_with_a_group), CASE(make_a_viewer_an_editor),
    CASE(why_is_bob_held_and_fix_it), CASE(set_the_default_connection),
    CASE(add_a_user_to_a_group),
    CASE(connect_postgres_and_give_it_to_a_group),
    CASE(who_can_use_this_secret), CASE(undo_the_last_change))
