/* desk.c: the desk's state: tabs, focus, jumping. */
#include "screen/console/desk.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screen/console/desk_priv.h"

struct view *desk_view(struct desk *desk)
{
	return &desk->views[desk->tab][desk->shown[desk->tab]];
}

void desk_show_tab(struct desk *desk, size_t tab)
{
	desk->tab = desk->screen->around.at = tab;
	desk->screen->around.path = desk->views[tab][0].tab->path;
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

struct view *desk_marks(struct desk *desk)
{
	struct view *view = desk_view(desk);

	view_ready(view);
	return desk->zone == ZONE_LIST && view->list.n_marks ? view : NULL;
}

static void go_list(struct desk *desk, size_t tab)
{
	desk_show_tab(desk, tab);
	desk->zone = ZONE_LIST;
	desk->typing = false;
	if (desk->panel.size == PANEL_FULL)
		desk->panel.size = desk->narrow ? PANEL_OFF : PANEL_SHOWN;
	desk_sync(desk);
}

void desk_go_other(struct desk *desk)
{
	if (desk->views[desk->tab][1].spec)
		desk->shown[desk->tab] = !desk->shown[desk->tab];
	go_list(desk, desk->tab);
}

void desk_go_tab(struct desk *desk, size_t tab)
{
	if (tab >= desk->n_tabs)
		return;
	if (desk->views[tab][1].spec && desk->views[tab][1].spec->aside)
		desk->shown[tab] = 0;
	else if (tab == desk->tab && desk->views[tab][1].spec)
		desk->shown[tab] = !desk->shown[tab];
	go_list(desk, tab);
}

void desk_drop_place(struct place *place)
{
	while (place->n_aside)
		page_drop(place->aside[--place->n_aside]);
	free(place->filter);
	place->filter = NULL;
}

/* The pages over the list are laid aside with the place. */
static void lay_aside(struct pages *pages, struct place *place)
{
	while (pages->n > 1) {
		struct page *top = pages->stack[pages->n - 1];

		if (top->ops->overlay || place->n_aside == DESK_ASIDE)
			pages_pop(pages);
		else
			place->aside[place->n_aside++] = pages_take(pages);
	}
}

static void remember(struct desk *desk)
{
	const struct view *view = desk_view(desk);
	struct place *place;

	if (desk->n_back == DESK_BACK) {
		desk_drop_place(&desk->back[0]);
		memmove(desk->back, desk->back + 1,
			(DESK_BACK - 1) * sizeof(desk->back[0]));
		desk->n_back--;
	}
	place = &desk->back[desk->n_back++];
	*place = (struct place){ .tab = desk->tab, .view = desk->shown[desk->tab],
		.focus = view_focus(desk_view(desk)), .zone = desk->zone,
		.size = desk->panel.size, .row = desk->panel.list.cursor_id,
		.filter = view->filter.n ? mem_strdup(view->filter.text) : NULL,
		.top = view->list.top, .column = view->list.focus_column,
		.panel_top = desk->panel.list.top,
		.line = panel_has_rows(&desk->panel) ?
		desk->panel.detail.lines.cursor : desk->panel.card.cursor };
	lay_aside(desk->screen->pages, place);
}

void desk_jump(struct desk *desk, const struct thing *thing)
{
	struct thing here = view_focus(desk_view(desk));
	size_t t, v;

	if (thing->kind == THING_NONE) {
		screen_refuse(desk->screen, "This line leads nowhere.");
		return;
	}
	if (!thing->id[0]) {
		screen_refuse(desk->screen, "It is not shared with you: there is "
			      "nothing to open.");
		return;
	}
	if (thing_same(&here, thing)) {
		desk_open(desk, thing);
		return;
	}
	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++) {
			struct view *view = &desk->views[t][v];

			if (!view->spec || !view_holds(view, thing))
				continue;
			remember(desk);
			desk_show_tab(desk, t);
			desk->shown[t] = v;
			desk->zone = ZONE_LIST;
			if (desk->panel.size == PANEL_FULL)
				desk->panel.size = PANEL_SHOWN;
			(void)view_goto(view, thing);
			desk_sync(desk);
			pages_toast(desk->screen->pages,
				    "Backspace comes back.");
			return;
		}
	screen_refuse(desk->screen, "%s has no row of its own here.",
		      thing_name(desk->screen->app, thing));
}

void desk_open(struct desk *desk, const struct thing *thing)
{
	if (thing->kind != THING_NONE && thing->kind != THING_HEADING)
		desk->screen->go = (struct go){ .kind = GO_PAGE, .thing = *thing };
}

size_t desk_moved_rows(struct desk *desk)
{
	if (desk->panel.size == PANEL_OFF && !desk->panel.pinned)
		return 0;
	desk_sync(desk);
	panel_ready(&desk->panel);
	return desk->panel.changed;
}
