/* probe_mariadb.c: checks a connection to MySQL or MariaDB with libmariadb. */
#include <mysql.h>
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "connect/database_check.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/line.h"

enum { HEAD = 4, GREETING = 512, ASK = 32, ASK_SEQ = 1, VERSION_10 = 10, ERROR_PACKET = 0xff,
       AFTER_VERSION = 13, OFFERS_SSL = 0x08 /* second byte of the capabilities */,
       SECOND = 1000, SERVER = 96, SSL_NATIVE = 2026,
       SHA256_SINCE = 30400 /* of libmariadb */ };

static MYSQL connection;

static const struct { unsigned code; const char *reason; } codes[] = {
	{ 1045, "auth-bad" }, { 1698, "auth-bad" }, { 1044, "forbidden" },
	{ 1049, "not-found" }, { 1040, "rate-limited" }, { 1203, "rate-limited" },
	{ 1226, "rate-limited" }, { 3118, "suspended" }, { 4151, "suspended" },
	{ 1820, "auth-expired" }, { 1862, "auth-expired" }, { 1129, "forbidden" },
	{ 1130, "forbidden" }, { 1142, "forbidden" }, { 1053, "server-error" },
	{ 3159, "not-tls" }, { 1251, "protocol" },
	{ 2002, "refused" }, { 2003, "refused" }, { 2005, "dns" }, { 2006, "reset" },
	{ 2012, "reset" }, { 2013, "reset" }, { SSL_NATIVE, "tls-untrusted" },
	{ 2054, "protocol" }, { 2059, "protocol" },
};

static bool failed(unsigned code, const char *text, struct net_fault *fault)
{
	size_t i;

	fault->reason = code < 2000 ? "server-error" : "protocol";
	for (i = 0; i < COUNT_OF(codes); i++)
		if (codes[i].code == code)
			fault->reason = codes[i].reason;
	if (code == SSL_NATIVE && !strstr(text, "ertificate"))
		fault->reason = "reset";	/* the line was cut within TLS */
	if (database_is_certificate_alert(text))
		fault->reason = "tls-client-cert";
	snprintf(fault->native, sizeof(fault->native), "%u", code);
	snprintf(fault->detail, sizeof(fault->detail), "%.240s", text);
	return false;
}

static bool no_greeting(struct net_fault *fault)
{
	fault->reason = "protocol";
	snprintf(fault->detail, sizeof(fault->detail),
		 "what listens there is neither MySQL nor MariaDB");
	return false;
}

/* The server speaks first; false: it is none, or lets nobody in. */
static bool greeting(const struct database *database, int fd,
		     unsigned char text[GREETING + 1], size_t *n, struct net_fault *fault)
{
	unsigned char head[HEAD];

	if (!line_receive(fd, head, sizeof(head), database->until, fault))
		return false;
	*n = head[0] | (size_t)head[1] << 8 | (size_t)head[2] << 16;
	if (*n < 3 || *n > GREETING || head[3] != 0)
		return no_greeting(fault);
	if (!line_receive(fd, text, *n, database->until, fault))
		return false;
	text[*n] = '\0';
	if (text[0] == ERROR_PACKET)
		return failed(text[1] | (unsigned)text[2] << 8, (const char *)text + 3,
			      fault);
	return text[0] == VERSION_10 || no_greeting(fault);
}

/* "5.5.5-10.11.19-MariaDB": what old clients are told before it. */
static void say_server(const char *version)
{
	static const char before[] = "5.5.5-";
	char text[SERVER];
	bool maria = strstr(version, "MariaDB") != NULL;

	if (maria && strncmp(version, before, sizeof(before) - 1) == 0)
		version += sizeof(before) - 1;
	snprintf(text, sizeof(text), "%s %.*s", maria ? "MariaDB" : "MySQL",
		 (int)strcspn(version, "-"), version);
	report_server(text);
}

