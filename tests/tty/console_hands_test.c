/* console_hands_test.c: the row's menu, new things, links, columns, copying, bare
 * text: by the keys that are shown. */
#include "tests/tty/console.h"

#include <sys/stat.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options tiny = { .rows = 10, .cols = 40 };

/* Maya, who is an Admin, owns Board pack and may not edit Churn model. */
TEST(the_menu_lists_the_verbs_with_their_keys)
{
	struct pty *pty = open_demo(&small);
	int share, delete;

	keys(pty, "/board<Enter>.");
	shows(pty, "▌ Open");
	share = pty_find(pty, "Share  ");
	delete = pty_find(pty, "Delete  ");
	assert_true(share > 0 && delete > share);
	row_shows(pty, share, " S ");
	row_shows(pty, delete, " d ");
	shows(pty, "Archive");
	cursor_on(pty, "▌ Open");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows_not(pty, "▌ Open");
	cursor_on(pty, "▌ Board pack");
	keys(pty, ".S");		/* its keys work in it */
	shows(pty, "Share Board pack");
	keys(pty, "<Esc>.<Enter>");
	shows(pty, "Projects › Board pack");
	leave(pty);
}

TEST(greyed_entries_stand_in_the_menu_with_their_reason)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/churn<Enter>.");
	row_shows(pty, pty_find(pty, "  Share  "),
		  "(needs Can Edit)");
	row_shows(pty, pty_find(pty, "  Rename  "), "(needs Full Access)");
	shows_not(pty, "you have");
	keys(pty, "<Down>");		/* the foot says it in full */
	shows(pty, "sharing Churn model needs Can Edit; you have No ");
	shows(pty, "Way out: take Full Access (audited)");
	shows(pty, "▌ Share");
	keys(pty, "S");			/* its form is there to be read */
	shows(pty, "─ read only ─");
	shows(pty, "F takes Full Access (audited)");
	keys(pty, "<Esc>.d");		/* it has none: not done */
	shows(pty, "▌ Delete");
	shows(pty, "deleting Churn model needs Full Access");
	keys(pty, "<Esc>/<C-u>board pack<Enter>.");
	row_shows(pty, pty_find(pty, "Restore from trash"), "(Board pack is not");
	row_shows(pty, pty_find(pty, "Unarchive"), "(it is so already)");
	keys(pty, "<Esc>1.");
	row_shows(pty, pty_find(pty, "Clear default"), "(it is not the default)");
	row_shows(pty, pty_find(pty, "Set as default"), "D");
	leave(pty);
}

/* One who only reads sees all entries, and why not. */
TEST(the_menu_hides_nothing_from_those_who_may_not)
{
	const char *store = import_store("menu-as", in_source("data/demo.json"));
	const char *argv[] = { program(), "--store", store, "--as",
			       "dana@acme.example", NULL };
	struct pty *pty = pty_start(&small, argv);

	keys(pty, "/revenue mod<Enter>.");
	row_shows(pty, pty_find(pty, "  Share  "), "(acting as ");
	row_shows(pty, pty_find(pty, "  Delete  "), "(acting as ");
	leave(pty);
}

TEST(the_menu_works_where_there_is_little_room)
{
	struct pty *pty = open_demo(&tiny);

	keys(pty, "/board<Enter>.");
	shows(pty, "▌ Open");
	shows(pty, "↓ ");
	keys(pty, "<End>");
	cursor_on(pty, "▌ Delete");
	shows(pty, "↑ ");
	keys(pty, "<Enter>");
	shows(pty, "Delete Board pack");
	is_fresh(pty);
	leave(pty);
}

TEST(n_makes_what_the_list_shows)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "n");
	shows(pty, "New project");
	keys(pty, "<Esc>4n");
	shows(pty, "Add people");
	keys(pty, "<Esc>on");
	shows(pty, "New group");
	keys(pty, "Auditors<F8>");
	shows(pty, "Saved: ");
	shows(pty, "Auditors");
	leave(pty);
}

