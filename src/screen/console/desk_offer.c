/* desk_offer.c: do u and U do anything?  The newest events are looked at with the key,
 * older ones while nobody types. */
#include "screen/console/desk_priv.h"

#include "action/run/what_if.h"

enum { AT_ONCE = 200, A_STEP = 100 };		/* events */

static bool step(void *ctx)
{
	struct desk *desk = ctx;

	return undo_offer_step(&desk->offer, desk->screen->app, A_STEP);
}

static void told(void *ctx, bool last)
{
	struct desk *desk = ctx;

	if (last)
		desk->screen->pages->dirty = true;
}

/* What is known of them now; the rest is looked for. */
static const struct undo_offer *offer_of(struct desk *desk)
{
	struct undo_offer *offer = &desk->offer;

	if (!desk->offered && undo_offer_step(offer, desk->screen->app, AT_ONCE)) {
		desk->offering = (struct job){ .step = step, .told = told,
					       .ctx = desk, .quiet = true };
		work_start(&desk->screen->pages->work, &desk->offering);
	}
	desk->offered = true;
	return offer;
}

bool desk_undoes(struct desk *desk)
{
	const struct app *app = desk->screen->app;

	return app->what_if ? what_if_steps(app) > 0 : offer_of(desk)->undo.yes;
}

bool desk_redoes(struct desk *desk)
{
	return !desk->screen->app->what_if && offer_of(desk)->redo.yes;
}

void desk_offer_stale(struct desk *desk)
{
	work_drop(&desk->screen->pages->work, &desk->offering);
	undo_offer_begin(&desk->offer);
	desk->offered = false;
}

void desk_offer_release(struct desk *desk)
{
	work_drop(&desk->screen->pages->work, &desk->offering);
	undo_offer_release(&desk->offer);
}
