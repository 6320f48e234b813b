/* dialog_frame_test.c: what all dialogs have: two consoles on one store, drafts,
 * help, sizes, mouse.  The dialog is that of a person. */
#include "tests/tty/stores.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct pty_options small = { .rows = 24, .cols = 80 };

#define EDIT_BOB "4/bob<Enter>e"

/* Another process changes something; the console has seen it. */
#define ELSEWHERE(pty, store, text, ...) do { \
	MUST("--store", store, __VA_ARGS__); \
	assert_true(pty_await(pty, text)); \
	assert_true(pty_settle(pty)); \
} while (0)

static char *person(const char *store, const char *id)
{
	char *out;

	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "user", "show", id, "--format", "json", NULL }), 0);
	return out;
}

static void has(const char *store, const char *id, const char *text)
{
	char *out = person(store, id);

	if (!strstr(out, text))
		fprintf(stderr, "no %s in %s", text, out);
	assert_non_null(strstr(out, text));
	free(out);
}

/* ---- two at once ------------------------------------------------------------------ */

/* Bob is called Robert here and Bobby elsewhere. */
static struct pty *dispute(const char *store)
{
	struct pty *pty = open_store(&small, store);

	keys(pty, EDIT_BOB "<C-u>Robert");
	ELSEWHERE(pty, store, "whose version?", "user", "edit", "u-bob",
		  "--name", "Bobby");
	shows(pty, "Changed meanwhile by maya: a value that you changed, too.");
	shows(pty, "! changed meanwhile: now Bobby");
	shows(pty, "[Robert ");
	return pty;
}

