/* dialog_leaving_test.c: several people leave at once: what each owns, who takes it over,
 * a report for each, one preview and one event. */
#include "tests/tty/stores.h"

#include <sys/stat.h>
#include <unistd.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };

#define TWO "4+ravi<Enter>+cleo<Enter>"

static bool report_says(const char *folder, const char *who, const char *text)
{
	char path[1200], all[16384];
	FILE *file;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s.txt", folder, who);
	file = fopen(path, "r");
	if (!file)
		return false;
	n = fread(all, 1, sizeof(all) - 1, file);
	all[n] = '\0';
	fclose(file);
	return strstr(all, text) != NULL;
}

static void remove_reports(const char *folder)
{
	static const char *const who[] = { "ravi", "cleo" };
	char path[1200];

	for (size_t i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s@acme.example.txt", folder, who[i]);
		(void)remove(path);
	}
	assert_int_equal(rmdir(folder), 0);	/* and nothing else is in it */
}

TEST(several_leave_at_once_with_heirs_and_reports)
{
	const char *store = demo_store("many"), *cli = demo_store("many-cli");
	const char *untouched = demo_store("many-before");
	int before = events(store);
	struct pty *pty = open_store(&large, store);
	char folder[1024], typed[1100];

	snprintf(folder, sizeof(folder), "%s.reports", store);
	assert_int_equal(mkdir(folder, 0700), 0);
	keys(pty, TWO "d");
	shows(pty, "Deactivate 2 users");
	shows(pty, "Customer 360 (Cleo M");
	shows(pty, "Churn model (Ravi Me");
	row_shows(pty, pty_find(pty, "Ravi Menon: API token"), "Sample: Ravi's laptop");
	row_shows(pty, pty_find(pty, "Cleo Martin: group"), "Data Team");
	shows(pty, "! Cleo Martin still owns: Customer 360 and Reverse");
	cursor_on(pty, "[ Back  Esc ]");
	keys(pty, "<Up>amir<Enter><Tab><Tab><Down><Down>");
	shows_not(pty, "still owns");
	cursor_on(pty, "Churn model (Ravi Me");
	row_shows(pty, pty_find(pty, "Churn model (Ravi Me"), "Amir Haddad, new owner");
	keys(pty, "<Enter>nina<Enter>");
	row_shows(pty, pty_find(pty, "Churn model (Ravi Me"), "Nina Kowalski");
	snprintf(typed, sizeof(typed), "<Tab>%s", folder);
	keys(pty, typed);
	shows(pty, "2 people lose on 12 projects, 2 gain on 4");
	keys(pty, "<F8>y");
	shows(pty, "Saved: 2 people lose on 12 projects, 2 gain on 4");
	assert_int_equal(events(store), before + 1);
	assert_true(report_says(folder, "ravi@acme.example",
				"Churn model to Nina Kowalski <nina@acme.example>"));
	assert_true(report_says(folder, "ravi@acme.example",
				"Revenue forecast to Amir Haddad <amir@acme.example>"));
	assert_true(report_says(folder, "cleo@acme.example",
				"Customer 360 to Amir Haddad <amir@acme.example>"));
	assert_false(report_says(folder, "cleo@acme.example", "Ravi Menon"));
	remove_reports(folder);
	MUST("--store", cli, "user", "deactivate", "u-ravi", "--transfer-to", "u-amir",
	     "--heir", "p-churn=u-nina");
	MUST("--store", cli, "user", "deactivate", "u-cleo", "--transfer-to", "u-amir");
	same_stores(store, cli);
	keys(pty, "uy");			/* all of it comes back */
	shows(pty, "Cleo Martin owns Customer 360 again");
	leave(pty);
	same_stores(store, untouched);
}

TEST(a_reflex_takes_nobody_away)
{
	static const char *const reflex[] = { "<Enter>", "<Space>", "<Esc>", "n" };
	const char *store = demo_store("many-reflex");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	for (size_t i = 0; i < 4; i++) {
		keys(pty, "4<Space><Space>d");
		cursor_on(pty, "[ Back  Esc ]");
		keys(pty, reflex[i]);
		keys(pty, "<Esc><Esc><Esc><Esc>");	/* the form, and the marks */
		assert_int_equal(events(store), before);
	}
	leave(pty);
}

