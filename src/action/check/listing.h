/* listing.h: what there is at an outside service, asked for now: the repositories of a
 * Git provider, the branches and tags of one, the files of a bucket.  Nobody waits here:
 * as checking.h. */
#ifndef ACTION_CHECK_LISTING_H
#define ACTION_CHECK_LISTING_H

#include "action/check/checking.h"
#include "model/check/check_list.h"

struct listing_wish {
	const struct check_list_kind *kind;
	struct check_subject subject;	/* a Git provider, or a file integration */
	const char *repository;		/* of refs; or NULL */
	const char *ref_kind;		/* "branch", "tag"; NULL: both */
	const char *filter;		/* what is in the names; NULL: all */
	const char *prefix;		/* of files: what is below it; NULL: all */
};

/* Stays where it is from begin to release. */
struct listing {
	struct check_list list;
	struct checking checking;	/* step, fd, left, over, cancel: of this */
	struct check_ear ear;
	struct check_task task;
};

/* Whoever may: an Admin; the vault is open where it is needed (checking_needs_vault).
 * The wish's texts live as long. */
bool listing_begin(struct listing *listing, struct app *app,
		   const struct listing_wish *wish, int64_t timeout, struct error *err)
	MUST_CHECK;
/* Once it is over: is it all there?  ERROR_NETWORK, whose code is the reason. */
bool listing_good(const struct listing *listing, struct error *err) MUST_CHECK;
void listing_release(struct listing *listing);

/* For verbs: ask, wait, answer {"repos":[]}; their parameters are LISTING_PARAMS. */
struct action;
struct args;
struct result;
bool listing_run(const struct action *self, struct app *app, const struct args *args,
		 const struct listing_wish *wish, struct result *out, struct error *err)
	MUST_CHECK;
/* The first row whose first column is this; false: none. */
bool listing_has(const struct listing *listing, const char *text);

#define LISTING_PARAMS \
	PARAM_CHECK_TIMEOUT, \
	PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read")

#endif
