/* probe_test.c: the programs that check databases, against servers that do what no
 * server should: each fault has its reason, in time; and what a courier may not do. */
#include "tests/expect.h"
#include "tests/courier/asked.h"
#include "tests/courier/server.h"

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const programs[] = { "probe-postgres", "probe-mariadb" };
enum { PROGRAMS = 2, SOON = 30000, SHORT = 900 /* ms */ };

TEST(who_does_not_listen_refuses)
{
	char port[16];
	size_t i;

	snprintf(port, sizeof(port), "%d", server_nobody());
	for (i = 0; i < PROGRAMS; i++) {
		struct asked asked;

		ask(programs[i], "127.0.0.1", port, PASSWORD("x"), "", SOON, &asked);
		asked_is(&asked, "connect", "fail", "refused");
		asked_is(&asked, "auth", "skip", "");
		assert_string_equal(asked.check.reason, "refused");
		assert_true(asked.check.done);
		asked_forget(&asked);
	}
}

static const struct {
	enum manner manner;
	const char *ssl;
	const char *step, *reason;
} faults[] = {
	{ HANGS, "prefer", "tls", "timeout" },
	{ HANGS, "disable", "auth", "timeout" },
	{ RESETS, "require", "tls", "reset" },
	{ CLOSES, "prefer", "tls", "reset" },
	{ CLOSES, "disable", "auth", "reset" },
	{ GARBAGE, "prefer", "tls", "protocol" },
	{ WEB, "require", "tls", "protocol" },
};

TEST(each_fault_has_its_reason)
{
	char more[64];
	size_t i, k;

	for (k = 0; k < sizeof(faults) / sizeof(*faults); k++) {
		struct server server = { .manner = faults[k].manner };

		server_start(&server);
		snprintf(more, sizeof(more), ",\"ssl\":\"%s\"", faults[k].ssl);
		for (i = 0; i < PROGRAMS; i++) {
			struct asked asked;

			ask(programs[i], "127.0.0.1", server.text, PASSWORD("x"), more,
			    faults[k].manner == HANGS ? SHORT : SOON, &asked);
			asked_is(&asked, "connect", "ok", "");
			asked_is(&asked, faults[k].step, "fail", faults[k].reason);
			asked_is(&asked, "read", "skip", "");
			asked_forget(&asked);
		}
		server_stop(&server);
	}
}

TEST(addresses_that_nobody_is_sent_to)
{
	static const char *const hosts[] = { "169.254.169.254", "fe80::1",
					     "::ffff:169.254.169.254" };
	size_t i;

	for (i = 0; i < sizeof(hosts) / sizeof(*hosts); i++) {
		struct asked asked;

		ask("probe-postgres", hosts[i], "80", PASSWORD("x"), "", SOON, &asked);
		asked_is(&asked, "connect", "fail", "config");
		asked_forget(&asked);
	}
}

TEST(a_port_that_is_none)
{
	struct asked asked;

	ask("probe-postgres", "127.0.0.1", "70000", PASSWORD("x"), "", SOON, &asked);
	asked_is(&asked, "connect", "fail", "config");
	asked_forget(&asked);
}

TEST(what_is_missing_is_said_before_anybody_is_asked)
{
	struct asked asked;

	ask("probe-mariadb", "", "1", PASSWORD("x"), "", SOON, &asked);
	asked_is(&asked, "config", "fail", "config");
	asked_forget(&asked);
}

TEST(a_good_one_is_ok_step_by_step)
{
	struct server server = { .manner = POSTGRES };
	struct asked asked;

	server_start(&server);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD), "", SOON, &asked);
	asked_is(&asked, "connect", "ok", "");
	asked_is(&asked, "tls", "skip", "");		/* this machine alone */
	asked_is(&asked, "auth", "ok", "");
	asked_is(&asked, "read", "ok", "");
	assert_int_equal(asked.check.status, CHECK_OK);
	assert_string_equal(asked.check.server, "PostgreSQL 15.99");
	assert_string_equal(asked.check.identity, "reader");
	asked_forget(&asked);
	server_stop(&server);
	server = (struct server){ .manner = MYSQL };
	server_start(&server);
	ask("probe-mariadb", "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD), "", SOON, &asked);
	asked_is(&asked, "auth", "ok", "");
	asked_is(&asked, "read", "ok", "");
	assert_string_equal(asked.check.server, "MariaDB 10.11.99");
	assert_string_equal(asked.check.identity, "reader@%");
	asked_forget(&asked);
	server_stop(&server);
}

