/* dialog_default_test.c: the default data connection: set, cleared, who has none. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 40, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

static void default_is(const char *store, const char *asset)
{
	char *text, line[80];

	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	snprintf(line, sizeof(line), "\"default_connection\": \"%s\"", asset);
	if (*asset)
		assert_non_null(strstr(text, line));
	else
		assert_null(strstr(text, "\"default_connection\": \""));
	free(text);
}

/* D on a row: that one is chosen already. */
TEST(D_chooses_the_row)
{
	const char *store = demo_store("set");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/wareh<Enter>D");
	shows(pty, "Default data connection");
	shows(pty, "New SQL cells start with it. In Hex: Settings,");
	shows(pty, "Data sources, Set as default.");
	cursor_on(pty, "▌ (*) Analytics warehouse▐ used by 5");
	shows(pty, "( ) Snowflake prod       now, used by 3");
	shows(pty, "unsaved");
	shows(pty, "If you save: 1 of 20 who can edit somewhere have no default");
	shows(pty, "1 of them is a Guest.");
	shows(pty, "Sara Lopes    none  none     not in Workspace");
	is_fresh(pty);
	default_is(store, "a-snow");
	keys(pty, "<F8>");
	shows(pty, "Saved: New SQL cells start with Analytics warehouse.");
	default_is(store, "a-wh");
	leave(pty);
}

TEST(who_has_no_default_is_listed)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "1/snow<Enter>D");
	shows(pty, "Now: ");
	shows(pty, "of 20 who can edit somewhere have no default");
	shows(pty, "v all");
	shows(pty, "Elif Demir  ▐ none  not in Data Team");
	keys(pty, "v");
	shows(pty, "Gus Novak (Editor): not in Data Team");
	shows_not(pty, "Nina Kowalski");	/* of the Data Team */
	keys(pty, "<Esc>");
	shows(pty, "Default data connection");
	keys(pty, "<F9>");
	shows(pty, "Sven Lund (Editor): not in Data Team");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* Groups with access of the chosen one, on top; the count follows. */
TEST(g_opens_its_groups)
{
	const char *store = demo_store("groups");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/snow<Enter>D");
	shows(pty, "Now: 11 of 20 who can edit somewhere have no default");
	shows(pty, "[ g  Groups with access of Snowflake prod ]");
	keys(pty, "g");
	shows(pty, "Groups with access: Snowflake prod");
	keys(pty, "<Space><F8>");
	shows(pty, "Default data connection");
	shows(pty, "Now: 1 of 23 who can edit somewhere have no default");
	/* the button does the same */
	keys(pty, "<Tab><Enter>");
	shows(pty, "Groups with access: Snowflake prod");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(it_is_cleared_from_the_palette)
{
	const char *store = demo_store("clear");
	struct pty *pty = open_store(&large, store);

	keys(pty, ":clear default<Enter>");
	cursor_on(pty, "▌ (*) none");
	shows(pty, "New SQL cells start without a connection.");
	shows(pty, "If you save: 20 of 20 who can edit somewhere have no "
	      "default");
	shows_not(pty, "g  Groups with access");
	keys(pty, "<F8>");
	shows(pty, "Saved: There is no default connection.");
	default_is(store, "");
	/* and set again: about nothing, so what is now is chosen */
	keys(pty, ":set as default<Enter>");
	cursor_on(pty, "▌ (*) none");
	keys(pty, "/ledger<Enter><Space>");
	cursor_on(pty, "▌ (*) Billing ledger");
	shows(pty, "Admins only");
	keys(pty, "<F8>");
	default_is(store, "a-led");
	leave(pty);
}

TEST(a_draft_cannot_be_it)
{
	const char *store = demo_store("unfit");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/lake<Enter>D");
	shows(pty, "Lake is a draft: test and finish it first.");
	cursor_on(pty, "▌ ( ) Lake");
	shows(pty, "  test and finish it first");
	keys(pty, "<Space>");
	cursor_on(pty, "▌ ( ) Lake");
	shows_not(pty, "unsaved");
	keys(pty, "<F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	default_is(store, "a-snow");
	leave(pty);
}

TEST(Esc_keeps_a_draft)
{
	const char *store = demo_store("kept");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/snow<Enter>D<Up><Space><Esc>");
	shows(pty, "Draft kept until you leave: Default data connection");
	default_is(store, "a-snow");
	keys(pty, "D");
	shows(pty, "(*) People database");
	keys(pty, "<F5>");
	shows(pty, "(*) Snowflake prod");
	keys(pty, "<Esc>");
	leave(pty);
}

/* One value, not one a row: two choices of two consoles are a dispute. */
TEST(another_console_chose_meanwhile)
{
	const char *store = demo_store("both");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/wareh<Enter>D");
	MUST("--store", store, "connection", "set-default", "a-pg");
	assert_true(pty_await(pty, "whose version"));
	assert_true(pty_settle(pty));
	keys(pty, "r");
	shows(pty, "(*) Orders replica");
	shows(pty, "( ) Analytics warehouse");
	shows(pty, "Now: ");
	keys(pty, "/wareh<Enter><Space>");
	MUST("--store", store, "connection", "clear-default");
	assert_true(pty_await(pty, "whose version"));
	assert_true(pty_settle(pty));
	keys(pty, "o<F8>");
	shows(pty, "Saved: New SQL cells start with Analytics warehouse.");
	default_is(store, "a-wh");
	leave(pty);
}

TEST(small_and_tiny_and_without_colour)
{
	const char *env[] = { "NO_COLOR=1", NULL };
	const struct pty_options mono = { .rows = 24, .cols = 80, .env = env };
	struct pty *pty = open_demo(&small), *other = open_demo(&mono);
	char *one, *two;

	keys(pty, "1/wareh<Enter>D");
	keys(other, "1/wareh<Enter>D");
	one = pty_screen(pty);
	two = pty_screen(other);
	assert_string_equal(one, two);
	free(one);
	free(two);
	is_fresh(pty);
	keys(pty, "<F5><Esc>");
	keys(other, "<F5><Esc>");
	leave(pty);
	leave(other);
	pty = open_demo(&tiny);
	keys(pty, "1<Down>D");
	cursor_on(pty, "▌ (*) Billing");
	shows(pty, "[ Save  F8 ]");
	is_fresh(pty);
	keys(pty, "<F5><Esc>");
	leave(pty);
}

TEST(a_plan_locks_it)
{
	const char *store = demo_store("locked");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "community");
	pty = open_store(&large, store);
	keys(pty, "1/wareh<Enter>D");
	shows(pty, "read only");
	shows(pty, "Data connections need the plan Professional");
	keys(pty, "<Esc>");
	default_is(store, "a-snow");
	leave(pty);
}

RUN(CASE(D_chooses_the_row), CASE(who_has_no_default_is_listed),
    CASE(g_opens_its_groups), CASE(it_is_cleared_from_the_palette),
    CASE(a_draft_cannot_be_it), CASE(Esc_keeps_a_draft),
    CASE(another_console_chose_meanwhile),
    CASE(small_and_tiny_and_without_colour), CASE(a_plan_locks_it))
