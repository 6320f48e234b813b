/* console_acting_test.c: A: the console becomes somebody else's, and one's own again
 * (F002).  That it then is byte for byte what --as shows is in tests/canary. */
#include "base/attr.h"
#include "tests/tty/stores.h"

static const struct pty_options large = { .rows = 40, .cols = 120 };

/* By the words of the row: bold, and in reverse as all of the row is. */
static void header_says(struct pty *pty, const char *words)
{
	unsigned style = pty_style(pty, words);

	row_shows(pty, 0, words);
	assert_true(style & PTY_BOLD);
	assert_true(style & PTY_REVERSE);
	assert_true(pty_cell_style(pty, 0, 0) & PTY_REVERSE);
	assert_true(pty_cell_style(pty, 0, pty_cols(pty) - 1) & PTY_REVERSE);
}

static void is_oneself(struct pty *pty)
{
	row_shows(pty, 0, "maya · Admin");
	assert_false(pty_cell_style(pty, 0, 1) & PTY_REVERSE);
	assert_int_equal(pty_find(pty, "AS "), -1);
}

TEST(A_picks_a_user_and_comes_back)
{
	struct pty *pty = open_demo(&large);

	is_oneself(pty);
	shows(pty, "16 of 16");
	keys(pty, "A");
	shows(pty, "Act as");
	shows(pty, "↓ 32 more: type on");
	keys(pty, "bob<Enter>");
	header_says(pty, "AS BOB STEIN · Viewer");
	shows(pty, "11 of 11");
	shows(pty, "A yourself again");
	shows_not(pty, "Board pack");
	shows_not(pty, "n new");
	keys(pty, "2");			/* a secret by name and type alone */
	shows(pty, "STRIPE_KEY");
	keys(pty, "5.");		/* why not */
	shows(pty, "needs Can Edit");
	keys(pty, "<Esc>A");
	shows(pty, "maya again.");
	is_oneself(pty);
	shows(pty, "16 of 16");
	leave(pty);
}

/* All but the message line. */
static void same_screen(struct pty *pty, char *before)
{
	char *now = pty_screen(pty), *a = before, *b = now, *next;
	int row;

	for (row = 0; *a && *b; row++, a = next + 1, b += strcspn(b, "\n") + 1) {
		next = a + strcspn(a, "\n");
		if (row == pty_rows(pty) - 2)
			continue;
		if (strncmp(a, b, (size_t)(next - a) + 1) != 0)
			fail_msg("row %d was\n%.*s\n%s", row, (int)(next - a), a, b);
	}
	free(before);
	free(now);
}

/* Tab, list, filter, row, marks and the pinned panel; by each key that leaves. */
TEST(one_comes_back_where_one_was)
{
	static const char *const ways[] = { "A", "<Esc>", "<F10>", "q", "<C-g>" };
	struct pty *pty = open_demo(&large);
	size_t i;
	char *before;

	keys(pty, "5/revenue<Enter>P4jjjj<Space>/a<Enter>j");
	for (i = 0; i < COUNT_OF(ways); i++) {
		shows(pty, "1 marked");
		shows(pty, "PINNED Revenue forecast");
		before = pty_screen(pty);
		keys(pty, "Avera<Enter>");
		header_says(pty, "AS VERA POPOV · Explorer");
		row_shows(pty, 0, "[5 Projects]");
		shows_not(pty, "PINNED");
		keys(pty, "4");
		shows_not(pty, "marked");
		keys(pty, "jj1");
		keys(pty, ways[i]);
		shows(pty, "maya again.");
		is_oneself(pty);
		same_screen(pty, before);
	}
	leave(pty);
}

/* Nobody is acted as who is deactivated, nor oneself; nor in what-if, nor in the past. */
TEST(what_cannot_be_says_why)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "Awalt");
	shows(pty, "not: deactivated");
	keys(pty, "<Enter>");
	shows(pty, "Walt Pierce: deactivated, sees and does nothing.");
	keys(pty, "<C-u>maya<Enter>");
	shows(pty, "that is you.");
	keys(pty, "<Esc>tA");
	shows(pty, "What-if is on, and stays with whoever tries it: t "
	      "applies or drops it.");
	is_oneself(pty);
	keys(pty, "td");
	shows(pty, "What-if is over");
	keys(pty, "n<Esc>5hGa");
	shows(pty, "AS OF");
	keys(pty, "A");
	shows(pty, "The past is looked at with one pair of eyes. Esc comes "
	      "back to now.");
	keys(pty, "<Esc>A");
	shows(pty, "Act as");
	keys(pty, "<Esc>");
	leave(pty);
}

/* In a demo it changes things: the event holds who did it and as whom.  Undo takes back
 * what was done as this person, no more. */
TEST(a_demo_is_changed_as_somebody)
{
	const char *store = demo_store("changed");
	struct pty *pty = open_store(&large, store);
	char *out;

	MUST("--store", store, "project", "rename", "p-rev", "Money");
	keys(pty, "Aelif<Enter>");
	header_says(pty, "AS ELIF DEMIR · Editor");
	keys(pty, "u");
	shows(pty, "nothing of yours is left that could be taken back");
	keys(pty, "<C-g><C-g>");		/* the second is one too many */
	is_oneself(pty);
	keys(pty, "Aelif<Enter>:project rename p-ads Ads<Enter>y");
	shows(pty, "Saved: ");
	keys(pty, "h");
	shows(pty, "Ads");
	shows_not(pty, "Money");
	keys(pty, "<Esc>A");
	shows(pty, "maya again.");
	keys(pty, "u");				/* one's own, not the newest */
	shows(pty, "Money");
	keys(pty, "<Esc>");
	leave(pty);
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "audit", "list", "--limit", "1", "--format", "csv",
			     NULL }), 0);
	assert_non_null(strstr(out, "maya@acme.example,elif@acme.example"));
	free(out);
}

RUN(CASE(A_picks_a_user_and_comes_back), CASE(one_comes_back_where_one_was),
    CASE(what_cannot_be_says_why), CASE(a_demo_is_changed_as_somebody))
