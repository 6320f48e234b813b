/* probe_sqlserver.c: checks a connection to SQL Server with FreeTDS (libsybdb). */
#include <sybfront.h>
#include <sybdb.h>

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/attr.h"
#include "connect/database_check.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/line.h"
#include "net/tds_line.h"

enum { ANSWER = 4, MOST = 4096, INFORMS = 10 /* severities up to there are none of errors */,
       SECOND = 1000, NAME = 256, RELEASE = 64, SETTINGS = 2048,
       OPTION = 5, END_OF_OPTIONS = 0xff, OF_VERSION = 0, OF_ENCRYPTION = 1,
       ENCRYPT_ON = 1, ENCRYPT_REQUIRED = 3, BY_SERVER = 20018 /* "see the messages" */ };

static DBPROCESS *process;
static const struct database *asked;

/* ---- what the server, or the library, says -------------------------------------------- */

/* The first error of the server, and the first of the library. */
static struct said { int number; char text[NET_TEXT]; } server_said, library_said;

static const struct { int number; const char *reason, *fix; } numbers[] = {
	{ 18456, "auth-bad", "Enter the password again. Why it was refused stands in the error "
	  "log of SQL Server only: the state of error 18456 there." },
	{ 18452, "auth-bad", "The server takes Windows accounts alone: have SQL Server "
	  "authentication turned on there, or enter a login of SQL Server." },
	{ 18470, "suspended", NULL }, { 18486, "suspended", NULL },
	{ 18487, "auth-expired", NULL }, { 18488, "auth-expired", NULL },
	{ 4060, "not-found", "Check the name of the database, and that the login has a user in "
	  "it: SQL Server says the same in both cases." },
	{ 4063, "not-found", NULL }, { 911, "not-found", NULL },
	{ 4064, "not-found", "The login's own database is gone: enter one under Database, or "
	  "have its default database changed." },
	{ 916, "forbidden", "Have a user made for the login in the database." },
	{ 229, "forbidden", NULL }, { 18461, "forbidden", NULL }, { 18458, "rate-limited", NULL },
	{ 17809, "rate-limited", NULL }, { 10928, "rate-limited", NULL },
	{ 10929, "rate-limited", NULL }, { 40501, "rate-limited", NULL },
	{ 40615, "forbidden", "Let this machine's address through the firewall of the server "
	  "in Azure." },
	{ 40914, "forbidden", "Let this machine's network through the firewall of the server "
	  "in Azure." },
	{ 40532, "not-found", "Azure needs to know which server is meant: check the host, and "
	  "enter the user as user@server." },
};

static const struct { int number; const char *reason; } faults[] = {
	{ SYBETIME, "timeout" }, { SYBECONN, "refused" }, { SYBEUHST, "dns" },
	{ SYBESEOF, "reset" }, { SYBEREAD, "reset" }, { SYBEWRIT, "reset" },
	{ SYBEPWD, "auth-bad" }, { SYBESOCK, "refused" }, { SYBEFCON, "reset" },
};

static void keep(struct said *said, int number, const char *text)
{
	if (said->number)
		return;
	said->number = number;
	snprintf(said->text, sizeof(said->text), "%.240s", text ? text : "");
}

static int on_message(DBPROCESS *of, DBINT number, int state, int severity, char *text,
		      char *server, char *procedure, int line)
{
	(void)of, (void)state, (void)server, (void)procedure, (void)line;
	if (severity > INFORMS)
		keep(&server_said, number, text);
	return 0;
}

static int on_fault(DBPROCESS *of, int severity, int number, int os, char *text, char *os_text)
{
	(void)of, (void)severity, (void)os, (void)os_text;
	if (number != BY_SERVER)
		keep(&library_said, number, text);
	return INT_CANCEL;
}

