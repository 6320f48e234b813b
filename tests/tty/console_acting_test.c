/* console_acting_test.c: A: the console becomes somebody else's, and one's own again
 * (F002).  That it then is byte for byte what --as shows is in tests/canary. */
#include "base/attr.h"
#include "tests/tty/stores.h"

#include <pwd.h>
#include <unistd.h>

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

/* Also from a page over the list, by the key and by the palette; and all that opens over
 * a page leaves it where it was. */
TEST(one_comes_back_to_the_page)
{
	static const char *const pages[] = { "4/bob<Enter><Enter>",
		"2/stripe<Enter>l", "5/revenue mod<Enter>jw" };
	static const char *const ways[] = { "Avera<Enter>A", ":act as vera<Enter>q",
		"h<Esc>", ":theme<Enter><Esc>", ":messages<Enter><Esc>", "mm", "u<Esc>" };
	struct pty *pty;
	size_t i, k;
	char *before;

	for (i = 0; i < COUNT_OF(pages); i++) {
		pty = open_demo(&large);
		keys(pty, ":user role u-bob editor<Enter>y");
		keys(pty, pages[i]);
		for (k = 0; k < COUNT_OF(ways); k++) {
			before = pty_screen(pty);
			keys(pty, ways[k]);
			same_screen(pty, before);
		}
		leave(pty);
	}
}

/* It says why not, and no console opens. */
static void is_refused(const char *const argv[], int status, const char *words)
{
	static const struct pty_options plain = { .rows = 24, .cols = 80,
						  .no_marker = true };
	struct pty *pty = pty_start(&plain, argv);

	assert_int_equal(pty_end(pty, SOON), status);
	shows(pty, words);
	pty_stop(pty);
}

/* The demo is opened as somebody, too; the steps of a scenario have their own. */
TEST(the_demo_is_opened_as_somebody)
{
	const char *const argv[] = { program(), "demo", "--as", "bob@acme.example", NULL };
	const char *const played[] = { program(), "demo", "interview", "--as",
		"bob@acme.example", NULL };
	const char *const nobody[] = { program(), "demo", "--as", "who@acme.example", NULL };
	struct pty *pty = pty_start(&large, argv);

	header_says(pty, "AS BOB STEIN · Viewer");
	keys(pty, "A");
	is_oneself(pty);
	leave(pty);
	is_refused(played, 3, "leave out --as");
	is_refused(nobody, 4, "who@acme.example");
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

/* The row's menu and the palette, by name; to Admins alone, and to nobody of oneself. */
TEST(menu_and_palette_offer_it)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "4/bob<Enter>.");
	shows(pty, "Act as");
	keys(pty, "<Esc><Esc>/maya<Enter>.");
	shows(pty, "(that is you)");
	keys(pty, "<Esc><Esc>/walt<Enter>.");
	shows(pty, "deactivated, and sees and does nothing)");
	keys(pty, "<Esc><Esc>:act as bo");
	shows(pty, "Act as Bob Stein");
	keys(pty, "<Enter>");
	header_says(pty, "AS BOB STEIN · Viewer");
	keys(pty, ":act as cleo");
	shows_not(pty, "Act as Cleo");
	shows(pty, "not now: only an Admin may act as somebody else");
	keys(pty, "<Esc>:act as");
	shows(pty, "Be yourself again");
	keys(pty, "<Esc>4/cleo<Enter>.");
	shows(pty, "(needs the role Admin)");
	keys(pty, "<Esc>A");
	shows(pty, "maya again.");
	keys(pty, ":act as os<Enter>");
	header_says(pty, "AS OSKAR BRANDT · Admin");
	keys(pty, "4/cleo<Enter>.");
	keys(pty, "<Down><Down><Down><Down><Down><Down><Down><Down><Up>");
	keys(pty, "<Esc>:act as cleo<Enter>");		/* he may, too */
	header_says(pty, "AS CLEO MARTIN · Editor");
	keys(pty, "A");					/* one step, not two */
	shows(pty, "maya again.");
	is_oneself(pty);
	leave(pty);
}

