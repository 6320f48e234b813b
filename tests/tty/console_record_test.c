/* console_record_test.c: what is done in the console is repeated by the scenario that was
 * recorded of it, and an expectation that is broken is found. */
#include "tests/tty/console.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

/* In the demo; file: in the room. */
static struct pty *record(const struct pty_options *options, const char *file)
{
	const char *argv[] = { program(), "scenario", "record", file, "--demo", NULL };

	return pty_start(options, argv);
}

static char *text_of(const char *file)
{
	size_t n;

	return read_file(file, &n);
}

static bool has(const char *file, const char *words)
{
	char *text = text_of(file);
	bool yes = strstr(text, words) != NULL;

	if (!yes)
		print_error("%s is not in\n%s\n", words, text);
	free(text);
	return yes;
}

static void checks(const char *file, int expected)
{
	const char *const words[] = { "scenario", "check", "--format", "csv", file, NULL };
	char *out;
	int status = run(&out, words);

	if (status != expected)
		print_error("%s", out);
	free(out);
	assert_int_equal(status, expected);
}

/* Put other words in the place of these. */
static void change(const char *file, const char *from, const char *to)
{
	char *text = text_of(file), *at = strstr(text, from);

	assert_non_null(at);
	assert_int_equal(strlen(from), strlen(to));
	memcpy(at, to, strlen(to));
	put_file(file, text, strlen(text));
	free(text);
}

TEST(it_is_repeated_and_a_broken_expectation_is_found)
{
	const char *file = in_room("done.json");
	struct pty *pty = record(&large, file);

	row_shows(pty, 0, "RECORDING 0");
	keys(pty, "5:project share-web \"Revenue model\" can_view<Enter>y");
	shows(pty, "Saved: ");
	row_shows(pty, 0, "RECORDING 1");
	/* A form, of which several commands are one save. */
	keys(pty, ":group create<Enter>Fresh<Tab>bob@acme.example<F8>");
	row_shows(pty, 0, "RECORDING 2");
	keys(pty, ":group add Fresh dana@acme.example<Enter>y");
	row_shows(pty, 0, "RECORDING 3");
	keys(pty, "uy");
	row_shows(pty, 0, "RECORDING 4");
	pty_feed(pty, "qy", 2);
	assert_true(pty_await(pty, "Recorded 4 steps in"));
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
	assert_true(has(file, "[\"group\",\"add\",\"Fresh\",\"dana@acme.example\"]"));
	assert_true(has(file, "\"workspace\":\"demo\""));
	checks(file, 0);
	assert_int_equal(RUN_CLI("scenario", "run", file), 0);
	change(file, "\"effective\":\"can_view\"", "\"effective\":\"can_edit\"");
	checks(file, 1);
	assert_int_equal(RUN_CLI("scenario", "run", file), 1);
}

/* Narrow, and in what-if: the tabs go, who one is and that it is recorded stay. */
TEST(that_it_is_recorded_and_who_one_is_are_both_there)
{
	const char *file = in_room("who.json");
	struct pty *pty = record(&small, file);

	keys(pty, "4");
	row_shows(pty, 0, "REC 0  DEMO  maya");
	row_shows(pty, 0, "[4 Users]");
	row_shows(pty, 0, "5 Projects");
	assert_true(pty_resize(pty, 24, 50));
	keys(pty, "5");
	row_shows(pty, 0, "REC 0  DEMO  maya");
	assert_true(pty_resize(pty, 24, 80));
	keys(pty, "t");
	row_shows(pty, 0, "REC 0  WHAT-IF 0 steps  DEMO  maya");
	leave(pty);
}

