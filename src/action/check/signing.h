/* signing.h: signing in at a Git provider with a code that somebody enters in a browser
 * anywhere (RFC 8628): the code is shown, the answer waited for, what comes sealed into
 * the vault.  Nobody waits here: as checking.h. */
#ifndef ACTION_CHECK_SIGNING_H
#define ACTION_CHECK_SIGNING_H

#include "action/check/checking.h"
#include "action/core/action.h"

enum { SIGNING_SECONDS = 900, SIGNING_MOST = 3600 };

/* Stays where it is from begin to release. */
struct signing {
	struct checking checking;	/* step, fd, left, over, cancel: of this; its
					 * v[0].check has the steps */
	struct check_ear ear;
	struct check_task task;
};

/* Does it sign in so?  *why: what is missing for it, "a Client ID", or NULL. */
bool signing_is(const struct app *app, struct check_subject provider, const char **why);
/* An Admin; the vault is open.  show: once, soon, with ctx. */
bool signing_begin(struct signing *signing, struct app *app,
		   struct check_subject provider,
		   void (*show)(void *ctx, const char *user_code, const char *address,
				int64_t seconds), void *ctx,
		   int64_t timeout, struct error *err) MUST_CHECK;
/* Once it is over, which has kept what came: ERROR_NETWORK, whose code is the reason,
 * where nobody is signed in. */
bool signing_good(const struct signing *signing, struct error *err) MUST_CHECK;
void signing_release(struct signing *signing);

/* For verbs: to the end, before the face of the command line.  ERROR_INVALID CANCELLED:
 * who sat there gave up.  fresh: it was never signed in to; a sign-in that fails is kept
 * as its last check then. */
bool signing_run(struct app *app, struct check_subject provider, int64_t timeout,
		 bool fresh, struct error *err) MUST_CHECK;

#endif
