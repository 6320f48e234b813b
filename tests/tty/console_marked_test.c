/* console_marked_test.c: one dialog for all that is marked: fields with the common value
 * or "different", a row for each thing with what comes of it, one step. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };
static const struct pty_options tall = { .rows = 60, .cols = 90 };

/* How many events the store has. */
static int events(const char *store)
{
	char *out, *s;
	int n = 0;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "audit", "list", "--format", "csv", NULL }), 0);
	for (s = out; (s = strchr(s, '\n')); s++)
		n++;
	free(out);
	return n;
}

static bool may(const char *store, const char *who, const char *project,
		const char *level)
{
	return RUN_CLI("--store", store, "access", "check", who, project,
		       level) == 0;
}

/* ---- people ----------------------------------------------------------------------- */

/* Amir and Beth are Editors, Carl is a Viewer. */
TEST(a_role_for_all)
{
	const char *store = demo_store("role");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "4<Space><Space>j<Space>");
	row_shows(pty, -1, "e edit 3 marked");
	keys(pty, "e");
	row_shows(pty, 1, "Edit 3 users");
	row_shows(pty, 2, "different");
	row_shows(pty, 2, "stays as it is");
	row_shows(pty, pty_find(pty, "Carl Jensen"), "Viewer");
	shows(pty, "Nothing is changed yet");
	shows_not(pty, "Unix login");	/* each has its own */
	shows_not(pty, "E-mail");
	keys(pty, "<Left><Left><Left><Left><Left>");
	row_shows(pty, 2, "Viewer");
	shows(pty, "3 users: 2 change, 1 already has it");
	row_shows(pty, pty_find(pty, "Amir Haddad  "), "loses on 6 projects");
	row_shows(pty, pty_find(pty, "Carl Jensen"), "already has it");
	shows(pty, "If you save: 1 person loses on 6 projects");
	keys(pty, "<F8>");
	row_shows(pty, 1, "40 of 40");
	assert_null(strstr(pty_row(pty, 1), "marked"));
	leave(pty);
	assert_int_equal(events(store), before + 1);
	assert_false(may(store, "amir@acme.example", "Churn model", "can_edit"));
	MUST("--store", store, "undo", "--yes");
	assert_true(may(store, "amir@acme.example", "Churn model", "can_edit"));
}

/* [-] is where some are in it: all, none, as it is. */
TEST(groups_of_all)
{
	const char *store = demo_store("groups");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4<Space><Space>e<Tab><Tab>");	/* Amir, Beth */
	cursor_on(pty, "[-] Data Team");
	row_shows(pty, cursor_row(pty), "1 of 2");
	keys(pty, "<Space>");
	cursor_on(pty, "[x] Data Team");
	row_shows(pty, pty_find(pty, "Beth Young  "), "gains on");
	row_shows(pty, pty_find(pty, "Amir Haddad  "), "already has it");
	keys(pty, "<Space>");
	cursor_on(pty, "[ ] Data Team");
	row_shows(pty, pty_find(pty, "Amir Haddad  "), "loses on");
	keys(pty, "<Space>");
	cursor_on(pty, "[-] Data Team");
	shows(pty, "Nothing is changed yet");
	keys(pty, "<Up>fin<Enter>");
	row_shows(pty, pty_find(pty, "[x] Finance"), "6 members");
	shows(pty, "2 users: 2 change");
	keys(pty, "<F8>");
	leave(pty);
	assert_true(may(store, "beth@acme.example", "Board pack", "can_view"));
	assert_int_equal(RUN_CLI("--store", store, "group", "show", "Finance"), 0);
}

/* The last Admin stays; the others go when one says so. */
TEST(what_is_blocked_stops_until_it_is_left_out)
{
	const char *store = demo_store("blocked");
	struct pty *pty = open_store(&tall, store);
	int before = events(store);

	keys(pty, "4*e<Left><Left><Left><Left><Left>");
	shows(pty, "29 change, 10 already have it, 1 blocked");
	shows(pty, "Save stops: 1 blocked. ");
	shows(pty, "leave out the 1 blocked");
	keys(pty, "<F8>");
	shows(pty, "Not saved: ");
	assert_int_equal(events(store), before);
	keys(pty, "<Tab><Tab><Tab>o");
	shows(pty, "29 change, 10 already have it, 1 left out");
	shows(pty, "If you save: ");
	keys(pty, "<F8>");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	assert_int_equal(RUN_CLI("--store", store, "workspace", "verify"), 0);
}

/* Del leaves one out. */
TEST(one_is_left_out)
{
	const char *store = demo_store("out");
	struct pty *pty = open_store(&wide, store);

	keys(pty, "4<Space><Space>e<Left><Left><Left><Left><Tab><Tab><Tab>");
	cursor_on(pty, "Amir Haddad");
	keys(pty, "<Del>");
	shows(pty, "2 users: 1 change");
	shows(pty, "1 left out");
	keys(pty, "<F8>");
	leave(pty);
	assert_true(may(store, "amir@acme.example", "Churn model", "can_edit"));
}

/* ---- what the filter hides ------------------------------------------------------------ */

TEST(those_that_the_filter_hides_are_named)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4<Space><Space><Space>/amir<Enter>e");
	row_shows(pty, 1, "Edit 3 users");
	shows(pty, "2 of them are hidden by the filter: Beth Young, Bob Stein");
	keys(pty, "<Esc><Esc>");
	row_shows(pty, 1, "3 marked");	/* nothing is lost by going back */
	leave(pty);
}

