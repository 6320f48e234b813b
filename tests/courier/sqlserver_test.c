/* sqlserver_test.c: the check of SQL Server, by FreeTDS, against a stand-in (tds.h) and
 * against what no server should be. */
#include "tests/expect.h"
#include "tests/courier/asked.h"
#include "tests/courier/tds.h"

#include <unistd.h>

static const char program[] = "probe-sqlserver";
enum { SOON = 30000, SHORT = 900 /* ms */ };

static struct certificate root, good, stranger, elsewhere, expired;
static char ca[] = "/tmp/gatehouse-tds-XXXXXX", by_root[128];

#define MAKE(...) certificate_make((struct certificate_wish){ __VA_ARGS__ })

static void ask_of(const struct tds_server *told, const char *secrets, const char *more,
		   struct asked *asked)
{
	struct server server = { .manner = AS_TOLD, .serve = tds_serve, .told = told };

	server_start(&server);
	ask(program, "127.0.0.1", server.text, secrets, more, SOON, asked);
	server_stop(&server);
}

static const struct check_step *step(const struct asked *asked, const char *name)
{
	size_t i;

	for (i = 0; i < asked->check.n_steps; i++)
		if (strcmp(asked->check.steps[i].step, name) == 0)
			return &asked->check.steps[i];
	fail_msg("there is no step %s", name);
	return NULL;
}

TEST(a_good_one_is_ok_step_by_step)
{
	const struct tds_server told = { .certificate = &good };
	struct asked asked;

	ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
	asked_is(&asked, "connect", "ok", "");
	asked_is(&asked, "tls", "ok", "");
	/* Encrypted, and no more than that is said. */
	assert_non_null(strstr(asked_detail(&asked, "tls"),
			       "TLSv1.2, ECDHE-ECDSA-AES256-GCM-SHA384, the certificate was not "
			       "looked at"));
	asked_is(&asked, "auth", "ok", "");
	asked_is(&asked, "read", "ok", "");
	assert_int_equal(asked.check.status, CHECK_OK);
	assert_string_equal(asked.check.server, "Microsoft SQL Server 16.0.1202.3");
	assert_string_equal(asked.check.identity, "reader");
	asked_forget(&asked);
}

TEST(where_nothing_is_said_of_it_it_is_encrypted_or_not_at_all)
{
	const struct tds_server told = { .certificate = NULL };
	struct asked asked;

	ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
	asked_is(&asked, "tls", "fail", "not-tls");
	asked_is(&asked, "auth", "skip", "");
	assert_string_equal(asked.check.server, "Microsoft SQL Server 16.0.1202");
	asked_forget(&asked);
	ask_of(&told, PASSWORD(SERVER_PASSWORD), ",\"ssl\":\"prefer\"", &asked);
	asked_is(&asked, "tls", "skip", "");		/* this machine alone */
	asked_is(&asked, "read", "ok", "");
	asked_forget(&asked);
	ask_of(&told, PASSWORD(SERVER_PASSWORD), ",\"ssl\":\"disable\"", &asked);
	asked_is(&asked, "auth", "ok", "");
	asked_forget(&asked);
}

TEST(certificates_are_judged_where_that_is_asked_for)
{
	const struct { const struct certificate *of; const char *reason; } all[] = {
		{ &good, "" }, { &stranger, "tls-untrusted" }, { &elsewhere, "tls-hostname" },
		{ &expired, "tls-expired" } };
	struct asked asked;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		struct tds_server told = { .certificate = all[i].of };

		ask_of(&told, PASSWORD(SERVER_PASSWORD), by_root, &asked);
		asked_is(&asked, "tls", *all[i].reason ? "fail" : "ok", all[i].reason);
		if (!*all[i].reason) {
			asked_is(&asked, "read", "ok", "");
			assert_null(strstr(asked_detail(&asked, "tls"), "not looked at"));
		}
		asked_forget(&asked);
	}
}

static const struct { int error; const char *reason, *fix; } refusals[] = {
	{ 18456, "auth-bad", "error log of SQL Server" }, { 18452, "auth-bad", "Windows" },
	{ 18470, "suspended", NULL }, { 18486, "suspended", NULL },
	{ 18487, "auth-expired", NULL }, { 18488, "auth-expired", NULL },
	{ 4064, "not-found", NULL }, { 916, "forbidden", NULL }, { 40615, "forbidden", "firewall" },
	{ 40532, "not-found", "user@server" }, { 10928, "rate-limited", NULL },
	{ 17142, "server-error", NULL },
};

TEST(what_it_refuses_is_told_by_its_number)
{
	struct asked asked;
	char number[16];
	size_t i;

	for (i = 0; i < sizeof(refusals) / sizeof(*refusals); i++) {
		struct tds_server told = { .certificate = &good, .error = refusals[i].error };

		ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
		asked_is(&asked, "auth", "fail", refusals[i].reason);
		snprintf(number, sizeof(number), "%d", refusals[i].error);
		assert_string_equal(step(&asked, "auth")->native, number);
		if (refusals[i].fix)
			assert_non_null(strstr(step(&asked, "auth")->fix, refusals[i].fix));
		asked_forget(&asked);
	}
}

