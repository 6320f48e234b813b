/* dialog_import_test.c: what a project imports, ticked; whom it holds, before it is
 * saved. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

/* Two in, one out, one event; the preview is what comes of it. */
TEST(several_are_imported_at_once)
{
	const char *store = demo_store("several"), *cli = demo_store("cli");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "/revenue mod<Enter>i");
	shows(pty, "Import into Revenue model");
	cursor_on(pty, "▌ [x] Snowflake prod");
	shows(pty, "[x] Snowflake prod▐      holds 3 of 9");
	shows(pty, "Data Team  Dana Ilves, Fiona Nair, Quinn");
	shows(pty, "[x] Scratch PG  holds nobody");
	keys(pty, "<Space>");
	shows(pty, "held 3 of 9");
	shows(pty, "3 people gain");
	keys(pty, "/people<Enter><Space>");
	shows(pty, "[x] People database");
	shows(pty, "- Amir Haddad  ▐ Can Edit  Can View  People database");
	keys(pty, "<F9>");
	shows(pty, "Uma Iyer");
	keys(pty, "<Esc><Space><Tab>");
	cursor_on(pty, "▌ [x] STRIPE_KEY");
	keys(pty, "<Down><Down><Space>");
	cursor_on(pty, "▌ [x] HRIS_TOKEN");
	keys(pty, "<Tab><Down><Space>");
	cursor_on(pty, "▌ [x] chart-theme");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	MUST("--store", cli, "project", "remove", "p-rev", "--asset", "a-snow");
	MUST("--store", cli, "project", "import", "p-rev", "--asset", "a-hris",
	     "--asset", "a-theme");
	same_stores(store, cli);
}

/* F093: what one may not use is not even listed. */
TEST(only_what_one_may_use_is_listed)
{
	const char *store = demo_store("listed");
	struct pty *pty = open_as(&large, store, "liam@acme.example");

	keys(pty, "/revenue mod<Enter>i");
	shows(pty, "[x] Snowflake prod");
	shows(pty, "Interview sandbox");
	shows(pty, "feature-store");
	shows_not(pty, "People database");
	shows_not(pty, "HRIS_TOKEN");
	shows_not(pty, "Billing ledger");
	leave(pty);
	/* held at Can View, one only looks, and is told why */
	pty = open_as(&large, store, "dana@acme.example");
	keys(pty, "/revenue mod<Enter>i");
	shows(pty, "read only");
	shows(pty, "You have Can View on Revenue model; importing needs Can "
	      "Edit.");
	shows_not(pty, "Snowflake prod       Data Team");
	keys(pty, "<Space>");
	shows_not(pty, "unsaved");
	leave(pty);
}

TEST(an_admin_takes_access_first)
{
	const char *store = demo_store("take"), *cli = demo_store("take-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/headcount<Enter>i");
	shows(pty, "F takes Full Access (audited)");
	keys(pty, "F");
	keys(pty, "y");
	shows_not(pty, "read only");
	cursor_on(pty, "▌ [x] People database");
	keys(pty, "<Space><F8>");
	shows(pty, "Saved: Headcount planning no longer imports");
	leave(pty);
	MUST("--store", cli, "project", "take-access", "p-head");
	MUST("--store", cli, "project", "remove", "p-head", "--asset", "a-hr");
	same_stores(store, cli);
}

TEST(nothing_goes_into_an_archived_project)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/legacy<Enter>i");
	shows(pty, "Legacy dashboard is archived: nothing is imported into it.");
	keys(pty, "<Space><F8>");
	shows(pty, "read only");
	leave(pty);
}

/* D19: a project's own secret and an imported one share no name. */
TEST(a_taken_name_is_refused)
{
	const char *store = demo_store("taken");
	struct pty *pty;
	int before;

	MUST("--store", store, "project", "take-access", "p-churn");
	MUST("--store", store, "secret", "create", "CHURN_SALT");
	before = events(store);
	pty = open_store(&large, store);
	keys(pty, "/churn<Enter>i<Tab><Down><Down>");
	cursor_on(pty, "▌ [ ] CHURN_SALT");
	keys(pty, "<Space>");
	shows(pty, "It cannot be saved like this");
	shows(pty, "Churn model has a secret of its own called CHURN_SALT");
	keys(pty, "<F8>");
	shows(pty, "Not saved: ");
	keys(pty, "<Space><Esc>");
	leave(pty);
	assert_int_equal(events(store), before);
}

/* D15: what needs another plan is shown and says so; out it may always go. */
TEST(a_plan_gates_what_goes_in)
{
	const char *store = demo_store("plan");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "professional");
	pty = open_store(&large, store);
	keys(pty, "/revenue mod<Enter>i<Tab><Tab>");
	cursor_on(pty, "▌ [x] ml-utils");
	keys(pty, "<Down>");
	cursor_on(pty, "needs the Team plan");
	keys(pty, "<Space>");
	shows_not(pty, "unsaved");
	keys(pty, "<Up><Space><F8>");
	shows(pty, "Saved: Revenue model no longer imports ml-utils.");
	leave(pty);
}

TEST(a_draft_is_kept)
{
	const char *store = demo_store("draft");
	struct pty *pty = open_store(&small, store);

	keys(pty, "/revenue mod<Enter>i<Space><Esc>");
	shows(pty, "Draft kept until you leave: Import into Revenue model.");
	keys(pty, "e");
	shows(pty, "Your draft is back.");
	cursor_on(pty, "▌ [ ] Snowflake prod");
	keys(pty, "<F5>");
	shows(pty, "As stored.");
	cursor_on(pty, "▌ [x] Snowflake prod");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_fits)
{
	fits("/revenue mod<Enter>i", "[x] Snowflake");
	fits("/revenue mod<Enter>i<Down><Space>", "[x]");
}

RUN(CASE(several_are_imported_at_once), CASE(only_what_one_may_use_is_listed),
    CASE(an_admin_takes_access_first),
    CASE(nothing_goes_into_an_archived_project),
    CASE(a_taken_name_is_refused), CASE(a_plan_gates_what_goes_in),
    CASE(a_draft_is_kept),
    CASE(it_fits))
