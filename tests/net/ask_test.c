/* ask_test.c: what is sent, to whom, and how often; what of the answer is kept; and that
 * nothing of the environment has a say in it. */
#include <dlfcn.h>
#include <netdb.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tests/net/asking.h"

#define SECRET "canary-4711"
#define EMPTY "Content-Length: 0\r\n\r\n"
#define GOOD "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

/* ---- look-ups --------------------------------------------------------------------- */

/* Of this program and all its libraries: some names are only known here. */
int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
		struct addrinfo **out)
{
	static const struct { const char *name, *address; int rc; } here[] = {
		{ "nowhere.example", NULL, EAI_NONAME }, { "later.example", NULL, EAI_AGAIN },
		{ "metadata.example", "169.254.169.254", 0 },
		{ "mapped.example", "::ffff:169.254.169.254", 0 } };
	int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
	size_t i;

	*(void **)(&real) = dlsym(RTLD_NEXT, "getaddrinfo");
	if (node && strcmp(node, "hangs.example") == 0)
		for (;;)
			pause();
	for (i = 0; node && i < sizeof(here) / sizeof(*here); i++)
		if (strcmp(node, here[i].name) == 0)
			return here[i].rc ? here[i].rc :
				real(here[i].address, service, hints, out);
	return real(node, service, hints, out);
}

TEST(names_that_lead_nowhere)
{
	static const struct { const char *origin, *reason; } names[] = {
		{ "https://nowhere.example", "dns" }, { "https://later.example", "dns" },
		{ "https://hangs.example", "dns" }, { "https://metadata.example", "config" },
		{ "https://mapped.example", "config" } };
	const struct http_ask ask = { .target = "/", .authorization = "Bearer " SECRET };
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		asked_at(&asked, names[i].origin, NULL, &ask, SHORT);
		if (asked.good || strcmp(asked.fault.reason, names[i].reason) != 0)
			fail_msg("%s: %s", names[i].origin, asked.good ? "an answer" :
				 asked.fault.reason);
		assert_true(*asked.fault.detail);
		if (strcmp(names[i].reason, "dns") == 0)
			assert_non_null(strstr(asked.fault.fix, names[i].origin + 8));
		asked_no_more(&asked);
	}
}

/* ---- servers ---------------------------------------------------------------------- */

/* The same to each request, on one connection. */
static void says(struct fault_line *line, const void *told)
{
	while (fault_take(line) && fault_text(line, told))
		;
}

/* Texts, one for each request in turn, of any connection; the last for all others; "":
 * it closes without a word. */
static void says_in_turn(struct fault_line *line, const void *told)
{
	const char *const *texts = told;
	int i, n;

	while (fault_take(line)) {
		n = line->seen->requests;
		for (i = 0; i + 1 < n && texts[i + 1]; i++)
			;
		if (!*texts[i] || !fault_text(line, texts[i]))
			return;
	}
}

static int times(const struct fault_server *server, const char *what)
{
	const char *at = server->seen->text;
	int n = 0;

	for (; (at = strcasestr(at, what)); at++)
		n++;
	return n;
}

/* ---- what is sent ------------------------------------------------------------------ */