TEST(nobody_who_leaves_takes_over)
{
	const char *store = demo_store("many-heirs");
	struct pty *pty = open_store(&small, store);

	keys(pty, TWO "d<Up>cleo");
	shows(pty, "not: is leaving");
	keys(pty, "<C-u>bob");
	shows(pty, "not: cannot hold Full Access as Viewer");
	keys(pty, "<C-u><Tab><Enter>cleo");
	shows(pty, "no match");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* All of them or none; what stops one is said of that one. */
TEST(a_report_that_cannot_be_written_stops_it)
{
	const char *store = demo_store("many-stops");
	int before = events(store);
	struct pty *pty = open_store(&large, store);
	char folder[1024], path[1200], typed[1300];
	FILE *file;

	snprintf(folder, sizeof(folder), "%s.reports", store);
	snprintf(typed, sizeof(typed), TWO "d<Up><Tab><Tab>%s", folder);
	keys(pty, typed);
	shows(pty, "no file can be written into");
	keys(pty, "<F8>y");
	cursor_on(pty, "Reports into");
	assert_int_equal(events(store), before);
	assert_int_equal(mkdir(folder, 0700), 0);
	snprintf(path, sizeof(path), "%s/ravi@acme.example.txt", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("mine\n", file);
	fclose(file);
	keys(pty, "/");
	shows_not(pty, "no file can be written into");
	shows(pty, "! Ravi Menon:");
	keys(pty, "<F8>y");
	shows(pty, "Not saved: 1 of 2 is blocked; o leaves it out");
	assert_int_equal(events(store), before);
	assert_false(report_says(folder, "cleo@acme.example", "leaves"));
	assert_true(report_says(folder, "ravi@acme.example", "mine"));
	leave(pty);
	remove_reports(folder);
}

/* The words follow what is chosen. */
TEST(each_row_says_who_has_it_then)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "4/ravi<Enter>d");
	shows_not(pty, "all of them");
	shows(pty, "Of them, what nobody takes over");
	row_shows(pty, pty_find(pty, "Churn model       \u2039"), "nobody: it stays");
	keys(pty, "<Up>amir<Enter>");
	row_shows(pty, pty_find(pty, "Revenue forecast  \u2039"), "Amir Haddad, new owner");
	shows_not(pty, "nobody: it stays");
	keys(pty, "<Tab><Tab><Enter>nina<Enter>");
	shows(pty, "\u2039 Nina Kowalski");
	row_shows(pty, pty_find(pty, "Revenue forecast  \u2039"), "Amir Haddad, new owner");
	keys(pty, "<S-Tab><Del>");		/* the new owner goes again */
	row_shows(pty, pty_find(pty, "Revenue forecast  \u2039"), "nobody: it stays");
	shows(pty, "\u2039 Nina Kowalski");
	leave(pty);
}

/* e would edit them: the key that is said opens it again. */
TEST(a_draft_of_leaving_is_resumed_by_its_key)
{
	struct pty *pty = open_demo(&large);

	keys(pty, TWO "d<Up>amir<Enter><Esc>");
	shows(pty, "Draft kept until you leave: Deactivate 2 users. d resumes it, :drafts");
	keys(pty, "d");
	shows(pty, "unsaved");
	row_shows(pty, pty_find(pty, "Churn model (Ravi Me"), "Amir Haddad, new owner");
	keys(pty, "<Esc><Esc><Esc>/ravi<Enter>d<Up>nina<Enter><Esc>");
	shows(pty, "Deactivate Ravi Menon. d resumes it");
	keys(pty, "d");
	row_shows(pty, pty_find(pty, "Revenue forecast  \u2039"), "Nina Kowalski, new owner");
	leave(pty);
}

TEST(leaving_together_fits)
{
	fits(TWO "d<Up>nina<Enter>", "Deactivate 2 users");
}

RUN(CASE(several_leave_at_once_with_heirs_and_reports), CASE(a_reflex_takes_nobody_away),
    CASE(nobody_who_leaves_takes_over),
    CASE(a_report_that_cannot_be_written_stops_it), CASE(each_row_says_who_has_it_then),
    CASE(a_draft_of_leaving_is_resumed_by_its_key), CASE(leaving_together_fits))
