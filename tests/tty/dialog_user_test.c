/* dialog_user_test.c: people are added, edited, deactivated and brought back in
 * their dialogs; what is stored afterwards is asked of the command line. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };

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

	(void)state;
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

	(void)state;
	keys(pty, "4n");
	paste_all(pty);
	keys(pty, "<Tab>/walt<Enter><Space>/<Backspace><Backspace><Backspace>"
	     "<Backspace>oops<Enter><Del>/<C-u><Enter>");
	shows_not(pty, "oops");
	shows(pty, "reactivated, stays Editor");
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

	(void)state;
	keys(pty, "4nana@acme.example");
	shows(pty, "Added ana@acme.example as Viewer.");
	keys(pty, "<F8>");
	shows(pty, "Saved: Added ana@acme.example as Viewer.");
	stored(store, "user", "ana@acme.example", "\"active\":true");
	leave(pty);
}

TEST(a_group_without_people_is_an_error)
{
	const char *store = demo_store("nobody");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	(void)state;
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

	(void)state;
	keys(pty, "4n");
	paste_all(pty);
	keys(pty, "<Esc>");
	shows(pty, "Draft kept: Add people.");
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
	(void)state;
	fits("4nana@acme.example<Enter>bob@acme.example<Enter>", "Add people");
}

RUN(CASE(a_pasted_list_is_judged_row_by_row), CASE(one_save_is_one_event),
    CASE(what_was_not_entered_is_meant_too),
    CASE(a_group_without_people_is_an_error), CASE(a_list_half_done_is_kept),
    CASE(adding_fits))
