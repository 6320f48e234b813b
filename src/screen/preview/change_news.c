/* change_news.c: see change_news.h. */
#include "screen/preview/change_news.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screen/preview/move_list.h"

static void keep(struct screen *screen, const struct result *result,
		 const char *message)
{
	if (!screen->last) {
		screen->last = mem_alloc(sizeof(*screen->last));
		move_list_init(screen->last, screen);
	}
	move_list_fill(screen->last, &result->preview);
	screen->last_revision = seen_workspace(app_seen(screen->app)).revision;
	snprintf(screen->last_title, sizeof(screen->last_title), "%s", message);
}

void change_news_saved(struct screen *screen, const struct result *result,
		  const char *fallback)
{
	const char *message = result->message ? result->message : fallback;
	bool tried = screen->app->what_if != NULL;
	struct arena arena = { 0 };
	struct buf text;

	buf_init(&text, TOAST_ROOM);
	keep(screen, result, message);
	buf_printf(&text, "%s: %s", tried ? "What-if" : "Saved", message);
	if (verdict_any(&result->preview, &result->moved))
		buf_printf(&text, " %s%s.", verdict_text(&result->preview,
			   verdict_any(&result->preview, NULL) ? NULL :
			   &result->moved, &arena), screen->last->n ?
			   "; v lists them" : "");
	else if (screen->last->n)
		buf_adds(&text, " No level changes; v says why.");
	if (!tried && result->undid)
		buf_adds(&text, " U does it again.");
	else if (tried || (result->event && !result->irreversible))
		buf_adds(&text, " u takes it back.");
	screen_aged(screen);
	pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
	arena_release(&arena);
}

void change_news_release(struct screen *screen)
{
	if (screen->last)
		move_list_release(screen->last);
	free(screen->last);
	screen->last = NULL;
}
