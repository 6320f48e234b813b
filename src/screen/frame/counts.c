/* counts.c: see counts.h. */
#include "screen/frame/counts.h"

#include <stdlib.h>

#include "access/rights.h"
#include "base/mem.h"

enum { LOOKS = 20000 };		/* people looked at for one key: some milliseconds */

static void count_project(struct counting *counting, uint32_t project,
			  struct counts *counts)
{
	const struct seen *seen = app_seen(counting->app);
	struct editors *editors = &counting->editors;
	size_t i;

	if (sees_project(seen, project) != SIGHT_ALL)
		return;		/* title and state are all one sees */
	editors_of(editors, seen_judged(seen), project);
	for (i = 0; i < editors->n; i++) {
		if (!sees_user(seen, editors->v[i].user))
			continue;
		counts->given_edit++;
		counts->hold_edit += !editors->v[i].held;
	}
}

static void count(struct counting *counting, uint32_t at, struct counts *counts)
{
	const struct seen *seen = app_seen(counting->app);

	counts->known = true;
	if (counts->waits)
		counting->n_waits--;
	counts->waits = false;
	counting->editors.looked = 0;
	if (at < counting->n_projects) {
		count_project(counting, at, counts);
		return;
	}
	if (!counting->sees)
		counting->sees = mem_alloc((size_t)seen_n_users(seen) + 1);
	counts->hold_edit = right_value_seers(seen_judged(seen),
					      at - counting->n_projects,
					      &counting->editors, counting->sees);
}

static struct counts *counts_of(struct counting *counting, uint32_t at)
{
	const struct seen *seen = app_seen(counting->app);

	if (!counting->of) {
		counting->n_projects = seen_n_projects(seen);
		counting->of = mem_array((size_t)seen_n_projects(seen) +
					 seen_n_assets(seen) + 1,
					 sizeof(*counting->of));
	}
	return &counting->of[at];
}

const struct counts *counts_now(struct counting *counting, uint32_t project)
{
	struct counts *counts = counts_of(counting, project);

	if (!counts->known)
		count(counting, project, counts);
	return counts;
}

/* One of those that wait. */
static bool step(void *ctx)
{
	struct counting *counting = ctx;
	struct counts *counts;
	uint32_t project;

	while (counting->n_asked) {
		project = counting->asked[--counting->n_asked];
		counts = counts_of(counting, project);
		if (counts->known)
			continue;	/* was asked twice */
		count(counting, project, counts);
		counting->job.done++;
		return counting->n_waits > 0;
	}
	return false;
}

static void told(void *ctx, bool last)
{
	struct counting *counting = ctx;

	counting->told++;
	counting->pages->dirty = true;
	if (!last)
		return;
	counting->stops += counting->job.stopped;
	for (; counting->n_asked; counting->n_asked--)	/* it was stopped */
		counts_of(counting, counting->asked[counting->n_asked - 1])->waits =
			false;
	counting->n_waits = counting->job.done = counting->job.total = 0;
}

static void ask(struct counting *counting, uint32_t project, struct counts *counts)
{

	if (!counts->waits) {
		counting->n_waits++;
		counting->job.total++;
	}
	counts->waits = true;
	if (counting->n_asked > 4 * ((size_t)counting->n_projects +
				     seen_n_assets(app_seen(counting->app))))
		return;		/* it stands there often enough */
	counting->asked = mem_grow(counting->asked, counting->n_asked,
				   &counting->cap_asked, sizeof(*counting->asked));
	counting->asked[counting->n_asked++] = project;
	work_start(&counting->pages->work, &counting->job);
}

const struct counts *counts_seers_soon(struct counting *counting, uint32_t asset)
{
	(void)counts_of(counting, 0);
	return counts_soon(counting, counting->n_projects + asset);
}

const struct counts *counts_soon(struct counting *counting, uint32_t project)
{
	struct counts *counts = counts_of(counting, project);

	if (counts->known)
		return counts;
	if (counting->turn != counting->pages->turns) {
		counting->turn = counting->pages->turns;
		counting->left = LOOKS;
	}
	if (!counting->left) {
		counting->missed++;
		ask(counting, project, counts);
		return NULL;
	}
	count(counting, project, counts);
	counting->left -= counting->editors.looked + 1 < counting->left ?
		counting->editors.looked + 1 : counting->left;
	return counts;
}

void counts_init(struct counting *counting, const struct app *app,
		 struct pages *pages)
{
	*counting = (struct counting){
		.app = app, .pages = pages, .left = LOOKS,
		.job = { .step = step, .told = told, .ctx = counting },
	};
}

void counts_forget(struct counting *counting)
{

	work_drop(&counting->pages->work, &counting->job);
	free(counting->of);
	free(counting->sees);
	counting->of = NULL;
	counting->sees = NULL;
	counting->n_asked = counting->n_waits = 0;
	counting->job.done = counting->job.total = 0;
}

void counts_release(struct counting *counting)
{
	counts_forget(counting);
	free(counting->asked);
	editors_release(&counting->editors);
}
