/* console_one_hand_test.c: all screens are written by one hand (SCREENS 4.1): every
 * tab, page, dialog, menu, popup and help is walked at several sizes, and each picture
 * judged: its words (tests/house/words.txt), its titles, one meaning a sign, a margin to
 * each line where a form is open. */
#include "tests/tty/console.h"

#include <ctype.h>
#include <regex.h>

#include "base/attr.h"

enum { WORDS = 60, FAULTS_SAID = 200, COLOURED = 28 };

/* From the tabs, with nothing open; the keys show one more screen each blank. */
static const char *const walks[] = {
	/* tabs, their panels, menus, columns, sorting */
	"1 <Down> <Tab> <Down> . <Esc> <S-Tab> . <End> <Esc> O <Esc> s <Esc>",
	"2 <Down> . <Esc> l <Esc> <Enter>", "3 <Down> <Down> <Down> . <Esc> l",
	"4 <Down> <Tab> <Down> w <Down> <PgDn> <Esc> . <Esc>",
	"4o <Down> . <Esc> <Enter>", "5 <Down> . <Down> <Esc> p p p",
	("5/revenue<Space>mod<Enter> <Tab> <Down> w <PgDn> <Esc> <Enter> <Down> "
	 "<Tab> <Down> <Down>"),
	"5* . <Esc> e", "4* . <Esc> d", "5<Space>j<Space> S", "5/zzz <Enter> <Esc>",
	/* dialogs */
	"1n Lake<Tab> <Enter> s <Esc> <F8> <F1> <Esc>",
	"1/snow<Enter>e <Tab> <Tab> <End> <F1>", "1/snow<Enter>S <Down> <Space> <F9>",
	"1/wareh<Enter>D <F9>", "1/snow<Enter>d Snowfl <F9>",
	"2n <F8>", "2<Down>e <F1>", "2d", "3n <F8>", "3<Down>e", "3<Down>d",
	"4n ana@acme.example<Enter> <Tab> <Space> <F8>",
	"4/bob<Enter>e <Tab> <Enter> <Down> <Down> <F9>", "4/ravi<Enter>d <F8> <Up> nina <Enter>",
	"4/bob<Enter>d <F9>", "4on Partners<Tab>cleo <Enter> <F9>",
	"4o/fin<Enter>e <F1> <Esc> <Tab> <Tab> <Del> <F9>", "4o/data<Enter>d v",
	"5n Try<F8>", "5/revenue<Space>mod<Enter>S <Enter> <Down> <Esc> <Esc>",
	"5/revenue<Space>mod<Enter>S fin <Enter> <Tab> <Enter> <F1> <F9>",
	"5/revenue<Space>mod<Enter>S emil <Enter> <Tab> <Tab> <Tab>",
	"5/revenue<Space>mod<Enter>i <Down> <Space> <F9>",
	"5/revenue<Space>mod<Enter>e <F1>", "5/revenue<Space>mod<Enter>d v",
	"5/revenue<Space>mod<Enter>:transfer<Enter> nina <Enter>",
	"5/revenue<Space>mod<Enter>:duplicate<Enter>",
	"5/revenue<Space>mod<Enter>:archive<Enter> v",
	"5/legacy<Enter>:unarchive<Enter>", "5/old<Space>pr<Enter>:restore<Enter>",
	"5/revenue<Space>fore<Enter>S", "5/revenue<Space>fore<Enter>F v",
	/* pages */
	"? <PgDn> <PgDn> share", "4? <PgDn>", ": share <Down> <Tab>",
	":undo", ":why", "h <Enter> <Esc> <Down> u", ":drafts<Enter>",
	":workspace<Space>set<Enter>", ":workspace<Space>plan<Enter> <Enter>",
	":project<Space>share<Enter> rev",
	"t :group<Space>add<Space>g-data<Space>u-dana<Enter> y v <Esc> t <Esc> <Esc>",
	"1/snow<Enter>P 4 :user<Space>role<Space>u-bob<Space>editor<Enter> y v",
	"5/revenue<Space>mod<Enter><Tab> f1 v",
};

struct judge {
	regex_t word[WORDS];
	char *says[WORDS];
	size_t n;
	unsigned long screens, faults;
};

/* "[screen] expression - what is said instead" */
static void read_words(struct judge *judge)
{
	size_t n;
	char *text = read_file(in_source("tests/house/words.txt"), &n), *rest = text;
	char *line, *says;

	while ((line = strsep(&rest, "\n"))) {
		if (!*line || *line == '#' || !(says = strstr(line, " - ")))
			continue;
		*says = '\0';
		if (strncmp(line, "[screen] ", 9) == 0)
			line += 9;
		assert_true(judge->n < WORDS);
		assert_int_equal(regcomp(&judge->word[judge->n], line,
					 REG_EXTENDED | REG_NOSUB), 0);
		judge->says[judge->n++] = strdup(says + 3);
	}
	free(text);
	assert_true(judge->n > 15);
}

