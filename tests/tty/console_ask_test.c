/* console_ask_test.c: a question in the palette is answered while it is typed; Enter
 * opens what shows all of it, a way is run from there. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };

/* The sentence is that of the command line. */
TEST(may_somebody_do_it)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, ":can bob edit revenue model");
	shows(pty, "No.  Bob Stein can view Revenue model. Bob Stein was granted Can Edit "
	      "through Finance, but two things");
	shows(pty, "Can Edit \342\226\274 Can View   role Viewer; Snowflake prod");
	shows(pty, "\342\226\214 Why: Bob Stein on Revenue model\342\226\220");
	shows(pty, "Fixes: these give Can Edit");
	shows(pty, "make Bob Stein an Editor and share Snowflake prod with Finance: 3 "
	      "others gain");
	is_fresh(pty);
	keys(pty, "<Enter>");
	shows_not(pty, "Palette");
	shows(pty, "Bob Stein");
	shows(pty, "Revenue model");
	keys(pty, "<Esc>:can amir edit revenue model");
	shows(pty, "Yes.  Amir Haddad can edit Revenue model");
	shows_not(pty, "Fixes");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(who_may_do_it)
{
	static const struct { const char *ask, *says; } asked[] = {
		{ "who can edit churn", "6 of 40 people can edit Churn model: Amir "
		  "Haddad, Cleo Martin, Liam Byrne" },
		{ "who can use snowflake", "people have access to Snowflake prod: " },
		{ "who sees the value of stripe key",
		  "10 of 40 people see the value of STRIPE_KEY" },
		{ "who is held on revenue model", "5 of 40 people are held on Revenue "
		  "model: Bob Stein, Dana Ilves, Fiona Nair" },
		{ "can finance edit revenue model", "No.  0 of 6 people of Finance can edit "
		  "Revenue model." },
		{ "who owns churn", "Ravi Menon owns Churn model." },
		{ "what can bob do", "Bob Stein can open 11 of 16 projects." },
		{ "which projects use snowflake", "use Snowflake prod: " },
	};
	struct pty *pty = open_demo(&wide);
	size_t i;

	for (i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
		keys(pty, ":");
		keys(pty, asked[i].ask);
		shows(pty, asked[i].says);
		keys(pty, "<Esc>");
	}
	keys(pty, ":who can edit churn<Enter>");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "Churn model");
	keys(pty, ":who can use snowflake<Enter>");
	row_shows(pty, 0, "[1 Data sources]");
	cursor_on(pty, "Snowflake prod");
	leave(pty);
}

/* What has the focus is what is not said. */
TEST(the_focus_is_meant)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "/revenue model<Enter>:why not dana");
	shows(pty, "Dana Ilves can view Revenue model");
	keys(pty, "<C-u>who can edit");
	shows(pty, "people can edit Revenue model");
	keys(pty, "<C-u>can bob edit revenue");	/* of two the one with the focus */
	shows(pty, "No.  Bob Stein can view Revenue model");
	keys(pty, "<Esc>4/bob<Enter>:can he see churn");
	shows(pty, "No.  Bob Stein has no access to Churn model");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(several_of_a_name_are_listed)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":can bob edit revenue");
	shows(pty, "2 are called \"revenue\": which one?");
	shows(pty, "Revenue forecast");
	keys(pty, "<Down><Enter>");
	shows(pty, ": can bob edit \"Revenue model\"");
	shows(pty, "No.  Bob Stein can view Revenue model");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(what_is_not_understood_is_said)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":can bob frobnicate churn");
	shows(pty, "\"frobnicate\" is no name here and no word that I know");
	keys(pty, "<C-u>who can edit zaphod");
	shows(pty, "\"zaphod\" is no name here");
	keys(pty, "<C-u>zaphod");
	shows_not(pty, "no word that I know");
	keys(pty, "<Esc>");
	leave(pty);
}

/* A way is a command: it shows what it does before. */
TEST(a_way_is_taken_from_there)
{
	const char *store = demo_store("way");
	struct pty *pty = open_store(&wide, store);

	keys(pty, ":can emil edit ad spend");
	shows(pty, "make Emil Costa an Editor: nothing else moves");
	keys(pty, "<Down><Enter>");
	shows(pty, " · if you do it");
	shows_not(pty, "Palette");
	keys(pty, "y");
	assert_int_equal(RUN_CLI("--store", store, "access", "check", "u-emil", "p-ads",
				 "can_edit"), 0);
	keys(pty, ":");
	shows(pty, "can emil edit ad spend");	/* it was asked before */
	keys(pty, "<Esc>");
	leave(pty);
}

/* Who may not ask it of others is told so, and others are not named. */
TEST(only_what_one_may_ask)
{
	const char *store = demo_store("dana");
	struct pty *pty = open_as(&wide, store, "dana@acme.example");

	keys(pty, ":can bob edit revenue model");
	shows(pty, "asking about other people");
	shows_not(pty, "held");
	keys(pty, "<C-u>can i edit revenue model");
	shows(pty, "No.  Dana Ilves can view Revenue model");
	keys(pty, "<C-u>who can edit headcount planning");
	shows(pty, "\"headcount planning\" is no name here");
	keys(pty, "<C-u>who can use snowflake");
	shows_not(pty, "people have access");
	keys(pty, "<Esc>");
	leave(pty);
}

/* What opens nothing is not said to be opened. */
TEST(the_foot_offers_what_there_is)
{
	struct pty *pty = open_demo(&small);

	keys(pty, ":can kofi frobnicate revenue");
	shows(pty, "\"frobnicate\" is no name here");
	shows_not(pty, "Enter opens it");
	shows_not(pty, "Down goes");
	shows(pty, "Backspace edits");
	keys(pty, "<Esc>:why not dana");
	shows(pty, "Enter opens it");
	keys(pty, "<Esc>");
	leave(pty);
}

RUN(CASE(may_somebody_do_it), CASE(who_may_do_it), CASE(the_focus_is_meant),
    CASE(several_of_a_name_are_listed), CASE(what_is_not_understood_is_said),
    CASE(a_way_is_taken_from_there), CASE(only_what_one_may_ask),
    CASE(the_foot_offers_what_there_is))
