/* console_rows_test.c: rows of tests/rows.txt that no other test is about: paths,
 * banners, plans, whom the share menu leaves out. */
#include "base/attr.h"
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

static void export_has(const char *store, const char *text, bool yes)
{
	char *all;

	assert_int_equal(run(&all, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	assert_int_equal(strstr(all, text) != NULL, yes);
	free(all);
}

/* ---- F-0 -------------------------------------------------------------------- */

/* F003: changed like anything else; what needs more says which plan. */
TEST(a_plan_is_changed_and_locks_are_named)
{
	const char *store = demo_store("plan");
	struct pty *pty = open_store(&small, store);

	row_shows(pty, 1, "Enterprise");
	keys(pty, ":workspace plan community<Enter>");
	shows(pty, "need a higher plan: they stay");
	keys(pty, "y");
	shows(pty, "Saved: ");
	row_shows(pty, 1, "Community");
	export_has(store, "\"plan\": \"community\"", true);
	keys(pty, "1.");
	shows(pty, "need the Professional plan");
	keys(pty, "<Esc>3/ml-utils<Enter>.");
	shows(pty, "need the Team plan");
	keys(pty, "<Esc>");
	leave(pty);
}

/* F005: as the pages write it. */
TEST(each_page_says_its_path)
{
	static const struct { const char *keys, *path; } page[] = {
		{ "1", "Settings › Data sources" },
		{ "2", "Settings › Secrets" },
		{ "3", "Settings › Integrations" },
		{ "4", "Settings › Users & groups › Users" },
		{ "o", "Settings › Users & groups › Groups" },
		{ "<Enter>", "Settings › Users & groups › Data Team" },
		{ "<Esc>1/snow<Enter><Enter>",
		  "Settings › Data sources › Snowflake prod" },
		{ "l", "Settings › Data sources › Snowflake prod › Usage" },
	};
	static const struct pty_options wide = { .rows = 50, .cols = 160 };
	struct pty *pty = open_demo(&wide);
	size_t i;

	for (i = 0; i < sizeof(page) / sizeof(page[0]); i++) {
		keys(pty, page[i].keys);
		row_shows(pty, 1, page[i].path);
	}
	leave(pty);
}

/* Beside a panel the list is as wide as the end of its path and the plan are. */
TEST(the_path_stays_beside_a_panel)
{
	static const char *const says[][2] = {
		{ "1", "Settings › Data sources · Enterprise" },
		{ "2", "Settings › Secrets · Enterprise" },
		{ "3", "Settings › Integrations · Enterprise" },
		{ "o", "Integrations › API tokens · Enterprise" },
		{ "4", "Users & groups › Users · Enterprise" },
		{ "o", "Users & groups › Groups · Enterprise" },
		{ "o", "Users & groups › Users · Enterprise" },
	};
	static const int cols[] = { 100, 110, 120 };
	struct pty *pty = open_demo(&large);
	size_t i, k;

	for (k = 0; k < COUNT_OF(cols); k++) {
		assert_true(pty_resize(pty, 40, cols[k]));
		for (i = 0; i < COUNT_OF(says); i++) {
			keys(pty, says[i][0]);
			row_shows(pty, 1, says[i][1]);
		}
	}
	leave(pty);
}

/* F018: on its row at every width, with or without a column that says so. */
TEST(the_default_is_marked_at_every_width)
{
	static const struct { int rows, cols; const char *says; } at[] = {
		{ 20, 40, "Snowflake prod •" }, { 20, 60, "Snowflake prod •" },
		{ 24, 80, "  default" }, { 30, 100, "Snowflake prod •" },
		{ 40, 120, "Snowflake prod •" }, { 50, 160, "  default" } };
	struct pty *pty = open_demo(&large);
	size_t i;

	for (i = 0; i < COUNT_OF(at); i++) {
		assert_true(pty_resize(pty, at[i].rows, at[i].cols));
		keys(pty, "1<Home>");
		row_shows(pty, pty_find(pty, "  Snowflake prod"), at[i].says);
	}
	assert_true(pty_resize(pty, 40, 120));
	shows(pty, "• is the default");
	leave(pty);
}

/* F003: in one of the two first rows, on every tab, at every size. */
TEST(the_plan_is_in_the_header_at_every_size)
{
	static const struct { int rows, cols; } size[] = {
		{ 10, 40 }, { 15, 60 }, { 24, 80 }, { 30, 100 }, { 40, 120 },
		{ 50, 160 } };
	static const char *const plans[] = { "Professional", "Enterprise" };
	static const char *const tabs[] = { "1", "2", "3", "4", "o", "5" };
	struct pty *pty = open_demo(&large);
	size_t i, k, p;

	for (p = 0; p < COUNT_OF(plans); p++) {
		keys(pty, p ? "uy" : ":workspace plan professional<Enter>y");
		for (i = 0; i < COUNT_OF(size); i++)
			for (k = 0; k < COUNT_OF(tabs); k++) {
				assert_true(pty_resize(pty, size[i].rows,
						       size[i].cols));
				keys(pty, tabs[k]);
				assert_in_range(pty_find(pty, plans[p]), 0, 1);
			}
	}
	leave(pty);
}

/* F003: whatever is closed on a plan names the one it needs, before anything is typed:
 * on the tab, in the menu, in the form that then only reads, in the choices. */
TEST(every_gate_names_its_plan)
{
	static const struct { const char *plan, *keys, *says; } gates[] = {
		{ "community", "1", "needs Professional" },
		{ "community", "1n", "Data connections need the plan Professional; "
		  "this workspace has Community." },
		{ "community", "1e", "need the plan Professional" },
		{ "community", "1S", "need the plan Professional" },
		{ "community", "1D", "need the plan Professional" },
		{ "community", "1.", "need the Professional plan" },
		{ "community", "2", "needs Professional" },
		{ "community", "2n", "Secrets need the plan Professional" },
		{ "community", "3", "needs Team" },
		{ "community", "3", "needs Professional" },
		{ "community", "4n<Tab><Enter>",
		  "Explorer  not: needs the Team plan" },
		{ "community", "4/bob<Enter>e<Tab><Enter>",
		  "Explorer  not: needs the Team plan" },
		{ "community", "5n", "The Community plan holds 5 projects; more need "
		  "Professional." },
		{ "community", "5.", "the Community plan holds 5 projects" },
		{ "community", "5/revenue mod<Enter>i", "needs the Professional plan" },
		{ "community", ":workspace set<Enter>",
		  "Enable API access  (needs the Team plan)" },
		{ "team", ":workspace set<Enter>",
		  "Show secret values  (needs the Enterprise plan)" },
		{ "team", "3", "Enterprise plan" },
	};
	const char *store = demo_store("gates");
	struct pty *pty;
	size_t i;

	for (i = 0; i < COUNT_OF(gates); i++) {
		if (!i || strcmp(gates[i].plan, gates[i - 1].plan) != 0)
			MUST("--store", store, "workspace", "plan", gates[i].plan);
		pty = open_store(&small, store);
		keys(pty, gates[i].keys);
		if (!says_in_all(pty, gates[i].says))
			shows(pty, gates[i].says);
		keys(pty, "<C-g><C-g><C-g>");
		leave(pty);
	}
}

/* F008: A10, A15, A20, A47 in the program's words. */
TEST(banners_stand_where_they_are_needed)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/snow<Enter><Enter>");
	shows(pty, "Admins always have access. This does not control who sees "
	      "results.");
	keys(pty, "d");
	shows(pty, "removed from all 3 projects that use it, and");
	keys(pty, "<Esc><Esc>2/stripe<Enter><Enter>");
	shows(pty, "visible to whoever can edit an importing project");
	keys(pty, "<Esc>3/import<Enter>");
	shows(pty, "are installed when a project's");
	shows(pty, "kernel starts, which");
	leave(pty);
}

/* ---- F-2 -------------------------------------------------------------------- */

TEST(a_secret_leads_to_its_projects)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "2/stripe<Enter>l");
	row_shows(pty, 1, "STRIPE_KEY › Usage");
	shows(pty, "Imported by 4 projects");
	row_shows(pty, pty_find(pty, "Ad spend"), "holds 1 person: Sara Lopes");
	row_shows(pty, pty_find(pty, "Churn model"), "Ravi Menon");
	shows(pty, "Customer 360");
	keys(pty, "<End><Enter>");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "▌ Revenue model");
	leave(pty);
}

