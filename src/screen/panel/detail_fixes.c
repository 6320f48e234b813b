/* detail_fixes.c: the fixes of an explanation.  Whom else each of them moves is counted
 * over all people that it touches: as much of it as a key may take at once, in a large
 * workspace while no key waits. */
#include "screen/panel/detail.h"

#include "access/preview.h"

enum { STEPS = 600000 };	/* pairs looked at for one key: some milliseconds */

static bool look(struct detail *detail, const struct answer *answer,
		 struct patience *patience)
{
	arena_release(&detail->found_in);
	detail->fixes = (struct fix_list){ .n = 0 };
	fix_list_within(detail->screen->app, answer, detail->want, NULL, patience,
			&detail->found_in, &detail->fixes);
	if (patience->over)
		detail->fixes = (struct fix_list){ .n = 0 };
	return !patience->over;
}

static bool step(void *ctx)
{
	struct detail *detail = ctx;
	struct app *app = detail->screen->app;
	struct work *work = &detail->screen->pages->work;
	struct patience patience = { .left = SIZE_MAX, .wanted = work_wanted,
				     .ctx = work };
	struct arena arena = { 0 };
	struct answer answer;

	access_decide(seen_judged(app_seen(app)), detail->of_user,
		      detail->of_project, &arena, &answer);
	detail->found = look(detail, &answer, &patience);
	arena_release(&arena);
	return !detail->found;
}

static void told(void *ctx, bool last)
{
	struct detail *detail = ctx;

	if (!last)
		return;
	detail->waits = false;
	detail->made = false;		/* the lines are made anew, with them */
	detail->screen->pages->dirty = true;
}

bool detail_find(struct detail *detail, struct screen *screen,
		 const struct answer *answer, enum level want)
{
	struct patience patience = { .left = STEPS };

	if (detail->found || detail->waits)
		return detail->found;
	detail->screen = screen;
	detail->want = want;
	detail->of_user = answer->user;
	detail->of_project = answer->project;
	detail->found = look(detail, answer, &patience);
	if (detail->found)
		return true;
	detail->waits = true;
	detail->job = (struct job){ .step = step, .told = told, .ctx = detail,
				    .quiet = true };
	work_start(&screen->pages->work, &detail->job);
	return false;
}

void detail_lose(struct detail *detail)
{
	if (detail->waits)
		work_drop(&detail->screen->pages->work, &detail->job);
	detail->found = detail->waits = false;
	arena_release(&detail->found_in);
	detail->fixes = (struct fix_list){ .n = 0 };
}
