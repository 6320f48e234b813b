/* frame_test.c: what a frame costs, and that it is right on every terminal. */
#include "tests/tty/toyrun.h"

#include <signal.h>

static const struct pty_options usual = { .rows = 24, .cols = 80 };
static const struct pty_options counted = { .rows = 24, .cols = 80,
	.count_writes = true };

TEST(the_first_frame_is_whole)
{
	struct pty *pty = toy_start(&usual);
	int row, col;
	bool seen;

	assert_int_equal(pty_frames(pty), 1);
	assert_true(pty_on_alternate_screen(pty));
	assert_false(pty_is_cooked(pty));
	assert_has(pty, "500 of 500");
	assert_has(pty, "▌ Person number 0");
	assert_has(pty, "j down  / filter  q quit");
	assert_int_equal(pty_style(pty, "Person number 0"), PTY_REVERSE);
	assert_int_equal(pty_style(pty, "ROLE"), PTY_UNDERLINE);
	assert_true(pty_style(pty, "Can Edit") & PTY_COLOUR);
	pty_cursor(pty, &row, &col, &seen);
	assert_true(seen);
	assert_int_equal(row, 2);
	assert_int_equal(col, 0);
	pty_stop(pty);
}

TEST(an_arrow_is_cheap_and_one_write)
{
	struct pty *pty = toy_start(&counted);
	size_t before;

	pty_keys(pty, "<Down><Down>");
	before = pty_bytes(pty);
	pty_keys(pty, "<Down>");
	assert_in_range(pty_bytes(pty) - before, 10, 200);
	assert_int_equal(pty_count_writes(pty, "\033[B", 3), 1);
	assert_int_equal(pty_count_writes(pty, "G", 1), 1);	/* nearly all changes */
	assert_int_equal(pty_count_writes(pty, "\014", 1), 1);	/* all of it */
	assert_has(pty, "▌ Person number 499");
	pty_stop(pty);
}

TEST(a_burst_is_one_or_two_frames)
{
	struct pty *pty = toy_start(&usual);
	unsigned long frames = pty_frames(pty);
	size_t before = pty_bytes(pty);

	pty_send(pty, "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjj", 30);
	assert_in_range(pty_frames(pty) - frames, 1, 2);
	assert_in_range(pty_bytes(pty) - before, 1, 1500);
	assert_has(pty, "▌ Person number 30");
	pty_stop(pty);
}

TEST(large_frames_are_shown_at_once)
{
	struct pty *pty = toy_start(&usual);

	pty_forget(pty);
	pty_keys(pty, "G");
	assert_memory_equal(pty_stream(pty, NULL), "\033[?2026h", 8);
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?2026l"));
	pty_forget(pty);
	pty_keys(pty, "k");
	assert_null(strstr(pty_stream(pty, NULL), "2026"));
	pty_stop(pty);
}

TEST(idle_costs_nothing)
{
	struct pty *pty = toy_start(&usual);
	size_t bytes;
	long before;

	pty_keys(pty, "jjk");
	pty_listen(pty, 60);		/* it goes to sleep after its marker */
	before = pty_status(pty, "voluntary_ctxt_switches");
	assert_true(before > 0);
	bytes = pty_bytes(pty);
	pty_listen(pty, 200);
	assert_int_equal(pty_status(pty, "voluntary_ctxt_switches"), before);
	assert_int_equal(pty_bytes(pty), bytes);
	pty_stop(pty);
}

TEST(a_torn_arrow_is_still_an_arrow)
{
	struct pty *pty = toy_start(&usual);

	pty_send(pty, "\033", 1);	/* settles: taken for Esc meanwhile */
	assert_has(pty, "key Esc");
	pty_send(pty, "[", 1);
	pty_send(pty, "B", 1);
	assert_has(pty, "▌ Person number 1");
	pty_stop(pty);
}

TEST(a_paste_goes_to_the_filter)
{
	struct pty *pty = toy_start(&usual);

	pty_keys(pty, "<Paste:number 49>");
	assert_has(pty, "15 of 500");
	pty_keys(pty, "<Esc>");
	assert_has(pty, "500 of 500");
	pty_send(pty, "\033[200~role:ed\033[201~q\033[201~", 26);
	assert_has(pty, "0 of 500");	/* q was text, did not quit */
	pty_stop(pty);
}

