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
		"line 5: S is the key of share on lists;", "line 6: Ctrl-C cannot be given away;",
		"line 7: pin has no key;", "line 8: what-if stands in line 1 already;",
		"line 9: foo is no key;", "line 11: j cannot be given away;",
		"line 12: 1 cannot be given away;", "line 13: Q stands there twice;",
		"line 14: F8 cannot be given away;", "line 15: y is the key of copy-value on lists;",
		"line 16: menu has more than three keys;",
		"line 17: Up cannot be given away;", NULL });
	prints("what-if u\nundo t\n", (const char *const []){
		"\n  what-if          u\n", "\n  undo             t\n", NULL });
}

TEST(a_key_of_actions_moves_on_lists_in_menus_and_in_help)
{
	struct pty *pty = with_map("share Z\ndelete X\n");
	char *out;

	keys(pty, "/revenue model<Enter>");
	row_shows(pty, -1, "Z share");
	keys(pty, "S");
	shows(pty, "No key \"S\" here.");
	keys(pty, ".");
	shows(pty, "Share                 Z ");
	keys(pty, "S");
	shows(pty, "Share                 Z ");			/* the menu stays */
	keys(pty, "<Esc>?");
	row_shows(pty, 4, "Z  ");
	keys(pty, "<Esc>Z");
	shows(pty, "Share Revenue model");
	keys(pty, "<Esc>d");
	shows(pty, "No key \"d\" here.");
	keys(pty, "X");
	shows(pty, "Delete Revenue model");
	keys(pty, "<Esc><Esc>");
	leave(pty);
	assert_int_equal(run(&out, (const char *const []){ "project", "share", "--help",
							    NULL }), 0);
	assert_non_null(strstr(out, "Key in the console: Z\n"));
	free(out);
}

TEST(a_key_of_one_page_moves_there)
{
	struct pty *pty = with_map("as-of z\ngive-right I\ngive-left N\nundo J\n");

	keys(pty, "4/dana<Enter><Space><Esc>/ravi<Enter><Space><Esc>=");
	row_shows(pty, -1, "I same for Ravi Menon  N same for Dana");
	keys(pty, ">");
	shows(pty, "No key \">\" here.");
	keys(pty, "I");
	shows(pty, "Ravi Menon would have, as Dana Ilves");
	pty_stop(pty);
}

TEST(the_history_goes_by_its_own_map)
{
	struct pty *pty = with_map("as-of z\n");

	keys(pty, "f1yh");
	row_shows(pty, -1, "z as of then");
	keys(pty, "a");
	row_shows(pty, 1, "History");
	keys(pty, "<Enter>");
	row_shows(pty, -1, "z as of then");
	keys(pty, "z");
	row_shows(pty, 1, "AS OF");
	pty_stop(pty);
}

/* What takes from people, a question, and a dialog. */
TEST(yes_is_the_key_that_was_chosen)
{
	struct pty *pty = with_map("yes Z\nno N\nall-changes L\n");

	keys(pty, "/revenue model<Enter>d");
	shows(pty, "Z  Delete");
	row_shows(pty, -1, "Z do it");
	keys(pty, "y");
	shows(pty, "Z  Delete");
	keys(pty, "N");
	shows_not(pty, "Z  Delete");
	keys(pty, "dZ");
	shows(pty, "Saved: 13 people lose");
	pty_stop(pty);
}

