/* git_proof.h: the step `git` of a package: what a service's API named can be fetched as
 * Git does it. */
#ifndef CONNECT_GIT_PROOF_H
#define CONNECT_GIT_PROOF_H

#include <stdbool.h>

#include "base/attr.h"
#include "net/http.h"
#include "net/net_fault.h"

struct git_proof {
	struct http *http;		/* where Git is: https://github.com */
	const char *repository;		/* "acme/ml-utils" */
	const char *user, *password;	/* NULL: nobody */
	const char *kind, *name;	/* "branch" "main"; "commit" and its whole id */
	const char *commit;		/* as the API has it */
};

/* Its ok is said; false: *fault; protocol where Git has another commit of that name. */
bool git_proof(const struct git_proof *proof, struct net_fault *fault) MUST_CHECK;

#endif
