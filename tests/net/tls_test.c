/* tls_test.c: requests to servers whose certificates, keys and versions are as they should
 * not be: each has its reason and what helps, and none gets a byte of the request. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "net/http_priv.h"
#include "tests/net/asking.h"

#define SECRET "canary-4711"
#define GOOD "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

/* ---- who there is ------------------------------------------------------------------ */

static struct certificate root, stranger, between, client_root, good, expired, future,
	elsewhere, unknown, lonely, under_between, weak, hashed;

#define HERE "DNS:localhost,IP:127.0.0.1"
#define MAKE(called, ...) \
	certificate_make((struct certificate_wish){ .name = called, __VA_ARGS__ })

static void make_all(void)
{
	root = MAKE("Root of the test", .authority = true);
	stranger = MAKE("Root of a stranger", .authority = true);
	client_root = MAKE("Root of clients", .authority = true);
	between = MAKE("Between", .authority = true, .by = &root);
	good = MAKE("good", .for_whom = HERE, .by = &root);
	expired = MAKE("expired", .for_whom = HERE, .by = &root, .from = -30, .until = -1);
	future = MAKE("future", .for_whom = HERE, .by = &root, .from = 2, .until = 30);
	elsewhere = MAKE("elsewhere", .for_whom = "DNS:other.example,IP:192.0.2.7", .by = &root);
	unknown = MAKE("unknown", .for_whom = HERE, .by = &stranger);
	lonely = MAKE("lonely", .for_whom = HERE);
	under_between = MAKE("under-between", .for_whom = HERE, .by = &between);
	weak = MAKE("weak", .for_whom = HERE, .by = &root, .rsa = 1024);
	hashed = MAKE("hashed", .for_whom = HERE, .by = &root, .digest = "SHA1");
}

static char ca_file[] = "/tmp/gatehouse-ca.XXXXXX", keys_file[64];

static void write_ca(const char *text, size_t n)
{
	int fd = open(ca_file, O_WRONLY | O_TRUNC | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, n), n);
	assert_int_equal(close(fd), 0);
}

static void trust(const struct certificate *one, const struct certificate *other)
{
	char pem[2 * CERTIFICATE_PEM];

	certificate_pem(one, pem);
	if (other)
		certificate_pem(other, pem + strlen(pem));
	write_ca(pem, strlen(pem));
}

static void says(struct fault_line *line, const void *told)
{
	while (fault_take(line) && fault_text(line, told))
		;
}

/* ---- judged ------------------------------------------------------------------------- */

struct wanted {
	const char *what;
	struct fault_tls tls;
	const struct certificate *trusted, *too;	/* trusted NULL: the system's */
	const char *reason;				/* NULL: it answers */
	const char *detail, *fix;			/* somewhere in it; NULL: whatever */
	bool by_address;
};

static void ask_one(const struct wanted *one)
{
	struct fault_server server = { .serve = says, .told = GOOD, .tls = &one->tls };
	const struct http_ask ask = { .target = "/", .authorization = "Bearer " SECRET };
	const char *reason;
	char origin[64];
	struct asked asked;

	if (one->trusted)
		trust(one->trusted, one->too);
	fault_start(&server);
	snprintf(origin, sizeof(origin), "https://%s:%d", one->by_address ? "127.0.0.1" :
		 "localhost", server.port);
	asked_at(&asked, origin, one->trusted ? ca_file : NULL, &ask, SOON);
	reason = asked.good ? "an answer" : asked.fault.reason;
	if (strcmp(reason, one->reason ? one->reason : "an answer") != 0)
		fail_msg("%s: %s, \"%s\"", one->what, reason, asked.fault.detail);
	if (one->detail && !strstr(asked.fault.detail, one->detail))
		fail_msg("%s: \"%s\"", one->what, asked.fault.detail);
	if (one->fix && !strstr(asked.fault.fix, one->fix))
		fail_msg("%s: \"%s\"", one->what, asked.fault.fix);
	assert_int_equal(server.seen->requests, asked.good);
	/* Nobody who was not trusted got a byte. */
	if (!asked.good)
		assert_int_equal(server.seen->n, 0);
	asked_no_more(&asked);
	fault_stop(&server);
}

