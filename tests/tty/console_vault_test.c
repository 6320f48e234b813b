/* console_vault_test.c: the vault in the console: made, opened, locked by hand and by
 * itself; values typed into forms and shown for a while. */
#include "tests/tty/console.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORDS "ada has seven goats"

static const struct pty_options wide = { .rows = 40, .cols = 120 };

static void make_vault(struct pty *pty)
{
	keys(pty, ":vault init<Enter>");
	shows(pty, "A passphrase of your own");
	keys(pty, WORDS "<Enter>");
	shows(pty, "The same again");
	keys(pty, WORDS "<Enter>");
	shows(pty, "The recovery key, shown only now");
	keys(pty, "<Esc>");
	shows(pty, " locked ");
}

TEST(it_is_made_opened_and_locked)
{
	struct pty *pty = open_demo(&wide);

	shows_not(pty, "locked");
	make_vault(pty);
	keys(pty, ":vault unlock<Enter>ada has eight goats<Enter>");
	shows(pty, "this is not the passphrase");
	shows_not(pty, "UNLOCKED");
	keys(pty, WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	keys(pty, ":vault lock<Enter>");
	shows(pty, " locked ");
	assert_null(strstr(pty_stream(pty, NULL), "goats"));
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

static void gone(struct pty *pty, const char *text)
{
	while (pty_has(pty, text))
		pty_listen(pty, 10);
}

/* While the key is made one can still go back; what was made then is nobody's. */
TEST(keys_go_on_while_it_is_opened)
{
	const char *store = demo_store("slow.db");
	struct pty *pty = open_store(&wide, store);

	keys(pty, ":vault init --memory 400<Enter>" WORDS "<Enter>" WORDS "<Enter><Esc>");
	shows(pty, " locked ");
	keys(pty, ":vault unlock<Enter>");
	pty_feed(pty, WORDS "\r", sizeof(WORDS));	/* does not wait for what comes of it */
	assert_true(pty_await(pty, "Opening the vault..."));
	pty_feed(pty, "\007", 1);
	gone(pty, "Opening the vault...");
	shows(pty, " locked ");
	assert_true(pty_settle(pty));
	keys(pty, ":vault unlock<Enter>ada has eight goats<Enter>");
	shows(pty, "this is not the passphrase");
	shows(pty, "Your passphrase");
	keys(pty, WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	leave(pty);
}

/* The form stays below while the vault is opened for it, and is saved by the key that
 * asked for it. */
TEST(a_value_is_typed_and_shown_for_a_while)
{
	struct pty *pty = open_demo(&wide);

	make_vault(pty);
	keys(pty, "2n");
	shows(pty, "no value yet");
	keys(pty, "PLANTED_KEY<Tab>sk_live_4711");
	shows_not(pty, "sk_live");
	keys(pty, "<F8>");
	shows(pty, "Your passphrase");
	shows(pty, "Saved when the vault is open");
	keys(pty, "<Esc>");
	shows(pty, "Not saved: the vault stays locked.");
	shows(pty, "PLANTED_KEY");
	keys(pty, "<F8>" WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	shows(pty, "Created the secret PLANTED_KEY");
	assert_null(strstr(pty_stream(pty, NULL), "sk_live"));
	keys(pty, ":secret reveal PLANTED_KEY<Enter>");
	shows(pty, "sk_live_4711");
	shows(pty, "It goes after 10 seconds, and with any key.");
	keys(pty, "<Space>");
	shows_not(pty, "sk_live_4711");
	keys(pty, "2/planted<Enter>x");		/* of the row, by its key */
	shows(pty, "sk_live_4711");
	keys(pty, "<Space>");
	shows_not(pty, "sk_live_4711");
	keys(pty, ":secret reveal PLANTED_KEY<Enter>");
	shows(pty, "sk_live_4711");
	while (pty_has(pty, "sk_live_4711"))
		pty_listen(pty, 100);
	shows(pty, " UNLOCKED");
	keys(pty, ":vault lock<Enter><Esc>");
	leave(pty);
}

/* Nobody makes the vault of a demo: it is there for the first value, and for the first
 * reveal, and says how it opens. */
TEST(a_demo_has_a_vault_and_says_how_it_opens)
{
	struct pty *pty = open_demo(&wide);

	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711<F8>");
	shows(pty, "this demo's is: seven green bottles");
	keys(pty, "seven green bottles<Enter>");
	shows(pty, " UNLOCKED");
	keys(pty, "<F8>");
	shows(pty, "Created the secret PLANTED_KEY");
	keys(pty, "/stripe<Enter>x");
	shows(pty, "demo-STRIPE_KEY-4711");
	keys(pty, "<Space><Enter>");
	shows(pty, "by maya@acme.example; K: who can open it, who did");
	keys(pty, "K");
	shows(pty, "opened by maya@acme.example revealed");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

/* Into the clipboard of the terminal: never on the screen, named for what it is, once;
 * and out of it again.  base64 of sk_live_4711. */
TEST(a_value_is_copied_and_not_shown)
{
	static const char *const env[] = { "GATEHOUSE_CLEAR_SECONDS=1", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty = open_demo(&soon);

	make_vault(pty);
	keys(pty, "Y");
	shows(pty, "No value of a secret was copied");
	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711<F8>" WORDS "<Enter><F8>");
	shows(pty, "Created the secret PLANTED_KEY");
	keys(pty, "/planted<Enter>y");
	shows(pty, "by OSC 52");
	assert_true(says_in_all(pty, "the terminal and all that is between it and here can "
				"read it. Copy it? This is asked once in a session."));
	assert_null(strstr(pty_stream(pty, NULL), "]52;"));
	keys(pty, "<Esc>");
	keys(pty, "yy");
	shows(pty, "Copied, not shown: the value of PLANTED_KEY is in the terminal's clipboard");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033]52;c;c2tfbGl2ZV80NzEx\a"));
	assert_null(strstr(pty_stream(pty, NULL), "sk_live"));
	while (!pty_has(pty, "may still be in the clipboard: Y clears it"))
		pty_listen(pty, 50);
	assert_null(strstr(pty_stream(pty, NULL), "\033]52;c;\a"));
	keys(pty, "Y");
	assert_non_null(strstr(pty_stream(pty, NULL), "\033]52;c;\a"));
	shows(pty, "is told to be empty");
	keys(pty, "y");				/* it is known what that is */
	shows(pty, "Copied, not shown");
	keys(pty, ":audit list<Enter>");
	shows(pty, "Copied the value of PLANTED_KEY");
	keys(pty, "<Esc>K");
	shows(pty, "PLANTED_KEY (secret)");
	shows(pty, "opened by maya@acme.example copied");
	shows(pty, "Keys of the vault (epoch 1)");
	keys(pty, "<Esc>:vault lock<Enter>y");
	shows(pty, "Your passphrase");
	keys(pty, "<Esc>");
	leave(pty);
}

/* A stop that is not typed (kill -TSTP, or a job of a shell): locked when it comes back.
 * A session leader comes back at once. */
TEST(a_stop_from_outside_locks_it)
{
	struct pty *pty = open_demo(&wide);

	make_vault(pty);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	assert_int_equal(kill(pty_pid(pty), SIGTSTP), 0);
	assert_true(pty_await(pty, "The vault was locked when you left."));
	keys(pty, "<Left>");
	shows(pty, " locked ");
	leave(pty);
}

static int emptied(struct pty *pty)
{
	const char *at = pty_stream(pty, NULL);
	int n = 0;

	while ((at = strstr(at, "\033]52;c;\a"))) {
		at++;
		n++;
	}
	return n;
}

/* With the vault, by hand, by time, before Ctrl-Z; and with the console. */
TEST(what_was_copied_goes_with_the_vault)
{
	static const char *const env[] = { "GATEHOUSE_LOCK_SECONDS=2", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	const char *store = demo_store("clip.db");
	struct pty *pty = open_store(&wide, store);
	int i;

	make_vault(pty);
	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711<F8>" WORDS "<Enter><F8>");
	keys(pty, "/planted<Enter>yy");
	shows(pty, "Copied, not shown");
	assert_int_equal(emptied(pty), 0);
	keys(pty, ":vault lock<Enter>");
	assert_int_equal(emptied(pty), 1);
	shows(pty, "the clipboard was told to be empty");
	keys(pty, "Y");
	shows(pty, "or it was cleared");
	keys(pty, "y" WORDS "<Enter>");
	shows(pty, "Copied, not shown");
	assert_int_equal(emptied(pty), 1);
	keys(pty, "<C-g>");
	pty_feed(pty, "qy", 2);
	assert_int_equal(pty_end(pty, 20000), 0);
	assert_int_equal(emptied(pty), 2);
	pty_stop(pty);
	pty = open_store(&soon, store);
	keys(pty, "2/planted<Enter>yy" WORDS "<Enter>");
	for (i = 0; i < 400 && !pty_has(pty, " locked "); i++)
		pty_listen(pty, 50);
	shows(pty, " locked ");
	assert_int_equal(emptied(pty), 1);
	leave(pty);
}

/* F048: it is typed on the third page, and stands nowhere but in the vault. */
TEST(the_client_secret_of_a_server_is_kept)
{
	const char *store = demo_store("client");
	struct pty *pty = open_store(&wide, store);
	char *all;
	int i;

	make_vault(pty);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	keys(pty, "3<Home>");
	for (i = 20; i && !strstr(pty_row(pty, cursor_row(pty)), "GitHub Ent"); i--)
		keys(pty, "<Down>");
	keys(pty, "<Enter><Tab><Tab><Enter>");
	shows(pty, "step 1 of 4");
	keys(pty, "https://127.0.0.1:1<Tab>data<Tab><Tab><Enter>");
	assert_true(pty_await(pty, "step 2 of 4"));
	for (i = 20; i && !strstr(pty_row(pty, cursor_row(pty)), "[ Next"); i--)
		keys(pty, "<Tab>");
	keys(pty, "<Enter>");
	shows(pty, "step 3 of 4");
	for (i = 20; i && !strstr(pty_row(pty, cursor_row(pty)), "Client ID"); i--)
		keys(pty, "<Tab>");
	keys(pty, "Iv1.8a61f9b3<Tab>PLANTED_client_4711");
	keys(pty, "<F8><F8>");
	shows(pty, "Connected GitHub Enterprise Server data");
	assert_null(strstr(pty_stream(pty, NULL), "PLANTED_client"));
	keys(pty, "<Home>");
	for (i = 20; i && !strstr(pty_row(pty, cursor_row(pty)), "Server data"); i--)
		keys(pty, "<Down>");
	keys(pty, "e");
	shows(pty, "Iv1.8a61f9b3");
	shows(pty, "********, set");
	keys(pty, "<Esc>:vault lock<Enter><Esc>");
	leave(pty);
	all = dump(store);
	assert_null(strstr(all, "PLANTED_client"));
	assert_non_null(strstr(all, "Iv1.8a61f9b3"));
	free(all);
}

/* Oskar gets a key and loses it: what he could open is ticked off with Space.  A demo
 * acts as its first active Admin. */
TEST(who_leaves_leaves_a_list_to_tick)
{
	const char *store = demo_store("left.db");
	struct pty *pty = open_store(&wide, store);

	make_vault(pty);
	keys(pty, ":vault worklist<Enter>");
	shows(pty, "Nothing is on the list.");
	keys(pty, "<Esc>2nPLANTED_KEY<Tab>sk_live_4711<F8>" WORDS "<Enter><F8>");
	shows(pty, "Created the secret PLANTED_KEY");
	leave(pty);
	MUST("--store", store, "user", "deactivate", "maya@acme.example", "--yes");
	pty = open_store(&wide, store);
	keys(pty, ":vault passphrase<Enter>ben likes wet stones<Enter>ben likes wet stones"
	     "<Enter>");
	shows(pty, "Your key is made");
	leave(pty);
	MUST("--store", store, "user", "reactivate", "maya@acme.example", "--yes");
	pty = open_store(&wide, store);
	keys(pty, ":vault admin-add oskar@acme.example<Enter>");
	shows(pty, "y do it");
	keys(pty, "y" WORDS "<Enter>");
	shows(pty, "holds a key of the vault now");
	keys(pty, ":vault admin-revoke oskar@acme.example<Enter>");
	shows(pty, "To be changed where used: 1 value, 0 of them");
	keys(pty, ":vault worklist<Enter>");
	shows(pty, "[ ] PLANTED_KEY");
	shows(pty, "oskar@acme.example could open it until ");
	keys(pty, "<Space>");
	shows(pty, "[x] PLANTED_KEY");
	shows(pty, "by maya@acme.example");
	shows(pty, "All of it is changed.");
	keys(pty, "<Space>");
	shows(pty, "That is changed already.");
	keys(pty, "<Esc>");
	leave(pty);
}

TEST(it_is_locked_when_nobody_is_there)
{
	static const char *const env[] = { "GATEHOUSE_LOCK_SECONDS=1", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty = open_demo(&soon);

	make_vault(pty);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	while (!pty_has(pty, " locked "))
		pty_listen(pty, 50);
	shows(pty, "no key was pressed for a while");
	leave(pty);
}

/* Also where the vault is not open: it waits for it. */
TEST(what_was_typed_into_a_form_goes_with_the_keys)
{
	static const char *const env[] = { "GATEHOUSE_LOCK_SECONDS=2", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty = open_demo(&soon);

	make_vault(pty);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711");
	shows(pty, "********");
	while (!pty_has(pty, " locked "))
		pty_listen(pty, 50);
	shows(pty, "the secret that was typed is wiped");
	shows(pty, "wiped: type it again");
	shows(pty, "PLANTED_KEY");
	keys(pty, "sk_live_4712");
	assert_true(pty_await(pty, "The secret that was typed is wiped"));
	shows(pty, "PLANTED_KEY");
	keys(pty, "sk_live_4713");
	assert_int_equal(kill(pty_pid(pty), SIGTSTP), 0);
	assert_true(pty_await(pty, "The secret that was typed was wiped when you left"));
	keys(pty, "<Esc>");
	leave(pty);
}

/* Also while its save waits for the vault: what is opened then does not save it without. */
TEST(what_waits_for_the_vault_is_not_saved_without_its_secret)
{
	static const char *const env[] = { "GATEHOUSE_LOCK_SECONDS=2", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty = open_demo(&soon);

	make_vault(pty);
	keys(pty, "2nPLANTED_KEY<Tab>sk_live_4711<F8>");
	shows(pty, "Your passphrase");
	assert_true(pty_await(pty, "The secret that was typed is wiped"));
	keys(pty, WORDS "<Enter>");
	shows(pty, " UNLOCKED");
	shows(pty, "Not saved: the secret that was typed was wiped meanwhile.");
	shows(pty, "PLANTED_KEY");
	keys(pty, "sk_live_4712<F8>");
	shows(pty, "Created the secret PLANTED_KEY");
	leave(pty);
}

/* So does what a question has, on its first answer and on its second, which begins again. */
TEST(what_was_typed_for_a_question_goes_too)
{
	static const char *const env[] = { "GATEHOUSE_LOCK_SECONDS=2", NULL };
	const struct pty_options soon = { .rows = 40, .cols = 120, .env = env };
	struct pty *pty = open_demo(&soon);

	keys(pty, ":vault init<Enter>ada has");
	assert_true(pty_await(pty, "What was typed is wiped: type it again."));
	shows(pty, "A passphrase of your own");
	keys(pty, WORDS);
	keys(pty, "<Enter>");
	shows(pty, "The same again");
	shows_not(pty, "is wiped: type");
	keys(pty, "a");
	assert_true(pty_await(pty, "What was typed is wiped: type it again."));
	shows(pty, "A passphrase of your own");
	is_fresh(pty);
	keys(pty, "<Esc>");
	leave(pty);
}

/* The same store, owned by who may lock no memory: not root, who always may. */
static struct pty *open_without_locked_memory(const char *store)
{
	char lines[256];
	struct rlimit was;
	struct pty *pty;

	snprintf(lines, sizeof(lines), "%s.checkpoints", store);
	if (geteuid() == 0) {
		assert_int_equal(chown(store, 65534, 65534), 0);
		assert_int_equal(chown(lines, 65534, 65534), 0);
		assert_int_equal(chown(room(), 65534, 65534), 0);
	}
	assert_int_equal(getrlimit(RLIMIT_MEMLOCK, &was), 0);
	assert_int_equal(prlimit(0, RLIMIT_MEMLOCK, &(struct rlimit){ 0, was.rlim_max },
				 NULL), 0);
	pty = open_as_nobody(store);
	assert_int_equal(setrlimit(RLIMIT_MEMLOCK, &was), 0);
	return pty;
}

TEST(memory_that_is_not_locked_is_said_to_be)
{
	struct pty *pty = open_without_locked_memory(demo_store("swap"));

	keys(pty, "<Resize:160x40>");
	make_vault(pty);
	keys(pty, ":vault unlock<Enter>" WORDS "<Enter>");
	row_shows(pty, 0, " UNLOCKED, keys may be swapped out ");
	keys(pty, "<Esc>:vault status<Enter>");
	shows(pty, "does not keep memory");
	keys(pty, "<Esc>:vault lock<Enter>");
	shows_not(pty, "swapped out");
	keys(pty, "<Esc><Esc>");
	leave(pty);
}

RUN(CASE(it_is_made_opened_and_locked), CASE(keys_go_on_while_it_is_opened),
    CASE(a_value_is_typed_and_shown_for_a_while),
    CASE(a_demo_has_a_vault_and_says_how_it_opens),
    CASE(a_value_is_copied_and_not_shown), CASE(what_was_copied_goes_with_the_vault), CASE(a_stop_from_outside_locks_it),
    CASE(the_client_secret_of_a_server_is_kept),
    CASE(who_leaves_leaves_a_list_to_tick),
    CASE(it_is_locked_when_nobody_is_there),
    CASE(what_was_typed_into_a_form_goes_with_the_keys),
    CASE(what_waits_for_the_vault_is_not_saved_without_its_secret),
    CASE(what_was_typed_for_a_question_goes_too),
    CASE(memory_that_is_not_locked_is_said_to_be))
