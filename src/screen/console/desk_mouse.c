/* desk_mouse.c: clicks and the wheel on list, panel and explanation. */
#include "screen/console/desk_priv.h"

enum { RIGHT = 2 };		/* button */

static bool inside(const struct area *area, const struct key *key)
{
	return key->row >= area->row && key->row < area->row + area->rows &&
		key->col >= area->col && key->col < area->col + area->cols;
}

static void focus(struct desk *desk, enum zone zone)
{
	desk->zone = zone;
	desk->typing = false;
}

/* The other button opens the menu of the row it is pressed on. */
static void on_list(struct desk *desk, const struct key *key)
{
	struct list *list = &desk_view(desk)->list;
	struct key left = *key;

	if (key->button == RIGHT) {
		left.button = 0;
		focus(desk, ZONE_LIST);
		if (key->row >= list->origin_row && list_key(list, &left))
			desk_command(desk, CMD_MENU);
		return;
	}
	if (key->button != 0) {
		(void)list_key(list, key);
		return;
	}
	focus(desk, ZONE_LIST);
	if (key->row == desk->list_area.row) {
		desk_start_filter(desk);
		return;
	}
	if (!list_key(list, key) || key->row < list->origin_row)
		return;
	if (key->twice || list->focus_column == list->n_columns)
		desk_command(desk, CMD_OPEN);
}

/* A third click on a title gives the panel its own order back. */
static void on_rows(struct desk *desk, const struct key *key)
{
	struct list *list = &desk->panel.list;
	size_t column = list->sort;
	bool down = list->sorted && list->descending;

	if (key->button == 0)
		focus(desk, ZONE_PANEL);
	if (!list_key(list, key) || key->button != 0)
		return;
	if (key->row < list->origin_row) {
		if (down && column == list->sort) {
			list->sorted = list->descending = false;
			list_refresh(list);
		}
	} else if (key->twice) {
		desk_command(desk, CMD_OPEN);
	}
}

static void on_lines(struct desk *desk, struct lines *lines, enum zone zone,
		     const struct key *key)
{
	if (key->button == 0)
		focus(desk, zone);
	if (lines_key(lines, key) && key->twice)
		desk_command(desk, CMD_OPEN);
}

static void on_panel(struct desk *desk, const struct key *key)
{
	struct panel *panel = &desk->panel;
	struct detail *detail;

	panel_ready(panel);
	if (key->row == desk->places.title.row) {
		if (key->button == 0)
			focus(desk, ZONE_PANEL);
	} else if (!panel_has_rows(panel)) {
		on_lines(desk, &panel->card, ZONE_PANEL, key);
	} else if (desk->detail_seen && inside(&desk->places.detail, key)) {
		detail = panel_detail(panel);
		if (detail)
			on_lines(desk, &detail->lines, ZONE_DETAIL, key);
	} else if (inside(&desk->places.rows, key)) {
		on_rows(desk, key);
	}
}

bool desk_mouse(struct desk *desk, const struct key *key)
{
	desk->fixing = false;
	if (key->release)
		return true;
	if (desk->list_seen && inside(&desk->list_area, key))
		on_list(desk, key);
	else if (desk->panel_seen)
		on_panel(desk, key);
	return true;
}