static void ask_all(const struct wanted *all, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		ask_one(&all[i]);
}

#define ASK_ALL(all) ask_all(all, sizeof(all) / sizeof(*(all)))

TEST(who_is_trusted)
{
	const struct wanted all[] = {
		{ .what = "good", .tls = { .certificate = &good }, .trusted = &root },
		{ .what = "by its address", .tls = { .certificate = &good },
		  .trusted = &root, .by_address = true },
		{ .what = "TLS 1.2",
		  .tls = { .certificate = &good, .version = TLS1_2_VERSION },
		  .trusted = &root },
		{ .what = "with the link between",
		  .tls = { .certificate = &under_between, .chain = &between },
		  .trusted = &root },
		{ .what = "one of two authorities", .tls = { .certificate = &good },
		  .trusted = &stranger, .too = &root },
		{ .what = "the link between as authority",
		  .tls = { .certificate = &under_between }, .trusted = &between },
		{ .what = "itself as authority", .tls = { .certificate = &lonely },
		  .trusted = &lonely },
		{ .what = "its own certificate as authority",
		  .tls = { .certificate = &under_between }, .trusted = &under_between },
		{ .what = "a client certificate is welcome, and not needed",
		  .tls = { .certificate = &good, .clients = &client_root, .lenient = true },
		  .trusted = &root },
	};

	ASK_ALL(all);
}

TEST(who_is_not)
{
	char sum[EVP_MAX_MD_SIZE * 3] = "SHA-256 ", *at = sum + strlen(sum);
	unsigned char bytes[EVP_MAX_MD_SIZE];
	unsigned n, i;
	const struct wanted all[] = {
		{ .what = "expired", .tls = { .certificate = &expired }, .trusted = &root,
		  .reason = "tls-expired", .detail = "valid from" },
		{ .what = "not yet valid", .tls = { .certificate = &future },
		  .trusted = &root, .reason = "tls-not-yet", .detail = "valid from" },
		{ .what = "for another host", .tls = { .certificate = &elsewhere },
		  .trusted = &root, .reason = "tls-hostname",
		  .detail = "it is for other.example 192.0.2.7" },
		{ .what = "for another address", .tls = { .certificate = &elsewhere },
		  .trusted = &root, .reason = "tls-hostname",
		  .detail = "it is for other.example", .by_address = true },
		{ .what = "of a root that nobody knows", .tls = { .certificate = &unknown },
		  .trusted = &root, .reason = "tls-untrusted",
		  .detail = "unknown was issued by /CN=Root of a stranger", .fix = sum },
		{ .what = "by itself", .tls = { .certificate = &lonely }, .trusted = &root,
		  .reason = "tls-untrusted", .detail = "self",
		  .fix = "give the certificate of /CN=lonely as CA file" },
		{ .what = "without the link between",
		  .tls = { .certificate = &under_between }, .trusted = &root,
		  .reason = "tls-untrusted", .detail = "the server sent 1 certificate",
		  .fix = "let the server send its whole chain" },
		{ .what = "of a short key", .tls = { .certificate = &weak },
		  .trusted = &root, .reason = "tls-weak" },
		{ .what = "by an old hash", .tls = { .certificate = &hashed },
		  .trusted = &root, .reason = "tls-weak" },
		{ .what = "TLS 1.1",
		  .tls = { .certificate = &good, .version = TLS1_1_VERSION },
		  .trusted = &root, .reason = "tls-weak" },
		{ .what = "TLS 1.0",
		  .tls = { .certificate = &good, .version = TLS1_VERSION },
		  .trusted = &root, .reason = "tls-weak" },
		{ .what = "a client certificate is wanted, TLS 1.2",
		  .tls = { .certificate = &good, .clients = &client_root, .version = TLS1_2_VERSION },
		  .trusted = &root, .reason = "tls-client-cert" },
	};

	assert_int_equal(X509_digest(unknown.x509, EVP_sha256(), bytes, &n), 1);
	for (i = 0; i < n; i++)
		at += sprintf(at, i + 1 < n ? "%02X:" : "%02X.", bytes[i]);
	ASK_ALL(all);
}

