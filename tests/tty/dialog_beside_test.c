/* dialog_beside_test.c: what a dialog would do stands beside it, row by row, or below
 * its fields; nothing of it is covered, and it is true at every key. */
#include "tests/tty/stores.h"

#define SHARE "/revenue mod<Enter>S"

static const int beside[][2] = { { 30, 100 }, { 40, 120 }, { 50, 160 } };

static struct pty *demo_of(int rows, int cols)
{
	const struct pty_options options = { .rows = rows, .cols = cols };

	return open_demo(&options);
}

/* Right of the line between the dialog and what it would do, on this row. */
static const char *evidence(struct pty *pty, int row)
{
	const char *corner = strstr(pty_row(pty, 1), "┐│"), *at;
	int cells = 0;

	assert_non_null(corner);
	for (at = pty_row(pty, 1); at < corner; at++)
		cells += (*at & 0xc0) != 0x80;
	for (at = pty_row(pty, row); *at && cells > -2; at++)
		cells -= (at[1] & 0xc0) != 0x80;
	return at;
}

static char *all_evidence(struct pty *pty)
{
	char *text = calloc(1, 1 << 16);
	int row;

	assert_non_null(text);
	for (row = 1; row < pty_rows(pty) - 2; row++) {
		strcat(text, evidence(pty, row));
		strcat(text, "\n");
	}
	return text;
}

/* Opened over the form, and closed again. */
static void covers_nothing(struct pty *pty, const char *open, const char *seen)
{
	char *before = all_evidence(pty), *after;

	keys(pty, open);
	shows(pty, seen);
	after = all_evidence(pty);
	assert_string_equal(before, after);
	free(before);
	free(after);
	keys(pty, "<Esc>");
}

TEST(nothing_is_covered)
{
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		pty = demo_of(beside[i][0], beside[i][1]);
		keys(pty, SHARE);
		covers_nothing(pty, "<F1>", "Help: ");
		keys(pty, "<Tab><Down><Left>");
		shows(pty, "Revenue model · if you save");
		covers_nothing(pty, "<F1>", "Help: ");
		covers_nothing(pty, "<Enter>", "sees app and Logic");
		shows_not(pty, "PROJECT ▲");	/* no half of the list */
		keys(pty, "<F5>");
		leave(pty);
	}
}

/* The sign of each row, from the first one down. */
static void signs(struct pty *pty, char *out, size_t size)
{
	const char *at;
	size_t n = 0;
	int row = pty_find(pty, "WHY");

	assert_true(row > 0);
	while (n + 1 < size && ++row < pty_rows(pty) - 2) {
		at = evidence(pty, row);
		if (strncmp(at, "│", strlen("│")) == 0)
			at += strlen("│");
		at += strncmp(at, "▌", strlen("▌")) == 0 ? strlen("▌") : 1;
		if (strncmp(at, "▼", strlen("▼")) == 0)
			out[n++] = 'v';
		else if (strchr("!-+", *at))
			out[n++] = *at;
		else
			break;
	}
	out[n] = '\0';
}

TEST(rows_stand_in_order)
{
	struct pty *pty = demo_of(40, 120);
	char sign[40], *at = sign;

	/* Data Team loses, Hana is blocked, Oskar gains, Product is held */
	keys(pty, SHARE "<Right>hana<Enter>oskar<Enter>product<Enter>");
	keys(pty, "<Tab><Home><Down><Left>");
	shows(pty, "Save stops: 1 blocked. ");
	signs(pty, sign, sizeof(sign));
	assert_int_equal(*at, '!');
	at += strspn(at, "!");
	assert_int_equal(*at, '-');
	at += strspn(at, "-");
	assert_int_equal(*at, '+');
	at += strspn(at, "+");
	assert_int_equal(*at, 'v');
	at += strspn(at, "v");
	assert_int_equal(*at, '\0');
	keys(pty, "<F5>");
	leave(pty);
}