/* ---- projects --------------------------------------------------------------------------- */

TEST(projects_are_shared_together)
{
	const char *store = demo_store("share");
	struct pty *pty = open_store(&wide, store);
	int before = events(store);

	keys(pty, "5<Space><Space>");	/* Ad spend attribution, Board pack */
	row_shows(pty, -1, "S share 2 marked");
	keys(pty, "S");
	row_shows(pty, pty_find(pty, "Share 2 projects"), "Share 2 projects");
	row_shows(pty, pty_find(pty, "Marketing  "), "different");
	row_shows(pty, pty_find(pty, "Marketing  "), "on 1 of 2");
	keys(pty, "fin<Enter>");
	shows(pty, "2 projects: 1 changes, 1 blocked");
	row_shows(pty, pty_find(pty, "Board pack   "), "5 gain");
	shows(pty, "Save stops: 1 blocked. 5 people gain");
	keys(pty, "<Tab><Space>");	/* take Full Access first */
	shows(pty, "2 projects: 2 change");
	keys(pty, "<F8>");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	assert_true(may(store, "bob@acme.example", "Board pack", "can_view"));
	MUST("--store", store, "undo", "--yes");
	assert_false(may(store, "bob@acme.example", "Board pack", "can_view"));
}

/* One level for what differs, and away from all. */
TEST(a_grant_of_some_is_made_one)
{
	const char *store = demo_store("level");
	struct pty *pty = open_store(&wide, store);
	char *out;

	keys(pty, "5<Space><Space>S<Tab><Space><Tab><Down>");
	cursor_on(pty, "Marketing");
	keys(pty, "<Del>");
	row_shows(pty, cursor_row(pty), "taken away");
	keys(pty, "<F8>");
	leave(pty);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "project", "show", "Ad spend attribution", NULL }), 0);
	assert_null(strstr(out, "Marketing  "));
	free(out);
}

/* ---- assets -------------------------------------------------------------------------------- */

TEST(assets_get_groups_together)
{
	const char *store = demo_store("access");
	struct pty *pty = open_store(&tall, store);
	int before = events(store);

	keys(pty, "1<Space><Space>S");	/* Billing ledger, Analytics warehouse */
	shows(pty, "Groups with access: 2 data connections");
	row_shows(pty, pty_find(pty, "Viewers, Editors"), "[-] Workspace");
	row_shows(pty, pty_find(pty, "Viewers, Editors"), "1 of 2");
	row_shows(pty, pty_find(pty, "Billing ledger  "), "3 of 40 have access");
	keys(pty, "<Space>");
	row_shows(pty, pty_find(pty, "Billing ledger  "), "3 -> 34 of 40");
	row_shows(pty, pty_find(pty, "2 data connections:"), "1 changes");
	keys(pty, "<F8>");
	leave(pty);
	assert_int_equal(events(store), before + 1);
}

/* ---- a change elsewhere --------------------------------------------------------------------- */

TEST(a_change_elsewhere_is_merged)
{
	const char *store = demo_store("elsewhere");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4<Space><Space>j<Space>e<Left><Left><Left><Left><Left>");
	shows(pty, "3 users: 2 change, 1 already has it");
	MUST("--store", store, "user", "role", "amir@acme.example", "viewer");
	keys(pty, "<C-l>");
	shows(pty, "3 users: 1 changes, 2 already have it");
	leave(pty);
}

/* What is typed for some is a draft of these: not of the first one, of no other set. */
TEST(a_draft_is_of_the_whole_set)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, "4<Space><Space>e<Left><Left><Left><Left><Left>");
	shows(pty, "2 users: 2 change");
	keys(pty, "<Esc>");
	shows(pty, "Draft kept until you leave: Edit 2 users. e resumes it");
	keys(pty, "<Esc>");			/* no marks */
	keys(pty, "/amir<Enter>e");
	shows(pty, "Edit Amir Haddad");
	shows_not(pty, "unsaved");
	keys(pty, "<Esc><Esc><Home><Space><Space><Space>e");
	shows(pty, "Edit 3 users");
	shows_not(pty, "unsaved");
	keys(pty, "<Esc><Esc><Home><Down><Space><Up><Up><Space>e");
	shows(pty, "Edit 2 users");		/* marked the other way round */
	shows(pty, "unsaved");
	shows(pty, "2 users: 2 change");
	keys(pty, "<Esc><Esc>:drafts<Enter>");
	shows(pty, "Edit 2 users");
	keys(pty, "<Esc><Esc>5:go on with the newest<Enter>");
	shows(pty, "Edit 2 users");
	shows(pty, "Beth Young");
	shows(pty, "unsaved");
	keys(pty, "<F5>");
	leave(pty);
}

RUN(CASE(a_role_for_all), CASE(a_draft_is_of_the_whole_set), CASE(groups_of_all),
    CASE(what_is_blocked_stops_until_it_is_left_out), CASE(one_is_left_out),
    CASE(those_that_the_filter_hides_are_named),
    CASE(projects_are_shared_together), CASE(a_grant_of_some_is_made_one),
    CASE(assets_get_groups_together), CASE(a_change_elsewhere_is_merged))
