/* tls_test.c: real handshakes of the programs that check databases with servers whose
 * certificates, keys and versions are as they should not be, and with client
 * certificates: each has its reason, and words that help. */
#include "tests/expect.h"
#include "tests/courier/asked.h"
#include "tests/courier/certificate.h"
#include "tests/courier/server.h"

#include <openssl/ssl.h>
#include <unistd.h>

enum { SOON = 30000, FIELDS = 4 * CERTIFICATE_PEM };

static const char *const programs[] = { "probe-postgres", "probe-mariadb" };
enum { PROGRAMS = 2 };

/* ---- who there is ----------------------------------------------------------------- */

static struct certificate root, stranger, between, client_root, good, expired, future,
	elsewhere, unknown, lonely, signed_between, weak, hashed, client, late_client,
	early_client, strange_client;

#define HERE "DNS:localhost,IP:127.0.0.1"
#define MAKE(...) certificate_make((struct certificate_wish){ __VA_ARGS__ })

static void make_all(void)
{
	root = MAKE(.name = "Root of the test", .authority = true);
	stranger = MAKE(.name = "Root of a stranger", .authority = true);
	client_root = MAKE(.name = "Root of clients", .authority = true);
	between = MAKE(.name = "Between", .authority = true, .by = &root);
	good = MAKE(.name = "good", .for_whom = HERE, .by = &root);
	expired = MAKE(.name = "expired", .for_whom = HERE, .by = &root, .from = -30, .until = -1);
	future = MAKE(.name = "future", .for_whom = HERE, .by = &root, .from = 2, .until = 30);
	elsewhere = MAKE(.name = "elsewhere", .for_whom = "DNS:other.example", .by = &root);
	unknown = MAKE(.name = "unknown", .for_whom = HERE, .by = &stranger);
	lonely = MAKE(.name = "lonely", .for_whom = HERE);
	signed_between = MAKE(.name = "signed-between", .for_whom = HERE, .by = &between);
	weak = MAKE(.name = "weak", .for_whom = HERE, .by = &root, .rsa = 1024);
	hashed = MAKE(.name = "hashed", .for_whom = HERE, .by = &root, .digest = "SHA1");
	client = MAKE(.name = "reader", .by = &client_root);
	late_client = MAKE(.name = "reader", .by = &client_root, .from = -30, .until = -1);
	early_client = MAKE(.name = "reader", .by = &client_root, .from = 2, .until = 30);
	strange_client = MAKE(.name = "reader", .by = &stranger);
}

/* ---- a server ---------------------------------------------------------------------- */

struct tls_server {
	const struct certificate *certificate, *chain, *clients;	/* NULL: none */
	int version;			/* most; 0: any */
	bool mysql;
};

/* What comes before the handshake: "has it TLS?", "it has". */
static bool hello(const struct tls_server *told, int fd)
{
	static const unsigned char greeting[] = "\112\0\0\0\12" "5.5.5-10.11.99-MariaDB\0"
		"\1\0\0\0" "saltsalt\0" "\15\212\55\2\0\10\0\25" "\0\0\0\0\0\0\0\0\0\0"
		"twelvebytes!\0" "mysql_native_password";
	unsigned char text[36];
	size_t n = told->mysql ? 36 : 8, got = 0;
	ssize_t some;
	unsigned char packet[sizeof(greeting)];

	memcpy(packet, greeting, sizeof(greeting));
	packet[0] = sizeof(greeting) - 4;
	if (told->mysql && write(fd, packet, sizeof(packet)) != sizeof(packet))
		return false;
	for (; got < n; got += (size_t)some)
		if ((some = read(fd, text + got, n - got)) <= 0)
			return false;
	return told->mysql || write(fd, "S", 1) == 1;
}

static int anybody(int good_one, X509_STORE_CTX *context)
{
	(void)context;
	return good_one;
}