/* As people with their addresses; and the undo is of that. */
TEST(people_of_a_file_are_recorded_without_it)
{
	const char *file = in_room("list.json");
	struct pty *pty = record(&small, file);
	char line[1200];

	snprintf(line, sizeof(line), ":user add<Enter><Tab><Tab><Tab><Enter>%s/tests/model/lists/"
		 "german.csv<Enter><F8>", getenv("srcdir_abs"));
	keys(pty, line);
	shows(pty, "Saved: ");
	row_shows(pty, 0, " REC 1 ");
	keys(pty, "uy");
	row_shows(pty, 0, " REC 2 ");
	leave(pty);
	assert_true(has(file, "[\"user\",\"add\",\"Ilse Duarte <ilse@acme.example>\","
			"\"--role\",\"editor\"]"));
	assert_true(has(file, "[\"undo\",\"2\"]"));
	checks(file, 0);
}

TEST(what_the_screen_refused_must_be_refused)
{
	const char *file = in_room("refused.json");
	struct pty *pty = record(&small, file);

	keys(pty, "5:project share p-rev --user dana@acme.example --level can_edit<Enter>");
	row_shows(pty, 0, " REC 1 ");
	row_shows(pty, 0, "  maya");		/* who one is stays, too */
	row_shows(pty, 0, "5 Projects]");
	row_shows(pty, 0, "1 Data");
	keys(pty, "<Esc>");
	is_fresh(pty);
	leave(pty);
	assert_true(has(file, "\"say\":\"Refused: "));
	assert_true(has(file, "\"exit\":"));
	checks(file, 0);
	change(file, "\"--level\",\"can_edit\"", "\"--level\",\"can_view\"");
	checks(file, 1);
}

/* What was only tried is one step when it is applied. */
TEST(what_if_is_one_step)
{
	const char *file = in_room("tried.json");
	struct pty *pty = record(&large, file);

	keys(pty, "5t:project share-web \"Revenue model\" can_view<Enter>y");
	keys(pty, ":group create Fresh<Enter>yt<F8>");
	leave(pty);
	assert_true(has(file, "\"and\":[[\"group\",\"create\",\"Fresh\"]]"));
	checks(file, 0);
}

/* The workspace itself, and a copy of it: the same is repeated. */
static void of_a_store(const char *name, const char *option)
{
	const char *store = demo_store(name);
	const char *file = in_room("store.json");
	const char *argv[] = { program(), "--store", store, "scenario", "record", file,
			       "--yes", option, NULL };
	char *before = dump(store), *after;
	struct pty *pty = pty_start(&large, argv);
	bool same;

	row_shows(pty, 0, "RECORDING 0");
	keys(pty, "5:project share-web \"Revenue model\" can_view<Enter>y");
	row_shows(pty, 0, "RECORDING 1");
	pty_feed(pty, "qy", 2);
	assert_true(pty_await(pty, option ? "change tried in a copy" : "change saved"));
	assert_true(pty_await(pty, "Recorded 1 step in"));
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_int_equal(pty_find(pty, "--keep"), -1);
	pty_stop(pty);
	after = dump(store);
	same = strcmp(before, after) == 0;
	assert_int_equal(same, option != NULL);
	free(before);
	free(after);
	assert_true(has(file, "\"workspace\":\"store.workspace.json\""));
	checks(file, 0);
}

TEST(a_workspace_is_recorded_and_a_copy_leaves_it)
{
	of_a_store("itself", NULL);
	of_a_store("copied", "--copy");
}

TEST(it_begins_in_an_open_console)
{
	const char *store = demo_store("begun"), *file = in_room("begun.json");
	struct pty *pty = open_store(&large, store);
	char line[256], *text;

	snprintf(line, sizeof(line), "5:project share-web p-rev can_view<Enter>y"
		 ":scenario record %s<Enter>", file);
	keys(pty, line);
	shows(pty, "Recording in ");
	keys(pty, "<Esc>:project share-web p-rev none<Enter>y");
	row_shows(pty, 0, "RECORDING 1");
	leave(pty);
	text = text_of(file);
	assert_null(strstr(text, "NOT RECORDED"));
	free(text);
	checks(file, 0);
}

/* Nothing is lost but the step under way: the file is whole. */
TEST(a_kill_leaves_what_was_done)
{
	const char *file = in_room("killed.json");
	struct pty *pty = record(&large, file);

	keys(pty, "5:project share-web \"Revenue model\" can_view<Enter>y");
	kill(pty_pid(pty), SIGKILL);
	assert_int_equal(pty_end(pty, SOON), 128 + SIGKILL);
	pty_stop(pty);
	assert_true(has(file, "\"share-web\""));
	checks(file, 0);
}