TEST(then_is_true_at_every_key)
{
	struct pty *pty = demo_of(40, 120);

	keys(pty, SHARE "<Tab><Down>");
	shows(pty, "Revenue model: who can do what");
	keys(pty, "<Left>");
	row_shows(pty, pty_find(pty, "- Cleo Martin"), "Can Edit  Can View");
	keys(pty, "<Left>");
	shows(pty, "App Only");
	row_shows(pty, pty_find(pty, "▌ Data Team"), "‹ App Only ");
	keys(pty, "<Right><Right>");
	shows_not(pty, "unsaved");
	shows_not(pty, "- Cleo Martin");
	shows(pty, "Revenue model: who can do what");
	keys(pty, "<Right>");
	row_shows(pty, pty_find(pty, "+ Cleo Martin"), "Can Edit  Full Access");
	keys(pty, "<Del>");
	row_shows(pty, pty_find(pty, "- Cleo Martin"), "Can Edit  Can View");
	keys(pty, "<F5>");
	leave(pty);
}

/* The rows are walked, and below them stands what each needs. */
TEST(the_rows_are_reached)
{
	struct pty *pty = demo_of(40, 120);

	keys(pty, SHARE "<Right>hana<Enter>");
	shows(pty, "Hana Sato cannot get Can Edit: no access to Snowflake prod.");
	keys(pty, "<S-Tab>");		/* the last stop: the ways */
	cursor_on(pty, "1▐ share Snowflake prod with Product");
	keys(pty, "<Down>");
	cursor_on(pty, "2▐ share Snowflake prod with Workspace");
	keys(pty, "<S-Tab>");
	cursor_on(pty, "! Hana Sato  new");
	keys(pty, "<Enter>");		/* to its ways */
	cursor_on(pty, "2▐ share Snowflake prod with Workspace");
	keys(pty, "<Down><Enter>");
	shows(pty, "Also saved with it");
	shows(pty, "1 person gains on 6 projects");
	keys(pty, "<S-Tab><S-Tab><Down>");
	keys(pty, "<F5>");
	leave(pty);
}

/* Nothing is changed: who can do what is walked, too. */
TEST(the_panel_stays_and_is_walked)
{
	struct pty *pty = demo_of(40, 120);

	keys(pty, SHARE);
	shows(pty, "Bob Stein can view Revenue model. ");
	keys(pty, "<S-Tab><Down>");
	cursor_on(pty, "▌ Dana Ilves");
	shows(pty, "Dana Ilves can view Revenue model. ");
	shows_not(pty, "f 1");		/* a fix is no key of this dialog */
	keys(pty, "<Enter>");
	shows(pty, "Dana Ilves on Revenue model");
	keys(pty, "<Esc>");
	shows(pty, "Share Revenue model");
	keys(pty, "<Tab>");
	cursor_on(pty, "▌ Add");
	leave(pty);
}

/* Dialog, rows and explanation. */
TEST(a_wide_screen_has_three_panes)
{
	struct pty *pty = demo_of(50, 160);

	keys(pty, SHARE);
	row_shows(pty, 1, "Revenue model: who can do what");
	row_shows(pty, 1, "Bob Stein can view Revenue model.");
	keys(pty, "<Right>hana<Enter>");
	row_shows(pty, 1, "Revenue model · if you save");
	row_shows(pty, 1, "Hana Sato cannot get Can Edit: no");
	shows(pty, "! Hana Sato  new▐ Can View  blocked  no access to Snowflake "
	      "prod");
	row_shows(pty, 3, "1  share Snowflake prod with Product");
	keys(pty, "<F5>");
	leave(pty);
}

