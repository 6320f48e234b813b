/* console_hints_test.c: the keys shown below are those that do something here. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options usual = { .rows = 40, .cols = 120 };
static const struct pty_options widest = { .rows = 40, .cols = 160 };

static void row_shows_not(struct pty *pty, int row, const char *text)
{
	const char *line = pty_row(pty, row < 0 ? row + pty_rows(pty) : row);

	if (strstr(line, text))
		fprintf(stderr, "\"%s\" in: %s\n", text, line);
	assert_null(strstr(line, text));
}

/* As SCREENS 2 and 3 draw it. */
TEST(by_rank)
{
	struct pty *pty = open_demo(&usual);

	keys(pty, "/revenue mod<Enter>");
	row_shows(pty, -1, " Enter open   S share   n new   / filter   Tab panel   "
		  "f fix   . more   : all actions   ? keys");
	row_shows(pty, -2, " t what-if   h history");
	leave(pty);
	pty = open_demo(&small);
	row_shows(pty, -1, " Enter open  F take   n new  / filter  Tab panel  "
		  ". more  : all actions  ? keys");
	keys(pty, "/revenue mod<Enter>");
	row_shows(pty, -1, " Enter open  S share  n new  / filter  Tab panel  "
		  ". more  : all actions  ? keys");
	keys(pty, "<Resize:60x20>");
	row_shows(pty, -1, " Enter open  S share  n new  . more  : actions  "
		  "? keys");
	keys(pty, "<Resize:40x12>");
	row_shows(pty, -1, " Enter open  . more  : actions  ? keys");
	leave(pty);
}

/* The roomier the screen, the more of them; none is lost. */
TEST(more_where_there_is_room)
{
	struct pty *pty = open_demo(&widest);

	row_shows(pty, -1, "   w why   D held   Space mark   P pin   . more");
	leave(pty);
}

TEST(what_would_be_refused_is_not_offered)
{
	struct pty *pty = open_as(&usual, demo_store("as"), "bob@acme.example");

	keys(pty, "/revenue mod<Enter>");
	row_shows(pty, -1, " Enter open   / filter   Tab panel");
	row_shows_not(pty, -1, "S share");
	row_shows_not(pty, -1, "n new");
	row_shows_not(pty, -2, "u undo");
	leave(pty);
	pty = open_as(&usual, demo_store("as2"), "ravi@acme.example");
	keys(pty, "1");				/* shared ones are for Admins */
	row_shows_not(pty, -1, "n new");
	keys(pty, "/snow<Enter><Enter>");	/* nor on the thing's page */
	row_shows_not(pty, -1, "Enter follow");	/* no line leads on */
	row_shows_not(pty, -1, "e edit");
	row_shows_not(pty, -1, "delete");
	keys(pty, "<Esc>2/stripe<Enter><Enter>");
	row_shows_not(pty, -1, "e edit");
	keys(pty, "<Esc>5/revenue fore<Enter><Enter>");	/* his own project */
	row_shows(pty, -1, "S share");
	leave(pty);
	pty = open_demo(&usual);
	keys(pty, "/legacy<Enter>");		/* it is archived */
	row_shows_not(pty, -1, "i import");
	keys(pty, "<Esc>/zzz<Enter>");		/* nothing is left */
	row_shows(pty, -1, " n new   / filter   Esc clear the filter   : all ");
	keys(pty, "<Esc>4oG");			/* built in */
	cursor_on(pty, "Workspace");
	row_shows(pty, -1, " Enter open   n new   / filter");
	keys(pty, "3g");			/* a heading, a setting */
	row_shows(pty, -1, " Enter open   / filter");
	row_shows_not(pty, -1, "n new");
	leave(pty);
}

/* Nor on the pages: of a thing, of the history, of an event. */
TEST(pages_offer_what_would_be_done)
{
	struct pty *pty = open_demo(&usual);

	keys(pty, "<Enter>");			/* Can View there */
	row_shows(pty, -1, " Enter follow   F take access   c copy");
	row_shows_not(pty, -1, "S share");
	row_shows_not(pty, -1, "i import");
	row_shows_not(pty, -1, "d delete");
	keys(pty, "Fy");
	row_shows(pty, -1, "S share");
	row_shows(pty, -1, "d delete");
	keys(pty, "<Esc>h");
	row_shows(pty, -1, "u undo it");
	row_shows_not(pty, -1, "U redo it");
	keys(pty, "<Enter>");
	row_shows(pty, -1, "u undo it");
	keys(pty, "<Esc>uy");
	row_shows(pty, -1, "U redo it");
	row_shows_not(pty, -1, "u undo it");
	keys(pty, "<End>");			/* irreversible */
	row_shows(pty, -1, " Enter what it changed   a as of then   Esc back");
	keys(pty, "<Enter>");
	row_shows_not(pty, -1, "undo it");
	row_shows_not(pty, -1, "Enter follow");	/* there is nothing to follow */
	leave(pty);
}

TEST(a_store_that_is_read_offers_no_verb)
{
	struct pty *pty = open_as_nobody(read_only_store("read"));

	keys(pty, "/revenue mod<Enter>");
	row_shows(pty, -1, " Enter open   / filter");
	row_shows_not(pty, -1, "S share");
	row_shows_not(pty, -1, "f fix");
	row_shows_not(pty, -1, "n new");
	row_shows_not(pty, -2, "u undo");
	leave(pty);
}