TEST(a_request_is_what_was_asked_and_nothing_else)
{
	static const char *const headers[] = { "Accept: application/json", "X-Version: 1",
					       NULL };
	struct fault_server server = { .serve = says, .told = GOOD };
	const struct http_ask ask = { .target = "/a/../b%2Fc?q=1&r=%20", .headers = headers,
				      .authorization = "Bearer " SECRET };
	char peer[64];
	struct asked asked;

	fault_start(&server);
	asked_at(&asked, server.origin, NULL, &ask, SOON);
	assert_true(asked.good);
	assert_int_equal(asked.answer.status, 200);
	assert_string_equal(buf_text(&asked.answer.body), "{}");
	assert_ptr_equal(strstr(server.seen->text, "GET /a/../b%2Fc?q=1&r=%20 HTTP/1.1\r\n"),
			 server.seen->text);
	assert_int_equal(times(&server, "\r\nHost: 127.0.0.1:"), 1);
	assert_int_equal(times(&server, "\r\nUser-Agent: gatehouse\r\n"), 1);
	assert_int_equal(times(&server, "\r\nAccept: application/json\r\n"), 1);
	assert_int_equal(times(&server, "\r\nX-Version: 1\r\n"), 1);
	assert_int_equal(times(&server, "\r\nAuthorization: Bearer " SECRET "\r\n"), 1);
	assert_int_equal(times(&server, "\r\nAccept-Encoding:"), 1);
	/* Host, User-Agent, Accept, Accept-Encoding, X-Version, Authorization: no more. */
	assert_int_equal(times(&server, "\r\n"), 8);
	snprintf(peer, sizeof(peer), "127.0.0.1:%d", server.port);
	assert_string_equal(http_peer(asked.http), peer);
	asked_no_more(&asked);
	fault_stop(&server);
}

TEST(each_method_says_what_it_carries)
{
	static const struct {
		const char *method, *body, *type, *line, *length;
	} all[] = {
		{ NULL, "a=b", "application/x-www-form-urlencoded", "POST / HTTP", "3" },
		{ NULL, "", "text/plain", "POST / HTTP", "0" },
		{ "POST", NULL, NULL, "POST / HTTP", "0" },
		{ "PUT", "{}", "application/json", "PUT / HTTP", "2" },
		{ "PATCH", "{}", NULL, "PATCH / HTTP", "2" },
		{ "DELETE", NULL, NULL, "DELETE / HTTP", NULL },
		{ "HEAD", NULL, NULL, "HEAD / HTTP", NULL },
	};
	char text[128];
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = says, .told = GOOD };
		const struct http_ask ask = { .target = "/", .method = all[i].method,
					      .body = all[i].body, .body_type = all[i].type,
					      .n_body = all[i].body ? strlen(all[i].body) : 0 };
		struct asked asked;

		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		assert_true(asked.good);
		assert_int_equal(times(&server, all[i].line), 1);
		assert_int_equal(times(&server, "\r\nContent-Length: "), all[i].length != NULL);
		if (all[i].length) {
			snprintf(text, sizeof(text), "\r\nContent-Length: %s\r\n", all[i].length);
			assert_int_equal(times(&server, text), 1);
		}
		snprintf(text, sizeof(text), "\r\nContent-Type: %s\r\n", all[i].type);
		assert_int_equal(times(&server, "\r\nContent-Type:"), all[i].type != NULL);
		assert_int_equal(times(&server, text), all[i].type != NULL);
		assert_int_equal(times(&server, "\r\nExpect:"), 0);
		assert_int_equal(times(&server, "\r\nAuthorization:"), 0);	/* of a .netrc */
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* What would be more than a header, or another host, is not sent at all. */
TEST(nothing_is_smuggled_in)
{
	static const char *const lf[] = { "Accept: a\nX-Evil: 1", NULL };
	static const char *const cr[] = { "Accept: a\rX-Evil: 1", NULL };
	static const struct http_ask all[] = {
		{ .target = "/", .headers = lf }, { .target = "/", .headers = cr },
		{ .target = "/", .authorization = "Bearer " SECRET "\r\nX-Evil: 1" },
		{ .target = "/", .authorization = SECRET "\n" },
		{ .target = "/", .body = "", .body_type = "text/plain\r\nX-Evil: 1" },
		{ .target = "/ HTTP/1.1\r\nX-Evil: 1" }, { .target = "/a b" },
		{ .target = "/a\x01" }, { .target = "/\xc3\xbc" }, { .target = "/a#b" },
		{ .target = "" }, { .target = "x" }, { .target = "?x" },
		{ .target = "@evil.example/" }, { .target = ".evil.example/" },
		{ .target = ":80@evil.example/" }, { .target = "0" },
		{ .target = "\\evil" },
	};
	struct fault_server server = { .serve = says, .told = GOOD };
	struct asked asked;
	size_t i;

	fault_start(&server);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		asked_at(&asked, server.origin, NULL, &all[i], SOON);
		if (asked.good || strcmp(asked.fault.reason, "config") != 0)
			fail_msg("%zu was asked", i);
		assert_null(strstr(asked.fault.detail, SECRET));
		asked_no_more(&asked);
	}
	assert_int_equal(server.seen->connections, 0);
	fault_stop(&server);
}