/* A store that is no demo only reads, and every verb says so. */
TEST(elsewhere_it_only_reads)
{
	const char *store = import_store("reads", in_source("data/demo.json"));
	char *before = dump(store);
	struct pty *pty = open_store(&large, store);

	keys(pty, "Aelif<Enter>");
	header_says(pty, "AS ELIF DEMIR · Editor");
	keys(pty, "5S");
	shows(pty, "acting as elif@acme.example only reads");
	keys(pty, "<Esc>");
	keys(pty, "Aelif<Enter>5.");
	shows(pty, "acting as elif@acme.example only reads");
	keys(pty, "<Esc>n");
	shows(pty, "only reads");
	keys(pty, "<C-g>");
	leave(pty);
	is_unchanged(store, before);
}

static const char *login(void)
{
	const struct passwd *who = getpwuid(getuid());

	assert_non_null(who);
	return who->pw_name;
}

TEST(who_may_not_reads_why)
{
	const char *store = import_store("bob", in_source("data/demo.json"));
	struct pty *pty;

	MUST("--store", store, "user", "edit", "u-bob", "--unix-login", login());
	pty = open_store(&large, store);
	row_shows(pty, 0, "bob · Viewer");
	keys(pty, "A");
	shows(pty, "Only an Admin may act as somebody else.");
	keys(pty, ":act as");
	shows(pty, "not now: only an Admin may act as somebody else");
	keys(pty, "<Esc>:act as cleo");
	shows_not(pty, "Act as Cleo");
	shows(pty, "Act as somebody else");
	shows_not(pty, "(null)");		/* the reason stands in the foot, too */
	keys(pty, "<Enter>");
	row_shows(pty, 0, "bob · Viewer");
	keys(pty, "<Esc>4/cleo<Enter>.");
	shows(pty, "(needs the role Admin)");
	keys(pty, "<Esc>");
	leave(pty);
}

/* In another console the person is deactivated, or is no more, or one's own role ends. */
TEST(others_may_end_it)
{
	const char *store = demo_store("ended");
	struct pty *pty = open_store(&large, store);

	keys(pty, "Avera<Enter>P");
	header_says(pty, "AS VERA POPOV · Explorer");
	MUST("--store", store, "user", "deactivate", "u-vera", "--yes");
	assert_true(pty_await(pty, "Vera Popov was deactivated. Now maya again."));
	is_oneself(pty);
	shows_not(pty, "PINNED");
	MUST("--store", store, "user", "add", "zoe@acme.example", "--role", "editor",
	     "--name", "Zoe Ray");
	keys(pty, "<C-l>Azoe<Enter>");
	header_says(pty, "AS ZOE RAY · Editor");
	keys(pty, "5nThings");
	MUST("--store", store, "undo", "--yes");
	assert_true(pty_await(pty, "Zoe Ray is no longer there. Now maya again."));
	is_oneself(pty);
	keys(pty, "Aoskar<Enter>");
	header_says(pty, "AS OSKAR BRANDT · Admin");
	keys(pty, "tt<Esc>");
	MUST("--store", store, "user", "deactivate", "u-oskar", "--yes");
	assert_true(pty_await(pty, "Oskar Brandt was deactivated."));
	shows_not(pty, "WHAT-IF");
	is_oneself(pty);
	leave(pty);
}

TEST(a_role_that_is_lost_ends_it)
{
	const char *store = import_store("lost", in_source("data/demo.json"));
	struct pty *pty;

	MUST("--store", store, "user", "edit", "u-maya", "--unix-login", login());
	MUST("--store", store, "user", "edit", "u-oskar", "--unix-login", "oskar");
	pty = open_store(&large, store);
	row_shows(pty, 0, "maya · Admin");
	keys(pty, "Aelif<Enter>");
	header_says(pty, "AS ELIF DEMIR · Editor");
	MUST("--store", store, "user", "role", "u-maya", "viewer", "--yes");
	assert_true(pty_await(pty, "You may act as nobody any more: only an Admin "
			      "may. Now maya again."));
	row_shows(pty, 0, "maya · Viewer");
	leave(pty);
}