TEST(both_versions_are_shown)
{
	struct pty *pty = dispute(demo_store("both"));

	keys(pty, "d");
	shows(pty, "yours   Robert");
	shows(pty, "stored  Bobby");
	keys(pty, "<Esc><Raw:d0b2>");	/* d of a Russian keyboard */
	shows(pty, "stored  Bobby");
	keys(pty, "<Esc>");
	shows(pty, "whose version?");
	keys(pty, "<Esc>");		/* on by hand; Save asks again */
	shows_not(pty, "whose version?");
	keys(pty, "<F8>");
	shows(pty, "whose version?");
	is_fresh(pty);
	keys(pty, "x<F8>q");		/* none of the answers */
	shows(pty, "whose version?");
	shows(pty, "Whose version first: r, o or d;");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(mine_is_kept)
{
	const char *store = demo_store("mine");
	int before = events(store);
	struct pty *pty = dispute(store);

	keys(pty, "o");
	shows_not(pty, "changed meanwhile");
	shows(pty, "unsaved");
	keys(pty, "<F8>");
	shows(pty, "Saved: Changed Robert.");
	leave(pty);
	has(store, "u-bob", "\"name\":\"Robert\"");
	assert_int_equal(events(store), before + 2);
}

TEST(theirs_is_taken)
{
	const char *store = demo_store("theirs");
	int before = events(store);
	struct pty *pty = dispute(store);

	keys(pty, "r");
	shows(pty, "[Bobby ");
	shows_not(pty, "unsaved");
	keys(pty, "<F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	leave(pty);
	has(store, "u-bob", "\"name\":\"Bobby\"");
	assert_int_equal(events(store), before + 1);
}

TEST(a_choice_and_a_row_are_disputed)
{
	const char *store = demo_store("rows");
	struct pty *pty = open_store(&small, store);

	keys(pty, EDIT_BOB "<Tab><Left><Tab>data t<Enter>");
	shows(pty, "was Viewer");
	ELSEWHERE(pty, store, "whose version?", "user", "role", "u-bob",
		  "admin");
	keys(pty, "d");
	shows(pty, "yours   Guest");
	shows(pty, "stored  Admin");
	keys(pty, "<Esc>o");
	/* Both put Bob into the Data Team: no dispute. */
	MUST("--store", store, "group", "add", "g-data", "u-bob");
	assert_true(pty_await(pty, "Data Team"));
	keys(pty, "<C-l>");
	shows_not(pty, "whose version?");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	leave(pty);
	has(store, "u-bob", "\"role\":\"guest\"");
	has(store, "u-bob", "g-data");
}

TEST(another_field_is_merged_in_silence)
{
	const char *store = demo_store("merge"), *cli = demo_store("merge-cli");
	struct pty *pty = open_store(&small, store);

	keys(pty, EDIT_BOB "<C-u>Robert");
	ELSEWHERE(pty, store, "‹ Editor", "user", "role", "u-bob", "editor");
	shows_not(pty, "whose version?");
	shows(pty, "[Robert ");
	ELSEWHERE(pty, store, "Data Team", "group", "add", "g-data", "u-bob");
	shows_not(pty, "whose version?");
	keys(pty, "<F8>");
	shows(pty, "Saved: Changed Robert.");
	leave(pty);
	MUST("--store", cli, "user", "role", "u-bob", "editor");
	MUST("--store", cli, "group", "add", "g-data", "u-bob");
	MUST("--store", cli, "user", "edit", "u-bob", "--name", "Robert");
	same_stores(store, cli);
}

TEST(what_is_gone_can_only_be_left)
{
	const char *store = demo_store("gone");
	struct pty *pty = open_store(&small, store);

	keys(pty, "4o/partners<Enter>e<C-u>Friends");
	ELSEWHERE(pty, store, "read only", "group", "delete", "g-part");
	shows(pty, "it is no longer there");
	keys(pty, "<F8><Del>x");
	shows(pty, "read only");
	leave(pty);
}

/* Nobody deletes people; another workspace in the same place may lack them. */
TEST(a_person_who_is_gone_can_only_be_left)
{
	const char *store = demo_store("nobob");
	struct pty *pty = open_store(&small, store);
	char *out, *bob;

	keys(pty, EDIT_BOB "<Tab><Right><Right>");
	shows(pty, "was Viewer; may hold");
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	while ((bob = strstr(out, "\"u-bob\"")))
		memcpy(bob, "\"u-rob\"", 7);
	put_file(in_room("nobob.json"), out, strlen(out));
	free(out);
	MUST("--store", store, "workspace", "import", in_room("nobob.json"),
	     "--yes");
	assert_true(pty_await(pty, "read only"));
	keys(pty, "<C-l>");
	shows(pty, "it is no longer there");
	shows_not(pty, "was Viewer");
	leave(pty);
}

/* ---- drafts ---------------------------------------------------------------------- */

/* A store that is no demo: its drafts outlive the console. */
static struct pty *open_lasting(const char *store)
{
	static char state_home[1300];
	static const char *env[] = { state_home, NULL };
	static const struct pty_options options = {
		.rows = 24, .cols = 80, .env = env
	};

	snprintf(state_home, sizeof(state_home), "XDG_STATE_HOME=%s",
		 in_room("state"));
	return open_store(&options, store);
}

static const char *lasting_store(const char *name)
{
	return import_store(name, in_source("data/demo.json"));
}

static void draft_is_back(const char *store)
{
	struct pty *pty = open_lasting(store);
	struct stat info;

	assert_int_equal(stat(in_room("state/gatehouse/drafts"), &info), 0);
	assert_int_equal(info.st_mode & 07777, 0600);
	keys(pty, "3<Home>e");		/* e edits nothing on a heading */
	shows(pty, "Edit Bob Stein");
	shows(pty, "Your draft is back.");
	shows(pty, "[Robert ");
	shows(pty, "was Viewer");
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "3e");
	shows(pty, "There is no draft.");
	leave(pty);
	has(store, "u-bob", "\"name\":\"Robert\"");
}

TEST(esc_keeps_a_draft)
{
	const char *store = lasting_store("esc");
	struct pty *pty = open_lasting(store);

	keys(pty, EDIT_BOB "<C-u>Robert<Tab><Right><Right><Esc>");
	shows(pty, "Draft kept: Edit Bob Stein. e resumes it, :drafts lists.");
	keys(pty, ":drafts<Enter>");
	shows(pty, "Edit Bob Stein");
	shows(pty, "user edit, not saved");
	keys(pty, "<Esc>");
	leave(pty);
	has(store, "u-bob", "Bob Stein");
	draft_is_back(store);
}

/* The keys of the tabs say what they wait for, and lose nothing. */
TEST(keys_of_tabs_leave_the_form)
{
	static const char *const tab[] = { "<F2>", "<F3>", "<F4>", "<F6>" };
	struct pty *pty = open_demo(&small);
	size_t i;

	for (i = 0; i < sizeof(tab) / sizeof(tab[0]); i++) {
		keys(pty, EDIT_BOB);
		keys(pty, tab[i]);
		shows(pty, "A form is open: Esc closes it, then F2 to F6 open the");
		keys(pty, "<C-u>Robert");
		keys(pty, tab[i]);
		shows(pty, "A form is open: Esc keeps a draft, then F2 to F6");
		shows(pty, "Robert");
		shows(pty, "unsaved");
		keys(pty, "<F5>");
		shows(pty, "As stored. F5 brings back what was typed.");
		keys(pty, "<F5>");
		shows(pty, "Robert");
		keys(pty, "<F5><Esc><Esc>");
	}
	leave(pty);
}

/* The next start offers it. */
TEST(the_next_start_offers_the_draft)
{
	const char *store = lasting_store("next");
	struct pty *pty = open_lasting(store);

	keys(pty, EDIT_BOB "<C-u>Robert<Esc>");
	leave(pty);
	pty = open_lasting(store);
	shows(pty, "Draft kept: Edit Bob Stein. e resumes it, :drafts");
	keys(pty, "e");
	shows(pty, "[Robert ");
	keys(pty, "<F5><Esc>");
	leave(pty);
}

/* A draft that cannot be written is not said to be kept, and what was typed stays. */
TEST(a_draft_on_a_full_disk_is_not_kept)
{
	static const char *const env[] = { "XDG_STATE_HOME=/dev/null", NULL };
	const struct pty_options options = { .rows = 24, .cols = 80,
		.env = env };
	struct pty *pty = open_store(&options, lasting_store("full"));

	keys(pty, EDIT_BOB "<C-u>Robert<Esc>");
	shows(pty, "The draft is not kept: it cannot be written. Esc again");
	shows(pty, "[Robert ");
	keys(pty, "o<Esc>");		/* on with it: asked anew */
	shows(pty, "Esc again leaves");
	shows(pty, "[Roberto ");
	keys(pty, "<Esc>");
	shows_not(pty, "Roberto");
	shows_not(pty, "kept.");
	keys(pty, "e<Esc>");
	leave(pty);
}

/* Save on a form that nothing was typed into says so and stays. */
TEST(save_never_just_closes)
{
	struct pty *pty = open_demo(&small);

	keys(pty, EDIT_BOB "<F8>");
	shows(pty, "Nothing is changed yet. Esc leaves.");
	shows(pty, "Edit Bob Stein");
	keys(pty, "<Esc>n<F8>");
	shows(pty, "Add people");
	keys(pty, "<Esc>5n<F8>");
	shows(pty, "New project");
	keys(pty, "<Esc>");
	leave(pty);
}

static void killed(const char *name, int sig, bool hangup)
{
	const char *store = lasting_store(name);
	struct pty *pty = open_lasting(store);

	keys(pty, EDIT_BOB "<C-u>Robert<Tab><Right><Right>");
	if (hangup)
		pty_hangup(pty);
	else
		kill(pty_pid(pty), sig);
	assert_true(pty_end(pty, SOON) >= 0);
	pty_stop(pty);
	has(store, "u-bob", "Bob Stein");
	draft_is_back(store);
}

TEST(a_draft_outlives_a_lost_line)
{
	killed("line", 0, true);
}

TEST(a_draft_outlives_sighup)
{
	killed("hup", SIGHUP, false);
}

TEST(a_draft_outlives_sigterm)
{
	killed("term", SIGTERM, false);
}

/* Those of a demo are gone with it: q asks. */
TEST(a_demos_draft_is_asked_about)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "nForecast<Esc>");
	shows(pty, "Draft kept");
	keys(pty, "q");
	shows(pty, "Leave with a draft open?");
	keys(pty, "<Esc>e");
	shows(pty, "[Forecast");
	keys(pty, "<F5><Esc>");
	pty_feed(pty, "q", 1);		/* no draft, no question */
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* What-if and a draft: both are told, and neither hides the other. */
TEST(what_if_and_a_demos_draft_are_asked_about)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "nForecast<Esc>");
	shows(pty, "Draft kept until you leave");
	keys(pty, "t:user role u-bob editor<Enter>y<F10>");
	shows(pty, "Leave with what-if and a draft open?");
	shows(pty, "1 step of what-if will be gone");
	shows(pty, "1 draft of this demo will be gone");
	keys(pty, "<Esc>tdyq");
	shows(pty, "Leave with a draft open?");
	shows_not(pty, "what-if");
	pty_feed(pty, "y", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* Of two drafts e takes the newer one; what was undone leaves none. */
TEST(the_newest_draft_comes_first)
{
	struct pty *pty = open_demo(&small);

	keys(pty, EDIT_BOB "<C-u>Robert<Esc>/<C-u>dana<Enter>e<C-u>Dan<Esc>");
	keys(pty, "3<Home>e");
	shows(pty, "[Dan ");
	keys(pty, "<F5>");
	shows(pty, "As stored.");
	shows(pty, "[Dana Ilves ");
	shows_not(pty, "unsaved");
	keys(pty, "<Esc>e");
	shows(pty, "[Robert ");
	keys(pty, "<C-u>Bob Stein<Esc>");
	shows_not(pty, "Draft kept");
	keys(pty, "e");
	shows(pty, "There is no draft.");
	leave(pty);
}

/* ---- the frame ------------------------------------------------------------------- */

TEST(help_is_of_the_field)
{
	struct pty *pty = open_demo(&small);

	keys(pty, EDIT_BOB "<F1>");
	shows(pty, "Help: Name");
	shows(pty, "F9 everybody");		/* and of the dialog's keys */
	keys(pty, "x");			/* closes the help, types nothing */
	shows(pty, "[Bob Stein ");
	keys(pty, "<Tab>?");
	shows(pty, "Help: Role");
	keys(pty, "<Esc>");
	shows(pty, "Edit Bob Stein");
	leave(pty);
}

TEST(sizes_change_under_it)
{
	static const char *const sizes[] = {
		"<Resize:40x10>", "<Resize:30x8>", "<Resize:120x40>",
		"<Resize:41x11>", "<Resize:200x60>", "<Resize:80x24>"
	};
	const char *store = demo_store("sizes");
	struct pty *pty = open_store(&small, store);
	size_t i;

	keys(pty, EDIT_BOB "<C-u>Robert");
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		keys(pty, sizes[i]);
		is_fresh(pty);
		keys(pty, "t");
	}
	shows(pty, "[Roberttttttt ");
	keys(pty, "<F8>");
	leave(pty);
	has(store, "u-bob", "Roberttttttt");
}

