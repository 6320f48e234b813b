/* courier_test.c: a courier that asks servers of the test's own: its credential goes to
 * where it belongs and stands nowhere else; it is ended at any step at once. */
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "net/dial.h"
#include "post/post.h"
#include "tests/expect.h"
#include "tests/net/fault_server.h"

#define SECRET "canary-4711-of-a-token"
#define ANSWER(text) "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" text

enum { LONG = 30000, SHORT = 1500, SAID = 64 << 10 };

/* ---- a courier ---------------------------------------------------------------------- */

static struct post *started_with(const char *secret, const char *job, const char *endpoint,
				 int ms)
{
	char letter[2048];
	struct error err;
	struct post *post;

	error_clear(&err);
	snprintf(letter, sizeof(letter), "{\"type\":\"echo\",\"job\":\"%s\",\"timeout_ms\":%d,"
		 "\"fields\":{\"endpoint\":\"%s\"},\"secrets\":{\"token\":\"%s\"}}", job,
		 ms, endpoint, secret);
	post = post_start("echo_courier", letter, strlen(letter), ms, &err);
	if (!post)
		fail_msg("%s", err.text);
	return post;
}

static struct post *started(const char *job, const char *endpoint, int ms)
{
	return started_with(SECRET, job, endpoint, ms);
}

/* Its lines up to one with `until` in it (NULL: to its end), each with a line feed. */
static bool hear(struct post *post, const char *until, char said[SAID])
{
	struct pollfd wait = { post_fd(post), POLLIN, 0 };
	enum post_news news;
	const char *line;
	size_t n, used = 0;

	said[0] = '\0';
	while ((news = post_read(post, &line, &n)) != POST_ENDED && news != POST_BROKE) {
		if (news == POST_WAITS) {
			if (poll(&wait, 1, (int)post_left(post)) != 1)
				return false;
			continue;
		}
		used += (size_t)snprintf(said + used, SAID - used, "%.*s\n", (int)n, line);
		assert_true(used < SAID);
		if (until && strstr(said, until))
			return true;
	}
	return !until && news == POST_ENDED;
}

static void says_in_turn(struct fault_line *line, const void *told)
{
	const char *const *texts = told;
	int i, n;

	while (fault_take(line)) {
		n = line->seen->requests;
		for (i = 0; i + 1 < n && texts[i + 1]; i++)
			;
		if (!texts[i] || !fault_text(line, texts[i]))
			return;
	}
}

static int times(const struct fault_server *server, const char *what)
{
	const char *at = server->seen->text;
	int n = 0;

	for (; (at = strstr(at, what)); at++)
		n++;
	return n;
}

/* ---- where a credential is ----------------------------------------------------------- */

static struct fault_server sink;

/* A service that repeats what it got, in all its words. */
static void echoes(struct fault_line *line, const void *told)
{
	static char text[FAULT_TEXT + 256];
	size_t from;

	(void)told;
	for (;;) {
		from = line->seen->n;
		if (!fault_take(line))
			return;
		snprintf(text, sizeof(text), "HTTP/1.1 %s\r\nContent-Length: %zu\r\n\r\n%.*s",
			 line->seen->requests < 3 ? "200 OK" : "401 No", line->seen->n - from,
			 (int)(line->seen->n - from), line->seen->text + from);
		if (!fault_text(line, text))
			return;
	}
}

TEST(what_a_server_repeats_is_not_repeated)
{
	struct fault_server server = { .serve = echoes };
	static char said[SAID];
	struct post *post;

	fault_start(&server);
	post = started("verify", server.origin, LONG);
	assert_true(hear(post, NULL, said));
	post_free(post);
	/* It was told, twice, and told back, ... */
	assert_int_equal(times(&server, "Authorization: Bearer " SECRET), 2);
	assert_non_null(strstr(said, "Authorization: Bearer ***"));
	assert_non_null(strstr(said, "\"reason\":\"auth-bad\""));
	/* ... and nobody hears it: not of an answer, not of a fault, not of its fix. */
	assert_null(strstr(said, SECRET));
	fault_stop(&server);
}

