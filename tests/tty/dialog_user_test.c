/* dialog_user_test.c: people are added, edited, deactivated and brought back in
 * their dialogs; what is stored afterwards is asked of the command line. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

/* What the command line says of this person (or group) holds this text. */
static void stored(const char *store, const char *noun, const char *name,
		   const char *text)
{
	char *out;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store, noun,
			     "show", name, "--format", "json", NULL }), 0);
	if (!strstr(out, text))
		fprintf(stderr, "no %s in %s", text, out);
	assert_non_null(strstr(out, text));
	free(out);
}

static void unknown(const char *store, const char *name)
{
	assert_int_equal(RUN_CLI("--store", store, "user", "show", name), 4);
}

/* ---- add ------------------------------------------------------------------------ */

/* Four separators, a name, one who is there, one who left, one that is none. */
#define PASTED "ana@acme.example, ben@acme.example;bob@acme.example\r" \
	"\"Cy, Dr.\" <cy@acme.example>\rwalt@acme.example di@acme.example oops"

static void paste_all(struct pty *pty)
{
	static const char bytes[] = "\033[200~" PASTED "\033[201~";

	assert_true(pty_send(pty, bytes, sizeof(bytes) - 1));
}

TEST(a_pasted_list_is_judged_row_by_row)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4n");
	shows(pty, "Add people");
	paste_all(pty);
	row_shows(pty, pty_find(pty, "ana@"), "[x] ana@acme.example");
	row_shows(pty, pty_find(pty, "ana@"), "added as Viewer");
	row_shows(pty, pty_find(pty, "ben@"), "added as Viewer");
	row_shows(pty, pty_find(pty, "cy@"), "\"Cy, Dr.\" <cy@acme.example>");
	row_shows(pty, pty_find(pty, "cy@"), "added as Viewer");
	row_shows(pty, pty_find(pty, "bob@"), "[ ] bob@");
	row_shows(pty, pty_find(pty, "bob@"), "there already");
	row_shows(pty, pty_find(pty, "walt@"), "deactivated");
	row_shows(pty, pty_find(pty, "walt@"), "Space reactivates (Editor)");
	row_shows(pty, pty_find(pty, "oops"), "not an e-mail");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows(pty, "Add people");	/* still: oops is none */
	shows(pty, "is not of the form name@domain");
	leave(pty);
}

TEST(one_save_is_one_event)
{
	const char *store = demo_store("add");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4n");
	paste_all(pty);
	keys(pty, "<Tab>/walt<Enter><Space>/<Backspace><Backspace><Backspace>"
	     "<Backspace>oops<Enter><Del>/<C-u><Enter>");
	shows_not(pty, "oops");
	shows(pty, "reactivated as Editor");
	keys(pty, "<Tab><Right><Right>");
	shows(pty, "added as Editor");
	keys(pty, "<Tab>fin<Enter>data t<Enter>");
	shows(pty, "Finance");
	shows(pty, "Data Team");
	row_shows(pty, pty_find(pty, "bob@"), "Space: into groups");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	stored(store, "user", "ana@acme.example", "\"role\":\"editor\"");
	stored(store, "user", "cy@acme.example", "\"name\":\"Cy, Dr.\"");
	stored(store, "user", "di@acme.example", "\"id\":\"g-fin\"");
	stored(store, "user", "di@acme.example", "\"id\":\"g-data\"");
	stored(store, "user", "walt@acme.example", "\"active\":true");
	stored(store, "group", "g-data", "walt@acme.example");
	stored(store, "user", "bob@acme.example", "\"role\":\"viewer\"");
	leave(pty);
}

TEST(what_was_not_entered_is_meant_too)
{
	const char *store = demo_store("typed");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4nana@acme.example");
	shows(pty, "Would add ana@acme.example as Viewer.");
	keys(pty, "<F8>");
	shows(pty, "Saved: 1 person gains on ");
	cursor_on(pty, "▌ ana@acme.example");
	stored(store, "user", "ana@acme.example", "\"active\":true");
	leave(pty);
}

TEST(a_group_without_people_is_an_error)
{
	const char *store = demo_store("nobody");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4n<Tab><Tab>fin<Enter><F8>");
	shows(pty, "nobody is named yet");
	keys(pty, "zoe@");
	leave(pty);
	assert_int_equal(events(store), before);
	unknown(store, "zoe@");
}

TEST(a_list_half_done_is_kept)
{
	const char *store = demo_store("half");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4n");
	paste_all(pty);
	keys(pty, "<Esc>");
	shows(pty, "Draft kept until you leave: Add people.");
	keys(pty, "n");
	shows(pty, "Your draft is back.");
	row_shows(pty, pty_find(pty, "cy@"), "added as Viewer");
	row_shows(pty, pty_find(pty, "walt@"), "deactivated");
	row_shows(pty, pty_find(pty, "oops"), "not an e-mail");
	leave(pty);
	unknown(store, "ana@acme.example");
}