/* A draft is of whom it was made as; what was said and done last goes over to nobody. */
TEST(nothing_goes_over)
{
	struct pty *pty = open_demo(&large);

	keys(pty, ":reload<Enter>:");
	shows(pty, "Recent");
	keys(pty, "<Esc>5nMayas own<Esc>");
	shows(pty, "raft");
	keys(pty, "Aelif<Enter>");
	header_says(pty, "AS ELIF DEMIR · Editor");
	keys(pty, ":");
	shows_not(pty, "Recent");
	keys(pty, "<Esc>:messages<Enter>");
	shows_not(pty, "raft");
	keys(pty, "<C-g>");
	leave(pty);
	pty = open_demo(&large);
	keys(pty, "5nMayas own<Esc>Aelif<Enter>:drafts<Enter>");
	shows(pty, "There is no draft.");
	keys(pty, "<Esc>5n");
	shows_not(pty, "Mayas own");
	keys(pty, "Elifs own<Esc>A");
	shows(pty, "maya again.");
	keys(pty, ":drafts<Enter>");
	shows_not(pty, "There is no draft.");
	keys(pty, "<Esc>5n");
	shows(pty, "Mayas own");
	shows_not(pty, "Elifs own");
	keys(pty, "<Esc>Acleo<Enter>n");
	shows_not(pty, "own");
	keys(pty, "<Esc>AAelif<Enter>");
	shows(pty, "Draft kept: ");
	keys(pty, "n");
	shows(pty, "Elifs own");
	keys(pty, "<Esc>Aq");
	shows(pty, "2 drafts of this demo will be gone.");
	pty_feed(pty, "y", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* A step of a scenario that is seen as somebody is not another one's. */
TEST(a_step_is_seen_as_one_person)
{
	const char *argv[] = { program(), "demo", "sensitive", NULL };
	struct pty *pty;

	room();
	pty = pty_start(&large, argv);
	assert_true(pty_frames(pty) > 0);
	keys(pty, "<Right><Right><Right><Right><Right>");
	header_says(pty, "AS DANA");
	keys(pty, "A");
	shows(pty, "This step is seen as somebody else already.");
	header_says(pty, "AS DANA");
	keys(pty, "<Right>A");
	shows(pty, "Act as");
	keys(pty, "<Esc>");
	leave(pty);
}

/* As whom one acts stands in the header at every size. */
TEST(the_header_says_it_at_every_size)
{
	static const struct { int rows, cols; const char *says; } all[] = {
		{ 50, 160, "AS BOB STEIN · Viewer" }, { 40, 120, "AS BOB STEIN · Viewer" },
		{ 24, 80, "AS BOB · Viewer" }, { 10, 40, "AS BOB" },
		{ 16, 60, "AS BOB STEIN · Viewer" },
	};
	struct pty *pty = open_demo(&large);
	size_t i;

	keys(pty, "Abob<Enter>");
	for (i = 0; i < COUNT_OF(all); i++) {
		assert_true(pty_resize(pty, all[i].rows, all[i].cols));
		header_says(pty, all[i].says);
	}
	keys(pty, "t");
	for (i = 0; i < COUNT_OF(all); i++) {
		assert_true(pty_resize(pty, all[i].rows, all[i].cols));
		row_shows(pty, 0, "WHAT-IF");
		row_shows(pty, 0, all[i].cols == 40 ? "AS" : "AS BOB");
	}
	leave(pty);
}

RUN(CASE(A_picks_a_user_and_comes_back), CASE(one_comes_back_where_one_was),
    CASE(one_comes_back_to_the_page), CASE(the_demo_is_opened_as_somebody),
    CASE(what_cannot_be_says_why), CASE(a_demo_is_changed_as_somebody),
    CASE(menu_and_palette_offer_it), CASE(elsewhere_it_only_reads),
    CASE(who_may_not_reads_why), CASE(others_may_end_it),
    CASE(a_role_that_is_lost_ends_it), CASE(nothing_goes_over),
    CASE(a_step_is_seen_as_one_person),
    CASE(the_header_says_it_at_every_size))