/* Nor as it stands in "Basic ...", behind a name of any length. */
TEST(nor_in_base64)
{
	static const char *const names[] = { "x:", "xy:", "xyz:" };
	unsigned char dress[3][64];
	char text[512], both[64];
	const char *const told[] = { ANSWER("{}"), text, NULL };
	struct fault_server server = { .serve = says_in_turn, .told = told };
	static char said[SAID];
	struct post *post;
	int i;

	for (i = 0; i < 3; i++)
		EVP_EncodeBlock(dress[i], (unsigned char *)both,
				snprintf(both, sizeof(both), "%s" SECRET, names[i]));
	snprintf(text, sizeof(text), "HTTP/1.1 401 No\r\nContent-Length: 150\r\n\r\n"
		 "%s %s %s%150s", dress[0], dress[1], dress[2], "");
	fault_start(&server);
	post = started("verify", server.origin, LONG);
	assert_true(hear(post, NULL, said));
	post_free(post);
	for (i = 0; i < 3; i++) {
		/* But for what is of the name, and of both. */
		memcpy(both, dress[i] + 8, 16);
		both[16] = '\0';
		assert_null(strstr(said, both));
	}
	assert_non_null(strstr(said, "***"));
	fault_stop(&server);
}

/* However long it is, whole or cut: a service account's is of two thousand bytes. */
TEST(nor_a_long_one)
{
	unsigned char dress[1600];
	char secret[1001], both[1100], text[2048], part[41];
	const char *const told[] = { ANSWER("{}"), text, NULL };
	static const size_t lengths[] = { 500, 700, 1000 };
	static char said[SAID];
	uint32_t lot = 7;
	size_t i, k, at;
	int n;

	for (i = 0; i < COUNT_OF(lengths); i++) {
		struct fault_server server = { .serve = says_in_turn, .told = told };
		struct post *post;

		for (k = 0; k < lengths[i]; k++)
			secret[k] = (char)('a' + ((lot = lot * 1103515245u + 12345u) >> 16) % 26);
		secret[k] = '\0';
		n = EVP_EncodeBlock(dress, (unsigned char *)both,
				    snprintf(both, sizeof(both), "x:%s", secret));
		snprintf(text, sizeof(text), "HTTP/1.1 401 No\r\nContent-Length: %d\r\n\r\n%s",
			 n, (const char *)dress);
		fault_start(&server);
		post = started_with(secret, "verify", server.origin, LONG);
		assert_true(hear(post, NULL, said));
		post_free(post);
		assert_non_null(strstr(said, "\"reason\":\"auth-bad\""));
		for (at = 8; at + 48 < (size_t)n; at += 40) {
			snprintf(part, sizeof(part), "%.40s", (const char *)dress + at);
			if (strstr(said, part))
				fail_msg("%zu at %zu: %s\n%s", lengths[i], at, part, said);
		}
		fault_stop(&server);
	}
}

/* A line is whole, or it is said that it cannot be. */
TEST(a_line_is_whole_or_fails)
{
	static char said[SAID];
	struct post *post = started("browse", "long 12000", LONG);

	assert_true(hear(post, NULL, said));
	post_free(post);
	assert_non_null(strstr(said, "zzz\"}}\n{\"row\":{\"key\":\"short\"}}"));
	post = started("browse", "long 20000", LONG);
	assert_true(hear(post, NULL, said));
	post_free(post);
	assert_null(strstr(said, "zzz"));
	assert_null(strstr(said, "short"));
	assert_non_null(strstr(said, "\"step\":\"list\",\"status\":\"fail\",\"reason\":\"too-big\""));
	assert_non_null(strstr(said, "{\"done\":true}"));
}