static void click(struct pty *pty, const char *text)
{
	int row = pty_find(pty, text);
	char what[40];

	assert_true(row >= 0);
	snprintf(what, sizeof(what), "<Click:%d,%d>", row,
		 col_of(pty, row, text) + 2);
	keys(pty, what);
}

TEST(the_mouse_presses_buttons)
{
	const char *store = demo_store("mouse");
	struct pty *pty = open_store(&small, store);

	keys(pty, EDIT_BOB);
	click(pty, "Unix login");
	cursor_on(pty, "Unix login");
	keys(pty, "robert");
	click(pty, "[ Back");
	shows(pty, "Draft kept");
	keys(pty, "e");
	click(pty, "[ Save");
	shows(pty, "Saved: Changed Bob Stein.");
	leave(pty);
	has(store, "u-bob", "\"unix_login\":\"robert\"");
}

TEST(tab_goes_round_and_enter_presses)
{
	const char *store = demo_store("tab");
	struct pty *pty = open_store(&small, store);

	keys(pty, EDIT_BOB "<Tab><Right><Tab><Tab><Tab><Tab>");
	cursor_on(pty, "[ Save");
	keys(pty, "<Tab>");
	cursor_on(pty, "[ Back");
	keys(pty, "<Tab>");
	cursor_on(pty, "Cohort explorer▐ View");
	keys(pty, "<Down>");
	cursor_on(pty, "Invoice audit  ▐ View");
	keys(pty, "<Tab><Tab>");
	cursor_on(pty, "Name");
	keys(pty, "<S-Tab><S-Tab><S-Tab><S-Tab>");
	cursor_on(pty, "[ Save");
	keys(pty, "<Enter>");
	shows(pty, "Saved: Bob Stein is Explorer.");
	leave(pty);
	has(store, "u-bob", "\"role\":\"explorer\"");
}

