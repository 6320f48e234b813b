/* dialog_choose_test.c: a chooser in a dialog: its list, and what is typed into it. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 },
	little = { .rows = 20, .cols = 60 }, tiny = { .rows = 10, .cols = 40 };

TEST(the_types_are_a_list_that_letters_filter)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "1nLake<Tab>");
	cursor_on(pty, "‹ Snowflake ");
	keys(pty, "<Enter>");
	shows(pty, "19 │");
	shows(pty, "Athena");
	shows(pty, "↓ 7 more");
	keys(pty, "post");
	shows(pty, "1 of 19");
	shows_not(pty, "Athena");
	keys(pty, "<Enter>");
	cursor_on(pty, "‹ Postgres ");
	shows(pty, "Port");		/* the fields follow */
	keys(pty, "<Enter><Down><Esc>");
	cursor_on(pty, "‹ Postgres ");
	shows(pty, "New data connection");
	is_fresh(pty);
	leave(pty);
}

/* Each level says what it means, and what comes of it is seen before it is taken. */
TEST(a_level_is_chosen_with_its_meaning)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "4/bob<Enter>e<Tab>");
	cursor_on(pty, "‹ Viewer ");
	keys(pty, "<Enter>");
	shows(pty, "now; at most Can View, whatever is granted");
	shows(pty, "manages the workspace, uses all assets");
	keys(pty, "edi");
	shows(pty, "If you save:");
	keys(pty, "<Esc>");
	cursor_on(pty, "‹ Viewer ");
	shows_not(pty, "unsaved");
	keys(pty, "e");				/* closed: it jumps */
	cursor_on(pty, "‹ Explorer ");
	keys(pty, "e");
	cursor_on(pty, "‹ Editor ");
	keys(pty, "v");				/* Viewer, and no list of people */
	cursor_on(pty, "‹ Viewer ");
	leave(pty);
}

/* Text typed and not taken is never dropped by a save. */
TEST(a_save_takes_the_only_match_or_stops)
{
	const char *store = demo_store("only");
	struct pty *pty = open_store(&small, store);
	char *text;

	keys(pty, "4/bob<Enter>e<Tab><Enter>r<F8>");
	shows(pty, "\"r\" is not chosen yet");
	shows(pty, "Editor");
	keys(pty, "<Esc><Enter>edit<F8>");
	shows_not(pty, "Edit user");
	leave(pty);
	text = dump(store);
	assert_non_null(strstr(text, "\"bob@acme.example\""));
	free(text);
	assert_int_equal(run(&text, (const char *const[]){ "--store", store,
			     "user", "show", "bob@acme.example", NULL }), 0);
	assert_non_null(strstr(text, "Editor"));
	free(text);
}

TEST(it_fits_where_there_is_little_room)
{
	struct pty *pty = open_demo(&little);

	keys(pty, "4/bob<Enter>e<Tab><Enter>");
	shows(pty, "now; at most Can View, whatever is granted");
	shows(pty, "Guest     not reached by what the workspace shares");
	is_fresh(pty);
	leave(pty);
	pty = open_demo(&tiny);
	keys(pty, "4/bob<Enter>e<Tab><Enter>");
	shows(pty, "▌Viewer");
	shows(pty, "│ now; at most Can View, whatever is   │");
	keys(pty, "<End>");
	shows(pty, "▌Admin");
	is_fresh(pty);
	leave(pty);
}

/* Enter on an empty search shows what there is. */
TEST(an_empty_search_lists_what_there_is)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue mod<Enter>S<Enter>");
	shows(pty, "Data Team");
	shows(pty, "not: is on the list");
	shows(pty, "more: type on");
	keys(pty, "<Esc>");
	shows_not(pty, "more: type on");
	shows(pty, "Revenue model");
	keys(pty, "<Enter><Down><Down><Down><Enter>");
	shows(pty, "unsaved");
	leave(pty);
}

RUN(CASE(the_types_are_a_list_that_letters_filter),
    CASE(a_level_is_chosen_with_its_meaning),
    CASE(a_save_takes_the_only_match_or_stops),
    CASE(it_fits_where_there_is_little_room),
    CASE(an_empty_search_lists_what_there_is))