TEST(adding_fits)
{
	fits("4nana@acme.example<Enter>bob@acme.example<Enter>", "Add people");
}

/* ---- edit ----------------------------------------------------------------------- */

TEST(a_person_is_edited_in_one_event)
{
	const char *store = demo_store("edit"), *cli = demo_store("edit-cli");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/bob<Enter>e");
	shows(pty, "Edit Bob Stein");
	shows(pty, "bob@acme.example  (cannot be changed)");
	shows_not(pty, "unsaved");
	keys(pty, "<C-u>Robert Stein<Tab><Right><Right>");
	shows(pty, "was Viewer; may hold whatever is granted");
	shows(pty, "Revenue model    View  Snowflake prod");
	keys(pty, "<Tab><Tab><Del>");
	row_shows(pty, pty_find(pty, "Finance"), "removed");
	keys(pty, "<S-Tab>data t<Enter>");
	row_shows(pty, pty_find(pty, "Data Team"), "new");
	keys(pty, "<Tab><Tab>bob");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	leave(pty);
	MUST("--store", cli, "user", "edit", "u-bob", "--name", "Robert Stein",
	     "--unix-login", "bob");
	MUST("--store", cli, "group", "add", "g-data", "u-bob");
	MUST("--store", cli, "group", "remove", "g-fin", "u-bob");
	MUST("--store", cli, "user", "role", "u-bob", "editor");
	same_stores(store, cli);
}

TEST(the_role_alone_has_its_place)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4/bob<Enter>:user role<Enter>");
	cursor_on(pty, "‹ Viewer");
	keys(pty, "<Right><Right>");
	shows(pty, "If you save: ");
	keys(pty, "<F1>");
	shows(pty, "Help: Role");
	shows(pty, "Explorer and Viewer: at most Can View");
	keys(pty, "<Esc><Esc>");
	shows(pty, "Draft kept until you leave: Edit Bob Stein.");
	keys(pty, "e");		/* the same dialog, the same draft */
	shows(pty, "was Viewer");
	leave(pty);
}

TEST(what_cannot_be_is_said_under_its_field)
{
	char name[220];
	const char *store = demo_store("wrong");
	int before;
	struct pty *pty;

	MUST("--store", store, "user", "edit", "u-dana", "--unix-login", "dana");
	before = events(store);
	pty = open_store(&small, store);
	keys(pty, "4/bob<Enter>e<Tab><Tab><Tab><Tab>bob stein");
	shows(pty, "! the login bob stein holds a blank");
	shows(pty, "give the login name of a Unix account");
	keys(pty, "<F8>");
	cursor_on(pty, "[bob stein");
	keys(pty, "<C-u>dana");
	shows(pty, "! the login dana is Dana Ilves");
	keys(pty, "<C-u>");
	shows_not(pty, "! the login");
	memset(name, 'x', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	keys(pty, "<S-Tab><S-Tab><S-Tab><S-Tab>");
	assert_true(pty_send(pty, name, sizeof(name) - 1));
	keys(pty, "<F8>");
	shows(pty, "! the name ");
	cursor_on(pty, "Name");
	leave(pty);
	assert_int_equal(events(store), before);
}

/* Maya and nobody else is an Admin. */
static const char *one_admin(const char *name)
{
	const char *store = demo_store(name);
	char *out, *line, *rest;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "user", "list", "--format", "csv", NULL }), 0);
	for (rest = out; (line = strsep(&rest, "\n")); ) {
		char *id = strsep(&line, ",");

		if (line && strstr(line, ",admin") && strcmp(id, "u-maya") != 0)
			MUST("--store", store, "user", "role", id, "editor");
	}
	free(out);
	return store;
}

TEST(the_last_admin_stays)
{
	const char *store = one_admin("last");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/maya<Enter>e<Tab><Left>");
	shows(pty, "! Maya Lindqvist is the last active Admin");
	shows(pty, "make somebody else Admin first");
	keys(pty, "<F8>");
	cursor_on(pty, "Role");
	keys(pty, "<F5><Esc>d");
	shows(pty, "Maya Lindqvist is the last active Admin");
	keys(pty, "<F8>y");
	shows(pty, "Deactivate Maya Lindqvist");
	leave(pty);
	assert_int_equal(events(store), before);
	stored(store, "user", "u-maya", "\"role\":\"admin\"");
}

