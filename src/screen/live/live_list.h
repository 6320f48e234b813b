/* live_list.h: what an outside service has, listed while it tells: repositories of a Git
 * provider, branches and tags, the folders and files of a bucket.  Letters filter what
 * is there so far.  Nobody waits for it: the loop hears the courier. */
#ifndef SCREEN_LIVE_LIVE_LIST_H
#define SCREEN_LIVE_LIVE_LIST_H

#include "action/check/listing.h"
#include "screen/frame/screen.h"

/* What is chosen: texts of the service, good until the call returns. */
struct live_choice {
	const char *name;		/* "acme/ml-utils", "v2.3.1", "raw/orders.csv" */
	const char *kind;		/* of refs: "branch", "tag"; else "" */
	const char *commit;		/* of refs; else "" */
	const char *of;			/* id of the subject */
	struct screen *screen;
};

struct live_wish {
	const struct check_list_kind *kind;
	struct check_subject subject;	/* a Git provider, or a file integration */
	const char *title;
	const char *repository;		/* of refs; else NULL */
	const char *prefix;		/* of files: the folder to begin with; or NULL */
	const char *filter;		/* typed already; or NULL */
	const char *deed;		/* what Enter does with one: "take" */
	/* Enter on a row; the page is gone by then.  A folder is gone into instead.
	 * stays: it is called with the page still there. */
	void (*chosen)(void *ctx, const struct live_choice *choice);
	void *ctx;
	bool stays;
};

/* Begin, and push the page; texts are copied.  False: VAULT_LOCKED, or it cannot be asked
 * for now. */
bool live_list_push(struct screen *screen, const struct live_wish *wish,
		    struct error *err) MUST_CHECK;
/* As the answer of a key's handler; a locked vault is opened first, anything else is said
 * on the message line. */
void live_list_go(struct screen *screen, const struct live_wish *wish);

#endif
