/* console_whatif_test.c: what-if: changes that are only tried, the page of their
 * steps, taking back, applying, dropping, and somebody else's commit meanwhile. */
#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options tiny = { .rows = 10, .cols = 40 };

/* Dana Ilves lacks Snowflake prod, which Data Team has. */
static bool dana_edits(const char *store)
{
	int status = RUN_CLI("--store", store, "access", "check", "u-dana",
			     "p-rev", "can_edit");

	assert_in_range(status, 0, 1);
	return status == 0;
}

static int events(const char *store)
{
	const char *const words[] = { "--store", store, "audit", "list",
				      "--format", "csv", NULL };
	char *out, *at;
	int n = 0;

	assert_int_equal(run(&out, words), 0);
	for (at = out; *at; at++)
		n += *at == '\n';
	free(out);
	return n - 1;
}

/* Start it and try two steps. */
static void try_two(struct pty *pty)
{
	keys(pty, "t:group add g-data u-dana<Enter>y");
	keys(pty, ":user role u-bob editor<Enter>y");
}

TEST(the_header_says_it_in_words_and_reversed)
{
	const struct pty_options *const sizes[] = { &small, &large, &tiny };
	struct pty *pty;
	size_t i;

	for (i = 0; i < COUNT_OF(sizes); i++) {
		pty = open_demo(sizes[i]);
		shows_not(pty, "WHAT-IF");
		keys(pty, "t");
		row_shows(pty, 0, "WHAT-IF 0 steps");
		assert_true(pty_style(pty, "WHAT-IF") & PTY_REVERSE);
		keys(pty, ":group add g-data u-dana<Enter>y");
		row_shows(pty, 0, "WHAT-IF 1 step ");
		row_shows(pty, 0, "DEMO");
		if (sizes[i] == &large)
			row_shows(pty, 0, "1 step - nothing is saved");
		if (sizes[i] != &tiny)
			row_shows(pty, 0, "5 Projects]");
		is_fresh(pty);
		keys(pty, "tdy");
		shows_not(pty, "WHAT-IF");
		leave(pty);
	}
}

TEST(a_step_is_shown_and_not_saved)
{
	const char *store = demo_store("tried");
	struct pty *pty = open_store(&large, store);
	int before = events(store);

	keys(pty, "/revenue model<Enter>t:group add g-data u-dana<Enter>");
	shows(pty, "Data Team · if you try it");
	shows(pty, "nothing will be saved");
	keys(pty, "y");
	shows(pty, "What-if: Dana Ilves would be in Data Team.");
	shows(pty, "u takes it back.");
	row_shows(pty, pty_find(pty, "View -> Edit"), "Dana Ilves");
	shows(pty, "against what is saved");
	shows(pty, "also 5 other projects   v all");
	keys(pty, "4/dana<Enter>");
	cursor_on(pty, "Data Team, Fin");
	assert_false(dana_edits(store));
	assert_int_equal(events(store), before);
	keys(pty, "u");
	shows(pty, "What-if: 0 steps left; taken back: Dana Ilves would be in");
	cursor_on(pty, "Finance  ");
	shows_not(pty, "Data Team, Fin");
	keys(pty, "u");
	shows(pty, "No step to take back.");
	leave(pty);
	assert_int_equal(events(store), before);
}

TEST(the_page_lists_the_steps_and_whom_they_move)
{
	struct pty *pty = open_demo(&large);

	try_two(pty);
	keys(pty, "t");
	shows(pty, "What-if: 2 steps");
	shows(pty, "1   Dana Ilves would be in Data Team.");
	shows(pty, "2   Bob Stein would be Editor.");
	shows(pty, "Against what is saved");
	row_shows(pty, pty_find(pty, "View -> Edit  Revenue model"), "+ Dana Ilves");
	is_fresh(pty);
	/* why, and back */
	keys(pty, "/dana revenue model<Enter><Enter>");
	shows(pty, "Why \u00b7 Dana Ilves on Revenue model");
	keys(pty, "<Esc><Esc><Esc>u");
	shows(pty, "What-if: 1 step");
	shows_not(pty, "2   Bob Stein would be Editor.");
	keys(pty, "<Esc>");
	shows_not(pty, "Against what is saved");
	row_shows(pty, 0, "WHAT-IF 1 step");
	keys(pty, "v");
	shows(pty, "What-if against what is saved");
	keys(pty, "<Esc>tdy");
	leave(pty);
}

