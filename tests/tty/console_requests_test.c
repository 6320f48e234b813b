/* console_requests_test.c: asking for more access from where it is blocked, and answering
 * it, with what that moves in sight (D32). */
#include "base/attr.h"
#include "tests/tty/console.h"
#include "tests/tty/stores.h"

static const struct pty_options sizes[] = {
	{ .rows = 10, .cols = 40 }, { .rows = 24, .cols = 80 },
	{ .rows = 40, .cols = 120 }, { .rows = 50, .cols = 160 }
};
static const struct pty_options small = { .rows = 24, .cols = 80 };

/* Bob asks for Can Edit on NPS survey, at the command line. */
static struct pty *asked(const struct pty_options *size, const char *name)
{
	const char *store = demo_store(name);

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-nps",
	     "can_edit", "--message", "for the Q3 close");
	return open_store(size, store);
}

TEST(who_waits_stands_in_the_header_and_in_a_list)
{
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty = asked(&sizes[i], "list");

		if (sizes[i].cols >= 80)
			row_shows(pty, 0, "1 ask");
		keys(pty, "W");
		row_shows(pty, 1, "Requests");
		cursor_on(pty, "Bob Stein");
		if (sizes[i].rows > 10)
			shows(pty, "for the Q3");
		is_fresh(pty);
		keys(pty, "<Esc>");
		shows_not(pty, "Requests for access");
		leave(pty);
	}
}

TEST(it_is_answered_with_what_that_moves_in_sight)
{
	struct pty *pty = asked(&small, "answer");

	keys(pty, "W<Enter>");
	shows(pty, "Bob Stein asks for Can Edit");
	shows(pty, "for the Q3 close");
	keys(pty, "1");			/* an Admin without access does not grant */
	shows(pty, "Not so: sharing NPS survey needs Can Edit; you have Can View.");
	cursor_on(pty, "1  grant Can Edit, as asked");
	keys(pty, "3");
	cursor_on(pty, "(*) 3  decline");
	keys(pty, "<F8>");
	shows(pty, "whoever asked is told why");
	keys(pty, "<Tab>Viewers cannot edit");
	keys(pty, "<Enter>");			/* not sent by anything but F8 */
	shows(pty, "Bob Stein asks for Can Edit");
	keys(pty, "<F8>");
	shows(pty, "Declined what Bob Stein asked for");
	shows(pty, "Nobody waits for an answer.");
	keys(pty, "<Esc>");
	shows_not(pty, "1 ask");
	leave(pty);
}

/* Another way than the grant: a number, what it moves, one F8, one event. */
TEST(a_way_is_a_number_and_answers_too)
{
	const char *store = demo_store("way"), *cli = demo_store("way-cli");
	struct pty *pty;
	int before;

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-rev",
	     "can_edit");
	before = events(store);
	pty = open_store(&small, store);
	keys(pty, "W<Enter>");
	shows(pty, "1  grant Can Edit, as asked");
	shows_not(pty, "Can View, less");	/* there is that already */
	shows_not(pty, ":access fixes");
	keys(pty, "2");
	cursor_on(pty, "(*) 2  ");
	shows(pty, "2  make Bob Stein an Editor and share Snowflake prod with Finance.");
	shows(pty, "If you do it: 4 people gain");
	shows(pty, "+ Dana Ilves");
	keys(pty, "4");
	shows(pty, "and add Bob Stein to Data Team.");
	shows(pty, "Bob Stein also gains on 5 other projects");
	keys(pty, "<Tab>welcome<F8>");
	shows(pty, "Saved: 1 person gains on 6 projects");
	shows(pty, "Nobody waits for an answer.");
	assert_int_equal(events(store), before + 1);
	leave(pty);
	MUST("--store", cli, "user", "role", "u-bob", "editor");
	MUST("--store", cli, "group", "add", "g-data", "u-bob");
	same_stores(store, cli);
}

TEST(one_asks_from_ones_own_why_page)
{
	struct pty *pty = open_as(&small, demo_store("why"), "bob@acme.example");

	keys(pty, "5/revenue m<Enter><Tab>w");	/* held there */
	shows(pty, "n ask for more");
	keys(pty, "n");
	shows(pty, "Ask for access to Revenue model");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(a_blocked_grant_offers_to_ask)
{
	const char *store = demo_store("blocked");
	struct pty *pty = open_as(&small, store, "bob@acme.example");

	keys(pty, "5/nps<Enter>S");
	shows(pty, "n asks for it.");
	keys(pty, "n");
	shows(pty, "Ask for access to NPS survey");
	keys(pty, "<Right><Right><Right>");
	keys(pty, "<Tab>please<Enter>");
	shows_not(pty, "Asked for");		/* F8 alone sends it */
	keys(pty, "<F8>");
	shows(pty, "Asked for");
	keys(pty, "<Esc><Esc>W");
	row_shows(pty, 1, "Requests");
	cursor_on(pty, "you");
	shows(pty, "waits");
	leave(pty);
}

RUN(CASE(who_waits_stands_in_the_header_and_in_a_list),
    CASE(it_is_answered_with_what_that_moves_in_sight),
    CASE(a_way_is_a_number_and_answers_too),
    CASE(one_asks_from_ones_own_why_page), CASE(a_blocked_grant_offers_to_ask))
