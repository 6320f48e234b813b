/* console_look_test.c: the console on poor, odd, small and large terminals
 * (SCREENS 7). */
#include "tests/tty/console.h"

#include <sys/stat.h>

static const struct pty_options usual = { .rows = 24, .cols = 80 };

/* Walk some pages and note each screen; text only.  Free it. */
static char *tour(const struct pty_options *options)
{
	static const char *const stop[] = {
		"", "1", "2", "3", "4", "o", "5", "w", "w:", "<Esc>?", "<Esc>s",
		"<Esc><Enter>", "<Esc>D", "P", "/rev"
	};
	struct pty *pty = open_demo(options);
	char *all = calloc(1, 1), *screen;
	size_t i, n = 0, more;

	assert_non_null(all);
	for (i = 0; i < sizeof(stop) / sizeof(stop[0]); i++) {
		keys(pty, stop[i]);
		screen = pty_screen(pty);
		more = strlen(screen);
		all = realloc(all, n + more + 1);
		assert_non_null(all);
		memcpy(all + n, screen, more + 1);
		n += more;
		free(screen);
	}
	keys(pty, "<Esc>");
	is_fresh(pty);
	leave(pty);
	return all;
}

static bool has_colour(struct pty *pty)
{
	int row, col;

	for (row = 0; row < pty_rows(pty); row++)
		for (col = 0; col < pty_cols(pty); col++)
			if (pty_cell_style(pty, row, col) & PTY_COLOUR)
				return true;
	return false;
}

TEST(known_terminals_show_the_same)
{
	static const char *const term[] = {
		"xterm", "vt100", "vt220", "linux", "screen", "tmux-256color",
		"screen-256color", "rxvt"
	};
	char *want = tour(&usual), *got;
	struct pty_options options = usual;
	size_t i;

	for (i = 0; i < sizeof(term) / sizeof(term[0]); i++) {
		options.term = term[i];
		got = tour(&options);
		if (strcmp(got, want) != 0)
			fprintf(stderr, "TERM=%s differs\n", term[i]);
		assert_string_equal(got, want);
		free(got);
	}
	free(want);
}

TEST(an_unknown_terminal_is_said_once)
{
	const struct pty_options options = { .term = "no-such-terminal" };
	struct pty *pty = open_demo(&options);

	row_shows(pty, 0, "[5 Projects]");
	shows(pty, "This terminal is not known here; using xterm-256color.");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows_not(pty, "not known here");
	leave(pty);
}

TEST(no_colour_is_the_same_text)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct pty_options options = usual;
	char *want = tour(&usual), *got;
	struct pty *pty;

	pty = open_demo(&options);
	assert_true(has_colour(pty));
	leave(pty);
	options.env = env;
	pty = open_demo(&options);
	assert_false(has_colour(pty));
	assert_true(pty_style(pty, "[5 Projects]") & PTY_BOLD);
	assert_true(pty_style(pty, " DEMO ") & PTY_REVERSE);
	leave(pty);
	got = tour(&options);
	assert_string_equal(got, want);
	free(got);
	free(want);
}

/* Not UTF-8: no byte above 0x7f, whatever the names are. */
TEST(a_plain_locale_gets_ascii)
{
	static const char *const locale[] = { "C", "POSIX" };
	struct pty_options options = { .rows = 40, .cols = 120 };
	const char *bytes;
	struct pty *pty;
	size_t i, k, n;

	for (k = 0; k < sizeof(locale) / sizeof(locale[0]); k++) {
		options.locale = locale[k];
		pty = open_demo(&options);
		keys(pty, "1234o/jos<Esc>o/jos<Enter>w<Esc><Enter><Esc>5");
		keys(pty, "/revenue model<Enter>w:<Esc><Esc>?<Esc>s<Esc>");
		bytes = pty_stream(pty, &n);
		for (i = 0; i < n; i++)
			assert_in_range((unsigned char)bytes[i], 1, 0x7f);
		assert_true(n > 10000);
		keys(pty, "4");
		shows(pty, "> Jos?");		/* José Álvarez */
		leave(pty);
	}
}

/* Neither end may be a file. */
TEST(without_a_terminal_it_names_the_other_ways)
{
	const char *store = demo_store("none");
	char *out;

	assert_int_equal(run(&out, (const char *const[]){
			 "--store", store, NULL }), 2);
	assert_non_null(strstr(out, "terminal"));
	assert_non_null(strstr(out, "--plain"));
	assert_non_null(strstr(out, "help"));
	assert_null(strchr(out, '\033'));
	free(out);
	assert_int_equal(run(&out, (const char *const[]){ "demo", NULL }), 0);
	assert_non_null(strstr(out, "Emil Costa can view Ad spend attribution."));
	assert_null(strchr(out, '\033'));
	free(out);
}

/* Plain mode is asked for by name, and content with pipes; nothing waits. */
TEST(plain_mode_reads_a_pipe)
{
	const char *store = demo_store("pipe");
	char *out;

	assert_int_equal(run(&out, (const char *const[]){
			 "--store", store, "--plain", NULL }), 0);
	assert_non_null(strstr(out, "Plain mode."));
	free(out);
}