TEST(a_wrong_password_no_database_no_word_and_no_right_to_read)
{
	struct tds_server told = { .certificate = &good };
	struct asked asked;

	ask_of(&told, PASSWORD("nope"), "", &asked);
	asked_is(&asked, "auth", "fail", "auth-bad");
	assert_string_equal(step(&asked, "auth")->native, "18456");
	asked_forget(&asked);
	told.nowhere = "orders";
	ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
	asked_is(&asked, "auth", "fail", "not-found");	/* not what comes behind it */
	assert_string_equal(step(&asked, "auth")->native, "4060");
	asked_forget(&asked);
	told = (struct tds_server){ .certificate = &good, .ends = true };
	ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
	asked_is(&asked, "auth", "fail", "reset");
	assert_string_equal(step(&asked, "auth")->native, "20017");
	asked_forget(&asked);
	told = (struct tds_server){ .certificate = &good, .query_error = 229 };
	ask_of(&told, PASSWORD(SERVER_PASSWORD), "", &asked);
	asked_is(&asked, "read", "fail", "forbidden");
	asked_forget(&asked);
}

static const struct {
	enum manner manner;
	const char *ssl, *step, *reason;
} faults[] = {
	{ HANGS, "require", "tls", "timeout" }, { HANGS, "disable", "auth", "timeout" },
	{ RESETS, "require", "tls", "reset" }, { CLOSES, "require", "tls", "reset" },
	{ CLOSES, "disable", "auth", "reset" }, { GARBAGE, "require", "tls", "protocol" },
	{ WEB, "require", "tls", "protocol" },
};

TEST(each_fault_has_its_reason)
{
	struct asked asked;
	char more[64];
	size_t i;

	for (i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		struct server server = { .manner = faults[i].manner };

		server_start(&server);
		snprintf(more, sizeof(more), ",\"ssl\":\"%s\"", faults[i].ssl);
		ask(program, "127.0.0.1", server.text, PASSWORD(SERVER_PASSWORD), more,
		    faults[i].manner == HANGS ? SHORT : SOON, &asked);
		asked_is(&asked, "connect", "ok", "");
		asked_is(&asked, faults[i].step, "fail", faults[i].reason);
		asked_is(&asked, "read", "skip", "");
		asked_forget(&asked);
		server_stop(&server);
	}
}

TEST(nobody_there_and_nothing_to_ask_with)
{
	struct asked asked;
	char port[16];

	snprintf(port, sizeof(port), "%d", server_nobody());
	ask(program, "127.0.0.1", port, PASSWORD("x"), "", SOON, &asked);
	asked_is(&asked, "connect", "fail", "refused");
	asked_forget(&asked);
	ask(program, "", port, PASSWORD("x"), "", SOON, &asked);
	asked_is(&asked, "config", "fail", "config");
	asked_forget(&asked);
	ask(program, "127.0.0.1", "70000", PASSWORD("x"), "", SOON, &asked);
	asked_is(&asked, "connect", "fail", "config");
	asked_forget(&asked);
}

FIXTURE(set_up)
{
	char pem[CERTIFICATE_PEM];
	int fd = mkstemp(ca);

	post_folder(asked_folder());
	root = MAKE(.name = "Root of the test", .authority = true);
	good = MAKE(.name = "good", .for_whom = "IP:127.0.0.1", .by = &root);
	stranger = MAKE(.name = "by itself", .for_whom = "IP:127.0.0.1");
	elsewhere = MAKE(.name = "elsewhere", .for_whom = "DNS:other.example", .by = &root);
	expired = MAKE(.name = "expired", .for_whom = "IP:127.0.0.1", .by = &root,
		       .from = -30, .until = -1);
	certificate_pem(&root, pem);
	snprintf(by_root, sizeof(by_root), ",\"ssl\":\"verify-full\",\"ca_file\":\"%s\"", ca);
	return fd < 0 || write(fd, pem, strlen(pem)) < 0 || close(fd) != 0;
}

FIXTURE(clean_up)
{
	struct certificate *const all[] = { &root, &good, &stranger, &elsewhere, &expired };
	size_t i;

	unlink(ca);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		certificate_release(all[i]);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_good_one_is_ok_step_by_step),
		CASE(where_nothing_is_said_of_it_it_is_encrypted_or_not_at_all),
		CASE(certificates_are_judged_where_that_is_asked_for),
		CASE(what_it_refuses_is_told_by_its_number),
		CASE(a_wrong_password_no_database_no_word_and_no_right_to_read),
		CASE(each_fault_has_its_reason), CASE(nobody_there_and_nothing_to_ask_with),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