static bool failed(struct net_fault *fault)
{
	bool server = server_said.number != 0;
	const struct said *said = server ? &server_said : &library_said;
	size_t i;

	fault->reason = server ? "server-error" : "protocol";
	for (i = 0; server && i < COUNT_OF(numbers); i++)
		if (numbers[i].number == said->number) {
			fault->reason = numbers[i].reason;
			snprintf(fault->fix, sizeof(fault->fix), "%s", numbers[i].fix ?
				 numbers[i].fix : "");
		}
	for (i = 0; !server && i < COUNT_OF(faults); i++)
		if (faults[i].number == said->number)
			fault->reason = faults[i].reason;
	snprintf(fault->native, sizeof(fault->native), "%d", said->number);
	snprintf(fault->detail, sizeof(fault->detail), "%s", said->text);
	return false;
}

/* ---- TLS ---------------------------------------------------------------------------- */

static bool no_server(struct net_fault *fault)
{
	fault->reason = "protocol";
	snprintf(fault->detail, sizeof(fault->detail), "what listens there is no SQL Server");
	return false;
}

static void say_version(const char *version)
{
	char text[RELEASE + 32];

	snprintf(text, sizeof(text), "Microsoft SQL Server %s", version);
	report_server(text);
}

/* The options of the answer (MS-TDS 2.2.6.5): which version, and how it encrypts. */
static bool take_options(const unsigned char *body, size_t n, bool *offers)
{
	char version[RELEASE];
	size_t at, from, length;
	bool told = false;

	for (at = 0; at + OPTION <= n && body[at] != END_OF_OPTIONS; at += OPTION) {
		from = (size_t)body[at + 1] << 8 | body[at + 2];
		length = (size_t)body[at + 3] << 8 | body[at + 4];
		if (from + length > n)
			return false;
		if (body[at] == OF_VERSION && length >= 4) {
			snprintf(version, sizeof(version), "%u.%u.%u", body[from],
				 body[from + 1], (unsigned)body[from + 2] << 8 |
				 body[from + 3]);
			say_version(version);
		} else if (body[at] == OF_ENCRYPTION && length >= 1) {
			told = true;
			*offers = body[from] == ENCRYPT_ON || body[from] == ENCRYPT_REQUIRED;
		}
	}
	return told;
}

static bool offers_tls(const struct database *database, int fd, bool *offers,
		       struct net_fault *fault)
{
	/* Version, encryption, instance, thread, several results: and what they are. */
	static const unsigned char ask[] = {
		TDS_PRELOGIN, TDS_LAST, 0, 47, 0, 0, 1, 0,
		0, 0, 26, 0, 6, 1, 0, 32, 0, 1, 2, 0, 33, 0, 1, 3, 0, 34, 0, 4, 4, 0, 38, 0, 1,
		END_OF_OPTIONS,
		0, 0, 0, 0, 0, 0, ENCRYPT_ON, 0, 0, 0, 0, 0, 0 };
	unsigned char head[TDS_HEAD], body[MOST];
	size_t n;

	if (!line_send(fd, ask, sizeof(ask), database->until, fault) ||
	    !line_receive(fd, head, sizeof(head), database->until, fault))
		return false;
	n = (size_t)head[2] << 8 | head[3];
	if (head[0] != ANSWER || n <= TDS_HEAD || n > MOST)
		return no_server(fault);
	n -= TDS_HEAD;
	if (!line_receive(fd, body, n, database->until, fault))
		return false;
	return take_options(body, n, offers) || no_server(fault);
}

/* ---- sign in, and read ---------------------------------------------------------------- */

static bool refuse(struct net_fault *fault, const char *reason, const char *what)
{
	fault->reason = reason;
	snprintf(fault->detail, sizeof(fault->detail), "%s", what);
	return false;
}

/* FreeTDS judges no certificate where it is not told by which authorities.  Behind a
 * tunnel it would look for the name of the near end: the name was looked at before. */
