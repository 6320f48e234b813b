/* vault_prompt_test.c: what is typed for the vault at a terminal is not seen, whatever
 * ends the program; and comes by no other way than a terminal or a descriptor. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/tty/console.h"

#define WORDS "ada has seven goats"

static const struct pty_options plain = { .rows = 40, .cols = 160, .no_marker = true };

static struct pty *at_terminal(const char *store, const char *verb, const char *more)
{
	const char *argv[] = { program(), "--store", store, "vault", verb, more,
			       more ? "64" : NULL, NULL };

	return pty_start(&plain, argv);
}

static void type(struct pty *pty, const char *prompt, const char *words)
{
	assert_true(pty_await(pty, prompt));
	pty_feed(pty, words, strlen(words));
	pty_feed(pty, "\r", 1);
}

/* The program with these words, and this on descriptor 3; its exit status. */
static int with_three(const char *store, const char *secret, const char *const words[])
{
	const char *path = in_room("three"), *argv[16] = { program(), "--store", store };
	int n = 3, status = 0;
	pid_t child;

	put_file(path, secret, strlen(secret));
	while (*words)
		argv[n++] = *words++;
	fflush(NULL);
	child = fork();
	if (child == 0) {
		dup2(open(path, O_RDONLY), 3);
		dup2(open("/dev/null", O_RDONLY), 0);
		dup2(open(in_room("said"), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
		dup2(1, 2);
		close(997);			/* what nobody has opened */
		execv(argv[0], (char *const *)(uintptr_t)argv);
		_exit(99);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	unlink(path);
	return WEXITSTATUS(status);
}

TEST(what_is_typed_is_not_seen)
{
	const char *store = demo_store("typed");
	struct pty *pty = at_terminal(store, "init", "--memory");

	type(pty, "A passphrase of your own:", WORDS);
	type(pty, "The same again:", WORDS);
	assert_true(pty_await(pty, "Made the vault."));
	shows(pty, "The recovery key, shown only now");
	assert_int_equal(pty_end(pty, SOON), 0);
	assert_null(strstr(pty_stream(pty, NULL), "goats"));
	assert_true(pty_is_cooked(pty));
	pty_stop(pty);
	pty = at_terminal(store, "unlock", NULL);
	type(pty, "Your passphrase:", "ada has eight goats");
	assert_true(pty_await(pty, "this is not the passphrase"));
	assert_int_equal(pty_end(pty, SOON), 3);
	assert_null(strstr(pty_stream(pty, NULL), "goats"));
	pty_stop(pty);
	pty = at_terminal(store, "unlock", NULL);
	type(pty, "Your passphrase:", WORDS);
	assert_true(pty_await(pty, "The vault opens"));
	assert_int_equal(pty_end(pty, SOON), 0);
	pty_stop(pty);
}

TEST(whatever_ends_it_leaves_an_echo)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
	char store[512];
	size_t i;

	snprintf(store, sizeof(store), "%s", demo_store("ended"));
	for (i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct pty *pty = at_terminal(store, "init", "--memory");

		assert_true(pty_await(pty, "A passphrase of your own:"));
		while (pty_is_cooked(pty))
			pty_listen(pty, 1);
		kill(pty_pid(pty), signals[i]);
		assert_int_equal(pty_end(pty, SOON), 128 + signals[i]);
		assert_true(pty_is_cooked(pty));
		pty_stop(pty);
	}
	assert_int_equal(RUN_CLI("--store", store, "vault", "status"), 4);
}

/* Suspended, the shell has its echo; back again, one is asked again. */
TEST(suspended_it_leaves_an_echo_and_asks_again)
{
	char script[1200];
	const char *store = demo_store("stopped");
	const char *argv[] = { "/bin/sh", "-c", script, NULL };
	struct pty *pty;

	snprintf(script, sizeof(script), "set -m; '%s' --store '%s' vault init --memory 64; "
		 "echo IN THE SHELL; read line; fg; echo ENDED", program(), store);
	pty = pty_start(&plain, argv);
	assert_true(pty_await(pty, "A passphrase of your own:"));
	while (pty_is_cooked(pty))
		pty_listen(pty, 1);
	pty_feed(pty, "half of it", 10);
	pty_feed(pty, "\032", 1);
	assert_true(pty_await(pty, "IN THE SHELL"));
	assert_true(pty_is_cooked(pty));
	pty_feed(pty, "\r", 1);
	while (pty_is_cooked(pty))
		pty_listen(pty, 1);
	pty_feed(pty, WORDS "\r", sizeof(WORDS));
	type(pty, "The same again:", WORDS);
	assert_true(pty_await(pty, "ENDED"));
	shows(pty, "Made the vault.");
	assert_null(strstr(pty_stream(pty, NULL), "goats"));
	pty_stop(pty);
}

TEST(descriptors_and_exit_statuses)
{
	static const char *const init[] = { "vault", "init", "--new-passphrase-fd", "3",
					    "--memory", "64", "--format", "json", NULL };
	static const char *const unlock[] = { "vault", "unlock", "--passphrase-fd", "3",
					      NULL };
	static const char *const gone[] = { "vault", "unlock", "--passphrase-fd", "997", NULL };
	char store[512], *said;
	size_t n;

	snprintf(store, sizeof(store), "%s", demo_store("three.db"));
	assert_int_equal(RUN_CLI("--store", store, "vault", "init"), 2);
	assert_int_equal(with_three(store, WORDS "\n", init), 0);
	said = read_file(in_room("said"), &n);
	assert_int_equal(strncmp(said, "{\"recovery_key\":\"", 17), 0);
	assert_null(strstr(said, "goats"));
	free(said);
	assert_int_equal(RUN_CLI("--store", store, "vault", "unlock"), 6);
	assert_int_equal(RUN_CLI("--store", store, "vault", "rotate", "--format", "json"), 6);
	assert_int_equal(with_three(store, WORDS, unlock), 0);
	assert_int_equal(with_three(store, WORDS "\n", unlock), 0);
	assert_int_equal(with_three(store, WORDS "\n\n", unlock), 3);
	assert_int_equal(with_three(store, "", unlock), 3);
	assert_int_equal(with_three(store, WORDS, gone), 2);
}

RUN(CASE(what_is_typed_is_not_seen), CASE(whatever_ends_it_leaves_an_echo),
    CASE(suspended_it_leaves_an_echo_and_asks_again),
    CASE(descriptors_and_exit_statuses))
