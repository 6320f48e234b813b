/* smart_http.h: a repository over Git's smart HTTP (CONNECTORS 1.5): its branches and tags,
 * and the proof that a package can be fetched from there, which no REST API gives. */
#ifndef CONNECT_SMART_HTTP_H
#define CONNECT_SMART_HTTP_H

#include "connect/git_say.h"
#include "net/http.h"

struct smart_http {
	struct http *http;
	const char *repository;		/* "acme/ml-utils": http's origin, /it.git */
	const char *authorization;	/* "Basic ...", of http_basic(); NULL: nobody */
};

/* Its refs of a kind ("branch", "tag"; "": both) whose names begin so (""), in the
 * order of the server, and the usual branch (head).  False: *fault. */
bool smart_http_refs(const struct smart_http *at, const char *kind, const char *prefix,
		     struct git_refs *refs, struct arena *arena,
		     struct net_fault *fault) MUST_CHECK;

/* Can this be fetched?  kind and name as above; kind "commit": its whole id.  True: a pack
 * with it began to come (and was not read further); *commit: its id, of an annotated
 * tag that of what it points to.  False: *fault: ref-not-found; not-found (no such
 * repository, or no right to see it), auth-bad, auth-removed-type, forbidden,
 * rate-limited, redirected (never followed), not-this-api, protocol, too-big,
 * server-error, and those of http_ask(). */
bool smart_http_proves(const struct smart_http *at, const char *kind, const char *name,
		       char commit[GIT_ID], struct net_fault *fault) MUST_CHECK;

#endif
