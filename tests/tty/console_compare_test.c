/* console_compare_test.c: two marked people side by side, one given what the other has;
 * and what in the workspace wants a look. */
#include "base/attr.h"
#include "tests/tty/console.h"

#include <unistd.h>

static const struct pty_options sizes[] = {
	{ .rows = 10, .cols = 40 }, { .rows = 24, .cols = 80 },
	{ .rows = 40, .cols = 120 }, { .rows = 50, .cols = 160 }
};
static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };

#define DANA_AND_RAVI "4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>="
#define FIONA_AND_VERA "4/fiona<Enter><Space><Esc>/vera<Enter><Space><Esc>="
#define BOB_AND_ELIF "4/bob<Enter><Space><Esc>/elif<Enter><Space><Esc>="

/* ---- compare ----------------------------------------------------------------------- */

TEST(two_marked_people_are_compared_at_every_size)
{
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty = open_demo(&sizes[i]);

		keys(pty, DANA_AND_RAVI);
		row_shows(pty, 1, "7 projects differ");
		cursor_on(pty, "No access");
		cursor_on(pty, "Full Access");
		shows(pty, "Ravi Menon owns it");
		if (sizes[i].rows > 10)
			shows(pty, "Only Ravi Menon is in Data Team.");
		keys(pty, "<Down>");
		shows(pty, "Dana Ilves is held by feature-store");
		is_fresh(pty);
		keys(pty, "D");
		row_shows(pty, 1, "16 projects");
		keys(pty, "/churn<Enter>");
		cursor_on(pty, "Full Access");
		keys(pty, "<Esc><Esc>");
		leave(pty);
	}
}

/* Whoever was marked first is the left one, from whom > gives; however they are sorted,
 * and where one of three is unmarked again. */
TEST(the_one_marked_first_is_the_left_one)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4/ravi<Enter><Space><Esc>/dana<Enter><Space><Esc>=");
	row_shows(pty, 1, "Compare \u00b7 Ravi Menon and Dana Ilves");
	row_shows(pty, -1, "> same for Dana Ilves");
	keys(pty, ">");
	row_shows(pty, 1, "Copy the access of Ravi Menon");
	keys(pty, "<Esc><Esc>ss=");		/* the other way round in the list */
	row_shows(pty, 1, "Compare \u00b7 Ravi Menon and Dana Ilves");
	keys(pty, "<Esc>/bob<Enter><Space><Esc>/ravi<Enter><Space><Esc>=");
	row_shows(pty, 1, "Compare \u00b7 Dana Ilves and Bob Stein");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(nothing_to_copy_asks_for_no_yes)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, DANA_AND_RAVI ">y");
	row_shows(pty, 1, "Compare");
	keys(pty, ">");
	shows(pty, "Nothing would change: Ravi Menon lacks nothing");
	shows(pty, "[ Close  Esc ]");
	shows_not(pty, "Do it");
	shows_not(pty, "do it");
	keys(pty, "y<Enter>");
	row_shows(pty, 1, "Compare");		/* Enter on Close */
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(one_marked_and_the_one_in_focus)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4=");
	shows(pty, "Mark two people with Space, then = compares them.");
	keys(pty, "<Space>=");
	row_shows(pty, 1, "Compare");
	row_shows(pty, 1, "Amir Haddad and Beth");
	keys(pty, "<Esc><Space><Space><Space>=");
	shows(pty, "Mark two people");
	keys(pty, "<Esc>5<Space><Down><Space>=");
	shows(pty, "Mark two people");
	leave(pty);
}