TEST(nothing_goes_to_a_second_host)
{
	char elsewhere[256];
	const char *const all[][4] = {
		{ elsewhere, NULL }, { ANSWER("{}"), elsewhere, NULL },
		{ ANSWER("{}"), ANSWER("{}"), elsewhere, NULL } };
	static char said[SAID];
	struct post *post;
	size_t i;

	snprintf(elsewhere, sizeof(elsewhere), "HTTP/1.1 302 There\r\nLocation: %s/\r\n"
		 "Refresh: 0; url=%s\r\nContent-Length: 0\r\n\r\n", sink.origin, sink.origin);
	for (i = 0; i < 3; i++) {
		struct fault_server server = { .serve = says_in_turn, .told = all[i] };

		fault_start(&server);
		post = started("verify", server.origin, LONG);
		assert_true(hear(post, NULL, said));
		post_free(post);
		assert_non_null(strstr(said, "\"reason\":\"redirected\""));
		assert_null(strstr(said, SECRET));
		/* The first word is without it. */
		assert_int_equal(times(&server, SECRET), i);
		fault_stop(&server);
	}
	assert_int_equal(sink.seen->connections, 0);
}

/* Arguments are there for all to see; the rest a courier tells of itself, for nobody else
 * may look (PR_SET_DUMPABLE). */
TEST(a_courier_sees_nothing_of_the_world)
{
	struct post *post;
	static char said[SAID];
	char path[64], words[4096];
	const char *at;
	ssize_t n;
	int fd, variables = 0;

	post = started("browse", "http://127.0.0.1:9", LONG);
	snprintf(path, sizeof(path), "/proc/%d/cmdline", post_pid(post));
	fd = open(path, O_RDONLY | O_CLOEXEC);
	n = fd < 0 ? -1 : read(fd, words, sizeof(words));
	assert_true(n >= 0);
	assert_null(memmem(words, (size_t)n, SECRET, strlen(SECRET)));
	close(fd);
	assert_true(hear(post, NULL, said));
	post_free(post);
	for (at = said; (at = strstr(at, "\"variable\"")); at++)
		variables++;
	assert_int_equal(variables, 2);
	assert_non_null(strstr(said, "LANG=C.UTF-8"));
	assert_non_null(strstr(said, "HOME=/nonexistent"));
	assert_non_null(strstr(said, "{\"core\":\"0\"}"));
	assert_non_null(strstr(said, "{\"files\":\"64\"}"));
	assert_non_null(strstr(said, "{\"cpu\":\"60\"}"));
	assert_non_null(strstr(said, "{\"size\":\"1048576\"}"));
	assert_non_null(strstr(said, "{\"dumpable\":\"0\"}"));
	assert_non_null(strstr(said, "{\"no_new_privs\":\"1\"}"));
}

