/* console_layout_test.c: keys under another keyboard layout. */
#include "tests/tty/console.h"

#include <stdlib.h>
#include <string.h>

TEST(a_letter_is_taken_as_the_key_in_its_place)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "<Raw:d0be>");		/* Russian: j */
	row_shows(pty, cursor_row(pty), "Board pack");
	shows(pty, "\u043e taken as j: another keyboard layout is on.");
	keys(pty, "<Raw:d0be>");		/* said once */
	row_shows(pty, cursor_row(pty), "Churn model");
	shows_not(pty, "keyboard layout");
	keys(pty, "<Raw:d0bb><Raw:d0bb><Raw:d186>");	/* k k w */
	shows(pty, "Why \u00b7 Emil Costa");
	keys(pty, "<C-g><Raw:cf82>");		/* Greek */
	shows(pty, "Why \u00b7 Emil Costa");
	keys(pty, "<C-g><Raw:d7a9>");		/* Hebrew: a, which is nothing there */
	shows(pty, "No key \"\u05e9\" here, nor a in its place.");
	leave(pty);
}

TEST(text_stays_text)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "/<Raw:d186><Raw:d0be>");
	shows(pty, "\u0446\u043e");
	shows_not(pty, "taken as");
	keys(pty, "<Esc><Esc>4on<Raw:d0a8>");	/* the name of a group */
	shows(pty, "\u0428");
	shows_not(pty, "taken as");
	leave(pty);
}

TEST(signs_and_digits_too)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "<Raw:d9a4>");		/* Arabic 4 */
	shows(pty, "[4 Users]");
	keys(pty, "<Raw:d096>");		/* Russian, Shift and the key of ; */
	shows(pty, "Palette");
	leave(pty);
}

TEST(a_letter_without_a_key_says_so)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "<Raw:d18f>");
	shows(pty, "No key \"\u044f\" here, nor z in its place.");
	keys(pty, "<Raw:e4b8ad>");
	shows(pty, "No key \"\u4e2d\" here.");
	leave(pty);
}

TEST(danger_and_leaving_work)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "f1<Raw:d0bd>");		/* y */
	shows(pty, "Saved: ");
	pty_feed(pty, "\xd0\xb9", 2);		/* q */
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

/* A question has no list below it that says so; its yes and no are keys as well. */
TEST(a_question_is_answered_in_every_layout)
{
	struct pty *pty = open_demo(NULL);

	keys(pty, "t:group add g-data u-dana<Enter>yt");
	shows(pty, "What-if: 1 step");
	keys(pty, "<Raw:d0b2>");		/* d */
	shows(pty, "Drop what was tried?");
	keys(pty, "<Raw:d182>");		/* n */
	shows_not(pty, "Drop what was tried?");
	keys(pty, "<Raw:ceb4>");		/* d, Greek */
	shows(pty, "Drop what was tried?");
	keys(pty, "<Raw:cf85>");		/* y */
	shows_not(pty, "Drop what was tried?");
	shows_not(pty, "WHAT-IF");
	pty_stop(pty);
}

/* The table that the console goes by, without it. */
TEST(help_keys_prints_them_all)
{
	static const char *const lines[] = {
		"\n  S       project       Share ", "\n  :, Ctrl-P             Everything ",
		"\n  Esc, Ctrl-G, Ctrl-C   Close ", "\n  4, F5                 Tab 4\n",
		"\n  !                     Findings", "\n  <                     Compare: "
	};
	char *out;
	size_t i;

	assert_int_equal(run(&out, (const char *const []){ "help", "keys", NULL }), 0);
	for (i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (!strstr(out, lines[i]))
			fail_msg("no \"%s\" in:\n%s", lines[i], out);
	free(out);
}

RUN(CASE(a_letter_is_taken_as_the_key_in_its_place), CASE(text_stays_text),
    CASE(signs_and_digits_too), CASE(a_letter_without_a_key_says_so),
    CASE(danger_and_leaving_work), CASE(a_question_is_answered_in_every_layout),
    CASE(help_keys_prints_them_all))