static int write_settings(char text[SETTINGS])
{
	bool verify = asked->ssl == SSL_MODE_VERIFY;
	int seconds = dial_left(asked->until) / SECOND + 1, n;

	n = snprintf(text, SETTINGS, "[gatehouse]\nhost = %s\nport = %s\ntds version = 7.4\n"
		     "client charset = UTF-8\ntimeout = %d\nconnect timeout = %d\n"
		     "encryption = %s\n", verify && !asked->through ? asked->host :
		     asked->through ? asked->dial_host : asked->address, asked->dial_port,
		     seconds, seconds, asked->encrypted ? "require" : "off");
	if (verify && n < SETTINGS)
		n += snprintf(text + n, SETTINGS - (size_t)n, "ca file = %s\n"
			      "check certificate hostname = %s\n", *asked->ca_file ?
			      asked->ca_file : "/etc/ssl/certs/ca-certificates.crt",
			      asked->through ? "no" : "yes");
	return n;
}

/* A file of FreeTDS, in memory: only there it takes what is above. */
static bool settings(char name[DATABASE_FILE], struct net_fault *fault)
{
	char text[SETTINGS];
	int n, fd;

	if (strpbrk(asked->host, "\r\n[]#;") || strpbrk(asked->ca_file, "\r\n"))
		return refuse(fault, "config", "the host, or the CA file, cannot be so");
	n = write_settings(text);
	fd = n > 0 && n < SETTINGS ? memfd_create("tds", MFD_CLOEXEC) : -1;
	if (fd < 0 || write(fd, text, (size_t)n) != n)
		return refuse(fault, "internal", "no room for the settings of FreeTDS");
	snprintf(name, DATABASE_FILE, "/proc/self/fd/%d", fd);
	return true;
}

static bool fill(LOGINREC *login)
{
	return DBSETLUSER(login, asked->user) == SUCCEED &&
		DBSETLPWD(login, asked->password ? asked->password : "") == SUCCEED &&
		DBSETLAPP(login, "gatehouse-probe") == SUCCEED &&
		DBSETLHOST(login, "gatehouse") == SUCCEED &&
		DBSETLCHARSET(login, "UTF-8") == SUCCEED &&
		(!*asked->name || DBSETLDBNAME(login, asked->name) == SUCCEED);
}

static bool sign_in(const struct database *database, struct net_fault *fault)
{
	char name[DATABASE_FILE];
	LOGINREC *login;
	bool filled;

	asked = database;
	if (!settings(name, fault))
		return false;
	login = dbinit() == SUCCEED ? dblogin() : NULL;
	if (!login)
		return refuse(fault, "internal", "FreeTDS does not start");
	dberrhandle(on_fault);
	dbmsghandle(on_message);
	dbsetifile(name);
	DBSETLVERSION(login, DBVERSION_74);
	filled = fill(login);
	if (filled)
		process = dbopen(login, "gatehouse");
	dbloginfree(login);
	if (!filled)
		return refuse(fault, "config", "the user, the password or the name of the "
			      "database is too long");
	return process || failed(fault);
}

static bool read_one(const struct database *database, struct net_fault *fault)
{
	char user[NAME] = "", version[RELEASE] = "";

	(void)database;
	if (dbcmd(process, "SELECT SUSER_SNAME(), CAST(SERVERPROPERTY('ProductVersion') AS "
		  "varchar(40))") != SUCCEED || dbsqlexec(process) != SUCCEED ||
	    dbresults(process) != SUCCEED ||
	    dbbind(process, 1, NTBSTRINGBIND, sizeof(user), (BYTE *)user) != SUCCEED ||
	    dbbind(process, 2, NTBSTRINGBIND, sizeof(version), (BYTE *)version) != SUCCEED ||
	    dbnextrow(process) != REG_ROW)
		return failed(fault);
	report_identity(user);
	if (*version)
		say_version(version);
	dbclose(process);
	dbexit();
	return true;
}

int main(void)
{
	static const struct database_kind kind = {
		.port = "1433", .ssl = SSL_MODE_REQUIRE, .line = tds_line,
		.offers_tls = offers_tls, .sign_in = sign_in, .read = read_one };

	return database_check(&kind);
}
