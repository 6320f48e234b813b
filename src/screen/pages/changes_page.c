/* changes_page.c: see changes_page.h. */
#include "screen/pages/changes_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"

struct changes_page {
	struct page page;
	struct screen *screen;
	char title[200];
	struct move_list moves;
};

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint hints[] = {
		{ "Enter", "why" }, chrome_hint(CMD_FILTER), { "Esc", "back" },
		{ NULL, NULL }
	};
	struct changes_page *self = (struct changes_page *)page;
	struct area area;

	if (chrome_page(self->screen, canvas, hints, self->title,
			move_list_totals(&self->moves), &area))
		move_list_draw(&self->moves, canvas, &area,
			       !bars_on(self->screen));
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct changes_page *self = (struct changes_page *)page;
	enum command command = keys_command(key);

	if ((!self->moves.filter.typing &&
	     bars_leave_list(self->screen, &self->moves.list, key)) ||
	    move_list_key(&self->moves, key))
		return true;
	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK ||
	    command == CMD_FULL_LIST)
		pages_pop(pages);
	else
		screen_unknown(self->screen, key);
	return true;
}

static void release(struct page *page)
{
	move_list_release(&((struct changes_page *)page)->moves);
	free(page);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .free = release
};

static struct changes_page *push(struct screen *screen, const char *title)
{
	struct changes_page *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	snprintf(self->title, sizeof(self->title), "%s", title);
	move_list_init(&self->moves, screen);
	pages_push(screen->pages, &self->page);
	return self;
}

void changes_push(struct screen *screen, const char *title, const struct preview *preview,
		  const struct result *of, bool filter)
{
	struct changes_page *self = push(screen, title);

	move_list_fill(&self->moves, preview, of);
	self->moves.filter.typing = filter;
}

void changes_push_list(struct screen *screen, const char *title,
		       const struct move_list *list)
{
	move_list_copy(&push(screen, title)->moves, list);
}