TEST(a_small_screen_has_rows_and_buttons)
{
	struct pty *pty = demo_of(24, 80);
	int row;

	keys(pty, SHARE "<Tab><Down><Left>");
	shows(pty, "If you save: 6 people lose");
	row = pty_find(pty, "▌- Amir") - 1;
	assert_true(row > 0);
	row_shows(pty, row + 1, "- Amir Haddad");
	row_shows(pty, row + 2, "- Cleo Martin");
	row_shows(pty, row + 3, "- Liam Byrne");
	row_shows(pty, row + 3, "Edit -> View  ");
	shows(pty, "[ Save  F8 ]   [ Back  Esc ]");
	shows(pty, "v all ─┤");
	keys(pty, "<F5>");
	leave(pty);
}

/* A key is one write of few bytes, also where rows come in the place of the panel. */
TEST(a_key_is_one_small_write)
{
	static const struct { int rows, cols; size_t most; } at[] = {
		{ 24, 80, 1500 }, { 40, 120, 3500 }, { 50, 160, 5000 }
	};
	static const char *const key[] = { "\033[D", "\033[D", "\033[C", "\033[C",
					   "\033[B", "\033[A" };
	struct pty *pty;
	size_t i, k, before;

	for (i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		pty = open_demo(&(struct pty_options){ .rows = at[i].rows,
				.cols = at[i].cols, .count_writes = true });
		keys(pty, SHARE "<Tab><Down><Left><Left><Right><Right>");
		for (k = 0; k < sizeof(key) / sizeof(key[0]); k++) {
			before = pty_bytes(pty);
			assert_int_equal(pty_count_writes(pty, key[k],
							  strlen(key[k])), 1);
			assert_true(pty_bytes(pty) - before <= at[i].most);
		}
		keys(pty, "<F5>");
		leave(pty);
	}
}

/* ---- every dialog, every size ------------------------------------------------------ */

static const struct { const char *keys; bool changed; } dialog[] = {
	{ SHARE, false }, { SHARE "<Right>hana<Enter>", true },
	{ SHARE "<Tab><Down><Left>", true },
	{ "/revenue mod<Enter>i", false }, { "/revenue mod<Enter>:rename<Enter>", false },
	{ "5n", false }, { "1/snow<Enter>S<Space>", true },
	{ "1/snow<Enter>e", false }, { "1n", false }, { "1D", false },
	{ "2n", false }, { "2S", false }, { "4n", false },
	{ "4nana@x.test", true }, { "4/bob<Enter>e", false }, { "4oe", false },
	{ "/revenue mod<Enter>:transfer own<Enter>", false },
	{ "/revenue mod<Enter>:duplicate<Enter>", true },
};

/* Each line of the box ends where the box does. */
static void is_whole(struct pty *pty)
{
	int row = pty_find(pty, "┌─ "), end, cols, buttons;
	const char *line, *cut;

	if (row != 1)
		shows(pty, "no dialog");
	cols = col_of(pty, row, "┐");
	assert_true(cols > 0);
	buttons = pty_find(pty, "  Esc ]");
	assert_true(buttons > row);
	end = buttons + 1;
	row_shows(pty, end, "└─");
	for (; row + 1 < end; row++) {
		line = pty_row(pty, row + 1);
		assert_true(strncmp(line, "│", strlen("│")) == 0 ||
			    strncmp(line, "├", strlen("├")) == 0);
	}
	line = pty_row(pty, buttons);
	cut = strstr(line, "…");
	assert_true(!cut || cut > strstr(line + strlen("│"), "│"));
	assert_true(strstr(pty_row(pty, buttons), "  F8 ]") ||
		    strstr(pty_row(pty, buttons), "[ Close"));
}

TEST(every_dialog_fits_every_size)
{
	static const int size[][2] = { { 20, 60 }, { 24, 80 }, { 30, 100 },
				       { 40, 120 }, { 50, 160 } };
	struct pty *pty;
	size_t i, s;

	for (s = 0; s < sizeof(size) / sizeof(size[0]); s++)
		for (i = 0; i < sizeof(dialog) / sizeof(dialog[0]); i++) {
			pty = demo_of(size[s][0], size[s][1]);
			keys(pty, dialog[i].keys);
			is_whole(pty);
			is_fresh(pty);
			pty_stop(pty);
		}
}

