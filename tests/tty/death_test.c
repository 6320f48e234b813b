/* death_test.c: however the program ends, the terminal is as it was. */
#include "tests/tty/toyrun.h"

#include <signal.h>

enum { SOON = 10000 };	/* ms; a loaded machine is not a fault */

/* The old screen, the cursor, the modes; then what the shell expects. */
static void assert_restored(struct pty *pty)
{
	static const char *const off[] = {
		"\033[?1049l", "\033[?25h", "\033[?2004l", "\033[?1000l",
		"\033[?1006l", "\033[?2026l", "\033[0m"
	};
	size_t i;

	for (i = 0; i < sizeof(off) / sizeof(off[0]); i++)
		assert_non_null(strstr(pty_stream(pty, NULL), off[i]));
	assert_false(pty_on_alternate_screen(pty));
	assert_true(pty_is_cooked(pty));
}

TEST(quitting_restores)
{
	struct pty *pty = toy_start(NULL);

	pty_keys(pty, "jq");
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_restored(pty);
	pty_stop(pty);
}

TEST(each_fatal_signal_restores_and_kills)
{
	static const int signals[] = { SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS,
				       SIGFPE, SIGILL };
	size_t i;

	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct pty *pty = toy_start(NULL);

		kill(pty_pid(pty), signals[i]);
		assert_int_equal(pty_end(pty, SOON), 128 + signals[i]);
		assert_restored(pty);
		pty_stop(pty);
	}
}

TEST(term_and_hup_leave_cleanly)
{
	static const struct { int signal, status; } want[] = {
		{ SIGTERM, 40 }, { SIGHUP, 41 }
	};
	size_t i;

	for (i = 0; i < 2; i++) {
		struct pty *pty = toy_start(NULL);

		kill(pty_pid(pty), want[i].signal);
		assert_int_equal(pty_end(pty, SOON), want[i].status);
		assert_restored(pty);
		pty_stop(pty);
	}
}

TEST(term_ends_a_loop_that_hangs)
{
	struct pty *pty = toy_start(NULL);

	pty_feed(pty, "=", 1);
	assert_true(pty_await(pty, "hung"));
	kill(pty_pid(pty), SIGTERM);
	assert_int_equal(pty_end(pty, SOON), 128 + SIGTERM);
	assert_restored(pty);
	pty_stop(pty);
}

TEST(term_twice_does_not_wait)
{
	struct pty *pty = toy_start(NULL);

	pty_feed(pty, "=", 1);
	assert_true(pty_await(pty, "hung"));
	kill(pty_pid(pty), SIGHUP);
	kill(pty_pid(pty), SIGTERM);
	assert_in_range(pty_end(pty, SOON), 128 + SIGHUP, 128 + SIGTERM);
	assert_restored(pty);
	pty_stop(pty);
}

/* From inside: a bug, a full stack, no memory, an exit in the middle. */
TEST(each_bug_restores)
{
	static const char keys[] = "!#$&^*";
	size_t i;

	for (i = 0; keys[i]; i++) {
		struct pty *pty = toy_start(NULL);

		pty_feed(pty, &keys[i], 1);
		assert_true(pty_end(pty, SOON) > 0);
		assert_restored(pty);
		pty_stop(pty);
	}
}

TEST(a_lost_line_ends_it)
{
	struct pty *pty = toy_start(NULL);

	pty_hangup(pty);
	assert_int_equal(pty_end(pty, SOON), 41);
	pty_stop(pty);
}

TEST(a_lost_line_ends_it_also_under_nohup)
{
	const struct pty_options options = { .ignore_hup = true };
	struct pty *pty = toy_start(&options);

	pty_hangup(pty);
	assert_int_equal(pty_end(pty, 1000), 41);
	pty_stop(pty);
}

/* Nobody reads: frames are skipped, not queued, and TERM is still heard. */
TEST(a_stuck_line_skips_frames)
{
	struct pty *pty = toy_start(NULL);
	unsigned long frames = pty_frames(pty);
	int i;

	for (i = 0; i < 300; i++)
		pty_feed(pty, i % 2 ? "g" : "G", 1);
	pty_feed(pty, "j", 1);
	assert_true(pty_settle(pty));
	assert_has(pty, "▌ Person number 1 ");
	assert_in_range(pty_frames(pty) - frames, 1, 301);
	pty_stop(pty);
}

TEST(a_stuck_line_does_not_keep_it_alive)
{
	struct pty *pty = toy_start(NULL);
	int i, status;

	for (i = 0; i < 600; i++)
		pty_feed(pty, i % 2 ? "g" : "G", 1);
	kill(pty_pid(pty), SIGTERM);
	status = pty_end_unread(pty, SOON);
	assert_true(status == 40 || status == 128 + SIGTERM);
	pty_stop(pty);
}

TEST(a_stop_gives_the_terminal_back_and_takes_it_again)
{
	struct pty *pty = toy_start(NULL);
	const char *left, *back;

	pty_keys(pty, "jj");
	pty_forget(pty);
	/* a session leader cannot be stopped: it comes back at once */
	pty_keys(pty, "<C-z>");
	pty_keys(pty, "j");
	left = strstr(pty_stream(pty, NULL), "\033[?1049l");
	assert_non_null(left);
	back = strstr(left, "\033[?1049h");
	assert_non_null(back);
	assert_non_null(strstr(back, "\033[?2004h"));
	assert_true(pty_on_alternate_screen(pty));
	assert_has(pty, "▌ Person number 3");
	assert_has(pty, "500 of 500");
	assert_false(pty_is_cooked(pty));
	pty_keys(pty, "q");
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_restored(pty);
	pty_stop(pty);
}

/* Seeded noise, without the keys that are meant to end it. */
TEST(noise_does_not_end_it)
{
	struct pty *pty = toy_start(NULL);
	uint32_t seed = 1;
	char bytes[512];
	size_t i, round;

	for (round = 0; round < 40; round++) {
		for (i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char)(seed >> 24);
			if (strchr("q!#$&^*=\032", bytes[i]))
				bytes[i] = '\033';
		}
		pty_feed(pty, bytes, sizeof(bytes));
		pty_feed(pty, "\033[201~\033\\\003\003", 10);
		if (!pty_settle(pty))
			break;
	}
	assert_int_equal(round, 40);
	pty_keys(pty, "<C-c><Esc><Esc><Enter><Esc><Esc>");
	pty_keys(pty, "q");
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

RUN(CASE(quitting_restores), CASE(each_fatal_signal_restores_and_kills),
    CASE(term_and_hup_leave_cleanly), CASE(term_ends_a_loop_that_hangs),
    CASE(term_twice_does_not_wait), CASE(each_bug_restores),
    CASE(a_lost_line_ends_it), CASE(a_lost_line_ends_it_also_under_nohup),
    CASE(a_stuck_line_skips_frames), CASE(a_stuck_line_does_not_keep_it_alive),
    CASE(a_stop_gives_the_terminal_back_and_takes_it_again),
    CASE(noise_does_not_end_it))
