/* console_past_test.c: since when somebody has what they have, and the walk back through
 * the events that changed it (SCREENS 4.3, 4). */
#include <signal.h>
#include <sys/wait.h>

#include "base/attr.h"
#include "tests/tty/console.h"

static const struct pty_options sizes[] = {
	{ .rows = 24, .cols = 80 }, { .rows = 40, .cols = 120 },
	{ .rows = 50, .cols = 160 }, { .rows = 10, .cols = 40 }
};
static const struct pty_options small = { .rows = 24, .cols = 80 };
static const struct pty_options wide = { .rows = 40, .cols = 120 };

/* To why Bob Stein has what he has on Revenue model. */
#define WHY "/revenue model<Enter><Tab>/bob st<Enter>w"

/* Bob Stein becomes Editor (2), Snowflake prod is his (3), he is Viewer again (4); and
 * two that have nothing to do with him (5, 6). */
static const char *busy_store(const char *name)
{
	const char *store = demo_store(name);

	MUST("--store", store, "user", "role", "u-bob", "editor", "--yes");
	MUST("--store", store, "connection", "access", "a-snow", "--add", "workspace",
	     "--yes");
	MUST("--store", store, "user", "role", "u-bob", "viewer", "--yes");
	MUST("--store", store, "user", "role", "u-dana", "viewer", "--yes");
	MUST("--store", store, "group", "rename", "g-fin", "Money");
	return store;
}

static void says(struct pty *pty, const char *text)
{
	if (!says_in_all(pty, text))
		shows(pty, text);
}

/* ---- since when ---------------------------------------------------------------------- */

TEST(the_why_page_says_since_when_and_by_whom)
{
	const char *store = busy_store("since");

	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty = open_store(&sizes[i], store);

		keys(pty, WHY);
		row_shows(pty, 1, "Why");
		if (sizes[i].rows > 10) {
			shows(pty, "(event 4): Bob Stein lost Can Edit");
			shows(pty, "Viewer, by Maya");
			row_shows(pty, -2, "Left back in time");
		}
		is_fresh(pty);
		keys(pty, "<Esc>");
		leave(pty);
	}
}

/* Where it is as the workspace was made there is nothing to say, and nowhere to go. */
TEST(what_was_always_so_has_no_line)
{
	struct pty *pty = open_demo(&small);

	keys(pty, WHY);
	shows_not(pty, "Since");
	shows_not(pty, "Left back");
	keys(pty, "<Left>");
	row_shows(pty, 1, "Past \u00b7 Bob Stein on Revenue model");
	row_shows(pty, 1, "0 changes");
	shows(pty, "NOW, since at least event 1,");
	shows(pty, "which made the workspace");
	cursor_on(pty, "the workspace was made");
	shows(pty, "= Bob Stein");
	is_fresh(pty);
	keys(pty, "<Left>");
	row_shows(pty, -2, "Nothing before it is known.");
	keys(pty, "<Right>");
	row_shows(pty, -2, "This is now.");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* ---- the walk ------------------------------------------------------------------------ */

TEST(left_and_right_walk_the_events)
{
	const char *store = busy_store("walk");

	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct pty *pty = open_store(&sizes[i], store);

		keys(pty, WHY "<Left>");
		row_shows(pty, 1, "3 changes");
		shows(pty, "AS OF event 3,");
		cursor_on(pty, "Can Edit");
		says(pty, "Bob Stein gained Can Edit: Snowflake");
		is_fresh(pty);
		keys(pty, "<Left>");
		shows(pty, "AS OF event 2,");
		cursor_on(pty, "Edit ▼ View");
		says(pty, "Bob Stein is held at Can View, granted Can Edit");
		if (sizes[i].rows > 10)
			shows(pty, "holds: only Data Team");
		is_fresh(pty);
		keys(pty, "<Left>");
		shows(pty, "AS OF event 1,");
		if (sizes[i].rows > 10)
			shows(pty, "role Viewer");
		keys(pty, "<Left>");
		shows(pty, "Nothing before it is known.");
		keys(pty, "<Right><Right><Right>");
		shows(pty, "NOW, since event 4,");
		cursor_on(pty, "Edit ▼ View");
		keys(pty, "<Right>");
		shows(pty, "This is now.");
		/* Down, End and the rows are the same walk. */
		keys(pty, "<Down>");
		shows(pty, "AS OF event 3,");
		keys(pty, "<End>");
		shows(pty, "AS OF event 1,");
		keys(pty, "<Home>");
		shows(pty, "NOW, since event 4,");
		is_fresh(pty);
		keys(pty, "<Esc>");
		row_shows(pty, 1, "Why");
		keys(pty, "<Esc>");
		leave(pty);
	}
}