/* ---- what lies over it ---------------------------------------------------------------- */

/* The cells from..to of a line, "" where it is shorter. */
static void cells(const char *line, int from, int to, char *out)
{
	int cell = -1;

	for (; *line; line++) {
		cell += (*line & 0xc0) != 0x80;
		if (cell >= from && cell < to)
			*out++ = *line;
	}
	*out = '\0';
}

/* Each word is a word of the line as it was. */
static void words_are_whole(const char *part, const char *was, const char *keys)
{
	char copy[2048], pad[2048], want[2048], *rest = copy, *word;

	snprintf(copy, sizeof(copy), "%s", part);
	snprintf(pad, sizeof(pad), " %s ", was);
	while ((word = strsep(&rest, " "))) {
		snprintf(want, sizeof(want), " %s ", word);
		if (*word && strncmp(word, "\342\224", 2) != 0 &&	/* a line */
		    !strstr(pad, want))
			fail_msg("%s: half a word: %s\n%s", keys, word, was);
	}
}

static void leaves_no_half(struct pty *pty, const char *before, const char *open)
{
	char *was[60], part[2048];
	int row, left = -1, right = 0;

	keys(pty, before);
	for (row = 0; row < pty_rows(pty); row++)
		was[row] = strdup(pty_row(pty, row));
	keys(pty, open);
	for (row = 0; row < pty_rows(pty); row++) {
		const char *line = pty_row(pty, row);

		if (left < 0 && strstr(line, "┌") && !strstr(was[row], "┌")) {
			left = col_of(pty, row, "┌");
			right = col_of(pty, row, "┐") + 1;
		}
		if (left < 0)
			continue;
		cells(line, 0, left, part);
		words_are_whole(part, was[row], open);
		cells(line, right, pty_cols(pty), part);
		words_are_whole(part, was[row], open);
		cells(line, left, left + 1, part);
		if (strcmp(part, "└") == 0)
			break;
	}
	if (left < 0)
		fail_msg("%dx%d %s%s: nothing lies over it:\n%s", pty_cols(pty),
			 pty_rows(pty), before, open, pty_screen(pty));
	for (row = 0; row < pty_rows(pty); row++)
		free(was[row]);
}

TEST(popups_leave_no_half_words)
{
	static const int size[][2] = { { 20, 60 }, { 24, 80 }, { 30, 100 },
				       { 40, 120 }, { 50, 160 } };
	static const char *const over[][2] = {
		{ "5<Down>", "." }, { "4<Down>", "." }, { "1<Down>", "." },
		{ "4", "s" }, { "5", "s" }, { "5", "O" }, { "2", "s" },
		{ "4/bob<Enter>e<Tab>", "<Enter>" },
		{ SHARE "<Tab><Down>", "<Enter>" },
		{ "1n<Tab>", "<Enter>" }, { "3o", "s" },
	};
	struct pty *pty;
	size_t s, i;

	for (s = 0; s < sizeof(size) / sizeof(size[0]); s++)
		for (i = 0; i < sizeof(over) / sizeof(over[0]); i++) {
			pty = demo_of(size[s][0], size[s][1]);
			leaves_no_half(pty, over[i][0], over[i][1]);
			pty_stop(pty);
		}
}

RUN(CASE(nothing_is_covered), CASE(popups_leave_no_half_words), CASE(rows_stand_in_order),
    CASE(then_is_true_at_every_key), CASE(the_rows_are_reached), CASE(the_panel_stays_and_is_walked),
    CASE(a_wide_screen_has_three_panes),
    CASE(a_small_screen_has_rows_and_buttons),
    CASE(a_key_is_one_small_write),
    CASE(every_dialog_fits_every_size))