TEST(a_file_that_cannot_be_written_is_said)
{
	char folder[200], moved[220], file[220];
	struct pty *pty;

	snprintf(folder, sizeof(folder), "%s", in_room("away"));
	snprintf(moved, sizeof(moved), "%s-moved", folder);
	snprintf(file, sizeof(file), "%s/r.json", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	pty = record(&large, file);
	assert_int_equal(rename(folder, moved), 0);
	keys(pty, "5:project share-web \"Revenue model\" can_view<Enter>y");
	row_shows(pty, 0, "NOT WRITTEN");
	shows(pty, "Saved, and not written to the recording");
	shows(pty, "web");
	assert_int_equal(rename(moved, folder), 0);
	keys(pty, ":group create Fresh<Enter>y");
	row_shows(pty, 0, "RECORDING 2");
	leave(pty);
	checks(file, 0);
}

/* The name is there, the value nowhere; that the vault was made is no step. */
TEST(values_of_secrets_are_not_written)
{
	const char *file = in_room("secret.json");
	struct pty *pty = record(&large, file);
	char *text;

	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711<F8>seven green bottles<Enter><F8>");
	row_shows(pty, 0, " 1  DEMO ");	/* shortened where keys may be swapped out */
	leave(pty);
	text = text_of(file);
	assert_null(strstr(text, "sk_live_4711"));
	assert_null(strstr(text, "green bottles"));
	free(text);
	assert_true(has(file, "[\"secret\",\"create\",\"PLANTED_KEY\""));
	assert_true(has(file, "The value of the secret is not written here."));
	assert_true(has(file, "NOT RECORDED: vault"));
	checks(file, 0);
}

/* Before the console is there. */
static void refuses(int status, const char *says, const char *const argv[])
{
	const struct pty_options plain = { .rows = 24, .cols = 200, .no_marker = true };
	struct pty *pty = pty_start(&plain, argv);

	assert_true(pty_await(pty, says));
	assert_int_equal(pty_end(pty, SOON), status);
	pty_stop(pty);
}

TEST(where_it_may_not_it_does_not_begin)
{
	char *store = strdup(demo_store("mine"));
	char *file = strdup(in_room("there.json"));
	char *bob = strdup(in_room("bob.json"));
	const char *demo[] = { program(), "scenario", "record", file, "--demo", NULL, NULL };
	const char *as[] = { program(), "--store", store, "--as", "bob@acme.example", "scenario",
			     "record", bob, NULL };
	const char *none[] = { program(), "--store", in_room("no.db"), "scenario", "record",
			       bob, NULL };
	const char *nowhere[] = { program(), "scenario", "record", in_room("no/such.json"),
				  "--demo", NULL };

	put_file(file, "{}\n", 3);
	refuses(5, "exists already", demo);
	demo[5] = "--yes";
	refuses(5, "is no earlier export", demo);
	refuses(3, "which is for Admins", as);
	refuses(4, "workspace init", none);
	refuses(2, "cannot be written", nowhere);
	assert_int_equal(access(bob, F_OK), -1);
	assert_int_equal(access(in_room("bob.workspace.json"), F_OK), -1);
	free(store);
	free(file);
	free(bob);
}

RUN(CASE(values_of_secrets_are_not_written),
    CASE(where_it_may_not_it_does_not_begin),
    CASE(it_is_repeated_and_a_broken_expectation_is_found),
    CASE(that_it_is_recorded_and_who_one_is_are_both_there),
    CASE(people_of_a_file_are_recorded_without_it),
    CASE(what_the_screen_refused_must_be_refused),
    CASE(what_if_is_one_step),
    CASE(a_workspace_is_recorded_and_a_copy_leaves_it),
    CASE(it_begins_in_an_open_console),
    CASE(a_kill_leaves_what_was_done),
    CASE(a_file_that_cannot_be_written_is_said))