TEST(n_works_on_an_empty_list)
{
	const char *store = in_room("none");
	struct pty *pty;

	MUST("--store", store, "workspace", "init", "--name", "None", "--plan",
	     "team", "--admin", "ana@none.example");
	pty = open_store(&small, store);
	shows(pty, "No projects yet. n creates the first one");
	keys(pty, "n");
	shows(pty, "New project");
	leave(pty);
}

/* Left and Right walk the cells that lead on; Enter follows. */
TEST(cells_are_links)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/board<Enter><Right>");
	assert_true(cursor_col(pty) > 20);
	assert_true(pty_cell_style(pty, cursor_row(pty), cursor_col(pty)) &
		    PTY_UNDERLINE);
	keys(pty, "<Enter>");			/* the owner */
	row_shows(pty, 0, "[4 Users]");
	cursor_on(pty, "▌ Faye Wong");
	keys(pty, "<Backspace><Right><Enter>");	/* shared with */
	shows(pty, "Share Board pack");
	keys(pty, "<Esc><Right>");
	assert_true(cursor_col(pty) >= 77);	/* the three dots */
	cursor_on(pty, "⋯");
	keys(pty, "<Enter>");
	shows(pty, "▌ Open");
	keys(pty, "<Esc>1/snow<Enter><Right><Enter>");
	shows(pty, "Groups with access: Snowflake prod");
	keys(pty, "<Esc><Right><Enter>");
	shows(pty, "Snowflake prod › Usage");
	leave(pty);
}

static void usage_leads_on(const struct pty_options *at)
{
	struct pty *pty = open_demo(at);

	keys(pty, "1/snow<Enter>l");
	shows(pty, "Imported by 3 projects");
	cursor_on(pty, "▌ ");
	keys(pty, "<Enter>");
	shows(pty, "Backspace comes back.");
	keys(pty, "<Backspace>");
	shows(pty, "Imported by 3 projects");	/* the page it was followed from */
	cursor_on(pty, "▌ Customer 360");
	keys(pty, "<Backspace>");
	cursor_on(pty, "▌ Snowflake prod");
	keys(pty, "5l");
	shows(pty, "Usage is of assets");
	leave(pty);
}

TEST(usage_lists_the_importing_projects)
{
	usage_leads_on(&small);
	usage_leads_on(&tiny);
}

/* On a thing's own page its keys work, and Backspace closes no more than the page. */
TEST(a_page_has_the_keys_of_its_thing)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/board<Enter><Right><Enter><Backspace><Left><Enter>");
	shows(pty, "Projects › Board pack");
	keys(pty, "S");
	shows(pty, "Share Board pack");
	keys(pty, "<Esc>.");
	shows(pty, "▌ Open");
	keys(pty, "<Esc>d");
	shows(pty, "Board pack would be in the trash");
	keys(pty, "<Esc>");
	shows(pty, "Projects › Board pack");
	keys(pty, "<Backspace>");
	shows_not(pty, "Projects › Board pack");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "▌ Board pack");
	leave(pty);
}

static void columns_can_go(const struct pty_options *at)
{
	struct pty *pty = open_demo(at);

	keys(pty, "4");
	shows(pty, "ROLE");
	keys(pty, "O");
	shows(pty, "[x] ROLE");
	keys(pty, "<Space>");
	shows(pty, "[x] USER");		/* it stays */
	keys(pty, "j<Space>");
	shows(pty, "[ ] ROLE");
	is_fresh(pty);
	keys(pty, "<Esc>");
	assert_null(strstr(pty_row(pty, 2), "ROLE"));
	keys(pty, "5");
	keys(pty, "4O");
	shows(pty, "[ ] ROLE");
	keys(pty, "a<Esc>");
	row_shows(pty, 2, "ROLE");
	leave(pty);
}

TEST(columns_can_be_hidden)
{
	columns_can_go(&small);
	columns_can_go(&tiny);
}

