/* trino.c: Trino. */
#include "connect/connector.h"
#include "connect/trino_talk.h"

static bool verify(struct net_fault *fault)
{
	return trino_verify(&(struct trino_kind){ "Trino", "X-Trino-" }, fault);
}

const struct connector connector_trino = { .type = "trino", .verify = verify };
