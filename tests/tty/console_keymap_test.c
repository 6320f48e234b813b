/* console_keymap_test.c: keys that somebody chose. */
#include "base/attr.h"
#include "tests/tty/console.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char config[300];

static void map_is(const char *text)
{
	(void)mkdir(in_room("config"), 0700);
	(void)mkdir(in_room("config/gatehouse"), 0700);
	put_file(in_room("config/gatehouse/keys"), text, strlen(text));
	assert_int_equal(chmod(in_room("config/gatehouse/keys"), 0600), 0);
	snprintf(config, sizeof(config), "%.200s", in_room("config"));
	setenv("XDG_CONFIG_HOME", config, 1);
}

static struct pty *with_map(const char *text)
{
	static char variable[400];
	static const char *env[] = { variable, NULL };
	const struct pty_options options = { .env = env };

	map_is(text);
	snprintf(variable, sizeof(variable), "XDG_CONFIG_HOME=%s", config);
	return open_demo(&options);
}

TEST(a_key_that_was_moved_works_and_is_shown)
{
	struct pty *pty = with_map("# mine\nwhat-if z\nhelp H\n");

	shows(pty, "z what-if");
	shows(pty, "H keys");
	keys(pty, "t");
	shows(pty, "No key \"t\" here. H shows the keys.");
	keys(pty, "z");
	shows(pty, "What-if");
	keys(pty, "/zt");		/* text stays text */
	shows(pty, "zt");
	pty_stop(pty);
}

TEST(faults_are_told_once_and_the_rest_is_taken)
{
	struct pty *pty = with_map("what-if z\nbanana 7\nfilter s\n");

	shows(pty, "2 lines of the key map were not understood; :messages has them.");
	keys(pty, "z");
	shows(pty, "What-if");
	pty_stop(pty);
}

static void prints(const char *map, const char *const *lines)
{
	char *out;

	map_is(map);
	assert_int_equal(run(&out, (const char *const []){ "help", "keys", NULL }), 0);
	for (; *lines; lines++)
		if (!strstr(out, *lines))
			fail_msg("no \"%s\" in:\n%s", *lines, out);
	free(out);
}

TEST(help_keys_has_each_fault)
{
	prints("what-if z\nbanana 7\nfilter r\nsort Enter\nundo S\nredo Ctrl-C\npin\n"
	       "what-if W\nhelp foo\nmouse none\nfix j\ncopy 1\nwhy Q Q\npanel F8\nheld y\n"
	       "menu 1 2 3 4\nfindings Up\n",
	       (const char *const []){
		"\n  z                     What-if: ", "\n  what-if          z\n",
		"\n  mouse            none\n", "\n  filter           /\n",
		"line 2: banana is no command of the key map;",
		"line 3: r is the key of reload; give that another key, or none.",
		"line 4: Enter cannot be given away;",
		"line 5: S is the key of an action (", "line 6: Ctrl-C cannot be given away;",
		"line 7: pin has no key;", "line 8: what-if stands in line 1 already;",
		"line 9: foo is no key;", "line 11: j cannot be given away;",
		"line 12: 1 cannot be given away;", "line 13: Q stands there twice;",
		"line 14: F8 cannot be given away;", "line 15: y cannot be given away;",
		"line 16: menu has more than three keys;",
		"line 17: Up cannot be given away;", NULL });
	prints("what-if u\nundo t\n", (const char *const []){
		"\n  what-if          u\n", "\n  undo             t\n", NULL });
}

TEST(a_file_that_is_not_ones_own_alone_is_refused)
{
	char *out;

	map_is("what-if z\n");
	assert_int_equal(chmod(in_room("config/gatehouse/keys"), 0666), 0);
	assert_int_equal(run(&out, (const char *const []){ "help", "keys", NULL }), 0);
	assert_non_null(strstr(out, "may be written to by others"));
	assert_non_null(strstr(out, "\n  what-if          t\n"));
	free(out);
	assert_int_equal(remove(in_room("config/gatehouse/keys")), 0);
	assert_int_equal(mkfifo(in_room("config/gatehouse/keys"), 0600), 0);
	assert_int_equal(run(&out, (const char *const []){ "help", "keys", NULL }), 0);
	assert_non_null(strstr(out, "is no plain file"));
	free(out);
	assert_int_equal(remove(in_room("config/gatehouse/keys")), 0);
}

/* Whoever may write in the store's folder may replace it: said at each start. */
TEST(a_folder_that_others_write_in_is_told)
{
	static const struct { mode_t mode; bool told; } of[] = {
		{ 0777, true }, { 0770, true }, { 0755, false }, { 01777, false }
	};
	const struct pty_options wide = { .rows = 24, .cols = 160 };
	char store[300];
	struct pty *pty;
	size_t i;

	unsetenv("XDG_CONFIG_HOME");
	assert_int_equal(mkdir(in_room("open"), 0700), 0);
	snprintf(store, sizeof(store), "%.250s", demo_store("open/store"));
	for (i = 0; i < COUNT_OF(of); i++) {
		assert_int_equal(chmod(in_room("open"), of[i].mode), 0);
		pty = open_store(&wide, store);
		if (of[i].told)
			row_shows(pty, -2, "Others may write where the store lies: chmod go-w /");
		else
			shows_not(pty, "Others may write");
		leave(pty);
	}
}

RUN(CASE(a_key_that_was_moved_works_and_is_shown),
    CASE(faults_are_told_once_and_the_rest_is_taken), CASE(help_keys_has_each_fault),
    CASE(a_file_that_is_not_ones_own_alone_is_refused),
    CASE(a_folder_that_others_write_in_is_told))