/* From one session to the next, in a file for nobody else. */
TEST(columns_and_order_are_remembered)
{
	char set[200], store[200];
	const char *env[] = { set, NULL };
	const struct pty_options options = { .env = env };
	struct stat info;
	struct pty *pty;
	char *text;

	snprintf(store, sizeof(store), "%s",
		 import_store("remember", in_source("data/demo.json")));
	snprintf(set, sizeof(set), "XDG_STATE_HOME=%.100s", in_room("state"));
	pty = open_store(&options, store);
	keys(pty, "4Oj<Space><Esc>sG<Up><Enter>/dana<Enter>");
	row_shows(pty, 1, "sort active ▲");
	leave(pty);
	assert_int_equal(stat(in_room("state/gatehouse/view"), &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_int_equal(stat(in_room("state/gatehouse"), &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
	text = read_file(in_room("state/gatehouse/view"), NULL);
	assert_string_equal(text, "users_groups user sort active up\n"
			    "users_groups user hide role\n");
	free(text);
	pty = open_store(&options, store);
	keys(pty, "4");
	row_shows(pty, 1, "sort active ▲");
	row_shows(pty, 1, "40 of 40");		/* the filter is not kept */
	assert_null(strstr(pty_row(pty, 2), "ROLE"));
	leave(pty);
	/* the mouse, once asked for */
	pty = open_store(&options, store);
	keys(pty, "m");
	leave(pty);
	pty = open_store(&options, store);
	pty_forget(pty);
	keys(pty, "m");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	leave(pty);
	/* what cannot be understood is passed by */
	put_file(in_room("state/gatehouse/view"), "users_groups user sort\n"
		   "x\nprojects project hide nosuch owner title\n\377\n", 66);
	pty = open_store(&options, store);
	assert_null(strstr(pty_row(pty, 2), "OWNER"));
	row_shows(pty, 2, "PROJECT");
	leave(pty);
}

/* What was sent for the clipboard, decoded; free it. */
static char *clipboard(struct pty *pty)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = strstr(pty_stream(pty, NULL), "\033]52;c;");
	char *out;
	unsigned bits = 0, n = 0;
	size_t len = 0;

	assert_non_null(at);
	out = calloc(strlen(at) + 1, 1);
	assert_non_null(out);
	for (at += 7; *at != '\a' && *at != '='; at++) {
		assert_non_null(strchr(digit, *at));
		bits = bits << 6 | (unsigned)(strchr(digit, *at) - digit);
		n += 6;
		if (n >= 8) {
			n -= 8;
			out[len++] = (char)(bits >> n & 255);
		}
	}
	return out;
}

static void copies(struct pty *pty, const char *press, const char *want,
		   const char *said)
{
	char *text;

	pty_forget(pty);
	keys(pty, press);
	text = clipboard(pty);
	assert_non_null(strstr(text, want));
	shows(pty, said);
	free(text);
}

TEST(c_copies_and_says_what)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue mod<Enter>");
	copies(pty, "c", "Revenue model: owner maya, ", "Copied by OSC 52: the row, ");
	shows(pty, "A terminal does not confirm it.");
	is_fresh(pty);
	keys(pty, "<Tab>/dana<Enter>");
	copies(pty, "c", "Dana Ilves can view Revenue model. ",
	       "Copied by OSC 52: the answer, ");
	copies(pty, "c", "Set by: the grant of Finance on Revenue model; Groups "
	       "with access of Snowflake prod. For Can Edit ask Maya Lindqvist "
	       "for one of these: share Snowflake prod with Finance (2 others "
	       "gain); ", "Copied by OSC 52: the answer, ");
	keys(pty, "w");
	copies(pty, "c", "Set by: the grant of Finance on Revenue model; ",
	       "Copied by OSC 52: the answer, ");
	keys(pty, "<Esc>");
	keys(pty, "<Esc><Esc>4/dana<Enter>");
	copies(pty, "c", "Dana Ilves <dana@acme.example>",
	       "Copied by OSC 52: name and e-mail, 30 bytes");
	keys(pty, "<Enter>");
	copies(pty, "c", "dana@acme.example", "Copied by OSC 52: Dana Ilves, ");
	keys(pty, "<Esc>1l");
	copies(pty, "c", "Imported by 5 projects",
	       "Copied by OSC 52: Analytics warehouse, ");
	leave(pty);
}

/* The mask goes nowhere, and there is nothing else to go. */
TEST(a_secrets_row_is_copied_without_its_value)
{
	struct pty *pty = open_demo(&small);
	char *text;

	keys(pty, "2");
	pty_forget(pty);
	keys(pty, "c");
	text = clipboard(pty);
	assert_non_null(strstr(text, "ADS_API_TOKEN: "));
	assert_null(strstr(text, "value"));
	assert_null(strchr(text, '*'));
	free(text);
	leave(pty);
}

TEST(inside_screen_it_goes_in_pieces)
{
	static const char *const env[] = { "STY=1.pts-0", NULL };
	const struct pty_options options = { .env = env };
	struct pty *pty = open_demo(&options);

	pty_forget(pty);
	keys(pty, "c");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033P\033]52;c;"));
	shows(pty, "Copied by OSC 52: the row, ");
	leave(pty);
}

/* Nothing but the text; and the mouse is the terminal's meanwhile. */
TEST(bare_text_for_the_terminals_own_selection)
{
	static const struct pty_options wide = { .rows = 24, .cols = 120 };
	struct pty *pty = open_demo(&wide);

	pty_forget(pty);
	keys(pty, "C");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000l"));
	row_shows(pty, 0, "PROJECT");
	row_shows(pty, 1, "Ad spend attribution");
	shows_not(pty, "[5 Projects]");
	shows_not(pty, " held");
	row_shows(pty, -1, " key returns");
	is_fresh(pty);
	pty_forget(pty);
	keys(pty, "x");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	row_shows(pty, 0, "[5 Projects]");
	keys(pty, "4C<PgDn>");
	assert_null(strstr(pty_row(pty, 0), "USER"));
	keys(pty, "<PgUp>");
	row_shows(pty, 0, "USER");
	keys(pty, "qw");
	shows(pty, "Why \u00b7 ");
	keys(pty, "C");
	shows_not(pty, "Why \u00b7 ");
	keys(pty, "<Enter>");
	shows(pty, "Why \u00b7 ");
	leave(pty);
}

/* Colour says nothing that words do not. */
TEST(no_colour_same_text)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	static const char *const at[] = { ".", "1l", "O", "4<Space>jj+dat", "C" };
	const struct pty_options mono = { .env = env };
	char *with, *without;
	size_t i;

	for (i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		struct pty *pty = open_demo(&small), *plain = open_demo(&mono);

		keys(pty, at[i]);
		keys(plain, at[i]);
		with = pty_screen(pty);
		without = pty_screen(plain);
		assert_string_equal(with, without);
		free(with);
		free(without);
		leave(pty);
		leave(plain);
	}
}