static void fault(struct judge *judge, struct pty *pty, const char *keys, int row,
		  const char *what)
{
	if (judge->faults++ < FAULTS_SAID)
		print_error("%dx%d %s\n  %s\n  |%s\n", pty_cols(pty),
			    pty_rows(pty), keys, what, pty_row(pty, row));
}

/* Signs have one meaning each.  at: where it stands in the row. */
static const char *sign_fault(const char *row, const char *at)
{
	static const char *const after_held[] = {
		"No ", "App", "View", "Edit", "Full", "Can", "0", "1", "2", "3",
		"4", "5", "6", "7", "8", "9", "held", "HOLD", "NOW",
		"effective"
	};
	size_t i;

	/* a text that is longer than its field goes on there */
	if ((*at == '>' && at[1] == ']') || (*at == '<' && at > row && at[-1] == '['))
		return NULL;
	/* the two keys of the compare page, where keys are listed */
	if ((*at == '<' || *at == '>') && at[1] == ' ' && at > row && at[-1] == ' ' &&
	    strstr(row, "Compare: give the "))
		return NULL;
	if (*at == '>' && !(at > row && at[-1] == '-'))
		return "> is no sign of a screen that has more than ASCII";
	if (*at == '<' && at[1] != '-')
		return "< is no sign of a screen that has more than ASCII";
	if (*at == '-' && at[1] == '-')
		return "-- is no sign of a screen";
	if (strncmp(at, "↓", 3) == 0 || strncmp(at, "↑", 3) == 0) {
		i = 3 + strspn(at + 3, " ");
		i += strspn(at + i, "0123456789");
		return strncmp(at + i, " more", 5) ? "↓ and ↑ say how many more" :
			NULL;
	}
	if (strncmp(at, "▼", 3) == 0) {
		if (at > row + 1 && at[-1] == ' ' && at[-2] >= 'A' && at[-2] <= 'Z')
			return NULL;		/* a heading: sorted */
		at += 3;
		at += *at == ' ';
		for (i = 0; i < COUNT_OF(after_held); i++)
			if (strncmp(at, after_held[i], strlen(after_held[i])) == 0)
				return NULL;
		return !*at || *at == ' ' ? NULL : "▼ is held, or sorted";
	}
	if (strncmp(at, "›", 3) == 0)
		return at > row && at[-1] == ' ' ? NULL :
			"› is a path, or the end of a chooser";
	return NULL;
}

/* A title is a verb and its thing. */
static const char *title_fault(const char *row)
{
	static const char *const begin[] = {
		"Share ", "Edit ", "New ", "Add ", "Delete ", "Duplicate ",
		"Transfer ", "Deactivate ", "Reactivate ", "Archive ", "Unarchive ",
		"Restore ", "Move ", "Remove ", "Import ", "Rename ", "Change ",
		"Take ", "Apply ", "Drop ", "Leave ", "Put ", "Set ", "Let ",
		"Show ", "Undo ", "Fix ", "Redo ", "Create ", "Grant ",
		/* said so by the page that binds */
		"Groups with access: ", "Default data connection",
	};
	const char *title = strstr(row, "┌─ ") + strlen("┌─ ");
	size_t i;

	if (strchr(title, '?'))
		return "a title asks nothing";
	for (i = 0; i < COUNT_OF(begin); i++)
		if (strncmp(title, begin[i], strlen(begin[i])) == 0)
			return NULL;
	return "a title is a verb and its thing";
}

/* A colour is that of a sign and of a word or two, bold, never of a line. */
static const char *colour_fault(struct pty *pty, int row)
{
	int col, run = 0;
	unsigned style;

	for (col = 0; col < pty_cols(pty); col++) {
		style = pty_cell_style(pty, row, col);
		run = style & PTY_COLOUR ? run + 1 : 0;
		if (run && !(style & PTY_BOLD))
			return "a colour that is not bold";
		if (run > COLOURED)
			return "a line in colour";
	}
	return NULL;
}

/* Text keeps a cell of margin to a frame: beside a line stands a blank, a line, or the
 * sign of the focus. */
