/* git_proof.h: the last two steps of a package: `ref`, what a service's API named, and
 * `git`, that it can be fetched as Git does it. */
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
	const char *commit;		/* as the API has it; "": it could not be asked */
	const char *was;		/* then: what it was before; NULL, "": not known */
	const char *right;		/* what Git asks of a credential, in the words of
					 * the service: "the scope read_repository"; NULL */
};

/* The step `ref` is through: the commit is reported; its ok, or, where a tag has moved
 * since it was `was` ("": not known), a warning. */
void git_ref_report(const char *repository, const char *kind, const char *name,
		    const char *commit, const char *was);
/* The step `git`: begun, and its ok said.  Git has another commit of that name: it was
 * pushed meanwhile, and is reported with a warning.  False: *fault, as
 * smart_http_proves(), and who can mend it. */
bool git_proof(const struct git_proof *proof, struct net_fault *fault) MUST_CHECK;

/* Is the API away, so that Git itself may be asked instead? */
bool git_instead(const struct net_fault *fault);
/* If so, the step under way ends with that as a warning, *fault is none, and the next is
 * Git's. */
bool git_warn_instead(struct net_fault *fault) MUST_CHECK;
/* The rows of the job refs from Git itself, those of `kind` ("": both) with the filter in
 * their names; its ok is said.  False: *fault, as smart_http_refs(). */
bool git_list(const struct git_proof *at, const char *filter,
	      struct net_fault *fault) MUST_CHECK;

#endif
