/* visit.c: see visit.h. */
#include "screen/console/visit.h"

#include <stdlib.h>
#include <string.h>

#include "action/run/app_open.h"
#include "action/scenario/demo.h"
#include "action/scenario/play.h"
#include "base/mem.h"
#include "screen/console/acting.h"
#include "screen/console/desk.h"
#include "screen/dialog/drafts.h"
#include "screen/frame/settings.h"
#include "screen/palette/palette.h"
#include "screen/preview/change_news.h"
#include "screen/preview/receipt.h"
#include "ui/loop.h"

struct visit {
	struct app app;
	struct screen screen;
	struct screen *below;		/* and what stood on it: */
	struct page *stack[PAGES_MAX];
	int n;
	struct job *jobs;
};

static void watch(struct screen *screen, struct loop_watch *watched)
{
	watched->fd = app_watch(screen->app);
	screen->polled = watched->fd < 0;
	screen->watched = watched;
}

/* What lies over a page goes: the palette in which it was said. */
static void put_down(struct pages *pages, struct visit *self)
{
	while (pages->n > 1 && pages->stack[pages->n - 1]->ops->overlay)
		pages_pop(pages);
	(void)pages_secrets(pages, true);	/* nothing watches over them there */
	memcpy(self->stack, pages->stack, sizeof(self->stack));
	self->n = pages->n;
	self->jobs = pages->work.first;
	pages->n = 0;
	pages->work.first = NULL;
	pages->toast[0] = '\0';
}

static void drop(struct visit *self)
{
	acting_release(&self->screen);
	change_news_release(&self->screen);
	receipt_release(&self->screen);
	drafts_release(&self->screen);
	recent_release(&self->screen);
	screen_release(&self->screen);
	demo_discard(&self->app);
	app_release(&self->app);
	free(self);
}

bool visit_begin(struct screen *screen, const struct action *action,
		 const struct args *args, struct error *err)
{
	struct visit *self = mem_alloc(sizeof(*self));
	struct loop_watch *watched = screen->watched;
	struct pages *pages = screen->pages;

	app_init(&self->app, NULL);
	if (!demo_open(&self->app, arg_text(action, args, action->params[0].name),
		       arg_text(action, args, "keep"), err)) {
		app_release(&self->app);
		free(self);
		return false;
	}
	if (visit_end(pages))
		screen = pages->app;
	self->below = screen;
	put_down(pages, self);
	screen_init(&self->screen, &self->app, pages);
	self->screen.visit = self;
	memcpy(self->screen.theme, screen->theme, sizeof(screen->theme));
	watch(&self->screen, watched);
	desk_push(&self->screen);
	if (!play_on(&self->app))
		pages_toast(pages, "A demo, of which nothing is kept. q comes back.");
	return true;
}

bool visit_end(struct pages *pages)
{
	struct screen *screen = pages->app;
	struct visit *self = screen->visit;

	if (!self)
		return false;
	pages_release(pages);
	memcpy(pages->stack, self->stack, sizeof(self->stack));
	pages->n = self->n;
	pages->app = self->below;
	pages->work.first = self->jobs;
	pages->toast[0] = '\0';
	watch(self->below, screen->watched);
	if (strcmp(screen->theme, self->below->theme) != 0)
		(void)settings_try_theme(settings_theme(self->below));
	drop(self);
	pages_changed(pages);
	return true;
}
