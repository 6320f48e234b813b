/* console_history_test.c: undo, redo, the history and the past, in a terminal. */
#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options tiny = { .rows = 10, .cols = 40 };
static const struct pty_options *const sizes[] = { &small, &large, &tiny };

/* Bob Stein is a Viewer to begin with. */
static void role_is(const char *store, const char *role)
{
	const char *const words[] = { "--store", store, "user", "show", "u-bob",
				      "--format", "json", NULL };
	char *out, want[64];

	assert_int_equal(run(&out, words), 0);
	snprintf(want, sizeof(want), "\"role\":\"%s\"", role);
	if (!strstr(out, want))
		fail_msg("%s is not in %s", want, out);
	free(out);
}

static void make_editor(struct pty *pty)
{
	keys(pty, ":user role u-bob editor<Enter>y");
}

TEST(u_and_U_show_what_they_do_first)
{
	const char *store;
	struct pty *pty;
	char name[16];
	size_t i;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		snprintf(name, sizeof(name), "there%zu", i);
		store = demo_store(name);
		pty = open_store(sizes[i], store);
		make_editor(pty);
		role_is(store, "editor");
		keys(pty, "u");
		shows(pty, "Undo the last change");
		shows(pty, "Bob Stein would be Viewer again.");
		shows_not(pty, "#2");		/* nobody asked for a number */
		is_fresh(pty);
		role_is(store, "editor");
		keys(pty, "<Esc>");
		shows(pty, "Nothing was changed.");
		keys(pty, "uy");
		shows(pty, "Saved: Bob Stein is Viewer again; und");
		role_is(store, "viewer");
		keys(pty, "u");
		shows(pty, "nothing of yours is left");
		keys(pty, "<Esc>U");
		shows(pty, "Redo the last undone change");
		shows(pty, "Bob Stein would be Editor again.");
		keys(pty, "y");
		role_is(store, "editor");
		keys(pty, "U");
		shows(pty, "no undo of yours is left");
		keys(pty, "<Esc>");
		leave(pty);
	}
}

TEST(the_toast_names_the_way_back)
{
	struct pty *pty = open_demo(&large);

	make_editor(pty);
	shows(pty, "u takes it back.");
	keys(pty, "uy");
	shows(pty, "U does it again.");
	keys(pty, "Uy");
	shows(pty, "u takes it back.");
	leave(pty);
}

TEST(the_history_lists_newest_first_and_says_what_became_of_it)
{
	struct pty *pty;
	size_t i;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		pty = open_demo(sizes[i]);
		make_editor(pty);
		keys(pty, "uyh");
		shows(pty, "History");
		row_shows(pty, cursor_row(pty), "3");
		row_shows(pty, cursor_row(pty), "undoes #2");
		keys(pty, "j");
		row_shows(pty, cursor_row(pty), "undone by #3");
		is_fresh(pty);
		keys(pty, "j");
		row_shows(pty, cursor_row(pty), "irreversible");
		keys(pty, "k<Enter>");
		shows(pty, "Event 2");
		if (sizes[i] == &tiny)
			keys(pty, "<End>");
		else
			shows(pty, "If redone nobody's level");
		shows(pty, "the role of Bob Stein: Viewer ->");
		is_fresh(pty);
		keys(pty, "<Esc>/undone<Enter>");
		shows(pty, "1 of 3");
		keys(pty, "<Esc>h");
		shows_not(pty, "History");
		leave(pty);
	}
}

TEST(a_row_is_undone_and_done_again)
{
	const char *store = demo_store("rows");
	struct pty *pty = open_store(&large, store);

	make_editor(pty);
	keys(pty, ":group rename g-fin Money<Enter>yhju");
	shows(pty, "Undo change #2");
	shows(pty, "Bob Stein would be Viewer again; would undo #2.");
	keys(pty, "y");
	role_is(store, "viewer");
	/* The list is still there, and current. */
	row_shows(pty, cursor_row(pty), "undone by #4");
	keys(pty, "u");
	shows(pty, "was taken back already");
	keys(pty, "<Esc>U");
	shows(pty, "Redo change #2");
	shows(pty, "would redo #2");
	keys(pty, "y");
	role_is(store, "editor");
	keys(pty, "<Enter>u");
	shows(pty, "would undo #2");
	keys(pty, "<Esc><Esc><End>u");
	shows(pty, "It cannot be done");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(what_another_console_moved_is_explained)
{
	const char *store = demo_store("moved");
	struct pty *pty = open_store(&large, store);

	make_editor(pty);
	MUST("--store", store, "user", "role", "u-bob", "explorer");
	keys(pty, "r:undo 2<Enter>");
	shows(pty, "of Bob Stein is Explorer now, not Editor");
	shows(pty, "first: :undo 3");
	role_is(store, "explorer");
	keys(pty, "<Esc>h/editor<Enter><Enter>");
	shows(pty, "Not now");
	shows(pty, "(maya@acme.example in #3, user role)");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
}

TEST(the_past_is_shown_in_words_and_reversed_and_only_reads)
{
	const char *store;
	struct pty *pty;
	char name[16];
	size_t i;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		snprintf(name, sizeof(name), "past%zu", i);
		store = demo_store(name);
		pty = open_store(sizes[i], store);
		keys(pty, "/model<Enter>"
		     ":project rename p-rev \"Zebra model\"<Enter>y");
		shows(pty, "Zebra model");
		keys(pty, "h<End>a");
		row_shows(pty, 1, " AS OF #1, ");
		row_shows(pty, 1, "read only");
		assert_true(pty_style(pty, "AS OF") & PTY_REVERSE);
		if (sizes[i] != &tiny)
			row_shows(pty, 1, "Esc back to now");
		shows(pty, "Revenue model");
		shows_not(pty, "Zebra");
		is_fresh(pty);
		make_editor(pty);
		shows(pty, "revision 1 is the past");
		keys(pty, "<Esc>");		/* the palette */
		role_is(store, "viewer");
		row_shows(pty, 1, " AS OF #1, ");
		keys(pty, "<Esc>");		/* the filter */
		row_shows(pty, 1, " AS OF #1, ");
		keys(pty, "<Esc>");
		shows_not(pty, "AS OF");
		shows(pty, "Back to now, revision 2.");
		keys(pty, "/zebra<Enter>");
		shows(pty, "Zebra model");
		leave(pty);
	}
}

