/* hostile_test.c: what a hostile server, or a broken one, says instead of an answer: each
 * has its reason, within the deadline, and the memory that it costs has a limit. */
#include <poll.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/net/asking.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ 1
#endif
#endif

enum { HUNDRED_MB = 100000000, GROWTH_KB = 32 << 10, CUT_MOST = 1024 };

/* ---- what they say --------------------------------------------------------------- */

#define OK "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
#define CLOSE "Connection: close\r\n"
#define REDIRECT "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "

struct said { const char *text; size_t n; };

static void says(struct fault_line *line, const void *told)
{
	const struct said *said = told;

	if (fault_take(line))
		(void)fault_say(line, said->text, said->n ? said->n : strlen(said->text));
}

static void hangs(struct fault_line *line, const void *told)
{
	(void)told;
	fault_hang(line);
}

static void hangs_with_half(struct fault_line *line, const void *told)
{
	if (fault_take(line) && fault_text(line, told))
		fault_hang(line);
}

static void resets(struct fault_line *line, const void *told)
{
	if (fault_take(line) && fault_text(line, told))
		fault_reset(line);
}

static void resets_at_once(struct fault_line *line, const void *told)
{
	(void)told;
	fault_reset(line);
}

/* The same again and again, for as long as somebody takes it; told: before it. */
static void goes_on(struct fault_line *line, const char *before, const char *again)
{
	if (fault_take(line) && fault_text(line, before))
		while (fault_text(line, again))
			;
}

static void endless_headers(struct fault_line *line, const void *told)
{
	(void)told;
	goes_on(line, OK, "X-A: and so on\r\n");
}