TEST(an_admin_may_give_up_where_another_is_left)
{
	const char *store = one_admin("give-up");
	struct pty *pty;

	MUST("--store", store, "user", "role", "u-ravi", "admin");
	pty = open_store(&small, store);
	keys(pty, "4/maya<Enter>e<Tab><Left>");
	shows(pty, "you give up being an Admin");
	keys(pty, "<Home><F8>");
	shows(pty, "Saved: ");
	is_fresh(pty);
	leave(pty);
	stored(store, "user", "u-maya", "\"role\":\"manager\"");
}

TEST(editing_fits)
{
	fits("4/bob<Enter>e<Tab><Right><Right>", "Edit Bob");
}

/* ---- leaving, coming back --------------------------------------------------------- */

/* A y in it is a letter of it. */
TEST(a_name_that_is_typed_at_once_is_the_new_owner)
{
	const char *store = demo_store("leave-typed");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/ravi<Enter>d");
	cursor_on(pty, "[ Back  Esc ]");
	keys(pty, "nancy");
	row_shows(pty, pty_find(pty, "New owner"), "nancy");
	assert_int_equal(events(store), before);
	keys(pty, "<C-u>cleo<Enter>");
	shows(pty, "Cleo Martin");
	assert_int_equal(events(store), before);
	leave(pty);
}

TEST(who_leaves_hands_over)
{
	const char *store = demo_store("leave"), *cli = demo_store("leave-cli");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/ravi<Enter>d");
	shows(pty, "Ravi Menon owns 2 projects: Churn model and Revenue "
	      "forecast.");
	shows(pty, "1 person loses on 11 projects");
	cursor_on(pty, "[ Back  Esc ]");	/* a reflex does nothing */
	shows(pty, "[ y  Deactivate ]");
	/* one thing alone is lit: where the keys are */
	assert_true(pty_style(pty, "Back  Esc") & PTY_REVERSE);
	assert_false(pty_style(pty, "New owner") & PTY_REVERSE);
	row_shows(pty, -1, "v everybody");
	keys(pty, "<Up>");
	assert_true(pty_style(pty, "New owner") & PTY_REVERSE);
	assert_false(pty_style(pty, "Back  Esc") & PTY_REVERSE);
	row_shows(pty, -1, "F9 everybody");
	keys(pty, "<Tab>");
	shows(pty, "Owned, and who takes each over");
	keys(pty, "<Tab><Tab>");
	shows(pty, "Sample: Ravi's laptop (personal, ...b07e): ends with");
	keys(pty, "<Tab>");
	shows(pty, "Undo: u (now) or h history (later).");
	keys(pty, "<Up>ravi");
	shows(pty, "not: is leaving");
	keys(pty, "<C-u>bob");
	shows(pty, "not: cannot hold Full Access as Viewer");
	keys(pty, "<C-u>kira");
	shows(pty, "not: has no access to Snowflake prod");
	keys(pty, "<Enter><C-u>nina<Enter><C-u>cleo<Enter>");
	shows(pty, "Cleo Martin");
	shows_not(pty, "Nina");		/* one owner, the last one chosen */
	shows_not(pty, "still owns");
	keys(pty, "<F8>");
	shows(pty, "y does it");
	cursor_on(pty, "[ Back  Esc ]");
	assert_int_equal(events(store), before);
	keys(pty, "y");
	shows(pty, "Saved: 1 person loses on 11 projects, 1 gains on 2; v lists");
	assert_int_equal(events(store), before + 1);
	leave(pty);
	MUST("--store", cli, "user", "deactivate", "u-ravi", "--transfer-to",
	     "u-cleo");
	same_stores(store, cli);
}

TEST(each_project_may_have_its_own_heir)
{
	const char *store = demo_store("heirs"), *cli = demo_store("heirs-cli");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/ravi<Enter>d<Up>amir<Enter><Tab><Tab>");
	cursor_on(pty, "▌ Churn model▐");
	keys(pty, "<Enter>nina<Enter>");
	shows(pty, "‹ Nina Kowalski");
	shows(pty, "1 person loses on 11 projects, 2 gain on 2");
	keys(pty, "<F8>y");
	shows(pty, "Saved: 1 person loses on 11 projects, 2 gain on 2; v lists");
	leave(pty);
	assert_int_equal(events(store), before + 1);
	MUST("--store", cli, "user", "deactivate", "u-ravi", "--transfer-to", "u-amir",
	     "--heir", "p-churn=u-nina");
	same_stores(store, cli);
}

