/* probe.h: is there such a server at all?  Asked while a form is filled in, before anything
 * is saved: with the fields alone, and no secret.  Nobody waits here: as checking.h. */
#ifndef ACTION_CHECK_PROBE_H
#define ACTION_CHECK_PROBE_H

#include "base/arena.h"
#include "base/error.h"
#include "model/check/check.h"

struct post;

struct probe {
	struct post *post;		/* under way */
	struct check check;
	const struct check_step *connect;	/* how that ended; NULL: not yet */
	struct arena arena;
};

/* A Git provider of this type with these fields.  False, ERROR_NETWORK: no courier. */
bool probe_begin(struct probe *probe, const char *type, const char *config,
		 int64_t timeout, struct error *err) MUST_CHECK;
/* Read what there is.  True: it is over, and probe->connect says how; what comes after
 * the connection is not waited for. */
bool probe_step(struct probe *probe);
int probe_fd(const struct probe *probe);
int64_t probe_left(const struct probe *probe);
void probe_release(struct probe *probe);	/* cancels; may be called again */

#endif
