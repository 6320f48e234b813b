/* others.c: see others.h. */
#include "screen/console/others.h"

#include <stdio.h>

#include "action/run/what_if.h"
#include "screen/console/desk.h"
#include "screen/frame/last_event.h"

static void tell_fallen(struct screen *screen, struct buf *out)
{
	const char *lost = what_if_lost(screen->app);

	if (!lost)
		return;
	snprintf(screen->fallen, sizeof(screen->fallen), "%s", lost);
	buf_printf(out, " What-if lost a step: %s.", lost);
}

void others_tell(struct screen *screen)
{
	int64_t now = seen_workspace(app_seen(screen->app)).revision;
	int64_t more = now - screen->news.from - 1;
	struct buf text;
	size_t rows;

	if (!screen->news.fresh)
		return;
	screen->news.fresh = false;
	rows = desk_moved_rows(screen->desk);
	buf_init(&text, TOAST_ROOM);
	if (!last_event_words(screen, &text))
		buf_printf(&text, "Changed elsewhere: now at revision %lld.",
			   (long long)now);
	if (more > 0)
		buf_printf(&text, " And %lld more change%s.", (long long)more,
			   more == 1 ? "" : "s");
	if (rows)
		buf_printf(&text, " %zu row%s here changed.", rows,
			   rows == 1 ? "" : "s");
	tell_fallen(screen, &text);
	if (screen->news.toast == screen->pages->toasts)
		pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
}