static const struct {
	enum manner manner;
	const char *error, *place, *reason;
} refusals[] = {
	{ POSTGRES, "28P01", NULL, "auth-bad" },
	{ POSTGRES, "28000", "ClientAuthentication", "forbidden" },
	{ POSTGRES, "28000", "InitializeSessionUserId", "auth-bad" },
	{ POSTGRES, "3D000", "InitPostgres", "not-found" },
	{ POSTGRES, "42501", "InitPostgres", "forbidden" },
	{ POSTGRES, "53300", "InitProcess", "rate-limited" },
	{ POSTGRES, "57P03", NULL, "server-error" },
	{ POSTGRES, "XX000", NULL, "server-error" },
	{ MYSQL, "1045", NULL, "auth-bad" },
	{ MYSQL, "1044", NULL, "forbidden" },
	{ MYSQL, "1049", NULL, "not-found" },
	{ MYSQL, "1040", NULL, "rate-limited" },
	{ MYSQL, "1226", NULL, "rate-limited" },
	{ MYSQL, "3118", NULL, "suspended" },
	{ MYSQL, "4151", NULL, "suspended" },
	{ MYSQL, "1862", NULL, "auth-expired" },
	{ MYSQL, "1130", NULL, "forbidden" },
	{ MYSQL, "1105", NULL, "server-error" },
};

TEST(what_a_server_refuses_is_told_by_its_code)
{
	size_t i;

	for (i = 0; i < sizeof(refusals) / sizeof(*refusals); i++) {
		struct server server = { .manner = refusals[i].manner,
					 .error = refusals[i].error,
					 .place = refusals[i].place };
		struct asked asked;

		server_start(&server);
		ask(programs[server.manner == MYSQL], "127.0.0.1", server.text,
		    PASSWORD(SERVER_PASSWORD), "", SOON, &asked);
		asked_is(&asked, "auth", "fail", refusals[i].reason);
		assert_string_equal(asked.check.steps[2].native, refusals[i].error);
		asked_forget(&asked);
		server_stop(&server);
	}
}

TEST(a_wrong_password_and_a_line_that_may_not_be_read)
{
	struct server server = { .manner = POSTGRES, .query_error = "42501" };
	struct asked asked;

	server_start(&server);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD("nope"), "", SOON, &asked);
	asked_is(&asked, "auth", "fail", "auth-bad");
	asked_forget(&asked);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD), "", SOON, &asked);
	asked_is(&asked, "read", "fail", "forbidden");
	asked_forget(&asked);
	server_stop(&server);
}

/* No password goes where TLS is asked for and not had. */
TEST(require_is_not_prefer)
{
	struct server server = { .manner = POSTGRES };
	struct asked asked;

	server_start(&server);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD),
	    ",\"ssl\":\"require\"", SOON, &asked);
	asked_is(&asked, "tls", "fail", "not-tls");
	asked_is(&asked, "auth", "skip", "");
	asked_forget(&asked);
	server_stop(&server);
	server = (struct server){ .manner = POSTGRES_TLS };
	server_start(&server);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD), "", SOON, &asked);
	asked_is(&asked, "tls", "fail", "not-tls");
	asked_is(&asked, "auth", "skip", "");
	asked_forget(&asked);
	server_stop(&server);
}

TEST(a_certificate_file_that_is_none)
{
	struct server server = { .manner = POSTGRES_TLS };
	struct asked asked;

	server_start(&server);
	ask("probe-postgres", "127.0.0.1", server.text, PASSWORD("x"),
	    ",\"ssl\":\"verify-full\",\"ca_file\":\"/nowhere.pem\"", SOON, &asked);
	asked_is(&asked, "tls", "fail", "config");
	asked_forget(&asked);
	server_stop(&server);
}

static bool holds(const char *path, const char *text)
{
	static char bytes[1 << 16];
	FILE *file = fopen(path, "r");
	size_t n = file ? fread(bytes, 1, sizeof(bytes), file) : 0;

	if (file)
		fclose(file);
	return memmem(bytes, n, text, strlen(text)) != NULL;
}

static const char letter[] = "{\"type\":\"t\",\"timeout_ms\":60000,\"fields\":{"
	"\"host\":\"127.0.0.1\",\"port\":\"%s\",\"username\":\"u\"},\"secrets\":{"
	"\"password\":\"" SERVER_PASSWORD "\"}}";

