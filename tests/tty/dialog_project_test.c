/* dialog_project_test.c: the project page and what is done to a project: made,
 * renamed, copied, handed over, put away, brought back, deleted for good. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

static bool says(const char *store, const char *const words[], const char *text)
{
	char *out;
	bool yes;

	(void)store;
	assert_int_equal(run(&out, words), 0);
	yes = strstr(out, text) != NULL;
	free(out);
	return yes;
}

#define SAYS(store, text, ...) says(store, (const char *const[]){ "--store", \
	store, __VA_ARGS__, NULL }, text)

TEST(the_page_leads_on)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue mod<Enter><Enter>");
	row_shows(pty, 1, "Projects › Revenue model");
	cursor_on(pty, "▌ Owner▐      Maya Lindqvist");
	shows(pty, "group Data Team (all 6)");
	shows(pty, "group Finance ▼ 0 of 5 hold it");
	shows(pty, "Snowflake prod  data connection; you can use it; holds 5 "
	      "people");
	shows(pty, "value visible to 7 people");
	shows(pty, "branch main floats; installed at kernel start");
	shows(pty, "Scratch PG      data connection of this project only; holds "
	      "nobody");
	shows(pty, "New SQL cell    starts with Snowflake prod");
	/* its keys work here */
	keys(pty, "S");
	shows(pty, "Share Revenue model");
	keys(pty, "<Esc>i");
	shows(pty, "Import into Revenue model");
	keys(pty, "<Esc>.");
	shows(pty, "Duplicate");
	keys(pty, "<Esc>");
	/* who switched sharing by editors, after it was saved */
	keys(pty, ":editors-may<Enter><Space><F8>");
	shows(pty, "people with Can Edit may not share it: set by Maya "
	      "Lindqvist, 20");
	keys(pty, "<Down><Down><Enter>");	/* a grant to where it is set, */
	shows(pty, "Share Revenue model");
	cursor_on(pty, "▌ Data Team");
	keys(pty, "<Backspace>o");		/* and to the group */
	row_shows(pty, 0, "[4 Users & groups]");
	cursor_on(pty, "▌ Data Team");
	keys(pty, "<Backspace>");
	row_shows(pty, 1, "Projects › Revenue model");
	cursor_on(pty, "group Data Team");
	keys(pty, "<Down><Down><Enter>");
	cursor_on(pty, "▌ Workspace");
	keys(pty, "<Backspace><Down><Enter>");
	cursor_on(pty, "▌ Anyone (web)");
	keys(pty, "<Backspace><Backspace>");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "▌ Revenue model");
	leave(pty);
}

TEST(the_page_tells_an_admin_without_access)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/forecast<Enter><Enter>");
	shows(pty, "no access; F takes Full Access (audited)");
	keys(pty, "F");
	keys(pty, "y");
	shows(pty, "You         Full Access");
	leave(pty);
}

/* D18: for whoever has no access to it, the default is none. */
TEST(the_page_is_about_the_one_who_looks)
{
	struct pty *pty = open_as(&large, demo_store("looks"),
				  "dana@acme.example");

	keys(pty, "/revenue mod<Enter><Enter>");
	shows(pty, "You         Can View (Snowflake prod)");
	shows(pty, "New SQL cell    starts with none: you have no access");
	leave(pty);
}

TEST(a_project_is_made)
{
	const char *store = demo_store("made");
	struct pty *pty = open_store(&small, store);

	keys(pty, "n");
	shows(pty, "New project");
	keys(pty, "<F8>");
	shows(pty, "! the title is missing");
	keys(pty, "Churn by region");
	shows(pty, "1 person gains");
	shows_not(pty, "is missing");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created Churn by region");
	cursor_on(pty, "▌ Churn by region");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-maya",
				 "Churn by region", "full_access"), 0);
}

TEST(a_project_is_renamed_and_described)
{
	const char *store = demo_store("renamed"), *cli = demo_store("ren-cli");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "/revenue mod<Enter>:rename<Enter>");
	shows(pty, "[Revenue model ");
	keys(pty, "<C-u><F8>");
	shows(pty, "! the title ");
	assert_int_equal(events(store), before);
	keys(pty, "Income model<Tab><Tab><C-u>Completed<Tab>Finance, Product");
	shows(pty, "nobody's level changes");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	shows(pty, "Income model");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	MUST("--store", cli, "project", "rename", "p-rev", "Income model");
	MUST("--store", cli, "project", "set", "p-rev", "--status", "Completed",
	     "--category", "Finance", "--category", "Product");
	same_stores(store, cli);
}

TEST(who_may_not_rename_looks)
{
	struct pty *pty = open_as(&large, demo_store("may"),
				  "liam@acme.example");

	keys(pty, "/revenue mod<Enter>:rename<Enter>");
	shows(pty, "(needs Full Access)");
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_as(&large, demo_store("may-not"), "dana@acme.example");
	keys(pty, "/revenue mod<Enter>:rename<Enter>");
	shows(pty, "renaming needs Full");
	shows(pty, "Access, the rest Can Edit. n asks for it.");
	leave(pty);
}

