/* dialog_share_test.c: the share dialog: who has what, what blocks a grant, and the
 * ways round it, saved as one event. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

TEST(a_group_is_added_and_those_held_are_named)
{
	const char *store = demo_store("group"), *cli = demo_store("group-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue fore<Enter>S");
	shows(pty, "Share Revenue forecast");
	shows(pty, "▌ Ravi Menon▐     Full Access                owner");
	shows(pty, "group of 6  6 of 6");
	shows(pty, "read only");
	shows(pty, "F takes Full Access (audited)");
	keys(pty, "F");
	keys(pty, "y");
	shows_not(pty, "read only");
	keys(pty, "<Right>fin<Enter>");
	shows(pty, "Finance    new  ‹ Can Edit    ›  group       0 of 5 ▼");
	shows(pty, "+ Bob Stein  ▐ None -> View  role Viewer; Snowflake prod");
	shows(pty, "unsaved");
	shows(pty, "5 people gain");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	shows(pty, "Revenue forecast");
	leave(pty);
	MUST("--store", cli, "project", "take-access", "p-fcst");
	MUST("--store", cli, "project", "share", "p-fcst", "--group", "g-fin",
	     "--level", "can_edit");
	same_stores(store, cli);
}

/* A56, A62: Hana lacks Snowflake prod; the fix goes along in one event. */
TEST(a_fix_is_saved_with_the_grant)
{
	const char *store = demo_store("fix"), *cli = demo_store("fix-cli");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "/revenue mod<Enter>S<Right>hana<Enter>");
	shows(pty, "! Hana Sato  new▐ blocked  no access to Snowflake prod");
	shows(pty, "Hana Sato cannot get Can Edit: no access to Snowflake prod.");
	shows(pty, "3  add Hana Sato to Data Team   Hana Sato also gains on 5 other projects");
	shows(pty, "4  remove Snowflake prod from Revenue model (cells that use "
	      "it break)");
	shows(pty, "5  share with Hana Sato at Can View");
	shows(pty, "Save stops: 1 blocked");
	keys(pty, "<F8>");
	shows(pty, "Not saved: Can Edit cannot be granted");
	assert_int_equal(events(store), before);
	keys(pty, "<Tab>f");
	cursor_on(pty, "1▐ share Snowflake prod with Product");
	keys(pty, "3");
	cursor_on(pty, "▌ add Hana Sato to Data Team");
	shows(pty, "Also saved with it");
	shows(pty, "1 person gains on 6 projects");
	shows_not(pty, "no access to");
	keys(pty, "<Del>");
	shows(pty, "Hana Sato cannot get Can Edit: no access to Snowflake prod.");
	shows_not(pty, "Also saved with it");
	keys(pty, "f<Down><Down><Enter><F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	MUST("--store", cli, "group", "add", "g-data", "u-hana");
	MUST("--store", cli, "project", "share", "p-rev", "--user", "u-hana",
	     "--level", "can_edit");
	same_stores(store, cli);
}

/* The grant taken away again takes its fix with it. */
TEST(a_fix_leaves_with_its_grant)
{
	const char *store = demo_store("leaves"), *cli = demo_store("leaves2");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>S<Right>hana<Enter><Tab>4");
	shows(pty, "Also saved with it");
	keys(pty, "<Up><Del>");
	shows_not(pty, "Also saved with it");
	shows_not(pty, "unsaved");
	keys(pty, "<F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	leave(pty);
	same_stores(store, cli);
}

TEST(lower_is_a_way_too)
{
	const char *store = demo_store("lower"), *cli = demo_store("lower-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>S<Right>hana<Enter><Tab>5");
	row_shows(pty, cursor_row(pty), "Hana Sato▐ new  ‹ Can View ");
	shows_not(pty, "blocked");
	shows_not(pty, "no access to");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	MUST("--store", cli, "project", "share", "p-rev", "--user", "u-hana",
	     "--level", "can_view");
	same_stores(store, cli);
}

/* A key that comes before the next look is not about what is gone. */
TEST(keys_in_a_burst)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue mod<Enter>S<Right>hana<Enter><Tab><End>");
	cursor_on(pty, "▌ Hana Sato");
	assert_true(pty_send(pty, "\033[3~5", 5));
	shows_not(pty, "Hana Sato");
	shows_not(pty, "unsaved");
	leave(pty);
}

/* F105, F107: a Viewer with all assets is warned of, an Admin never blocked. */
TEST(a_viewer_is_held_and_an_admin_is_not)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/experiment<Enter>SF y<F8>");
	keys(pty, "<C-g><C-g>/revenue mod<Enter>S<Right>emil<Enter>");
	shows(pty, "Emil Costa  new  ‹ Can Edit    ›  ! blocked");
	shows(pty, "! Emil Costa  new▐ Can View  blocked  no access to "
	      "Snowflake prod");
	keys(pty, "<Tab><Del><S-Tab>oskar<Enter>");
	shows(pty, "+ Oskar Brandt▐ Can View  Can Edit  direct");
	shows_not(pty, "blocked");
	shows(pty, "1 person gains");
	leave(pty);
}

