/* vault_watch.c: see vault_watch.h. */
#include "screen/console/vault_watch.h"

#include <stdlib.h>

#include "action/run/run.h"
#include "action/vault/typed_keep.h"
#include "screen/pages/reveal_page.h"
#include "ui/clip.h"
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

/* What was copied goes with the keys that opened it; false: nothing did.  A terminal does
 * not say whether it did as it was told. */
static bool forget_copied(struct screen *screen)
{
	enum clip_way way;

	if (!screen->clip.name[0])
		return false;
	way = clip_clear();
	screen->clip.name[0] = '\0';
	screen->clip.at = 0;
	return way != CLIP_LOST && way != CLIP_TOO_LONG;
}

/* Locked by whatever: by hand, by time, by what others did. */
static void if_locked(struct screen *screen)
{
	if (!screen->app->vault && forget_copied(screen)) {
		pages_toast(screen->pages, "The vault is locked, and the clipboard was told to "
			    "be empty.");
		screen->pages->dirty = true;
	}
}

/* What waits in forms and questions for the vault goes with its keys. */
static size_t wipe_typed(struct screen *screen)
{
	size_t n = pages_secrets(screen->pages, true);

	vault_typed_wipe(screen->app);
	screen->pages->dirty = screen->pages->dirty || n;
	return n;
}

/* The earlier of what is waited for. */
static void set(struct screen *screen, int64_t now)
{
	int64_t left = reveal_check(screen->pages, now), at = left ? now + left : 0;

	if_locked(screen);
	if (!screen->app->vault && !pages_secrets(screen->pages, false))
		screen->lock_at = 0;
	else if (!screen->lock_at)	/* just opened */
		screen->lock_at = now + idle_ms();
	if (screen->lock_at && (!at || screen->lock_at < at))
		at = screen->lock_at;
	if (screen->clip.at && (!at || screen->clip.at < at))
		at = screen->clip.at;
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
	bool was;

	if (screen->lock_at && now >= screen->lock_at) {
		was = screen->app->vault != NULL;
		screen->lock_at = 0;
		reveal_end(pages);
		lock(screen);
		if (wipe_typed(screen))
			pages_toast(pages, "%s: no key was pressed for a while.", was ?
				    "The vault is locked, and the secret that was typed is "
				    "wiped" : "The secret that was typed is wiped");
		else if (was)
			pages_toast(pages, "The vault is locked: no key was pressed for a "
				    "while.");
	}
	if (screen->clip.at && now >= screen->clip.at) {
		screen->clip.at = 0;
		pages_toast(pages, "The value of %s may still be in the clipboard: Y clears "
			    "it.", screen->clip.name);
		pages->dirty = true;
	}
	set(screen, now);
}

void vault_watch_clear(struct screen *screen)
{
	struct pages *pages = screen->pages;

	if (!screen->clip.name[0]) {
		screen_refuse(screen, "No value of a secret was copied, or it was cleared.");
		return;
	}
	switch (clip_clear()) {
	case CLIP_LOST: case CLIP_TOO_LONG:
		return;
	case CLIP_TMUX:
		pages_toast(pages, "tmux forgot the value of %s; the clipboard holds a blank, "
			    "if the terminal did as it was told.", screen->clip.name);
		break;
	default:
		pages_toast(pages, "The clipboard is told to be empty (OSC 52): %s. A "
			    "terminal does not confirm it.", screen->clip.name);
		break;
	}
	screen->clip.name[0] = '\0';
	screen->clip.at = 0;
}

void vault_watch_aside(struct pages *pages)
{
	struct screen *screen = pages->app;
	bool wiped;

	reveal_end(pages);
	wiped = wipe_typed(screen) > 0;
	if (!screen->app->vault && wiped)
		pages_toast(pages, "The secret that was typed was wiped when you left.");
	if (!screen->app->vault)
		return;
	screen->lock_at = 0;
	lock(screen);
	pages_toast(pages, "The vault was locked when you left%s%s.", forget_copied(screen) ?
		    ", and the clipboard was told to be empty" : "", wiped ?
		    "; the secret that was typed is wiped" : "");
}

void vault_watch_end(struct screen *screen)
{
	(void)forget_copied(screen);
}
