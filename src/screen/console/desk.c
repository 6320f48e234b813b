/* desk.c: the desk's state: tabs, focus, jumping and coming back, fixes. */
#include "screen/console/desk.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/console/desk_priv.h"
#include "screen/frame/request.h"
#include "screen/frame/view_file.h"
#include "screen/pages/thing_page.h"

size_t desk_tab(const struct desk *desk)
{
	return desk->tab;
}

struct view *desk_view(struct desk *desk)
{
	return &desk->views[desk->tab][desk->shown[desk->tab]];
}

const char *desk_path(const struct desk *desk)
{
	return desk->views[desk->tab][0].tab->path;
}

void desk_sync(struct desk *desk)
{
	struct thing thing = view_focus(desk_view(desk));

	panel_follow(&desk->panel, &thing);
}

struct thing desk_focus(struct desk *desk)
{
	desk_sync(desk);
	return desk->zone == ZONE_LIST ? view_focus(desk_view(desk)) :
		panel_focus(&desk->panel);
}

void desk_refuse(struct desk *desk, const char *fmt, ...)
{
	struct thing focus = desk_focus(desk);
	char text[TOAST_MAX];
	va_list list;

	va_start(list, fmt);
	vsnprintf(text, sizeof(text), fmt, list);
	va_end(list);
	screen_refuse(desk->screen, &focus, "%s", text);
}

struct view *desk_marks(struct desk *desk)
{
	struct view *view = desk_view(desk);

	view_ready(view);
	return desk->zone == ZONE_LIST && view->list.n_marks ? view : NULL;
}

void desk_go_tab(struct desk *desk, size_t tab)
{
	if (tab >= desk->n_tabs)
		return;
	if (tab == desk->tab && desk->views[tab][1].spec)
		desk->shown[tab] = !desk->shown[tab];
	desk->tab = tab;
	desk->zone = ZONE_LIST;
	desk->typing = false;
	if (desk->panel.size == PANEL_FULL)
		desk->panel.size = desk->narrow ? PANEL_OFF : PANEL_SHOWN;
	desk_sync(desk);
}

static void remember(struct desk *desk)
{
	struct place *place;

	if (desk->n_back == DESK_BACK) {
		memmove(desk->back, desk->back + 1,
			(DESK_BACK - 1) * sizeof(desk->back[0]));
		desk->n_back--;
	}
	place = &desk->back[desk->n_back++];
	*place = (struct place){ desk->tab, desk->shown[desk->tab],
		view_focus(desk_view(desk)), desk->zone, desk->panel.size,
		desk->panel.list.cursor_id,
		panel_has_rows(&desk->panel) ? desk->panel.detail.lines.cursor :
		desk->panel.card.cursor };
}

bool desk_jump(struct desk *desk, const struct thing *thing)
{
	struct thing here = view_focus(desk_view(desk));
	size_t t, v;

	if (thing->kind == THING_NONE) {
		desk_refuse(desk, "This line leads nowhere.");
		return false;
	}
	if (!thing->id[0]) {
		desk_refuse(desk, "It is not shared with you: there is nothing to "
			    "open.");
		return false;
	}
	if (thing_same(&here, thing)) {
		desk_open(desk, thing);
		return true;
	}
	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++) {
			struct view *view = &desk->views[t][v];

			if (!view->spec || !view_holds(view, thing))
				continue;
			remember(desk);
			desk->tab = t;
			desk->shown[t] = v;
			desk->zone = ZONE_LIST;
			if (desk->panel.size == PANEL_FULL)
				desk->panel.size = PANEL_SHOWN;
			(void)view_goto(view, thing);
			desk_sync(desk);
			pages_toast(desk->screen->pages,
				    "Backspace comes back.");
			return true;
		}
	desk_refuse(desk, "%s has no row of its own here.",
		    thing_name(desk->screen->app, thing));
	return false;
}

void desk_open(struct desk *desk, const struct thing *thing)
{
	if (thing->kind == THING_NONE || thing->kind == THING_HEADING)
		return;
	thingpage_push(desk->screen, thing);
}

bool desk_ask_fix(struct desk *desk, const struct detail *detail)
{
	size_t n = detail ? detail->fixes.runnable : 0;

	if (!n) {
		desk_refuse(desk, "%s", detail && detail->fixes.n ?
			    "None of it is yours to do: the list says whom to "
			    "ask." :
			    "Nothing to fix here: no change is needed or none "
			    "would do.");
		return false;
	}
	pages_toast(desk->screen->pages, "Fix: %s%zu chooses; you see what it "
		    "does before you say yes. Esc back.", n > 1 ? "1 to " : "",
		    n > 9 ? 9 : n);
	return true;
}

/* All its steps are one change, which the question before it shows. */
void desk_fix(struct desk *desk, const struct detail *detail, int number)
{
	struct screen *screen = desk->screen;
	struct request request = { .n = 0 };
	const char *const *word;
	struct arena arena = { 0 };
	struct error err;
	struct buf text;
	size_t n;
	bool ok;

	if (!detail || number < 1 || (size_t)number > detail->fixes.runnable) {
		desk_refuse(desk, "There is no fix %d.", number);
		return;
	}
	word = fix_words(seen_judged(app_seen(screen->app)), &detail->fixes,
			 &detail->fixes.v[number - 1], true, &arena, &n);
	request_words(&request, word, n);
	arena_release(&arena);
	screen->pages->toast[0] = '\0';
	ok = request_parse(&request, screen, &err);
	if (ok)
		ok = request_open(&request, screen, &err);
	else
		request_release(&request);
	if (ok)
		return;
	buf_init(&text, TOAST_ROOM);
	request_error(&err, &text);
	desk_refuse(desk, "%s", buf_text(&text));
	buf_release(&text);
}

static void changed(struct page *page, struct pages *pages)
{
	struct desk *desk = (struct desk *)page;
	size_t t, v;

	(void)pages;
	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++)
			if (desk->views[t][v].spec)
				view_stale(&desk->views[t][v]);
	panel_aged(&desk->panel);
}

static void release(struct page *page)
{
	struct desk *desk = (struct desk *)page;
	size_t t, v;

	viewfile_save(desk);
	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++)
			if (desk->views[t][v].spec)
				view_release(&desk->views[t][v]);
	panel_release(&desk->panel);
	desk->screen->desk = NULL;
	free(desk);
}

static const struct page_ops ops = {
	.draw = desk_draw, .key = desk_key, .changed = changed, .free = release
};

void desk_push(struct screen *screen)
{
	struct desk *desk = mem_alloc(sizeof(*desk));
	const struct tab *const *all;
	size_t t, v;

	all = tabs(&desk->n_tabs);
	assert(desk->n_tabs <= DESK_TABS);
	desk->page.ops = &ops;
	desk->screen = screen;
	for (t = 0; t < desk->n_tabs; t++) {
		for (v = 0; v < TAB_VIEWS && all[t]->views[v]; v++)
			view_init(&desk->views[t][v], screen, all[t],
				  all[t]->views[v]);
		if (strcmp(all[t]->name, "projects") == 0)
			desk->tab = t;
	}
	viewfile_load(desk);
	panel_init(&desk->panel, screen);
	screen->desk = desk;
	pages_push(screen->pages, &desk->page);
}
