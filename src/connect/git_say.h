/* git_say.h: what a Git server says over smart HTTP, read from the bytes of its answers
 * (gitprotocol-http, -v2, -pack): itself and its refs, and whether a commit is sent. */
#ifndef CONNECT_GIT_SAY_H
#define CONNECT_GIT_SAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/attr.h"
#include "net/net_fault.h"

enum { GIT_ID = 65 };		/* of SHA-256 in digits, and a NUL */

struct git_ref {
	const char *kind;	/* "branch", "tag" */
	const char *name;	/* "main", without refs/heads/ */
	const char *commit;	/* of an annotated tag: what it points to */
};

/* Their bytes are an arena's.  Names that are no UTF-8, which nobody could choose, and
 * what is neither a branch nor a tag, are left out. */
struct git_refs {
	struct git_ref *all;
	size_t n, room;
	const char *head;	/* the branch one gets where none is named; "" */
};

struct git_hello {
	int version;		/* 2; 0 and 1 are answered alike */
	size_t digits;		/* of an id: 40, 64 */
	bool shallow, unborn;	/* may be asked for */
};

/* The answer to info/refs; with version 0 the refs are in it.  False: protocol; or what
 * the server said instead. */
bool git_hello_read(const char *bytes, size_t n, struct git_hello *hello,
		    struct git_refs *refs, struct arena *arena,
		    struct net_fault *fault) MUST_CHECK;
/* The answer to ls-refs. */
bool git_refs_read(const char *bytes, size_t n, const struct git_hello *hello,
		   struct git_refs *refs, struct arena *arena,
		   struct net_fault *fault) MUST_CHECK;

enum git_sent {
	GIT_MORE,		/* it cannot be told yet */
	GIT_SENT,		/* a pack begins */
	GIT_NOT_SENT		/* *fault: ref-not-found, or what else */
};

/* What has come so far of the answer to a fetch of one commit. */
enum git_sent git_sent_read(const char *bytes, size_t n, const struct git_hello *hello,
			    struct net_fault *fault) MUST_CHECK;

/* An id as they are: 40 or 64 digits, in small letters. */
bool git_is_id(const char *text);
/* May a branch or a tag be called so (git-check-ref-format)?  What may not is never part
 * of an address, either. */
bool git_may_be_named(const char *name);

#endif
