/* console_check_test.c: T checks a connection and shows each step as it ends; nobody
 * waits for a server that hangs, and it is cancelled at once. */
#include "tests/tty/console.h"
#include "tests/courier/server.h"

static const struct pty_options small = { .rows = 24, .cols = 80 };

/* The port of the connection in the demo, on this machine. */
static const char *store_with(const char *name, int port)
{
	const char *store = demo_store(name);
	char field[32];

	snprintf(field, sizeof(field), "port=%d", port);
	MUST("--store", store, "connection", "edit", "a-pg", "--field", "host=127.0.0.1",
	     "--field", field);
	return store;
}

TEST(it_says_what_is_wrong_why_and_what_to_do)
{
	const char *store = store_with("nobody", server_nobody());
	struct pty *pty = open_store(&small, store);

	keys(pty, "1/orders<Enter>T");
	assert_true(pty_await(pty, "Orders replica: fail."));
	shows(pty, "Connection check");
	shows(pty, "Nothing listens there");
	shows(pty, "Why: The server is not running");
	shows(pty, "Do this: Check host and port");
	shows(pty, "used by");
	shows(pty, "1 of 1 done");
	is_fresh(pty);
	keys(pty, "<Esc>");
	shows(pty, "failed");			/* the column STATUS */
	keys(pty, "<Enter>");
	shows(pty, "Status      failed: refused");
	leave(pty);
	pty = open_store(&small, store);	/* it is kept */
	keys(pty, "1/orders<Enter>");
	shows(pty, "failed");
	leave(pty);
}

TEST(a_server_that_hangs_hangs_nobody)
{
	struct server server = { .manner = HANGS };
	const char *store;
	struct pty *pty;

	server_start(&server);
	store = store_with("hangs", server.port);
	pty = open_store(&small, store);
	keys(pty, "1/orders<Enter>T");
	assert_true(pty_await(pty, "tls       ..."));
	shows(pty, "connect   ok");
	shows(pty, "0 of 1 done");
	keys(pty, "jjkk<Down><Up>");		/* each is answered */
	keys(pty, "x");
	shows(pty, "Cancelled.");
	shows(pty, "T again");
	keys(pty, "T");
	assert_true(pty_await(pty, "tls       ..."));
	keys(pty, "<Esc>");
	shows(pty, "CONNECTION");
	shows(pty, "status untested");		/* nothing was found out */
	leave(pty);
	server_stop(&server);
}

/* A provider and a package are checked with the same key; what is known without asking
 * anybody is over at once, and kept. */
TEST(what_nobody_is_asked_about_is_over_at_once)
{
	const char *store = demo_store("known");
	struct pty *pty = open_store(&small, store);

	keys(pty, "3/acme-analytics<Enter>T");
	shows(pty, "acme-analytics: fail");
	shows(pty, "nobody has signed in yet");
	shows(pty, "Do this: Sign in: :provider sign-in");
	shows_not(pty, "gatehouse provider");	/* no line for a shell */
	assert_true(pty_await(pty, "T again"));
	keys(pty, "<Esc>");
	leave(pty);
	MUST("--store", store, "provider", "verify", "--failed", "--format", "csv");
	pty = open_store(&small, store);
	keys(pty, "3/ml-utils<Enter>T");
	shows(pty, "ml-utils: fail");
	assert_true(pty_await(pty, "T again"));
	keys(pty, "<Esc>");
	shows(pty, "failed: config");
	leave(pty);
	pty = open_store(&small, store);
	keys(pty, ": provider verify --failed<Enter>");	/* nobody is asked */
	shows(pty, "acme-analytics: fail, config");
	shows(pty, "Lines 1 to");
	leave(pty);
}

enum { AT_ONCE = 20 };

/* A store with as many connections, none of which was ever tried. */
static const char *store_of_many(int port)
{
	char text[8192];
	size_t n = 0;
	int i;

	n += (size_t)snprintf(text, sizeof(text), "{\"format\":\"gatehouse-workspace\","
		"\"version\":1,\"workspace\":{\"name\":\"T\"},\"users\":[{\"id\":\"u\","
		"\"email\":\"u@t.example\",\"role\":\"admin\"}],\"assets\":[");
	for (i = 0; i < AT_ONCE; i++)
		n += (size_t)snprintf(text + n, sizeof(text) - n, "%s{\"id\":\"a%d\","
			"\"kind\":\"data_connection\",\"name\":\"C%d\",\"type\":\"postgres\","
			"\"config\":{\"host\":\"127.0.0.1\",\"port\":%d,\"database\":\"d\","
			"\"username\":\"u\"}}", i ? "," : "", i, i, port);
	n += (size_t)snprintf(text + n, sizeof(text) - n, "]}");
	put_file(in_room("w.json"), text, n);
	return import_store("twenty", in_room("w.json"));
}

TEST(twenty_at_once_and_no_key_is_late)
{
	struct server server = { .manner = HANGS };
	const char *store;
	struct pty *pty;
	int i;

	server_start(&server);
	store = store_of_many(server.port);
	pty = open_store(&small, store);
	keys(pty, ": connection test --all --timeout 600<Enter>");
	shows(pty, "0 of 20 done");
	for (i = 0; i < 60; i++)
		keys(pty, "j");
	shows(pty, "0 of 20 done");
	keys(pty, "x");
	shows(pty, "20 of 20 done");
	leave(pty);
	server_stop(&server);
}

static void shell(const char *line, const char *store)
{
	char command[1024];

	snprintf(command, sizeof(command), "%s --store %s %s >/dev/null", program(), store,
		 line);
	if (system(command) != 0)
		fail_msg("%s", command);
}

TEST(a_locked_vault_is_opened_for_it)
{
	struct server server = { .manner = POSTGRES };
	char store[512];
	struct pty *pty;

	server_start(&server);
	snprintf(store, sizeof(store), "%s", store_with("locked", server.port));
	put_file(in_room("words"), "four words are enough", 21);
	put_file(in_room("value"), SERVER_PASSWORD, strlen(SERVER_PASSWORD));
	setenv("WORDS", in_room("words"), 1);
	setenv("VALUE", in_room("value"), 1);
	shell("vault init --memory 64 --format json --new-passphrase-fd 3 3<$WORDS", store);
	shell("connection edit a-pg --value-fd password=4 --passphrase-fd 3 3<$WORDS "
	      "4<$VALUE", store);
	pty = open_store(&small, store);
	keys(pty, "1/orders<Enter>T");
	shows(pty, "Your passphrase");
	keys(pty, "five words are not it<Enter>");
	shows(pty, "this is not the passphrase");
	keys(pty, "four words are enough<Enter>");
	assert_true(pty_await(pty, "Orders replica: ok."));
	shows(pty, "PostgreSQL 15.99; as reader");
	assert_null(strstr(pty_stream(pty, NULL), SERVER_PASSWORD));
	keys(pty, "T");
	assert_true(pty_await(pty, "Orders replica: ok."));
	keys(pty, "<Esc>");
	leave(pty);
	server_stop(&server);
}

RUN(CASE(a_locked_vault_is_opened_for_it), CASE(it_says_what_is_wrong_why_and_what_to_do), CASE(a_server_that_hangs_hangs_nobody),
    CASE(what_nobody_is_asked_about_is_over_at_once),
    CASE(twenty_at_once_and_no_key_is_late))