/* B10, D7: what comes along and what stays behind. */
TEST(a_copy_says_what_comes_along)
{
	const char *store = demo_store("copy");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue mod<Enter>:duplicate<Enter>");
	shows(pty, "[Revenue model (copy) ");
	shows(pty, "Snowflake prod  data connection  stays imported");
	shows(pty, "Scratch PG      data connection  without credentials");
	shows(pty, "Not copied: 2");
	shows(pty, "grants, the workspace's and the web's share, the");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created Revenue model (copy)");
	cursor_on(pty, "▌ Revenue model (copy)▐");
	leave(pty);
	assert_true(SAYS(store, "Scratch PG", "project", "show",
			 "Revenue model (copy)"));
	assert_true(SAYS(store, "Snowflake prod", "project", "show",
			 "Revenue model (copy)"));
	/* Dana may not use Snowflake prod: it is not even named */
	pty = open_as(&large, store, "dana@acme.example");
	keys(pty, "/revenue mod<Enter>:duplicate<Enter>");
	shows(pty, "Left out: 1 asset that you may not use.");
	keys(pty, "<F8>");
	leave(pty);
}

TEST(a_project_is_handed_over)
{
	const char *store = demo_store("over"), *cli = demo_store("over-cli");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue mod<Enter>:transfer own<Enter><F8>");
	shows(pty, "! choose the new owner");
	keys(pty, "bob");
	shows(pty, "not: cannot hold Full Access as Viewer");
	keys(pty, "<Enter><C-u><F8>");
	shows(pty, "! choose the new owner");
	keys(pty, "dana");
	shows(pty, "not: has no access to Snowflake prod");
	keys(pty, "<C-u>maya");
	shows(pty, "not: owns it already");
	keys(pty, "<C-u>ravi<Enter>");
	shows(pty, "Ravi Menon  Editor");
	shows(pty, "+ Ravi Menon▐ Can Edit  Full Access  owner");
	keys(pty, "<F8>");
	shows(pty, "Saved: Ravi Menon owns Revenue model.");
	leave(pty);
	MUST("--store", cli, "project", "transfer", "p-rev", "u-ravi");
	same_stores(store, cli);
}

TEST(put_away_and_brought_back)
{
	const char *store = demo_store("away"), *cli = demo_store("away-cli");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue mod<Enter>:archive a<Enter>");
	shows(pty, "Ravi Menon");
	shows_not(pty, "Saved: ");
	keys(pty, "y");
	shows(pty, "Saved: ");
	shows(pty, "archived");
	keys(pty, ":unarchive<Enter>y");
	shows(pty, "Saved: Revenue model is active.");
	keys(pty, "d");
	keys(pty, "y");
	shows(pty, "Saved: 13 people lose, anyone on the web loses");
	keys(pty, ":messages<Enter>");
	assert_true(says_in_all(pty, "it can be restored for 30 days"));
	keys(pty, "<Esc>");
	keys(pty, ":from the trash<Enter>y");
	shows(pty, "Saved: Revenue model is active again.");
	leave(pty);
	same_stores(store, cli);
}

/* Nothing undoes it: the name is typed. */
TEST(deleted_for_good_by_name)
{
	const char *store = demo_store("good");
	struct pty *pty;

	MUST("--store", store, "project", "delete", "p-rev");
	pty = open_store(&large, store);
	keys(pty, "/revenue mod<Enter>d");
	shows(pty, "cannot be undone");
	keys(pty, "y<Enter>");
	shows_not(pty, "Saved: ");
	keys(pty, "<C-u>Revenue model<Enter>");
	shows(pty, "Saved: Revenue model is deleted for good.");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "project", "show", "p-rev"),
			 4);
}

/* The id of a copy is made anew each time: no text to compare. */
static void copy_fits(int rows, int cols)
{
	const struct pty_options options = { .rows = rows, .cols = cols };
	struct pty *pty = open_demo(&options);

	keys(pty, "/revenue mod<Enter>:duplicate<Enter>");
	shows(pty, "Duplicate Revenue model");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_fits)
{
	fits("/revenue mod<Enter><Enter>", "Owner");
	copy_fits(40, 120);
	copy_fits(24, 80);
	copy_fits(10, 40);
	fits("n", "New project");
	fits("/revenue mod<Enter>:rename<Enter>", "Edit Revenue model");
	fits("/revenue mod<Enter>:transfer own<Enter>",
	     "Transfer Revenue model");
}

RUN(CASE(the_page_leads_on), CASE(the_page_tells_an_admin_without_access),
    CASE(the_page_is_about_the_one_who_looks), CASE(a_project_is_made),
    CASE(a_project_is_renamed_and_described), CASE(who_may_not_rename_looks),
    CASE(a_copy_says_what_comes_along), CASE(a_project_is_handed_over),
    CASE(put_away_and_brought_back), CASE(deleted_for_good_by_name),
    CASE(it_fits))
