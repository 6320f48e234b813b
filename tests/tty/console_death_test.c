/* console_death_test.c: however the console ends, on whatever page, the terminal is
 * given back and the store is whole. */
#include "tests/tty/console.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct { const char *keys, *shows; } page[] = {
	{ "j", "16 of 16" },
	{ ":share", "Palette" },
	{ "w", "Why \u00b7 Emil Costa" },
	{ "f1", "If you do it" }
};

static void dies(int sig, int status)
{
	const char *store = demo_store("death");
	struct pty *pty;
	size_t i;

	for (i = 0; i < sizeof(page) / sizeof(page[0]); i++) {
		pty = open_store(NULL, store);
		keys(pty, page[i].keys);
		shows(pty, page[i].shows);
		kill(pty_pid(pty), sig);
		assert_int_equal(pty_end(pty, SOON), status);
		is_restored(pty);
		pty_stop(pty);
	}
	MUST("--store", store, "workspace", "verify");
}

#define DIES(name, sig, status) TEST(name) { dies(sig, status); }
DIES(term_leaves, SIGTERM, 128 + SIGTERM)
DIES(hup_leaves, SIGHUP, 0)
DIES(int_restores, SIGINT, 128 + SIGINT)
DIES(quit_restores, SIGQUIT, 128 + SIGQUIT)
DIES(segv_restores, SIGSEGV, 128 + SIGSEGV)
DIES(abrt_restores, SIGABRT, 128 + SIGABRT)
DIES(bus_restores, SIGBUS, 128 + SIGBUS)
DIES(fpe_restores, SIGFPE, 128 + SIGFPE)
DIES(ill_restores, SIGILL, 128 + SIGILL)

/* A lost line ends it within a second, and a demo leaves nothing behind. */
static void line_is_lost(bool ignore_hup)
{
	char set[200];
	const char *env[] = { set, NULL };
	const struct pty_options options = {
		.ignore_hup = ignore_hup, .env = env
	};
	struct pty *pty;
	size_t i;

	snprintf(set, sizeof(set), "TMPDIR=%.100s", in_room("lost"));
	assert_int_equal(mkdir(in_room("lost"), 0700), 0);
	for (i = 0; i < sizeof(page) / sizeof(page[0]); i++) {
		pty = open_demo(&options);
		keys(pty, page[i].keys);
		pty_hangup(pty);
		assert_int_equal(pty_end(pty, 1000), 0);
		pty_stop(pty);
	}
	assert_int_equal(rmdir(in_room("lost")), 0);
}

/* Whatever ends a demo that can be caught, its folder is not left behind. */
TEST(a_demo_that_is_killed_leaves_nothing)
{
	static const int signals[] = { SIGINT, SIGQUIT, SIGTERM, SIGSEGV, SIGABRT, SIGBUS };
	char set[200];
	const char *env[] = { set, NULL };
	const struct pty_options options = { .env = env };
	struct pty *pty;
	size_t i;

	snprintf(set, sizeof(set), "TMPDIR=%.100s", in_room("killed"));
	assert_int_equal(mkdir(in_room("killed"), 0700), 0);
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		pty = open_demo(&options);
		keys(pty, "j");
		kill(pty_pid(pty), signals[i]);
		assert_int_equal(pty_end(pty, SOON), 128 + signals[i]);
		is_restored(pty);
		pty_stop(pty);
	}
	assert_int_equal(rmdir(in_room("killed")), 0);
}

TEST(a_lost_line_ends_it)
{
	line_is_lost(false);
}

TEST(a_lost_line_ends_it_where_hup_is_ignored)
{
	line_is_lost(true);
}

/* Keys of which nobody reads what they draw; then the line goes. */
TEST(a_stuck_line_that_is_lost)
{
	struct pty *pty = open_demo(NULL);
	int i;

	for (i = 0; i < 400; i++)
		pty_feed(pty, i % 2 ? "5" : "4", 1);
	pty_hangup(pty);
	assert_int_equal(pty_end(pty, 2000), 0);
	pty_stop(pty);
}

int main(void)
{
	const struct rlimit none = { 0, 0 };
	const struct CMUnitTest tests[] = {
		CASE(term_leaves), CASE(hup_leaves), CASE(int_restores),
		CASE(quit_restores), CASE(segv_restores), CASE(abrt_restores),
		CASE(bus_restores), CASE(fpe_restores), CASE(ill_restores),
		CASE(a_demo_that_is_killed_leaves_nothing),
    CASE(a_lost_line_ends_it),
		CASE(a_lost_line_ends_it_where_hup_is_ignored),
		CASE(a_stuck_line_that_is_lost)
	};

	setrlimit(RLIMIT_CORE, &none);	/* no core files of killed programs */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
