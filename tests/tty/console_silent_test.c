/* console_silent_test.c: no key is pressed in vain without a word, and what was said can
 * be read again. */
#include "tests/tty/console.h"

static const struct pty_options usual = { .rows = 40, .cols = 120 };
static const struct pty_options small = { .rows = 24, .cols = 80 };

/* Text, place of the cursor and what is lit. */
static char *look(struct pty *pty)
{
	size_t n = 0;
	char *screen = pty_screen(pty), *out = NULL;
	int rows = pty_rows(pty), cols = pty_cols(pty), row, col;
	FILE *file = open_memstream(&out, &n);
	bool seen;

	assert_non_null(file);
	fputs(screen, file);
	for (row = 0; row < rows; row++)
		for (col = 0; col < cols; col++)
			fprintf(file, "%u", pty_cell_style(pty, row, col));
	pty_cursor(pty, &row, &col, &seen);
	fprintf(file, "%d %d %d", row, col, seen);
	fclose(file);
	free(screen);
	return out;
}

/* Each printable key, and then back to the list. */
static void no_key_is_silent(struct pty *pty, const char *tab)
{
	char key[8], *before, *after;
	int c;

	for (c = '!'; c < 0x7f; c++) {
		if (c == 'q')
			continue;		/* leaves */
		keys(pty, "<C-g><C-g><C-g><C-g>");
		keys(pty, tab);
		keys(pty, "<Home><Down><C-g>");
		before = look(pty);
		snprintf(key, sizeof(key), c == '<' ? "<lt>" : "%c", c);
		keys(pty, key);
		after = look(pty);
		if (strcmp(before, after) == 0)
			fprintf(stderr, "%c on tab %s does nothing\n", c, tab);
		/* one may be on the tab already */
		if (c != tab[0])
			assert_true(strcmp(before, after) != 0);
		free(before);
		free(after);
		if (c == 'p')
			keys(pty, "<C-g>pp");
	}
}

TEST(on_the_lists)
{
	static const char *const tab[] = { "1", "2", "3", "5", "54", "54o" };
	struct pty *pty;
	size_t t;

	for (t = 0; t < sizeof(tab) / sizeof(tab[0]); t++) {
		pty = open_demo(&small);
		no_key_is_silent(pty, tab[t]);
		pty_stop(pty);
	}
}

TEST(an_unknown_key_says_so)
{
	struct pty *pty = open_demo(&usual);

	keys(pty, "z");
	row_shows(pty, -2, "No key \"z\" here. ? shows the keys.");
	keys(pty, "j");				/* gone with the next key */
	row_shows(pty, -2, "t what-if");
	keys(pty, "<F7>");
	row_shows(pty, -2, "No key F7 here.");
	keys(pty, "<C-t>");
	row_shows(pty, -2, "No key Ctrl-T here.");
	keys(pty, "5<Raw:c3a9>");
	row_shows(pty, -2, "No key \"\303\251\" here.");
	/* on pages and in menus, too */
	keys(pty, "wz");
	row_shows(pty, -2, "No key \"z\" here.");
	keys(pty, "<C-g>.z");
	row_shows(pty, -2, "No key \"z\" here.");
	keys(pty, "<C-g>hz");
	row_shows(pty, -2, "No key \"z\" here.");
	leave(pty);
}

/* Nor on a page of text, whose lines end where they end, and no further. */
TEST(a_text_is_walked_to_its_edges)
{
	struct pty *pty = open_demo(&small);
	int i;

	keys(pty, ":workspace show<Enter>");
	row_shows(pty, pty_find(pty, "default connection"), "Snowflake prod");
	shows(pty, "acme-analytics");		/* a last column goes on below itself */
	keys(pty, "<Esc>:project list<Enter>");
	row_shows(pty, pty_find(pty, "p-ads"), "\u2026");
	keys(pty, "z");
	row_shows(pty, -1, "No such key here.");
	keys(pty, "<Down>");
	row_shows(pty, -1, "arrows, PgDn move");
	for (i = 0; i < 30; i++)
		keys(pty, "<Right>");
	shows(pty, "In development");	/* its end, and it stays in sight */
	for (i = 0; i < 30; i++)
		keys(pty, "<Left>");
	shows(pty, "p-ads");
	leave(pty);
}

TEST(what_was_said_is_not_hidden)
{
	struct pty *pty = open_demo(&usual);

	keys(pty, "P");
	row_shows(pty, -2, "Pinned: ");
	keys(pty, "z");
	row_shows(pty, -2, "Pinned: ");
	leave(pty);
}

