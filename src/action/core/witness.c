/* witness.c: see witness.h. */
#include "action/core/witness.h"

#include "store/checkpoints.h"
#include "store/store.h"

static bool is_told(const struct app *app, const struct options *opts)
{
	return app->witness && !app->what_if && !(opts && opts->dry_run);
}

void witness_before(struct app *app, const struct batch *batch,
		    const struct options *opts)
{
	if (is_told(app, opts))
		app->witness->before(app->witness, app, batch);
}

void witness_after(struct app *app, const struct batch *batch,
		   const struct options *opts, const struct result *result,
		   const struct error *err)
{
	if (is_told(app, opts))
		app->witness->after(app->witness, app, batch, result, err);
}

int64_t witness_revision(struct app *app)
{
	struct error ignored;
	int64_t now;

	return app->witness && app->store && store_revision(app->store, &now, &ignored) ?
		now : 0;
}

enum { NO_WITNESS = -1 };

int64_t witness_looks(const struct app *app)
{
	return app->witness && app->store ? store_own(app->store).n : NO_WITNESS;
}

void witness_aside(struct app *app, const struct action *action,
		   const struct options *opts, int64_t looked)
{
	struct store_own own;

	if (looked == NO_WITNESS || !is_told(app, opts) || !app->store)
		return;
	own = store_own(app->store);
	if (own.n > looked)
		app->witness->aside(app->witness, app, action, own.n - looked, own.last);
}

void witness_refused(struct app *app, const struct batch *batch,
		     const struct error *err)
{
	if (!batch->n || !is_told(app, NULL))
		return;
	app->witness->before(app->witness, app, batch);
	app->witness->after(app->witness, app, batch, NULL, err);
}

void witness_end(struct app *app)
{
	if (app->witness)
		app->witness->end(app->witness);
	app->witness = NULL;
}
