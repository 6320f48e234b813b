/* console_requests_test.c: asking for more access from where it is blocked, and answering
 * it, with what that moves in sight (D32). */
#include <sys/stat.h>

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

/* Where Full Access comes first the rows are told apart by what comes then. */
TEST(the_rows_tell_ways_apart)
{
	static const char *const told[] = {
		"1  grant Can Edit", "2  make Editor, add to Operations",
		"3  \xe2\x80\xa6 share S3 lake", "4  \xe2\x80\xa6 add to Data Team",
	};
	const char *store = demo_store("apart");

	MUST("--store", store, "--as", "milo@acme.example", "access", "request", "p-ops",
	     "can_edit");
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty;

		if (sizes[i].cols < 80)
			continue;
		pty = open_store(&sizes[i], store);
		keys(pty, "W<Enter>");
		for (size_t k = 0; k < COUNT_OF(told); k++)
			shows(pty, told[k]);
		keys(pty, "3");
		shows(pty, "1 other gains; ");
		shows(pty, "3  take Full Access (audited), then make Milo Varga");
		leave(pty);
	}
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
	cursor_on(pty, "1  Can Edit");		/* what one has is not offered */
	shows_not(pty, ")  Can View");
	shows_not(pty, "the role Viewer");
	keys(pty, "1");
	shows(pty, "you would be held at Can View (role Viewer)");
	keys(pty, "<Tab>please<Enter>");
	shows_not(pty, "Asked for");		/* F8 alone sends it */
	keys(pty, "<F8>");
	shows(pty, "Asked for");
	keys(pty, "<Esc><Esc>W");
	row_shows(pty, 1, "Requests");
	cursor_on(pty, "you");
	shows(pty, "waits");
	keys(pty, "<Esc>S");			/* that is not asked for twice */
	shows(pty, "more: W shows it.");
	shows_not(pty, "n asks for it");
	keys(pty, "<Esc>:ask role<Enter>");
	shows(pty, "You asked for Can Edit here; it waits for an answer.");
	cursor_on(pty, "1  the role Explorer");
	leave(pty);
}

/* Whoever has no more than the app: by the keys that others use. */
TEST(who_has_app_only_asks_by_the_same_keys)
{
	static const char *const people[] = { "bob@acme.example",
					      "kofi@contractor.example" };
	static const char *const filters[] = { "5/customer<Enter>", "5/revenue m<Enter>" };

	for (size_t i = 0; i < COUNT_OF(people); i++) {
		struct pty *pty = open_as(&small, demo_store("app-only"), people[i]);

		keys(pty, filters[i]);
		row_shows(pty, 23, "S ask for more");
		keys(pty, "S");
		shows(pty, "Sharing needs Can Edit: here you ask for it.");
		shows(pty, "Ask for access to ");
		cursor_on(pty, "1  Can View");
		keys(pty, "1<F8>");
		shows(pty, "Asked for Can View on ");
		keys(pty, "w");
		row_shows(pty, 1, "Why");
		shows(pty, "n ask for more");
		keys(pty, "n");
		shows(pty, "You asked for Can View here; it waits for an answer.");
		keys(pty, "<Esc><Esc>i");
		shows(pty, " is shown from Can View up.");
		keys(pty, "<Enter>");			/* its page */
		row_shows(pty, 23, "n ask for more");
		keys(pty, "n");
		shows(pty, "You asked for Can View here; it waits for an answer.");
		leave(pty);
	}
}

/* What the number stands for was not in sight when all that was typed. */
TEST(no_answer_is_given_unseen)
{
	static const char at_once[] = "W\r2\033[19~\033[19~";
	const char *store = demo_store("ahead");
	struct pty *pty;
	int before;

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-rev",
	     "can_edit");
	before = events(store);
	pty = open_store(&small, store);
	assert_true(pty_send(pty, at_once, sizeof(at_once) - 1));
	shows(pty, "This is what it would do: F8 again does it.");
	cursor_on(pty, "(*) 2  ");
	assert_int_equal(events(store), before);
	keys(pty, "<F8>");
	shows(pty, "Nobody waits for an answer.");
	assert_int_equal(events(store), before + 1);
	leave(pty);
}

