/* http_test.c: answers of a web server that are cut at each byte, in each way a line can
 * end, and answers of which bytes were turned: half an answer never passes for one, each
 * ends within its deadline, and the credential stands nowhere in what is said of it.
 *   CUTS: of a thousand places, how many are cut (long: all); TURNED: how many answers. */
#include <unistd.h>

#include "tests/net/asking.h"
#include "tests/torture/torture.h"

enum { ANSWER = 1024, THOUSAND = 1000, MINUTE = 60000, TURNS = 3, CRC = 0xEDB88320 };
#define SECRET "canary-4711-of-torture"
#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"1\"\r\n"

enum ending { POLITELY, RESET, WORDLESS };
static const char *const endings[] = { "politely", "reset", "without a word" };

struct shape {
	const char *what;
	char bytes[ANSWER];
	size_t n, least;	/* least: from here on nothing of it is missing */
	bool by_end;		/* its end is that of the line */
};

/* ---- answers ------------------------------------------------------------------------- */

static const char json[] = "{\"login\":\"octocat\",\"id\":1}";

static void add(struct shape *shape, const void *bytes, size_t n)
{
	assert_true(shape->n + n <= ANSWER);
	memcpy(shape->bytes + shape->n, bytes, n);
	shape->least = shape->n += n;
}

static void add_text(struct shape *shape, const char *text)
{
	add(shape, text, strlen(text));
}

/* A stored block within gzip (RFC 1952). */
static size_t zip(const char *text, unsigned char out[ANSWER])
{
	static const unsigned char head[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1 };
	size_t n = strlen(text), used = sizeof(head), i;
	uint32_t crc = 0xffffffff;
	int bit;

	memcpy(out, head, used);
	out[used++] = (unsigned char)n;
	out[used++] = 0;
	out[used++] = (unsigned char)~n;
	out[used++] = 0xff;
	memcpy(out + used, text, n);
	used += n;
	for (i = 0; i < n; i++)
		for (crc ^= (unsigned char)text[i], bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? CRC : 0);
	for (i = 0; i < 4; i++)
		out[used++] = (unsigned char)(~crc >> 8 * i);
	for (i = 0; i < 4; i++)
		out[used++] = (unsigned char)(n >> 8 * i);
	return used;
}

static struct shape shapes[5];

static void make_shapes(void)
{
	unsigned char zipped[ANSWER];
	size_t n = zip(json, zipped);
	char text[ANSWER];

	shapes[0].what = "by length, behind hints";
	add_text(&shapes[0], "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" HEAD);
	snprintf(text, sizeof(text), "Content-Length: %zu\r\n\r\n%s", strlen(json), json);
	add_text(&shapes[0], text);
	shapes[1].what = "by chunks";
	snprintf(text, sizeof(text), HEAD "Transfer-Encoding: chunked\r\n\r\n5\r\n%.5s\r\n"
		 "%zx;x=y\r\n%s\r\n0\r\n\r\n", json, strlen(json) - 5, json + 5);
	add_text(&shapes[1], text);
	shapes[1].least--;		/* libcurl 7.88 does not miss the last line
				 * feed, 8.14 does: either is right */
	shapes[2].what = "zipped, by length";
	snprintf(text, sizeof(text), HEAD "Content-Encoding: gzip\r\nContent-Length: %zu\r\n\r\n",
		 n);
	add_text(&shapes[2], text);
	add(&shapes[2], zipped, n);
	shapes[3].what = "zipped, in one chunk";
	snprintf(text, sizeof(text), HEAD "Content-Encoding: gzip\r\nTransfer-Encoding: chunked"
		 "\r\n\r\n%zx\r\n", n);
	add_text(&shapes[3], text);
	add(&shapes[3], zipped, n);
	add_text(&shapes[3], "\r\n0\r\n\r\n");
	shapes[3].least--;
	shapes[4].what = "by its end";
	shapes[4].by_end = true;
	add_text(&shapes[4], HEAD "\r\n");
	add_text(&shapes[4], json);
}

/* ---- a server ----------------------------------------------------------------------- */

/* What it says, and how its line ends then. */
struct told { const char *bytes; size_t n; enum ending ending; };

static void says(struct fault_line *line, const void *ctx)
{
	const struct told *told = ctx;

	if (!fault_take(line) || !fault_say(line, told->bytes, told->n))
		return;
	if (told->ending == RESET)
		fault_reset(line);
	if (told->ending == WORDLESS) {
		close(line->fd);
		_exit(0);
	}
}

static struct certificate root, good;
static char ca_file[] = "/tmp/gatehouse-torture-ca.XXXXXX";

static void ask(const struct told *told, bool tls, struct asked *asked)
{
	const struct fault_tls how = { .certificate = &good };
	struct fault_server server = { .serve = says, .told = told, .tls = tls ? &how : NULL };
	const struct http_ask ask = { .target = "/user", .method = "POST", .most = ANSWER,
				      .authorization = "Bearer " SECRET };

	fault_start(&server);
	asked_at(asked, server.origin, tls ? ca_file : NULL, &ask, MINUTE);
	fault_stop(&server);
}

