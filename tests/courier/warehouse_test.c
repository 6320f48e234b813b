/* warehouse_test.c: what warehouses over HTTPS have in common: what is wrong on the way has
 * its reason with each of them, and none of those who are there hears or repeats a
 * credential.  All of them are stand-ins. */
#include "tests/expect.h"
#include "tests/courier/told.h"
#include "tests/net/fault_server.h"

#include <sys/socket.h>
#include <unistd.h>

#include "base/attr.h"

#define SECRET "canary-4711"
#define SHORT "1500"
#define LONG "20000"
#define JSON(status, body) "HTTP/1.1 " status "\r\nContent-Type: application/json\r\n" \
	"Connection: close\r\n\r\n" body

/* Each, and the first words of one that is what it is wanted to be. */
static const struct warehouse { const char *type, *good; } all[] = {
	{ "clickhouse", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
	  "X-ClickHouse-Server-Display-Name: here\r\nConnection: close\r\n\r\nOk.\n" },
	{ "trino", JSON("200 OK", "{\"nodeVersion\":{\"version\":\"435\"}}") },
	{ "presto", JSON("200 OK", "{\"nodeVersion\":{\"version\":\"0.286\"}}") },
	{ "starburst", JSON("200 OK", "{\"nodeVersion\":{\"version\":\"435-e\"}}") },
	{ "databricks", JSON("401 No", "{\"error_code\":401,\"message\":\"no\"}") },
	{ "athena", JSON("400 No", "{\"__type\":\"MissingAuthenticationTokenException\"}") },
};

/* All that any of them may be told: where it is, at a host or at an endpoint. */
static const char *asks(const char *type, const char *origin, const char *ms, const char *more)
{
	static char letter[8192];

	snprintf(letter, sizeof(letter), "{\"type\":\"%s\",\"timeout_ms\":%s,\"fields\":{"
		 "\"host\":\"athena.eu-west-3.nowhere.invalid\",\"port\":\"8443\",\"jdbc_url\":"
		 "\"jdbc:databricks://nowhere.invalid:443;httpPath=/sql/1.0/warehouses/1a\","
		 "\"username\":\"reader\",\"access_key_id\":\"AKIDEXAMPLE1\",\"output_path\":"
		 "\"s3://acme/\"%s%s},\"secrets\":{\"password\":\"" SECRET "\",\"access_token\":\""
		 SECRET "\",\"secret_access_key\":\"" SECRET "\"}}", type, ms,
		 origin ? ",\"endpoint\":\"@\"" : "", more);
	return told(letter, origin ? origin : "");
}

static void fails(const char *said, const char *reason, const char *detail)
{
	told_step(said, "connect", "fail", reason, detail, NULL);
	assert_null(strstr(said, SECRET));
}

static void no_credential(const struct fault_server *server)
{
	assert_null(strstr(server->seen->text, SECRET));
	assert_null(strstr(server->seen->text, "Authorization"));
}

/* ---- nobody is there --------------------------------------------------------------------- */

TEST(a_name_that_is_not_known)
{
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++)
		fails(asks(all[i].type, NULL, LONG, ""), "dns", NULL);
}

TEST(where_nobody_listens)
{
	struct fault_server server = { .serve = NULL };
	size_t i;

	fault_start(&server);
	fault_stop(&server);
	for (i = 0; i < COUNT_OF(all); i++)
		fails(asks(all[i].type, server.origin, LONG, ""), "refused", NULL);
}

/* ---- somebody is, and not what is wanted ---------------------------------------------------- */

static void says(struct fault_line *line, const void *told_text)
{
	if (fault_take(line))
		(void)fault_text(line, told_text);
}

static void hangs(struct fault_line *line, const void *nothing)
{
	(void)nothing;
	if (fault_take(line))
		fault_hang(line);
}