/* From the heading of the list to its last row. */
static const char *rows_of(char *screen)
{
	char *at = strstr(screen, "PROJECT  "), *end;

	assert_non_null(at);
	end = strstr(at, "\n\n");
	assert_non_null(end);
	*end = '\0';
	return at;
}

/* The exact list is one key away, and is what saving does. */
TEST(the_list_is_what_saving_does)
{
	struct pty *pty = open_demo(&small);
	char *before, *after;

	keys(pty, EDIT_BOB "<Tab><Right><Right><Tab>data t<Enter><F9>");
	row_shows(pty, 1, "Edit Bob Stein");
	row_shows(pty, 3, "gains▐ Bob Stein");
	before = pty_screen(pty);
	keys(pty, "<Esc>");
	shows(pty, "Edit Bob Stein");
	keys(pty, "<F8>v");
	row_shows(pty, 1, "Bob Stein is in Data Team. ");
	after = pty_screen(pty);
	assert_string_equal(rows_of(before), rows_of(after));
	free(before);
	free(after);
	leave(pty);
}

TEST(what_if_takes_a_dialog_too)
{
	const char *store = demo_store("whatif");
	int before = events(store);
	struct pty *pty = open_store(&small, store);

	keys(pty, "t" EDIT_BOB "<Tab><Right><Right>");
	shows(pty, "If you save (what-if): ");
	keys(pty, "<F8>");
	shows(pty, "What-if: Bob Stein would be Editor.");
	assert_int_equal(events(store), before);
	keys(pty, "e");
	shows(pty, "‹ Editor");
	keys(pty, "<Esc>");
	pty_stop(pty);
	assert_int_equal(events(store), before);
}

