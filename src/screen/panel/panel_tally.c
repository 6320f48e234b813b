/* panel_tally.c: of each person, in how many of the projects that import an asset they
 * are held, and in how many they see its value.  An asset may be imported by hundreds of
 * projects: what a key may not count is counted between keys. */
#include "screen/panel/panel_priv.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { LOOKS = 15000 };	/* people looked at for one key: some milliseconds */

static void release(struct panel_tally *tally)
{
	free(tally->caps);
	free(tally->values);
	tally->caps = tally->values = NULL;
}

void panel_tally_drop(struct panel *panel)
{
	struct panel_tally *tally = &panel->tally;

	work_drop(&panel->screen->pages->work, &tally->job);
	release(tally);
}

/* The next project that is seen; false: there is none. */
static bool count_one(struct panel_tally *tally, struct screen *screen)
{
	const struct seen *seen = app_seen(screen->app);
	const struct numbers *used = seen_importing(seen, tally->asset);
	bool shown = seen_workspace(seen).show_secret_values;
	struct editors *editors = &screen->counting.editors;
	uint32_t project;
	size_t i;

	if (tally->next >= used->n)
		return false;
	project = used->v[tally->next++];
	tally->job.done++;
	if (!sees_project(seen, project))
		return true;
	editors_of(editors, seen_judged(seen), project);
	tally->looked += editors->looked;
	for (i = 0; i < editors->n; i++) {
		tally->caps[editors->v[i].user] += editors->v[i].lacks;
		tally->values[editors->v[i].user] += shown &&
			!editors->v[i].held;
	}
	return true;
}

static bool step(void *ctx)
{
	struct panel *panel = ctx;

	if (count_one(&panel->tally, panel->screen))
		return true;
	panel->tally.known = true;
	return false;
}

/* The rows are made anew, with what is known. */
static void told(void *ctx, bool last)
{
	struct panel *panel = ctx;

	(void)last;
	panel->loaded = false;
	panel->screen->pages->dirty = true;
}

static void begin(struct panel *panel, uint32_t asset)
{
	const struct seen *seen = app_seen(panel->screen->app);
	struct panel_tally *tally = &panel->tally;

	panel_tally_drop(panel);
	*tally = (struct panel_tally){
		.asset = asset,
		.caps = mem_array((size_t)seen_n_users(seen) + 1,
				  sizeof(*tally->caps)),
		.values = mem_array((size_t)seen_n_users(seen) + 1,
				    sizeof(*tally->values)),
		.job = { .step = step, .told = told, .ctx = panel,
			 .total = seen_importing(seen, asset)->n },
	};
}

const struct panel_tally *panel_tally(struct panel *panel, uint32_t asset, bool now)
{
	struct panel_tally *tally = &panel->tally;

	if (tally->caps && tally->asset == asset && (tally->known || !now))
		return tally;		/* or it is at work, or was stopped */
	begin(panel, asset);
	while (now || tally->looked < LOOKS)
		if (!step(panel))
			break;
	if (!tally->known)
		work_start(&panel->screen->pages->work, &tally->job);
	return tally;
}
