/* console_asset_panel_test.c: the panel of an asset (who may use it, through what,
 * whom it caps and where), and what a pinned panel says changed since. */
#include "tests/tty/console.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options large = { .rows = 40, .cols = 120 };
static const struct pty_options tall = { .rows = 60, .cols = 140 };

/* The panel's line of this person, who stands in no list beside it. */
static void line_shows(struct pty *pty, const char *name, const char *text)
{
	int row = pty_find(pty, name);

	if (row < 0)
		shows(pty, name);
	row_shows(pty, row, text);
}

TEST(who_may_use_it_and_through_which_group)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "1/snow<Enter>");
	shows(pty, "Snowflake prod: who has access");
	shows(pty, "9 have access, 10 held");
	/* those it caps come first */
	line_shows(pty, "Bob Stein", "no   1 project");
	line_shows(pty, "Bob Stein", "not in Data Team");
	keys(pty, "p/amir");
	line_shows(pty, "Amir Haddad", "yes  -          Data Team");
	keys(pty, "<C-u>maya");
	line_shows(pty, "Maya Lindqvist", "Admin");
	shows(pty, "Admin: inherits all assets");
	shows(pty, "Used by 3 projects");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(the_explanation_names_the_projects_and_leads_on)
{
	struct pty *pty = open_demo(&tall);

	keys(pty, "1/snow<Enter><Tab>/dana<Enter>");
	cursor_on(pty, "▌ Dana Ilves");
	shows(pty, "Dana Ilves has no access to Snowflake prod: not in");
	shows(pty, "Revenue model: Can Edit, held at Can View by this");
	shows(pty, "Customer 360: App Only");
	shows(pty, "Groups with access: 9 of 40 people");
	keys(pty, "w");
	shows(pty, "Why \u00b7 Dana Ilves on Revenue model");
	keys(pty, "<Esc><Tab><Home><Down><Enter>");
	row_shows(pty, 0, "[5 Projects]");
	cursor_on(pty, "▌ Revenue model");
	keys(pty, "<Backspace>");
	row_shows(pty, 0, "[1 Data sources]");
	leave(pty);
}

TEST(a_secret_says_who_sees_the_value)
{
	struct pty *pty = open_demo(&small);

	keys(pty, "2/stripe<Enter>p");
	shows(pty, "SEES VALUE IN");
	keys(pty, "/amir");
	line_shows(pty, "Amir Haddad", "3 projects");
	shows(pty, "sees the value");
	keys(pty, "<Esc><Esc><Enter>");
	shows(pty, "Amir Haddad sees the value");	/* by name, per project */
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(only_the_held_on_a_key)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/snow<Enter>");
	shows(pty, "9 have access    Amir, Cleo");
	/* on the connection itself it is the default; in the panel the capped */
	keys(pty, "<Tab>D");
	shows(pty, "Bob Stein");
	shows_not(pty, "Amir");
	keys(pty, "D");
	leave(pty);
}

TEST(public_adds_the_web_visitor)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/open data<Enter><Tab>g");
	cursor_on(pty, "▌ anyone (web)");
	shows(pty, "A web visitor has access to Open data through");
	keys(pty, "<Esc>t:connection access a-pub --remove public<Enter>y");
	keys(pty, "<Tab>/anyone<Enter>");
	line_shows(pty, "anyone (web)", "yes -> no");
	keys(pty, "<Esc>");
	keys(pty, "tdy");
	leave(pty);
}

/* An Editor sees the asset's card: who else may use it is not hers to know. */
/* What an Admin would look up in the form. */
TEST(the_page_says_how_it_is_set)
{
	struct pty *pty = open_demo(&tall);

	keys(pty, "1/people<Enter><Enter><End>");
	shows(pty, "How it is set");
	shows(pty, "Host: hr-db.acme.example");
	shows(pty, "Connect via SSH: on");
	shows(pty, "SSH username: hex");
	keys(pty, "<Esc><Esc>/marketing<Enter><Enter><End>");
	shows(pty, "Schema refresh: Weekly");
	shows(pty, "Time zone: Europe/Berlin");
	leave(pty);
}

TEST(others_than_admins_see_the_card)
{
	const char *store = import_store("card", in_source("data/demo.json"));
	const char *argv[] = { program(), "--store", store, "--as",
			       "amir@acme.example", NULL };
	struct pty *pty = pty_start(&small, argv);

	keys(pty, "1/snow<Enter>");
	shows(pty, "Snowflake prod");
	shows_not(pty, "who has access");
	leave(pty);
}

