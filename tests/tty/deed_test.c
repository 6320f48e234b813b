/* deed_test.c: a deed that is asked for once more (a deletion, marks, a fix, an undo)
 * stands beside what would come of it, or above it; nothing is said twice, who loses
 * comes first, and a reflex does nothing. */
#include "tests/tty/console.h"

static const int size[][2] = { { 10, 40 }, { 20, 60 }, { 24, 80 }, { 30, 100 },
			       { 40, 120 }, { 50, 160 } };

static const struct { const char *keys, *title, *words; } deed[] = {
	{ "1/snow<Enter>d", "Delete Snow", "! Snowflake prod is the default" },
	{ "4o/finan<Enter>d", "Delete Finance", "6 members. 2 projects lose a" },
	{ "/revenue mod<Enter>d", "Delete Revenue model", "would be in the" },
	{ "/reverse<Enter>d", "Delete Reverse", "! deleting Reverse logistics" },
	{ "4<Space><Space><Space>:user role (marked) viewer<Enter>",
	  "Change 3 users' role", "3 users: 2 change, 1 already has" },
	{ "4<Space><Space>d", "Deactivate 2 users", "2 users: 2 change" },
	{ "<Space><Space>d", "Move 2 projects", "2 projects: 1 changes" },
	{ "f1", "Fix access of Emil Costa", "Fix for Emil Costa on Ad spend" },
	{ ":user role u-bob editor<Enter>yu", "Undo the last change",
	  "Bob Stein would be Viewer" },
	{ "t:user role u-emil editor<Enter>", "Change Emil Costa's role",
	  "Emil Costa would be Editor." },
};

static struct pty *demo_of(int rows, int cols)
{
	const struct pty_options options = { .rows = rows, .cols = cols };

	return open_demo(&options);
}

static int times(struct pty *pty, const char *text)
{
	char *screen = pty_screen(pty), *at = screen;
	int n = 0;

	while ((at = strstr(at, text)) != NULL) {
		at += strlen(text);
		n++;
	}
	free(screen);
	return n;
}

/* A warning is red by its sign alone: what follows may be a name. */
TEST(a_warning_is_red_by_its_sign)
{
	static const char *const keys_of[] = { "1/snow<Enter>d",
		"4/elif<Enter>:user deactivate u-elif<Enter>" };
	size_t i;

	for (i = 0; i < sizeof(keys_of) / sizeof(*keys_of); i++) {
		struct pty *pty = demo_of(40, 120);
		int row, col;

		keys(pty, keys_of[i]);
		row = pty_find(pty, "! ");
		assert_in_range(row, 1, 39);
		col = col_of(pty, row, "! ");
		assert_true(pty_cell_style(pty, row, col) & PTY_COLOUR);
		assert_false(pty_cell_style(pty, row, col + 2) & PTY_COLOUR);
		leave(pty);
	}
}

/* The frame is whole, and the buttons are its last row. */
static void is_whole(struct pty *pty, const char *title)
{
	int row = pty_find(pty, "  Esc ]"), at;

	row_shows(pty, 1, "┌─ ");
	if (pty_cols(pty) >= 60)
		row_shows(pty, 1, title);
	assert_true(row > 1);
	row_shows(pty, row + 1, "└─");
	for (at = 2; at <= row; at++)
		assert_true(strncmp(pty_row(pty, at), "│", 3) == 0 ||
			    strncmp(pty_row(pty, at), "├", 3) == 0);
	if (pty_cols(pty) >= 100)
		row_shows(pty, 1, "┐│ ");
	else
		assert_null(strstr(pty_row(pty, 1), "┐│"));
}

TEST(every_deed_fits_every_size)
{
	struct pty *pty;
	size_t s, i;

	for (s = 0; s < sizeof(size) / sizeof(size[0]); s++)
		for (i = 0; i < sizeof(deed) / sizeof(deed[0]); i++) {
			pty = demo_of(size[s][0], size[s][1]);
			keys(pty, deed[i].keys);
			is_whole(pty, deed[i].title);
			if (size[s][1] >= 80)
				assert_int_equal(times(pty, deed[i].words), 1);
			is_fresh(pty);
			pty_stop(pty);
		}
}

/* Those who lose are the first that one sees, however little room there is. */
TEST(who_loses_comes_first)
{
	struct pty *pty;
	size_t s;
	int row;

	for (s = 0; s < sizeof(size) / sizeof(size[0]); s++) {
		pty = demo_of(size[s][0], size[s][1]);
		keys(pty, "4o/finan<Enter>d");
		shows(pty, "4 people lose");
		row = pty_find(pty, "- Bob Stein");
		assert_true(row > 1);
		assert_true(row <= pty_find(pty, "- Dana Ilves") - 1);
		if (size[s][1] >= 60) {
			row_shows(pty, row + 3, "- Vera Popov");
			row_shows(pty, row + 4, "  Quinn Baker");
		}
		keys(pty, "<Esc>");
		pty_stop(pty);
	}
}

/* Back has the keys; y is no reflex, and one that takes many wants a name. */
TEST(a_reflex_does_nothing)
{
	static const char *const reflex[] = { "<Enter>", "<Space>", "<Esc>", "n" };
	struct pty *pty = demo_of(24, 80);
	size_t i;

	for (i = 0; i < sizeof(reflex) / sizeof(reflex[0]); i++) {
		keys(pty, "5<Space><Space>d");
		cursor_on(pty, "[ Back  Esc ]");
		keys(pty, reflex[i]);
		shows(pty, "Nothing was changed");
		keys(pty, "<Esc><Esc>");	/* no marks */
	}
	leave(pty);
}

/* The rows are a stop: Enter there tells why, and comes back. */
TEST(the_rows_are_reached)
{
	struct pty *pty = demo_of(40, 120);

	keys(pty, "4o/finan<Enter>d<S-Tab>");
	cursor_on(pty, "▌- Bob Stein");
	keys(pty, "<Down>");
	cursor_on(pty, "▌- Dana Ilves");
	shows(pty, "Then: Dana Ilves has no access to Invoice audit");
	keys(pty, "<Enter>");
	shows(pty, "Why · Dana Ilves on Invoice audit");
	keys(pty, "<Esc>");
	shows(pty, "Delete Finance");
	cursor_on(pty, "▌- Dana Ilves");
	keys(pty, "<Tab>");
	cursor_on(pty, "[ Back  Esc ]");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Words that have no room are read by arrows. */
TEST(the_words_are_read_to_their_end)
{
	struct pty *pty = demo_of(24, 80);

	keys(pty, "5*d");
	shows(pty, "16 projects: 2 change, 0 already have it, 14 blocked");
	shows(pty, "more ");
	shows_not(pty, "Board pack would be in the trash");
	keys(pty, "<PgDn><PgDn><PgDn>");
	shows(pty, "Board pack would be in the trash");
	shows_not(pty, "16 projects: 2 change");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* What would be refused stands beside the thing as it is. */
TEST(a_refusal_stands_beside_the_thing)
{
	struct pty *pty = demo_of(40, 120);

	keys(pty, "/revenue forec<Enter>d");
	row_shows(pty, 1, "It cannot be done");
	row_shows(pty, 1, "Revenue forecast: who can do what");
	cursor_on(pty, "[ Close  Esc ]");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(every_deed_fits_every_size), CASE(who_loses_comes_first),
    CASE(a_reflex_does_nothing), CASE(a_warning_is_red_by_its_sign), CASE(the_rows_are_reached),
    CASE(the_words_are_read_to_their_end),
    CASE(a_refusal_stands_beside_the_thing))
