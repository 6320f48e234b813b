/* dialog_provider_test.c: Git providers are connected page by page, approved, and
 * disconnected, by keys. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 44, .cols = 120 }, tiny = { .rows = 16, .cols = 40 };

static void has(const char *store, const char *text, bool yes)
{
	char *all = dump(store);

	if ((strstr(all, text) != NULL) != yes) {
		print_error("%s: has %s: %s\n", all, text, yes ? "no" : "yes");
		fail();
	}
	free(all);
}

/* Tab until the field has the cursor. */
static void go_to(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 30; i++) {
		if (strstr(pty_row(pty, cursor_row(pty)), label))
			return;
		keys(pty, "<Tab>");
	}
	cursor_on(pty, label);
}

/* Does the row with the cursor? */
static bool begins(struct pty *pty, const char *text)
{
	int col = col_of(pty, cursor_row(pty), text);

	return col >= 0 && col < 6;
}

/* The row of the list that begins with this. */
static void row(struct pty *pty, const char *text)
{
	int i;

	keys(pty, "3<Home>");
	for (i = 0; i < 20 && !begins(pty, text); i++)
		keys(pty, "<Down>");
	assert_true(begins(pty, text));
}

TEST(the_table_has_its_notes_at_every_size)
{
	static const char *const notes[] = { "github.com only", "Enterprise plan",
		"gitlab.com only", "bitbucket.org only" };
	struct pty *pty = open_demo(&large);
	size_t i;

	row(pty, "Git package import");
	for (i = 0; i < 4; i++)
		shows(pty, notes[i]);
	shows(pty, "connected as acme-analytics");
	shows(pty, "contact support");
	row(pty, "Bitbucket");
	shows(pty, "not set up");
	keys(pty, "<Enter>");
	for (i = 0; i < 4; i++)
		shows(pty, notes[i]);
	leave(pty);
	pty = open_demo(&small);
	row(pty, "Git package import");
	keys(pty, "<Enter>");
	shows(pty, "Connect");
	keys(pty, "<Enter>");
	for (i = 0; i < 4; i++)
		shows(pty, notes[i]);
	keys(pty, "<Esc>");
	leave(pty);
	pty = open_demo(&tiny);
	row(pty, "Git package");
	keys(pty, "<Enter><Enter>");
	keys(pty, "<Down><Down><Down>");
	shows(pty, "bitbucket.org only");
	is_fresh(pty);
	leave(pty);
}

TEST(an_enterprise_server_takes_four_pages)
{
	const char *store = demo_store("ghes");
	struct pty *pty = open_store(&large, store);

	row(pty, "GitHub Enterprise");
	keys(pty, "<Enter>");
	shows(pty, "Connect a Git provider");
	shows(pty, "(*) GitHub Enterprise Server");
	shows(pty, "Nothing is saved yet");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "step 1 of 4");
	shows(pty, "behind a VPN");
	go_to(pty, "Next");
	keys(pty, "<Enter>");			/* it goes no further */
	shows(pty, "it is missing");
	cursor_on(pty, "Server URL");
	keys(pty, "http://git<Tab>");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "it is no https address of a server");
	shows(pty, "https://git.acme.example");
	keys(pty, "<C-u>git.acme.example<Tab>data");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "step 2 of 4");
	shows(pty, "change any field of it");
	shows(pty, "Hex Acme Analytics");
	shows(pty, "Contents: read, Metadata: read");
	shows(pty, "https://git.acme.example/organizations");
	go_to(pty, "View what it asks for");
	keys(pty, "<Enter>");
	shows(pty, "GitHub App: what it asks for");
	keys(pty, "<Esc>");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "step 3 of 4");
	shows(pty, "no value yet");
	go_to(pty, "Client ID");
	keys(pty, "Iv1.8a61");
	go_to(pty, "[ Back ]");
	keys(pty, "<Enter>");
	shows(pty, "step 2 of 4");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "Iv1.8a61");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "step 4 of 4: Approval");
	shows(pty, "Would connect GitHub Enterprise Server data");
	has(store, "github_enterprise", false);
	keys(pty, "<F8>");
	shows(pty, "Connected GitHub Enterprise Server data");
	has(store, "\"client_id\":\"Iv1.8a61\"", true);
	has(store, "\"url\":\"https://git.acme.example\"", true);
	is_fresh(pty);
	leave(pty);
}

TEST(a_save_too_early_goes_where_it_lacks)
{
	const char *store = demo_store("early");
	struct pty *pty = open_store(&small, store);

	row(pty, "Bitbucket");
	keys(pty, "<Enter>");
	go_to(pty, "Next");
	keys(pty, "<Enter>");
	shows(pty, "Read on Repositories");
	shows(pty, "service account");
	keys(pty, "<F8>");
	shows(pty, "step 2 of 3");
	shows(pty, "missing: Workspace ID and Username");
	cursor_on(pty, "Workspace ID");
	keys(pty, "acme<Tab>robot<F8>");
	shows(pty, "Connected Bitbucket acme");
	has(store, "\"workspace_id\":\"acme\"", true);
	leave(pty);
}

TEST(a_url_chooses_and_a_taken_one_says_why)
{
	struct pty *pty = open_demo(&large);

	row(pty, "Git package import");
	keys(pty, "<Enter><Enter>");
	cursor_on(pty, "( ) GitHub");
	keys(pty, " ");
	shows_not(pty, "(*) GitHub");
	shows(pty, "acme-analytics is connected; one account only");
	go_to(pty, "Or paste a URL");
	keys(pty, "https://git.acme.example/data/x");
	shows(pty, "that is GitHub Enterprise Server");
	keys(pty, "<Tab><Enter>");
	shows(pty, "GitHub Enterprise Server, step 1 of 4");
	keys(pty, "<F1>");
	shows(pty, "Where the server is");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(plans_name_what_they_need)
{
	const char *store = demo_store("plan");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "team", "--yes");
	pty = open_store(&large, store);
	row(pty, "GitHub Enterprise");
	shows(pty, "locked");
	keys(pty, "<Enter>");
	shows(pty, "needs the Enterprise plan");
	shows_not(pty, "(*) GitHub Enterprise");
	keys(pty, "<Esc>");
	leave(pty);
	MUST("--store", store, "workspace", "plan", "professional", "--yes");
	pty = open_store(&small, store);
	row(pty, "Bitbucket");
	keys(pty, "<Enter>");
	shows(pty, "Git providers need the Team plan");
	leave(pty);
}

TEST(an_approval_is_noted_and_a_provider_goes_by_its_name)
{
	const char *store = demo_store("approve");
	struct pty *pty = open_store(&large, store);

	row(pty, "GitLab");
	shows(pty, "pending");
	shows(pty, "feature-store, in 2 projects");
	keys(pty, "e");
	shows(pty, "Edit acme");
	cursor_on(pty, "Repository admin");
	keys(pty, "<Right><F8>");
	shows(pty, "Changed GitLab acme");
	has(store, "\"approval\":\"approved\"", true);
	row(pty, "GitLab");
	keys(pty, "d");
	shows(pty, "feature-store (2 projects)");
	keys(pty, "acme<Enter>");
	shows(pty, "Disconnected GitLab acme");
	has(store, "\"gitlab\"", false);
	leave(pty);
}

RUN(
    CASE(the_table_has_its_notes_at_every_size),
    CASE(an_enterprise_server_takes_four_pages),
    CASE(a_save_too_early_goes_where_it_lacks),
    CASE(a_url_chooses_and_a_taken_one_says_why),
    CASE(plans_name_what_they_need),
    CASE(an_approval_is_noted_and_a_provider_goes_by_its_name))
