/* witness.c: see witness.h. */
#include "action/core/witness.h"

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
		app->witness->after(app->witness, app, batch, opts, result, err);
}

int64_t witness_revision(struct app *app)
{
	struct error ignored;
	int64_t now;

	return app->witness && app->store && store_revision(app->store, &now, &ignored) ?
		now : 0;
}

/* Who only looks says nothing, though others may have saved something meanwhile. */
void witness_aside(struct app *app, const struct action *action,
		   const struct options *opts, int64_t revision)
{
	if (is_told(app, opts) && witness_revision(app) > revision)
		app->witness->aside(app->witness, app, action, revision);
}

void witness_refused(struct app *app, const struct batch *batch,
		     const struct error *err)
{
	if (!batch->n || !is_told(app, NULL))
		return;
	app->witness->before(app->witness, app, batch);
	app->witness->after(app->witness, app, batch, NULL, NULL, err);
}

void witness_end(struct app *app)
{
	if (app->witness)
		app->witness->end(app->witness);
	app->witness = NULL;
}
