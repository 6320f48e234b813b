/* github_enterprise.c: GitHub Enterprise Server (A21, A28 to A30): a server of one's own,
 * with an app that was made there; its client's id and secret are proven without
 * anybody, the rest once somebody has authorized it. */
#include "connect/connector.h"

#include "connect/github/github.h"

static bool verify(struct net_fault *fault)
{
	return github_verify(true, fault);
}

static bool sign_in(struct net_fault *fault)
{
	return github_sign_in(true, fault);
}

static bool repos(struct net_fault *fault)
{
	return github_repos(true, fault);
}

static bool refs(struct net_fault *fault)
{
	return github_refs(true, fault);
}

static bool resolve(struct net_fault *fault)
{
	return github_resolve(true, fault);
}

const struct connector connector_github_enterprise = {
	.type = "github_enterprise", .verify = verify, .sign_in = sign_in, .repos = repos,
	.refs = refs, .resolve = resolve,
};