/* A bare machine may have no list of authorities at all: that is said. */
TEST(where_the_systems_count)
{
	const bool bare = access("/etc/ssl/certs/ca-certificates.crt", F_OK) != 0;
	const struct wanted all[] = {
		{ .what = "one of ours", .tls = { .certificate = &good },
		  .reason = bare ? "config" : "tls-untrusted",
		  .detail = bare ? "" : "issued by /CN=Root of the test",
		  .fix = bare ? "ca-certificates" : "SHA-256" },
	};

	ASK_ALL(all);
}

/* With TLS 1.3 the server says so when the request is on its way; with a page, if it is a
 * web server. */
TEST(a_client_certificate_is_wanted_afterwards)
{
	const struct fault_tls strict = { .certificate = &good, .clients = &client_root },
		lenient = { .certificate = &good, .clients = &client_root,
			    .lenient = true };
	static const char page[] = "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n"
		"Content-Length: 40\r\n\r\n<center>No required SSL certificate was ";
	static const char json[] = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json"
		"\r\nContent-Length: 2\r\n\r\n{}";
	const struct { const struct fault_tls *tls; const char *told, *reason; } all[] = {
		{ &strict, GOOD, "tls-client-cert" }, { &lenient, page, "tls-client-cert" },
		{ &lenient, json, NULL } };
	const struct http_ask ask = { .target = "/" };
	struct asked asked;
	size_t i;

	trust(&root, NULL);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = says, .told = all[i].told,
					       .tls = all[i].tls };

		fault_start(&server);
		asked_at(&asked, server.origin, ca_file, &ask, SOON);
		assert_int_equal(asked.good, all[i].reason == NULL);
		if (!asked.good)
			assert_string_equal(asked.fault.reason, all[i].reason);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* ---- no handshake ---------------------------------------------------------------------- */

static void says_at_once(struct fault_line *line, const void *told)
{
	char hello[1024];

	if (read(line->fd, hello, sizeof(hello)) > 0)
		(void)fault_text(line, told);
}

static void resets(struct fault_line *line, const void *told)
{
	char hello[1024];

	(void)told;
	if (read(line->fd, hello, sizeof(hello)) > 0)
		fault_reset(line);
}

static void hangs(struct fault_line *line, const void *told)
{
	(void)told;
	fault_hang(line);
}

TEST(who_does_not_speak_tls)
{
	static const struct {
		const char *what;
		void (*serve)(struct fault_line *line, const void *told);
		const char *told, *reason;
		int ms;
	} all[] = {
		{ "HTTP", says_at_once, "HTTP/1.1 400 Bad Request\r\n\r\n", "not-tls", SOON },
		{ "SSH", says_at_once, "SSH-2.0-OpenSSH_9.2\r\n", "not-tls", SOON },
		{ "SMTP", says_at_once, "220 mail.example ESMTP\r\n", "not-tls", SOON },
		{ "an end", says_at_once, "", "reset", SOON },
		{ "a cut", resets, NULL, "reset", SOON },
		{ "nothing", hangs, NULL, "timeout", SHORT },
	};
	const struct http_ask ask = { .target = "/", .authorization = "Bearer " SECRET };
	char origin[64];
	struct asked asked;
	size_t i;

	trust(&root, NULL);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = all[i].serve, .told = all[i].told };

		fault_start(&server);
		snprintf(origin, sizeof(origin), "https://localhost:%d", server.port);
		asked_at(&asked, origin, ca_file, &ask, all[i].ms);
		if (asked.good || strcmp(asked.fault.reason, all[i].reason) != 0)
			fail_msg("%s: %s, %s", all[i].what, asked.good ? "an answer" :
				 asked.fault.reason, asked.fault.detail);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

