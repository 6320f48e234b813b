/* dialog_package_test.c: a Git package is added, edited and imported, by keys. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	large = { .rows = 44, .cols = 120 };

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

/* Down, until the cursor is on it. */
static void down_to(struct pty *pty, const char *label)
{
	int i;

	for (i = 0; i < 60 && !strstr(pty_row(pty, cursor_row(pty)), label); i++)
		keys(pty, "<Down>");
	cursor_on(pty, label);
}

static void has(const char *store, const char *text)
{
	char *all = dump(store);

	if (!strstr(all, text))
		fail_msg("%s: has no %s", all, text);
	free(all);
}

TEST(a_package_is_added)
{
	const char *store = demo_store("add");
	struct pty *pty = open_store(&large, store);

	keys(pty, "3/ml-utils<Enter>n");
	shows(pty, "Add a package");
	shows(pty, "as pip install ./");
	shows(pty, "empty: whole repo zipped and downloaded");
	shows(pty, "a custom image is the other way");
	keys(pty, "fresh");
	go_to(pty, "Provider");
	keys(pty, "<Enter>");
	shows(pty, "GitHub acme-analytics");
	shows(pty, "GitLab acme");
	keys(pty, "github<Enter>");
	go_to(pty, "Repository");
	keys(pty, "fresh");
	shows(pty, "its owner is wanted too");
	keys(pty, "<C-u>https://github.com/acme/fresh.git");
	shows_not(pty, "its owner is wanted too");
	go_to(pty, "Branch, tag or commit");
	row_shows(pty, cursor_row(pty), "floats");
	keys(pty, "<Right>");
	row_shows(pty, cursor_row(pty), "pinned");
	shows(pty, "is named like a branch");
	keys(pty, "<F8>");
	shows(pty, "F8 again saves it: main");
	go_to(pty, "Ref");
	keys(pty, "<C-u>v1.0");
	go_to(pty, "Install commands");
	keys(pty, "pip install ./");
	shows(pty, "one command a line");
	keys(pty, "<Enter>echo a; echo b<Enter>");
	shows(pty, "[echo a; echo b");
	down_to(pty, "Data Team");
	keys(pty, " ");
	shows(pty, "only a check tells");
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the Git package fresh");
	leave(pty);
	has(store, "\"repository\": \"acme/fresh\"");
	has(store, "\"install_commands\": \"pip install ./\\necho a; echo b\"");
	has(store, "\"ref_kind\": \"tag\"");
}

TEST(a_tag_named_main_is_asked_about)
{
	const char *store = demo_store("main");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	keys(pty, "3/ml-utils<Enter>e");
	go_to(pty, "Branch, tag or commit");
	keys(pty, "<Right><F8>");
	shows(pty, "main is named like a branch");
	shows(pty, "F8 again saves it: main");
	assert_int_equal(events(store), before);
	keys(pty, "<Left><Right><F8>");		/* what was changed is asked anew */
	assert_int_equal(events(store), before);
	keys(pty, "<F8>");
	shows(pty, "Saved: Changed the Git package ml-utils");
	assert_int_equal(events(store), before + 1);
	leave(pty);
}

TEST(its_page_says_how_it_is_set)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "3/chart<Enter>");
	row_shows(pty, cursor_row(pty), "unverified");
	keys(pty, "<Enter>");
	shows(pty, "Provider: GitHub acme-analytics");
	shows(pty, "Commit (pinned)");
	shows(pty, "Install commands: none (empty: whole repo zipped and downloaded)");
	shows(pty, "Who may: whoever has Can Edit on a project and access here");
	shows(pty, "Status      never checked: T does");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(an_import_tells_of_the_kernel)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "5/revenue mod<Enter>i");
	shows(pty, "Git packages");
	shows(pty, "Installed at each start of the kernel");
	down_to(pty, "chart-theme");
	keys(pty, " ");
	shows(pty, "custom image");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "<Enter>");
	shows(pty, "chart-theme");
	leave(pty);
}

TEST(they_fit)
{
	fits("3/ml-utils<Enter>n", "Add a package");
	fits("3/ml-utils<Enter>e", "Edit ml-utils");
}

RUN(
    CASE(a_package_is_added), CASE(a_tag_named_main_is_asked_about),
    CASE(its_page_says_how_it_is_set), CASE(an_import_tells_of_the_kernel),
    CASE(they_fit))
