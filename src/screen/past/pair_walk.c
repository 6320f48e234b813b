/* pair_walk.c: see pair_walk.h. */
#include "screen/past/pair_walk.h"

#include <stdio.h>

enum { AT_FIRST = 128, STEP = 256 };	/* events, of ten microseconds or so */

static bool is_enough(const struct pair_walk *walk)
{
	return !walk->whole && pair_past_since(walk->past);
}

/* True: there is more to look at. */
static bool go_on(struct pair_walk *walk, size_t events)
{
	struct error err;
	bool more;

	error_clear(&err);
	more = pair_past_step(walk->past, events, &err);
	if (err.text[0])
		snprintf(walk->refused, sizeof(walk->refused), "%s", err.text);
	return more && !is_enough(walk);
}

static bool step(void *ctx)
{
	return go_on(ctx, STEP);
}

static void told(void *ctx, bool last)
{
	struct pair_walk *walk = ctx;

	walk->waits = walk->waits && !last;
	walk->more(walk->ctx);
	walk->screen->pages->dirty = true;
}

void pair_walk_begin(struct pair_walk *walk, struct screen *screen, uint32_t user,
		     uint32_t project, bool whole)
{
	walk->screen = screen;
	walk->whole = whole;
	walk->refused[0] = '\0';
	walk->past = pair_past_begin(screen->app, user, project);
	if (!walk->past || !go_on(walk, AT_FIRST))
		return;
	walk->waits = true;
	walk->job = (struct job){ .step = step, .told = told, .ctx = walk, .quiet = true };
	work_start(&screen->pages->work, &walk->job);
}

void pair_walk_end(struct pair_walk *walk)
{
	if (walk->waits)
		work_drop(&walk->screen->pages->work, &walk->job);
	walk->waits = false;
	pair_past_end(walk->past);
	walk->past = NULL;
}
