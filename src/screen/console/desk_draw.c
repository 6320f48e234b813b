/* desk_draw.c: where list, panel and explanation stand at each size. */
#include "screen/console/desk_priv.h"

#include <stdio.h>

#include "base/text.h"
#include "screen/console/desk_play.h"
#include "screen/frame/bars.h"

enum {
	THREE_FROM = 160, TWO_FROM = 100, STRIP_FROM = 80,
	STRIP_ROWS = 7, TALL_FROM = 34,
	FOOT_MOST = 3,
	LIST_LEAST = 46, LIST_EMPTY = 54,	/* what is said there has room */
	LIST_MOST = 48,		/* cells beside a panel: why and fixes have the room */
	LIST_MOST_OWN = 64,	/* ... where the panel needs less */
	OWN_MORE_FROM = 120,	/* ... and where there is room for both */
	MIDDLE_LEAST = 50,	/* of the second of three */
	DETAIL_LEAST = 58,	/* of the third pane: the ladder with its notes */
	SENTENCE_FROM = 12	/* rows: else the caption says enough of it */
};

struct layout {
	struct area list;
	struct panel_places panel;
	bool list_on, panel_on;
};

/* Title, rows, explanation and foot one above the other. */
static void stack(struct panel_places *places, struct area area, int detail, int foot)
{
	int bottom = area.row + area.rows - foot;

	places->title = (struct area){ area.row, area.col, 1, area.cols };
	places->rows = (struct area){ area.row + 1, area.col,
		area.rows - 1 - foot - (detail ? detail + 1 : 0), area.cols };
	if (detail)
		places->detail = (struct area){ bottom - detail, area.col, detail,
						area.cols };
	if (foot)
		places->foot = (struct area){ bottom, area.col, foot, area.cols };
}

/* What the list leaves out of the focused row stands below the panel of that row. */
static int foot_rows(struct desk *desk, int cols)
{
	int rows;

	buf_reset(&desk->foot);
	if (desk->panel.pinned || desk->panel.size == PANEL_FULL)
		return 0;
	view_left_out(desk_view(desk), &desk->foot);
	if (!desk->foot.len)
		return 0;
	rows = canvas_wrap_rows(cols - 3, buf_text(&desk->foot));
	return rows < FOOT_MOST ? rows : FOOT_MOST;
}

/* Why and fixes have the rows they need, but for some of the people's. */
static int detail_rows(struct desk *desk, int rows, int cols)
{
	int need, most = rows * 64 / 100, usual = rows * 54 / 100;

	if (rows < 12)
		return 0;
	need = panel_detail_rows(&desk->panel, cols);
	need = need < most ? need : most;
	return need > usual ? need : usual;
}

/* Of the list: never less in more cells. */
static int list_most(int cols, int percent)
{
	int most = LIST_MOST + (cols > THREE_FROM ? (cols - THREE_FROM) / 2 : 0);
	int own = cols * percent / 100, more = 0;

	if (cols > OWN_MORE_FROM)
		more = (cols - OWN_MORE_FROM) / 2;
	own = own < LIST_MOST_OWN + more ? own : LIST_MOST_OWN + more;
	return own > most ? own : most;
}

static void side_by_side(struct desk *desk, struct layout *l, const struct area *area)
{
	struct view *view = desk_view(desk);
	int natural = view_natural(view, area->rows,
				   list_most(area->cols, view->spec->most));
	int least = view->rows.n ? LIST_LEAST : LIST_EMPTY;
	int list = natural > least ? natural : least;
	struct area right = { area->row, area->col + list + 1, area->rows,
			      area->cols - list - 1 };
	int detail = DETAIL_LEAST + (area->cols - THREE_FROM) / 4, foot;

	l->list = (struct area){ area->row, area->col, area->rows, list };
	if (area->cols < THREE_FROM || right.cols - detail - 1 < MIDDLE_LEAST ||
	    !panel_has_rows(&desk->panel) || desk->panel.refused) {
		foot = foot_rows(desk, right.cols);
		stack(&l->panel, right, detail_rows(desk, area->rows - foot,
						    right.cols), foot);
		return;
	}
	right.cols -= detail + 1;
	stack(&l->panel, right, 0, foot_rows(desk, right.cols));
	l->panel.rows.cols--;		/* a cell before the frame */
	l->panel.detail = (struct area){ area->row + 1,
		right.col + right.cols + 1, area->rows - 1, detail };
}

