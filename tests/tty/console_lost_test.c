/* console_lost_test.c: the store is removed, or another takes its place, under an
 * open console: the header says so, and nothing is saved. */
#include "tests/tty/console.h"

#include <sys/stat.h>
#include <unistd.h>

static void change_is_refused(struct pty *pty, const char *words)
{
	keys(pty, ":group create");
	shows(pty, "not now: ");
	shows(pty, words);
	keys(pty, "<Esc><Esc>");
}

TEST(a_removed_store_is_said_to_be)
{
	const char *store = demo_store("removed");
	struct pty *pty = open_store(NULL, store);
	char moved[200];

	snprintf(moved, sizeof(moved), "%s.moved", store);
	assert_int_equal(rename(store, moved), 0);
	assert_true(pty_await(pty, "STORE REMOVED"));
	row_shows(pty, 0, "STORE REMOVED");
	change_is_refused(pty, "removed");
	keys(pty, "<Resize:80x24>");
	row_shows(pty, 0, "STORE REMOVED");
	leave(pty);
	/* Nothing was made where it was. */
	assert_int_not_equal(access(store, F_OK), 0);
	MUST("--store", moved, "workspace", "verify");
}

TEST(an_unlinked_store_too)
{
	const char *store = demo_store("unlinked");
	struct pty *pty = open_store(NULL, store);

	assert_int_equal(unlink(store), 0);
	assert_true(pty_await(pty, "STORE REMOVED"));
	row_shows(pty, 0, "STORE REMOVED");
	change_is_refused(pty, "removed");
	leave(pty);
	assert_int_not_equal(access(store, F_OK), 0);
}

TEST(a_replaced_store_is_said_to_be)
{
	const char *store = demo_store("replaced");
	const char *other = demo_store("other");
	struct pty *pty;
	struct stat st;

	pty = open_store(NULL, store);
	MUST("--store", other, "group", "create", "Theirs");
	assert_int_equal(rename(other, store), 0);
	assert_true(pty_await(pty, "STORE REPLACED"));
	row_shows(pty, 0, "STORE REPLACED");
	change_is_refused(pty, "replaced");
	leave(pty);
	assert_int_equal(stat(store, &st), 0);
	MUST("--store", store, "group", "show", "Theirs");
	MUST("--store", store, "workspace", "verify");
}

/* Put back, all goes on. */
TEST(a_store_that_comes_back_is_written_again)
{
	const char *store = demo_store("back");
	struct pty *pty = open_store(NULL, store);
	char moved[200];

	snprintf(moved, sizeof(moved), "%s.moved", store);
	assert_int_equal(rename(store, moved), 0);
	assert_true(pty_await(pty, "STORE REMOVED"));
	assert_int_equal(rename(moved, store), 0);
	assert_true(pty_await(pty, "is back in its place"));
	shows_not(pty, "STORE REMOVED");
	leave(pty);
	MUST("--store", store, "workspace", "verify");
}

RUN(CASE(a_removed_store_is_said_to_be),
    CASE(an_unlinked_store_too),
    CASE(a_replaced_store_is_said_to_be),
    CASE(a_store_that_comes_back_is_written_again))