static void serve(const struct server *server, int fd)
{
	const struct tls_server *told = server->told;
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());
	X509_STORE *store = SSL_CTX_get_cert_store(context);
	SSL *ssl;
	char text[64];

	SSL_CTX_set_security_level(context, 0);		/* also what nobody should have */
	SSL_CTX_set_min_proto_version(context, TLS1_VERSION);
	if (told->version)
		SSL_CTX_set_max_proto_version(context, told->version);
	SSL_CTX_use_certificate(context, told->certificate->x509);
	SSL_CTX_use_PrivateKey(context, told->certificate->key);
	if (told->chain)
		SSL_CTX_add1_chain_cert(context, told->chain->x509);
	else
		SSL_CTX_set_mode(context, SSL_MODE_NO_AUTO_CHAIN);
	if (told->clients) {
		X509_STORE_add_cert(store, told->clients->x509);
		SSL_CTX_set_verify(context, SSL_VERIFY_PEER |
				   SSL_VERIFY_FAIL_IF_NO_PEER_CERT, anybody);
	}
	ssl = SSL_new(context);
	if (hello(told, fd) && SSL_set_fd(ssl, fd) == 1 && SSL_accept(ssl) == 1)
		(void)SSL_read(ssl, text, sizeof(text));
	else
		while (read(fd, text, sizeof(text)) > 0)	/* so that the alert is read */
			;
	SSL_free(ssl);
	SSL_CTX_free(context);
}

/* ---- asked ------------------------------------------------------------------------ */

/* A text as a JSON string. */
static size_t quoted(char *out, const char *name, const char *text)
{
	char *at = out;

	at += sprintf(at, "%s\"%s\":\"", strcmp(name, "private_key") == 0 ? "" : ",", name);
	for (; *text; text++)
		if (*text == '\n') {
			*at++ = '\\';
			*at++ = 'n';
		} else {
			*at++ = *text;
		}
	*at++ = '"';
	*at = '\0';
	return (size_t)(at - out);
}

struct wanted {
	const char *what;
	struct tls_server server;
	const char *host, *ssl;
	const struct certificate *trusted;	/* NULL: the system's */
	const char *certificate, *key;		/* PEM of the client; NULL: none */
	const char *step, *reason;		/* reason "": step is ok */
	const char *says;			/* somewhere in its detail; NULL: whatever */
};

static void ask_one(const struct wanted *wanted, size_t program)
{
	static char fields[FIELDS], secrets[FIELDS], pem[CERTIFICATE_PEM];
	struct tls_server told = wanted->server;
	struct server server = { .manner = AS_TOLD, .serve = serve, .told = &told };
	struct asked asked;
	char *at = fields;

	told.mysql = program == 1;
	secrets[0] = '\0';
	at += sprintf(at, ",\"ssl\":\"%s\"", wanted->ssl);
	if (wanted->trusted) {
		certificate_pem(wanted->trusted, pem);
		at += quoted(at, "ssl_root_cert", pem);
	}
	if (wanted->certificate) {
		at += sprintf(at, ",\"auth\":\"certificate\"");
		at += quoted(at, "certificate", wanted->certificate);
	}
	if (wanted->key)
		quoted(secrets, "private_key", wanted->key);
	server_start(&server);
	ask(programs[program], wanted->host, server.text, secrets, fields, SOON, &asked);
	print_message("# %s, %s: %s\n", wanted->what, programs[program],
		      asked.check.reason ? asked.check.reason : "ok");
	asked_is(&asked, wanted->step, *wanted->reason ? "fail" : "ok", wanted->reason);
	if (wanted->says && !strstr(asked_detail(&asked, wanted->step), wanted->says))
		fail_msg("no \"%s\" in \"%s\"", wanted->says,
			 asked_detail(&asked, wanted->step));
	asked_forget(&asked);
	server_stop(&server);
}

static void ask_all(const struct wanted *wanted, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++)
		for (k = 0; k < PROGRAMS; k++)
			ask_one(&wanted[i], k);
}

#define ASK_ALL(wanted) ask_all(wanted, sizeof(wanted) / sizeof(*(wanted)))
#define FULL "127.0.0.1", "verify-full", &root, NULL, NULL

