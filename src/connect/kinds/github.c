/* github.c: GitHub, github.com only (A21): a token, a device code, or an app. */
#include "connect/connector.h"

#include "connect/github/github.h"

static bool verify(struct net_fault *fault)
{
	return github_verify(false, fault);
}

static bool sign_in(struct net_fault *fault)
{
	return github_sign_in(false, fault);
}

static bool repos(struct net_fault *fault)
{
	return github_repos(false, fault);
}

static bool refs(struct net_fault *fault)
{
	return github_refs(false, fault);
}

static bool resolve(struct net_fault *fault)
{
	return github_resolve(false, fault);
}

const struct connector connector_github = {
	.type = "github", .verify = verify, .sign_in = sign_in, .repos = repos, .refs = refs,
	.resolve = resolve,
};
