/* database_check.c: see database_check.h. */
#include "connect/database_check.h"

#include <stdio.h>
#include <string.h>

#include "connect/cage.h"
#include "connect/database_reach.h"
#include "connect/database_wish.h"
#include "connect/letter.h"
#include "connect/report.h"

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

/* A server that does not like the client's certificate may say so to nobody. */
static void doubt(const struct database *database, struct net_fault *fault)
{
	if (!database->encrypted || !database->tls.doubted ||
	    strcmp(fault->reason, "reset") != 0)
		return;
	fault->reason = "tls-client-cert";
	snprintf(fault->detail, sizeof(fault->detail), "the server cuts the connection when "
		 "it sees %s", *database->certificate ? "the client certificate" :
		 "that there is no client certificate");
}

/* What is not in this build, or on this machine, is passed over. */
static const char *status_of(const struct net_fault *fault)
{
	return strcmp(fault->reason, "no-driver") == 0 ? "skip" : "fail";
}

int database_check(const struct database_kind *kind)
{
	struct net_fault fault = { .reason = NULL };
	struct database database;

	if (!cage_enter() || !letter_read())
		return 1;
	if (!database_wish(&database, kind, &fault)) {
		report_begin("config");
		report_fault("fail", &fault);
	} else {
		database_plan(&database);
		if (!database_reach(kind, &database, &fault) ||
		    !enter(kind, &database, &fault)) {
			if (!database_cut(&fault))
				doubt(&database, &fault);
			report_fault(status_of(&fault), &fault);
		}
		database_leave();
	}
	report_done();
	return 0;
}