TEST(the_panel_answers_as_of_then)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "/revenue model<Enter>:group add g-data u-dana<Enter>y");
	row_shows(pty, pty_find(pty, "Dana Ilves"), "View -> Edit");
	keys(pty, "h<End>a");
	row_shows(pty, 1, "AS OF #1");
	shows_not(pty, "->");		/* its own event moved nobody */
	row_shows(pty, pty_find(pty, "Dana Ilves"), "View  Snowflake prod");
	is_fresh(pty);
	keys(pty, "t");
	shows(pty, "The past only reads.");
	shows_not(pty, "WHAT-IF");
	keys(pty, "u");
	shows(pty, "only reads");
	keys(pty, "4");
	row_shows(pty, 1, "AS OF #1");
	keys(pty, "h");
	row_shows(pty, cursor_row(pty), "shown");
	keys(pty, "<Home>a");
	row_shows(pty, 1, "AS OF #2");
	keys(pty, "5");
	row_shows(pty, pty_find(pty, "Dana Ilves"), "View -> Edit");
	shows(pty, "by event 2");
	keys(pty, "<Esc>q");
	shows_not(pty, "AS OF");
	leave(pty);
}

TEST(the_past_stays_while_others_go_on)
{
	const char *store = demo_store("others");
	struct pty *pty = open_store(&large, store);

	MUST("--store", store, "user", "role", "u-bob", "editor");
	keys(pty, "rh<End>a4/bob<Enter>");
	row_shows(pty, 1, "AS OF #1");
	row_shows(pty, cursor_row(pty), "Viewer");
	MUST("--store", store, "user", "role", "u-bob", "explorer");
	keys(pty, "r");
	row_shows(pty, 1, "AS OF #1");
	row_shows(pty, cursor_row(pty), "Viewer");
	keys(pty, "<Esc><Esc><Esc>");
	shows_not(pty, "AS OF");
	keys(pty, "/bob<Enter>");
	row_shows(pty, cursor_row(pty), "Explorer");
	leave(pty);
}

TEST(undo_takes_two_keys)
{
	const char *store = demo_store("count");
	struct pty *pty = open_store(&small, store);

	make_editor(pty);
	assert_true(pty_send(pty, "uy", 2));
	role_is(store, "viewer");
	leave(pty);
}

TEST(its_filter_asks_by_whom_which_and_when)
{
	struct pty *pty = open_demo(&large);

	make_editor(pty);
	keys(pty, ":group create Zebra<Enter>y<Esc>h");
	shows(pty, "Zebra");
	shows(pty, "Bob Stein is Editor");
	keys(pty, "/verb:group");
	shows(pty, "Zebra");
	shows_not(pty, "Bob Stein is Editor");
	keys(pty, "<Esc>/thing:u-bob by:maya");
	shows(pty, "Bob Stein is Editor");
	shows_not(pty, "Zebra");
	keys(pty, "<Esc>/until:1");
	shows(pty, "1 of 1");
	shows_not(pty, "Zebra");
	keys(pty, "<Esc>/since:2 Zebra");
	shows(pty, "1 of 2");
	keys(pty, "<Esc>");
	shows(pty, "Bob Stein is Editor");
	leave(pty);
}

/* What was left behind is told once, as the page opens: a frame after others saved walks
 * no more, here where there is no way back any more. */
TEST(what_was_left_behind_is_told_once)
{
	const char *store = demo_store("left");
	struct pty *pty;
	char *out, *bob;

	MUST("--store", store, "user", "deactivate", "u-ravi", "--transfer-to", "u-amir",
	     "--yes");
	assert_int_equal(run(&out, (const char *const[]){ "--store", store,
			     "workspace", "export", NULL }), 0);
	while ((bob = strstr(out, "\"u-bob\"")))
		memcpy(bob, "\"u-rob\"", 7);
	put_file(in_room("left.json"), out, strlen(out));
	free(out);
	pty = open_store(&large, store);
	keys(pty, "h<Enter>");
	row_shows(pty, 1, "Event 2");
	shows(pty, "Churn model to Amir Haddad <amir@acme.example>");
	MUST("--store", store, "workspace", "import", in_room("left.json"), "--yes");
	keys(pty, "r");
	row_shows(pty, 1, "Event 2");
	shows(pty, "Left behind");
	shows(pty, "Churn model to Amir Haddad <amir@acme.example>");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

RUN(CASE(its_filter_asks_by_whom_which_and_when),
    CASE(u_and_U_show_what_they_do_first),
    CASE(the_toast_names_the_way_back),
    CASE(the_history_lists_newest_first_and_says_what_became_of_it),
    CASE(a_row_is_undone_and_done_again),
    CASE(what_another_console_moved_is_explained),
    CASE(the_past_is_shown_in_words_and_reversed_and_only_reads),
    CASE(the_panel_answers_as_of_then),
    CASE(the_past_stays_while_others_go_on),
    CASE(undo_takes_two_keys),
    CASE(what_was_left_behind_is_told_once))