static void never_ends(struct fault_line *line, const void *nothing)
{
	static const char begin[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
	static char much[65536];

	(void)nothing;
	memset(much, '[', sizeof(much));
	if (fault_take(line) && fault_text(line, begin))
		while (fault_say(line, much, sizeof(much)))
			;
}

static const struct {
	void (*serve)(struct fault_line *line, const void *told_text);
	const char *told, *ms, *reason, *detail;
} others[] = {
	{ says, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n"
	  "<html>sign in", LONG, "not-this-api", NULL },
	{ says, JSON("200 OK", "{\"name\":\"elasticsearch\"}"), LONG, "not-this-api", NULL },
	{ says, JSON("404 No", "{\"detail\":\"gone\"}"), LONG, "not-this-api", NULL },
	{ says, "HTTP/1.1 302 There\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n"
	  "\r\n", LONG, "redirected", "evil.example" },
	{ says, JSON("500 No", "{\"message\":\"oh\"}"), LONG, "server-error", NULL },
	{ says, JSON("429 No\r\nRetry-After: 7", "{\"message\":\"slow down\"}"), LONG,
	  "rate-limited", NULL },
	{ says, "SSH-2.0-OpenSSH_9.2\r\n", LONG, "protocol", NULL },
	{ never_ends, NULL, LONG, "too-big", NULL },
	{ hangs, NULL, SHORT, "timeout", NULL },
};

TEST(something_else_is_there)
{
	size_t i, k;

	for (i = 0; i < COUNT_OF(all); i++)
		for (k = 0; k < COUNT_OF(others); k++) {
			struct fault_server server = { .serve = others[k].serve,
						       .told = others[k].told };

			fault_start(&server);
			fails(asks(all[i].type, server.origin, others[k].ms, ""),
			      others[k].reason, others[k].detail);
			no_credential(&server);
			fault_stop(&server);
		}
}

static char ca_file[] = "/tmp/gatehouse-ca.XXXXXX", trusting[128];	/* field of the letter */

/* ---- in the clear on this machine ---------------------------------------------------------- */

/* As a form has it: no test endpoint. */
static const char *asks_here(const char *type, const char *host, int port, const char *more)
{
	static char letter[2048];

	snprintf(letter, sizeof(letter), "{\"type\":\"%s\",\"timeout_ms\":20000,\"fields\":{"
		 "\"host\":\"%s\",\"port\":\"%d\",\"jdbc_url\":\"jdbc:databricks://%s:%d;"
		 "httpPath=/sql/1.0/warehouses/1a\",\"username\":\"reader\",\"access_key_id\":"
		 "\"AKIDEXAMPLE1\",\"output_path\":\"s3://acme/\"%s},\"secrets\":{\"password\":\""
		 SECRET "\",\"access_token\":\"" SECRET "\",\"secret_access_key\":\"" SECRET
		 "\"}}", type, host, port, host, port, more);
	return told(letter, "");
}

/* Anybody who may open a port here: not TLS, and each word in the hope of a credential. */
static void lures(struct fault_line *line, const void *told_text)
{
	char first;

	if (recv(line->fd, &first, 1, MSG_PEEK) == 1 && first == 0x16)
		(void)fault_text(line, "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n");
	else if (fault_take(line))
		(void)fault_text(line, told_text);
}

static void lured(const struct warehouse *one, const char *answer, const char *more,
		  const char *reason)
{
	struct fault_server server = { .serve = lures, .told = answer };
	const char *said;

	fault_start(&server);
	said = asks_here(one->type, "localhost", server.port, more);
	fails(said, reason, NULL);
	no_credential(&server);
	/* Where TLS is meant no word is said at all. */
	if (strcmp(reason, "not-tls") == 0)
		assert_int_equal(server.seen->requests, 0);
	fault_stop(&server);
}

TEST(who_took_the_port_of_this_machine_hears_no_credential)
{
	static const char *const refusals[] = { JSON("401 No", ""), JSON("403 No", ""),
		JSON("401 No", "{\"error_code\":401,\"message\":\"no\"}"),
		JSON("200 OK", "{}") };
	size_t i, k;

	for (i = 0; i < COUNT_OF(all) - 1; i++) {	/* Athena's host is never here */
		bool plain = strcmp(all[i].type, "databricks") != 0;

		for (k = 0; k < COUNT_OF(refusals); k++) {
			lured(&all[i], refusals[k], "", plain ? "not-this-api" : "not-tls");
			lured(&all[i], refusals[k], trusting, "not-tls");
		}
		lured(&all[i], all[i].good, trusting, "not-tls");
	}
}

TEST(by_plain_http_a_password_goes_to_clickhouse_alone)
{
	size_t i;

	for (i = 0; i < COUNT_OF(all) && strcmp(all[i].type, "databricks") != 0; i++) {
		struct fault_server server = { .serve = lures, .told = all[i].good };
		const char *said;

		fault_start(&server);
		said = asks_here(all[i].type, "127.0.0.1", server.port, "");
		told_step(said, "connect", "warn", NULL, "nothing is encrypted", NULL);
		if (strcmp(all[i].type, "clickhouse") == 0) {
			assert_non_null(strstr(server.seen->text, "Authorization: Basic"));
		} else {
			told_step(said, "auth", "fail", "not-tls", "no password is sent", "8443");
			no_credential(&server);
		}
		fault_stop(&server);
	}
}

/* ---- certificates ------------------------------------------------------------------------ */

static struct certificate root, stranger, good, unknown, elsewhere, expired;

static void tries(const struct warehouse *one, const struct certificate *shown,
		  const char *reason)
{
	const struct fault_tls tls = { .certificate = shown };
	struct fault_server server = { .serve = says, .told = one->good, .tls = &tls };
	char origin[64];
	const char *said;

	fault_start(&server);
	snprintf(origin, sizeof(origin), "https://127.0.0.1:%d", server.port);
	said = asks(one->type, origin, LONG, trusting);
	if (reason)
		fails(said, reason, NULL);
	else
		told_step(said, "connect", "ok", NULL, NULL, NULL);
	assert_int_equal(server.seen->requests == 0, reason != NULL);
	assert_null(strstr(said, SECRET));
	fault_stop(&server);
}

TEST(certificates_are_judged)
{
	size_t i;

	for (i = 0; i < COUNT_OF(all); i++) {
		tries(&all[i], &good, NULL);
		tries(&all[i], &unknown, "tls-untrusted");
		tries(&all[i], &elsewhere, "tls-hostname");
		tries(&all[i], &expired, "tls-expired");
	}
}

#define MAKE(called, ...) \
	certificate_make((struct certificate_wish){ .name = called, __VA_ARGS__ })
#define HERE "DNS:localhost,IP:127.0.0.1"

FIXTURE(set_up)
{
	char pem[CERTIFICATE_PEM];
	int fd = mkstemp(ca_file);

	root = MAKE("Root of the test", .authority = true);
	stranger = MAKE("Root of a stranger", .authority = true);
	good = MAKE("good", .for_whom = HERE, .by = &root);
	unknown = MAKE("unknown", .for_whom = HERE, .by = &stranger);
	elsewhere = MAKE("elsewhere", .for_whom = "DNS:other.example", .by = &root);
	expired = MAKE("expired", .for_whom = HERE, .by = &root, .from = -30, .until = -1);
	certificate_pem(&root, pem);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, pem, strlen(pem)), strlen(pem));
	close(fd);
	snprintf(trusting, sizeof(trusting), ",\"ca_file\":\"%s\"", ca_file);
	return 0;
}

FIXTURE(clean_up)
{
	certificate_release(&root);
	certificate_release(&stranger);
	certificate_release(&good);
	certificate_release(&unknown);
	certificate_release(&elsewhere);
	certificate_release(&expired);
	return unlink(ca_file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_name_that_is_not_known), CASE(where_nobody_listens),
		CASE(something_else_is_there),
		CASE(who_took_the_port_of_this_machine_hears_no_credential),
		CASE(by_plain_http_a_password_goes_to_clickhouse_alone),
		CASE(certificates_are_judged) };

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
