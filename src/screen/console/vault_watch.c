/* vault_watch.c: see vault_watch.h. */
#include "screen/console/vault_watch.h"

#include <stdlib.h>

#include "action/run/run.h"
#include "screen/pages/reveal_page.h"
#include "ui/loop.h"

enum { IDLE_SECONDS = 300, THOUSAND = 1000 };

/* Who wants it shorter says so. */
static int64_t idle_ms(void)
{
	const char *text = getenv("GATEHOUSE_LOCK_SECONDS");
	long n = text ? strtol(text, NULL, 10) : 0;

	return THOUSAND * (n > 0 && n < IDLE_SECONDS ? n : IDLE_SECONDS);
}

static void lock(struct screen *screen)
{
	const struct action *action = action_find("vault", "lock");
	struct options opts = { .yes = true };
	struct args args = { .of = { { NULL, 0 } } };
	struct result result;
	struct error err;

	error_clear(&err);
	if (action && action_run(screen->app, action, &args, &opts, &result, &err))
		screen->pages->dirty = true;
	result_release(&result);
}

/* The earlier of what is waited for. */
static void set(struct screen *screen, int64_t now)
{
	int64_t left = reveal_check(screen->pages, now), at = left ? now + left : 0;

	if (!screen->app->vault)
		screen->lock_at = 0;
	else if (!screen->lock_at)	/* just opened */
		screen->lock_at = now + idle_ms();
	if (screen->lock_at && (!at || screen->lock_at < at))
		at = screen->lock_at;
	screen->pages->wake_at = at;
}

void vault_watch_key(struct screen *screen)
{
	int64_t now = loop_now();

	screen->lock_at = 0;
	set(screen, now);
}

void vault_watch_wake(struct pages *pages)
{
	struct screen *screen = pages->app;
	int64_t now = loop_now();

	if (screen->lock_at && now >= screen->lock_at) {
		screen->lock_at = 0;
		reveal_end(pages);
		lock(screen);
		pages_toast(pages, "The vault is locked: no key was pressed for a while.");
	}
	set(screen, now);
}

void vault_watch_aside(struct pages *pages)
{
	struct screen *screen = pages->app;

	reveal_end(pages);
	if (!screen->app->vault)
		return;
	screen->lock_at = 0;
	lock(screen);
	pages_toast(pages, "The vault was locked when you left.");
}
