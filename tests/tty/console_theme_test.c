/* console_theme_test.c: the colours that somebody chose, and where they are kept. */
#include "tests/tty/console.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static struct pty *open_with(const char *store, const char *term, const char *more)
{
	char config[300];
	const char *env[] = { config, more, NULL };
	const struct pty_options options = { .term = term, .env = env };

	snprintf(config, sizeof(config), "XDG_CONFIG_HOME=%.200s", in_room("config"));
	return open_store(&options, store);
}

static bool sent(struct pty *pty, const char *bytes)
{
	size_t n;
	const char *all = pty_stream(pty, &n);

	return memmem(all, n, bytes, strlen(bytes)) != NULL;
}

/* A store that is no demo: what is chosen there is kept. */
static const char *own_store(const char *name)
{
	static char path[300];

	snprintf(path, sizeof(path), "%s", import_store(name, in_source("data/demo.json")));
	return path;
}

static void settings_are(const char *text)
{
	size_t n;
	char *is = read_file(in_room("config/gatehouse/settings"), &n);

	assert_string_equal(is, text);
	free(is);
}

static void write_settings(const char *text)
{
	put_file(in_room("config/gatehouse/settings"), text, strlen(text));
}

TEST(a_theme_is_tried_kept_and_there_again)
{
	const char *store = own_store("themes");
	struct pty *pty = open_with(store, NULL, NULL);
	struct stat about;

	assert_false(sent(pty, "48;5;"));
	keys(pty, ":theme<Enter>");
	shows(pty, "light text on a dark ground");
	row_shows(pty, cursor_row(pty), "default");
	row_shows(pty, cursor_row(pty), "now");
	keys(pty, "<Down>");
	row_shows(pty, cursor_row(pty), "light");
	assert_true(sent(pty, "48;5;255m"));	/* seen while one chooses */
	pty_forget(pty);
	keys(pty, "<Esc><C-l>");		/* and gone */
	assert_false(sent(pty, "48;5;"));
	keys(pty, ":theme<Enter><Down><Enter>");
	shows(pty, "Theme light, kept in your settings.");
	settings_are("theme light\n");
	assert_int_equal(stat(in_room("config/gatehouse/settings"), &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	leave(pty);
	pty = open_with(store, NULL, NULL);
	assert_true(sent(pty, "48;5;255m"));
	is_fresh(pty);
	keys(pty, "jjw");
	is_fresh(pty);
	leave(pty);
}

/* Remarks stay, and the other lines. */
TEST(a_line_that_is_wrong_is_said)
{
	const char *store = own_store("wrong");
	struct pty *pty;

	(void)mkdir(in_room("config"), 0700);
	(void)mkdir(in_room("config/gatehouse"), 0700);
	write_settings("# mine\nbanana 7\n");
	pty = open_with(store, NULL, NULL);
	shows(pty, "settings, line 2: banana: is no setting; there is: theme.");
	keys(pty, ":theme<Enter><Down><Enter>");
	settings_are("# mine\nbanana 7\ntheme light\n");
	leave(pty);
	write_settings("# mine\ntheme banana\n");
	pty = open_with(store, NULL, NULL);
	shows(pty, "settings, line 2: banana: there is no such theme; : theme lists them.");
	leave(pty);
}

TEST(what_cannot_be_shown_is_said_and_not_kept)
{
	const char *store = own_store("poor");
	struct pty *pty;

	(void)mkdir(in_room("config"), 0700);
	(void)mkdir(in_room("config/gatehouse"), 0700);
	write_settings("theme default\n");
	pty = open_with(store, "linux", NULL);		/* eight colours */
	keys(pty, ":theme<Enter><Down>");
	shows(pty, "This terminal shows no such colours.");
	keys(pty, "<Enter>");
	shows(pty, "light: this terminal shows no such colours.");
	settings_are("theme default\n");
	leave(pty);
	pty = open_with(store, NULL, "NO_COLOR=1");
	keys(pty, ":theme<Enter><Down>");
	shows(pty, "This terminal shows no such colours.");
	assert_false(sent(pty, "48;5;"));
	keys(pty, "<Esc>");
	leave(pty);
}

/* A demo leaves nothing behind, and mono has no colour. */
TEST(in_a_demo_it_is_for_this_session)
{
	struct pty *pty = open_demo(NULL);

	assert_true(sent(pty, "\033[31m") || sent(pty, ";31m"));
	keys(pty, ":theme<Enter><Down><Down><Enter>");
	shows(pty, "Theme mono, until you leave the demo.");
	pty_forget(pty);
	keys(pty, "<C-l>");
	assert_false(sent(pty, "31m"));
	leave(pty);
}

RUN(CASE(a_theme_is_tried_kept_and_there_again),
    CASE(a_line_that_is_wrong_is_said),
    CASE(what_cannot_be_shown_is_said_and_not_kept),
    CASE(in_a_demo_it_is_for_this_session))