static void judge(struct losses *tally, const struct asked *asked, bool whole,
		  const char *what, size_t at, const char *ending)
{
	tally->rounds++;
	if (!asked->good)
		tally->refusals++;
	if (asked->good && !whole)
		loss(tally, "%s, cut at %zu, %s: passed for an answer", what, at, ending);
	else if (asked->good && strcmp(buf_text(&asked->answer.body), json) != 0)
		loss(tally, "%s, %s: another one", what, ending);
	else if (!asked->good && whole)
		loss(tally, "%s, whole, %s: %s", what, ending, asked->fault.detail);
	else if (!asked->good && strcmp(asked->fault.reason, "reset") != 0 &&
		 strcmp(asked->fault.reason, "protocol") != 0)
		loss(tally, "%s, cut at %zu, %s: %s", what, at, ending, asked->fault.reason);
	if (strstr(asked->fault.detail, SECRET) || strstr(asked->fault.fix, SECRET))
		loss(tally, "%s, cut at %zu: the credential is told", what, at);
}

static void cut(struct losses *tally, const struct shape *shape, enum ending ending,
		bool tls, struct lot *lot, uint32_t often)
{
	struct asked asked;
	size_t at;
	char what[64];

	snprintf(what, sizeof(what), "%s%s", shape->what, tls ? ", TLS" : "");
	for (at = 0; at <= shape->n; at++) {
		const struct told told = { shape->bytes, at, ending };
		bool whole = at >= shape->least;

		/* The whole one always, and the last but one. */
		if (at + 2 < shape->least && toss(lot, THOUSAND) >= often)
			continue;
		/* A reset may overtake what was said; the end of a line may be one. */
		if (whole && ending == RESET)
			continue;
		if (shape->by_end && (whole ? ending != POLITELY : !tls || ending == POLITELY))
			continue;
		ask(&told, tls, &asked);
		tally->faults += !whole;
		if (at < shape->least || at == shape->n)
			judge(tally, &asked, whole, what, at, endings[ending]);
		asked_no_more(&asked);
	}
}

TEST(half_an_answer_never_passes_for_one)
{
	struct losses tally = { .what = "http, cut" };
	struct lot lot = { torture_seed(80) };
	uint32_t often = (uint32_t)torture_number("CUTS", 20);
	enum ending ending;
	size_t i;

	for (i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		for (ending = POLITELY; ending <= WORDLESS; ending++) {
			cut(&tally, &shapes[i], ending, false, &lot, often);
			cut(&tally, &shapes[i], ending, true, &lot, often);
		}
	losses_judge(&tally);
}

/* Whatever it makes of them: it ends, its words are words, and its limits hold. */
TEST(bytes_that_were_turned_do_no_harm)
{
	struct losses tally = { .what = "http, turned" };
	struct lot lot = { torture_seed(81) };
	long i, times = torture_number("TURNED", 100);
	struct asked asked;
	uint32_t k;

	for (i = 0; i < times; i++) {
		struct shape shape = shapes[toss(&lot, sizeof(shapes) / sizeof(*shapes))];
		const struct told told = { shape.bytes, shape.n, POLITELY };

		for (k = toss(&lot, TURNS) + 1; k; k--)
			shape.bytes[toss(&lot, (uint32_t)shape.n)] = (char)toss(&lot, 256);
		ask(&told, false, &asked);
		tally.rounds++;
		tally.faults++;
		tally.refusals += !asked.good;
		if (asked.good && (asked.answer.status < 200 || asked.answer.status > 999 ||
				   asked.answer.body.len > ANSWER))
			loss(&tally, "turned %ld: status %d", i, asked.answer.status);
		if (!asked.good && !*asked.fault.detail)
			loss(&tally, "turned %ld: %s, without a word", i, asked.fault.reason);
		asked_no_more(&asked);
	}
	losses_judge(&tally);
}

/* An answer that passes for whole where it is not would be found. */
TEST(a_planted_one_is_found)
{
	struct losses tally = { .what = "http, cut (planted)", .planted = true };
	struct shape planted = shapes[0];
	struct lot lot = { torture_seed(82) };

	planted.least = planted.n + 1;		/* as if a byte were missing always */
	cut(&tally, &planted, POLITELY, false, &lot, 0);
	losses_judge(&tally);
}

FIXTURE(set_up)
{
	char pem[CERTIFICATE_PEM];
	int fd = mkstemp(ca_file);

	root = certificate_make((struct certificate_wish){ .name = "Root", .authority = true });
	good = certificate_make((struct certificate_wish){ .name = "good",
			.for_whom = "DNS:localhost", .by = &root });
	certificate_pem(&root, pem);
	assert_true(fd >= 0 && write(fd, pem, strlen(pem)) == (ssize_t)strlen(pem));
	make_shapes();
	return close(fd);
}

FIXTURE(clean_up)
{
	certificate_release(&root);
	certificate_release(&good);
	return unlink(ca_file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(half_an_answer_never_passes_for_one),
		CASE(bytes_that_were_turned_do_no_harm), CASE(a_planted_one_is_found),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
