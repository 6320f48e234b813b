/* console_verbs_test.c: the key does what menu and command allow, no more.  For each
 * kind of row and each role: what the menu greys opens no form that could be filled
 * in, and says why; what it does not grey is not refused. */
#include <string.h>

#include "base/attr.h"
#include "tests/tty/stores.h"

static const struct pty_options large = { .rows = 44, .cols = 140 };

static const char *const rows[] = {
	"1/analytics<Enter>", "1/snow<Enter>", "1/open<Enter>", "2/stripe<Enter>",
	"3/github<Enter>", "3/git<Enter>", "3/drive<Enter>", "3/files<Enter>",
	"4/gus<Enter>", "4/bob<Enter>", "4/kofi<Enter>", "4o/data<Enter>",
	"4o/workspace<Enter>", "5/revenue mod<Enter>", "5/customer<Enter>",
	"5/churn<Enter>", "5/cohort<Enter>",
};

static const char letters[] = "SednliDFfTxo";

static char *screen_after(struct pty *pty, const char *what)
{
	keys(pty, what);
	return pty_screen(pty);
}

/* Where the menu has the key: 1 greyed, 0 not; -1: it has none of it. */
static int greyed(const char *menu, char letter)
{
	char mark[16];
	const char *at = menu, *end, *close;

	snprintf(mark, sizeof(mark), "  %c ", letter);
	for (; (at = strstr(at, mark)); at++) {
		end = strchr(at, '\n');
		close = strstr(at, "\xe2\x94\x82");	/* the frame */
		if (!close || (end && close > end))
			continue;
		at += strlen(mark);
		while (*at == ' ')
			at++;
		/* What is so already is refused to nobody. */
		if (*at == '(')
			return strncmp(at, "(it is ", 7) == 0 ? -1 : 1;
		if (at == close)
			return 0;
	}
	return -1;
}

static bool says_why(const char *screen)
{
	static const char *const whys[] = {
		"It cannot be done", "read only", " for Admins", " to Admins",
		"by Admins", " needs ", "needs the role", "shown from Can View",
		"Only an Admin", "it is so already", "It is built in",
		"there is nothing", "built in",
	};
	size_t i;

	for (i = 0; i < COUNT_OF(whys); i++)
		if (strstr(screen, whys[i]))
			return true;
	return false;
}

static unsigned n_greyed, n_open;

static void one_key(struct pty *pty, const char *menu, char letter)
{
	char press[2] = { letter, '\0' };
	int grey = greyed(menu, letter);
	char *screen;
	bool form;

	if (grey < 0)
		return;
	screen = screen_after(pty, press);
	form = strstr(screen, "[ Back  Esc ]") != NULL;
	if (grey && (form || !says_why(screen)))
		fail_msg("%c is greyed:\n%s\nand:\n%s", letter, menu, screen);
	if (!grey && (strstr(screen, "It cannot be done") ||
		      strstr(screen, "read only") || strstr(screen, "is for Admins")))
		fail_msg("%c is not greyed:\n%s\nand:\n%s", letter, menu, screen);
	n_greyed += grey == 1;
	n_open += grey == 0;
	free(screen);
	keys(pty, "<C-g>");
}

static void as(const char *email)
{
	const char *argv[] = { program(), "--store", demo_store("verbs"), "--as",
			       email, NULL };
	size_t i, k;

	for (i = 0; i < COUNT_OF(rows); i++) {
		struct pty *pty = pty_start(&large, argv);
		char *menu;

		keys(pty, rows[i]);
		menu = screen_after(pty, ".");
		if (!strstr(menu, "There is no menu")) {
			keys(pty, "<Esc>");
			for (k = 0; letters[k]; k++)
				one_key(pty, menu, letters[k]);
		}
		free(menu);
		leave(pty);
	}
}

TEST(a_Guest)
{
	as("kofi@contractor.example");
	assert_true(n_greyed >= 6);
}

TEST(a_Viewer)
{
	as("bob@acme.example");
	assert_true(n_greyed >= 30);
}

TEST(an_Editor)
{
	as("amir@acme.example");
	assert_true(n_greyed >= 60 && n_open > 0);
}

TEST(a_Manager)
{
	n_open = 0;
	as("nina@acme.example");
	assert_true(n_greyed >= 80 && n_open > 0);
}

TEST(an_Admin)
{
	n_open = 0;
	as("maya@acme.example");
	assert_true(n_open >= 20);
}

RUN(CASE(a_Guest), CASE(a_Viewer), CASE(an_Editor), CASE(a_Manager),
    CASE(an_Admin))