TEST(a_password_in_an_address_is_not_repeated)
{
	const struct http_site at = { .origin = "https://me:" SECRET "@api.example" };
	struct net_fault fault;

	assert_null(http_new(&at, &fault));
	assert_string_equal(fault.reason, "config");
	assert_null(strstr(fault.detail, SECRET));
}

/* ---- to whom ------------------------------------------------------------------------ */

static struct fault_server sink = { .serve = says, .told = GOOD };

TEST(nobody_is_sent_elsewhere)
{
	static const int codes[] = { 301, 302, 303, 307, 308 };
	char text[256];
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		struct fault_server server = { .serve = says, .told = text };
		const struct http_ask ask = { .target = "/",
					      .authorization = "Bearer " SECRET };
		struct asked asked;

		snprintf(text, sizeof(text), "HTTP/1.1 %d Over There\r\nLocation: %s/steal\r\n"
			 "Refresh: 0; url=%s\r\n" EMPTY, codes[i], sink.origin, sink.origin);
		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		assert_true(asked.good);
		assert_int_equal(asked.answer.status, codes[i]);
		assert_memory_equal(http_header(&asked.answer, "Location"), sink.origin,
				    strlen(sink.origin));
		assert_int_equal(server.seen->requests, 1);
		asked_no_more(&asked);
		fault_stop(&server);
	}
	assert_int_equal(sink.seen->connections, 0);
}

/* Last of all: all of the above was under an environment that leads to the sink. */
TEST(the_environment_has_no_say)
{
	struct stat file;

	assert_int_equal(sink.seen->connections, 0);
	assert_int_equal(stat("asked-keys.log", &file), -1);
	assert_null(getenv("SSLKEYLOGFILE"));
}

/* ---- how often ------------------------------------------------------------------------ */

#define AWAY(code) "HTTP/1.1 " code " Away\r\n" EMPTY

static const char *const away[] = { AWAY("503"), NULL };
static const char *const away_once[] = { AWAY("503"), GOOD, NULL };
static const char *const away_twice[] = { AWAY("502"), AWAY("504"), GOOD, NULL };
static const char *const away_until[] = { "HTTP/1.1 503 Away\r\nRetry-After: 9\r\n" EMPTY,
					  NULL };
static const char *const slow_down[] = { "HTTP/1.1 429 Slow\r\n" EMPTY, NULL };
static const char *const broken[] = { AWAY("500"), NULL };
static const char *const gone_once[] = { "", GOOD, NULL };
static const char *const gone[] = { "", NULL };
static const char *const gone_later[] = { GOOD, "", NULL };

