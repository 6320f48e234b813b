/* dialog_asset_test.c: assets of all four kinds are made and edited by keys. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 44, .cols = 120 }, tiny = { .rows = 10, .cols = 40 };

/* The lines of the asset of this name in the workspace file hold the text. */
static void asset_has(const char *store, const char *name, const char *text,
		      bool yes)
{
	char *all, *at, *end, line[120];

	all = dump(store);
	snprintf(line, sizeof(line), "\"name\": \"%s\"", name);
	at = strstr(all, line);
	if (!at)
		print_error("no asset %s\n", name);
	assert_non_null(at);
	end = strstr(at, "\n    }");
	assert_non_null(end);
	*end = '\0';
	if ((strstr(at, text) != NULL) != yes) {
		print_error("%s\nhas %s: %s\n", at, text, yes ? "no" : "yes");
		fail();
	}
	free(all);
}

static void has_asset(const char *store, const char *name, bool yes)
{
	char *all, line[120];

	all = dump(store);
	snprintf(line, sizeof(line), "\"name\": \"%s\"", name);
	assert_int_equal(strstr(all, line) != NULL, yes);
	free(all);
}

static int events(const char *store)
{
	char *text, *at;
	int n = 0;

	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "audit", "list", "--format", "csv", NULL }), 0);
	for (at = text; (at = strchr(at, '\n')); at++)
		n++;
	free(text);
	return n;
}