TEST(the_ladders_stand_side_by_side_or_one_under_the_other)
{
	struct pty *pty = open_demo(&wide);
	int row;

	keys(pty, DANA_AND_RAVI "<Down><Enter>");
	row = pty_find(pty, "Dana Ilves ");
	assert_true(row > 0);
	row_shows(pty, 2, "Dana Ilves");
	row_shows(pty, 2, "Ravi Menon");
	row_shows(pty, -1, "f fix");
	shows(pty, "= Dana Ilves");
	shows(pty, "= Ravi Menon");
	is_fresh(pty);
	leave(pty);
	pty = open_demo(&small);
	keys(pty, DANA_AND_RAVI "<Down><Enter>");
	assert_true(pty_find(pty, "= Ravi Menon") > pty_find(pty, "= Dana Ilves"));
	/* Tab goes to the other; Enter where it is set. */
	cursor_on(pty, "workspace");
	row = cursor_row(pty);
	keys(pty, "<Tab>");
	assert_true(cursor_row(pty) > row);
	keys(pty, "w");
	row_shows(pty, 1, "Ravi Menon");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
	pty = open_demo(&sizes[0]);
	keys(pty, DANA_AND_RAVI "<Down><Enter>");
	row_shows(pty, 2, "Dana Ilves");
	keys(pty, "<Tab>");
	row_shows(pty, 2, "Ravi Menon");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(the_same_is_given_and_taken_back)
{
	const char *store = demo_store("copy");
	struct pty *pty = open_store(&wide, store);
	char *before = dump(store);

	keys(pty, DANA_AND_RAVI ">");
	row_shows(pty, 1, "Copy the access of Dana Ilves");
	shows(pty, "the group");
	shows(pty, "1 person gains");
	is_unchanged(store, before);
	before = dump(store);
	keys(pty, "y");
	row_shows(pty, 1, "Compare");
	row_shows(pty, 1, "6 projects differ");
	keys(pty, "uy");
	row_shows(pty, 1, "7 projects differ");
	keys(pty, "<Esc>");
	leave(pty);
	is_unchanged(store, before);
}

/* What cannot be given is named before the yes, and the rest is done. */
TEST(what_is_refused_is_named)
{
	struct pty *pty = open_demo(&small);

	keys(pty, DANA_AND_RAVI "<lt>");
	row_shows(pty, 1, "Copy the access of Ravi Menon");
	shows(pty, "Full Access to Churn model is not copied");
	shows(pty, "Full Access to Revenue forecast is not copied");
	shows(pty, "If you do it: 1 person gains on 6 projects");
	shows(pty, "the group Data Team. 2 of 3");
	shows(pty, "left out.");
	shows_not(pty, "--");
	keys(pty, "y");
	row_shows(pty, 1, "3 projects differ");
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_demo(&small);
	keys(pty, FIONA_AND_VERA ">");
	shows(pty, "Nothing would change: none of what Vera Popov lacks can be copied");
	shows(pty, "Can Edit on Headcount planning is not copied: sharing");
	keys(pty, "<Esc><Esc>:access copy u-ravi u-dana<Enter>");
	shows(pty, "2 of 3 cannot be copied");
	shows(pty, "leave those out: :access copy with Leave out what is refused");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(the_role_is_offered_where_it_differs)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, BOB_AND_ELIF);
	shows(pty, "Bob Stein is Viewer, Elif Demir is Editor.");
	row_shows(pty, -1, "R and the role");
	keys(pty, ">");
	shows_not(pty, "the role Viewer and");
	shows(pty, "is held");
	keys(pty, "<Esc>R");
	shows(pty, "the role Viewer");
	shows(pty, "1 person loses on 1 project");
	keys(pty, "<Esc><Esc>");
	leave(pty);
	pty = open_demo(&wide);
	keys(pty, DANA_AND_RAVI);
	assert_null(strstr(pty_row(pty, -1), "and the role"));
	keys(pty, "R");
	row_shows(pty, 1, "Compare");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_follows_what_others_do)
{
	const char *store = demo_store("others");
	struct pty *pty = open_store(&small, store);

	keys(pty, DANA_AND_RAVI);
	row_shows(pty, 1, "7 projects differ");
	MUST("--store", store, "group", "add", "g-data", "u-dana");
	keys(pty, "r");
	row_shows(pty, 1, "3 projects differ");
	keys(pty, "<Esc>");
	leave(pty);
}

/* ---- findings ------------------------------------------------------------------------ */

