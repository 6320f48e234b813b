/* witness.h: somebody is told of all that is done to the open workspace, and of what is
 * refused: who records a scenario (record.h).  Every edit passes batch_run, which tells. */
#ifndef ACTION_CORE_WITNESS_H
#define ACTION_CORE_WITNESS_H

#include "action/core/batch.h"

struct witness {
	/* Commands are about to run: their words still name what there is. */
	void (*before)(struct witness *self, struct app *app, const struct batch *batch);
	/* They were: err NULL, and what came of it; or refused.  Where nothing was to be
	 * done result is NULL. */
	void (*after)(struct witness *self, struct app *app, const struct batch *batch,
		      const struct result *result, const struct error *err);
	/* Something else than edits was done, and wrote so many events, the last of them
	 * this one.  Events of others may stand before and between. */
	void (*aside)(struct witness *self, struct app *app, const struct action *action,
		      int64_t events, int64_t last);
	void (*end)(struct witness *self);	/* and free it */
	size_t steps, missed;	/* of what was told: kept so far, and not kept */
	const char *lost;	/* why what was kept is not written now; or NULL */
};

/* All do nothing where nobody is told.  What is only tried is told to nobody. */
void witness_before(struct app *app, const struct batch *batch,
		    const struct options *opts);
void witness_after(struct app *app, const struct batch *batch,
		   const struct options *opts, const struct result *result,
		   const struct error *err);
/* What is saved now, by whomever; 0 where that cannot be read. */
int64_t witness_revision(struct app *app);
/* Before what is no edit, and after it with what was answered.  It is told where it wrote
 * by itself: who only looks, or begins to be a witness, says nothing, whatever others save
 * meanwhile. */
int64_t witness_looks(const struct app *app);
void witness_aside(struct app *app, const struct action *action,
		   const struct options *opts, int64_t looked);
/* A form, or a question, was not let through: nothing was run.  The commands are those
 * that would have been. */
void witness_refused(struct app *app, const struct batch *batch,
		     const struct error *err);
void witness_end(struct app *app);

#endif