TEST(ascii_is_enough)
{
	const struct pty_options ascii = { .locale = "C" };
	struct pty *pty = open_demo(&ascii);
	char *text, *s;

	keys(pty, "4<Space>.");
	text = pty_screen(pty);
	for (s = text; *s; s++)
		assert_true((unsigned char)*s < 0x80);
	assert_non_null(strstr(text, " *Amir Haddad"));
	free(text);
	leave(pty);
}

RUN(CASE(the_menu_lists_the_verbs_with_their_keys),
    CASE(greyed_entries_stand_in_the_menu_with_their_reason),
    CASE(the_menu_hides_nothing_from_those_who_may_not),
    CASE(the_menu_works_where_there_is_little_room),
    CASE(n_makes_what_the_list_shows), CASE(n_works_on_an_empty_list),
    CASE(cells_are_links), CASE(usage_lists_the_importing_projects),
    CASE(a_page_has_the_keys_of_its_thing), CASE(columns_can_be_hidden),
    CASE(columns_and_order_are_remembered), CASE(c_copies_and_says_what),
    CASE(a_secrets_row_is_copied_without_its_value),
    CASE(inside_screen_it_goes_in_pieces),
    CASE(bare_text_for_the_terminals_own_selection), CASE(no_colour_same_text),
    CASE(ascii_is_enough))