/* Type a line as at a prompt and wait for what it must bring. */
static void type(struct pty *pty, const char *line, const char *brings)
{
	pty_feed(pty, line, strlen(line));
	pty_feed(pty, "\n", 1);
	assert_true(pty_await(pty, brings));
}

static void is_plain(const struct pty_options *options, const char *more)
{
	const char *argv[] = { program(), "demo", more, NULL };
	struct pty *pty = pty_start(options, argv);

	assert_true(pty_await(pty, "Plain mode."));
	assert_true(pty_await(pty, "Command"));
	type(pty, "access explain u-bob p-rev",
	     "Bob Stein can view Revenue model.");
	type(pty, "group add g-data u-dana", "Dana Ilves is in Data Team");
	type(pty, "access check u-dana p-rev can_edit",
	     "Dana Ilves can edit Revenue model");
	type(pty, "nonsense", "status 2");
	assert_null(strstr(pty_stream(pty, NULL), "\033["));
	pty_feed(pty, "q\n", 2);
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_true(pty_is_cooked(pty));
	pty_stop(pty);
}

TEST(dumb_terminals_get_plain_mode)
{
	const struct pty_options dumb = {
		.rows = 50, .cols = 100, .term = "dumb", .no_marker = true
	}, unset = {
		.rows = 50, .cols = 100, .term = "", .no_marker = true
	};

	is_plain(&dumb, NULL);
	is_plain(&unset, NULL);
}

TEST(plain_mode_can_be_asked_for)
{
	static const char *const env[] = { "GATEHOUSE_PLAIN=1", NULL };
	const struct pty_options wanted = {
		.rows = 50, .cols = 100, .env = env, .no_marker = true
	}, usual_plain = {
		.rows = 50, .cols = 100, .no_marker = true
	};

	is_plain(&wanted, NULL);
	is_plain(&usual_plain, "--plain");
}

/* It has what the tables of the command line have, and what a row is called is whole:
 * a list gives up what is said elsewhere, or breaks its lines. */
TEST(plain_lists_are_whole_at_80_columns)
{
	static const char *const list[][2] = {
		{ "connection list", "Analytics warehouse" },
		{ "secret list", "SLACK_WEBHOOK" },
		{ "package list", "feature-store" },
		{ "files list", "Finance drop" },
		{ "provider list", "acme-analytics" },
		{ "user list", "kofi@contractor.example" },
		{ "group list", "People Team" },
		{ "project list", "Ad spend attribution" },
		{ "project list", "Headcount planning" },
		{ "access asset a-snow", "Snowflake prod is shared with" },
	};
	const struct pty_options dumb = { .rows = 200, .cols = 80,
					  .term = "dumb", .no_marker = true };
	const char *argv[] = { program(), "demo", NULL };
	struct pty *pty = pty_start(&dumb, argv);
	size_t i;

	assert_true(pty_await(pty, "Command"));
	for (i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		type(pty, list[i][0], list[i][1]);
	assert_null(strstr(pty_stream(pty, NULL), "Ad spen\xe2\x80\xa6"));
	pty_feed(pty, "q\n", 2);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* mosh and screen take the mouse and give no selection back. */
TEST(the_mouse_is_left_alone_where_it_hurts)
{
	static const char *const sty[] = { "STY=1.tty", NULL };
	static const char *const mosh[] = { "MOSH_CONNECTION=1", NULL };
	struct pty_options options = usual;
	struct pty *pty = open_demo(&options);

	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	assert_null(strstr(pty_stream(pty, NULL), "\033[?1003h"));
	keys(pty, "<Click:5,4>");
	cursor_on(pty, "▌ Churn model");
	leave(pty);
	options.env = sty;
	pty = open_demo(&options);
	assert_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	leave(pty);
	options.env = mosh;
	pty = open_demo(&options);
	assert_null(strstr(pty_stream(pty, NULL), "\033[?1000h"));
	leave(pty);
}

/* No question to the terminal: an answer could end in a shell. */
TEST(it_asks_the_terminal_nothing)
{
	static const char *const asks[] = {
		"\033[c", "\033[0c", "\033[>c", "\033[>0c", "\033[5n", "\033[6n",
		"\033[?6n", "\033[>q", "\033[?u", "\033[>1u", "$p", "]11;?",
		"\033[?1004h", "\033[?1003h"
	};
	struct pty *pty = open_demo(&usual);
	size_t i;

	keys(pty, "1234w<Esc>:<Esc>5");
	for (i = 0; i < sizeof(asks) / sizeof(asks[0]); i++)
		assert_null(strstr(pty_stream(pty, NULL), asks[i]));
	leave(pty);
}

/* ---- sizes ---------------------------------------------------------------- */

TEST(three_panes_two_or_a_strip)
{
	static const struct { int cols, rows, panes; } size[] = {
		{ 160, 40, 3 }, { 200, 50, 3 }, { 159, 40, 2 }, { 100, 30, 2 },
		{ 99, 24, 1 }, { 80, 24, 1 }, { 79, 24, 0 }, { 80, 19, 0 },
		{ 40, 10, 0 }
	};
	struct pty_options options;
	struct pty *pty;
	size_t i;
	int row;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		options = (struct pty_options){ .rows = size[i].rows,
						.cols = size[i].cols };
		pty = open_demo(&options);
		cursor_on(pty, "▌ Ad spend");
		row = pty_find(pty, "7 held");
		if (size[i].panes >= 2)
			assert_int_equal(row, 1);
		else if (size[i].panes == 1)
			assert_in_range(row, 10, size[i].rows - 8);
		else
			assert_int_equal(row, -1);
		if (size[i].panes == 3) {
			row = pty_find(pty, "group Marketing");
			assert_in_range(row, 1, 8);
		}
		if (size[i].panes == 0) {	/* on a key, full */
			keys(pty, "p");
			shows(pty, "7 held");
			shows_not(pty, "Board pack");
			keys(pty, "p");
			shows(pty, "Board pack");
		}
		is_fresh(pty);
		leave(pty);
	}
}

TEST(too_small_is_one_clear_line)
{
	static const struct { int cols, rows; } size[] = {
		{ 30, 8 }, { 39, 24 }, { 80, 9 }, { 10, 3 }, { 2, 2 }, { 1, 1 }
	};
	struct pty *pty = open_demo(&usual);
	char text[64];
	size_t i;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		assert_true(pty_resize(pty, size[i].rows, size[i].cols));
		snprintf(text, sizeof(text), "Terminal is %dx%d; needs 40x10.",
			 size[i].cols, size[i].rows);
		if (size[i].cols >= 39)
			row_shows(pty, 0, text);
		else if (size[i].cols >= 8)
			row_shows(pty, 0, "Terminal");
		shows_not(pty, "Projects");
		is_fresh(pty);
		keys(pty, "jk:<Esc>");		/* does no harm */
	}
	assert_true(pty_resize(pty, 24, 80));	/* recovers by itself */
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "▌ Ad spend");
	is_fresh(pty);
	leave(pty);
}