TEST(a_burst_without_brackets_is_a_paste)
{
	const struct pty_options options = { .no_marker = true };
	struct pty *pty = toy_start(&options);

	assert_true(pty_await(pty, "500 of 500"));
	pty_feed(pty, "jjjjjjjjjjjjjjjj", 16);	/* a key held down */
	assert_true(pty_await(pty, "▌ Person number 16"));
	pty_feed(pty, "number 499 q\n", 13);
	assert_true(pty_await(pty, " 0 of 500"));
	pty_stop(pty);
}

TEST(a_resize_storm_is_few_frames)
{
	struct pty *pty = toy_start(&usual);
	unsigned long frames = pty_frames(pty);
	int i;

	for (i = 0; i < 200; i++)
		kill(pty_pid(pty), SIGWINCH);
	assert_true(pty_resize(pty, 30, 100));
	pty_settle(pty);
	pty_keys(pty, "j");
	assert_in_range(pty_frames(pty) - frames, 1, 40);
	assert_string_equal(pty_row(pty, 29), "j down  / filter  q quit");
	pty_stop(pty);
}

TEST(every_size_is_survived)
{
	static const int size[][2] = {
		{ 1, 1 }, { 1, 80 }, { 24, 1 }, { 2, 2 }, { 3, 5 }, { 10, 40 },
		{ 60, 200 }, { 5, 200 }, { 200, 500 }, { 24, 80 }
	};
	struct pty *pty = toy_start(&usual);
	size_t i;

	for (i = 0; i < sizeof(size) / sizeof(size[0]); i++) {
		assert_true(pty_resize(pty, size[i][0], size[i][1]));
		assert_true(pty_keys(pty, "<Down>"));
		assert_true(pty_keys(pty, "<Enter>"));
		assert_true(pty_keys(pty, "<Esc>"));
	}
	assert_has(pty, "▌ Person number 10");
	assert_has(pty, "q quit");
	pty_stop(pty);
}

TEST(a_tiny_start_grows)
{
	const struct pty_options options = { .rows = 1, .cols = 1 };
	struct pty *pty = toy_start(&options);

	assert_true(pty_resize(pty, 24, 80));
	assert_has(pty, "▌ Person number 0");
	pty_stop(pty);
}

TEST(repainting_brings_all_back)
{
	struct pty *pty = toy_start(&usual);
	char *before = pty_screen(pty), *after;
	size_t bytes = pty_bytes(pty);

	pty_keys(pty, "<C-l>");
	after = pty_screen(pty);
	assert_string_equal(after, before);
	assert_true(pty_bytes(pty) - bytes > 1000);
	free(before);
	free(after);
	pty_stop(pty);
}

static char *picture(const struct pty_options *options, unsigned *colours)
{
	struct pty *pty = toy_start(options);
	char *text;
	int r, c;

	assert_true(pty_keys(pty, "jj<Enter>ab\303\274"));
	text = pty_screen(pty);
	*colours = 0;
	for (r = 0; r < pty_rows(pty); r++)
		for (c = 0; c < pty_cols(pty); c++)
			*colours += (pty_cell_style(pty, r, c) & PTY_COLOUR) != 0;
	pty_stop(pty);
	return text;
}

TEST(every_terminal_shows_the_same)
{
	static const char *const terms[] = { "xterm", "vt100", "linux", "screen",
					     "tmux", "screen-256color", "vt220" };
	unsigned colours;
	char *want = picture(&usual, &colours);
	size_t i;

	assert_true(colours > 0);
	for (i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		struct pty_options options = usual;
		char *got;

		options.term = terms[i];
		got = picture(&options, &colours);
		if (!strstr(got, "TERM is unknown"))
			assert_string_equal(got, want);
		free(got);
	}
	free(want);
}

TEST(no_color_shows_the_same_text)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct pty_options options = usual;
	unsigned colours;
	char *want = picture(&usual, &colours), *got;

	options.env = env;
	got = picture(&options, &colours);
	assert_string_equal(got, want);
	assert_int_equal(colours, 0);
	free(want);
	free(got);
}

