/* as_of_mode.c: see as_of_mode.h. */
#include "screen/frame/as_of_mode.h"

#include <stdio.h>

#include "action/undo/as_of_facts.h"
#include "action/undo/event_log.h"
#include "action/undo/pair_words.h"
#include "base/text.h"
#include "screen/frame/request.h"

bool as_of_mode_on(const struct screen *screen)
{
	return as_of_on(screen->app);
}

void as_of_mode_to(struct screen *screen, int64_t seq)
{
	struct error err;
	char when[24];
	bool good;

	snprintf(when, sizeof(when), "%lld", (long long)seq);
	error_clear(&err);
	good = as_of_begin(screen->app, when, &err);
	screen_aged(screen);
	if (good) {
		pages_to_base(screen->pages);
		pages_toast(screen->pages, "This is what event %lld left. It only "
			    "reads; Esc comes back to now.", (long long)seq);
		return;
	}
	request_toast(screen, "", &err);
}

/* Who did it, and what: the time stands in the header. */
static void caption(struct screen *screen, int64_t seq)
{
	struct arena arena = { 0 };
	struct event_log log;
	struct error err;
	bool more;

	error_clear(&err);
	if (event_log_part(screen->app, seq + 1, 1, &arena, &log, &more, &err) && log.n)
		pages_toast(screen->pages, "#%lld, %s: %s", (long long)seq,
			    pair_signed(app_seen(screen->app), log.v[0].actor,
					log.v[0].acting_as, &arena),
			    log.v[0].summary);
	arena_release(&arena);
}

/* Where it cannot be told what was, one stays where one is. */
static void step(struct screen *screen, int64_t from, int64_t to)
{
	struct error err, ignored;
	char when[24];

	snprintf(when, sizeof(when), "%lld", (long long)to);
	error_clear(&err);
	if (as_of_begin(screen->app, when, &err)) {
		screen_aged(screen);
		caption(screen, to);
		return;
	}
	snprintf(when, sizeof(when), "%lld", (long long)from);
	error_clear(&ignored);
	if (!as_of_begin(screen->app, when, &ignored))
		screen->pages->dirty = true;	/* it is now, as the header says */
	screen_aged(screen);
	request_toast(screen, "", &err);
}

bool as_of_mode_key(struct screen *screen, const struct key *key)
{
	int64_t at;

	if (!as_of_mode_on(screen) || key->mods ||
	    (key->code != KEY_LEFT && key->code != KEY_RIGHT))
		return false;
	at = as_of_revision(screen->app);
	if (key->code == KEY_RIGHT && at >= as_of_newest(screen->app))
		(void)as_of_mode_end(screen);
	else if (key->code == KEY_LEFT && at <= 1)
		screen_refuse(screen, "Nothing before it is known.");
	else
		step(screen, at, key->code == KEY_LEFT ? at - 1 : at + 1);
	return true;
}

bool as_of_mode_end(struct screen *screen)
{
	if (!as_of_mode_on(screen))
		return false;
	as_of_end(screen->app);
	screen_aged(screen);
	pages_toast(screen->pages, "Back to now, revision %lld.",
		    (long long)seen_workspace(app_seen(screen->app)).revision);
	return true;
}

bool as_of_mode_refuses(struct screen *screen)
{
	if (!as_of_mode_on(screen))
		return false;
	pages_toast(screen->pages, "The past only reads. Esc comes back to now.");
	return true;
}

void as_of_mode_words(const struct screen *screen, int cols, struct buf *out)
{
	static const char *const more[] = {
		"   read only   Left Right walk   Esc back to now",
		"   read only   Esc back to now", "  read only  Esc back",
		" read only", ""
	};
	struct arena arena = { 0 };
	const char *label = as_of_label(screen->app, &arena);
	int width = (int)text_width(label) + 7;
	size_t i = screen->pages->n > 1;	/* on other pages they are other keys */

	while (i + 1 < COUNT_OF(more) &&
	       width + (int)text_width(more[i]) > cols)
		i++;
	buf_printf(out, " AS OF %s%s", label, more[i]);
	arena_release(&arena);
}