TEST(deleting_a_secret_names_the_projects)
{
	const char *store = demo_store("secret");
	struct pty *pty = open_store(&large, store);

	keys(pty, "2/stripe<Enter>d");
	shows(pty, "removed from all 4 projects that use it, and");
	shows(pty, "Ad spend");
	shows(pty, "Churn model (Ravi Menon)");
	shows(pty, "Customer 360");
	shows(pty, "Kofi Mensah");	/* held by others all the same */
	keys(pty, "<Esc>");
	export_has(store, "STRIPE_KEY", true);
	leave(pty);
}

/* ---- F-7 -------------------------------------------------------------------- */

/* F010, F027: all that is known of each, where there is room. */
TEST(connections_and_secrets_have_all_their_columns)
{
	static const struct pty_options wide = { .rows = 40, .cols = 170 };
	static const char *const heads[] = { "CONNECTION", "TYPE",
		"GROUPS WITH ACCESS", "USAGE", "DEFAULT", "STATUS", "AUTH",
		"SCHEMA REFRESH" };
	struct pty *pty = open_demo(&wide);
	size_t i;

	keys(pty, "1pp");
	for (i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		shows(pty, heads[i]);
	shows(pty, "default");
	shows(pty, "draft");
	shows(pty, "(user)");
	keys(pty, "2");
	shows(pty, "********");
	shows(pty, "SEEN BY");
	shows(pty, "UPDATED");
	shows(pty, "BY");
	shows(pty, "CREATED");
	shows(pty, "2025-11-17 11:10");
	leave(pty);
}

/* F027, at any size: where a column has no room, the foot of the panel or the page says
 * it; the command line has the same. */
TEST(a_secret_says_who_made_it_and_when)
{
	static const char *const says[] = { "2025-11-17 11:10", "2026-10-08 07:55",
		"maya@acme.example", "oskar@acme.example" };
	const char *store = demo_store("stamped.db");
	struct pty *pty = open_store(&small, store);
	char *list;
	size_t i, k;

	keys(pty, "2/stripe<Enter><Enter>");
	for (k = 0; k < 3; k++) {
		assert_true(pty_resize(pty, k == 1 ? 40 : 24, k == 1 ? 120 :
				       k == 2 ? 60 : 80));
		for (i = 0; i < COUNT_OF(says); i++)
			shows(pty, says[i]);
	}
	leave(pty);
	assert_int_equal(run(&list, (const char *const[]){ "--store", store,
			     "secret", "list", "--format", "csv", NULL }), 0);
	assert_non_null(strstr(list, "created,created_by"));
	assert_non_null(strstr(list, "2025-11-17T11:10:00Z,maya@acme.example"));
	free(list);
}

TEST(people_have_all_their_columns)
{
	static const char *const title[] = { "USER", "ROLE", "GROUPS", "E-MAIL",
		"ACTIVE", "LAST LOGIN" };
	struct pty *pty = open_demo(&large);
	size_t i;

	keys(pty, "4pp");
	for (i = 0; i < sizeof(title) / sizeof(title[0]); i++)
		row_shows(pty, 2, title[i]);
	keys(pty, "/walt<Enter>");
	cursor_on(pty, "Editor");
	cursor_on(pty, "walt@acme.example");
	cursor_on(pty, "no ");
	cursor_on(pty, "never");
	leave(pty);
}

TEST(an_admin_inherits_all_assets)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4/maya<Enter><Enter>");
	shows(pty, "Admin: inherits access to all assets");
	keys(pty, "<Esc>/<C-u>dana<Enter><Enter>");
	shows(pty, "Dana Ilves");
	shows_not(pty, "inherits access");
	leave(pty);
}