static void alerts(struct fault_line *line, const void *told)
{
	unsigned char record[] = { 21, 3, 3, 0, 2, 2, *(const unsigned char *)told };
	char hello[1024];

	if (read(line->fd, hello, sizeof(hello)) > 0)
		(void)fault_say(line, record, sizeof(record));
}

/* By the number that comes over the wire (RFC 8446 6.2), whatever OpenSSL calls it. */
TEST(what_is_alerted)
{
	static const struct { unsigned char alert; const char *reason; } all[] = {
		{ 40, "tls-weak" }, { 70, "tls-weak" }, { 71, "tls-weak" },
		{ 42, "tls-client-cert" }, { 48, "tls-client-cert" },
		{ 116, "tls-client-cert" }, { 112, "tls-hostname" }, { 80, "protocol" },
		{ 50, "protocol" } };
	const struct http_ask ask = { .target = "/" };
	char origin[64];
	struct asked asked;
	size_t i;

	trust(&root, NULL);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = alerts, .told = &all[i].alert };

		fault_start(&server);
		snprintf(origin, sizeof(origin), "https://localhost:%d", server.port);
		asked_at(&asked, origin, ca_file, &ask, SOON);
		if (asked.good || strcmp(asked.fault.reason, all[i].reason) != 0)
			fail_msg("%d: %s, %s", all[i].alert, asked.good ? "an answer" :
				 asked.fault.reason, asked.fault.detail);
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

TEST(tls_where_none_is_spoken)
{
	const struct fault_tls tls = { .certificate = &good };
	struct fault_server server = { .serve = says, .told = GOOD, .tls = &tls };
	const struct http_ask ask = { .target = "/" };
	char origin[64];
	struct asked asked;

	fault_start(&server);
	snprintf(origin, sizeof(origin), "http://127.0.0.1:%d", server.port);
	asked_at(&asked, origin, NULL, &ask, SOON);
	assert_false(asked.good);
	/* It closes, or alerts, which is no HTTP either. */
	assert_true(strcmp(asked.fault.reason, "protocol") == 0 ||
		    strcmp(asked.fault.reason, "reset") == 0);
	asked_no_more(&asked);
	fault_stop(&server);
}

/* The body ends where the connection does: who cuts that cuts the body (RFC 9112 9.8). */
static void ends_without_a_word(struct fault_line *line, const void *told)
{
	if (fault_take(line) && fault_text(line, told)) {
		close(line->fd);
		_exit(0);
	}
}

static void ends_with_a_word(struct fault_line *line, const void *told)
{
	if (fault_take(line))
		(void)fault_text(line, told);
}

TEST(a_body_that_is_cut_within_tls)
{
	static const struct {
		void (*serve)(struct fault_line *line, const void *told);
		const char *told;
		bool good;
	} all[] = {
		{ ends_without_a_word, "HTTP/1.1 200 OK\r\n\r\n{\"a\":", false },
		{ ends_with_a_word, "HTTP/1.1 200 OK\r\n\r\n{\"a\":1}", true },
		/* Where its end is said, nobody minds. */
		{ ends_without_a_word, GOOD, true },
		{ ends_without_a_word, "HTTP/1.1 204 No Content\r\n\r\n", true },
		{ ends_without_a_word, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
		  "2\r\n{}\r\n0\r\n\r\n", true },
	};
	const struct fault_tls tls = { .certificate = &good };
	const struct http_ask ask = { .target = "/", .method = "POST" };
	struct asked asked;
	size_t i;

	trust(&root, NULL);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct fault_server server = { .serve = all[i].serve, .told = all[i].told,
					       .tls = &tls };

		fault_start(&server);
		asked_at(&asked, server.origin, ca_file, &ask, SOON);
		if (asked.good != all[i].good)
			fail_msg("%zu: %s", i, asked.good ? "an answer" : asked.fault.detail);
		if (!asked.good)
			assert_string_equal(asked.fault.reason, "reset");
		asked_no_more(&asked);
		fault_stop(&server);
	}
}

