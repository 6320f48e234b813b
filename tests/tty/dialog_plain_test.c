/* dialog_plain_test.c: forms that are made from the action table alone: they show what
 * is, save what was changed and nothing else, and say what is closed. */
#include "tests/tty/stores.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };

TEST(the_settings_show_what_is)
{
	const char *store = demo_store("set"), *cli = demo_store("set-cli");
	struct pty *pty;
	int before;

	MUST("--store", store, "workspace", "set", "share_to_web", "off");
	MUST("--store", cli, "workspace", "set", "share_to_web", "off");
	before = events(store);
	pty = open_store(&small, store);
	keys(pty, ":workspace set<Enter>");
	shows(pty, "Set the name and the switches of the workspace");
	shows(pty, "[Acme Analytics ");
	shows(pty, "[x] Enable API access");
	shows(pty, "[ ] Share to web");
	shows(pty, "Nothing is changed yet");
	keys(pty, "<F1>");
	shows(pty, "What the header");
	keys(pty, "<Esc><F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	keys(pty, "<Tab><Space><Tab>");
	cursor_on(pty, "‹ 120 days");
	keys(pty, "<Enter>");
	shows(pty, "the plan's: 120 days");
	keys(pty, "90<Enter>");
	cursor_on(pty, "‹ 90 days");
	shows(pty, "was 120 days");
	assert_int_equal(events(store), before);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	assert_int_equal(events(store), before + 1);
	leave(pty);
	MUST("--store", cli, "workspace", "set", "--api_access", "off",
	     "--token_max_days", "90");
	same_stores(store, cli);
}

TEST(the_plan_says_what_it_was)
{
	const char *store = demo_store("plan"), *cli = demo_store("plan-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, ":workspace plan<Enter>");
	cursor_on(pty, "‹ Enterprise ");
	keys(pty, "<F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	keys(pty, "<Left>");
	shows(pty, "was Enterprise");
	keys(pty, "<F8>");
	shows(pty, "Saved: The workspace is on the Team plan.");
	leave(pty);
	MUST("--store", cli, "workspace", "plan", "team");
	same_stores(store, cli);
}

/* What the plan has not is shown and closed; the name is open. */
TEST(what_the_plan_lacks_is_closed)
{
	const char *store = demo_store("lacks");
	struct pty *pty;

	MUST("--store", store, "workspace", "plan", "professional");
	pty = open_store(&small, store);
	keys(pty, ":workspace set<Enter>");
	shows(pty, "(needs the Team plan)");
	keys(pty, "<Tab><Space>");
	shows(pty, "Nothing is changed yet");
	keys(pty, "<S-Tab> Inc<F8>");
	shows(pty, "Saved: The workspace is called Acme Analytics Inc.");
	leave(pty);
}

/* The categories that are there are in the line, and taken out of it. */
TEST(a_list_is_a_line)
{
	const char *store = demo_store("list"), *cli = demo_store("list-cli");
	struct pty *pty;

	MUST("--store", store, "project", "set", "p-rev", "--category", "Finance",
	     "--category", "Product");
	pty = open_store(&small, store);
	keys(pty, "/revenue mod<Enter>:describe<Enter>");
	cursor_on(pty, "Description");
	keys(pty, "<Tab><Tab>");
	cursor_on(pty, "[Finance,Product");
	keys(pty, "<C-u> Product , Sales,<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	MUST("--store", cli, "project", "set", "p-rev", "--category", "Product",
	     "--category", "Sales");
	same_stores(store, cli);
}

/* A text of several lines, out of a file, is shown and stays: no field has lines. */
TEST(several_lines_are_closed)
{
	const char *store = demo_store("lines");
	struct pty *pty;
	char *out, *at;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	at = strstr(out, "Recognised and");
	assert_non_null(at);
	memcpy(at + strlen("Recognised"), "\\n", 2);
	put_file(in_room("lines.json"), out, strlen(out));
	free(out);
	MUST("--store", store, "workspace", "import", in_room("lines.json"),
	     "--yes");
	pty = open_store(&small, store);
	keys(pty, "/revenue mod<Enter>:rename<Enter>");
	shows(pty, "(several lines: on the command line)");
	keys(pty, "<C-u>Income model<F8>");
	shows(pty, "Saved: ");
	leave(pty);
}

TEST(they_fit)
{
	fits(":workspace set<Enter>", "Set the name");
	fits(":workspace plan<Enter><Left>", "Put the workspace");
}

RUN(CASE(the_settings_show_what_is), CASE(the_plan_says_what_it_was),
    CASE(what_the_plan_lacks_is_closed), CASE(a_list_is_a_line),
    CASE(several_lines_are_closed), CASE(they_fit))