TEST(only_what_reads_is_asked_again)
{
	static const struct {
		const char *method;
		const char *const *told;
		int status, asked;		/* status 0: reset */
	} all[] = {
		{ "GET", away_once, 200, 2 }, { "GET", away_twice, 200, 3 },
		{ "GET", away, 503, 3 }, { "GET", away_until, 503, 1 },
		{ "GET", slow_down, 429, 1 }, { "GET", broken, 500, 1 },
		{ "GET", gone_once, 200, 2 }, { "GET", gone, 0, 3 },
		{ "HEAD", away_once, 200, 2 },
		{ "POST", away_once, 503, 1 }, { "POST", gone_once, 0, 1 },
		{ "PUT", away_once, 503, 1 }, { "PUT", gone_once, 0, 1 },
		{ "PATCH", gone_once, 0, 1 }, { "DELETE", away_once, 503, 1 },
		{ "DELETE", gone_once, 0, 1 },
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = says_in_turn, .told = all[i].told };
		const struct http_ask ask = { .target = "/", .method = all[i].method };
		struct asked asked;

		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		if (server.seen->requests != all[i].asked)
			fail_msg("%s, %zu: asked %d times", all[i].method, i,
				 server.seen->requests);
		assert_int_equal(asked.good, all[i].status != 0);
		if (asked.good)
			assert_int_equal(asked.answer.status, all[i].status);
		else
			assert_string_equal(asked.fault.reason, "reset");
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* A connection that was good before has gone: libcurl would ask once more by itself. */
TEST(what_changes_something_is_asked_once_on_a_used_connection_too)
{
	struct fault_server server = { .serve = says_in_turn, .told = gone_later };
	const struct http_ask first = { .target = "/" },
		second = { .target = "/made", .body = "x", .n_body = 1 };
	struct http_answer answer;
	struct asked asked;

	fault_start(&server);
	asked_at(&asked, server.origin, NULL, &first, SOON);
	assert_true(asked.good);
	assert_false(http_ask(asked.http, &second, &answer, &asked.fault));
	assert_string_equal(asked.fault.reason, "reset");
	assert_int_equal(times(&server, "POST /made"), 1);
	http_answer_release(&answer);
	asked_no_more(&asked);
	fault_stop(&server);
}

/* ---- what is kept ------------------------------------------------------------------------ */

TEST(the_last_head_counts_and_nothing_behind_it)
{
	static const char told[] = "HTTP/1.1 100 Continue\r\nETag: \"of 100\"\r\n\r\n"
		"HTTP/1.1 103 Early Hints\r\nLink: <https://evil.example/>; rel=\"next\"\r\n\r\n"
		"HTTP/1.1 200 OK\r\nServer: one\r\nserver:   two  \r\nSet-Cookie: a=b\r\n"
		"X-Unknown: 1\r\nRetry-After:\r\nTransfer-Encoding: chunked\r\n\r\n"
		"2\r\n{}\r\n0\r\nLocation: https://evil.example/\r\nServer: three\r\n\r\n";
	struct fault_server server = { .serve = says, .told = told };
	const struct http_ask ask = { .target = "/" };
	struct http_answer again;
	struct asked asked;

	fault_start(&server);
	asked_at(&asked, server.origin, NULL, &ask, SOON);
	assert_true(asked.good);
	assert_int_equal(asked.answer.status, 200);
	assert_string_equal(buf_text(&asked.answer.body), "{}");
	assert_string_equal(http_header(&asked.answer, "SERVER"), "two");
	assert_string_equal(http_header(&asked.answer, "retry-after"), "");
	assert_null(http_header(&asked.answer, "etag"));
	assert_null(http_header(&asked.answer, "link"));
	assert_null(http_header(&asked.answer, "location"));
	assert_null(http_header(&asked.answer, "x-unknown"));
	assert_null(http_header(&asked.answer, "set-cookie"));
	assert_true(http_ask(asked.http, &ask, &again, &asked.fault));
	assert_int_equal(times(&server, "GET / HTTP"), 2);
	assert_int_equal(times(&server, "Cookie:"), 0);
	http_answer_release(&again);
	asked_no_more(&asked);
	fault_stop(&server);
}

TEST(a_header_is_whole_or_not_there)
{
	static char told[8192];
	struct fault_server server = { .serve = says, .told = told };
	const struct http_ask ask = { .target = "/" };
	struct asked asked;
	int n;

	for (n = HTTP_VALUE - 2; n <= HTTP_VALUE + 1; n++) {
		snprintf(told, sizeof(told), "HTTP/1.1 200 OK\r\nLink: <%0*d>\r\n" EMPTY, n - 2,
			 0);
		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		assert_true(asked.good);
		assert_int_equal(strlen(http_header(&asked.answer, "link")),
				 n < HTTP_VALUE ? n : 0);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

static bool has_a_name(void *ctx, const struct buf *body)
{
	++*(int *)ctx;
	return strstr(buf_text(body), "\"name\"") != NULL;
}

TEST(who_has_enough_reads_no_more)
{
	static const char told[] = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
		"{\"name\"";
	struct fault_server server = { .serve = says, .told = told };
	int asked_so_often = 0;
	const struct http_ask ask = { .target = "/", .enough = has_a_name,
				      .ctx = &asked_so_often };
	struct asked asked;

	fault_start(&server);
	asked_at(&asked, server.origin, NULL, &ask, SOON);
	assert_true(asked.good);
	assert_string_equal(buf_text(&asked.answer.body), "{\"name\"");
	assert_true(asked_so_often > 0);
	asked_no_more(&asked);
	fault_stop(&server);
}

TEST(the_most_is_the_most)
{
	static const char told[] = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
	size_t most;

	for (most = 9; most <= 10; most++) {
		struct fault_server server = { .serve = says, .told = told };
		const struct http_ask ask = { .target = "/", .most = most };
		struct asked asked;

		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		assert_int_equal(asked.good, most == 10);
		if (!asked.good)
			assert_string_equal(asked.fault.reason, "too-big");
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

TEST(the_clock_of_the_server_is_compared)
{
	static const struct { long ahead; bool dated; } all[] = {
		{ 0, true }, { 600, true }, { -600, true }, { 0, false } };
	char told[256], date[64];
	struct asked asked;
	time_t then;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = says, .told = told };
		const struct http_ask ask = { .target = "/" };

		then = time(NULL) + all[i].ahead;
		strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S GMT", gmtime(&then));
		snprintf(told, sizeof(told), "HTTP/1.1 200 OK\r\nDate: %s\r\n" EMPTY,
			 all[i].dated ? date : "once upon a time");
		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		assert_int_equal(asked.answer.dated, all[i].dated);
		assert_true(labs((long)asked.answer.skew - all[i].ahead) < 30);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* ------------------------------------------------------------------------------------- */

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* All that programs with libcurl may obey leads to the sink. */
FIXTURE(set_up)
{
	static const char *const proxies[] = { "http_proxy", "HTTP_PROXY", "https_proxy",
		"HTTPS_PROXY", "all_proxy", "ALL_PROXY" };
	static char home[] = "/tmp/gatehouse-ask.XXXXXX";
	char text[512];
	size_t i;

	assert_non_null(mkdtemp(home));
	assert_int_equal(chdir(home), 0);
	fault_start(&sink);
	for (i = 0; i < sizeof(proxies) / sizeof(*proxies); i++)
		setenv(proxies[i], sink.origin, 1);
	setenv("no_proxy", "", 1);
	setenv("NO_PROXY", "", 1);
	setenv("SSLKEYLOGFILE", "asked-keys.log", 1);
	setenv("HOME", home, 1);
	setenv("CURL_HOME", home, 1);
	setenv("NETRC", "netrc", 1);
	write_file(".netrc", "default login me password " SECRET "\n");
	write_file("netrc", "default login me password " SECRET "\n");
	snprintf(text, sizeof(text), "proxy = \"%s\"\nuser = \"me:" SECRET "\"\nlocation\n",
		 sink.origin);
	write_file(".curlrc", text);
	return 0;
}

FIXTURE(clean_up)
{
	fault_stop(&sink);
	unlink(".netrc");
	unlink("netrc");
	unlink(".curlrc");
	unlink("asked-keys.log");
	assert_int_equal(rmdir(getenv("HOME")), 0);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_request_is_what_was_asked_and_nothing_else),
		CASE(each_method_says_what_it_carries), CASE(nothing_is_smuggled_in),
		CASE(a_password_in_an_address_is_not_repeated),
		CASE(nobody_is_sent_elsewhere), CASE(only_what_reads_is_asked_again),
		CASE(what_changes_something_is_asked_once_on_a_used_connection_too),
		CASE(the_last_head_counts_and_nothing_behind_it),
		CASE(a_header_is_whole_or_not_there), CASE(who_has_enough_reads_no_more),
		CASE(the_most_is_the_most), CASE(the_clock_of_the_server_is_compared),
		CASE(names_that_lead_nowhere), CASE(the_environment_has_no_say),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