/* ---- the CA file ------------------------------------------------------------------------ */

TEST(files_that_are_no_authority)
{
	static char much[(256 << 10) + 1];
	char pem[CERTIFICATE_PEM], key[CERTIFICATE_PEM];
	struct net_fault fault;
	struct http_site site = { .origin = "https://localhost:1", .ca_file = ca_file };
	size_t i;

	certificate_pem(&root, pem);
	certificate_key_pem(&root, NULL, key);
	memset(much, '\n', sizeof(much));
	struct { const char *text; size_t n; } texts[] = {
		{ "", 0 }, { "hello", 5 }, { key, strlen(key) }, { pem, strlen(pem) / 2 },
		{ pem + 11, strlen(pem) - 11 }, { much, sizeof(much) }, { "\0\0\0", 3 } };

	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		write_ca(texts[i].text, texts[i].n);
		assert_null(http_new(&site, &fault));
		assert_string_equal(fault.reason, "config");
		assert_non_null(strstr(fault.detail, ca_file));
	}
	for (i = 0; i < 3; i++) {
		site.ca_file = i == 0 ? "/nowhere.pem" : i == 1 ? "/tmp" : "/dev/zero";
		assert_null(http_new(&site, &fault));
		assert_string_equal(fault.reason, "config");
		assert_non_null(strstr(fault.detail, site.ca_file));
	}
}

/* Who is given an authority keeps those of the system. */
TEST(an_authority_is_added)
{
	const struct fault_tls tls = { .certificate = &good };
	struct fault_server server = { .serve = says, .told = GOOD, .tls = &tls };
	const struct http_ask ask = { .target = "/" };
	const char *folder = NULL;
	struct asked asked;

	trust(&root, NULL);
	fault_start(&server);
	asked_at(&asked, server.origin, ca_file, &ask, SOON);
	assert_true(asked.good);
	assert_int_equal(curl_easy_getinfo(asked.http->easy, CURLINFO_CAPATH, &folder),
			 CURLE_OK);
	assert_non_null(folder);
	asked_no_more(&asked);
	fault_stop(&server);
}

/* Keys of connections are written nowhere, whatever the environment asks for. */
TEST(no_keys_are_logged)
{
	struct stat file;

	assert_int_equal(stat(keys_file, &file), -1);
}

FIXTURE(set_up)
{
	int fd = mkstemp(ca_file);

	assert_true(fd >= 0);
	assert_int_equal(close(fd), 0);
	snprintf(keys_file, sizeof(keys_file), "%s.keys", ca_file);
	setenv("SSLKEYLOGFILE", keys_file, 1);
	make_all();
	return 0;
}

FIXTURE(clean_up)
{
	struct certificate *const all[] = { &root, &stranger, &between, &client_root, &good,
		&expired, &future, &elsewhere, &unknown, &lonely, &under_between, &weak,
		&hashed };
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		certificate_release(all[i]);
	unlink(keys_file);
	return unlink(ca_file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(who_is_trusted), CASE(who_is_not),
		CASE(where_the_systems_count),
		CASE(a_client_certificate_is_wanted_afterwards), CASE(who_does_not_speak_tls),
		CASE(what_is_alerted), CASE(tls_where_none_is_spoken),
		CASE(a_body_that_is_cut_within_tls), CASE(files_that_are_no_authority),
		CASE(an_authority_is_added), CASE(no_keys_are_logged),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
