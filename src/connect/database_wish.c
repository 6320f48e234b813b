/* database_wish.c: see database_wish.h. */
#include "connect/database_wish.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "connect/letter.h"
#include "connect/report.h"

enum { BEFORE = 300,		/* ms: who started it is told before it is killed */
       OWN = 0600 };

static const char *const modes[] = {
	[SSL_MODE_DISABLE] = "disable", [SSL_MODE_PREFER] = "prefer",
	[SSL_MODE_REQUIRE] = "require", [SSL_MODE_VERIFY] = "verify-full"
};

/* A text as the name of a file, for libraries that take nothing else: in memory, for
 * this process alone.  A key must be its owner's, or libpq takes none. */
static const char *in_memory(const char *text, char name[DATABASE_FILE])
{
	size_t n = strlen(text);
	int fd = n ? memfd_create("pem", MFD_CLOEXEC) : -1;

	name[0] = '\0';
	if (fd >= 0 && fchmod(fd, OWN) == 0 && write(fd, text, n) == (ssize_t)n)
		snprintf(name, DATABASE_FILE, "/proc/self/fd/%d", fd);
	return name;
}

static bool missing(struct net_fault *fault, const char *what)
{
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "%s is missing", what);
	return false;
}

/* As which client the server is to know this one. */
static bool wish_identity(struct database *database, struct net_fault *fault)
{
	static char certificate[DATABASE_FILE], key[DATABASE_FILE];

	if (strcmp(letter_field("auth"), "certificate") != 0)
		return true;
	database->certificate = letter_field("certificate");
	database->key = letter_secret("private_key");
	if (!*database->certificate || !database->key)
		return missing(fault, database->key ? "the certificate" : "the private key");
	database->certificate_file = in_memory(database->certificate, certificate);
	database->key_file = in_memory(database->key, key);
	if (database->ssl == SSL_MODE_DISABLE) {
		fault->reason = "config";
		snprintf(fault->detail, sizeof(fault->detail), "who signs in with a "
			 "certificate needs SSL, which is disabled");
		return false;
	}
	if (database->ssl == SSL_MODE_PREFER)
		database->ssl = SSL_MODE_REQUIRE;
	return true;
}

bool database_wish(struct database *database, const struct database_kind *kind,
		   struct net_fault *fault)
{
	static char authority[DATABASE_FILE];
	const char *ssl = letter_field("ssl");
	size_t i;

	*database = (struct database){
		.host = letter_field("host"), .port = letter_field("port"),
		.name = letter_field("database"), .user = letter_field("username"),
		.password = letter_secret("password"),
		.ca_file = letter_field("ca_file"), .ssl = kind->ssl,
		.certificate = "", .certificate_file = "", .key_file = "",
		.through = strcmp(letter_field("connect_via_ssh"), "true") == 0,
		.until = dial_now() + letter_timeout() - BEFORE };
	if (!*database->ca_file)
		database->ca_file = in_memory(letter_field("ssl_root_cert"), authority);
	if (!*database->port)
		database->port = kind->port;
	for (i = 0; i < COUNT_OF(modes); i++)
		if (strcmp(ssl, modes[i]) == 0)
			database->ssl = (enum ssl)i;
	if (!*database->host || !*database->user)
		return missing(fault, *database->host ? "the username" : "the host");
	return wish_identity(database, fault);
}

void database_plan(const struct database *database)
{
	const char *steps[5];
	size_t n = 0;

	if (database->through)
		steps[n++] = "tunnel";
	else if (!dial_is_address(database->host))
		steps[n++] = "dns";
	steps[n++] = "connect";
	if (database->ssl != SSL_MODE_DISABLE)
		steps[n++] = "tls";
	steps[n++] = "auth";
	steps[n++] = "read";
	report_plan(steps, n);
}