static const char *program(char path[4096])
{
	snprintf(path, 4096, "%s/tests/net/echo_courier", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	return path;
}

/* Started by somebody else: the environment has no say either, and errors go nowhere. */
TEST(whoever_starts_it)
{
	static const char letter[] = "{\"type\":\"echo\",\"job\":\"browse\",\"secrets\":{"
		"\"token\":\"" SECRET "\"}}";
	char path[4096], said[8192];
	int in[2], out[2], status;
	size_t used = 0;
	ssize_t n;
	pid_t pid;

	assert_int_equal(pipe(in) | pipe(out), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		dup2(out[1], STDERR_FILENO);
		close(in[1]);
		setenv("PGSERVICE", "evil", 1);
		setenv("http_proxy", sink.origin, 1);
		execl(program(path), "echo_courier", (char *)NULL);
		_exit(127);
	}
	close(in[0]);
	close(out[1]);
	assert_int_equal(write(in[1], letter, strlen(letter)), strlen(letter));
	close(in[1]);
	while ((n = read(out[0], said + used, sizeof(said) - 1 - used)) > 0)
		used += (size_t)n;
	said[used] = '\0';
	close(out[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_non_null(strstr(said, "{\"done\":true}"));
	assert_null(strstr(said, "PGSERVICE"));
	assert_null(strstr(said, "http_proxy"));
	assert_null(strstr(said, SECRET));
}

/* Nobody reads what it says any more: it does nothing at all. */
TEST(an_orphan_does_nothing)
{
	struct fault_server server = { .serve = echoes };
	char path[4096], letter[512];
	int in[2], out[2], status;
	pid_t pid;

	fault_start(&server);
	snprintf(letter, sizeof(letter), "{\"type\":\"echo\",\"fields\":{\"endpoint\":\"%s\"},"
		 "\"secrets\":{\"token\":\"" SECRET "\"}}", server.origin);
	assert_int_equal(pipe(in) | pipe(out), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(in[0], STDIN_FILENO);
		dup2(out[1], STDOUT_FILENO);
		close(in[1]);
		close(out[0]);
		close(out[1]);
		if (read(in[0], path, 1) != 1)		/* until nobody reads */
			_exit(126);
		execl(program(path), "echo_courier", (char *)NULL);
		_exit(127);
	}
	close(out[0]);
	close(out[1]);
	(void)signal(SIGPIPE, SIG_IGN);
	assert_int_equal(write(in[1], " ", 1), 1);
	if (write(in[1], letter, strlen(letter)) < 0)
		assert_int_equal(errno, EPIPE);
	close(in[0]);
	close(in[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	assert_int_equal(server.seen->connections, 0);
	fault_stop(&server);
}

/* ---- the end ------------------------------------------------------------------------------ */

static void hangs_at(struct fault_line *line, const void *told)
{
	while (fault_take(line)) {
		if (line->seen->requests == *(const int *)told)
			fault_hang(line);
		if (!fault_text(line, ANSWER("{}")))
			return;
	}
}

TEST(it_is_ended_at_any_step)
{
	static const char *const begins[] = { "connect", "auth", "list" };
	static char said[SAID];
	char until[64];
	int step, pid;

	for (step = 0; step <= 3; step++) {
		struct fault_server server = { .serve = hangs_at, .told = &step };
		struct post *post;
		int64_t began;

		fault_start(&server);
		post = started("verify", server.origin, LONG);
		if (step) {
			snprintf(until, sizeof(until), "{\"begin\":\"%s\"}", begins[step - 1]);
			assert_true(hear(post, until, said));
		}
		pid = post_pid(post);
		began = dial_now();
		post_free(post);
		assert_true(dial_now() - began < LONG / 2);
		assert_int_equal(kill(pid, 0), -1);
		assert_int_equal(waitpid(-1, NULL, WNOHANG), 0);	/* the server alone */
		fault_stop(&server);
	}
}

/* Its own deadline is a little before that of who started it: it says itself what hung. */
TEST(it_says_itself_what_hangs)
{
	static char said[SAID];
	int step = 2;
	struct fault_server server = { .serve = hangs_at, .told = &step };
	struct post *post;

	fault_start(&server);
	post = started("verify", server.origin, SHORT);
	(void)hear(post, NULL, said);
	post_free(post);
	assert_non_null(strstr(said, "\"step\":\"connect\",\"status\":\"ok\""));
	assert_non_null(strstr(said, "\"step\":\"auth\",\"status\":\"fail\","
			       "\"reason\":\"timeout\""));
	fault_stop(&server);
}

FIXTURE(set_up)
{
	static char path[4096];

	snprintf(path, sizeof(path), "%s/tests/net", getenv("builddir_abs") ?
		 getenv("builddir_abs") : ".");
	post_folder(path);
	sink = (struct fault_server){ .serve = echoes };
	fault_start(&sink);
	return 0;
}

FIXTURE(clean_up)
{
	fault_stop(&sink);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_a_server_repeats_is_not_repeated),
		CASE(nor_in_base64), CASE(nor_a_long_one),
    CASE(a_line_is_whole_or_fails), CASE(nothing_goes_to_a_second_host), CASE(a_courier_sees_nothing_of_the_world),
		CASE(whoever_starts_it), CASE(an_orphan_does_nothing),
		CASE(it_is_ended_at_any_step), CASE(it_says_itself_what_hangs),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
