/* view_filter.c: a tab's list is filtered while one types: the first rows at once, the
 * rest while nobody does. */
#include "screen/tabs/view.h"

static bool filter_on(void *ctx)
{
	struct view *view = ctx;

	return list_go_on(&view->list);
}

static void filter_told(void *ctx, bool last)
{
	struct view *view = ctx;

	(void)last;
	view->screen->pages->dirty = true;
}

void view_filter(struct view *view, const char *text)
{
	struct job *job = &view->filtering;

	view_ready(view);
	view->told = view->screen->counting.told;	/* what is known now is looked at */
	if (!list_filter(&view->list, text))
		return;
	*job = (struct job){ .step = filter_on, .told = filter_told, .ctx = view,
			     .quiet = true, .next = job->next };
	work_start(&view->screen->pages->work, job);
}

bool view_goto(struct view *view, const struct thing *thing)
{
	if (!view_holds(view, thing))
		return false;
	if (list_goto(&view->list, thing_hash(thing)))
		return true;
	input_set(&view->filter, "");
	view_filter(view, "");
	return list_goto(&view->list, thing_hash(thing));
}