/* A plan that lacks the kind makes none of it. */
TEST(the_plan_is_asked)
{
	const char *store = in_room("community");
	struct pty *pty;

	MUST("--store", store, "workspace", "init", "--name", "Small", "--plan",
	     "community", "--admin", "ana@small.example");
	pty = open_store(&usual, store);
	keys(pty, "1");
	row_shows_not(pty, -1, "n new");
	keys(pty, "5");
	row_shows(pty, -1, "n new");
	row_shows_not(pty, -2, "u undo");
	leave(pty);
}

static void undo_comes_and_goes(const char *verb, bool what_if)
{
	struct pty *pty = open_store(&usual, demo_store(verb));

	if (what_if)
		keys(pty, "t<Esc>");
	row_shows_not(pty, -2, "u undo");
	keys(pty, "4/bob<Enter>:user role bob@acme.example Editor<Enter>y");
	keys(pty, "<Esc><Esc>");
	row_shows(pty, -2, "u undo");
	row_shows(pty, -2, what_if ? "t apply or drop" : "t what-if");
	keys(pty, what_if ? "u<Esc>" : "uy<Esc>");
	row_shows_not(pty, -2, "u undo");
	if (what_if)
		row_shows_not(pty, -2, "U redo");
	else
		row_shows(pty, -2, "U redo");
	leave(pty);
}

TEST(undo_where_there_is_something_to_undo)
{
	undo_comes_and_goes("undo", false);
	undo_comes_and_goes("undo-tried", true);
}

TEST(the_other_list_is_named)
{
	struct pty *pty = open_demo(&small);

	row_shows_not(pty, -2, "o ");
	keys(pty, "4");
	row_shows(pty, -2, " o groups   t what-if");
	keys(pty, "o");
	row_shows(pty, -2, " o users   t what-if");
	leave(pty);
}

/* What lies over the list has the line to itself. */
TEST(an_overlay_owns_the_line)
{
	static const struct { const char *open, *says; } over[] = {
		{ "S", "F8 " }, { ".", "Enter do it" }, { ":", "Tab complete" },
		{ "s", "s reverse" }, { "O", "a all" }, { "+", "Enter mark" },
	};
	struct pty *pty = open_demo(&usual);
	size_t i;

	keys(pty, "/revenue mod<Enter>");
	for (i = 0; i < sizeof(over) / sizeof(over[0]); i++) {
		keys(pty, over[i].open);
		row_shows(pty, -1, over[i].says);
		row_shows(pty, -1, "Esc ");
		row_shows_not(pty, -1, "? keys");
		row_shows_not(pty, -1, "/ filter");
		row_shows_not(pty, -2, "t what-if");
		keys(pty, "<Esc>");
		row_shows(pty, -1, "/ filter");
	}
	leave(pty);
}

/* Words for people. */
TEST(no_words_of_the_command_line)
{
	static const char *const tab[] = { "1", "2", "3", "4", "o", "5" };
	struct pty *pty = open_demo(&widest);
	size_t t, i;

	for (t = 0; t < sizeof(tab) / sizeof(tab[0]); t++) {
		keys(pty, tab[t]);
		for (i = 0; i < 20; i++) {
			row_shows_not(pty, -1, "-access");
			row_shows_not(pty, -1, "-default");
			keys(pty, "j");
		}
	}
	leave(pty);
}

/* Enter is offered where a line leads on, and nowhere else. */
TEST(follow_is_offered_where_something_can_be_followed)
{
	static const char *const dead[] = {
		"1<Enter>", "1<Tab>", "2<Tab>", "3<Tab>", "4<Tab>",
	};
	struct pty *pty = open_as(&small, demo_store("dead"), "bob@acme.example");
	size_t i;

	for (i = 0; i < sizeof(dead) / sizeof(dead[0]); i++) {
		keys(pty, dead[i]);
		shows_not(pty, "Enter follow");
		shows_not(pty, "Enter why");
		keys(pty, "<Esc>");
	}
	keys(pty, "4<Enter>");
	shows(pty, "Enter follow");
	keys(pty, "<Esc>5<Tab>");
	shows(pty, "Enter why");
	leave(pty);
	pty = open_demo(&small);
	keys(pty, "3<Tab>");
	shows_not(pty, "Enter follow");
	keys(pty, "<Esc>1<Enter>");
	shows(pty, "Enter follow");
	leave(pty);
}

/* A line of several people opens; of one person the why is asked; of one who takes
 * nothing to a project neither. */
TEST(the_panel_names_what_Enter_does_with_its_line)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "5<Tab>");
	row_shows(pty, -1, "Enter why");
	keys(pty, "<Down><Down>");
	row_shows(pty, cursor_row(pty), "5 more held");
	row_shows(pty, -1, "Enter open");
	keys(pty, "w");
	row_shows(pty, -2, "Why is asked about one line; Enter opens these.");
	keys(pty, "<Enter>");
	shows(pty, "  Ivan Petrov      Edit");
	keys(pty, "<Esc>1/lake<Enter><Tab>");
	row_shows(pty, -1, "Enter open");
	keys(pty, "<Enter><Down>");
	row_shows_not(pty, -1, "Enter");
	keys(pty, "<Enter>");
	row_shows(pty, -2, "This line leads nowhere.");
	leave(pty);
}

RUN(CASE(by_rank), CASE(more_where_there_is_room),
    CASE(what_would_be_refused_is_not_offered),
    CASE(pages_offer_what_would_be_done),
    CASE(a_store_that_is_read_offers_no_verb), CASE(the_plan_is_asked),
    CASE(undo_where_there_is_something_to_undo),
    CASE(the_other_list_is_named), CASE(an_overlay_owns_the_line),
    CASE(no_words_of_the_command_line),
    CASE(follow_is_offered_where_something_can_be_followed),
    CASE(the_panel_names_what_Enter_does_with_its_line))
