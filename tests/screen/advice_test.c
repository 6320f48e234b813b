/* advice_test.c: a way out on the screen is a key or the palette, never a line for a
 * shell. */
#include "tests/expect.h"

#include "screen/frame/advice.h"

static void says(const char *text, const char *words)
{
	struct buf out;

	buf_init(&out, 4096);
	advice_words(text, &out);
	assert_string_equal(buf_text(&out), words);
	buf_release(&out);
}

TEST(commands_become_keys_or_the_palette)
{
	says("ask an Admin", "ask an Admin");
	says("gatehouse history lists them", ":history lists them");
	says("first: gatehouse undo 12; or change it by hand",
	     "first: :undo 12; or change it by hand");
	says("gatehouse undo 3 takes it back", ":undo 3 takes it back");
	says("gatehouse redo 45 does it again", ":redo 45 does it again");
	says("an older change: gatehouse undo EVENT (gatehouse history lists them)",
	     "an older change: :undo and its number (:history lists them)");
	says("take Full Access (audited): gatehouse project take-access p-rev",
	     "take Full Access (audited): F");
	says("gatehouse undo takes it back", "u (Take a change back) takes it back");
	says("an Admin links it: gatehouse user edit EMAIL --unix-login bob",
	     "an Admin links it: e (Change a person's name or login)");
	says("", "");
}

/* What the palette greys is no way out in it. */
TEST(what_the_console_does_not_do_is_said_so)
{
	says("mv a.db a.db.bad; gatehouse --store a.db workspace restore "
	     "a.db.backup-20260101T000000Z-3",
	     "mv a.db a.db.bad; on the command line: workspace restore "
	     "a.db.backup-20260101T000000Z-3");
	says("gatehouse workspace restore x.db brings back what was there before",
	     "on the command line: workspace restore x.db brings back what was "
	     "there before");
	says("gatehouse --store x.db user list", ":user list");
}

TEST(options_are_left_out)
{
	says("say --yes to do it", "");
	says("Ravi still owns: Churn (--transfer-to USER hands over)",
	     "Ravi still owns: Churn");
	says("take it; or --draft to finish it later", "take it");
	says("name people with --user, groups with --group",
	     "name people with user, groups with group");
	says("did you mean --level?", "did you mean level?");
	says("name another (a file that is not there)",
	     "name another (a file that is not there)");
}

TEST(needs_are_labels)
{
	struct error err;
	struct buf out;

	buf_init(&out, 4096);
	error_set(&err, ERROR_DENIED, "LEVEL_NEEDED", "you may not share it");
	error_needs(&err, "can_edit");
	advice_error(&err, &out);
	assert_string_equal(buf_text(&out),
			    "you may not share it; needs Can Edit");
	buf_reset(&out);
	error_set(&err, ERROR_INVALID, NULL, "--level is missing");
	advice_error(&err, &out);
	assert_string_equal(buf_text(&out), "level is missing");
	buf_reset(&out);
	says("say one of: app_only, can_view, can_edit, full_access",
	     "say one of: App Only, Can View, Can Edit, Full Access");
	says("say one of: admin, editor; full_time stays",
	     "say one of: admin, editor; full_time stays");
	error_set(&err, ERROR_DENIED, "ROLE_NEEDED", "it is for some");
	error_needs(&err, "admin");
	advice_error(&err, &out);
	assert_string_equal(buf_text(&out), "it is for some; needs the role Admin");
	buf_reset(&out);
	error_set(&err, ERROR_DENIED, "PLAN_LOCKED", "it is locked");
	error_needs(&err, "team");
	advice_error(&err, &out);
	assert_string_equal(buf_text(&out), "it is locked; needs the Team plan");
	buf_reset(&out);
	error_set(&err, ERROR_DENIED, "PLAN_LOCKED", "secrets need the Team plan");
	error_needs(&err, "team");
	advice_error(&err, &out);
	assert_string_equal(buf_text(&out), "secrets need the Team plan");
	buf_release(&out);
}

RUN(CASE(commands_become_keys_or_the_palette), CASE(what_the_console_does_not_do_is_said_so),
    CASE(options_are_left_out),
    CASE(needs_are_labels))