TEST(every_pair_has_title_name_and_why_at_80_columns)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":access pairs<Enter>");
	shows(pty, "Ad spend attribution  Elif Demir      Full Access   owner");
	shows(pty, "Ad spend attribution  Emil Costa      Can Edit -> Can View   role Viewer");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(findings_open_from_every_list)
{
	static const char *const ways[] = { "!", "4!", "1!", ":findings<Enter>",
		":access report --findings<Enter>", "4o!" };

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct pty *pty = open_demo(&sizes[i % COUNT_OF(sizes)]);

		keys(pty, ways[i]);
		row_shows(pty, 1, "Findings");
		row_shows(pty, 1, "19 findings");
		is_fresh(pty);
		keys(pty, "<Esc>");
		leave(pty);
	}
}

TEST(a_finding_leads_to_its_thing_and_back)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "!/open to<Enter><Enter>");
	cursor_on(pty, "Open data");
	keys(pty, "<Backspace>");
	row_shows(pty, 1, "Findings");
	keys(pty, "<Esc>/sara<Enter><Enter>");
	row_shows(pty, 1, "Why");
	row_shows(pty, 1, "Sara Lopes");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
}

TEST(what_is_to_be_done_is_a_key)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "!");
	row_shows(pty, -1, "f Share to web");
	keys(pty, "f");
	shows(pty, "Reverse logistics");
	shows(pty, "web");
	keys(pty, "<Esc>");
	row_shows(pty, 1, "19 findings");
	keys(pty, "/pete<Enter>");		/* Enter leads to why, f to its ways */
	row_shows(pty, -1, "f fixes");
	keys(pty, "f");
	row_shows(pty, 1, "Why");
	row_shows(pty, 1, "Pete Lang");
	shows(pty, "Fix: 1 to ");
	keys(pty, "1");
	shows(pty, "If you do it");
	keys(pty, "<Esc><Esc>");
	row_shows(pty, 1, "Findings");
	keys(pty, "<C-u><Esc>/board<Enter>");	/* an owner who is held */
	shows(pty, "Faye Wong, who owns Board pack, is held at Can View by the role");
	keys(pty, "f");
	row_shows(pty, 1, "Faye Wong");
	shows(pty, "Fix: 1");
	keys(pty, "<Esc><Esc>/product<Enter>f");	/* its line in the share dialog */
	shows(pty, "Share Ad spend attribution");
	cursor_on(pty, "Product");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
}

/* Each kind that the demo has not, too: Enter and f lead to where it can be mended. */
TEST(every_finding_leads_somewhere)
{
	static const struct { const char *find, *open, *fix; } kinds[] = {
		{ "the only active", "Maya Lindqvist", "Change a person's role" },
		{ "on the web", "Reverse logistics", "Share Reverse logistics" },
		{ "open to pub", "Open data", "Groups with access: Open data" },
		{ "nobody can edit", "Invoice audit", "Invoice audit" },
		{ "owner left", "Legacy dashboard", "Transfer Legacy dashboard" },
		{ "owner held", "Board pack", "Fix: 1" },
		{ "kofi", "Kofi Mensah", "Fix: 1" },
		{ "gives nothing", "Empty", "Delete Empty" },
		{ "looks alike", "m\u0430ya@", "m\u0430ya@" },
		{ "same name", "Emil Costa", "Edit Emil Costa" },
	};
	const char *store = demo_store("kinds");

	MUST("--store", store, "user", "role", "u-oskar", "editor");
	MUST("--store", store, "user", "role", "u-tess", "editor");
	MUST("--store", store, "user", "add", "m\u0430ya@acme.example", "--role", "viewer");
	MUST("--store", store, "user", "edit", "u-bob", "--name", "Emil Costa");
	MUST("--store", store, "group", "create", "Empty");
	for (size_t i = 0; i < 2 * COUNT_OF(kinds); i++) {
		struct pty *pty = open_store(&wide, store);
		char typed[80];

		snprintf(typed, sizeof(typed), "!/%s<Enter>", kinds[i / 2].find);
		keys(pty, typed);
		row_shows(pty, 1, "Findings");
		keys(pty, i % 2 ? "f" : "<Enter>");
		shows(pty, i % 2 ? kinds[i / 2].fix : kinds[i / 2].open);
		if (strcmp(kinds[i / 2].find, "the only active") != 0 || i % 2 == 0)
			assert_null(strstr(pty_row(pty, 1), "Findings"));
		leave(pty);
	}
}

