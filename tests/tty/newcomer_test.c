/* newcomer_test.c: from an empty store to a connection that is given to a group, a
 * project that uses it, and one held person explained.  This is the documentation of it:
 * each step presses a key that stands on the screen, and the keys are counted. */
#include "tests/tty/console.h"
#include "tests/tty/keycount.h"

enum { BOUND = 46 };	/* keys beside the text that is typed */

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options usual = { .rows = 40, .cols = 120 };

static void the_first_minutes(const struct pty_options *at, const char *name)
{
	const char *store = in_room(name);
	struct pty *pty;
	int n;

	MUST("--store", store, "workspace", "init", "--name", "Acme", "--plan",
	     "enterprise", "--admin", "ana@acme.example");
	pty = open_store(at, store);
	keycount_begin(pty);

	/* People. */
	says("Next: 4, then n adds people.");
	press("4");
	says("n new");
	press("n");
	type("bob@acme.example");
	says("F8 Add");
	press("<F8>");

	/* A group of them. */
	says("Next: o, then n puts people into a group.");
	press("o");
	says("n new");
	press("n");
	type("Finance");
	says("Tab next");
	press("<Tab>");
	type("bob");
	says("Enter");
	press("<Enter>");
	says("F8 Create");
	press("<F8>");

	/* A data connection. */
	says("Next: 1, then n connects a data source.");
	press("1");
	says("No data connections yet. n creates the first one.");
	press("n");
	type("Orders");
	says("Tab next");
	press("<Tab>");
	says("Enter");
	press("<Enter>");
	type("postg");
	says("Enter take it");
	press("<Enter>");
	says("Host");
	press("<Tab>");
	type("127.0.0.1");
	press("<Tab>");			/* the port is known, and another one here */
	type("1");
	press("<Tab>");
	type("orders");
	press("<Tab>");			/* a password, as it stands there */
	press("<Tab>");
	type("reader");
	says("F8 save");
	press("<F8>");
	says("Connection check");
	assert_true(pty_await(pty, "Nothing listens there"));
	press("<Esc>");

	/* The group's, not everybody's. */
	cursor_on(pty, "Orders");
	says("Next: S gives it to a group");
	press("S");
	says("Space tick");
	press("<Space>");
	shows(pty, "[ ] Workspace");
	press("<Down>");
	press("<Down>");
	press("<Down>");
	cursor_on(pty, "Finance");
	press("<Space>");
	says("F8 save");
	press("<F8>");

	/* A project that uses it. */
	says("Next: 5, then n makes a project.");
	press("5");
	says("No projects yet. n creates the first one.");
	press("n");
	type("Revenue");
	says("F8");
	press("<F8>");
	cursor_on(pty, "Revenue");
	says("Next: i brings a data connection into it.");
	press("i");
	cursor_on(pty, "Orders");
	says("Space");
	press("<Space>");
	says("F8 save");
	press("<F8>");

	/* Shared with the group, who shall edit it. */
	says("Next: S shares it with the group.");
	press("S");
	type("fin");
	says("Enter");
	press("<Enter>");
	press("<Down>");
	press("<Down>");
	cursor_on(pty, "Finance");
	press("<Right>");
	cursor_on(pty, "Can Edit");
	says("F8 save");
	press("<F8>");

	/* One of them is held; why. */
	says("Next: w tells why somebody is held");
	press("w");
	says("bob@acme.example can view Revenue.");
	shows(pty, "role Viewer");
	says("f 1  make Editor   nothing else moves");

	n = keycount_end("newcomer");
	assert_in_range(n, 1, BOUND);
	leave(pty);
}

TEST(an_empty_store_in_few_keys)
{
	the_first_minutes(&usual, "first");
}

/* In the smallest usual terminal, too. */
TEST(the_same_at_80_by_24)
{
	the_first_minutes(&small, "first-small");
}

static void answer(struct pty *pty, const char *line, const char *brings)
{
	pty_feed(pty, line, strlen(line));
	pty_feed(pty, "\n", 1);
	assert_true(pty_await(pty, brings));
}

/* Before there is a store at all: what will not do is asked again at once. */
TEST(three_questions_make_the_store)
{
	static const struct pty_options plain = { .rows = 24, .cols = 80,
						  .no_marker = true };
	const char *const argv[] = { program(), NULL };
	struct pty *pty = pty_start(&plain, argv);

	assert_true(pty_await(pty, "gatehouse demo shows an example"));
	answer(pty, "Acme", "Plan (community");
	answer(pty, "banana", "say one of: community");
	answer(pty, "team", "Your e-mail");
	answer(pty, "ana", "name@domain");
	answer(pty, "ana@acme.example", "Acme · Team › Projects");
	shows(pty, "Next: 4, then n adds people. : demo opens an example, ? shows "
	      "the keys.");
	pty_feed(pty, "q", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* In the smallest terminal, too, it is said where to begin. */
TEST(the_next_step_stands_at_40_by_10)
{
	static const struct pty_options least = { .rows = 10, .cols = 40 };
	const char *store = in_room("least");
	struct pty *pty;

	MUST("--store", store, "workspace", "init", "--name", "Acme", "--plan",
	     "enterprise", "--admin", "ana@acme.example");
	pty = open_store(&least, store);
	shows(pty, "No projects yet. n creates the first");
	shows(pty, "Next: 4, then n adds people.");
	keys(pty, "4");
	shows(pty, "Next: n adds people.");
	leave(pty);
}

RUN(CASE(three_questions_make_the_store), CASE(the_next_step_stands_at_40_by_10),
    CASE(an_empty_store_in_few_keys), CASE(the_same_at_80_by_24))