static void endless_hints(struct fault_line *line, const void *told)
{
	(void)told;
	goes_on(line, "", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
}

static void endless_line(struct fault_line *line, const void *told)
{
	goes_on(line, told, "and so on, and so on, and so on, and so on");
}

static void endless_chunks(struct fault_line *line, const void *told)
{
	(void)told;
	goes_on(line, OK "Transfer-Encoding: chunked\r\n\r\n", "10\r\n0123456789abcdef\r\n");
}

static void endless_chunk_name(struct fault_line *line, const void *told)
{
	(void)told;
	goes_on(line, OK "Transfer-Encoding: chunked\r\n\r\n1;x=", "and so on");
}

static void endless_trailers(struct fault_line *line, const void *told)
{
	(void)told;
	goes_on(line, OK "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: and so on\r\n");
}

/* A little at a time: slower than anybody is, faster than nothing. */
static void drips(struct fault_line *line, const void *told)
{
	if (fault_take(line) && fault_text(line, told))
		while (fault_text(line, "x"))
			(void)poll(NULL, 0, 20);
}

/* 100 MB of one letter in 660 kB (RFC 1951 3.2.6): it, and then "258 times what was one
 * before" again and again, 13 bits each. */
static void bomb(struct fault_line *line, const void *told)
{
	static const char head[] = "\x1f\x8b\x08\0\0\0\0\0\0\3";
	static const char letter[] = "110" "10010001", match[] = "11000101" "00000";
	static unsigned char bytes[HUNDRED_MB / 258 * 13 / 8 + 64];
	size_t bit = 0, i;
	const char *at;

	for (at = letter; *at; at++, bit++)
		bytes[bit / 8] |= (unsigned char)((*at == '1') << bit % 8);
	for (i = 0; i < HUNDRED_MB / 258; i++)
		for (at = match; *at; at++, bit++)
			bytes[bit / 8] |= (unsigned char)((*at == '1') << bit % 8);
	if (fault_take(line) && fault_text(line, told) && fault_say(line, head, 10))
		(void)fault_say(line, bytes, bit / 8);
}

/* ---- each has its reason --------------------------------------------------------- */

struct hostile {
	const char *what;
	void (*serve)(struct fault_line *line, const void *told);
	const char *told;
	size_t n;			/* of told, where a NUL is in it */
	const char *reason;		/* NULL: it is an answer of this status */
	int status;
};

#define SAYS(what, text, ...) { what, says, text, sizeof(text) - 1, __VA_ARGS__ }

static const struct hostile slow[] = {
	{ "says nothing", hangs, NULL, 0, "timeout", 0 },
	{ "says half a status", hangs_with_half, "HTTP/1.1 20", 0, "timeout", 0 },
	{ "says half a head", hangs_with_half, OK "X-A:", 0, "timeout", 0 },
	{ "says half a body", hangs_with_half, OK "Content-Length: 9\r\n\r\n{", 0, "timeout",
	  0 },
	{ "drips a head", drips, OK "X-A: ", 0, "timeout", 0 },
	{ "drips a body", drips, OK "Content-Length: 100000\r\n\r\n", 0, "timeout", 0 },
	{ "waits behind 100", hangs_with_half, "HTTP/1.1 100 Continue\r\n\r\n", 0, "timeout",
	  0 },
};

static const struct hostile all[] = {
	{ "cuts at once", resets_at_once, NULL, 0, "reset", 0 },
	{ "cuts when it was asked", resets, "", 0, "reset", 0 },
	{ "cuts the head", resets, OK "X-A:", 0, "reset", 0 },
	{ "cuts the body", resets, OK "Content-Length: 9\r\n\r\n{", 0, "reset", 0 },
	SAYS("closes when it was asked", "", "reset", 0),
	SAYS("closes in the head", OK "X-A: 1\r\n", "reset", 0),
	SAYS("closes behind 100", "HTTP/1.1 100 Continue\r\n\r\n", "reset", 0),
	SAYS("a body too short", OK "Content-Length: 100\r\n\r\n{\"a\":1", "reset", 0),
	SAYS("chunks without an end", OK "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
	     "reset", 0),
	SAYS("a chunk of no number", OK "Transfer-Encoding: chunked\r\n\r\nZZZ\r\n{}\r\n0\r\n\r\n",
	     "protocol", 0),
	SAYS("a chunk beyond all numbers", OK "Transfer-Encoding: chunked\r\n\r\n"
	     "FFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "protocol", 0),
	SAYS("a chunk of less than nothing", OK "Transfer-Encoding: chunked\r\n\r\n"
	     "-2\r\n{}\r\n0\r\n\r\n", "protocol", 0),
	SAYS("less than nothing", OK "Content-Length: -5\r\n\r\n{}", "protocol", 0),
	SAYS("HTTP/0.9", "hello", "protocol", 0),
	SAYS("another service", "220 mail.example ESMTP\r\n", "protocol", 0),
	SAYS("SSH", "SSH-2.0-OpenSSH_9.2\r\n", "protocol", 0),
	SAYS("bytes", "\x15\x03\x01\x00\x02\x02\x28\xff\xfe", "protocol", 0),
	SAYS("a version that is none", "HTTP/9.9 200 OK\r\n\r\n", "protocol", 0),
	SAYS("a status that is none", "HTTP/1.1 abc OK\r\n\r\n", "protocol", 0),
	SAYS("a status of too much", "HTTP/1.1 20000 OK\r\nContent-Length: 0\r\n\r\n",
	     "protocol", 0),
	SAYS("NUL in the head", OK "X-A: a\0b\r\nContent-Length: 2\r\n\r\n{}", "protocol", 0),
	SAYS("another protocol from now on", "HTTP/1.1 101 Switching Protocols\r\n"
	     "Upgrade: x\r\nConnection: upgrade\r\n\r\nhello", "protocol", 0),
	SAYS("no gzip where it says so", OK "Content-Encoding: gzip\r\nContent-Length: 10\r\n\r\n"
	     "\x1f\x8b\x08notgzip", "protocol", 0),
	SAYS("gzip within gzip within ...", OK "Content-Encoding: gzip, gzip, gzip, gzip, gzip, "
	     "gzip, gzip\r\nContent-Length: 2\r\n\r\n{}", "protocol", 0),
	SAYS("an unknown encoding", OK "Content-Encoding: rot13\r\nContent-Length: 2\r\n\r\n{}",
	     "protocol", 0),
	{ "a header without end", endless_line, OK "X-A: ", 0, "too-big", 0 },
	{ "headers without end", endless_headers, NULL, 0, "too-big", 0 },
	{ "hints without end", endless_hints, NULL, 0, "too-big", 0 },
	{ "a body without end", endless_line, OK "\r\n", 0, "too-big", 0 },
	{ "a body of 99 GB", endless_line, OK "Content-Length: 99999999999\r\n\r\n", 0,
	  "too-big", 0 },
	{ "chunks without number", endless_chunks, NULL, 0, "too-big", 0 },
	{ "100 MB in 660 kB", bomb, OK CLOSE "Content-Encoding: gzip\r\n\r\n", 0, "too-big", 0 },
	{ "the same in chunks' clothes", bomb, OK CLOSE "Content-Encoding: x-gzip\r\n\r\n", 0,
	  "too-big", 0 },
	/* What is an answer, whatever whoever asked makes of it. */
	SAYS("a captive portal", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
	     "Content-Length: 6\r\n\r\n<html>", NULL, 200),
	SAYS("NUL in the body", OK "Content-Length: 3\r\n\r\na\0b", NULL, 200),
	SAYS("nothing at all", OK "Content-Length: 0\r\n\r\n", NULL, 200),
	SAYS("a body to its end", OK "\r\n{}", NULL, 200),
	SAYS("more than it said", OK "Content-Length: 2\r\n\r\n{}{}", NULL, 200),
	SAYS("too much was asked", "HTTP/1.1 429 Slow Down\r\nRetry-After: 7\r\n"
	     "Content-Length: 12\r\n\r\nRetry later\n", NULL, 429),
	SAYS("elsewhere, in a circle", REDIRECT "/\r\n\r\n", NULL, 302),
};

/* All that is wrong is told, not the first alone. */
static int wrongs;
#define wrong(...) (wrongs++, print_error(__VA_ARGS__), print_error("\n"))

/* The request is a POST: no answer to it is waited for twice. */
static void ask_one(const struct hostile *one, int ms, struct asked *asked)
{
	const struct said said = { one->told, one->n };
	struct fault_server server = { .serve = one->serve,
				       .told = one->serve == says ? (const void *)&said :
				       one->told };
	const struct http_ask ask = { .target = "/v1", .body = "{}", .n_body = 2,
				      .body_type = "application/json" };
	const char *reason;

	fault_start(&server);
	asked_at(asked, server.origin, NULL, &ask, ms);
	reason = asked->good ? "an answer" : asked->fault.reason;
	if (strcmp(reason, one->reason ? one->reason : "an answer") != 0)
		wrong("%s: %s, \"%s\"", one->what, reason, asked->fault.detail);
	else if (asked->good)
		assert_int_equal(asked->answer.status, one->status);
	else
		assert_true(*asked->fault.detail);
	if (strcmp(reason, "timeout") == 0)	/* the firewall's host and port */
		assert_non_null(strstr(asked->fault.fix, "127.0.0.1, port "));
	assert_true(server.seen->requests <= 1 && server.seen->connections == 1);
	fault_stop(&server);
}

static long peak_kb(void)
{
	struct rusage usage;

	assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
	return usage.ru_maxrss;
}

TEST(each_fault_has_its_reason)
{
	long before = peak_kb();
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		ask_one(&all[i], SOON, &asked);
		asked_no_more(&asked);
	}
#ifndef __SANITIZE_ADDRESS__		/* it keeps what is freed */
	assert_true(peak_kb() - before < GROWTH_KB);
#endif
	(void)before;
	assert_int_equal(wrongs, 0);
}

TEST(who_is_slow_meets_the_deadline)
{
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(slow) / sizeof(*slow); i++) {
		ask_one(&slow[i], SHORT, &asked);
		assert_true(asked.ms >= SHORT - 100);
		asked_no_more(&asked);
	}
	assert_int_equal(wrongs, 0);
}

