/* desk_arrows.c: where an arrow goes that has no row or cell left: to the panel and back,
 * to the header, the tabs and the hints. */
#include "screen/console/desk_priv.h"

#include "screen/frame/bars.h"

/* At the first and last of what the zone shows. */
static void ends(struct desk *desk, bool *first, bool *last)
{
	const struct list *list = desk->zone == ZONE_LIST ?
		&desk_view(desk)->list : &desk->panel.list;
	const struct detail *detail;

	if (desk->zone != ZONE_LIST && !panel_has_rows(&desk->panel)) {
		*first = lines_ends(&desk->panel.card, -1);
		*last = lines_ends(&desk->panel.card, 1);
	} else if (desk->zone == ZONE_DETAIL) {
		detail = panel_detail(&desk->panel);
		*first = !detail || lines_ends(&detail->lines, -1);
		*last = !detail || lines_ends(&detail->lines, 1);
	} else {
		*first = !list->n_shown || list->cursor == 0;
		*last = !list->n_shown || list->cursor + 1 == list->n_shown;
	}
}

static bool go(struct desk *desk, enum zone zone, bool seen)
{
	if (seen)
		desk->zone = zone;
	return seen;
}

/* The explanation stands below the rows, or beside them. */
static bool is_below(const struct desk *desk)
{
	return desk->detail_seen &&
		desk->places.detail.row > desk->places.rows.row + 1;
}

static bool under_list(const struct desk *desk)
{
	return desk->list_seen && desk->panel_seen &&
		desk->places.title.row > desk->list_area.row;
}

static bool up(struct desk *desk)
{
	if (desk->zone == ZONE_DETAIL && is_below(desk))
		return go(desk, ZONE_PANEL, true);
	if (desk->zone == ZONE_PANEL && under_list(desk))
		return go(desk, ZONE_LIST, true);
	return bars_enter(desk->screen, BARS_TOP);
}

static bool down(struct desk *desk)
{
	if (desk->zone == ZONE_PANEL && is_below(desk))
		return go(desk, ZONE_DETAIL, true);
	return bars_enter(desk->screen, BARS_BOTTOM);
}

static bool right(struct desk *desk)
{
	if (desk->zone == ZONE_LIST)
		return go(desk, ZONE_PANEL, desk->panel_seen);
	return desk->zone == ZONE_PANEL && !is_below(desk) &&
		go(desk, ZONE_DETAIL, desk->detail_seen);
}

static bool left(struct desk *desk)
{
	if (desk->zone == ZONE_DETAIL && !is_below(desk))
		return go(desk, ZONE_PANEL, true);
	return desk->zone != ZONE_LIST && go(desk, ZONE_LIST, desk->list_seen);
}

bool desk_arrow(struct desk *desk, const struct key *key)
{
	bool first, last;

	if (key->mods)
		return false;
	ends(desk, &first, &last);
	switch (key->code) {
	case KEY_UP:
		return first && up(desk);
	case KEY_DOWN:
		return last && down(desk);
	case KEY_RIGHT:
		return right(desk);
	case KEY_LEFT:
		return left(desk);
	default:
		return false;
	}
}