/* In its foot, and in what stands in the menu itself. */
TEST(sort_and_columns_say_the_keys_that_they_have)
{
	struct pty *pty = with_map("sort Z\nshow-all I\nmark M\n");

	keys(pty, "Z");
	shows(pty, "Enter sort  Z reverse  Esc back");
	row_shows(pty, -1, "Z reverse");
	shows_not(pty, "s reverse");
	keys(pty, "Z");
	shows(pty, "sort title \u25bc");
	keys(pty, "O");
	shows(pty, "M on or off  I all  Esc back");
	keys(pty, "<Down>M");
	shows(pty, "[ ]");
	keys(pty, "aI");
	shows_not(pty, "[ ]");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(a_dialog_has_its_keys_by_the_map)
{
	struct pty *pty = with_map("groups G\ngroups J\nall-changes L\n");

	keys(pty, "1D");
	shows(pty, "g  Groups with access of");	/* neither line was understood */
	keys(pty, "<Esc>");
	leave(pty);
	pty = with_map("groups J\nall-changes L\n");
	keys(pty, "1D");
	shows(pty, "J  Groups with access of");
	row_shows(pty, -1, "L everybody");
	keys(pty, "J");
	shows(pty, "Groups with access: ");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

TEST(what_cannot_be_on_a_page_is_told_by_the_page)
{
	prints("redo a\ngroups v\nleave-out y\ncancel T\nyes none\nedit d\nsort z\nall z\n"
	       "drop u\ngive-role D\ntake-access v\nkeep-mine r\n",
	       (const char *const []){
		"line 1: a is the key of as-of in the history;", "line 2: v is the key of "
		"all-changes in dialogs;", "line 3: y is the key of yes in questions;",
		"line 4: T is the key of check on lists;", "line 5: yes cannot be without a "
		"key; write one.", "line 6: d is the key of delete on lists;",
		"line 8: all is no command of the key map;",
		"line 9: u is the key of undo in what-if;",
		"line 10: D is the key of held in compare;",
		"line 11: v is the key of all-changes on lists;",
		"line 12: r is the key of take-stored where something changed meanwhile;",
		"\n  redo             U\n", "\n  as-of            a\n",
		"\n  give-role        R\n", "\n  sort             z\n", NULL });
	/* No page has both. */
	prints("sign-in s\ndrop d\ngive-role t\nas-of o\n", (const char *const []){
		"\n  give-role        t\n", "\n  as-of            o\n",
		"\nFixed keys, which no key map moves:\n", NULL });
}

/* A key held down must not open a question and answer it; and there always is a yes. */
TEST(yes_has_a_key_that_does_nothing_else)
{
	prints("leave-out y\nyes Enter\n", (const char *const []){
		"line 2: Enter cannot be given away;", "line 1: y is the key of yes in "
		"questions;", "\n  yes              y\n", "\n  leave-out        o\n", NULL });
	prints("yes Space d u\nundo U\n", (const char *const []){
		"line 1: Space cannot be given away;", "line 1: d is the key of delete and would "
		"answer what it asks;", "\n  yes              u\n", NULL });
	prints("yes u\n", (const char *const []){ "line 1: u is the key of undo and would "
		"answer what it asks;", "\n  yes              y\n", NULL });
	prints("copy-value Z\ndelete y\n", (const char *const []){ "line 2: y is the key of yes "
		"and would answer what it asks;", "\n  delete           d\n", NULL });
	prints("delete Space\nmark Z\n", (const char *const []){
		"line 1: Space cannot be given away;", "\n  delete           d\n", NULL });
}

/* As editors elsewhere write it. */
TEST(a_mark_of_utf_8_and_carriage_returns_are_passed_over)
{
	prints("\xef\xbb\xbfpin Z\r\nmark M\r\n", (const char *const []){
		"\n  pin              Z\n", "\n  mark             M\n", NULL });
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
    CASE(a_key_of_actions_moves_on_lists_in_menus_and_in_help),
    CASE(a_key_of_one_page_moves_there), CASE(the_history_goes_by_its_own_map),
    CASE(yes_is_the_key_that_was_chosen),
    CASE(sort_and_columns_say_the_keys_that_they_have),
    CASE(a_dialog_has_its_keys_by_the_map),
    CASE(what_cannot_be_on_a_page_is_told_by_the_page),
    CASE(yes_has_a_key_that_does_nothing_else),
    CASE(a_mark_of_utf_8_and_carriage_returns_are_passed_over),
    CASE(a_file_that_is_not_ones_own_alone_is_refused),
    CASE(a_folder_that_others_write_in_is_told))
