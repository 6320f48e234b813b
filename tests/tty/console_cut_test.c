/* console_cut_test.c: what has no room is cut with a sign, and can be read to its end. */
#include <string.h>

#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options size[] = {
	{ .rows = 10, .cols = 40 }, { .rows = 20, .cols = 60 },
	{ .rows = 24, .cols = 80 }
};

/* The row of the frame at this corner, from there on. */
static int row_of(struct pty *pty, const char *corner, int from)
{
	int row;

	for (row = from; row < pty_rows(pty); row++)
		if (strstr(pty_row(pty, row), corner))
			return row;
	return -1;
}

/* No row of the frame between these ends in the sign of what is cut. */
static void none_is_cut(struct pty *pty, int from, int to)
{
	const char *at, *end;

	for (; from < to; from++) {
		at = strstr(pty_row(pty, from), "\u2502");
		end = at ? strstr(at + 1, "\u2502") : NULL;
		while (end && end[-1] == ' ')
			end--;
		assert_true(!end || end - at < 6 ||
			    memcmp(end - 3, "\u2026", 3) != 0);
	}
}

/* Entries begin below the focused one, beyond two blanks; the foot does not. */
static int entries_end(struct pty *pty, int row, int bottom)
{
	const char *at;

	for (row++; row < bottom; row++) {
		at = strstr(pty_row(pty, row), "\u2502");
		if (at && strncmp(at + 3, "   ", 3) != 0)
			break;
	}
	return row;
}

/* Of each entry of a menu the foot says all: why it is greyed, and the way out. */
static void menu_is_read(struct pty *pty, const char *open)
{
	int last = -1, row, bottom;

	keys(pty, open);
	while ((row = cursor_row(pty)) != last || pty_find(pty, "\u2193 ") >= 0) {
		bottom = row_of(pty, "\u2514", row);
		assert_true(bottom > row);
		none_is_cut(pty, entries_end(pty, row, bottom), bottom);
		last = row;
		keys(pty, "<Down>");
	}
	keys(pty, "<Esc>");
}

TEST(the_reason_of_a_greyed_entry_is_read_to_its_end)
{
	static const char *const open[] = { "5.", "1<Home>.", "2<Home>.",
					    "4<Home>.", "4o<Home>." };
	struct pty *pty;
	size_t s, i;

	for (s = 0; s < COUNT_OF(size); s++) {
		pty = open_demo(&size[s]);
		for (i = 0; i < COUNT_OF(open); i++)
			menu_is_read(pty, open[i]);
		keys(pty, "<Esc>5.<Down>");
		shows(pty, "(audited): F ");
		pty_stop(pty);
	}
}

/* A reason that is told by three letters is none. */
TEST(a_reason_without_room_is_a_sign)
{
	struct pty *pty = open_demo(&size[0]);

	keys(pty, ".");
	row_shows(pty, pty_find(pty, "Share with workspace"), "(\u2026)");
	pty_stop(pty);
}

/* What can only be looked at says at any size which key leads out of it. */
TEST(read_only_names_its_key)
{
	struct pty *pty;
	size_t s;

	for (s = 0; s < COUNT_OF(size); s++) {
		pty = open_demo(&size[s]);
		keys(pty, "S");
		row_shows(pty, -1, "F take access");
		row_shows(pty, 1, "Share Ad spend attri");
		if (size[s].cols == 40)
			row_shows(pty, 1, "\u2026 ");	/* is said to be cut */
		shows(pty, "\u2502 \u258c Elif Demir");	/* the focus has its row */
		pty_stop(pty);
	}
}

/* Entries of the palette are told apart, and the foot says the focused one's whole. */
TEST(a_long_target_gives_way_to_what_is_done)
{
	struct pty *pty = open_demo(&size[2]);

	keys(pty, ":");
	shows(pty, "with people and groups");
	shows(pty, "with the whole workspace");
	pty_stop(pty);
	pty = open_demo(&size[0]);
	keys(pty, ":");
	assert_true(says_in_all(pty, "needs Can Edit: Share Ad spend attribution "
				"with people and groups"));
	row_shows(pty, -2, "\u2514");		/* nothing of the list stands below */
	pty_stop(pty);
}

/* One title of 190 letters does not take the room of another column; a name beside a
 * drawing goes on below it. */
