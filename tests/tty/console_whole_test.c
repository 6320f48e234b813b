/* console_whole_test.c: workspace import in the console: the plan is shown before
 * the question, mass removal wants its number, faults are all told. */
#include "tests/tty/stores.h"

static const struct pty_options at = { .rows = 40, .cols = 120 };
static const struct pty_options low = { .rows = 10, .cols = 40 };

#define HEAD "{\"format\":\"gatehouse-workspace\",\"version\":1," \
	"\"workspace\":{\"name\":\"Acme Analytics\"},\"users\":["
#define MAYA "{\"id\":\"u-maya\",\"email\":\"maya@acme.example\"," \
	"\"name\":\"Maya Lindqvist\",\"role\":\"admin\",\"unix_login\":\"maya\"}"
#define BOB "{\"id\":\"u-bob\",\"email\":\"bob@acme.example\"," \
	"\"name\":\"Bob Stein\",\"role\":\"editor\"}"

static const char *put(const char *name, const char *text)
{
	const char *path = in_room(name);

	put_file(path, text, strlen(text));
	return path;
}

/* Type ":workspace import FILE more" and Enter. */
static void type(struct pty *pty, const char *file, const char *more)
{
	char line[600];

	snprintf(line, sizeof(line), ":workspace import %s%s<Enter>", file,
		 more);
	keys(pty, line);
}

TEST(the_plan_stands_before_the_question)
{
	const char *store = demo_store("plan");
	const char *file = put("merge.json", HEAD MAYA "," BOB "]}");
	struct pty *pty = open_store(&at, store);
	char *out;
	int was = events(store);

	type(pty, file, " --merge");
	shows(pty, "users: 0 added, 1 changed, 0 removed");
	shows(pty, "change Bob Stein (u-bob): role Viewer -> Editor");
	shows(pty, "Import the workspace");
	shows(pty, "Bob Stein (u-bob) on Revenue model (p-rev): still Can");
	shows_not(pty, "nobody's level changes");	/* the plan counts them */
	shows(pty, "A backup is written first");
	is_fresh(pty);
	keys(pty, "v");
	shows(pty, "change Bob Stein (u-bob): role Viewer -> Editor");
	keys(pty, "<Esc>");
	keys(pty, "<Esc>");
	shows(pty, "Nothing was changed.");
	assert_int_equal(events(store), was);
	type(pty, file, " --merge");
	keys(pty, "y");
	shows(pty, "Saved: Imported ");
	shows_not(pty, "u takes it back");
	assert_int_equal(events(store), was + 1);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			 "user", "show", "u-bob", NULL }), 0);
	assert_non_null(strstr(out, "ditor"));
	free(out);
	keys(pty, "4/bob<Enter>");
	shows(pty, "Bob Stein");
	leave(pty);
}

TEST(mass_removal_is_typed)
{
	const char *store = demo_store("mass");
	const char *file = put("few.json", HEAD MAYA "," BOB "]}");
	struct pty *pty = open_store(&at, store);
	int was = events(store);

	type(pty, file, "");
	shows(pty, "36 of 38 active people and 16 of 16");
	shows(pty, "Type 52:");
	is_fresh(pty);
	keys(pty, "5<Enter>");
	shows(pty, "Type 52 first");
	assert_int_equal(events(store), was);
	keys(pty, "2<Enter>");
	shows(pty, "Saved: Imported ");
	assert_int_equal(events(store), was + 1);
	keys(pty, "4");
	shows(pty, "Maya Lindqvist");
	shows_not(pty, "Beth Young");
	is_fresh(pty);
	leave(pty);
}

/* What was shown is what is done: another file is shown anew. */
TEST(another_file_than_was_shown_is_not_done)
{
	const char *store = demo_store("other");
	const char *file = put("other.json", HEAD MAYA "," BOB "]}");
	struct pty *pty = open_store(&at, store);
	int was = events(store);

	type(pty, file, " --merge");
	shows(pty, "role Viewer -> Editor");
	(void)put("other.json", HEAD MAYA ",{\"id\":\"u-bob\",\"email\":"
		  "\"bob@acme.example\",\"name\":\"Rob Stein\","
		  "\"role\":\"viewer\"}]}");
	keys(pty, "y");
	shows(pty, "Not done:");
	shows(pty, "change Rob Stein (u-bob): name Bob Stein -> Rob");
	shows_not(pty, "role Viewer -> Editor");
	assert_int_equal(events(store), was);
	keys(pty, "y");
	assert_int_equal(events(store), was + 1);
	leave(pty);
}

TEST(faults_of_a_file_are_a_page)
{
	const char *store = demo_store("faults");
	const char *file = put("bad.json", HEAD MAYA ",{\"id\":\"x\",\"email\":"
		"\"x\",\"role\":\"king\"},{\"id\":\"y\",\"email\":\"y@x.example\","
		"\"role\":\"boss\"}]}");
	struct pty *pty = open_store(&at, store);

	type(pty, file, "");
	shows(pty, "users[1].role: \"king\" is no role");
	shows(pty, "users[2].role: \"boss\" is no role");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_fits_a_small_terminal)
{
	const char *store = demo_store("low");
	const char *file = put("low.json", HEAD MAYA "," BOB "]}");
	struct pty *pty = open_store(&low, store);

	type(pty, file, " --merge");
	shows(pty, "y  Import");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

/* On the command line of a terminal the same is asked. */
TEST(a_terminal_is_asked_for_the_number)
{
	static const struct pty_options plain = { .rows = 60, .cols = 160,
						  .no_marker = true };
	const char *store = demo_store("cli");
	const char *file = put("cli.json", HEAD MAYA "," BOB "]}");
	const char *argv[] = { program(), "--store", store, "workspace",
			       "import", file, NULL };
	int was = events(store);
	struct pty *pty = pty_start(&plain, argv);

	assert_true(pty_await(pty, "Type 52 to go on:"));
	shows(pty, "more rows (--all shows them)");
	shows(pty, "36 of 38 active people and 16 of 16 projects would go");
	pty_feed(pty, "51\r", 3);
	assert_int_equal(pty_end(pty, SOON), 2);
	pty_stop(pty);
	assert_int_equal(events(store), was);
	pty = pty_start(&plain, argv);
	assert_true(pty_await(pty, "Type 52 to go on:"));
	pty_feed(pty, "52\r", 3);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
	assert_int_equal(events(store), was + 1);
}

RUN(CASE(a_terminal_is_asked_for_the_number), CASE(the_plan_stands_before_the_question), CASE(mass_removal_is_typed),
    CASE(another_file_than_was_shown_is_not_done),
    CASE(faults_of_a_file_are_a_page), CASE(it_fits_a_small_terminal))