TEST(a_plain_locale_gets_ascii_only)
{
	const struct pty_options options = { .locale = "C" };
	struct pty *pty = toy_start(&options);
	const char *stream;
	size_t n, i;

	pty_keys(pty, "jj<Enter>ab\303\274c");
	assert_has(pty, ".- Rename ---");
	assert_has(pty, "[ab?c ");
	stream = pty_stream(pty, &n);
	for (i = 0; i < n; i++)
		assert_true((unsigned char)stream[i] < 0x80);
	pty_stop(pty);
}

TEST(unknown_terminals_fall_back_and_say_so)
{
	const struct pty_options options = { .term = "xterm-nobody-has-this" };
	struct pty *pty = toy_start(&options);

	assert_has(pty, "TERM is unknown here: using xterm-256color");
	assert_has(pty, "▌ Person number 0");
	pty_stop(pty);
}

TEST(terminals_without_cursor_are_refused)
{
	static const char *const terms[] = { "dumb", "" };
	size_t i;

	for (i = 0; i < 2; i++) {
		const struct pty_options options = { .term = terms[i] };
		struct pty *pty = toy_start(&options);

		assert_int_equal(pty_end(pty, 10000), 2);
		assert_has(pty, "cannot move its cursor (use --plain)");
		assert_null(strchr(pty_stream(pty, NULL), '\033'));
		assert_true(pty_is_cooked(pty));
		pty_stop(pty);
	}
}

TEST(an_end_that_is_no_terminal_is_refused)
{
	const char *dir = getenv("builddir_abs");
	char command[1200];
	const char *const argv[] = { "sh", "-c", command, NULL };
	struct pty *pty;

	snprintf(command, sizeof(command), "exec '%s/tests/tty/toy' </dev/null",
		 dir ? dir : ".");
	pty = pty_start(NULL, argv);
	assert_int_equal(pty_end(pty, 10000), 2);
	assert_has(pty, "needs a terminal");
	pty_stop(pty);
}

TEST(the_mouse_is_off_under_screen_and_mosh)
{
	static const char *const mosh[] = { "MOSH_KEY=x", NULL };
	struct pty_options options = usual;
	struct pty *pty = toy_start(&options);

	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1006h"));
	pty_keys(pty, "<Click:5,10>");
	assert_has(pty, "▌ Person number 3");
	pty_keys(pty, "m");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1006l"));
	pty_stop(pty);
	options.env = mosh;
	pty = toy_start(&options);
	assert_null(strstr(pty_stream(pty, NULL), "\033[?1006h"));
	pty_keys(pty, "m");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033[?1006h"));
	pty_stop(pty);
}

TEST(nobody_asks_the_terminal)
{
	struct pty *pty = toy_start(&usual);
	const char *stream;

	pty_keys(pty, "jjG<Enter><Esc>");
	stream = pty_stream(pty, NULL);
	assert_null(strstr(stream, "\033[c"));
	assert_null(strstr(stream, "\033[6n"));
	assert_null(strstr(stream, "$p"));
	assert_null(strstr(stream, "\033[?u"));
	assert_null(strstr(stream, "\033[>"));
	assert_null(strstr(stream, "?1003h"));
	assert_null(strstr(stream, "?1004h"));
	pty_stop(pty);
}

RUN(CASE(the_first_frame_is_whole), CASE(an_arrow_is_cheap_and_one_write),
    CASE(a_burst_is_one_or_two_frames), CASE(large_frames_are_shown_at_once),
    CASE(idle_costs_nothing), CASE(a_torn_arrow_is_still_an_arrow),
    CASE(a_paste_goes_to_the_filter),
    CASE(a_burst_without_brackets_is_a_paste),
    CASE(a_resize_storm_is_few_frames), CASE(every_size_is_survived),
    CASE(a_tiny_start_grows), CASE(repainting_brings_all_back),
    CASE(every_terminal_shows_the_same), CASE(no_color_shows_the_same_text),
    CASE(a_plain_locale_gets_ascii_only),
    CASE(unknown_terminals_fall_back_and_say_so),
    CASE(terminals_without_cursor_are_refused),
    CASE(an_end_that_is_no_terminal_is_refused),
    CASE(the_mouse_is_off_under_screen_and_mosh), CASE(nobody_asks_the_terminal))
