/* console_moved_test.c: a key map in which every command has another key: no page, menu or
 * dialog shows, or takes, the usual ones. */
#include "base/attr.h"
#include "tests/tty/console.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char map[] =
	"filter z\nsort E\nother-list H\npanel I\npin J\nwhy L\nfix M\nheld N\nall-changes Q\n"
	"what-if V\nundo X\nredo Z\nhistory \"\nvault #\nfailed-checks $\ndraft %\nmenu &\n"
	"new '\nusage (\nmark )\nmark-all ,\nmark-more ;\nmark-less none\ncolumns [\ncopy \\\n"
	"bare-text ]\nclear-clipboard none\nmouse none\nact-as `\ncompare {\nfindings |\n"
	"requests }\npalette ~\nhelp Ctrl-A\nreload Ctrl-B\nquit Ctrl-D\nshare Ctrl-E\n"
	"edit Ctrl-F\ndelete Ctrl-K\ncheck Ctrl-N\nreveal Ctrl-O\ncopy-value Ctrl-R\n"
	"import Ctrl-T\nbrowse Ctrl-U\ndefault Ctrl-V\ntake-access Ctrl-W\ncancel Ctrl-X\n"
	"sign-in Ctrl-Y\ncopy-code F7\nas-of F11\ngive-left F11\ngive-right F12\ngive-role ,\n"
	"yes _\nno ,\nleave-out F12\nask-more ^\nreactivate ;\ngroups @\ntake-stored F11\n"
	"keep-mine F12\nshow-both ;\ndrop F11\nshow-all F11\n";

/* The usual keys; j, k, g, G and the / of a form are fixed, Space ticks, and digits lead to tabs. */
static const char usual[] = "sopPwfDvtuUhKBe.nl*+-OcCYmA=!W:?rqSdTxyibFaR<>";

static const struct { const char *name, *keys, *shows; bool text; } page[] = {
	{ "projects", "", "Projects", false },
	{ "data sources", "1", "Snowflake prod", false },
	{ "secrets", "2", "STRIPE_KEY", false },
	{ "integrations", "3", "Integrations", false },
	{ "users", "4", "Users", false },
	{ "groups", "4H", "Groups", false },
	{ "panel", "<Tab>", "Projects", false },
	{ "panel, whole", "I", "", false },
	{ "detail", "<Tab><Tab>", "", false },
	{ "why", "L", "Why", false },
	{ "why of a person", "4L", "", false },
	{ "project page", "<Enter>", "Ad spend", false },
	{ "user page", "4<Enter>", "", false },
	{ "group page", "4H<Enter>", "", false },
	{ "connection page", "1<Enter>", "", false },
	{ "secret page", "2<Enter>", "", false },
	{ "usage", "1(", "", false },
	{ "history", "<C-e><Esc>\"", "History", false },
	{ "history with one", "M1_\"", "History", false },
	{ "event", "M1_\"<Enter>", "", false },
	{ "as of then", "M1_\"<F11>", "AS OF", false },
	{ "vault", "#", "", false },
	{ "failed checks", "$", "", false },
	{ "findings", "|", "Findings", false },
	{ "requests", "}", "", false },
	{ "compare", "4)<Down>){", "Compare", false },
	{ "compare, to give", "4)<Down>){<F12>", "would have", false },
	{ "menu", "&", "", false },
	{ "columns", "[", "", false },
	{ "sorting", "E", "", false },
	{ "what-if", "V", "What-if", false },
	{ "what-if list", "VM1_V", "", false },
	{ "delete", "<C-k>", "Delete", false },
	{ "delete many", "),<C-k>", "", false },
	{ "deactivate", "4<C-k>", "", true },
	{ "fix", "M1", "", false },
	{ "changes", "M1_Q", "", false },
	{ "marked", "4)<Down>)", "", false },
	{ "default", "1<C-v>", "Default", true },
	{ "leave with what-if", "VM1_<C-d>", "Leave", false },
	{ "share", "<C-e>", "Share", true },
	{ "edit", "<C-f>", "", true },
	{ "groups with access", "1<C-e>", "", true },
	{ "new project", "'", "", true },
	{ "new user", "4'", "", true },
	{ "undo", "M1_X", "", false },
	{ "past", "LLL<Left>", "", false },
};

static struct pty *with_map(void)
{
	static char variable[400];
	static const char *env[] = { variable, NULL };
	const struct pty_options options = { .env = env };

	(void)mkdir(in_room("config"), 0700);
	(void)mkdir(in_room("config/gatehouse"), 0700);
	put_file(in_room("config/gatehouse/keys"), map, strlen(map));
	assert_int_equal(chmod(in_room("config/gatehouse/keys"), 0600), 0);
	snprintf(variable, sizeof(variable), "XDG_CONFIG_HOME=%.300s", in_room("config"));
	return open_demo(&options);
}

/* What the foot says keys are: after its beginning, or two spaces. */
static void foot_is_of_the_map(struct pty *pty, const char *name)
{
	const char *row = pty_row(pty, pty_rows(pty) - 1), *s;

	for (s = row; *s; s++)
		if ((s == row || s[-1] == ' ') && (s < row + 2 || s[-2] == ' ') &&
		    *s != ' ' && s[1] == ' ' && strchr(usual, *s))
			fail_msg("%s: the foot says %c:\n%s", name, *s, pty_screen(pty));
}

/* "D shows all", "u takes it back". */
static void no_sentence_says(struct pty *pty, const char *name)
{
	static const char *const does[] = { "shows", "lists", "takes", "brings", "does",
		"opens", "says", "adds", "creates", "again", "gives", "leaves", "goes", "lifts",
		"all", "1 ", "stops", "tells", "resumes", "applies", "clears", "(now)", "history", "makes", "asks", "saves" };
	char *screen = pty_screen(pty), *s;
	size_t i;

	for (s = screen; *s; s++)
		for (i = 0; i < COUNT_OF(does); i++)
			if (s > screen && strchr(" (\n", s[-1]) && strchr(usual, *s) &&
			    s[1] == ' ' && strncmp(s + 2, does[i], strlen(does[i])) == 0)
				fail_msg("%s: it says %.20s:\n%s", name, s, screen);
	free(screen);
}

/* All but the message and the foot. */
static char *body(struct pty *pty)
{
	char *screen = pty_screen(pty), *end;
	int i;

	for (i = 0, end = screen + strlen(screen); i < 3 && end > screen; i++)
		do
			end--;
		while (end > screen && *end != '\n');
	*end = '\0';
	return screen;
}

static void no_usual_key_does(struct pty *pty, const char *name)
{
	char key[2] = "", *before = body(pty), *after;
	const char *s;

	for (s = usual; *s; s++) {
		key[0] = *s;
		assert_true(pty_send(pty, key, 1));
		after = body(pty);
		if (strcmp(before, after) != 0)
			fail_msg("%s: %s does something:\n%s\nwas:\n%s", name, key, after, before);
		no_sentence_says(pty, name);
		free(after);
	}
	free(before);
}

TEST(no_page_shows_or_takes_a_usual_key)
{
	struct pty *pty;
	size_t i;

	for (i = 0; i < COUNT_OF(page); i++) {
		pty = with_map();
		shows_not(pty, "not understood");
		keys(pty, page[i].keys);
		if (*page[i].shows)
			shows(pty, page[i].shows);
		foot_is_of_the_map(pty, page[i].name);
		no_sentence_says(pty, page[i].name);
		if (!page[i].text)
			no_usual_key_does(pty, page[i].name);
		pty_stop(pty);
	}
}

RUN(CASE(no_page_shows_or_takes_a_usual_key))
