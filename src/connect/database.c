/* database.c: see database.h. */
#include "connect/database.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/attr.h"
#include "connect/cage.h"
#include "connect/letter.h"
#include "connect/report.h"
#include "net/tls_look.h"

static const char *const modes[] = {
	[SSL_MODE_DISABLE] = "disable", [SSL_MODE_PREFER] = "prefer",
	[SSL_MODE_REQUIRE] = "require", [SSL_MODE_VERIFY] = "verify-full"
};

/* An authority that is given as text, as the name of a file: in memory. */
static const char *in_memory(const char *pem)
{
	static char name[40];
	size_t n = strlen(pem);
	int fd = n ? memfd_create("ca", MFD_CLOEXEC) : -1;

	if (fd < 0 || write(fd, pem, n) != (ssize_t)n)
		return "";
	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	return name;
}

static bool fill(struct database *database, const char *port, struct net_fault *fault)
{
	const char *ssl = letter_field("ssl");
	size_t i;

	*database = (struct database){
		.host = letter_field("host"), .port = letter_field("port"),
		.name = letter_field("database"), .user = letter_field("username"),
		.password = letter_secret("password"),
		.ca_file = letter_field("ca_file"), .ssl = SSL_MODE_PREFER,
		.until = letter_until() };
	if (!*database->ca_file)
		database->ca_file = in_memory(letter_field("ssl_root_cert"));
	if (!*database->port)
		database->port = port;
	for (i = 0; i < COUNT_OF(modes); i++)
		if (strcmp(ssl, modes[i]) == 0)
			database->ssl = (enum ssl)i;
	if (*database->host && *database->user)
		return true;
	fault->reason = "config";
	snprintf(fault->detail, sizeof(fault->detail), "%s is missing",
		 *database->host ? "the username" : "the host");
	return false;
}

static void plan(const struct database *database)
{
	const char *steps[5];
	size_t n = 0;

	if (!dial_is_address(database->host))
		steps[n++] = "dns";
	steps[n++] = "connect";
	if (database->ssl != SSL_MODE_DISABLE)
		steps[n++] = "tls";
	steps[n++] = "auth";
	steps[n++] = "read";
	report_plan(steps, n);
}

static bool look_up(struct database *database, struct addrinfo **all,
		    struct net_fault *fault)
{
	bool name = !dial_is_address(database->host);

	if (name)
		report_begin("dns");
	if (!dial_look_up(database->host, database->port, all, fault)) {
		if (!name)
			report_begin("connect");
		return false;
	}
	if (name)
		report_ok("");
	return true;
}

/* Nothing is encrypted, and that is as it is wanted. */
static bool plain(const struct database *database, struct net_fault *fault)
{
	bool here = dial_is_loopback(database->address);

	fault->reason = here ? NULL : "not-tls";
	snprintf(fault->detail, sizeof(fault->detail), "the server offers no TLS%s",
		 here ? "; this machine alone is spoken to" : ": nothing is encrypted");
	report_fault(here ? "skip" : "warn", fault);
	*fault = (struct net_fault){ .reason = NULL };
	return true;
}

static bool tls(const struct database_kind *kind, struct database *database, int fd,
		struct net_fault *fault)
{
	const struct tls_wish wish = {
		.host = database->host, .verify = database->ssl == SSL_MODE_VERIFY,
		.ca_file = database->ca_file, .until = database->until };
	char about[TLS_ABOUT];
	bool offers = false;

	if (database->ssl == SSL_MODE_DISABLE)
		return true;
	report_begin("tls");
	if (!kind->offers_tls(database, fd, &offers, fault))
		return false;
	if (!offers && database->ssl == SSL_MODE_PREFER)
		return plain(database, fault);
	if (!offers) {
		fault->reason = "not-tls";
		snprintf(fault->detail, sizeof(fault->detail), "the server offers no TLS");
		return false;
	}
	if (!tls_look(fd, &wish, about, fault))
		return false;
	database->encrypted = true;
	report_ok(about);
	return true;
}

static bool reach(const struct database_kind *kind, struct database *database,
		  struct net_fault *fault)
{
	struct addrinfo *all = NULL;
	bool good;
	int fd;

	if (!look_up(database, &all, fault))
		return false;
	report_begin("connect");
	fd = dial(all, database->until, database->address, database->shown, fault);
	freeaddrinfo(all);
	if (fd < 0)
		return false;
	report_ok(database->shown);
	good = tls(kind, database, fd, fault);
	close(fd);
	return good;
}

static bool enter(const struct database_kind *kind, const struct database *database,
		  struct net_fault *fault)
{
	report_begin("auth");
	if (!kind->sign_in(database, fault))
		return false;
	report_ok("");
	report_begin("read");
	if (!kind->read(database, fault))
		return false;
	report_ok("");
	return true;
}

int database_check(const struct database_kind *kind)
{
	struct net_fault fault = { .reason = NULL };
	struct database database;

	if (!cage_enter() || !letter_read())
		return 1;
	if (!fill(&database, kind->port, &fault)) {
		report_begin("config");
		report_fault("fail", &fault);
	} else {
		plan(&database);
		if (!reach(kind, &database, &fault) || !enter(kind, &database, &fault))
			report_fault("fail", &fault);
	}
	report_done();
	return 0;
}
