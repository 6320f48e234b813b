/* whatif_steps.c: what-if as the pages see it: steps, changes, the end. */
#include "action/overlay.h"
#include "screen/whatif.h"

void whatif_begin(struct screen *screen)
{
	overlay_begin(screen->app);
}

void whatif_drop(struct screen *screen)
{
	overlay_drop(screen->app);
}

bool whatif_take_back(struct screen *screen)
{
	return overlay_undo(screen->app);
}

size_t whatif_steps(struct screen *screen)
{
	return overlay_steps(screen->app);
}

const struct preview *whatif_changes(struct screen *screen)
{
	return overlay_changes(screen->app);
}

void whatif_aside(struct screen *screen)
{
	overlay_aside(screen->app);
}

void whatif_back(struct screen *screen)
{
	overlay_back(screen->app);
}

const char *whatif_fallen(struct screen *screen)
{
	return overlay_lost(screen->app);
}

bool whatif_commit(struct screen *screen, struct result *out, struct error *err)
{
	return overlay_commit(screen->app, out, err);
}

void whatif_said(struct screen *screen, size_t i, struct buf *out)
{
	struct overlay_step step = overlay_step(screen->app, i);

	buf_adds(out, step.message ? step.message :
		 overlay_command(screen->app, step.first)->action->summary);
}

bool whatif_irreversible(struct screen *screen)
{
	size_t i;

	for (i = 0; i < overlay_count(screen->app); i++)
		if (overlay_command(screen->app, i)->action->flags &
		    ACTION_IRREVERSIBLE)
			return true;
	return false;
}
