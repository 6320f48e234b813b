/* checking.h: several things are checked at once, each by a courier of its own; nobody
 * waits here.  The command line waits with checking_wait(), the console with its
 * loop. */
#ifndef ACTION_CHECK_CHECKING_H
#define ACTION_CHECK_CHECKING_H

#include "action/check/check_letter.h"
#include "action/check/check_secrets.h"

enum { CHECKING_AT_ONCE = 20, CHECKING_SECONDS = 30, CHECKING_MOST = 600 };

struct checking_one {
	struct check_task task;		/* its subject: when it began */
	int64_t fields;			/* app_check_fields() then */
	struct check check;		/* check.done: it is over */
	const char *courier;
	struct post *post;		/* under way */
	struct check_ear ear;		/* the task's, and for what is kept */
	struct check_secrets secrets;	/* that came */
	const char *lender, *origin;	/* id of the Git provider that it signs in at, and
					 * where that one's secrets may go, as it was told;
					 * NULL: it signs in at none */
	int64_t renewable;		/* version of the refresh token that was sent; 0: none */
	bool cancelled, again;		/* again: with a newer one than that */
};

struct checking {
	struct app *app;
	struct arena arena;
	struct checking_one *v;
	size_t n, ended;
	int64_t timeout;		/* ms, each */
	int fd;				/* readable when one of them has news */
	struct vault_rows *rows;	/* NULL: it was locked */
	bool asks;			/* it is no check: nothing is kept */
};

/* Would the vault have to be open? */
bool checking_needs_vault(const struct app *app, const struct check_subject *subjects,
			  size_t n);
/* The vault is open where it is needed.  What is known at once is over already.  all: they
 * were not named: a draft that lacks something is passed over. */
bool checking_begin(struct checking *checking, struct app *app,
		    const struct check_subject *subjects, size_t n, bool all,
		    int64_t timeout, struct error *err) MUST_CHECK;
/* One job of another sort (task->job), heard by its ear; what the task points to lives
 * as long.  v[0].check says how it went. */
bool checking_ask(struct checking *checking, struct app *app,
		  const struct check_task *task, int64_t timeout, struct error *err)
	MUST_CHECK;
/* Nobody is asked: those of them that failed at their last check, and that since then
 * (0: whenever) first, as it was kept, with who is hit now. */
void checking_recall(struct checking *checking, struct app *app,
		     const struct check_subject *subjects, size_t n, int64_t since);
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
/* Keep what was found in the store: all that ended and was not cancelled; and in the
 * register of this machine whose account it was (D29). */
bool checking_keep(struct checking *checking, struct error *err) MUST_CHECK;
/* Of a job that was asked for: has it done it?  ERROR_NETWORK, whose code is the reason;
 * else_: where no reason says more. */
bool checking_good(const struct checking *checking, const char *else_, struct error *err)
	MUST_CHECK;
void checking_release(struct checking *checking);

#endif
