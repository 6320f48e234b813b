/* desk_page.c: the page at the bottom is opened, told that the facts moved, closed. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "screen/console/desk_play.h"
#include "screen/console/desk_priv.h"
#include "screen/console/view_file.h"

enum { FOOT_BYTES = 4096 };

static void changed(struct page *page)
{
	struct desk *desk = (struct desk *)page;
	size_t t, v;

	for (t = 0; t < desk->n_tabs; t++)
		for (v = 0; v < TAB_VIEWS; v++)
			if (desk->views[t][v].spec)
				view_stale(&desk->views[t][v]);
	panel_aged(&desk->panel);
	if (desk->zone == ZONE_LIST)	/* what moved is the first row */
		panel_first(&desk->panel);
	desk->may.known = false;
	desk_offer_stale(desk);
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
	while (desk->n_back)
		desk_drop_place(&desk->back[--desk->n_back]);
	panel_release(&desk->panel);
	desk_offer_release(desk);
	buf_release(&desk->foot);
	buf_release(&desk->fix);
	desk->screen->desk = NULL;
	free(desk);
}

static const struct page_ops ops = {
	.draw = desk_draw, .key = desk_key, .changed = changed, .free = release
};

void desk_push(struct screen *screen)
{
	struct desk *desk = page_new(sizeof(*desk), &ops);
	const struct tab *const *all;
	struct around *around = &screen->around;
	size_t t, v;

	all = tabs(&desk->n_tabs);
	assert(desk->n_tabs <= TABS_MOST);
	around->n = desk->n_tabs;
	desk->screen = screen;
	desk->acted = screen->acted[0];
	buf_init(&desk->foot, FOOT_BYTES);
	buf_init(&desk->fix, FOOT_BYTES);
	for (t = 0; t < desk->n_tabs; t++) {
		for (v = 0; v < TAB_VIEWS && all[t]->views[v]; v++)
			view_init(&desk->views[t][v], screen, all[t],
				  all[t]->views[v]);
		around->tab[t] = (struct around_tab){ all[t]->title,
						      all[t]->brief };
		if (strcmp(all[t]->name, "projects") == 0)
			desk_show_tab(desk, t);
	}
	viewfile_load(desk);
	panel_init(&desk->panel, screen);
	screen->desk = desk;
	pages_push(screen->pages, &desk->page);
	desk_play_show(desk);
}