/* Somebody else was faster: nothing is done twice, and who did it is said. */
TEST(of_two_answers_the_second_is_none)
{
	const char *store = demo_store("faster");
	struct pty *pty;
	int before;

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-nps",
	     "can_edit");
	pty = open_store(&small, store);
	keys(pty, "W<Enter>3<Tab>not now");
	MUST("--store", store, "--as", "ivan@acme.example", "access", "answer",
	     "bob@acme.example/p-nps", "grant");
	before = events(store);
	keys(pty, "<F8>");
	shows(pty, "What is asked for was granted already, by Ivan Petrov.");
	assert_int_equal(events(store), before);
	keys(pty, "<F8><F8>");
	assert_int_equal(events(store), before);
	leave(pty);
}

/* Raising the grant of a group is a way of its own, where it is one step, too. */
TEST(a_grant_to_a_group_is_another_way)
{
	const char *store = demo_store("group-way");
	struct pty *pty;

	MUST("--store", store, "--as", "jose@acme.example", "access", "request", "p-ops",
	     "full_access");
	pty = open_as(&small, store, "kira@acme.example");
	keys(pty, "W<Enter>");
	shows(pty, "1  grant Full Access, as asked");
	shows(pty, "2  raise the grant of Operations to Full Access");
	shows(pty, "3  decline");
	leave(pty);
}

/* Of a project that is not shared with one any more there is nothing to look at. */
TEST(what_is_not_seen_any_more_has_no_why)
{
	const char *store = demo_store("unseen");
	struct pty *pty;

	MUST("--store", store, "--as", "ravi@acme.example", "project", "share", "p-fcst",
	     "--user", "kofi@contractor.example", "--level", "app_only");
	MUST("--store", store, "--as", "kofi@contractor.example", "access", "request",
	     "p-fcst", "can_view");
	MUST("--store", store, "--as", "ravi@acme.example", "project", "unshare", "p-fcst",
	     "--user", "kofi@contractor.example");
	pty = open_as(&small, store, "kofi@contractor.example");
	keys(pty, "W");
	shows(pty, "Can View on a project; waits.");
	shows_not(pty, "Revenue forecast");
	shows_not(pty, "why it is so");
	keys(pty, "<Enter>");
	shows(pty, "You do not see that project any more.");
	row_shows(pty, 1, "Requests");
	leave(pty);
}

TEST(at_the_top_it_says_so)
{
	struct pty *pty = open_as(&small, demo_store("top"), "maya@acme.example");

	keys(pty, "4:ask role<Enter>");
	shows(pty, "Ask for a role");
	shows(pty, "There is no more to ask for.");
	leave(pty);
}

TEST(a_role_is_asked_for_from_ones_own_page)
{
	struct pty *pty = open_as(&small, demo_store("own-page"), "bob@acme.example");

	keys(pty, "4/bob<Enter><Enter>");
	row_shows(pty, 23, "n ask for more");
	keys(pty, "n");
	shows(pty, "Ask for a role");
	keys(pty, "<Esc><Esc><Esc>/dana<Enter><Enter>");
	shows_not(pty, "ask for more");
	leave(pty);
}

/* A role is of no project: asked for from the palette, answered by an Admin. */
TEST(a_role_is_asked_for_and_given)
{
	const char *store = demo_store("role");
	struct pty *pty = open_as(&small, store, "bob@acme.example");

	keys(pty, "4:ask role<Enter>");
	shows(pty, "Ask for a role");
	cursor_on(pty, "1  the role Explorer");
	keys(pty, "2<Tab>to edit the model<F8>");
	shows(pty, "Asked for the role Editor; every Admin sees it.");
	leave(pty);
	pty = open_as(&small, store, "dana@acme.example");
	shows_not(pty, "ask: W");		/* not an Editor's to answer */
	keys(pty, ":access request --role admin<Enter>");
	shows(pty, "Would ask for the role Admin");
	shows_not(pty, "Ask for access to");	/* of no project */
	keys(pty, "<Esc><Esc>");
	leave(pty);
	pty = open_store(&small, store);
	row_shows(pty, 0, "1 ask");
	keys(pty, "W");
	shows(pty, "Bob Stein was Viewer and asks for the role Editor: \"to edit the model\"");
	keys(pty, "<Enter>");
	shows(pty, "Bob Stein asks for the role Editor");
	keys(pty, "1");
	cursor_on(pty, "(*) 1  make Editor, as asked");
	keys(pty, "<F8>");
	shows(pty, "Bob Stein is Editor.");
	leave(pty);
}