TEST(what_if_shows_old_and_new_on_a_pinned_asset)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "1/snow<Enter>P4t");
	shows(pty, "PINNED Snowflake prod");
	keys(pty, ":group add g-data u-dana u-fiona<Enter>y");
	line_shows(pty, "Fiona Nair  ", "no -> yes  1 -> 0");
	shows(pty, "2 gain");
	shows(pty, "against what is saved");
	keys(pty, "u");
	shows_not(pty, "no -> yes");
	shows(pty, "9 have access, 10 held");
	is_fresh(pty);
	leave(pty);
}

/* It counts from the pin, over several saves; unpinned it is forgotten. */
TEST(a_pinned_asset_tells_what_changed_since)
{
	const char *store = demo_store("since");
	struct pty *pty = open_store(&large, store);

	keys(pty, "1/snow<Enter>P3");
	MUST("--store", store, "group", "add", "g-data", "u-dana");
	assert_true(pty_await(pty, "no -> yes"));
	MUST("--store", store, "group", "remove", "g-data", "u-amir");
	assert_true(pty_await(pty, "yes -> no"));
	assert_true(pty_settle(pty));
	line_shows(pty, "Dana Ilves", "no -> yes");
	line_shows(pty, "Amir Haddad", "yes -> no");
	shows(pty, "1 loses, 1 gains");
	shows(pty, "since it was pinned");
	is_fresh(pty);
	MUST("--store", store, "group", "add", "g-data", "u-amir");
	assert_true(pty_await(pty, "  1 gains"));
	assert_true(pty_settle(pty));
	shows_not(pty, "yes -> no");
	keys(pty, "P1");
	shows_not(pty, "no -> yes");
	shows_not(pty, "since it was pinned");
	leave(pty);
}

/* While one tries it compares with what is saved; after that with the pin again,
 * what was applied among it. */
TEST(a_pinned_project_compares_with_the_pin_after_what_if)
{
	const char *store = demo_store("both");
	struct pty *pty = open_store(&large, store);

	keys(pty, "/revenue model<Enter>P4");
	keys(pty, ":group add g-data u-dana<Enter>y");
	line_shows(pty, "View -> Edit", "Dana Ilves");
	keys(pty, "t:group add g-data u-fiona<Enter>y");
	line_shows(pty, "View -> Edit", "Fiona Nair");
	shows(pty, "1 gains");
	shows(pty, "against what is saved");
	keys(pty, "t<F8>");
	shows(pty, "2 gain");
	shows(pty, "since it was pinned");
	keys(pty, "P");
	leave(pty);
}

TEST(a_pinned_person_shows_a_project_that_is_new)
{
	struct pty *pty = open_demo(&large);

	keys(pty, "4/maya<Enter>P1t");
	shows(pty, "PINNED Maya Lindqvist");
	keys(pty, ":project take-access p-churn<Enter>y");
	line_shows(pty, "Churn model", "None -> Full");
	keys(pty, ":project create Aardvark<Enter>y");
	line_shows(pty, "Aardvark", "None -> Full");
	is_fresh(pty);
	keys(pty, "uu");
	shows_not(pty, "Aardvark");
	shows_not(pty, "None -> Full");
	leave(pty);
}

/* The link switched off: the visitor's row stays as long as that is news. */
TEST(a_lost_link_is_a_row)
{
	struct pty *pty = open_demo(&tall);

	keys(pty, "/revenue model<Enter>t");
	keys(pty, ":project share-web p-rev none<Enter>y");
	line_shows(pty, "anyone (web)", "App -> None");
	keys(pty, "u");
	shows_not(pty, "App -> None");
	leave(pty);
}

RUN(CASE(who_may_use_it_and_through_which_group),
    CASE(the_explanation_names_the_projects_and_leads_on),
    CASE(a_secret_says_who_sees_the_value), CASE(only_the_held_on_a_key),
    CASE(public_adds_the_web_visitor), CASE(others_than_admins_see_the_card),
    CASE(the_page_says_how_it_is_set),
    CASE(what_if_shows_old_and_new_on_a_pinned_asset),
    CASE(a_pinned_asset_tells_what_changed_since),
    CASE(a_pinned_project_compares_with_the_pin_after_what_if),
    CASE(a_pinned_person_shows_a_project_that_is_new),
    CASE(a_lost_link_is_a_row))