TEST(apply_saves_all_as_one_event)
{
	const char *store = demo_store("apply");
	struct pty *pty = open_store(&small, store);
	int before = events(store);

	try_two(pty);
	assert_false(dana_edits(store));
	keys(pty, "t<F8>");
	shows(pty, "Saved: ");
	shows_not(pty, "WHAT-IF");
	assert_true(dana_edits(store));
	assert_int_equal(events(store), before + 1);
	/* whom it moved is one key away */
	keys(pty, "v");
	shows(pty, "Dana Ilves");
	shows(pty, "-> Can Edit");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(tab_and_enter_apply_too)
{
	const char *store = demo_store("buttons");
	struct pty *pty = open_store(&small, store);

	try_two(pty);
	keys(pty, "t<Tab><Right>");
	cursor_on(pty, "[ Drop  d ]");
	shows(pty, "Enter press");
	keys(pty, "<Enter>");
	shows(pty, "Drop what was tried?");
	keys(pty, "<Esc><Left>");
	is_fresh(pty);
	keys(pty, "<Enter>");
	shows(pty, "Saved: ");
	assert_true(dana_edits(store));
	leave(pty);
}

TEST(drop_and_leaving_ask_where_steps_would_be_lost)
{
	const char *store = demo_store("drop");
	struct pty *pty = open_store(&small, store);

	try_two(pty);
	keys(pty, "td");
	shows(pty, "2 steps that were only tried will be gone.");
	keys(pty, "<Esc>");
	shows(pty, "What-if: 2 steps");
	keys(pty, "<Esc>q");
	shows(pty, "Leave with what-if open?");
	keys(pty, "<Enter>");		/* a reflex is no yes */
	shows(pty, "Leave with what-if open?");
	keys(pty, "<Esc>");
	row_shows(pty, 0, "WHAT-IF 2 steps");
	keys(pty, "tdy");
	shows(pty, "What-if is over; nothing was saved.");
	assert_false(dana_edits(store));
	keys(pty, "t");			/* without steps nothing is lost */
	leave(pty);
	pty = open_store(&small, store);
	try_two(pty);
	keys(pty, "q");
	pty_feed(pty, "y", 1);
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
	assert_false(dana_edits(store));
}

TEST(a_commit_elsewhere_is_taken_in_and_lost_steps_are_told)
{
	const char *store = demo_store("others");
	const char *const words[] = { "--store", store, "user", "show", "u-bob",
				      NULL };
	struct pty *pty = open_store(&large, store);
	char *out;

	try_two(pty);
	MUST("--store", store, "group", "add", "g-data", "u-quinn");
	assert_true(pty_await(pty, "maya: Quinn Baker is in Data Team."));
	assert_true(pty_settle(pty));
	row_shows(pty, 0, "WHAT-IF 2 steps");
	MUST("--store", store, "group", "delete", "g-data", "--yes");
	assert_true(pty_await(pty, "WHAT-IF 1 step "));
	assert_true(pty_settle(pty));
	shows(pty, "What-if lost a step: group add");
	keys(pty, "t");
	shows(pty, "fell away, because somebody else saved: group add");
	shows(pty, "1   Bob Stein");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	assert_int_equal(run(&out, words), 0);
	assert_non_null(strstr(out, "Editor"));
	free(out);
	leave(pty);
}

TEST(no_colour_and_ascii_say_the_same)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct pty_options mono = small, plain = small;
	struct pty *pty, *other;
	char *one, *two;
	size_t i;

	mono.env = env;
	plain.locale = "C";
	pty = open_demo(&small);
	other = open_demo(&mono);
	try_two(pty);
	try_two(other);
	keys(pty, "t");
	keys(other, "t");
	one = pty_screen(pty);
	two = pty_screen(other);
	assert_string_equal(one, two);
	free(one);
	free(two);
	keys(pty, "dy");
	keys(other, "dy");
	leave(pty);
	leave(other);
	other = open_demo(&plain);
	try_two(other);
	keys(other, "t");
	two = pty_screen(other);
	for (i = 0; two[i]; i++)
		assert_in_range(two[i], '\n', '~');
	free(two);
	shows(other, "-- What-if: 2 steps -");
	keys(other, "dy");
	leave(other);
}

TEST(forty_by_ten_has_all_of_it)
{
	struct pty *pty = open_demo(&tiny);

	try_two(pty);
	keys(pty, "t");
	shows(pty, "nothing is saved");
	shows(pty, "[ Apply  F8 ]  [ Drop  d ]");
	shows(pty, "-> Edit");
	is_fresh(pty);
	keys(pty, "<F8>");
	shows(pty, "Saved: ");
	keys(pty, "v");
	shows(pty, "-> Can");
	keys(pty, "<Esc>");
	leave(pty);
}

/* The page has the title of what was or would be done, and each row its project's. */
static void lists_who_lose_data_team(struct pty *pty, const char *title)
{
	row_shows(pty, 1, title);
	row_shows(pty, 1, "6 people lose on 7 projects");
	row_shows(pty, 2, "USER              PROJECT         WAS");
	row_shows(pty, 3, "Amir Haddad       Churn model     Can Edit");
	row_shows(pty, 4, "Cleo Martin       Churn model     Can Edit");
	row_shows(pty, 8, "Amir Haddad       Cohort explor");
}

TEST(v_lists_all_that_a_change_would_move)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "ppv");		/* there is no panel to open its lines */
	shows(pty, "Nothing was changed yet");
	keys(pty, "p:group delete g-data --yes<Enter>v");
	lists_who_lose_data_team(pty, "Delete Data Team");
	cursor_on(pty, "▌ loses");
	keys(pty, "/churn<Enter>");
	cursor_on(pty, "Churn model");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	shows(pty, "If you do it");
	keys(pty, "<Esc>");
	shows(pty, "Nothing was changed.");
	keys(pty, ":group delete g-data --yes<Enter>yv");
	lists_who_lose_data_team(pty, "Deleted the group Data Team.");
	leave(pty);
}

RUN(CASE(the_header_says_it_in_words_and_reversed),
    CASE(a_step_is_shown_and_not_saved),
    CASE(the_page_lists_the_steps_and_whom_they_move),
    CASE(apply_saves_all_as_one_event), CASE(tab_and_enter_apply_too),
    CASE(drop_and_leaving_ask_where_steps_would_be_lost),
    CASE(a_commit_elsewhere_is_taken_in_and_lost_steps_are_told),
    CASE(no_colour_and_ascii_say_the_same),
    CASE(forty_by_ten_has_all_of_it),
    CASE(v_lists_all_that_a_change_would_move))