/* Tab until the field has the cursor; what stands beside the form does not count. */
static void go_to(struct pty *pty, const char *label)
{
	const char *row, *at, *beside;
	int i;

	for (i = 0; i < 60; i++) {
		row = pty_row(pty, cursor_row(pty));
		at = strstr(row, label);
		beside = strstr(row, "││");
		if (at && (!beside || at < beside))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

TEST(a_connection_is_made)
{
	const char *store = demo_store("make");
	struct pty *pty = open_store(&large, store);
	int before = events(store), i;

	keys(pty, "1n");
	shows(pty, "New data connection");
	shows(pty, "‹ Snowflake   ›");
	shows(pty, "Account identifier");
	shows_not(pty, "Host");
	shows(pty, "  Private key  ");
	shows(pty, "no value yet");
	shows(pty, "[x] Workspace          34");
	keys(pty, "Returns<Tab>");
	for (i = 0; i < 6; i++)
		keys(pty, "<Right>");
	/* the type decides which fields there are, and what they start with */
	shows(pty, "‹ Postgres");
	shows_not(pty, "Account identifier");
	shows(pty, "[5432 ");
	shows(pty, "[ ] Connect via SSH");
	shows(pty, "Username");
	go_to(pty, "Authentication");
	keys(pty, "<Right>");
	shows(pty, "‹ Certificate ›");
	shows(pty, "PEM");
	keys(pty, "<Left>");
	keys(pty, "<F8>");
	cursor_on(pty, "Host");
	shows(pty, "missing: ");
	has_asset(store, "Returns", false);
	keys(pty, "db.acme.example<Tab><Tab>returns");
	go_to(pty, "Username");
	keys(pty, "reader");
	shows(pty, "Would create the data connection Returns");
	shows(pty, "nobody's level changes");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the data connection Returns");
	asset_has(store, "Returns", "\"host\":\"db.acme.example\"", true);
	asset_has(store, "Returns", "\"port\":\"5432\"", true);
	asset_has(store, "Returns", "\"database\":\"returns\"", true);
	asset_has(store, "Returns", "\"username\":\"reader\"", true);
	asset_has(store, "Returns", "\"type\": \"postgres\"", true);
	asset_has(store, "Returns", "account", false);
	assert_int_equal(events(store), before + 1);
	leave(pty);
}

TEST(a_port_is_a_number)
{
	const char *store = demo_store("port");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/orders<Enter>e");
	shows(pty, "Edit Orders replica");
	shows(pty, "Status: tested");
	shows(pty, "only a draft changes its type");
	go_to(pty, "Port");
	keys(pty, "<C-u>abc");
	shows(pty, "Port: ");
	keys(pty, "<F8>");
	cursor_on(pty, "[abc");
	asset_has(store, "Orders replica", "\"port\":\"5432\"", true);
	keys(pty, "<C-u>5433<F8>");
	shows(pty, "Saved: Changed the data connection Orders replica.");
	asset_has(store, "Orders replica", "\"port\":\"5433\"", true);
	asset_has(store, "Orders replica", "\"status\": ", false);
	asset_has(store, "Orders replica", "\"host\":\"orders-replica",
		  true);
	leave(pty);
}

/* Name and groups in one go: one event, one step back. */
TEST(fields_and_groups_are_saved_together)
{
	const char *store = demo_store("both");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "1/snow<Enter>e<End> 2");
	go_to(pty, "[ ] Workspace▐ ");
	keys(pty, "<Space>");
	shows(pty, "[x] Workspace▐         34  +25");
	shows(pty, "Snowflake prod · if you save");
	shows(pty, "+ Dana Ilves  ▐ View -> Edit  Revenue model  via Finance");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	asset_has(store, "Snowflake prod 2", "\"workspace\"", true);
	asset_has(store, "Snowflake prod 2", "\"account\":\"acme-eu1\"", true);
	asset_has(store, "Snowflake prod 2", "\"status\": \"ok\"", true);
	assert_int_equal(events(store), before + 1);
	leave(pty);
}

TEST(a_draft_is_finished)
{
	const char *store = demo_store("unfinished");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1nHalf");
	go_to(pty, "Save as a draft");
	keys(pty, "<Space>");
	shows(pty, "a draft: still missing");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	asset_has(store, "Half", "\"status\": \"draft\"", true);
	keys(pty, "r<Esc>/half<Enter>e");
	shows(pty, "Status: draft");
	shows_not(pty, "only a draft changes its type");
	/* another type, too, while it is one */
	go_to(pty, "‹ Snowflake");
	keys(pty, "<Right><Right>");
	shows(pty, "‹ Databricks");
	go_to(pty, "JDBC URL");
	keys(pty, "jdbc:spark://x");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	asset_has(store, "Half", "\"type\": \"databricks\"", true);
	asset_has(store, "Half", "\"status\": ", false);
	leave(pty);
}

TEST(a_secret_has_a_name_and_no_value)
{
	const char *store = demo_store("secret");
	struct pty *pty = open_store(&small, store);

	keys(pty, "2n");
	shows(pty, "New secret");
	shows(pty, "no value yet");
	keys(pty, "9lives<F8>");
	shows(pty, "New secret");
	cursor_on(pty, "[9lives");
	keys(pty, "<C-u>STRIPE_KEY<F8>");
	cursor_on(pty, "[STRIPE_KEY");
	shows(pty, "of the workspace");
	keys(pty, "<C-u>MAIL_KEY");
	/* what is typed as the value is not seen, nor how long it is */
	go_to(pty, "Value");
	keys(pty, "hunter2");
	shows_not(pty, "hunter2");
	shows(pty, "[********");
	keys(pty, "<C-u>");
	go_to(pty, "[x] Workspace");
	keys(pty, "<Space>");
	shows(pty, "Admins only: no group is ticked.");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the secret MAIL_KEY");
	asset_has(store, "MAIL_KEY", "\"access\": []", true);
	keys(pty, "r/mail<Enter>e");
	shows(pty, "Created ");
	shows(pty, " by maya@acme.example");
	keys(pty, "<C-u>POST_KEY<F8>");
	shows(pty, "Saved: Changed the secret POST_KEY.");
	has_asset(store, "MAIL_KEY", false);
	leave(pty);
}

TEST(a_package_floats_or_is_pinned)
{
	const char *store = demo_store("package");
	struct pty *pty = open_store(&large, store);

	keys(pty, "3/ml-utils<Enter>n");
	shows(pty, "Add a package");
	keys(pty, "tools<Tab><Right>");
	shows(pty, "‹ GitHub acme-analytics");
	keys(pty, "<Tab>acme/tools");
	go_to(pty, "Branch, tag or commit");
	shows(pty, "floats");
	keys(pty, "<Right><Right>");
	shows(pty, "‹ Commit ›");
	shows(pty, "pinned");
	go_to(pty, "Install commands");
	keys(pty, "<F1>");
	shows(pty, "Run from the root of the repository at");
	keys(pty, "<Esc>pip install .<Enter>make data");
	keys(pty, "<F8>");
	shows(pty, "is not the SHA of a commit");
	cursor_on(pty, "▌ Ref *▐");
	keys(pty, "<C-u>4f0c2d9a7b<F8>");
	shows(pty, "Saved: Created the Git package tools");
	asset_has(store, "tools", "\"ref\": \"4f0c2d9a7b\"", true);
	asset_has(store, "tools", "\"ref_kind\": \"commit\"", true);
	asset_has(store, "tools", "make data", true);
	keys(pty, "r<Esc>/tools<Enter>e");
	shows(pty, "[pip install .");
	shows(pty, "[make data");
	go_to(pty, "Install commands");
	keys(pty, "<C-u><Del><C-k><F8>");
	shows(pty, "Saved: ");
	asset_has(store, "tools", "make data", false);
	asset_has(store, "tools", "4f0c2d9a7b", true);
	leave(pty);
}

TEST(files_are_connected)
{
	const char *store = demo_store("files");
	struct pty *pty = open_store(&large, store);

	keys(pty, "3/s3 lake<Enter>n");
	shows(pty, "Connect a file integration");
	shows(pty, "‹ Amazon S3            ›");
	keys(pty, "Drop<Tab><Right>");
	shows(pty, "‹ Google Cloud Storage ›");
	shows_not(pty, "Region");
	keys(pty, "<Left><Tab>acme-drop<Tab>eu-west-1");
	go_to(pty, "Access key ID");
	keys(pty, "AKIA1");
	go_to(pty, "Enable writeback");
	keys(pty, "<Space>");
	shows(pty, "needs more rights: below");
	shows(pty, "must allow PutObject");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the file integration Drop");
	asset_has(store, "Drop", "\"bucket\": \"acme-drop\"", true);
	asset_has(store, "Drop", "\"writeback\": true", true);
	keys(pty, "r<Esc>/drop<Enter>");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(Esc_keeps_a_draft_and_F5_drops_it)
{
	const char *store = demo_store("kept");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1nTry<Tab><Right><Right><Right><Esc>");
	shows(pty, "Draft kept until you leave: New data connection");
	has_asset(store, "Try", false);
	keys(pty, "n");
	shows(pty, "[Try ");
	shows(pty, "‹ ClickHouse");
	shows(pty, "[9440 ");
	keys(pty, "<F5>");
	shows_not(pty, "[Try ");
	keys(pty, "<F5>");			/* nothing typed is lost */
	shows(pty, "[Try ");
	shows(pty, "‹ ClickHouse");
	shows(pty, "unsaved");
	keys(pty, "<F5>");
	shows_not(pty, "[Try ");
	shows(pty, "‹ Snowflake");
	shows(pty, "Account identifier");
	shows_not(pty, "unsaved");
	keys(pty, "<Esc>");
	shows_not(pty, "New data connection");
	leave(pty);
}

/* What somebody else changed meanwhile is there, and what I typed, too. */
TEST(another_console_edits_it_too)
{
	const char *store = demo_store("two");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/orders<Enter>e<End> X");
	MUST("--store", store, "connection", "edit", "a-pg", "--field",
	     "host=other.acme.example");
	assert_true(pty_await(pty, "[other.acme.example"));
	assert_true(pty_settle(pty));
	shows(pty, "[Orders replica X");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	asset_has(store, "Orders replica X", "other.acme.example", true);
	leave(pty);
	/* a new one keeps what its type started with */
	pty = open_store(&large, store);
	keys(pty, "1nMine<Tab><Right><Right><Right>");
	shows(pty, "[9440 ");
	MUST("--store", store, "group", "create", "Late");
	assert_true(pty_await(pty, "Late"));
	assert_true(pty_settle(pty));
	shows(pty, "[9440 ");
	shows(pty, "‹ ClickHouse");
	keys(pty, "<F5><Esc>");
	leave(pty);
}

TEST(small_and_tiny_and_without_colour)
{
	const char *env[] = { "NO_COLOR=1", NULL };
	const struct pty_options mono = { .rows = 24, .cols = 80, .env = env };
	struct pty *pty = open_demo(&small), *other = open_demo(&mono);
	char *one, *two;
	int i;

	keys(pty, "1/orders<Enter>e<End> X<Tab>");
	keys(other, "1/orders<Enter>e<End> X<Tab>");
	one = pty_screen(pty);
	two = pty_screen(other);
	assert_string_equal(one, two);
	free(one);
	free(two);
	for (i = 0; i < 25; i++)
		keys(pty, "<Tab>");
	is_fresh(pty);
	keys(pty, "<F5><Esc>");
	keys(other, "<F5><Esc>");
	leave(pty);
	leave(other);
	pty = open_demo(&tiny);
	keys(pty, "2nA_KEY");
	cursor_on(pty, "▌ Name");
	shows(pty, "[ Save  F8 ]");
	is_fresh(pty);
	for (i = 0; i < 8; i++)
		keys(pty, "<Tab>");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows_not(pty, "New secret");
	leave(pty);
}

TEST(a_plan_locks_it)
{
	const char *store = demo_store("plan");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "community");
	pty = open_store(&large, store);
	keys(pty, "1/orders<Enter>e");
	shows(pty, "read only");
	shows(pty, "Data connections need the plan Professional");
	shows(pty, "orders-replica.acme.example");
	keys(pty, "<Esc>n");
	shows(pty, "Data connections need the plan Professional");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Editors of a demo may write, but not these. */
TEST(only_Admins_change_them)
{
	const char *store = demo_store("editor");
	const char *argv[] = { program(), "--store", store, "--as",
			       "nina@acme.example", NULL };
	struct pty *pty = pty_start(&large, argv);

	keys(pty, "1n");
	shows(pty, "Data connections of the workspace are made by Admins");
	keys(pty, "/snow<Enter>e");
	shows(pty, "with whom it is shared are shown to Admins");
	keys(pty, "d");
	shows(pty, "It cannot be done");
	shows(pty, "this is for Admins");
	shows_not(pty, "connection delete");
	shows_not(pty, "needs the role");
	keys(pty, "<Esc>");
	leave(pty);
}

/* The tip, and what SSH servers must know. */
TEST(the_tab_and_the_form_say_what_is_there)
{
	const char *store = demo_store("foot");
	struct pty *pty = open_store(&small, store);

	keys(pty, "1");
	shows(pty, "Tip: start with the default sharing, Workspace");
	shows(pty, "Public key for SSH: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEFjbW");
	keys(pty, "<Esc><Esc>");
	MUST("--store", store, "workspace", "set", "ssh_public_key",
	     "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFdvcmtzcGFjZUtleQ hex");
	keys(pty, "r");
	shows(pty, "Public key for SSH: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFdvcm");
	MUST("--store", store, "workspace", "set", "--ssh_public_key=");
	keys(pty, "r");
	shows(pty, "Public key for SSH: not kept here yet");
	leave(pty);
	pty = open_store(&large, store);
	keys(pty, "1/orders<Enter>.");
	shows(pty, "Refresh schema");
	keys(pty, "<Esc>e");
	go_to(pty, "[ Test ]");
	shows(pty, "tests what is saved");
	shows(pty, "Status: tested");		/* as it was */
	keys(pty, "<Esc>");
	leave(pty);
	/* no tip on how to share for those who cannot */
	pty = open_as(&large, store, "nina@acme.example");
	keys(pty, "1");
	shows_not(pty, "Public key for SSH");
	leave(pty);
}

/* What the plan lacks is said before a form is opened. */
TEST(a_gate_is_seen_before_the_form)
{
	const char *store = demo_store("gate");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "community");
	pty = open_store(&small, store);
	keys(pty, "1");
	row_shows(pty, 1, "needs Professional");
	keys(pty, "/orders<Enter>.");
	shows(pty, "need the Professional plan");
	keys(pty, "<Esc><Esc>");
	leave(pty);
	pty = open_as(&large, store, "nina@acme.example");
	keys(pty, "1.");
	shows(pty, "needs the role Admin");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(the_tab_and_the_form_say_what_is_there), CASE(a_gate_is_seen_before_the_form),
    CASE(only_Admins_change_them), CASE(a_connection_is_made), CASE(a_port_is_a_number),
    CASE(fields_and_groups_are_saved_together), CASE(a_draft_is_finished),
    CASE(a_secret_has_a_name_and_no_value),
    CASE(a_package_floats_or_is_pinned), CASE(files_are_connected),
    CASE(Esc_keeps_a_draft_and_F5_drops_it),
    CASE(another_console_edits_it_too),
    CASE(small_and_tiny_and_without_colour), CASE(a_plan_locks_it))
