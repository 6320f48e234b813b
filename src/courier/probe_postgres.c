/* probe_postgres.c: checks a connection to PostgreSQL, or to what speaks as it does
 * (Redshift, AlloyDB, Materialize), with libpq. */
#include <libpq-fe.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "connect/database_check.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/line.h"

enum { STATE = 5, PARAMETERS = 16, SERVER = 64 };

static PGconn *connection;

/* ---- what the server says -------------------------------------------------------- */

static const struct { const char *state, *reason; } states[] = {
	{ "28P01", "auth-bad" }, { "28000", "forbidden" }, { "3D000", "not-found" },
	{ "42501", "forbidden" }, { "53300", "rate-limited" }, { "57014", "timeout" },
	{ "57P01", "server-error" }, { "57P02", "server-error" },
	{ "57P03", "server-error" }, { "0A000", "protocol" }, { "08P01", "protocol" },
};

/* Without a state: libpq's own words, which are English here (LANG). */
static const struct { const char *said, *reason; } sayings[] = {
	{ "no password supplied", "auth-bad" },
	{ "certificate verify failed", "tls-untrusted" },
	{ "does not match host name", "tls-hostname" },
	{ "does not support SSL", "not-tls" },
	{ "root certificate file", "config" },
	{ "timeout expired", "timeout" },
	{ "server closed the connection", "reset" },
	{ "Connection refused", "refused" },
	{ "Connection reset", "reset" },
	{ "expected authentication request", "protocol" },
	{ "invalid response to SSL", "protocol" },
	{ "authentication method", "protocol" },
};

/* "FATAL:  28P01: password ...": the state of the last error in a verbose message. */
static const char *state_of(const char *message, char state[STATE + 1])
{
	static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *at = message, *found = NULL;

	for (; (at = strstr(at, ":  ")); at++)
		if (strspn(at + 3, digits) == STATE && at[3 + STATE] == ':' &&
		    strncmp(at - 8 < message ? message : at - 8, "LOCATION", 8) != 0)
			found = at + 3;
	if (!found)
		return NULL;
	memcpy(state, found, STATE);
	state[STATE] = '\0';
	return found + STATE + 2;
}

/* What a server does not like of this client's certificate. */
static bool is_of_certificate(const char *message)
{
	return database_is_certificate_alert(message) ||
		strstr(message, "requires a valid client certificate");
}

/* Who is refused before the password, by the place in the server's source: its words
 * may be in any language. */
static const char *of_28000(const char *message)
{
	if (strstr(message, "InitializeSessionUserId"))
		return strstr(message, "not permitted to log in") ? "suspended" : "auth-bad";
	return strstr(message, "ClientAuthentication") ? "forbidden" : "auth-bad";
}

static bool failed(const char *message, struct net_fault *fault)
{
	const char *text = state_of(message, fault->native), *at;
	size_t i;

	fault->reason = text ? "server-error" : "protocol";
	for (i = 0; text && i < COUNT_OF(states); i++)
		if (strcmp(states[i].state, fault->native) == 0)
			fault->reason = states[i].reason;
	if (strcmp(fault->native, "28000") == 0)
		fault->reason = of_28000(message);
	for (i = 0; !text && i < COUNT_OF(sayings); i++)
		if (strstr(message, sayings[i].said)) {
			fault->reason = sayings[i].reason;
			break;
		}
	if (is_of_certificate(message))
		fault->reason = "tls-client-cert";
	text = text ? text : message;
	at = strstr(text, " failed: ");		/* behind where it was connected to */
	if (at && strncmp(text, "connection to ", 14) == 0)
		text = at + 9;
	snprintf(fault->detail, sizeof(fault->detail), "%.*s", (int)strcspn(text, "\n"),
		 text);
	return false;
}

/* ---- TLS ---------------------------------------------------------------------------- */

static bool offers_tls(const struct database *database, int fd, bool *offers,
		       struct net_fault *fault)
{
	static const unsigned char request[] = { 0, 0, 0, 8, 4, 210, 22, 47 };
	char answer;