TEST(certificates_that_are_judged)
{
	const struct wanted all[] = {
		{ "good", { .certificate = &good }, FULL, "tls", "", "TLSv1.3" },
		{ "good, by its address", { .certificate = &good }, "127.0.0.1", "verify-full", &root, NULL,
		  NULL, "tls", "", NULL },
		{ "with the link between", { .certificate = &signed_between,
					     .chain = &between }, FULL, "tls", "",
		  NULL },
		{ "expired", { .certificate = &expired }, FULL, "tls", "tls-expired", "valid from" },
		{ "not yet valid", { .certificate = &future }, FULL, "tls", "tls-not-yet", "valid from" },
		{ "for another host", { .certificate = &elsewhere }, FULL, "tls", "tls-hostname",
		  "it is for other.example" },
		{ "for another address", { .certificate = &elsewhere }, "127.0.0.1", "verify-full", &root,
		  NULL, NULL, "tls", "tls-hostname", NULL },
		{ "of a root that nobody knows", { .certificate = &unknown }, FULL, "tls", "tls-untrusted",
		  "issued by /CN=Root of a stranger" },
		{ "by itself", { .certificate = &lonely }, FULL, "tls", "tls-untrusted", "self" },
		{ "without the link between", { .certificate = &signed_between }, FULL, "tls",
		  "tls-untrusted", "issued by /CN=Between, and the server sent 1 certificate" },
		{ "of a short key", { .certificate = &weak }, FULL, "tls", "tls-weak", "key too weak" },
		{ "by an old hash", { .certificate = &hashed }, FULL, "tls", "tls-weak", NULL },
		{ "where the system's count", { .certificate = &good }, "127.0.0.1", "verify-full", NULL,
		  NULL, NULL, "tls", "tls-untrusted", NULL },
	};

	ASK_ALL(all);
}

TEST(versions_of_tls)
{
	const struct wanted all[] = {
		{ "TLS 1.2", { .certificate = &good, .version = TLS1_2_VERSION }, FULL, "tls", "",
		  "TLSv1.2" },
		{ "TLS 1.1", { .certificate = &good, .version = TLS1_1_VERSION }, FULL, "tls", "tls-weak",
		  NULL },
		{ "TLS 1.0, not judged", { .certificate = &good, .version = TLS1_VERSION }, "127.0.0.1",
		  "require", NULL, NULL, NULL, "tls", "tls-weak", NULL },
	};

	ASK_ALL(all);
}

/* "require" is to encrypt, not to judge; and it says so. */
TEST(what_is_not_judged_is_said)
{
	const struct wanted all[] = {
		{ "expired", { .certificate = &expired }, "127.0.0.1", "require", NULL, NULL, NULL, "tls", "",
		  "the certificate was not looked at" },
		{ "by itself", { .certificate = &lonely }, "127.0.0.1", "prefer", NULL, NULL, NULL, "tls", "",
		  "the certificate was not looked at" },
	};

	ASK_ALL(all);
}

static char client_pem[CERTIFICATE_PEM], client_key[CERTIFICATE_PEM],
	locked_key[CERTIFICATE_PEM], late_pem[CERTIFICATE_PEM], late_key[CERTIFICATE_PEM],
	early_pem[CERTIFICATE_PEM], early_key[CERTIFICATE_PEM],
	strange_pem[CERTIFICATE_PEM], strange_key[CERTIFICATE_PEM];