/* All that the command writes: to a new file alone. */
TEST(the_report_of_who_leaves_is_written_from_the_screen)
{
	const char *store = demo_store("report"), *cli = demo_store("report-cli");
	struct pty *pty = open_store(&large, store);
	char there[1024], path[1024], typed[1200], text[4096];
	FILE *file;
	size_t n;

	snprintf(there, sizeof(there), "%s.there", store);
	snprintf(path, sizeof(path), "%s.report", store);
	file = fopen(there, "w");
	assert_non_null(file);
	fputs("mine\n", file);
	fclose(file);
	keys(pty, "4/ravi<Enter>d<Up>amir<Enter><Tab><Tab><Tab>");
	cursor_on(pty, "Report");
	snprintf(typed, sizeof(typed), "%s", there);
	keys(pty, typed);
	shows(pty, "report.there exists");
	shows(pty, "name another file");
	shows_not(pty, "--yes");
	keys(pty, "<C-u>/nowhere-at-all/r.txt");
	shows(pty, "cannot be written: No such");
	snprintf(typed, sizeof(typed), "<C-u>%s", there);
	keys(pty, typed);
	keys(pty, "<F8>y");
	cursor_on(pty, "Report");
	snprintf(typed, sizeof(typed), "<C-u>%s", path);
	keys(pty, typed);
	shows_not(pty, "report.there exists");
	keys(pty, "<F8>y");
	shows(pty, "Saved: 1 person loses on 11 projects");
	/* The page of the event lists it again. */
	keys(pty, "h<Enter>");
	shows(pty, "Left behind");
	shows(pty, "Churn model to Amir Haddad <amir@acme.example>");
	keys(pty, "<Esc><Esc>");
	leave(pty);
	file = fopen(path, "r");
	assert_non_null(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	assert_non_null(strstr(text, "Ravi Menon <ravi@acme.example> leaves"));
	assert_non_null(strstr(text, "Churn model to Amir Haddad <amir@acme.example>"));
	assert_int_equal(remove(path), 0);
	MUST("--store", cli, "user", "deactivate", "u-ravi", "--transfer-to", "u-amir",
	     "--report", path);
	same_stores(store, cli);
	assert_int_equal(remove(path), 0);
	assert_int_equal(remove(there), 0);
}

/* Save takes the only match, else stops there and says so. */
TEST(what_was_typed_is_not_dropped)
{
	const char *store = demo_store("typed"), *cli = demo_store("typed-cli");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/ravi<Enter>d<Up>a<F8>");
	shows(pty, " match: Enter chooses one, or empty it");
	keys(pty, "<C-u>nobody at all<F8>");
	shows(pty, "nobody and nothing is called so");
	keys(pty, "<C-u>kira<F8>");
	shows(pty, "Kira Olsen cannot be: has no access to Snowflake prod");
	assert_int_equal(events(store), before);
	keys(pty, "<C-u>cleo mar<F8>y");
	shows(pty, "Saved: 1 person loses on 11 projects, 1 gains on 2; v lists");
	leave(pty);
	MUST("--store", cli, "user", "deactivate", "u-ravi", "--transfer-to",
	     "u-cleo");
	same_stores(store, cli);
}

TEST(who_left_comes_back)
{
	const char *store = demo_store("back"), *cli = demo_store("back-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/walt<Enter>d");
	shows(pty, "Deactivated already. R reactivates.");
	keys(pty, "R");
	shows(pty, "Walt Pierce would be active.");
	keys(pty, "y");
	shows(pty, "Saved: Walt Pierce is active.");
	leave(pty);
	MUST("--store", cli, "user", "reactivate", "u-walt");
	same_stores(store, cli);
}

TEST(the_edit_brings_back_too)
{
	const char *store = demo_store("back2"), *cli = demo_store("back2-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4/walt<Enter>e<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab><Space>");
	shows(pty, "[x] Reactivate");
	keys(pty, "<F8>");
	shows(pty, "Saved: Walt Pierce is active.");
	leave(pty);
	MUST("--store", cli, "user", "reactivate", "u-walt");
	same_stores(store, cli);
}

TEST(leaving_fits)
{
	fits("4/ravi<Enter>d<Up>nina<Enter>", "Deactivate Ravi");
}

RUN(CASE(a_person_is_edited_in_one_event), CASE(the_role_alone_has_its_place),
    CASE(what_cannot_be_is_said_under_its_field), CASE(the_last_admin_stays),
    CASE(an_admin_may_give_up_where_another_is_left), CASE(editing_fits),
    CASE(a_name_that_is_typed_at_once_is_the_new_owner),
    CASE(who_leaves_hands_over), CASE(each_project_may_have_its_own_heir),
    CASE(the_report_of_who_leaves_is_written_from_the_screen),
    CASE(what_was_typed_is_not_dropped), CASE(who_left_comes_back),
    CASE(the_edit_brings_back_too), CASE(leaving_fits),
    CASE(a_pasted_list_is_judged_row_by_row), CASE(one_save_is_one_event),
    CASE(what_was_not_entered_is_meant_too),
    CASE(a_group_without_people_is_an_error), CASE(a_list_half_done_is_kept),
    CASE(adding_fits))