	if (!line_send(fd, request, sizeof(request), database->until, fault) ||
	    !line_receive(fd, &answer, 1, database->until, fault))
		return false;
	*offers = answer == 'S';
	if (answer == 'S' || answer == 'N')
		return true;
	fault->reason = "protocol";
	snprintf(fault->detail, sizeof(fault->detail),
		 "what listens there is no PostgreSQL");
	return false;
}

/* ---- sign in, and read ---------------------------------------------------------------- */

static const char *const modes[] = {
	[SSL_MODE_DISABLE] = "disable", [SSL_MODE_PREFER] = "prefer",
	[SSL_MODE_REQUIRE] = "require", [SSL_MODE_VERIFY] = "verify-full"
};

static void begin(const struct database *database)
{
	const char *names[PARAMETERS], *values[PARAMETERS];
	bool verify = database->ssl == SSL_MODE_VERIFY;
	/* Not the other way round where one of them was seen to work. */
	const char *mode = database->ssl != SSL_MODE_PREFER ? modes[database->ssl] :
		database->encrypted ? "require" : "disable";
	int n = 0;

#define SET(name, value) (names[n] = (name), values[n++] = (value))
	SET("host", database->host);
	SET("hostaddr", database->address);
	SET("port", database->dial_port);
	SET("user", database->user);
	SET("dbname", *database->name ? database->name : database->user);
	SET("sslmode", mode);
	SET("gssencmode", "disable");
	SET("application_name", "gatehouse-probe");
	SET("client_encoding", "UTF8");
	if (database->password)
		SET("password", database->password);
	if (verify)
		SET("sslrootcert", *database->ca_file ? database->ca_file :
		    "/etc/ssl/certs/ca-certificates.crt");
	if (*database->certificate_file) {
		SET("sslcert", database->certificate_file);
		SET("sslkey", database->key_file);
	}
	SET(NULL, NULL);
#undef SET
	connection = PQconnectStartParams(names, values, 0);
	if (connection)
		PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
}

static bool sign_in(const struct database *database, struct net_fault *fault)
{
	PostgresPollingStatusType state = PGRES_POLLING_WRITING;
	char server[SERVER];
	const char *version;

	begin(database);
	if (!connection) {
		fault->reason = "internal";
		return false;
	}
	while (PQstatus(connection) != CONNECTION_BAD && state != PGRES_POLLING_OK &&
	       state != PGRES_POLLING_FAILED) {
		if (!line_wait(PQsocket(connection), state == PGRES_POLLING_READING ?
			       POLLIN : POLLOUT, database->until, fault))
			return false;
		state = PQconnectPoll(connection);
	}
	if (PQstatus(connection) != CONNECTION_OK)
		return failed(PQerrorMessage(connection), fault);
	version = PQparameterStatus(connection, "server_version");
	snprintf(server, sizeof(server), "%s %.40s", strcmp(letter_type(), "redshift") == 0 ?
		 "Redshift" : "PostgreSQL", version ? version : "");
	server[strcspn(server, "(")] = '\0';
	if (server[strlen(server) - 1] == ' ')
		server[strlen(server) - 1] = '\0';
	report_server(server);
	return true;
}

static bool answered(const PGresult *result, struct net_fault *fault)
{
	if (PQresultStatus(result) != PGRES_TUPLES_OK || PQntuples(result) != 1)
		return failed(PQresultErrorMessage(result), fault);
	report_identity(PQgetvalue(result, 0, 0));
	return true;
}

static bool read_one(const struct database *database, struct net_fault *fault)
{
	PGresult *result;
	bool good;

	if (!PQsendQuery(connection, "SELECT current_user, current_database()"))
		return failed(PQerrorMessage(connection), fault);
	while (PQisBusy(connection))
		if (!line_wait(PQsocket(connection), POLLIN, database->until, fault))
			return false;
		else if (!PQconsumeInput(connection))
			return failed(PQerrorMessage(connection), fault);
	result = PQgetResult(connection);
	good = result ? answered(result, fault) :
		failed(PQerrorMessage(connection), fault);
	PQclear(result);
	if (good)
		PQfinish(connection);
	return good;
}

int main(void)
{
	static const struct database_kind kind = {
		.port = "5432", .ssl = SSL_MODE_PREFER, .offers_tls = offers_tls,
		.sign_in = sign_in, .read = read_one };

	return database_check(&kind);
}
