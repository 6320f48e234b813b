/* what_if_mode_steps.c: what-if as the pages see it: steps, changes, the end. */
#include "action/run/what_if.h"
#include "screen/pages/what_if_mode.h"

void what_if_mode_begin(struct screen *screen)
{
	what_if_begin(screen->app);
}

void what_if_mode_drop(struct screen *screen)
{
	what_if_drop(screen->app);
}

bool what_if_mode_undo_step(struct screen *screen)
{
	return what_if_undo(screen->app);
}

size_t what_if_mode_steps(struct screen *screen)
{
	return what_if_steps(screen->app);
}

const struct preview *what_if_mode_changes(struct screen *screen)
{
	return what_if_changes(screen->app);
}

void what_if_mode_aside(struct screen *screen)
{
	what_if_aside(screen->app);
}

void what_if_mode_back(struct screen *screen)
{
	what_if_back(screen->app);
}

const char *what_if_mode_fallen(struct screen *screen)
{
	return what_if_lost(screen->app);
}

bool what_if_mode_commit(struct screen *screen, struct result *out, struct error *err)
{
	return what_if_commit(screen->app, out, err);
}

void what_if_mode_said(struct screen *screen, size_t i, struct buf *out)
{
	struct what_if_step step = what_if_step(screen->app, i);

	buf_adds(out, step.message ? step.message :
		 what_if_command(screen->app, step.first)->action->summary);
}

bool what_if_mode_irreversible(struct screen *screen)
{
	size_t i;

	for (i = 0; i < what_if_count(screen->app); i++)
		if (what_if_command(screen->app, i)->action->flags &
		    ACTION_IRREVERSIBLE)
			return true;
	return false;
}
