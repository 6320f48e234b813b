/* console_bulk_test.c: marks, and verbs over all that is marked. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options tiny = { .rows = 10, .cols = 40 };

TEST(space_marks_and_goes_on)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4<Space>");
	cursor_on(pty, "▌ Beth Young");
	shows(pty, " \u2713Amir Haddad");
	row_shows(pty, 1, "1 marked   40 of 40");
	keys(pty, "<Space><Up><Space>");	/* Beth, and not Beth */
	row_shows(pty, 1, "1 marked");
	keys(pty, "*");
	row_shows(pty, 1, "39 marked");
	is_fresh(pty);
	keys(pty, "<Esc>");
	assert_null(strstr(pty_row(pty, 1), "marked"));
	shows(pty, "No row is marked now.");
	keys(pty, "3<Space><Space>");	/* headings and settings take none */
	assert_null(strstr(pty_row(pty, 1), "marked"));
	leave(pty);
}

TEST(marks_by_pattern)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4+role:guest");
	row_shows(pty, 1, "+ mark what matches: role:guest");
	row_shows(pty, 1, "4 match");
	is_fresh(pty);
	keys(pty, "<Enter>");
	shows(pty, "4 rows match; 4 marked now.");
	row_shows(pty, 1, "4 marked");
	keys(pty, "-sara<Enter>");
	row_shows(pty, 1, "3 marked");
	keys(pty, "+x<Esc>");
	row_shows(pty, 1, "3 marked");
	leave(pty);
}

TEST(marks_outlive_filter_sort_tab_and_change)
{
	const char *store = demo_store("outlive");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4<Space><Space>");
	keys(pty, "/amir<Enter>");
	row_shows(pty, 1, "2 marked, 1 marked row hidden");
	keys(pty, "<Esc>");
	row_shows(pty, 1, "2 marked   40 of 40");
	keys(pty, "s<Down><Enter>54");
	row_shows(pty, 1, "2 marked");
	MUST("--store", store, "user", "add", "zed@acme.example", "--role",
	     "viewer");
	keys(pty, "r");
	row_shows(pty, 1, "2 marked   41 of 41");
	leave(pty);
}

static void verbs_apply(const struct pty_options *at)
{
	const char *store = demo_store(at == &small ? "apply" : "apply-tiny");
	struct pty *pty = open_store(at, store);
	char *out;

	keys(pty, "4+role:guest<Enter>");
	keys(pty, "d");
	shows(pty, "Deactivate 4 users");
	shows(pty, "4 people lose");
	if (at == &small)
		shows(pty, "4 users: 4 change");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows(pty, "4 marked");		/* nothing is lost by going back */
	keys(pty, "dy");
	shows(pty, "Saved: 4 people lose");
	assert_null(strstr(pty_row(pty, 1), "marked"));
	leave(pty);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "audit", "list", "--limit", "1", NULL }), 0);
	assert_non_null(strstr(out, "user deactivate"));
	assert_non_null(strstr(out, "And 3 more."));
	free(out);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "user", "list", "--format", "csv", NULL }), 0);
	assert_null(strstr(out, "guest,yes"));
	free(out);
}

/* One transaction, one event, what each comes to before it is saved. */
TEST(a_verb_applies_to_all_marked)
{
	verbs_apply(&small);
	verbs_apply(&tiny);
}

TEST(hints_say_so)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4<Space><Space>");
	row_shows(pty, -1, "d deactivate 2 marked");
	keys(pty, ".");
	shows(pty, "2 marked \u2500");		/* the menu's heading */
	keys(pty, "<Down><Enter>");
	row_shows(pty, 1, "Edit 2 users");
	keys(pty, "<Esc>51<Space><Space>.");
	row_shows(pty, pty_find(pty, "  Edit  "), "(one thing at a time)");
	leave(pty);
}

/* A command with its arguments, over the marks; those who have it already are said
 * to. */
TEST(a_command_over_the_marks)
{
	const char *store = demo_store("once");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4<Space><Space>j<Space>:user role (marked) viewer<Enter>");
	shows(pty, "3 users: 2 change, 1 already has it, 0 blocked");
	shows(pty, "Amir Haddad would be Viewer.");
	row_shows(pty, pty_find(pty, "1 already has it"), "");
	shows(pty, "lose");
	keys(pty, "y");
	shows(pty, "Saved 2 at once: ");
	assert_int_equal(RUN_CLI("--store", store, "access", "check",
				 "amir@acme.example", "Churn model", "can_edit"),
			 1);
	keys(pty, ":user role (marked) viewer<Enter>");
	shows(pty, "no row is marked");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Who is blocked is named, and left out only when one says so. */
TEST(the_blocked_are_left_out_only_with_consent)
{
	const char *store = demo_store("blocked");
	struct pty *pty = open_store(&small, store);

	keys(pty, "<Space><Space>d");	/* Ad spend attribution, Board pack */
	shows(pty, "2 projects: 1 changes, 0 already have it, 1 blocked");
	shows(pty, "1 blocked");
	shows(pty, "deleting Ad spend attribution needs Full Access");
	row_shows(pty, -1, "o leave out the 1 blocked");
	keys(pty, "y");
	shows(pty, "Some are blocked: o leaves them out");
	keys(pty, "o");
	row_shows(pty, -1, "y do it");
	keys(pty, "y");
	shows(pty, "Saved 1 at once: Board pack is in the trash");
	leave(pty);
}

/* Each alone could go, not all: who does the work is asked last. */
TEST(the_last_admin_is_blocked_by_the_others)
{
	const char *store = demo_store("last");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4*d");
	shows(pty, "Save stops: 1 blocked. 37 people lose");
	shows(pty, "! Maya Lindqvist is the last active Admin");
	keys(pty, "<Up><Tab><Tab><Tab>");
	shows(pty, "40 users: 37 change, 2 already have it, 1 blocked");
	keys(pty, "<F8>y");
	shows(pty, "Not saved: 1 of 40 is blocked; o leaves it out");
	assert_int_equal(events(store), before);
	keys(pty, "o");
	shows(pty, "If you do it: 37 people lose");
	keys(pty, "y");
	shows(pty, "Saved: 37 people lose");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "workspace", "verify"), 0);
}

/* Somebody else's change is taken in before anything is saved. */
TEST(a_change_elsewhere_is_looked_at_again)
{
	const char *store = demo_store("elsewhere");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4<Space>j<Space>:user role (marked) viewer<Enter>");
	shows(pty, "2 users: 1 changes, 1 already has it");
	MUST("--store", store, "user", "role", "amir@acme.example", "viewer");
	keys(pty, "<C-l>");
	shows(pty, "2 users: 0 change, 2 already have it");
	keys(pty, "y");
	shows(pty, "Nothing would change.");
	leave(pty);
}

/* On a thing's own page a verb is about that thing. */
TEST(a_page_over_the_list_is_about_its_own_thing)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4<Space><Space><Enter>d");
	shows(pty, "Deactivate Bob Stein");
	keys(pty, "<Esc><Esc>");
	row_shows(pty, 1, "2 marked");
	leave(pty);
}

RUN(CASE(space_marks_and_goes_on), CASE(marks_by_pattern),
    CASE(marks_outlive_filter_sort_tab_and_change),
    CASE(a_verb_applies_to_all_marked), CASE(hints_say_so),
    CASE(a_command_over_the_marks),
    CASE(the_blocked_are_left_out_only_with_consent),
    CASE(the_last_admin_is_blocked_by_the_others),
    CASE(a_change_elsewhere_is_looked_at_again),
    CASE(a_page_over_the_list_is_about_its_own_thing))