TEST(client_certificates)
{
	const struct tls_server new = { .certificate = &good, .clients = &client_root },
		old = { .certificate = &good, .clients = &client_root, .version = TLS1_2_VERSION };
	const struct wanted all[] = {
		{ "a good one", new, "127.0.0.1", "verify-full", &root, client_pem, client_key,
		  "tls", "", NULL },
		{ "a good one, TLS 1.2", old, "127.0.0.1", "verify-full", &root, client_pem,
		  client_key, "tls", "", NULL },
		{ "none", old, FULL, "tls", "tls-client-cert", NULL },
		/* With TLS 1.3 the server says so when all seems well already. */
		{ "none, TLS 1.3", new, FULL, "tls", "tls-client-cert", NULL },
		{ "one of a stranger", old, "127.0.0.1", "verify-full", &root, strange_pem,
		  strange_key, "tls", "tls-client-cert", "unknown ca" },
		{ "one of a stranger, TLS 1.3", new, "127.0.0.1", "verify-full", &root,
		  strange_pem, strange_key, "tls", "tls-client-cert", "unknown ca" },
		/* Known here: the server need not be asked. */
		{ "an expired one", new, "127.0.0.1", "require", NULL, late_pem, late_key,
		  "tls", "tls-client-cert", "the client certificate has expired" },
		{ "one not yet valid", new, "127.0.0.1", "require", NULL, early_pem, early_key,
		  "tls", "tls-client-cert", "not valid yet" },
		{ "no PEM", new, "127.0.0.1", "require", NULL, "hello", client_key, "tls",
		  "config", "no certificate in PEM" },
		{ "a key that is none", new, "127.0.0.1", "require", NULL, client_pem, "hello",
		  "tls", "config", "no key in PEM" },
		{ "a locked key", new, "127.0.0.1", "require", NULL, client_pem, locked_key,
		  "tls", "config", "locked with a passphrase" },
		{ "the key of another one", new, "127.0.0.1", "require", NULL, client_pem,
		  strange_key, "tls", "config", "does not belong" },
		{ "no key", new, "127.0.0.1", "require", NULL, client_pem, NULL, "config",
		  "config", "the private key is missing" },
		{ "without TLS", new, "127.0.0.1", "disable", NULL, client_pem, client_key,
		  "config", "config", "needs SSL" },
	};

	ASK_ALL(all);
}

/* A certificate is shown to nobody in the clear, not even where "prefer" stands. */
TEST(a_server_without_tls_is_not_enough)
{
	static const enum manner manners[] = { POSTGRES, MYSQL };
	static const char *const modes[] = { "require", "verify-full", "prefer" };
	char fields[FIELDS], secrets[FIELDS];
	size_t i, k;

	for (i = 0; i < PROGRAMS; i++)
		for (k = 0; k < 3; k++) {
			struct server server = { .manner = manners[i] };
			struct asked asked;
			int n = sprintf(fields, ",\"ssl\":\"%s\"", modes[k]);

			secrets[0] = '\0';
			if (k == 2) {
				n += sprintf(fields + n, ",\"auth\":\"certificate\"");
				quoted(fields + n, "certificate", client_pem);
				quoted(secrets, "private_key", client_key);
			}
			server_start(&server);
			ask(programs[i], "127.0.0.1", server.text, secrets, fields, SOON,
			    &asked);
			asked_is(&asked, "tls", "fail", "not-tls");
			asked_is(&asked, "auth", "skip", "");
			asked_forget(&asked);
			server_stop(&server);
		}
}

FIXTURE(set_up)
{
	post_folder(asked_folder());
	make_all();
	certificate_pem(&client, client_pem);
	certificate_key_pem(&client, NULL, client_key);
	certificate_key_pem(&client, "four words", locked_key);
	certificate_pem(&late_client, late_pem);
	certificate_key_pem(&late_client, NULL, late_key);
	certificate_pem(&early_client, early_pem);
	certificate_key_pem(&early_client, NULL, early_key);
	certificate_pem(&strange_client, strange_pem);
	certificate_key_pem(&strange_client, NULL, strange_key);
	return 0;
}

FIXTURE(clean_up)
{
	struct certificate *const all[] = { &root, &stranger, &between, &client_root, &good,
		&expired, &future, &elsewhere, &unknown, &lonely, &signed_between, &weak,
		&hashed, &client, &late_client, &early_client, &strange_client };
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		certificate_release(all[i]);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(certificates_that_are_judged), CASE(versions_of_tls),
		CASE(what_is_not_judged_is_said), CASE(client_certificates),
		CASE(a_server_without_tls_is_not_enough),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
