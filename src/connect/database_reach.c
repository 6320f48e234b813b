/* database_reach.c: see database_reach.h. */
#include "connect/database_reach.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "connect/letter.h"
#include "connect/report.h"
#include "connect/tunnel.h"
#include "net/tls_look.h"

static const char loopback[] = "127.0.0.1";
static struct tunnel tunnel = { .from = -1 };

/* What a first exchange on a connection showed. */
struct greeted { int fd; bool done, good, offers; };

static bool look_up(const struct database *database, struct addrinfo **all,
		    struct net_fault *fault)
{
	bool name = !dial_is_address(database->dial_host);

	if (name)
		report_begin("dns");
	if (!dial_look_up(database->dial_host, database->dial_port, all, fault)) {
		if (!name)
			report_begin("connect");
		return false;
	}
	if (name)
		report_ok("");
	return true;
}

static bool make_tunnel(struct database *database, struct net_fault *fault)
{
	const char *port = letter_field("ssh_port");
	const struct tunnel_wish wish = {
		.program = SSH_PROGRAM, .folder = letter_ssh_folder(),
		.host = letter_field("ssh_host"), .port = *port ? port : "22",
		.user = letter_field("ssh_username"), .to_host = database->host,
		.to_port = database->port, .until = database->until };
	char about[NET_TEXT];

	report_begin("tunnel");
	if (!tunnel_open(&wish, &tunnel, fault))
		return false;
	database->dial_host = loopback;
	database->dial_port = tunnel.port;
	snprintf(about, sizeof(about), "%.60s@%.120s:%.8s", wish.user, wish.host, wish.port);
	report_ok(about);
	return true;
}

bool database_cut(struct net_fault *fault)
{
	return tunnel.pid > 0 && tunnel_refused(&tunnel, fault);
}

void database_leave(void)
{
	tunnel_close(&tunnel);
}

/* ssh takes each connection; whether the SSH server gets on to the database shows at
 * the first words only. */
static bool greet(const struct database_kind *kind, const struct database *database,
		  struct greeted *greeted, struct net_fault *fault)
{
	greeted->done = true;
	greeted->good = kind->offers_tls(database, greeted->fd, &greeted->offers, fault);
	return greeted->good || (!database_cut(fault) && strcmp(fault->reason, "timeout") != 0);
}

static bool connect_step(const struct database_kind *kind, struct database *database,
			 struct greeted *greeted, struct net_fault *fault)
{
	struct addrinfo *all = NULL;

	if (database->through ? !dial_look_up(database->dial_host, database->dial_port, &all,
					      fault) : !look_up(database, &all, fault))
		return false;
	report_begin("connect");
	greeted->fd = dial(all, database->until, database->address, database->shown, fault);
	freeaddrinfo(all);
	if (greeted->fd < 0)
		return false;
	if (database->through) {
		snprintf(database->shown, sizeof(database->shown), "%.60s:%.8s",
			 database->host, database->port);
		if (!greet(kind, database, greeted, fault))
			return false;
	}
	report_ok(database->shown);
	return true;
}

/* Nothing is encrypted, and that is as it is wanted. */
static bool plain(const struct database *database, struct net_fault *fault)
{
	bool here = dial_is_loopback(database->through ? database->host : database->address);

	fault->reason = here ? NULL : "not-tls";
	snprintf(fault->detail, sizeof(fault->detail), "the server offers no TLS%s",
		 here && database->through ? "; it is spoken to within SSH alone" :
		 here ? "; this machine alone is spoken to" : database->through ?
		 ": behind the SSH server nothing is encrypted" :
		 ": nothing is encrypted");
	report_fault(here ? "skip" : "warn", fault);
	*fault = (struct net_fault){ .reason = NULL };
	return true;
}

static bool tls_step(const struct database_kind *kind, struct database *database,
		     struct greeted *greeted, struct net_fault *fault)
{
	const struct tls_wish wish = {
		.host = database->host, .verify = database->ssl == SSL_MODE_VERIFY,
		.ca_file = database->ca_file, .certificate = database->certificate,
		.key = database->key, .until = database->until, .line = kind->line };

	if (database->ssl == SSL_MODE_DISABLE) {
		*fault = (struct net_fault){ .reason = NULL };
		return true;
	}
	report_begin("tls");
	if (!greeted->done)
		greeted->good = kind->offers_tls(database, greeted->fd, &greeted->offers,
						 fault);
	if (!greeted->good)
		return false;
	if (!greeted->offers && database->ssl == SSL_MODE_PREFER)
		return plain(database, fault);
	if (!greeted->offers) {
		fault->reason = "not-tls";
		snprintf(fault->detail, sizeof(fault->detail), "the server offers no TLS");
		return false;
	}
	if (!tls_look(greeted->fd, &wish, &database->tls, fault))
		return false;
	database->encrypted = true;
	report_ok(database->tls.about);
	return true;
}

bool database_reach(const struct database_kind *kind, struct database *database,
		    struct net_fault *fault)
{
	struct greeted greeted = { .fd = -1 };
	bool good;

	database->dial_host = database->host;
	database->dial_port = database->port;
	if (database->through && !make_tunnel(database, fault))
		return false;
	good = connect_step(kind, database, &greeted, fault) &&
		tls_step(kind, database, &greeted, fault);
	if (greeted.fd >= 0)
		close(greeted.fd);
	return good;
}
