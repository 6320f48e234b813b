/* console_keys_test.c: the palette, help, layers, and how one leaves: by q, for a
 * while, and not by Ctrl-C. */
#include "tests/tty/console.h"

#include <sys/stat.h>
#include <unistd.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };

TEST(the_palette_opens_by_two_keys)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":");
	shows(pty, "Palette");
	keys(pty, "<Esc>");
	shows_not(pty, "Palette");
	keys(pty, "<C-p>");
	shows(pty, "Palette");
	is_fresh(pty);
	keys(pty, "<Backspace>");
	shows_not(pty, "Palette");
	leave(pty);
}

/* Words in any order, synonyms, keys; Enter runs. */
TEST(the_palette_finds_and_goes)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":tab secrets");
	shows(pty, "▌ Go to the tab Secrets");
	shows(pty, "or F3");
	keys(pty, "<Enter>");
	shows_not(pty, "Palette");
	row_shows(pty, 0, "[2 Secrets]");
	keys(pty, ":ilves dana");
	shows(pty, "▌ Go to Dana Ilves");
	keys(pty, "<Enter>");
	row_shows(pty, 0, "[4 Users]");
	cursor_on(pty, "▌ Dana Ilves");
	keys(pty, "<Backspace>");
	row_shows(pty, 0, "[2 Secrets]");
	keys(pty, ":zzzqqq");
	shows(pty, "Nothing is called so.");
	keys(pty, "<Esc>");
	leave(pty);
}

/* What cannot be done now is greyed and says why; Enter does not do it. */
TEST(greyed_entries_say_why)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":workspace restore");
	shows(pty, "on the command line: ");
	keys(pty, "<Enter>");
	shows(pty, "Palette");
	shows(pty, "only on the command line: workspace restore");
	keys(pty, "<Esc>");
	leave(pty);
}

/* As somebody else one only looks: every writing verb is greyed with that. */
/* What the palette says of a line is in labels: no option, no code. */
TEST(the_palette_speaks_no_codes)
{
	static const struct { const char *line, *says; } lines[] = {
		{ ":project share", "Run: project share: Project, [People], " },
		{ ":project share \"Revenue model\"<Enter>", "level is missing" },
		{ ":project share \"Revenue model\" bob@acme.example <lt><Enter>",
		  "Run: project share" },
		{ ":access project<Enter>", "project is missing" },
	};
	struct pty *pty = open_demo(&(struct pty_options){ .rows = 40,
							    .cols = 120 });
	size_t i;

	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		keys(pty, lines[i].line);
		shows(pty, lines[i].says);
		shows_not(pty, "--");
		keys(pty, "<Esc>");
	}
	keys(pty, ":project share \"Revenue model\" --user u-bob --level foo"
	     "<Enter>");
	shows(pty, "Say one of: App Only, Can View, Can Edit, Full Access");
	shows_not(pty, "can_edit");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(acting_as_greys_the_writes)
{
	const char *store = import_store("as", in_source("data/demo.json"));
	const char *argv[] = { program(), "--store", store, "--as",
			       "dana@acme.example", NULL };
	struct pty *pty = pty_start(&small, argv);

	row_shows(pty, 0, "AS DANA ILVES · Editor");
	keys(pty, ":project share");
	shows(pty, "not now: ");
	keys(pty, "<Esc>");
	/* she sees her own projects, not all */
	shows(pty, "Revenue model");
	shows_not(pty, "Headcount planning");
	keys(pty, "4");
	leave(pty);
}

TEST(a_command_is_previewed_in_the_palette)
{
	const char *store = demo_store("command");
	struct pty *pty = open_store(&small, store);

	keys(pty, ":group add \"Data Team\" dana@acme.example");
	shows(pty, "▌ Run: group add");
	keys(pty, "<Enter>");
	shows(pty, "If you do it");
	shows(pty, "+ Dana Ilves  View -> Edit  Revenue model       via Data Team");
	keys(pty, "y");
	shows(pty, "Saved: ");
	shows_not(pty, "Palette");
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-dana",
				 "p-rev", "can_edit"), 0);
	keys(pty, ":group add nosuch dana@acme.example<Enter>");
	shows(pty, "Palette");		/* it stays, with the error */
	shows(pty, "nosuch");
	keys(pty, "<Esc>");
	keys(pty, ":access check u-dana p-rev can_edit<Enter>");
	shows(pty, "Dana Ilves can edit Revenue model");
	keys(pty, "<Esc>");
	leave(pty);
}

/* This place's keys, those that move, the others; the wider the screen, the more. */
TEST(help_has_the_keys_of_this_place_first)
{
	static const struct pty_options wide = { .rows = 40, .cols = 120 };
	struct pty *pty = open_demo(&wide);
	int row;

	keys(pty, "?");
	row = pty_find(pty, "With Ad spend attribution (project)");
	assert_true(row > 0 && row < pty_find(pty, " S▐ "));
	assert_true(pty_find(pty, " S▐ ") < pty_find(pty, "Moving"));
	shows(pty, "Up Down");
	shows(pty, "PgUp PgDn");
	/* two columns: on the row of the first heading stands another key */
	assert_true(strlen(pty_row(pty, row)) > 70);
	shows(pty, "More with Ad spend attribution (project)");
	is_fresh(pty);
	keys(pty, "pgup");			/* moving keys are found, too */
	shows(pty, "A page");
	shows_not(pty, "Everywhere");
	keys(pty, "<C-u>panel shown<Enter>");
	shows_not(pty, "Keys and help");
	shows_not(pty, "PROJECT ");		/* it was run: the panel is all */
	keys(pty, "?<Resize:80x24>");
	shows(pty, "With Emil Costa (user)");	/* who has the focus there */
	is_fresh(pty);
	leave(pty);
}