/* ---- F-9, F-10 --------------------------------------------------------------- */

TEST(a_grant_is_changed_and_taken_away)
{
	const char *store = demo_store("taken"), *cli = demo_store("taken-cli");
	struct pty *pty = open_store(&large, store);

	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-uma",
				 "p-rev", "can_edit"), 0);
	keys(pty, "/revenue mod<Enter>S<Tab><Down>");
	cursor_on(pty, "▌ Data Team▐      ‹ Can Edit");
	keys(pty, "<Left><F8>");
	shows(pty, "Saved: ");
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-uma",
				 "p-rev", "can_edit"), 1);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-uma",
				 "p-rev", "can_view"), 0);
	keys(pty, "S<Tab><Down><Down>");
	cursor_on(pty, "▌ Finance");
	keys(pty, "<Del>");
	shows(pty, "Revenue model would no longer be granted to Finance.");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	MUST("--store", cli, "project", "share", "p-rev", "--group", "g-data",
	     "--level", "can_view");
	MUST("--store", cli, "project", "unshare", "p-rev", "--group", "g-fin");
	same_stores(store, cli);
	keys(pty, "S");
	shows(pty, "Data Team       ‹ Can View");
	shows_not(pty, "Finance ");
	keys(pty, "<Esc>");
	leave(pty);
}