/* What comes behind the body is read up to a limit, too. */
TEST(what_comes_between_and_behind_has_a_limit)
{
	static const struct hostile more[] = {
		{ "the name of a chunk", endless_chunk_name, NULL, 0, NULL, 0 },
		{ "trailers", endless_trailers, NULL, 0, "too-big", 0 },
	};
	struct fault_server server = { .serve = more[0].serve };
	const struct http_ask ask = { .target = "/", .method = "POST" };
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(more) / sizeof(*more); i++) {
		server.serve = more[i].serve;
		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SHORT * 2);
		assert_false(asked.good);
		if (more[i].reason)
			assert_string_equal(asked.fault.reason, more[i].reason);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* ---- cut at each byte ------------------------------------------------------------- */

static void cut_at_each_byte(const char *what, const char *whole, size_t n)
{
	size_t at;

	for (at = 0; at < n; at++) {
		char part[CUT_MOST];
		const struct said said = { at ? part : "", at };
		struct fault_server server = { .serve = says, .told = &said };
		const struct http_ask ask = { .target = "/", .method = "POST" };
		struct asked asked;

		memcpy(part, whole, at);
		part[at] = '\0';
		fault_start(&server);
		asked_at(&asked, server.origin, NULL, &ask, SOON);
		if (asked.good || (strcmp(asked.fault.reason, "reset") != 0 &&
				   strcmp(asked.fault.reason, "protocol") != 0))
			wrong("%s, cut at %zu: %s, \"%s\"", what, at, asked.good ?
			      "an answer" : asked.fault.reason, asked.fault.detail);
		assert_int_equal(server.seen->connections, 1);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

TEST(half_an_answer_is_none)
{
	static const char length[] = "HTTP/1.1 100 Continue\r\n\r\n"
		OK "Content-Length: 7\r\n\r\n{\"a\":1}";
	static const char chunks[] = OK "Transfer-Encoding: chunked\r\n\r\n4\r\n{\"a\"\r\n"
		"3\r\n:1}\r\n0\r\n\r\n";

	cut_at_each_byte("by length", length, sizeof(length) - 1);
	/* Of chunks libcurl 7.88 does not miss the last line feed, nor does anybody. */
	cut_at_each_byte("by chunks", chunks, sizeof(chunks) - 2);
	assert_int_equal(wrongs, 0);
}

RUN(CASE(each_fault_has_its_reason), CASE(who_is_slow_meets_the_deadline),
    CASE(what_comes_between_and_behind_has_a_limit), CASE(half_an_answer_is_none))