TEST(a_long_name_drives_nothing_out)
{
	static const struct pty_options large = { .rows = 50, .cols = 160 };
	const char *store = demo_store("long");
	char title[191];
	struct pty *pty;
	int row;
	size_t i;

	for (i = 0; i + 1 < sizeof(title); i++)
		title[i] = i % 6 == 5 ? ' ' : (char)('a' + i % 26);
	title[i - 1] = 'z';
	title[i] = '\0';
	MUST("--store", store, "project", "rename", "p-rev", title, "--yes");
	pty = open_store(&size[2], store);
	row_shows(pty, 2, "SHARED WITH");
	row_shows(pty, 2, "CAN EDIT");
	leave(pty);
	pty = open_demo(&large);
	keys(pty, "5/revenue mod<Enter>");
	row = pty_find(pty, "STRIPE_KEY, ");
	row_shows(pty, row, "has access");
	row_shows(pty, row + 1, "  ml-utils");
	leave(pty);
}

/* A message that has no room names where it stands, and there it is whole. */
TEST(a_long_message_is_read_to_its_end)
{
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		pty = open_demo(&size[i]);
		keys(pty, "t4/bob<Enter>e<Tab><Right><F8>");
		row_shows(pty, pty_find(pty, "What-if: Bob Stein"),
			  size[i].cols < 60 ? "\u2026" : "\u2026  :messages");
		keys(pty, ":messages<Enter>");
		assert_true(says_in_all(pty, "u takes it back"));
		row_shows(pty, -1, "Lines 1 to ");
		leave(pty);
	}
}

/* The ladder's names go on below: three rows are better than a sign. */
TEST(a_name_of_the_ladder_is_whole_in_the_third_pane)
{
	static const struct pty_options large = { .rows = 50, .cols = 160 };
	struct pty *pty = open_demo(&large);
	int row;

	keys(pty, "4");
	row = pty_find(pty, "role Editor,  ");
	row_shows(pty, row + 1, "  Interview ");
	row_shows(pty, row + 2, "  sandbox");
	leave(pty);
}

/* At 160 columns the first row has the workspace and its plan: the second has not. */
TEST(nothing_of_the_first_row_is_said_again)
{
	static const struct pty_options large = { .rows = 50, .cols = 160 };
	struct pty *pty = open_demo(&large);
	static const char *const tabs[] = { "1", "2", "3", "4", "5" };
	size_t i;

	for (i = 0; i < sizeof(tabs) / sizeof(tabs[0]); i++) {
		keys(pty, tabs[i]);
		row_shows(pty, 0, "Acme Analytics \u00b7 Enterprise");
		assert_null(strstr(pty_row(pty, 1), "Enterprise"));
	}
	leave(pty);
}

/* A dialog that only shows says why once: no line says what would be needed or done. */
TEST(read_only_says_no_ways_of_its_rows)
{
	struct pty *pty = open_as(&size[2], demo_store("rows"), "bob@acme.example");

	keys(pty, "5S");
	shows(pty, "sharing needs Can Edit");
	shows_not(pty, "transfer changes the owner");
	shows_not(pty, "needs Full Access");
	keys(pty, "<Esc>");
	leave(pty);
}

/* Of an event what was done is read first: its time and who did it give way. */
TEST(history_says_what_was_done_on_a_small_screen)
{
	static const char *const says[] = {
		"Opened a copy of ", "Opened a copy of a workspace for a d",
		"Opened a copy of a w"
	};
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		pty = open_demo(&size[i]);
		keys(pty, "h");
		shows(pty, says[i]);
		if (size[i].cols >= 80)
			shows(pty, "WHEN");
		leave(pty);
	}
}

RUN(CASE(the_reason_of_a_greyed_entry_is_read_to_its_end),
    CASE(a_reason_without_room_is_a_sign), CASE(a_long_name_drives_nothing_out), CASE(read_only_names_its_key),
    CASE(a_long_target_gives_way_to_what_is_done),
    CASE(a_long_message_is_read_to_its_end),
    CASE(a_name_of_the_ladder_is_whole_in_the_third_pane),
    CASE(nothing_of_the_first_row_is_said_again),
    CASE(read_only_says_no_ways_of_its_rows),
    CASE(history_says_what_was_done_on_a_small_screen))