/* F108, F117: a workspace share leaves Guests out, and both places say so. */
TEST(a_guest_needs_a_grant_of_their_own)
{
	const char *store = demo_store("guest");
	struct pty *pty = open_store(&large, store);

	MUST("--store", store, "project", "share-web", "p-rev", "none");
	keys(pty, "r/revenue mod<Enter>S");
	keys(pty, "<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>");
	cursor_on(pty, "▌ Workspace");
	keys(pty, "<F1>");
	shows(pty, "What everybody in the workspace has, but for");
	shows(pty, "Guests: ");
	keys(pty, "<Esc><Esc><Tab>/noor<Enter>");
	cursor_on(pty, "▌ Noor Aziz");
	cursor_on(pty, "None  workspace e");
	keys(pty, "w");
	shows(pty, "a workspace share does not include Guests: a Guest");
	shows(pty, "needs a direct grant, or a group that has one.");
	/* Can Edit is refused for want of assets; Can View comes in. */
	keys(pty, "<Esc><Esc><S-Tab>S<Right>noor<Enter>");
	shows(pty, "Noor Aziz  new  ‹ Can Edit");
	shows(pty, "Save stops: 1 blocked");
	keys(pty, "<Tab><End><Left>");
	cursor_on(pty, "▌ Noor Aziz▐ new  ‹ Can View");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-noor",
				 "p-rev", "can_view"), 0);
}

/* F109: D9, B12: who may not share looks, and is told what is lacking. */
TEST(below_can_edit_the_share_menu_is_read)
{
	const char *store = demo_store("below");
	struct pty *pty = open_as(&large, store, "dana@acme.example");

	keys(pty, "/revenue mod<Enter>S");
	shows(pty, "read only");
	shows(pty, "You have Can View on Revenue model; sharing needs Can Edit.");
	keys(pty, "<Del><Space><F8>");
	shows_not(pty, "unsaved");
	shows_not(pty, "Saved");
	keys(pty, "<Esc>");
	leave(pty);
}

/* F122 */
TEST(results_are_not_hidden)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue mod<Enter>");
	shows(pty, "Asset permissions do not hide results.");
	keys(pty, "<Tab>w");
	shows(pty, "Asset permissions do not hide results.");
	leave(pty);
}

RUN(CASE(a_plan_is_changed_and_locks_are_named), CASE(each_page_says_its_path), CASE(the_path_stays_beside_a_panel),
    CASE(the_default_is_marked_at_every_width),
    CASE(the_plan_is_in_the_header_at_every_size), CASE(every_gate_names_its_plan),
    CASE(banners_stand_where_they_are_needed),
    CASE(a_secret_leads_to_its_projects),
    CASE(deleting_a_secret_names_the_projects),
    CASE(connections_and_secrets_have_all_their_columns),
    CASE(a_secret_says_who_made_it_and_when),
    CASE(people_have_all_their_columns), CASE(an_admin_inherits_all_assets),
    CASE(a_grant_is_changed_and_taken_away),
    CASE(a_guest_needs_a_grant_of_their_own),
    CASE(below_can_edit_the_share_menu_is_read), CASE(results_are_not_hidden))