TEST(only_what_is_new_since_then)
{
	const char *store = demo_store("since");
	struct pty *pty;

	MUST("--store", store, "user", "deactivate", "u-ravi");
	pty = open_store(&small, store);
	keys(pty, "!");
	row_shows(pty, 1, "21 findings");
	row_shows(pty, -1, "n new since");
	keys(pty, "n999<Enter>");
	shows(pty, "there is no revision \"999\"");
	keys(pty, "<Backspace><Backspace><Backspace>1<Enter>");
	row_shows(pty, 1, "Findings new since #1, ");
	row_shows(pty, 1, "2 of 21");
	shows(pty, "Ravi Menon, who owns Churn model, is deactivated.");
	shows_not(pty, "Walt Pierce, who owns");
	is_fresh(pty);
	/* What others do is seen there, too. */
	MUST("--store", store, "project", "take-access", "p-churn");
	MUST("--store", store, "project", "transfer", "p-churn", "u-amir");
	keys(pty, "r");
	row_shows(pty, 1, "1 of 20");
	shows_not(pty, "who owns Churn model");
	keys(pty, "n");
	row_shows(pty, 1, "20 findings");
	shows(pty, "Walt Pierce, who owns");
	keys(pty, "<Esc><Esc>:access report --findings --since 3<Enter>");
	row_shows(pty, 1, "0 of 20");
	shows(pty, "Nothing is new since then.");
	keys(pty, "<Esc>");
	leave(pty);
}

/* A file took the place of it all: what was then cannot be told, and all of why is said. */
TEST(what_was_then_may_be_gone)
{
	const char *store = demo_store("replaced");
	struct pty *pty = open_store(&small, store);
	char file[1200];

	snprintf(file, sizeof(file), "%s.json", store);
	keys(pty, "!n1<Enter>");
	row_shows(pty, 1, "0 of 19");
	MUST("--store", store, "workspace", "export", file);
	MUST("--store", store, "user", "edit", "u-beth", "--name", "Bea");
	MUST("--store", store, "workspace", "import", file, "--yes");
	assert_int_equal(unlink(file), 0);
	keys(pty, "r");
	shows(pty, "What is new cannot be told.");
	shows(pty, "revision 1 cannot be shown");
	shows(pty, "the earliest is 3");
	keys(pty, "n");
	row_shows(pty, 1, "19 findings");
	leave(pty);
}

TEST(they_are_of_now)
{
	const char *store = demo_store("now");
	struct pty *pty = open_store(&small, store);

	keys(pty, "!");
	row_shows(pty, 1, "19 findings");
	MUST("--store", store, "connection", "access", "a-pub", "--remove", "public");
	keys(pty, "r");
	row_shows(pty, 1, "21 findings");	/* it was all that let them edit */
	shows(pty, "Nobody can edit NPS survey.");
	shows_not(pty, "is open to Public");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(they_are_for_admins)
{
	const char *store = demo_store("admins");
	struct pty *pty = open_as(&small, store, "bob@acme.example");

	keys(pty, "!");
	shows_not(pty, "findings ");
	row_shows(pty, -2, "Admin");
	leave(pty);
}

RUN(CASE(two_marked_people_are_compared_at_every_size),
    CASE(the_one_marked_first_is_the_left_one),
    CASE(nothing_to_copy_asks_for_no_yes), CASE(one_marked_and_the_one_in_focus),
    CASE(the_ladders_stand_side_by_side_or_one_under_the_other),
    CASE(the_same_is_given_and_taken_back), CASE(what_is_refused_is_named),
    CASE(the_role_is_offered_where_it_differs), CASE(it_follows_what_others_do),
    CASE(every_pair_has_title_name_and_why_at_80_columns),
    CASE(findings_open_from_every_list), CASE(a_finding_leads_to_its_thing_and_back),
    CASE(what_is_to_be_done_is_a_key),
    CASE(every_finding_leads_somewhere), CASE(only_what_is_new_since_then), CASE(what_was_then_may_be_gone), CASE(they_are_of_now), CASE(they_are_for_admins))