/* While one waits for a server that says nothing, it is looked at from outside. */
TEST(a_courier_is_in_a_cage_and_dies_at_once)
{
	struct server server = { .manner = HANGS };
	struct asked asked = { .check.id = "a" };
	char text[512], path[64];
	struct pollfd wait;
	const char *line;
	struct post *post;
	struct error err;
	enum post_news news;
	size_t n;
	pid_t pid;

	server_start(&server);
	setenv("CANARY", "bird", 1);
	snprintf(text, sizeof(text), letter, server.text);
	post = post_start("probe-postgres", text, strlen(text), 60000, &err);
	assert_non_null(post);
	wait = (struct pollfd){ post_fd(post), POLLIN, 0 };
	do {
		news = post_read(post, &line, &n);
		if (news == POST_WAITS)
			(void)poll(&wait, 1, SOON);
		else
			assert_true(check_line(&asked.check, line, n, &asked.arena));
	} while (asked.check.n_steps < 2 || !asked.check.steps[1].begun);
	pid = post_pid(post);
	snprintf(path, sizeof(path), "/proc/%d/cmdline", (int)pid);
	assert_true(holds(path, "probe-postgres"));
	assert_false(holds(path, SERVER_PASSWORD));
	snprintf(path, sizeof(path), "/proc/%d/environ", (int)pid);
	assert_false(holds(path, SERVER_PASSWORD));
	assert_false(holds(path, "CANARY"));
	snprintf(path, sizeof(path), "/proc/%d/limits", (int)pid);
	assert_true(holds(path, "Max core file size        0                    0"));
	assert_true(holds(path, "Max open files            64                   64"));
	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	assert_true(holds(path, "NoNewPrivs:\t1"));
	post_free(post);
	assert_int_not_equal(access(path, F_OK), 0);	/* killed, and reaped */
	asked_forget(&asked);
	server_stop(&server);
}

enum { MANY = 20 };

/* In a process of its own, which tells who they are once all wait for an answer. */
static void start_many(const char *text, int to)
{
	pid_t pid[MANY];
	struct post *post;
	struct error err;
	const char *line;
	struct pollfd wait;
	size_t i, n;

	for (i = 0; i < MANY; i++) {
		post = post_start("probe-postgres", text, strlen(text), 60000, &err);
		if (!post)
			_exit(1);
		wait = (struct pollfd){ post_fd(post), POLLIN, 0 };
		while (post_read(post, &line, &n) == POST_WAITS)	/* in its cage */
			(void)poll(&wait, 1, SOON);
		pid[i] = (pid_t)post_pid(post);
	}
	if (write(to, pid, sizeof(pid)) == (ssize_t)sizeof(pid))
		pause();
	_exit(1);
}

TEST(couriers_end_with_the_one_that_sent_them)
{
	struct server server = { .manner = HANGS };
	struct pollfd gone[MANY];
	pid_t console, pid[MANY];
	char text[512];
	int ends[2];
	size_t i;

	server_start(&server);
	snprintf(text, sizeof(text), letter, server.text);
	assert_int_equal(pipe(ends), 0);
	console = fork();
	assert_true(console >= 0);
	if (!console)
		start_many(text, ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], pid, sizeof(pid)), sizeof(pid));
	close(ends[0]);
	for (i = 0; i < MANY; i++) {
		gone[i] = (struct pollfd){ (int)syscall(SYS_pidfd_open, pid[i], 0), POLLIN, 0 };
		assert_true(gone[i].fd >= 0);
	}
	assert_int_equal(poll(gone, MANY, 0), 0);
	kill(console, SIGKILL);
	assert_int_equal(waitpid(console, NULL, 0), console);
	for (i = 0; i < MANY; i++) {
		assert_int_equal(poll(&gone[i], 1, SOON), 1);
		close(gone[i].fd);
	}
	server_stop(&server);
}

TEST(a_letter_that_is_none_and_a_program_that_is_not_there)
{
	struct asked asked = { .check.id = "a" };
	struct error err;
	struct post *post = post_start("probe-postgres", "[]", 2, SOON, &err);

	assert_non_null(post);
	asked_hear(post, &asked);
	assert_string_equal(asked.check.reason, "internal");
	asked_forget(&asked);
	assert_false(post_has("probe-nothing"));
	error_clear(&err);
	assert_null(post_start("probe-nothing", "{}", 2, SOON, &err));
	assert_int_equal(err.kind, ERROR_NETWORK);
}

FIXTURE(set_up)
{
	post_folder(asked_folder());
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(who_does_not_listen_refuses), CASE(each_fault_has_its_reason),
		CASE(addresses_that_nobody_is_sent_to), CASE(a_port_that_is_none),
		CASE(what_is_missing_is_said_before_anybody_is_asked),
		CASE(a_good_one_is_ok_step_by_step),
		CASE(what_a_server_refuses_is_told_by_its_code),
		CASE(a_wrong_password_and_a_line_that_may_not_be_read),
		CASE(require_is_not_prefer), CASE(a_certificate_file_that_is_none),
		CASE(a_courier_is_in_a_cage_and_dies_at_once),
		CASE(couriers_end_with_the_one_that_sent_them),
		CASE(a_letter_that_is_none_and_a_program_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
