/* advice_all_test.c: every way out that the program knows, both ways: on the command
 * line no key is named, on the screen no option and no line for a shell.  They are
 * read from the sources. */
#include "tests/expect.h"

#include <ftw.h>
#include <regex.h>
#include <stdlib.h>

#include "screen/frame/advice.h"
#include "screen/frame/keymap.h"
#include "screen/frame/verb.h"

enum { FILE_MOST = 1 << 20, TEXT_MOST = 8192 };

static unsigned long calls, faults;
static regex_t key_word;

/* As it could be said: a name, a number. */
static void filled(const char *format, struct buf *out)
{
	for (; *format; format++) {
		if (*format != '%') {
			buf_addc(out, *format);
			continue;
		}
		format += 1 + strspn(format + 1, "0123456789.*-+l z");
		while (*format == 'l' || *format == 'z')
			format++;
		buf_adds(out, *format == 's' ? "Finance" : *format == '%' ? "%" :
			 "3");
	}
}

static void judge(const char *path, const char *call, const char *text,
		  bool console)
{
	struct buf said, shown;
	const char *what = NULL;

	buf_init(&said, TEXT_MOST);
	buf_init(&shown, 4 * TEXT_MOST);
	filled(text, &said);
	advice_words(buf_text(&said), &shown);
	if (!console && !regexec(&key_word, buf_text(&said), 0, NULL, 0))
		what = "names a key on the command line";
	else if (strstr(buf_text(&shown), "--"))
		what = "shows an option";
	else if (strstr(buf_text(&shown), "gatehouse ") &&
		 !strstr(buf_text(&shown), "start gatehouse"))
		what = "shows a line for a shell";
	else if (!*buf_text(&shown) && !strstr(buf_text(&said), "--yes") &&
		 !strstr(buf_text(&said), "--help"))
		what = "shows nothing: no way out";
	if (what) {
		print_error("%s: %s: %s\n  said:  %s\n  shown: %s\n", path, call,
			    what, buf_text(&said), buf_text(&shown));
		faults++;
	}
	buf_release(&said);
	buf_release(&shown);
}

/* One literal, and those that follow it at once; *at behind them. */
static void literal(const char **at, struct buf *out)
{
	while (**at == '"') {
		for (++*at; **at && **at != '"'; ++*at) {
			if (**at == '\\' && (*at)[1])
				++*at;
			buf_addc(out, **at);
		}
		*at += **at == '"';
		*at += strspn(*at, " \t\n");
	}
}

static void one_call(const char *path, const char *call, const char *at,
		     bool console)
{
	int depth = 0;
	struct buf text;

	calls++;
	buf_init(&text, TEXT_MOST);
	for (; *at; at++) {
		depth += (*at == '(') - (*at == ')');
		if (depth <= 0)
			break;
		if (*at != '"')
			continue;
		buf_reset(&text);
		literal(&at, &text);
		at--;
		if (strlen(buf_text(&text)) > 3)
			judge(path, call, buf_text(&text), console);
	}
	buf_release(&text);
}

static int one_file(const char *path, const struct stat *st, int type,
		    struct FTW *ftw)
{
	static const char *const call[] = { "error_remedy", "pages_toast" };
	size_t n = strlen(path), i;
	static char text[FILE_MOST];
	const char *at;
	FILE *file;

	(void)st;
	(void)ftw;
	if (type != FTW_F || n < 2 || strcmp(path + n - 2, ".c") != 0 ||
	    strstr(path, "/connect/") || strstr(path, "/net/"))
		return 0;
	file = fopen(path, "r");
	assert_non_null(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	for (i = 0; i < COUNT_OF(call); i++)
		for (at = text; (at = strstr(at, call[i])); at++)
			if (at[strlen(call[i])] == '(')
				one_call(path, call[i], at + strlen(call[i]),
					 strstr(path, "/screen/") != NULL);
	return 0;
}

/* The key map has a command for the key of each action. */
TEST(a_key_of_an_action_is_one_of_the_key_map)
{
	const struct action *const *all;
	enum command command;
	size_t n, i, found = 0;

	all = actions(&n);
	for (i = 0; i < n; i++) {
		if (!all[i]->key)
			continue;
		command = verb_command(all[i]);
		if (command == CMD_NONE || !keymap_name(command))
			fail_msg("%s %s has the key %s, which is of no command",
				 all[i]->noun, all[i]->verb, all[i]->key);
		assert_string_equal(verb_key_name(all[i]), all[i]->key);
		found++;
	}
	assert_true(found > 30);
}

/* ... and a name for each command that some page or thing has by itself. */
TEST(a_key_of_a_page_has_a_name_in_the_key_map)
{
	const struct binding *own;
	size_t n, i;

	own = own_bindings(&n);
	assert_int_equal(n, CMD_TAB - CMD_OWN);
	for (i = 0; i < n; i++)
		if (!keymap_name(own[i].command))
			fail_msg("%s has no name in the key map", own[i].help);
}

TEST(a_way_out_can_be_taken_where_it_is_said)
{
	char path[4096];
	const char *top = getenv("srcdir_abs");

	assert_int_equal(regcomp(&key_word, "(^|[^A-Za-z])(F[0-9]+|Esc|Enter|"
				 "Tab|Space|Ctrl-[A-Z]|Del)([^A-Za-z]|$)|"
				 "\\([a-zA-Z]\\)|(^| )press ",
				 REG_EXTENDED | REG_NOSUB), 0);
	snprintf(path, sizeof(path), "%s/src", top ? top : ".");
	assert_int_equal(nftw(path, one_file, 16, FTW_PHYS), 0);
	regfree(&key_word);
	print_message("# %lu calls\n", calls);
	assert_true(calls > 250);
	assert_int_equal(faults, 0);
}

RUN(CASE(a_key_of_an_action_is_one_of_the_key_map),
    CASE(a_key_of_a_page_has_a_name_in_the_key_map),
    CASE(a_way_out_can_be_taken_where_it_is_said))