/* Whatever size it had: the last frame is that of a program that was always so
 * large. */
TEST(a_storm_of_sizes)
{
	static const struct { int cols, rows; } storm[] = {
		{ 80, 24 }, { 120, 40 }, { 40, 10 }, { 30, 8 }, { 200, 50 },
		{ 100, 30 }, { 1, 1 }, { 500, 200 }, { 79, 19 }, { 160, 12 },
		{ 120, 40 }
	};
	static const char *const page[] = { "", "w", ":", "p", "<Enter>" };
	struct pty_options options;
	struct pty *pty, *fresh;
	char *was, *want;
	size_t i, k;

	for (k = 0; k < sizeof(page) / sizeof(page[0]); k++) {
		options = (struct pty_options){ .rows = 24, .cols = 80 };
		pty = open_demo(&options);
		keys(pty, page[k]);
		for (i = 0; i < sizeof(storm) / sizeof(storm[0]); i++)
			assert_true(pty_resize(pty, storm[i].rows,
					       storm[i].cols));
		options = (struct pty_options){ .rows = 40, .cols = 120 };
		fresh = open_demo(&options);
		keys(fresh, page[k]);
		was = pty_screen(pty);
		want = pty_screen(fresh);
		if (strcmp(was, want) != 0)
			fprintf(stderr, "after the storm:\n%swanted:\n%s", was,
				want);
		assert_string_equal(was, want);
		free(was);
		free(want);
		is_fresh(pty);
		leave(pty);
		leave(fresh);
	}
}

/* Each width and each height once, on every page. */
TEST(every_size_is_drawn_whole)
{
	static const char *const page[] = { "", "1", "3", "w", "<Esc>:", "<Esc>?" };
	struct pty *pty = open_demo(&usual);
	size_t k;
	int i;

	for (k = 0; k < sizeof(page) / sizeof(page[0]); k++) {
		keys(pty, page[k]);
		for (i = 1; i < 170; i += 13) {
			assert_true(pty_resize(pty, 1 + i % 47, i));
			assert_true(pty_resize(pty, 24 + i % 5, i));
			is_fresh(pty);
		}
		assert_true(pty_resize(pty, 24, 80));
	}
	leave(pty);
}

RUN(CASE(known_terminals_show_the_same), CASE(an_unknown_terminal_is_said_once),
    CASE(no_colour_is_the_same_text), CASE(a_plain_locale_gets_ascii),
    CASE(without_a_terminal_it_names_the_other_ways),
    CASE(plain_mode_reads_a_pipe),
    CASE(dumb_terminals_get_plain_mode), CASE(plain_mode_can_be_asked_for),
    CASE(plain_lists_are_whole_at_80_columns),
    CASE(the_mouse_is_left_alone_where_it_hurts),
    CASE(it_asks_the_terminal_nothing), CASE(three_panes_two_or_a_strip),
    CASE(too_small_is_one_clear_line), CASE(a_storm_of_sizes),
    CASE(every_size_is_drawn_whole))