static bool offers_tls(const struct database *database, int fd, bool *offers,
		       struct net_fault *fault)
{
	/* Protocol 4.1, TLS, the usual sign-in; no more than that. */
	static const unsigned char ask[HEAD + ASK] = { ASK, 0, 0, ASK_SEQ, 0, 0x8a, 0, 0,
						       0, 0, 0, 1, 45 };
	unsigned char text[GREETING + 1];
	size_t n, at;

	if (!greeting(database, fd, text, &n, fault))
		return false;
	at = 1 + strlen((const char *)text + 1) + 1;
	if (at + AFTER_VERSION + 2 > n)
		return no_greeting(fault);
	*offers = (text[at + AFTER_VERSION + 1] & OFFERS_SSL) != 0;
	return !*offers || line_send(fd, ask, sizeof(ask), database->until, fault);
}

static void options(const struct database *database)
{
	unsigned seconds = (unsigned)(dial_left(database->until) / SECOND) + 1, off = 0;
	unsigned tcp = MYSQL_PROTOCOL_TCP;	/* also to localhost */
	/* Through a tunnel it would look for the name of its near end: there the very
	 * certificate counts that was looked at. */
	my_bool yes = 1, verify = database->ssl == SSL_MODE_VERIFY && !database->through;
	const char *ca = *database->ca_file ? database->ca_file :
		"/etc/ssl/certs/ca-certificates.crt";

	mysql_options(&connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
	mysql_options(&connection, MYSQL_OPT_READ_TIMEOUT, &seconds);
	mysql_options(&connection, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
	mysql_options(&connection, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_options(&connection, MYSQL_OPT_PROTOCOL, &tcp);
	mysql_options(&connection, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (!database->encrypted)
		return;
	mysql_options(&connection, MYSQL_OPT_SSL_ENFORCE, &yes);
	mysql_options(&connection, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
	if (verify)
		mysql_options(&connection, MYSQL_OPT_SSL_CA, ca);
	else if (database->ssl == SSL_MODE_VERIFY)
		mysql_options(&connection, MARIADB_OPT_TLS_PEER_FP,
			      mysql_get_client_version() < SHA256_SINCE ?
			      database->tls.sha1 : database->tls.sha256);
	if (*database->certificate_file) {
		mysql_options(&connection, MYSQL_OPT_SSL_CERT, database->certificate_file);
		mysql_options(&connection, MYSQL_OPT_SSL_KEY, database->key_file);
	}
}

static bool sign_in(const struct database *database, struct net_fault *fault)
{
	unsigned port = 0;

	if (sscanf(database->dial_port, "%u", &port) != 1 || !mysql_init(&connection)) {
		fault->reason = "internal";
		return false;
	}
	options(database);
	if (!mysql_real_connect(&connection, database->dial_host, database->user,
				database->password, *database->name ? database->name : NULL,
				port, NULL, 0))
		return failed(mysql_errno(&connection), mysql_error(&connection), fault);
	say_server(mysql_get_server_info(&connection));
	if (!database->encrypted || mysql_get_ssl_cipher(&connection))
		return true;
	fault->reason = "not-tls";
	return false;
}

static bool read_one(const struct database *database, struct net_fault *fault)
{
	MYSQL_RES *rows = NULL;
	MYSQL_ROW row = NULL;

	(void)database;
	if (mysql_query(&connection, "SELECT current_user(), database()") == 0)
		rows = mysql_store_result(&connection);
	if (rows)
		row = mysql_fetch_row(rows);
	if (!row)
		return failed(mysql_errno(&connection), mysql_error(&connection), fault);
	report_identity(row[0] ? row[0] : "");
	mysql_free_result(rows);
	mysql_close(&connection);
	return true;
}

int main(void)
{
	static const struct database_kind kind = {
		.port = "3306", .ssl = SSL_MODE_PREFER, .offers_tls = offers_tls,
		.sign_in = sign_in, .read = read_one };

	return database_check(&kind);
}
