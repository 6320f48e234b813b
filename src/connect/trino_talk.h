/* trino_talk.h: the protocol of Trino, Presto and Starburst: a statement is posted, and what
 * comes of it is asked for until there is no more (nextUri). */
#ifndef CONNECT_TRINO_TALK_H
#define CONNECT_TRINO_TALK_H

#include <stdbool.h>

#include "base/attr.h"
#include "net/net_fault.h"

struct trino_kind {
	const char *name;		/* "Trino" */
	const char *prefix;		/* of its headers: "X-Trino-" */
};

/* The job `verify` of such a connector, by the letter's fields host, port, catalog, schema,
 * session_properties, username and the secret password.  False: *fault. */
bool trino_verify(const struct trino_kind *kind, struct net_fault *fault) MUST_CHECK;

#endif
