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
		if (!seen->people && !sees_user(seen, editors->v[i].user))
			continue;
		counts->given_edit++;
		counts->hold_edit += !editors->v[i].held;
	}
}

/* A project more of an asset; true: that was the last. */
static bool count_seers(struct counting *counting, uint32_t asset, struct counts *counts)
{
	const struct seen *seen = app_seen(counting->app);

	if (!counting->sees)
		counting->sees = mem_alloc((size_t)seen_n_users(seen) + 1);
	if (!counting->halfway)
		counting->seers = (struct value_seers){ .asset = asset };
	counting->halfway = right_value_seers_next(seen_judged(seen), &counting->seers,
						   &counting->editors, counting->sees);
	counts->hold_edit = counting->seers.n;
	return !counting->halfway;
}

/* Some of it, as long as one project takes; true: it is known. */
static bool count_on(struct counting *counting, uint32_t at, struct counts *counts)
{
	counting->editors.looked = 0;
	if (at < counting->n_projects)
		count_project(counting, at, counts);
	else if (!count_seers(counting, at - counting->n_projects, counts))
		return false;
	counts->known = true;
	if (counts->waits)
		counting->n_waits--;
	counts->waits = false;
	return true;
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
		(void)count_on(counting, project, counts);
	return counts;
}

/* The one that was begun, else the next that waits; some were asked for twice. */
static bool next(struct counting *counting, uint32_t *at)
{
	*at = counting->n_projects + counting->seers.asset;
	if (counting->halfway)
		return true;
	while (counting->n_asked) {
		*at = counting->asked[--counting->n_asked];
		if (!counts_of(counting, *at)->known)
			return true;
	}
	return false;
}

static bool step(void *ctx)
{
	struct counting *counting = ctx;
	uint32_t at;

	if (!next(counting, &at))
		return false;
	if (!count_on(counting, at, counts_of(counting, at)))
		return true;
	counting->job.done++;
	return counting->n_waits > 0;
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
	counting->halfway = false;
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

/* There is room for one asset: what was begun comes to its end first. */
static bool may_begin(const struct counting *counting, uint32_t at)
{
	return at < counting->n_projects || !counting->halfway ||
		at == counting->n_projects + counting->seers.asset;
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
	while (counting->left && may_begin(counting, project)) {
		bool known = count_on(counting, project, counts);

		counting->left -= counting->editors.looked + 1 < counting->left ?
			counting->editors.looked + 1 : counting->left;
		if (known)
			return counts;
	}
	counting->missed++;
	ask(counting, project, counts);
	return NULL;
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
	counting->halfway = false;
	counting->n_asked = counting->n_waits = 0;
	counting->job.done = counting->job.total = 0;
}

void counts_release(struct counting *counting)
{
	counts_forget(counting);
	free(counting->asked);
	editors_release(&counting->editors);
}
