/* dialog_delete_test.c: the question before a deletion: y where it can be undone, the
 * name where it cannot, and a reason where it must not be. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 40, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

static void has(const char *store, const char *text, bool yes)
{
	char *all = dump(store);

	assert_int_equal(strstr(all, text) != NULL, yes);
	free(all);
}

/* Reflexes do not pass: Enter, Space and Esc leave it; y does it. */
TEST(a_group_is_deleted_by_y)
{
	const char *store = demo_store("group");
	struct pty *pty = open_store(&large, store);
	char *before = dump(store);

	keys(pty, "4o/finan<Enter>d");
	shows(pty, "Delete Finance");
	shows(pty, "6 members. 2 projects lose a grant: Invoice audit and");
	shows(pty, "! for Admins only from now on: Finance drop");
	shows(pty, "Finance · if you do it");
	shows(pty, "4 people lose");
	shows(pty, "- Bob Stein  ▐ View -> None  Invoice audit  not shared");
	shows(pty, "Undo: u (now) or h history (later).");
	cursor_on(pty, "[ Back  Esc ]");
	is_fresh(pty);
	keys(pty, "<Enter>");
	shows(pty, "Nothing was changed.");
	keys(pty, "d<Space>");
	shows(pty, "Nothing was changed.");
	keys(pty, "d<Esc>");
	keys(pty, "dn");
	shows(pty, "Nothing was changed.");
	is_unchanged(store, before);
	keys(pty, "dv");
	shows(pty, "Vera Popov");
	shows(pty, "No access");
	keys(pty, "<Esc>");
	shows(pty, "Delete Finance");
	keys(pty, "y");
	shows(pty, "Saved: ");
	has(store, "\"g-fin\"", false);
	leave(pty);
}

/* The button can be walked to; there Enter is meant. */
TEST(the_button_does_it_too)
{
	const char *store = demo_store("button");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/partners<Enter>d<Tab>");
	cursor_on(pty, "[ y  Delete ]");
	keys(pty, "<Left>");
	cursor_on(pty, "[ Back  Esc ]");
	keys(pty, "<Right><Enter>");
	shows(pty, "Saved: ");
	has(store, "\"g-part\"", false);
	leave(pty);
}

static void click(struct pty *pty, const char *text)
{
	int row = pty_find(pty, text);
	char what[40];

	assert_true(row >= 0);
	snprintf(what, sizeof(what), "<Click:%d,%d>", row,
		 col_of(pty, row, text) + 3);
	keys(pty, what);
}

TEST(the_mouse_does_it)
{
	const char *store = demo_store("mouse");
	struct pty *pty = open_store(&large, store);

	keys(pty, "4o/partners<Enter>d");
	click(pty, "[ Back  Esc ]");
	shows(pty, "Nothing was changed.");
	has(store, "\"g-part\"", true);
	keys(pty, "d");
	click(pty, "[ y  Delete ]");
	shows(pty, "Saved: ");
	has(store, "\"g-part\"", false);
	leave(pty);
}

TEST(a_connection_is_deleted_by_its_name)
{
	const char *store = demo_store("name");
	struct pty *pty = open_store(&large, store);
	char *before = dump(store);

	keys(pty, "1/snow<Enter>d");
	shows(pty, "Delete Snowflake prod");
	shows(pty, " cannot be undone ");
	shows(pty, "is the default connection; there will");
	shows(pty, "it is removed from all 3 projects");
	shows(pty, "Revenue model (Maya");
	shows_not(pty, "Undo: u");
	shows(pty, "Type Snowflake prod:");
	shows(pty, "[ Delete ] (wakes when it is typed)");
	keys(pty, "y<Enter>");
	shows(pty, "Type Snowflake prod first, letter by letter.");
	keys(pty, "<Backspace><Paste:Snowflake prod>");
	shows(pty, "Type it: a paste does not count.");
	keys(pty, "<Enter>");
	shows(pty, "letter by letter");
	keys(pty, "Snowflake pro<Tab><Tab>");
	cursor_on(pty, "[ Delete ] (wakes");
	keys(pty, "<Enter>");
	shows(pty, "letter by letter");
	is_unchanged(store, before);
	keys(pty, "<S-Tab><S-Tab>d");
	shows_not(pty, "(wakes when it is typed)");
	keys(pty, "<Enter>");
	shows(pty, "Saved: ");
	has(store, "\"a-snow\"", false);
	has(store, "\"default_connection\": \"", false);
	leave(pty);
}

TEST(the_other_kinds_too)
{
	static const struct { const char *go, *title, *id; } kind[] = {
		{ "2/slack<Enter>d", "Delete SLACK_WEBHOOK", "\"a-slack\"" },
		{ "3/ml-utils<Enter>d", "Delete ml-utils", "\"a-mlu\"" },
		{ "3/s3 lake<Enter>d", "Delete S3 lake", "\"a-s3\"" },
	};
	static const char *const name[] = { "SLACK_WEBHOOK", "ml-utils",
					    "S3 lake" };
	const char *store = demo_store("kinds");
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(kind) / sizeof(kind[0]); i++) {
		pty = open_store(&large, store);
		keys(pty, kind[i].go);
		shows(pty, kind[i].title);
		keys(pty, name[i]);
		has(store, kind[i].id, true);
		keys(pty, "<Enter>");
		shows(pty, "Saved: ");
		has(store, kind[i].id, false);
		leave(pty);
	}
}

