/* driver_test.c: the driver itself: what it reads, what it draws. */
#include "tests/tty/toyrun.h"

/* A shell that prints bytes and says that it is done. */
static struct pty *say(const char *bytes)
{
	const char *const argv[] = { "printf", "%b", bytes, NULL };

	return pty_start(NULL, argv);
}

TEST(markers_are_cut_out_wherever_they_stand)
{
	struct pty *pty = say("ab\\033]7777;0;1\\033\\\\cd\\033\\033]7777;0;2"
			      "\\033\\\\[1mef");

	assert_int_equal(pty_end(pty, 10000), 0);
	assert_string_equal(pty_row(pty, 0), "abcdef");
	assert_int_equal(pty_style(pty, "cd"), 0);
	assert_int_equal(pty_style(pty, "ef"), PTY_BOLD);
	assert_int_equal(pty_frames(pty), 2);
	assert_int_equal(pty_bytes(pty), 10);
	pty_stop(pty);
}

TEST(rows_are_read_with_wide_characters_and_marks)
{
	struct pty *pty = say("\u65e5\u672c e\u0301 \\033[7mx\\033[m\\r\\n  y");

	pty_end(pty, 10000);
	assert_string_equal(pty_row(pty, 0), "\u65e5\u672c e\u0301 x");
	assert_string_equal(pty_row(pty, 1), "  y");
	assert_int_equal(pty_find(pty, "y"), 1);
	assert_int_equal(pty_find(pty, "z"), -1);
	assert_int_equal(pty_style(pty, "x"), PTY_REVERSE);
	assert_int_equal(pty_cell_style(pty, 0, 7), PTY_REVERSE);
	pty_stop(pty);
}

TEST(home_is_private_and_goes_away)
{
	const char *const argv[] = { "sh", "-c",
		"echo $HOME $TZ $GATEHOUSE_TEST; mkdir -p $HOME/a/b; >$HOME/a/c",
		NULL };
	struct pty *pty = pty_start(NULL, argv);
	char home[128];
	FILE *file;

	assert_int_equal(pty_end(pty, 10000), 0);
	snprintf(home, sizeof(home), "%s UTC 1", pty_home(pty));
	assert_string_equal(pty_row(pty, 0), home);
	snprintf(home, sizeof(home), "%s/a/c", pty_home(pty));
	pty_stop(pty);
	file = fopen(home, "r");
	assert_null(file);
}

TEST(keys_are_written_as_people_do)
{
	struct pty *pty = toy_start(NULL);

	pty_keys(pty, "<F8>");
	assert_has(pty, "key F8");
	pty_keys(pty, "<C-p>");
	assert_has(pty, "key Ctrl-P");
	pty_keys(pty, "<A-x>");
	assert_has(pty, "key Alt-x");
	pty_keys(pty, "<S-Tab>");
	assert_has(pty, "key Shift-Tab");
	pty_keys(pty, "<Raw:c3bc>");
	assert_has(pty, "key \303\274");
	pty_keys(pty, "/role:ed<Enter><Resize:60x10>");
	assert_has(pty, "167 of 500");
	assert_int_equal(pty_rows(pty), 10);
	assert_int_equal(pty_cols(pty), 60);
	pty_stop(pty);
}

/* The planted faults are in toy.c: a second write, and one that goes another way. */
TEST(writes_are_counted)
{
	static const struct pty_options counted = { .count_writes = true };
	struct pty *pty = toy_start(&counted);

	assert_int_equal(pty_count_writes(pty, "j", 1), 1);
	assert_int_equal(pty_count_writes(pty, "%", 1), 2);
	assert_int_equal(pty_count_writes(pty, "@", 1), -1);
	assert_int_equal(pty_count_writes(pty, "k", 1), 1);
	pty_stop(pty);
	pty = toy_start(NULL);
	assert_int_equal(pty_count_writes(pty, "j", 1), -1);
	pty_stop(pty);
}

/* Neither the program nor what it starts finds a trace of it. */
TEST(the_counter_is_not_seen)
{
	static const struct pty_options counted = { .count_writes = true,
						    .no_marker = true };
	const char *const argv[] = { "sh", "-c",
		"env | grep -c -e LD_PRELOAD -e TALLY; ls /proc/self/fd | wc -l",
		NULL };
	struct pty *pty = pty_start(&counted, argv);
	char fds[8];

	assert_int_equal(pty_end(pty, 10000), 0);
	assert_string_equal(pty_row(pty, 0), "0");
	snprintf(fds, sizeof(fds), "%s", pty_row(pty, 1));
	pty_stop(pty);
	pty = pty_start(&(struct pty_options){ .no_marker = true }, argv);
	assert_int_equal(pty_end(pty, 10000), 0);
	assert_string_equal(pty_row(pty, 1), fds);
	pty_stop(pty);
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

TEST(a_picture_is_svg)
{
	struct pty *pty = say("plain \\033[1;31mred <&>\\033[m \\033[4mline"
			      "\\033[m \\033[7mback\\033[m");
	char *text = NULL;
	size_t n;
	FILE *out = open_memstream(&text, &n);

	assert_non_null(out);
	pty_end(pty, 10000);
	pty_svg(pty, out, "a <title>", false);
	fclose(out);
	assert_int_equal(strncmp(text, "<svg ", 5), 0);
	assert_int_equal(count(text, "<text"), count(text, "</text>"));
	assert_int_equal(count(text, "<svg"), count(text, "</svg>"));
	assert_non_null(strstr(text, "a &lt;title&gt;"));
	assert_non_null(strstr(text, ">plain</text>"));
	assert_non_null(strstr(text, "fill=\"#e5707a\" font-weight=\"bold\">"
			       "red &lt;&amp;&gt;</text>"));
	assert_non_null(strstr(text, "fill=\"#1b1f27\">back</text>"));
	assert_non_null(strstr(text, "h36\" stroke"));
	free(text);
	pty_stop(pty);
}

RUN(CASE(markers_are_cut_out_wherever_they_stand),
    CASE(rows_are_read_with_wide_characters_and_marks),
    CASE(home_is_private_and_goes_away), CASE(keys_are_written_as_people_do),
    CASE(writes_are_counted),
    CASE(the_counter_is_not_seen), CASE(a_picture_is_svg))
