/* console_refusal_test.c: what is refused of one thing is not said beside the next:
 * in the panel, on the message line, in the hints. */
#include "base/attr.h"
#include "tests/tty/stores.h"

static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options largest = { .rows = 40, .cols = 160 };
static const char others[] = "Only an Admin may see";
static const char from_view[] = "Who can do what is shown";

/* After these keys, on something of which nothing is refused. */
static void gone_after(const char *before, const char *said, const char *then)
{
	struct pty *pty = open_as(&large, demo_store("gone"),
				  "bob@acme.example");

	keys(pty, before);
	shows(pty, said);
	keys(pty, then);
	shows_not(pty, said);
	is_fresh(pty);
	leave(pty);
}

/* Rows of the panel go with a subject that has none: its card is shown. */
TEST(the_panel_of_the_next_thing)
{
	static const char *const next[] = {
		"1", "2", "3", "o", "5/revenue mod<Enter>", "4<End>", "1<Tab>"
	};
	size_t i;

	for (i = 0; i < COUNT_OF(next); i++) {
		gone_after("4", others, next[i]);
		gone_after("4<Tab><End>", others, next[i]);
	}
	gone_after("4/gus<Enter>", others, "<Esc>/bob<Enter>");
}

/* The card itself is there, and not an empty panel. */
TEST(the_card_is_drawn)
{
	struct pty *pty = open_as(&large, demo_store("card"),
				  "bob@acme.example");

	keys(pty, "4");
	shows(pty, others);
	keys(pty, "1/analytics<Enter>");
	shows(pty, "The rest is shown to Admins");
	keys(pty, "4");
	shows(pty, others);
	leave(pty);
}

/* A project of which one sees the title alone, and then others. */
TEST(projects)
{
	struct pty *pty = open_as(&large, demo_store("projects"),
				  "kofi@contractor.example");

	keys(pty, "5/revenue mod<Enter>");
	shows(pty, from_view);
	keys(pty, "<Esc>/customer 360<Enter>");
	shows_not(pty, from_view);
	keys(pty, "<Esc>/revenue mod<Enter>");
	shows(pty, from_view);
	keys(pty, "1");
	shows_not(pty, from_view);
	leave(pty);
}

/* A key that is refused says why; the next row has nothing to do with it. */
TEST(the_message_line)
{
	gone_after("4/gus<Enter>e", "is for Admins", "<Esc>/bob<Enter>");
	gone_after("4e", "is for Admins", "j");
	gone_after("4e", "is for Admins", "1");
	gone_after("4n", "Add people to the workspace: this is for Admins", "1");
	gone_after("1!", "this is for Admins. Ask an Admin (Count levels", "2");
	gone_after("1l", "Usage: ", "j");
	gone_after("1l", "Usage: ", "5");
	gone_after("1w", "Why is asked about", "j");
}

/* Why and fix of what is not shown are not offered, and say the reason. */
TEST(no_key_leads_to_what_is_not_shown)
{
	struct pty *pty = open_as(&largest, demo_store("hints"),
				  "bob@acme.example");

	keys(pty, "4/gus<Enter>");
	shows(pty, others);
	shows_not(pty, "w why");
	shows_not(pty, "f fix");
	keys(pty, "w");
	row_shows(pty, -2, others);
	keys(pty, "f");
	row_shows(pty, -2, others);
	shows_not(pty, "Nothing to fix");
	keys(pty, "<Esc>/bob<Enter>");
	shows_not(pty, others);
	shows(pty, "w why");
	leave(pty);
}

RUN(CASE(the_panel_of_the_next_thing), CASE(the_card_is_drawn), CASE(projects),
    CASE(the_message_line), CASE(no_key_leads_to_what_is_not_shown))