/* More than 20 people: the name, though it can be undone. */
TEST(what_moves_many_asks_for_the_name)
{
	const char *store = demo_store("many");
	struct pty *pty = open_store(&large, store);

	MUST("--store", store, "project", "share-workspace", "p-rev",
	     "can_edit");
	keys(pty, "/revenue model<Enter>d");
	shows(pty, "Delete Revenue model");
	shows_not(pty, "cannot be undone");
	shows(pty, "- Maya Lindqvist  Full -> View  read-only");
	shows(pty, "Undo: u (now) or h history (later).");
	shows(pty, "Type Revenue model:");
	keys(pty, "Revenue model<Enter>");
	shows(pty, "Saved: ");
	has(store, "\"state\": \"trashed\"", true);
	leave(pty);
}

TEST(a_project_in_the_trash_goes_for_good)
{
	const char *store = demo_store("trash");
	struct pty *pty = open_store(&large, store);

	MUST("--store", store, "project", "create", "Nothing in it");
	MUST("--store", store, "project", "delete", "Nothing in it");
	keys(pty, "r/nothing in<Enter>d");
	shows(pty, "Delete Nothing in it");
	shows(pty, " cannot be undone ");
	keys(pty, "Nothing in it<Enter>");
	shows(pty, "Saved: ");
	has(store, "Nothing in it", false);
	leave(pty);
}

/* Nobody may take the last Admin away, and the way out is said. */
TEST(what_is_forbidden_says_why)
{
	const char *store = demo_store("last");
	struct pty *pty;
	char *before;

	MUST("--store", store, "user", "role", "oskar@acme.example", "viewer");
	MUST("--store", store, "user", "role", "tess@acme.example", "viewer");
	before = dump(store);
	pty = open_store(&large, store);
	keys(pty, ":user role maya@acme.example viewer<Enter>");
	shows(pty, "It cannot be done");
	shows(pty, "last");
	shows(pty, "Admin");
	shows(pty, "[ Close  Esc ]");
	shows_not(pty, "[ y ");
	cursor_on(pty, "[ Close  Esc ]");
	is_fresh(pty);
	keys(pty, "y");
	shows(pty, "It cannot be done");
	keys(pty, "<Enter>");
	shows_not(pty, "It cannot be done");
	is_unchanged(store, before);
	leave(pty);
}

/* What is mistyped stays where it can be typed again. */
TEST(a_name_that_is_not_there_stays_in_the_palette)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":connection delete nosuch<Enter>");
	shows(pty, "Palette");
	shows(pty, "nosuch");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(another_console_deletes_first)
{
	const char *store = demo_store("first");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/open data<Enter>d");
	shows(pty, "removed from the one project");
	MUST("--store", store, "connection", "delete", "a-pub", "--yes");
	assert_true(pty_await(pty, "It cannot be done"));
	assert_true(pty_settle(pty));
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(small_and_tiny_and_without_colour)
{
	const char *env[] = { "NO_COLOR=1", NULL };
	const struct pty_options mono = { .rows = 24, .cols = 80, .env = env };
	struct pty *pty = open_demo(&small), *other = open_demo(&mono);
	char *one, *two;

	keys(pty, "1/snow<Enter>dSnow");
	keys(other, "1/snow<Enter>dSnow");
	shows(pty, "Type Snowflake prod to go on: [Snow");
	shows(pty, "[ Back  Esc ]   [ Delete ] (wakes when it is typed)");
	one = pty_screen(pty);
	two = pty_screen(other);
	assert_string_equal(one, two);
	free(one);
	free(two);
	is_fresh(pty);
	keys(pty, "<Down><Down><Down><Down><Down><Down><Down><Down>");
	is_fresh(pty);
	keys(pty, "<Esc>");
	keys(other, "<Esc>");
	leave(pty);
	leave(other);
	pty = open_demo(&tiny);
	keys(pty, "1<Down>d");
	shows(pty, " cannot be undone ");
	shows(pty, "Type Billing ledger: [");
	is_fresh(pty);
	keys(pty, "Billing ledger<Enter>");
	shows_not(pty, "cannot be undone");
	keys(pty, "4d");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(a_group_is_deleted_by_y), CASE(the_button_does_it_too),
    CASE(the_mouse_does_it),
    CASE(a_connection_is_deleted_by_its_name), CASE(the_other_kinds_too),
    CASE(what_moves_many_asks_for_the_name),
    CASE(a_project_in_the_trash_goes_for_good),
    CASE(what_is_forbidden_says_why),
    CASE(a_name_that_is_not_there_stays_in_the_palette),
    CASE(another_console_deletes_first),
    CASE(small_and_tiny_and_without_colour))