static const char *margin_fault(const char *row)
{
	static const char *const after[] = { " ", "│", "▌", "─", "┌", "┐", "└", "┘",
					     "├", "┤" };
	static const char *const before[] = { " ", "│", "▐", "─", "┌", "┐", "└", "┘",
					      "├", "┤" };
	const char *at = row, *was;
	size_t i;

	for (; (at = strstr(at, "│")) != NULL; at += strlen("│")) {
		for (i = 0; i < COUNT_OF(after); i++)
			if (!at[3] || !strncmp(at + 3, after[i], strlen(after[i])))
				break;
		if (i == COUNT_OF(after))
			return "text touches the line before it";
		for (was = at - 1; was > row && (*was & 0xc0) == 0x80; was--)
			;
		for (i = 0; i < COUNT_OF(before); i++)
			if (at == row || !strncmp(was, before[i], strlen(before[i])))
				break;
		if (i == COUNT_OF(before))
			return "text touches the line after it";
	}
	return NULL;
}

/* The old word for held is found on the page of reasons, in help and as a synonym. */
static bool may_say(const char *row, const char *keys, const char *says)
{
	return strcmp(says, "held") == 0 && strstr(row, "owngraded") &&
		(strstr(keys, "F1") || strchr(keys, '?') || strchr(keys, ':') || strchr(keys, 'w'));
}

static void look(struct judge *judge, struct pty *pty, const char *keys, bool wide)
{
	int r, title = pty_has(pty, "Esc ]") ? pty_find(pty, "┌─ ") : -1;
	const char *row, *at, *what;
	size_t i;

	judge->screens++;
	for (r = 0; r < pty_rows(pty); r++) {
		row = pty_row(pty, r);
		for (i = 0; i < judge->n; i++)
			if (!regexec(&judge->word[i], row, 0, NULL, 0) &&
			    !may_say(row, keys, judge->says[i]))
				fault(judge, pty, keys, r, judge->says[i]);
		if (!wide)
			continue;
		for (at = row; *at; at++)
			if ((what = sign_fault(row, at)))
				fault(judge, pty, keys, r, what);
		if ((what = colour_fault(pty, r)))
			fault(judge, pty, keys, r, what);
		if (title >= 0 && (what = margin_fault(row)))
			fault(judge, pty, keys, r, what);
		if (r == title && (what = title_fault(row)))
			fault(judge, pty, keys, r, what);
	}
}

static void walk(struct judge *judge, const struct pty_options *size)
{
	bool wide = !size->locale;
	size_t i;

	for (i = 0; i < COUNT_OF(walks); i++) {
		struct pty *pty = open_demo(size);
		char *steps = strdup(walks[i]), *rest = steps, *step;

		while ((step = strsep(&rest, " "))) {
			keys(pty, step);
			look(judge, pty, walks[i], wide);
		}
		free(steps);
		pty_stop(pty);
	}
}

static void judged(const struct pty_options *size)
{
	struct judge judge = { .n = 0 };
	size_t i;

	read_words(&judge);
	walk(&judge, size);
	print_message("# %lu screens\n", judge.screens);
	for (i = 0; i < judge.n; i++) {
		regfree(&judge.word[i]);
		free(judge.says[i]);
	}
	assert_true(judge.screens > 150);
	assert_int_equal(judge.faults, 0);
}

/* Each program has a terminal of its own, which the log names. */
static char *without_terminal(char *screen)
{
	char *at = screen;

	while ((at = strstr(at, "/dev/pts/"))) {
		at += strlen("/dev/pts/");
		while (isdigit((unsigned char)*at))
			memmove(at, at + 1, strlen(at));
	}
	return screen;
}

/* Colour repeats what words say. */
TEST(without_colour_the_same_is_said)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	static const struct pty_options grey = { .rows = 24, .cols = 80,
						 .env = env },
		colour = { .rows = 24, .cols = 80 };
	size_t i;

	for (i = 0; i < COUNT_OF(walks); i++) {
		struct pty *one = open_demo(&colour), *two = open_demo(&grey);
		char *steps = strdup(walks[i]), *rest = steps, *step, *a, *b;

		while ((step = strsep(&rest, " "))) {
			keys(one, step);
			keys(two, step);
			a = without_terminal(pty_screen(one));
			b = without_terminal(pty_screen(two));
			assert_string_equal(a, b);
			free(a);
			free(b);
		}
		free(steps);
		pty_stop(one);
		pty_stop(two);
	}
}

TEST(at_60x20)
{
	judged(&(struct pty_options){ .rows = 20, .cols = 60 });
}

TEST(at_80x24)
{
	judged(&(struct pty_options){ .rows = 24, .cols = 80 });
}

TEST(at_120x40)
{
	judged(&(struct pty_options){ .rows = 40, .cols = 120 });
}

TEST(at_160x50)
{
	judged(&(struct pty_options){ .rows = 50, .cols = 160 });
}

TEST(in_ascii)
{
	judged(&(struct pty_options){ .rows = 30, .cols = 100, .locale = "C" });
}

RUN(CASE(at_80x24), CASE(at_60x20), CASE(at_120x40), CASE(at_160x50),
    CASE(in_ascii), CASE(without_colour_the_same_is_said))
