/* desk_draw.c: where list, panel and explanation stand at each size. */
#include "screen/console/desk_priv.h"

#include "screen/frame/bars.h"

enum {
	THREE_FROM = 160, TWO_FROM = 100, STRIP_FROM = 80,
	STRIP_ROWS = 7, TALL_FROM = 34
};

struct layout {
	struct area list;
	struct panel_places panel;
	bool list_on, panel_on;
};

/* Title, rows and explanation one above the other. */
static void stack(struct panel_places *places, struct area area, int detail)
{
	places->title = (struct area){ area.row, area.col, 1, area.cols };
	places->rows = (struct area){ area.row + 1, area.col,
		area.rows - 1 - (detail ? detail + 1 : 0), area.cols };
	if (detail)
		places->detail = (struct area){ area.row + area.rows - detail,
			area.col, detail, area.cols };
}

static void side_by_side(struct layout *l, const struct area *area, bool three,
			 int share)
{
	int list = area->cols * (three ? 40 : share ? share : 50) / 100;
	struct area right = { area->row, area->col + list + 1, area->rows,
			      area->cols - list - 1 };

	l->list = (struct area){ area->row, area->col, area->rows, list - 1 };
	if (!three) {
		stack(&l->panel, right, area->rows >= 12 ?
		      area->rows * 46 / 100 : 0);
		return;
	}
	right.cols = area->cols * 34 / 100;
	stack(&l->panel, right, 0);
	l->panel.detail = (struct area){ area->row + 1,
		right.col + right.cols + 1, area->rows - 1,
		area->cols - right.col - right.cols - 1 };
}

static void lay_out(struct desk *desk, const struct area *area, bool low,
		    struct layout *l)
{
	int strip;

	*l = (struct layout){ .list = *area, .list_on = true };
	desk->narrow = area->cols < STRIP_FROM || low;
	if (desk->panel.size == PANEL_FULL) {
		l->list_on = false;
		l->panel_on = true;
		stack(&l->panel, *area, area->rows >= 10 ? area->rows / 2 : 0);
		l->panel.rule = true;
	} else if (desk->panel.size == PANEL_SHOWN && !desk->narrow) {
		l->panel_on = true;
		if (area->cols >= TWO_FROM) {
			side_by_side(l, area, area->cols >= THREE_FROM,
				     desk_view(desk)->spec->share);
			return;
		}
		strip = area->rows >= TALL_FROM - 3 ? area->rows * 55 / 100 :
			STRIP_ROWS;
		l->list.rows = area->rows - strip;
		stack(&l->panel, (struct area){ area->row + l->list.rows,
		      area->col, strip, area->cols },
		      strip > 14 ? strip * 55 / 100 : 0);
		l->panel.rule = true;
	}
}

/* Zones that are not on the screen cannot have the focus. */
static void settle_zone(struct desk *desk, const struct layout *l)
{
	desk->list_seen = l->list_on;
	desk->panel_seen = l->panel_on;
	desk->detail_seen = l->panel_on && l->panel.detail.rows > 0 &&
		panel_has_rows(&desk->panel);
	if (desk->zone == ZONE_DETAIL && !desk->detail_seen)
		desk->zone = ZONE_PANEL;
	if (desk->zone != ZONE_LIST && !desk->panel_seen)
		desk->zone = ZONE_LIST;
	if (desk->zone == ZONE_LIST && !desk->list_seen)
		desk->zone = ZONE_PANEL;
}

void desk_draw(struct page *page, struct canvas *canvas)
{
	struct desk *desk = (struct desk *)page;
	struct hint hints[DESK_HINTS];
	struct layout l;
	struct area area;
	bool bars;

	desk_sync(desk);
	if (!chrome_draw(desk->screen, canvas, NULL, &area))
		return;
	bars = bars_on(desk->screen);
	lay_out(desk, &area, chrome_low(canvas), &l);
	settle_zone(desk, &l);
	desk_hints(desk, canvas->cols, hints);
	chrome_bottom(desk->screen, canvas, hints);
	desk_quiet_hints(desk, hints);
	chrome_quiet(desk->screen, canvas, hints);
	desk->list_area = l.list;
	desk->places = l.panel;
	if (l.panel_on && l.list_on && !l.panel.rule) {
		canvas_vline(canvas, area.row, l.list.cols + 1, area.rows);
		if (l.panel.detail.col > l.panel.rows.col)
			canvas_vline(canvas, area.row, l.panel.detail.col - 1,
				     area.rows);
	}
	if (l.panel_on)
		panel_draw(&desk->panel, canvas, &l.panel,
			   bars ? PANEL_NONE :
			   desk->zone == ZONE_PANEL ? PANEL_ROWS :
			   desk->zone == ZONE_DETAIL ? PANEL_DETAIL : PANEL_NONE,
			   desk->typing && desk->zone != ZONE_LIST);
	if (l.list_on)
		view_draw(desk_view(desk), canvas, &l.list,
			  desk->zone == ZONE_LIST && !bars,
			  desk->typing && desk->zone == ZONE_LIST);
}