TEST(workspace_web_and_who_may_share)
{
	const char *store = demo_store("links"), *cli = demo_store("links-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>S<S-Tab><S-Tab><S-Tab><S-Tab>");
	cursor_on(pty, "▌ [x] People with Can Edit may share");
	keys(pty, "<Space><Up>");
	cursor_on(pty, "▌ Anyone (web)");
	/* more than Can View is never offered */
	keys(pty, "<Right><Right><Right><Right>");
	cursor_on(pty, "‹ Can View ");
	keys(pty, "v");
	shows(pty, "anyone (web)");
	keys(pty, "<Esc>");
	keys(pty, "<Up><Right>");
	cursor_on(pty, "▌ Workspace");
	row_shows(pty, cursor_row(pty), "9 of 34 ▼");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "S");
	shows(pty, "by Maya Lindqvist, 20");
	shows(pty, "[ ] People with Can Edit may share");
	keys(pty, "<Esc>");
	leave(pty);
	MUST("--store", cli, "project", "share-workspace", "p-rev", "can_edit");
	MUST("--store", cli, "project", "share-web", "p-rev", "can_view");
	MUST("--store", cli, "project", "editors-may-share", "p-rev", "off");
	same_stores(store, cli);
}

/* D6: no more than one's own level; an Admin is asked for what needs one. */
TEST(an_editor_shares_less)
{
	const char *store = demo_store("editor");
	struct pty *pty = open_as(&large, store, "liam@acme.example");

	keys(pty, "/revenue mod<Enter>S");
	shows(pty, "Share Revenue model");
	keys(pty, "<Right><Right><Right><Right>hana<Enter>");
	shows(pty, "as ‹ Can Edit    ›");
	shows(pty, "! Hana Sato  new▐ Can View  blocked  no access to Snowflake");
	shows(pty, "1  remove Snowflake prod from Revenue model (cells that use it");
	shows(pty, "2  share with Hana Sato at Can View");
	shows(pty, "Or ask an Admin to ");
	keys(pty, "<Tab>2<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-hana",
				 "p-rev", "can_view"), 0);
	/* and where editors may not share, they look */
	MUST("--store", store, "project", "editors-may-share", "p-rev", "off");
	pty = open_as(&large, store, "liam@acme.example");
	keys(pty, "/revenue mod<Enter>S");
	shows(pty, "read only");
	shows(pty, "on Revenue model; people with Can Edit may not");
	shows(pty, "share it. n asks for it.");
	keys(pty, "<F8>");
	shows(pty, "people with Can Edit may not share");
	leave(pty);
}

/* Put away, grants are lowered and taken back, nothing more. */
TEST(an_archived_project_is_only_shared_less)
{
	const char *store = demo_store("less"), *cli = demo_store("less-cli");
	struct pty *pty;

	MUST("--store", store, "project", "archive", "p-rev");
	MUST("--store", cli, "project", "archive", "p-rev");
	pty = open_store(&small, store);
	keys(pty, "/revenue mod<Enter>S");
	shows_not(pty, "Add people");
	keys(pty, "<Down>");
	cursor_on(pty, "▌ Data Team");
	keys(pty, "<Right>");
	shows(pty, "is not possible while it is archived");
	keys(pty, "<Left><Left><Down><Del>");
	shows(pty, "removed");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	MUST("--store", cli, "project", "share", "p-rev", "--group", "g-data",
	     "--level", "can_view");
	MUST("--store", cli, "project", "unshare", "p-rev", "--group", "g-fin");
	same_stores(store, cli);
}

/* The switch of the workspace: what is on may go off, nothing goes on. */
TEST(the_web_is_switched_off)
{
	const char *store = demo_store("switch");
	struct pty *pty;

	MUST("--store", store, "workspace", "set", "--share-to-web", "off");
	pty = open_store(&large, store);
	keys(pty, "/churn<Enter>S");
	shows(pty, "off for the workspace: nobody comes in");
	keys(pty, "<Esc><C-g>/revenue mod<Enter>:to the web<Enter>");
	cursor_on(pty, "▌ Anyone (web)");
	keys(pty, "<Left>");
	shows(pty, "would not be shared to the web");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
}

TEST(a_draft_is_kept_with_its_fix)
{
	const char *store = demo_store("draft");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>S<Right>hana<Enter><Tab>3<Esc>");
	shows(pty, "Draft kept until you leave: Share Revenue model.");
	keys(pty, "e");
	shows(pty, "Your draft is back.");
	shows(pty, "add Hana Sato to Data Team");
	shows(pty, "1 person gains on 6 projects");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-hana",
				 "p-rev", "can_edit"), 0);
}

/* Somebody else changes the same grant: both versions, nothing is lost. */
TEST(a_stale_grant_is_asked_about)
{
	const char *store = demo_store("stale");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>S<Tab><Down><Left>");
	cursor_on(pty, "Data Team▐      ‹ Can View    ›");
	MUST("--store", store, "project", "share", "p-rev", "--group", "g-data",
	     "--level", "full_access");
	keys(pty, "<F8>");
	shows(pty, "whose version?");
	keys(pty, "d");
	shows(pty, "yours   Can View");
	shows(pty, "stored  Full Access");
	keys(pty, "<Esc>o<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-uma",
				 "p-rev", "can_edit"), 1);
}

TEST(it_fits)
{
	fits("/revenue mod<Enter>S", "Share Revenue model");
	fits("/revenue mod<Enter>S<Right>hana<Enter><Tab>f",
	     "1▐ share Snowflake");
}

RUN(CASE(a_group_is_added_and_those_held_are_named),
    CASE(a_fix_is_saved_with_the_grant), CASE(a_fix_leaves_with_its_grant),
    CASE(lower_is_a_way_too), CASE(keys_in_a_burst),
    CASE(a_viewer_is_held_and_an_admin_is_not),
    CASE(workspace_web_and_who_may_share), CASE(an_editor_shares_less),
    CASE(an_archived_project_is_only_shared_less),
    CASE(the_web_is_switched_off),
    CASE(a_draft_is_kept_with_its_fix), CASE(a_stale_grant_is_asked_about),
    CASE(it_fits))
