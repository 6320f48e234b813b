/* checking.h: several things are checked at once, each by a courier of its own; nobody
 * waits here.  The command line waits with checking_wait(), the console with its
 * loop. */
#ifndef ACTION_CHECK_CHECKING_H
#define ACTION_CHECK_CHECKING_H

#include "action/core/app.h"
#include "model/check/check.h"

enum { CHECKING_AT_ONCE = 20, CHECKING_SECONDS = 30, CHECKING_MOST = 600 };

struct post;
struct vault_rows;

struct checking_one {
	uint32_t asset;			/* when it began */
	int64_t fields;			/* app_check_fields() then */
	struct check check;		/* check.done: it is over */
	const char *courier;
	struct post *post;		/* under way */
	bool cancelled;
};

struct checking {
	struct app *app;
	struct arena arena;
	struct checking_one *v;
	size_t n, ended;
	int64_t timeout;		/* ms, each */
	int fd;				/* readable when one of them has news */
	struct vault_rows *rows;	/* NULL: it was locked */
};

/* Would the vault have to be open? */
bool checking_needs_vault(const struct app *app, const uint32_t *assets, size_t n);
/* The vault is open where it is needed.  What is known at once is over already. */
bool checking_begin(struct checking *checking, struct app *app, const uint32_t *assets,
		    size_t n, int64_t timeout, struct error *err) MUST_CHECK;
/* Start and read what there is, without waiting.  True: something was heard. */
bool checking_step(struct checking *checking);
/* Until something is heard or a deadline passes. */
void checking_wait(struct checking *checking);
/* For a loop that waits elsewhere: a descriptor, and milliseconds after which
 * checking_step() is to be called anyhow. */
int checking_fd(const struct checking *checking);
int64_t checking_left(const struct checking *checking);
/* All that are under way end here, at once. */
void checking_cancel(struct checking *checking);
bool checking_over(const struct checking *checking);
/* Keep what was found in the store: all that ended and was not cancelled. */
bool checking_keep(struct checking *checking, struct error *err) MUST_CHECK;
void checking_release(struct checking *checking);

#endif