static const char *declined(const char *name)
{
	const char *store = demo_store(name);

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-nps",
	     "can_edit");
	MUST("--store", store, "access", "answer", "bob@acme.example/p-nps", "decline",
	     "--message", "ask after the audit");
	return store;
}

/* Until it was looked at, and after a restart, too. */
TEST(that_one_is_answered_stands_in_the_header_until_it_is_seen)
{
	const char *store = declined("answered");
	char set[200], *out;
	const char *env[] = { set, NULL };
	struct pty_options large = { .rows = 40, .cols = 120, .env = env };
	struct pty_options size = { .rows = 24, .cols = 80, .env = env };
	struct stat info;
	struct pty *pty;

	snprintf(set, sizeof(set), "XDG_STATE_HOME=%.100s", in_room("state"));
	pty = open_as(&large, store, "bob@acme.example");
	row_shows(pty, 0, "1 answered: W");
	leave(pty);
	pty = open_as(&size, store, "bob@acme.example");
	row_shows(pty, 0, "1 answered");
	keys(pty, "W");
	cursor_on(pty, "you");
	shows(pty, "declined, new");
	shows(pty, "ask after the audit.");
	keys(pty, "<Esc>");
	assert_null(strstr(pty_row(pty, 0), "answered"));
	leave(pty);
	assert_int_equal(stat(in_room("state/gatehouse/answers"), &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	pty = open_as(&size, store, "bob@acme.example");
	assert_null(strstr(pty_row(pty, 0), "answered"));
	keys(pty, "W");
	shows(pty, "ask after the audit.");
	shows_not(pty, ", new");
	leave(pty);
	/* Nothing of it is an event, nor for another. */
	assert_int_equal(run(&out, (const char *const[]){ "--store", store, "audit", "list",
			 "--format", "csv", NULL }), 0);
	assert_null(strstr(out, "access requests"));
	free(out);
	pty = open_as(&size, store, "gus@acme.example");
	assert_null(strstr(pty_row(pty, 0), "answered"));
	leave(pty);
}

/* For the session, where it can be kept nowhere. */
TEST(a_state_folder_that_cannot_be_written_keeps_nobody_from_it)
{
	static const char *const env[] = { "XDG_STATE_HOME=/dev/null", NULL };
	const struct pty_options size = { .rows = 24, .cols = 80, .env = env };
	struct pty *pty = open_as(&size, declined("nowhere"), "bob@acme.example");

	row_shows(pty, 0, "1 answered");
	keys(pty, "W");
	shows(pty, "declined, new");
	keys(pty, "<Esc>");
	assert_null(strstr(pty_row(pty, 0), "answered"));
	leave(pty);
}

/* "Granted" is not all: what holds one is said with it. */
TEST(what_holds_one_is_said_with_the_grant)
{
	const char *store = demo_store("held");
	struct pty *pty;

	MUST("--store", store, "--as", "bob@acme.example", "access", "request", "p-nps",
	     "can_edit");
	MUST("--store", store, "--as", "ivan@acme.example", "access", "answer",
	     "bob@acme.example/p-nps", "grant");
	pty = open_as(&small, store, "bob@acme.example");
	keys(pty, "W");
	shows(pty, "granted by Ivan Petrov.");
	shows(pty, "You are held at Can View by role Viewer.");
	leave(pty);
}

RUN(CASE(who_waits_stands_in_the_header_and_in_a_list),
    CASE(it_is_answered_with_what_that_moves_in_sight),
    CASE(a_way_is_a_number_and_answers_too), CASE(the_rows_tell_ways_apart),
    CASE(one_asks_from_ones_own_why_page), CASE(a_blocked_grant_offers_to_ask),
    CASE(a_grant_to_a_group_is_another_way), CASE(what_is_not_seen_any_more_has_no_why),
    CASE(no_answer_is_given_unseen), CASE(of_two_answers_the_second_is_none),
    CASE(who_has_app_only_asks_by_the_same_keys), CASE(at_the_top_it_says_so),
    CASE(a_role_is_asked_for_from_ones_own_page), CASE(a_role_is_asked_for_and_given),
    CASE(that_one_is_answered_stands_in_the_header_until_it_is_seen),
    CASE(a_state_folder_that_cannot_be_written_keeps_nobody_from_it),
    CASE(what_holds_one_is_said_with_the_grant))