/* Under a strip, which has no room for the explanation: the first fix. */
static int strip_foot(struct desk *desk, int cols, bool explained)
{
	const char *key = binding_of(CMD_WHY)->keys[0];
	char why[32] = "";
	int rows = foot_rows(desk, cols), used;

	if (explained || desk->panel.pinned)
		return rows;
	buf_reset(&desk->fix);
	if (!panel_first_fix(&desk->panel, cols - 3, &desk->fix))
		return rows ? 1 : 0;
	buf_reset(&desk->foot);
	buf_adds(&desk->foot, buf_text(&desk->fix));
	if (key)
		snprintf(why, sizeof(why), "%s whole reasoning", key);
	used = (int)(text_width(buf_text(&desk->fix)) + text_width(why)) + 1;
	if (used < cols - 3) {
		buf_pad(&desk->foot, ' ', (size_t)(cols - 2 - used));
		buf_adds(&desk->foot, why);
	}
	return 1;
}

static void lay_out(struct desk *desk, const struct area *area, bool low,
		    struct layout *l)
{
	int strip, detail = 0;

	*l = (struct layout){ .list = *area, .list_on = true };
	desk->narrow = area->cols < STRIP_FROM || low;
	if (desk->panel.size == PANEL_FULL) {
		l->list_on = false;
		l->panel_on = true;
		stack(&l->panel, *area, area->rows >= 10 ? area->rows / 2 : 0, 0);
		l->panel.rule = true;
	} else if (desk->panel.size == PANEL_SHOWN && !desk->narrow) {
		l->panel_on = true;
		if (area->cols >= TWO_FROM) {
			side_by_side(desk, l, area);
			return;
		}
		strip = desk_play_strip(desk->screen, area->rows, &detail);
		if (!strip)
			strip = area->rows >= TALL_FROM - 3 ?
				area->rows * 55 / 100 : STRIP_ROWS;
		l->list.rows = area->rows - strip;
		(void)view_natural(desk_view(desk), l->list.rows, area->cols);
		stack(&l->panel, (struct area){ area->row + l->list.rows,
		      area->col, strip, area->cols },
		      detail ? detail : strip > 14 ? strip * 55 / 100 : 0,
		      strip_foot(desk, area->cols, detail || strip > 14));
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
	desk_play_caption(desk->screen, canvas, &area,
			  desk->panel.size == PANEL_FULL);
	lay_out(desk, &area, chrome_low(canvas), &l);
	if (l.panel_on)
		panel_fit(&desk->panel, l.panel.rows.rows - 1,
			  l.panel.rows.cols);
	l.panel.said = buf_text(&desk->foot);
	settle_zone(desk, &l);
	desk_hints(desk, canvas->cols, hints);
	chrome_bottom(desk->screen, canvas, hints);
	desk_quiet_hints(desk, hints);
	if (!desk_play_on(desk->screen))
		chrome_quiet(desk->screen, canvas, hints);
	detail_bare(&desk->panel.detail, desk_play_on(desk->screen) &&
		    l.panel.detail.rows < SENTENCE_FROM);
	desk->list_area = l.list;
	desk->places = l.panel;
	if (l.panel_on && l.list_on && !l.panel.rule) {
		canvas_vline(canvas, area.row, l.list.cols, area.rows);
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
	if (l.list_on && !desk_play_refusal(desk->screen, canvas, &l.list))
		view_draw(desk_view(desk), canvas, &l.list,
			  desk->zone == ZONE_LIST && !bars,
			  desk->typing && desk->zone == ZONE_LIST);
}
