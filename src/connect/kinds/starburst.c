/* starburst.c: Starburst, which is Trino and more. */
#include "connect/connector.h"
#include "connect/trino_talk.h"

static bool verify(struct net_fault *fault)
{
	return trino_verify(&(struct trino_kind){ "Starburst", "X-Trino-" }, fault);
}

const struct connector connector_starburst = { .type = "starburst", .verify = verify };