TEST(messages_are_kept)
{
	struct pty *pty = open_demo(&usual);
	int first, second;

	keys(pty, ":messages<Enter>");
	row_shows(pty, -2, "Nothing was said yet.");
	keys(pty, "PPz:messages<Enter>");
	shows(pty, "Messages of this session, newest first");
	first = pty_find(pty, "Unpinned: ");
	second = pty_find(pty, "  Pinned: ");
	assert_true(first > 0 && second > first);
	shows_not(pty, "No key \"z\"");
	keys(pty, "c");
	shows(pty, "Copied");
	leave(pty);
}

TEST(inside_tmux_esc_has_a_twin)
{
	static const char *const env[] = { "TMUX=/tmp/none,1,0", NULL };
	const struct pty_options options = { .rows = 24, .cols = 80,
					     .env = env };
	struct pty *pty = open_demo(&options);

	keys(pty, "w<Esc>");
	row_shows(pty, -2, "Ctrl-G does the same at once");
	keys(pty, "<C-g>w<Esc>");
	shows_not(pty, "Ctrl-G");		/* once */
	leave(pty);
	pty = open_demo(&small);
	keys(pty, "w<Esc>");
	shows_not(pty, "Ctrl-G");
	leave(pty);
}

/* Never an empty one: headings and settings have theirs, too. */
TEST(every_row_has_a_menu)
{
	static const char *const tab[] = { "1", "2", "3", "4", "o", "5" };
	struct pty *pty = open_demo(&usual);
	size_t t;
	int row;

	for (t = 0; t < sizeof(tab) / sizeof(tab[0]); t++) {
		keys(pty, tab[t]);
		keys(pty, "<Home>");
		do {
			row = cursor_row(pty);
			keys(pty, ".");
			row_shows(pty, -1, "Enter do it");
			keys(pty, "<C-g>j");
		} while (cursor_row(pty) != row);
	}
	keys(pty, "3g");
	cursor_on(pty, "Hex API");
	keys(pty, ".<Enter>");
	shows(pty, "Enable API access");
	keys(pty, "<C-g>jj<Enter>");		/* Enter changes what is no thing */
	shows(pty, "Longest token life");
	keys(pty, "<C-g>.");
	shows(pty, "Change the settings");
	keys(pty, "<C-g>j.n");
	shows(pty, "Add a package");
	keys(pty, "<C-g>jj<Enter>");
	shows(pty, "Connect a Git provider");
	shows(pty, "(*) GitHub Enterprise Server");
	leave(pty);
}

/* A menu is called as its row is, also where that is no record of the store. */
TEST(every_menu_has_the_name_of_its_row)
{
	static const struct { const char *keys, *title; } menus[] = {
		{ "3.", "\u250c\u2500 Hex API \u2500" },
		{ "3<Down>.", "\u250c\u2500 Hex API \u2500" },
		{ "3/git pack<Enter>.", "\u250c\u2500 Git package import \u2500" },
		{ "3/server<Enter>.", "\u250c\u2500 GitHub Enterprise Server \u2500" },
		{ "3/ml-u<Enter>.", "\u250c\u2500 ml-utils \u2500" },
	};
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(menus) / sizeof(menus[0]); i++) {
		pty = open_demo(&small);
		keys(pty, menus[i].keys);
		shows(pty, menus[i].title);
		leave(pty);
	}
}

/* A word that is typed to its end comes before a name that only begins so. */
TEST(the_plan_is_no_planning)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":plan");
	row_shows(pty, 3, "Put the workspace on another plan...");
	shows(pty, "Go to project Headcount planning");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Nobody is "in Admins only": that is no group. */
TEST(what_only_Admins_have_is_said_so)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "1/billing<Enter>");
	row_shows(pty, pty_find(pty, "\u258c Bob Stein"), "1 project  Admins only");
	shows_not(pty, "not in Admins");
	keys(pty, "<Esc>/snow<Enter>");
	shows(pty, "not in Data Team");
	leave(pty);
}

RUN(CASE(on_the_lists), CASE(every_row_has_a_menu), CASE(an_unknown_key_says_so), CASE(a_text_is_walked_to_its_edges),
    CASE(what_was_said_is_not_hidden), CASE(messages_are_kept),
    CASE(inside_tmux_esc_has_a_twin),
    CASE(every_menu_has_the_name_of_its_row),
    CASE(the_plan_is_no_planning),
    CASE(what_only_Admins_have_is_said_so))
