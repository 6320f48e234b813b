/* dialog_group_test.c: groups are made, renamed, filled and emptied in their
 * dialogs, and deleted with their impact; built-in ones are shown. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };

static char *told(const char *store, const char *const words[])
{
	const char *all[16] = { "--store", store };
	size_t i;
	char *out;

	for (i = 0; words[i]; i++)
		all[i + 2] = words[i];
	assert_int_equal(run(&out, all), 0);
	return out;
}

static void stored(const char *store, const char *group, const char *text)
{
	char *out = told(store, (const char *const[]){ "group", "show", group,
			 "--format", "json", NULL });

	if (!strstr(out, text))
		fprintf(stderr, "no %s in %s", text, out);
	assert_non_null(strstr(out, text));
	free(out);
}

TEST(a_group_is_made_with_its_people)
{
	const char *store = demo_store("make");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4on");
	shows(pty, "New group");
	shows(pty, "Nothing is changed yet");
	keys(pty, "<Tab>cleo<Enter>");
	shows(pty, "the group has no name yet");
	keys(pty, "<F8>");
	cursor_on(pty, "Name");
	shows(pty, "! the group has no name yet");
	keys(pty, "Workspace");
	shows(pty, "! Workspace is the name of a built-in group");
	keys(pty, "<C-u>Tax<Tab><Paste:sara@agency.example; bob@acme.example>");
	row_shows(pty, pty_find(pty, "Bob Stein"), "Viewer");
	shows(pty, "Would create the group Tax.");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows(pty, "Saved: Created the group Tax.");
	cursor_on(pty, "▌ Tax");
	assert_int_equal(events(store), before + 1);
	stored(store, "Tax", "cleo@acme.example");
	stored(store, "Tax", "bob@acme.example");
	stored(store, "Tax", "sara@agency.example");	/* a Guest: B15 */
	leave(pty);
}

TEST(a_name_that_exists_is_warned_of)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4onfinance");
	shows(pty, "! another group is called Finance (g-fin)");
	leave(pty);
}

TEST(name_and_people_change_in_one_event)
{
	const char *store = demo_store("form"), *cli = demo_store("form-cli");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/finance<Enter>e");
	shows(pty, "Edit Finance");
	shows(pty, "Granted on: Invoice audit and Revenue model. Has access to: "
	      "Finance drop.");
	keys(pty, "<C-u>Controlling<Tab>dana");
	shows(pty, "not: is a member");
	keys(pty, "<C-u>cleo<Enter><Tab><Home><Del>");
	row_shows(pty, pty_find(pty, "Bob Stein"), "removed");
	row_shows(pty, pty_find(pty, "Cleo Martin"), "new");
	shows(pty, "+ Cleo Martin  None -> View  Invoice audit");
	keys(pty, "<Space>");		/* kept after all */
	shows_not(pty, "removed");
	keys(pty, "<Space><F8>");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	leave(pty);
	MUST("--store", cli, "group", "rename", "g-fin", "Controlling");
	MUST("--store", cli, "group", "add", "g-fin", "u-cleo");
	MUST("--store", cli, "group", "remove", "g-fin", "u-bob");
	same_stores(store, cli);
}

TEST(pasted_people_must_be_somebody)
{
	const char *store = demo_store("paste"), *cli = demo_store("paste-cli");
	struct pty *pty = open_store(&small, store);
	static const char list[] = "\033[200~Cleo <cleo@acme.example>\r"
		"ravi@acme.example,zed@elsewhere.example\rdana@acme.example"
		"\033[201~";

	keys(pty, "4o/finance<Enter>:group add<Enter>");
	cursor_on(pty, "Add people");
	assert_true(pty_send(pty, list, sizeof(list) - 1));
	row_shows(pty, pty_find(pty, "Ravi Menon"), "new");
	row_shows(pty, pty_find(pty, "zed@"), "nobody here");
	keys(pty, "<F8>");
	shows(pty, "nobody here has the address zed@elsewhere.example");
	keys(pty, "<Tab><End><Del>");
	shows_not(pty, "zed@");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	MUST("--store", cli, "group", "add", "g-fin", "u-cleo", "u-ravi");
	same_stores(store, cli);
}

TEST(a_draft_of_a_group_comes_back)
{
	const char *store = demo_store("draft"), *cli = demo_store("draft-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/partners<Enter>e<Tab>cleo<Enter><Tab><Home><Del><Esc>");
	shows(pty, "Draft kept until you leave: Edit Partners.");
	keys(pty, "e");
	shows(pty, "Your draft is back.");
	row_shows(pty, pty_find(pty, "Pete Lang"), "removed");
	row_shows(pty, pty_find(pty, "Cleo Martin"), "Editor");
	row_shows(pty, pty_find(pty, "Cleo Martin"), "new");
	keys(pty, "<F8>");
	leave(pty);
	MUST("--store", cli, "group", "add", "g-part", "u-cleo");
	MUST("--store", cli, "group", "remove", "g-part", "u-pete");
	same_stores(store, cli);
}

TEST(built_in_groups_say_why_not)
{
	const char *store = demo_store("built"), *cli = demo_store("built-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/only<Enter>e");
	shows(pty, "Edit Workspace guests (built in)");
	shows(pty, "Only Guests.");
	shows(pty, "read only");
	shows(pty, "cannot be edited: its members follow from their roles");
	keys(pty, "<Del><Space>x<F8>");
	shows(pty, "Edit Workspace guests (built in)");
	keys(pty, "<Esc>d");
	shows(pty, "Workspace guests is built in");
	keys(pty, "/<C-u>all but<Enter>e");
	shows(pty, "34 of 34");		/* computed: 40 people, 4 Guests, .. */
	leave(pty);
	same_stores(store, cli);
}

TEST(a_group_goes_with_its_impact)
{
	const char *store = demo_store("gone"), *cli = demo_store("gone-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/finance<Enter>d");
	shows(pty, "Delete Finance");
	shows(pty, "2 projects lose a grant");
	shows(pty, "for Admins only from now on: Finance drop");
	shows(pty, "Dana Ilves");
	keys(pty, "<Enter>");		/* a reflex does nothing */
	shows(pty, "Nothing was changed.");	/* the focus is on Cancel */
	keys(pty, "d");
	shows(pty, "Delete Finance");
	keys(pty, "y");
	shows(pty, "Saved: Deleted the group Finance.");
	leave(pty);
	MUST("--store", cli, "group", "delete", "g-fin");
	same_stores(store, cli);
}

TEST(groups_fit)
{
	fits("4o/fin<Enter>e<Tab>cleo<Enter><Tab><Home><Del>", "Edit Finance");
	fits("4onTax<Tab>cleo<Enter>", "New group");
	fits("4o/only<Enter>e", "Workspace guests");
}

RUN(CASE(a_group_is_made_with_its_people),
    CASE(a_name_that_exists_is_warned_of),
    CASE(name_and_people_change_in_one_event),
    CASE(pasted_people_must_be_somebody), CASE(a_draft_of_a_group_comes_back),
    CASE(built_in_groups_say_why_not), CASE(a_group_goes_with_its_impact),
    CASE(groups_fit))
