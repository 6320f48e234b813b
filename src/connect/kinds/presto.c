/* presto.c: Presto, of which Trino comes: the same protocol with headers of its own. */
#include "connect/connector.h"
#include "connect/trino_talk.h"

static bool verify(struct net_fault *fault)
{
	return trino_verify(&(struct trino_kind){ "Presto", "X-Presto-" }, fault);
}

const struct connector connector_presto = { .type = "presto", .verify = verify };
