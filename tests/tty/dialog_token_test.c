/* dialog_token_test.c: the Hex API block and the list of API tokens, by keys. */
#include "base/attr.h"
#include "tests/tty/stores.h"

#include <time.h>

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 44, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

static void has(const char *store, const char *text)
{
	char *all = dump(store);

	if (!strstr(all, text))
		fail_msg("%s: has no %s", all, text);
	free(all);
}

static void go_to(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 40; i++) {
		if (strstr(pty_row(pty, cursor_row(pty)), label))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

/* As a date, so many days from now. */
static const char *date_in(int days)
{
	static char text[32];
	time_t then = time(NULL) + days * 86400;
	struct tm tm;

	strftime(text, sizeof(text), "%Y-%m-%d", gmtime_r(&then, &tm));
	return text;
}

TEST(the_longest_life_is_a_choice)
{
	const char *store = demo_store("life"), *cli = demo_store("life-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "3<Home><Down><Down>");
	cursor_on(pty, "Personal tokens expire");
	row_shows(pty, cursor_row(pty), "120 days");
	keys(pty, ".");
	shows(pty, "Change the settings");
	keys(pty, "<Esc><Enter>");
	go_to(pty, "Longest token life");
	keys(pty, "<Enter>");
	shows(pty, "7 days");
	shows(pty, "30 days");
	shows(pty, "60 days");
	shows(pty, "the plan's: 120 days");
	keys(pty, "60<Enter><F8>");
	shows(pty, "The longest life of personal tokens is 60 days.");
	row_shows(pty, cursor_row(pty), "60 days");
	keys(pty, "u");
	keys(pty, "y");
	row_shows(pty, cursor_row(pty), "120 days");
	keys(pty, "<Enter>");
	go_to(pty, "Longest token life");
	keys(pty, "<Right><F8>");
	row_shows(pty, cursor_row(pty), "after the plan's 120 days ");
	leave(pty);
	MUST("--store", cli, "workspace", "set", "token_max_days", "plan");
	same_stores(store, cli);
}

TEST(the_plan_says_what_it_lacks)
{
	const char *store = demo_store("lacks");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "professional", "--yes");
	pty = open_store(&small, store);
	keys(pty, "3<Home><Down>");
	row_shows(pty, cursor_row(pty), "not on this plan");
	row_shows(pty, cursor_row(pty), "needs Team");
	keys(pty, "<Enter>");
	shows(pty, "(needs the Team plan)");
	keys(pty, "<Esc>on");
	shows(pty, "API tokens need the Team plan");
	leave(pty);
}

/* The card beside the list says it all: nothing stands twice. */
TEST(the_panel_says_each_field_once)
{
	static const struct pty_options sizes[] = { { .rows = 24, .cols = 80 },
		{ .rows = 40, .cols = 120 }, { .rows = 50, .cols = 160 } };
	size_t i;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty = open_demo(&sizes[i]);

		keys(pty, "3o");
		shows(pty, "Scopes      projects_read");
		shows_not(pty, "scopes projects_read");
		shows_not(pty, "begins, ends hx");
		leave(pty);
	}
}

TEST(a_token_is_registered_with_its_scopes)
{
	const char *store = demo_store("new");
	struct pty *pty = open_store(&large, store);

	keys(pty, "3on");
	shows(pty, "Register an API token");
	keys(pty, "Weekly sync");
	go_to(pty, "Kind");
	keys(pty, "<Right>");
	go_to(pty, "Last four");
	keys(pty, "hxtw_secret");
	shows(pty, "the whole token");
	keys(pty, "<C-u>77aa");
	shows(pty, "a workspace token has at least one scope");
	go_to(pty, "Expires");
	keys(pty, "<F1>");
	shows(pty, "Only a workspace token may");
	keys(pty, "<Esc><C-u>never");
	go_to(pty, "Projects read");
	keys(pty, " <Down><Down> ");
	shows(pty, "[x] Projects run");
	shows(pty, "the value is not kept here");
	keys(pty, "<F8>");
	shows(pty, "Registered the token Weekly sync");
	has(store, "\"scopes\":\"projects_read\\nprojects_run\"");
	has(store, "\"last_four\":\"77aa\"");
	keys(pty, "u");
	keys(pty, "y");
	shows_not(pty, "▌ Weekly sync");
	leave(pty);
	pty = open_demo(&tiny);
	keys(pty, "3o");
	shows(pty, "Sample: nightly run");
	is_fresh(pty);
	leave(pty);
}

TEST(what_ends_soon_is_said)
{
	const char *store = demo_store("soon");
	struct pty *pty;
	char *out;

	MUST("--store", store, "token", "register", "Laptop", "--type", "personal",
	     "--last-four", "12ab", "--owner", "ravi@acme.example", "--expires",
	     date_in(2));
	MUST("--store", store, "token", "register", "Desk", "--type", "personal",
	     "--last-four", "12ac", "--owner", "ravi@acme.example", "--expires", "30");
	pty = open_store(&small, store);
	keys(pty, "3<Home>");
	row_shows(pty, cursor_row(pty), "1 ends soon");
	keys(pty, "o");
	cursor_on(pty, "Laptop");			/* it ends first */
	row_shows(pty, cursor_row(pty), "2 days left");
	keys(pty, "<Down>");
	row_shows(pty, cursor_row(pty), "30 days left");
	shows(pty, "Ravi Menon");
	leave(pty);
	pty = open_store(&large, store);
	keys(pty, "3<Home>");
	shows(pty, "4 registered, o lists them; first: Laptop, 2 days");
	leave(pty);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store, "token",
			     "list", NULL }), 0);
	assert_non_null(strstr(out, "1 token ends within 3 days."));
	free(out);
}

TEST(it_is_marked_revoked)
{
	const char *store = demo_store("revoke");
	struct pty *pty = open_store(&small, store);

	keys(pty, "3o");
	cursor_on(pty, "Sample: nightly run");
	row_shows(pty, cursor_row(pty), "never ends");
	keys(pty, "<Enter>");
	shows(pty, "never here: it was shown once");
	keys(pty, "<Esc>d");
	shows(pty, "revoke it in Hex, too");
	keys(pty, "y");
	shows(pty, "Marked the token Sample: nightly run as revoked");
	has(store, "\"revoked\":\"2");
	keys(pty, "h");
	shows(pty, "Marked the token Sample:");
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_as(&small, store, "bob@acme.example");
	keys(pty, "3o");
	shows(pty, "No API tokens to see.");
	leave(pty);
}

TEST(they_fit)
{
	fits("3on", "Register an API token");
	fits("3od", "Revoke");
}

RUN(
    CASE(the_longest_life_is_a_choice), CASE(the_plan_says_what_it_lacks),
    CASE(the_panel_says_each_field_once),
    CASE(a_token_is_registered_with_its_scopes), CASE(what_ends_soon_is_said),
    CASE(it_is_marked_revoked), CASE(they_fit))
