/* connector.h: one outside service: what can be asked of it.  A file in kinds/ each; the
 * registry is made from local.mk.  gatehouse-courier does one job of one of them, and
 * reports it (report.h). */
#ifndef CONNECT_CONNECTOR_H
#define CONNECT_CONNECTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "net/net_fault.h"

/* The jobs of a letter ("job"), and what each is told in its "ask". */
struct connector {
	const char *type;		/* of the letter: "github" */
	/* Each: the plan and the steps are reported as they end; the last fault is
	 * reported by the caller where it answers false.  NULL: there is no such job. */
	bool (*verify)(struct net_fault *fault);
	bool (*sign_in)(struct net_fault *fault);	/* a device code (RFC 8628) */
	bool (*repos)(struct net_fault *fault);		/* filter */
	bool (*refs)(struct net_fault *fault);		/* repository kind filter */
	bool (*resolve)(struct net_fault *fault);	/* repository kind ref was */
	bool (*browse)(struct net_fault *fault);	/* prefix */
};

const struct connector *const *connectors(size_t *n);	/* generated */

/* The letter is read and its job done, reported to the end; what main() returns. */
int connector_run(void);

#endif
