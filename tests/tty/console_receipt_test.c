/* console_receipt_test.c: what is said on the normal screen when the console is left:
 * what was saved, what is kept, and nothing where there was nothing. */
#include "tests/tty/console.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* What stands there after the console has given the terminal back; valid until the
 * next call. */
static const char *said_after(struct pty *pty)
{
	static char out[4096];
	const char *last = NULL, *next = pty_stream(pty, NULL);
	size_t n = 0;

	while ((next = strstr(next, "\033[?1049l")) != NULL)
		last = ++next;
	assert_non_null(last);
	last = strrchr(last, '\033');	/* of all that resets it, the last */
	last += strcspn(last, "lmhtr") + 1;
	for (; *last && n + 1 < sizeof(out); last++)
		if (*last != '\r')
			out[n++] = *last;
	out[n] = '\0';
	return out;
}

static void left(struct pty *pty, const char *receipt)
{
	keys(pty, "<C-g><C-g><C-g><C-g><C-g><C-g>");
	pty_feed(pty, "qy", 2);
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_string_equal(said_after(pty), receipt);
	pty_stop(pty);
}

TEST(nothing_done_is_nothing_said)
{
	struct pty *pty = open_store(NULL, demo_store("nothing"));

	keys(pty, "jjw<Esc>4");
	left(pty, "");
	pty = open_demo(NULL);
	keys(pty, "jj");
	left(pty, "");
}

/* A fix that gives somebody a level; then it is undone, and done again. */
TEST(who_gained_is_counted_net)
{
	const char *store = demo_store("gained");
	struct pty *pty = open_store(NULL, store);

	keys(pty, "f1y");
	shows(pty, "Saved: ");
	left(pty, "1 change saved: 1 person gained. undo 2.\n");
	pty = open_store(NULL, store);
	keys(pty, "uy");
	shows(pty, "is Viewer again; undoes #2");
	left(pty, "1 change saved: 1 person lost.\n");
	pty = open_store(NULL, store);
	keys(pty, "Uyuy");
	left(pty, "2 changes saved, nobody gained or lost.\n");
}

TEST(names_stand_in_no_receipt)
{
	struct pty *pty = open_store(NULL, demo_store("names"));

	keys(pty, "4onZebras<F8>");
	shows(pty, "Saved: ");
	keys(pty, "nOkapis<F8>");
	shows(pty, "Okapis");
	keys(pty, "<C-g><C-g>");
	pty_feed(pty, "q", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_non_null(strstr(said_after(pty), "2 changes saved, nobody gained or lost. "
			       "undo 2..3.\n"));
	assert_null(strstr(said_after(pty), "Zebras"));
	pty_stop(pty);
}

/* A demo says that it is gone, and how one is kept. */
TEST(a_demo_that_is_thrown_away_says_so)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "f1y");
	left(pty, "1 change tried in the demo: 1 person gained. The demo is thrown away; "
	     "--keep FILE would keep one.\n");
}

/* Steps of what-if are dropped, when one says so and when a signal does. */
TEST(what_was_only_tried_is_told)
{
	struct pty *pty = open_store(NULL, demo_store("tried"));

	keys(pty, "tf1y");
	shows(pty, "What-if: ");
	left(pty, "1 step of what-if dropped, not saved.\n");
	pty = open_store(NULL, demo_store("stopped"));
	keys(pty, "tf1y");
	kill(pty_pid(pty), SIGTERM);
	assert_int_equal(pty_end(pty, SOON), 128 + SIGTERM);
	assert_string_equal(said_after(pty), "1 step of what-if dropped, not saved.\n");
	pty_stop(pty);
}

/* Of a store that is no demo; an old draft is not told again. */
TEST(a_draft_is_kept_and_told_once)
{
	const char *store = import_store("drafts", in_source("data/demo.json"));
	char folder[300];
	const char *env[] = { folder, NULL };
	const struct pty_options options = { .env = env };
	struct pty *pty;

	snprintf(folder, sizeof(folder), "XDG_STATE_HOME=%.200s", in_room("state"));
	pty = open_store(&options, store);
	keys(pty, "4onHalf a name<Esc>");
	shows(pty, "Draft kept");
	left(pty, "1 draft kept: the console offers it when it is opened again.\n");
	pty = open_store(&options, store);
	shows(pty, "Draft kept: ");
	left(pty, "");
}

/* Nobody is there to read it. */
TEST(a_lost_line_gets_none)
{
	struct pty *pty = open_store(NULL, demo_store("lost"));

	keys(pty, "f1y");
	kill(pty_pid(pty), SIGHUP);
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_string_equal(said_after(pty), "");
	pty_stop(pty);
}

RUN(CASE(nothing_done_is_nothing_said), CASE(who_gained_is_counted_net),
    CASE(names_stand_in_no_receipt), CASE(a_demo_that_is_thrown_away_says_so),
    CASE(what_was_only_tried_is_told), CASE(a_draft_is_kept_and_told_once),
    CASE(a_lost_line_gets_none))