/* Which moment it is is said where the eye is, in as many words as there is room for. */
TEST(the_moment_is_said)
{
	struct pty *pty = open_store(&small, busy_store("moment"));

	keys(pty, WHY "<Left>");
	shows(pty, "until event 4   read only");
	keys(pty, "<Right>");
	shows_not(pty, "until");
	shows(pty, "read only");
	keys(pty, "<Resize:40x10>");
	shows(pty, "NOW, since event 4,");
	is_fresh(pty);
	/* On a screen as small as that Tab reads the rest of it. */
	keys(pty, "<Tab><End>");
	shows(pty, "Not given");
	keys(pty, "<Left>");
	shows(pty, "AS OF event 3,");
	says(pty, "Bob Stein gained Can Edit");
	keys(pty, "<Tab><Down>");
	shows(pty, "AS OF event 2,");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(enter_on_since_leads_to_its_event)
{
	const char *store = busy_store("enter");
	struct pty *pty;
	int n;

	/* What is granted rises, the level does not: since when is the one before. */
	MUST("--store", store, "project", "share", "p-rev", "--user", "u-bob", "--level",
	     "full_access", "--yes");
	pty = open_store(&wide, store);
	keys(pty, WHY);
	shows(pty, "(event 4)");
	for (n = 0; n < 30 && !strstr(pty_row(pty, cursor_row(pty)), "Since"); n++)
		keys(pty, "<Down>");
	cursor_on(pty, "Since");
	row_shows(pty, -1, "Enter what was before");
	keys(pty, "<Enter>");
	shows(pty, "AS OF event 4,");
	keys(pty, "<Right>");
	shows(pty, "NOW, since event 7,");
	says(pty, "is held at Can View, granted Full Access");
	keys(pty, "<Left><Enter>");
	row_shows(pty, 1, "Event 4");
	keys(pty, "<Esc>");
	shows(pty, "AS OF event 4,");
	keys(pty, "<Esc>");
	cursor_on(pty, "Since");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(nothing_is_changed_there)
{
	const char *store = busy_store("reads");
	struct pty *pty = open_store(&small, store);
	char *before = dump(store);

	keys(pty, WHY "<Left>u");
	shows(pty, "The past only reads.");
	keys(pty, "U");
	shows(pty, "The past only reads.");
	keys(pty, "f");
	shows(pty, "AS OF event 3,");
	keys(pty, "c");
	shows(pty, "what was then");
	/* All of the workspace as of then, which only reads, too. */
	keys(pty, "a");
	row_shows(pty, 1, "AS OF #3");
	keys(pty, "w");			/* the panel has the keys, as before */
	shows(pty, "(event 3): Bob Stein gained Can Edit");
	keys(pty, "<Left>");
	row_shows(pty, 2, "2 changes");
	shows(pty, "AS OF event 2,");
	keys(pty, "<Right><Right>");
	shows(pty, "nothing is after it");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
	is_unchanged(store, before);
}

TEST(an_undo_is_an_event_like_others)
{
	const char *store = busy_store("undo");
	struct pty *pty;

	MUST("--store", store, "undo", "4", "--yes");
	pty = open_store(&wide, store);
	keys(pty, WHY);
	shows(pty, "(event 7): Bob Stein gained Can Edit: ");
	keys(pty, "<Left>");
	row_shows(pty, 1, "4 changes");
	shows(pty, "AS OF event 4,");
	cursor_on(pty, "Bob Stein is Viewer");
	keys(pty, "<Esc>");
	/* From here, too. */
	keys(pty, ":undo 7<Enter>y");
	row_shows(pty, 1, "Why");
	shows(pty, "(event 8): Bob Stein lost Can Edit");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_follows_what_others_do)
{
	const char *store = busy_store("others");
	struct pty *pty = open_store(&small, store);

	keys(pty, WHY "<Left><Left>");
	shows(pty, "AS OF event 2,");
	MUST("--store", store, "user", "role", "u-bob", "editor", "--yes");
	keys(pty, "r");
	row_shows(pty, 1, "4 changes");
	shows(pty, "AS OF event 2,");
	is_fresh(pty);
	keys(pty, "<Home>");
	shows(pty, "NOW, since event 7,");
	keys(pty, "<Esc>");
	shows(pty, "(event 7): Bob Stein gained Can Edit");
	keys(pty, "<Esc>");
	leave(pty);
}

/* More events than a key looks at have come since; then others save, and keys come before
 * the next frame does: nothing of before is taken for what is known now. */
TEST(keys_before_the_next_frame_do_no_harm)
{
	const char *store = busy_store("burst");
	struct pty *pty;
	char name[24];
	int status;

	for (int i = 0; i < 140; i++) {
		snprintf(name, sizeof(name), "Money %d", i);
		MUST("--store", store, "group", "rename", "g-fin", name);
	}
	pty = open_store(&small, store);
	keys(pty, WHY "<Left>");
	assert_true(pty_await(pty, "AS OF event 3,"));
	keys(pty, "<Down>");
	shows(pty, "AS OF event 2,");
	kill(pty_pid(pty), SIGSTOP);
	assert_int_equal(waitpid(pty_pid(pty), &status, WUNTRACED), pty_pid(pty));
	MUST("--store", store, "group", "rename", "g-fin", "Purse");
	pty_feed(pty, "rc", 2);
	kill(pty_pid(pty), SIGCONT);
	assert_true(pty_await(pty, "Still looking further back..."));
	/* It is where it was as soon as that is known. */
	assert_true(pty_await(pty, "AS OF event 2,"));
	row_shows(pty, 1, "3 changes");
	keys(pty, "c");
	shows(pty, "what was then");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(who_or_what_is_gone_is_said)
{
	const char *store = demo_store("gone");
	struct pty *pty;

	MUST("--store", store, "user", "add", "zoe@acme.example", "--role", "admin",
	     "--yes");
	MUST("--store", store, "project", "share", "p-rev", "--user", "zoe@acme.example",
	     "--level", "can_edit", "--yes");
	pty = open_store(&wide, store);
	keys(pty, "/revenue model<Enter><Tab>/zoe<Enter>w<Left>");
	shows(pty, "AS OF event 2,");
	keys(pty, "<End>");
	cursor_on(pty, "not there");
	shows(pty, "The person or the project was not there.");
	is_fresh(pty);
	MUST("--store", store, "undo", "3", "--yes");
	MUST("--store", store, "undo", "2", "--yes");
	keys(pty, "r");
	shows(pty, "It is no longer there.");
	keys(pty, "<Left><Right><Enter>acu");
	shows(pty, "It is no longer there.");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows(pty, "It is no longer there.");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(the_visitor_of_the_web_has_a_past_too)
{
	const char *store = demo_store("web");
	struct pty *pty;

	MUST("--store", store, "project", "share-web", "p-rev", "can_view", "--yes");
	pty = open_store(&small, store);
	keys(pty, "/revenue model<Enter><Tab>/anyone<Enter>w");
	shows(pty, "(event 2): Anyone with the link gained Can");
	keys(pty, "<Left>");
	row_shows(pty, 1, "1 change");
	shows(pty, "AS OF event 1,");
	cursor_on(pty, "App Only");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(a_click_goes_there_and_a_second_one_opens)
{
	struct pty *pty = open_store(&small, busy_store("mouse"));
	char click[32];

	keys(pty, WHY "<Left>");
	shows(pty, "AS OF event 3,");
	snprintf(click, sizeof(click), "<Click:%d,30>", pty_find(pty, "made"));
	keys(pty, click);
	shows(pty, "AS OF event 1,");
	keys(pty, click);
	row_shows(pty, 1, "Event 1");
	keys(pty, "<Esc>");
	/* Text below the rows is no row. */
	snprintf(click, sizeof(click), "<Click:%d,4>", pty_find(pty, "= Bob Stein"));
	keys(pty, click);
	shows(pty, "AS OF event 1,");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(it_is_the_same_text_without_colour_and_beyond_ASCII)
{
	static const char *const env[] = { "NO_COLOR=1", "LC_ALL=C", NULL };
	const struct pty_options plain = { .rows = 24, .cols = 80, .env = env };
	const char *store = busy_store("plain");
	struct pty *pty = open_store(&plain, store);

	keys(pty, WHY "<Left><Left>");
	shows(pty, "AS OF event 2,");
	assert_true(pty_style(pty, "AS OF") & PTY_REVERSE);
	cursor_on(pty, "Edit v View");
	shows(pty, "<-----|");
	is_fresh(pty);
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(a_command_opens_it)
{
	struct pty *pty = open_store(&small, busy_store("command"));

	keys(pty, ":access explain u-bob p-rev --past<Enter>");
	row_shows(pty, 1, "Past");
	shows(pty, "NOW, since event 4,");
	keys(pty, "<Esc>");
	leave(pty);
}

/* ---- all of the workspace -------------------------------------------------------------- */

/* As of an event, from the history: one event back and on, with what it moved in the panel,
 * and what it did on the message line. */
TEST(the_workspace_of_then_is_walked_too)
{
	struct pty *pty = open_store(&wide, busy_store("walked"));

	keys(pty, "/revenue model<Enter>Ph<Down><Down>a");
	row_shows(pty, 1, "AS OF #4");
	row_shows(pty, 1, "Left Right walk");
	row_shows(pty, -2, "event 4 left");
	keys(pty, "<Left>");
	row_shows(pty, 1, "AS OF #3");
	row_shows(pty, -2, "#3, Maya Lindqvist: Snowflake prod is shared with Data Team, "
		  "Workspace.");
	row_shows(pty, pty_find(pty, "Bob Stein"), "View -> Edit");
	is_fresh(pty);
	keys(pty, "<Right>");
	row_shows(pty, 1, "AS OF #4");
	row_shows(pty, -2, "#4, Maya Lindqvist: Bob Stein is Viewer.");
	assert_null(strstr(pty_row(pty, pty_find(pty, "Bob Stein")), "->"));
	keys(pty, "<Left><Left><Left>");
	row_shows(pty, 1, "AS OF #1");
	keys(pty, "<Left>");
	row_shows(pty, 1, "AS OF #1");
	row_shows(pty, -2, "Nothing before it is known.");
	keys(pty, "<Right><Right><Right><Right><Right>");
	row_shows(pty, 1, "AS OF #6");
	keys(pty, "<Right>");
	shows_not(pty, "AS OF");
	row_shows(pty, -2, "Back to now");
	/* In a field they are the field's. */
	keys(pty, "h<End>a/x<Left>y");
	shows(pty, "yx");
	row_shows(pty, 1, "AS OF #1");
	keys(pty, "<Esc><Esc><Esc>");
	leave(pty);
}

/* A panel that follows the focus shows what the event did that the message line tells of,
 * whichever way one came there. */
TEST(what_moved_is_what_the_shown_event_did)
{
	struct pty *pty = open_store(&wide, busy_store("moved"));

	keys(pty, "/revenue model<Enter>h<Down><Down>a");
	row_shows(pty, 1, "AS OF #4");
	row_shows(pty, pty_find(pty, "Bob Stein"), "Edit -> View");
	shows(pty, "by event 4");
	keys(pty, "<Left>");
	row_shows(pty, pty_find(pty, "Bob Stein"), "View -> Edit");
	shows(pty, "by event 3");
	is_fresh(pty);
	keys(pty, "<Left>");
	row_shows(pty, 1, "AS OF #2");
	shows_not(pty, "by event");
	keys(pty, "<Left>");
	row_shows(pty, 1, "AS OF #1");
	assert_null(strstr(pty_row(pty, pty_find(pty, "Bob Stein")), "->"));
	shows_not(pty, "by event");
	shows_not(pty, "by the last change");
	keys(pty, "<Right><Right>");
	row_shows(pty, pty_find(pty, "Bob Stein"), "View -> Edit");
	keys(pty, "<Right>");
	row_shows(pty, pty_find(pty, "Bob Stein"), "Edit -> View");
	shows(pty, "by event 4");
	/* Of nothing when it is now again (the first Esc is the filter's). */
	keys(pty, "<Esc><Esc>");
	row_shows(pty, -2, "Back to now");
	shows_not(pty, "by event");
	shows_not(pty, "by the last change");
	assert_null(strstr(pty_row(pty, pty_find(pty, "Bob Stein")), "->"));
	leave(pty);
}

TEST(the_walk_names_who_did_it_as_whom)
{
	const char *store = busy_store("signed");
	struct pty *pty;

	MUST("--store", store, "--as", "ravi@acme.example", "project", "share", "p-churn",
	     "--user", "u-dana", "--level", "can_view", "--yes");
	MUST("--store", store, "group", "rename", "g-fin", "Purse");
	pty = open_store(&wide, store);
	keys(pty, "ha<Left>");
	row_shows(pty, 1, "AS OF #7");
	row_shows(pty, -2, "#7, Maya Lindqvist as Ravi Menon: ");
	/* On another page these keys do not walk it, and are not named. */
	row_shows(pty, 1, "Left Right walk   Esc back to now");
	keys(pty, "h");
	row_shows(pty, 1, "AS OF #7");
	assert_null(strstr(pty_row(pty, 1), "Left Right"));
	keys(pty, "<Esc>");
	row_shows(pty, 1, "Left Right walk");
	keys(pty, "<Esc>");
	leave(pty);
}

/* ---- for whom -------------------------------------------------------------------------- */

/* What others did is for Admins; what one did oneself is told. */
TEST(it_tells_no_more_than_the_history)
{
	const char *store = busy_store("eyes");
	struct pty *pty = open_as(&small, store, "bob@acme.example");

	keys(pty, WHY);
	row_shows(pty, 1, "Why");
	shows_not(pty, "Since");
	shows_not(pty, "Maya Lindqvist is");
	shows_not(pty, "back in time");
	keys(pty, "<Left>");
	row_shows(pty, -2, "What was before is for Admins to see.");
	row_shows(pty, 1, "Why");
	keys(pty, "<Esc>:access explain u-bob p-rev --past<Enter>");
	shows(pty, "looking back is for Admins");
	keys(pty, "<Esc>");
	leave(pty);
	/* The owner of it, by his own deed. */
	MUST("--store", store, "--as", "ravi@acme.example", "project", "share", "p-churn",
	     "--user", "u-dana", "--level", "can_view", "--yes");
	pty = open_as(&wide, store, "ravi@acme.example");
	keys(pty, "/churn<Enter><Tab>/dana<Enter>w");
	shows(pty, "(event 7): Dana Ilves gained Can View: Dana");
	shows(pty, "by Maya Lindqvist as Ravi");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(what_is_only_tried_has_no_past)
{
	struct pty *pty = open_store(&small, busy_store("tried"));

	keys(pty, "t" WHY);
	row_shows(pty, 1, "Why");
	shows_not(pty, "Since");
	keys(pty, "<Left>");
	shows(pty, "What is only tried has no past.");
	keys(pty, "<Esc>td<Esc>");
	leave(pty);
}

RUN(CASE(the_why_page_says_since_when_and_by_whom),
    CASE(what_was_always_so_has_no_line),
    CASE(left_and_right_walk_the_events),
    CASE(the_moment_is_said),
    CASE(enter_on_since_leads_to_its_event),
    CASE(nothing_is_changed_there),
    CASE(an_undo_is_an_event_like_others),
    CASE(it_follows_what_others_do),
    CASE(keys_before_the_next_frame_do_no_harm),
    CASE(who_or_what_is_gone_is_said),
    CASE(the_visitor_of_the_web_has_a_past_too),
    CASE(a_click_goes_there_and_a_second_one_opens),
    CASE(it_is_the_same_text_without_colour_and_beyond_ASCII),
    CASE(a_command_opens_it),
    CASE(the_workspace_of_then_is_walked_too),
    CASE(what_moved_is_what_the_shown_event_did),
    CASE(the_walk_names_who_did_it_as_whom),
    CASE(it_tells_no_more_than_the_history),
    CASE(what_is_only_tried_has_no_past))
