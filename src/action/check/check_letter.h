/* check_letter.h: what a courier is told: a job, its fields and, out of the vault, the
 * secret ones that it needs.  They are wiped when the letter is gone. */
#ifndef ACTION_CHECK_CHECK_LETTER_H
#define ACTION_CHECK_CHECK_LETTER_H

#include "action/check/check_subject.h"
#include "store/vault_rows.h"

struct post;

enum { CHECK_ASKS = 4 };

struct check_task {
	struct check_subject subject;
	bool all;			/* it is one of all: an unfinished draft is passed over */
	const char *job;		/* "repos"; NULL: it is verified, a package resolved */
	const char *ask[CHECK_ASKS + 1][2];	/* {"filter", "ml"}; a NULL ends them */
	const struct check_ear *ear;	/* for what comes beside steps; or NULL */
};

/* The program that does it; NULL: none does, or something is missing that it takes: then
 * the check is over and says why. */
const char *check_courier(const struct app *app, const struct check_task *task,
			  struct check *check, struct arena *arena);
/* Has it values that the check would need? */
bool check_needs_vault(const struct app *app, struct check_subject subject);
/* Start it with its letter.  rows: of the vault, which is open, or NULL.  NULL: the
 * check is over and says why. */
struct post *check_start(struct app *app, const struct check_task *task,
			 const char *courier, const struct vault_rows *rows,
			 int64_t timeout, struct check *check, struct arena *arena);

#endif
