/* change_news.c: see change_news.h. */
#include "screen/preview/change_news.h"

#include <stdio.h>
#include <stdlib.h>

#include "action/core/witness.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"
#include "screen/preview/move_list.h"
#include "screen/preview/receipt.h"

static void keep(struct screen *screen, const struct result *result,
		 const char *message)
{
	if (!screen->last) {
		screen->last = mem_alloc(sizeof(*screen->last));
		move_list_init(screen->last, screen);
	}
	move_list_fill(screen->last, &result->preview, result);
	screen->last_revision = seen_workspace(app_seen(screen->app)).revision;
	snprintf(screen->last_title, sizeof(screen->last_title), "%s", message);
}

/* Who moves, and what v does: "3 people gain", "; v lists them."; "" and " No level
 * changes; v says why."; both "". */
struct comes { const char *verdict, *more; };

static struct comes comes_of(const struct screen *screen, const struct result *result,
			     struct arena *arena)
{
	bool listed = screen->last->n > 0;

	if (verdict_any(&result->preview, &result->moved))
		return (struct comes){ verdict_text(&result->preview,
			verdict_any(&result->preview, NULL) ? NULL : &result->moved,
			arena), listed ? arena_printf(arena, "; %s lists them.",
			key_said(CMD_FULL_LIST)) : "." };
	return (struct comes){ "", listed ? arena_printf(arena, " No level changes; %s says "
		"why.", key_said(CMD_FULL_LIST)) : "" };
}

/* What was done, what comes of it, and how it is taken back; where the line ends before
 * who moves that stands first, to be read in any case, but for what is urgent. */
static void say(struct screen *screen, const char *message, const char *urgent,
		const struct comes *comes, const char *back)
{
	const struct witness *witness = screen->app->witness;
	const char *head = screen->app->what_if ? "What-if" : witness && witness->lost ?
		"Saved, and not written to the recording" : "Saved";
	const char *gap = *comes->verdict ? " " : "";
	struct buf text;
	bool fits;

	buf_init(&text, TOAST_ROOM);
	buf_printf(&text, "%s: %s%s%s", head, message, gap, comes->verdict);
	fits = (int)text_width(buf_text(&text)) <
		chrome_message_cols(screen->pages->cols);
	if (fits || !*comes->verdict) {
		buf_printf(&text, "%s%s", comes->more, back);
	} else {
		buf_reset(&text);
		buf_printf(&text, "%s: %s%s%s%s %s%s", head, urgent ? urgent : "",
			   urgent ? " " : "", comes->verdict, comes->more, message, back);
	}
	pages_toast(screen->pages, "%s", buf_text(&text));
	buf_release(&text);
}

void change_news_saved(struct screen *screen, const struct result *result,
		  const char *fallback)
{
	const char *message = result->message ? result->message : fallback;
	bool tried = screen->app->what_if != NULL;
	struct arena arena = { 0 };
	struct comes comes;

	if (!tried)
		receipt_note(screen, result);
	keep(screen, result, message);
	comes = comes_of(screen, result, &arena);
	screen_aged(screen);
	say(screen, message, result->urgent, &comes, !tried && result->undid ?
	    arena_printf(&arena, " %s does it again.", key_said(CMD_REDO)) :
	    tried || (result->event && !result->irreversible) ?
	    arena_printf(&arena, " %s takes it back.", key_said(CMD_UNDO)) : "");
	arena_release(&arena);
}

void change_news_release(struct screen *screen)
{
	if (screen->last)
		move_list_release(screen->last);
	free(screen->last);
	screen->last = NULL;
}