TEST(help_is_about_the_focused_thing)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "?");
	shows(pty, "Keys and help");
	shows(pty, "With Ad spend attribution (project)");
	shows(pty, "Share Ad spend attribution with people and groups...");
	keys(pty, "downgr");
	shows(pty, "Panel: only those held");
	keys(pty, "<Esc>");
	shows_not(pty, "Keys and help");
	keys(pty, "1<F1>");
	shows(pty, "With Analytics warehouse (");
	is_fresh(pty);
	keys(pty, "<F10>");
	leave(pty);
}

/* What the palette does from a page happens on the desk below it. */
TEST(the_palette_over_a_page)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue model<Enter><Enter>");
	shows(pty, "Projects › Revenue model");
	keys(pty, "?");
	shows(pty, "With Revenue model (project)");
	keys(pty, "<Esc>");
	shows(pty, "Projects › Revenue model");
	keys(pty, ":tab secrets<Enter>");
	row_shows(pty, 0, "[2 Secrets]");
	cursor_on(pty, "▌ ADS_API_TOKEN");
	keys(pty, "5w:ilves dana<Enter>");
	cursor_on(pty, "▌ Dana Ilves");
	leave(pty);
}

/* Esc, Ctrl-G and Ctrl-C take one layer each and never end it. */
static void pops_one_layer(const char *esc)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/rev<Enter><Tab><Enter>");
	shows(pty, "Why \u00b7 Ravi Menon on Revenue forecast");
	keys(pty, "<C-p>");
	shows(pty, "Palette");
	keys(pty, esc);
	shows_not(pty, "Palette");
	shows(pty, "Why \u00b7 ");
	keys(pty, esc);
	shows_not(pty, "Why \u00b7 ");
	cursor_on(pty, "▌ Ravi Menon");
	keys(pty, esc);
	cursor_on(pty, "▌ Revenue forecast");
	row_shows(pty, 1, "/ rev");
	keys(pty, esc);
	row_shows(pty, 1, "16 of 16");
	keys(pty, esc);
	shows(pty, "q quits.");
	keys(pty, "s");
	keys(pty, esc);
	shows_not(pty, "Sort by");
	leave(pty);
}

TEST(esc_pops_one_layer)
{
	pops_one_layer("<Esc>");
}

TEST(ctrl_g_is_esc)
{
	pops_one_layer("<C-g>");
}

TEST(ctrl_c_is_esc)
{
	pops_one_layer("<C-c>");
}

TEST(q_leaves_and_restores)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "wq");		/* q on a page closes the page */
	row_shows(pty, 0, "[5 Projects]");
	shows(pty, "16 of 16");
	pty_feed(pty, "q", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	is_restored(pty);
	pty_stop(pty);
	pty = open_demo(&small);
	keys(pty, "p");
	pty_feed(pty, "\033[21~\033[21~", 10);	/* F10: the panel, then all */
	assert_int_equal(pty_end(pty, SOON), 0);
	is_restored(pty);
	pty_stop(pty);
}

/* A demo leaves nothing behind. */
TEST(the_demo_is_gone_after_it)
{
	char set[200];
	const char *env[] = { set, NULL };
	const struct pty_options options = { .env = env };
	struct pty *pty;

	snprintf(set, sizeof(set), "TMPDIR=%.100s", in_room("own"));
	assert_int_equal(mkdir(in_room("own"), 0700), 0);
	pty = open_demo(&options);
	assert_int_not_equal(rmdir(in_room("own")), 0);		/* it is there */
	leave(pty);
	assert_int_equal(rmdir(in_room("own")), 0);
}

/* Ctrl-Z gives the terminal back to a real shell; fg takes it again. */
TEST(ctrl_z_suspends_and_comes_back)
{
	char script[1600];
	const char *argv[] = { "bash", "-mc", script, program(), NULL };
	const char *left, *said, *back;
	char *modes;
	struct pty *pty;

	snprintf(script, sizeof(script), "\"$0\" demo; echo \"left $?\"; "
		 "stty -a > %s; fg > /dev/null; echo \"ended $?\"",
		 in_room("modes"));
	pty = pty_start(&small, argv);
	keys(pty, "jj");
	cursor_on(pty, "▌ Churn model");
	pty_forget(pty);
	keys(pty, "<C-z>");
	keys(pty, "j");
	left = strstr(pty_stream(pty, NULL), "\033[?1049l");
	assert_non_null(left);
	said = strstr(left, "left 148");		/* 128 + SIGTSTP */
	assert_non_null(said);
	back = strstr(said, "\033[?1049h");
	assert_non_null(back);
	assert_true(pty_on_alternate_screen(pty));
	cursor_on(pty, "▌ Cohort explorer");
	is_fresh(pty);
	modes = read_file(in_room("modes"), NULL);
	assert_non_null(strstr(modes, " icanon"));
	assert_non_null(strstr(modes, " echo "));
	free(modes);
	pty_feed(pty, "q", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	shows(pty, "ended 0");
	is_restored(pty);
	pty_stop(pty);
}

RUN(CASE(the_palette_opens_by_two_keys), CASE(the_palette_finds_and_goes),
    CASE(greyed_entries_say_why), CASE(the_palette_speaks_no_codes),
    CASE(acting_as_greys_the_writes),
    CASE(a_command_is_previewed_in_the_palette),
    CASE(help_has_the_keys_of_this_place_first),
    CASE(help_is_about_the_focused_thing), CASE(the_palette_over_a_page),
    CASE(esc_pops_one_layer),
    CASE(ctrl_g_is_esc), CASE(ctrl_c_is_esc), CASE(q_leaves_and_restores),
    CASE(the_demo_is_gone_after_it), CASE(ctrl_z_suspends_and_comes_back))