TEST(who_may_not_is_told)
{
	const char *argv[] = { program(), "--store", demo_store("may"), "--as",
			       "dana@acme.example", NULL };
	struct pty *pty = pty_start(&small, argv);

	keys(pty, EDIT_BOB);
	shows(pty, "is for Admins");
	shows_not(pty, "Edit user");
	keys(pty, "n");
	shows(pty, "is for Admins");
	leave(pty);
}

TEST(a_read_only_store_opens_no_dialog)
{
	struct pty *pty = open_as_nobody(read_only_store("frame-only"));

	keys(pty, EDIT_BOB);
	shows(pty, " The store ");
	shows(pty, " cannot be written.");
	shows_not(pty, "Edit user");
	keys(pty, "t" "e");		/* what-if needs no pen */
	shows(pty, "Edit Bob Stein");
	keys(pty, "<C-u>Robert<F8>");
	shows(pty, "What-if: Would change Robert.");
	pty_stop(pty);
	chmod(in_room("frame-only"), 0700);
}

TEST(colour_says_nothing_alone)
{
	fits(EDIT_BOB "<C-u>x<Tab><Right><Right><Tab><Tab><Del>", "unsaved");
	fits(EDIT_BOB "<F1>", "Help: Name");
	fits(EDIT_BOB "<Tab><Tab><Tab><Tab>b c<F8>", "! the login b c");
}

RUN(CASE(both_versions_are_shown), CASE(mine_is_kept), CASE(theirs_is_taken),
    CASE(a_choice_and_a_row_are_disputed),
    CASE(another_field_is_merged_in_silence),
    CASE(what_is_gone_can_only_be_left),
    CASE(a_person_who_is_gone_can_only_be_left), CASE(esc_keeps_a_draft),
    CASE(keys_of_tabs_leave_the_form),
    CASE(the_next_start_offers_the_draft),
    CASE(a_draft_on_a_full_disk_is_not_kept), CASE(save_never_just_closes),
    CASE(a_draft_outlives_a_lost_line), CASE(a_draft_outlives_sighup),
    CASE(a_draft_outlives_sigterm), CASE(the_newest_draft_comes_first),
    CASE(a_demos_draft_is_asked_about),
    CASE(what_if_and_a_demos_draft_are_asked_about),
    CASE(help_is_of_the_field), CASE(sizes_change_under_it),
    CASE(the_mouse_presses_buttons), CASE(tab_goes_round_and_enter_presses),
    CASE(the_list_is_what_saving_does), CASE(what_if_takes_a_dialog_too),
    CASE(who_may_not_is_told),
    CASE(a_read_only_store_opens_no_dialog), CASE(colour_says_nothing_alone))
