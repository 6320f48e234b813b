/* desk_keys.c: what each key does on the desk. */
#include "screen/console/desk_priv.h"

#include <string.h>

#include "screen/console/palette.h"
#include "screen/frame/as_of_mode.h"
#include "screen/pages/what_if_mode.h"
#include "screen/pages/why.h"
#include "screen/tabs/sort_menu.h"

static struct input *zone_input(struct desk *desk)
{
	return desk->zone == ZONE_LIST ? &desk_view(desk)->filter :
		&desk->panel.filter;
}

static void apply_filter(struct desk *desk)
{
	if (desk->zone == ZONE_LIST)
		view_filter(desk_view(desk), desk_view(desk)->filter.text);
	else
		panel_filter(&desk->panel, desk->panel.filter.text);
}

static void clear_filter(struct desk *desk)
{
	input_set(zone_input(desk), "");
	apply_filter(desk);
}

static struct list *zone_list(struct desk *desk)
{
	return desk->zone == ZONE_LIST ? &desk_view(desk)->list :
		&desk->panel.list;
}

/* imports:sno and Tab; false where there is nothing to add. */
static bool complete(struct desk *desk)
{
	struct buf line;
	bool more;

	buf_init(&line, INPUT_MAX - 1);
	more = list_complete(zone_list(desk), zone_input(desk)->text, &line) &&
		!line.overflow;
	if (more)
		input_set(zone_input(desk), buf_text(&line));
	buf_release(&line);
	return more;
}

static bool typing_key(struct desk *desk, const struct key *key)
{
	if (keys_command(key) == CMD_ESC) {
		desk->typing = false;
		clear_filter(desk);
	} else if (key->code == KEY_TAB && complete(desk)) {
		apply_filter(desk);
	} else if (key->code == KEY_ENTER || key->code == KEY_TAB) {
		desk->typing = false;
	} else if (key->code == KEY_UP || key->code == KEY_DOWN ||
		   key->code == KEY_PGUP || key->code == KEY_PGDN) {
		(void)list_key(zone_list(desk), key);
	} else if (key->code == KEY_BACKSPACE && !zone_input(desk)->n) {
		desk->typing = false;
	} else if (input_key(zone_input(desk), key)) {
		apply_filter(desk);
	}
	return true;
}

/* One layer: the panel's full screen, its focus, its filter, the list's filter. */
static void escape(struct desk *desk)
{
	if (zone_input(desk)->n) {
		clear_filter(desk);
	} else if (desk->panel.size == PANEL_FULL) {
		desk->panel.size = desk->narrow ? PANEL_OFF : PANEL_SHOWN;
		desk->zone = ZONE_LIST;
	} else if (desk->zone != ZONE_LIST) {
		desk->zone = ZONE_LIST;
	} else if (desk_view(desk)->list.n_marks) {
		list_unmark(&desk_view(desk)->list);
		pages_toast(desk->screen->pages, "No row is marked now.");
	} else if (as_of_mode_end(desk->screen)) {
		return;
	} else if (desk->screen->pages->toast[0]) {
		desk->screen->pages->toast[0] = '\0';
	} else {
		pages_toast(desk->screen->pages, "q quits.");
	}
}

/* The panel's cursors too. */
static void restore_panel(struct desk *desk, const struct place *place)
{
	struct detail *detail;

	panel_ready(&desk->panel);
	if (!panel_has_rows(&desk->panel)) {
		desk->panel.card.cursor = place->line;
		return;
	}
	(void)list_goto(&desk->panel.list, place->row);
	detail = panel_detail(&desk->panel);
	if (detail)
		detail->lines.cursor = place->line;
}

static void come_back(struct desk *desk)
{
	const struct place *place;

	if (!desk->n_back) {
		pages_toast(desk->screen->pages, "Nowhere to come back to.");
		return;
	}
	place = &desk->back[--desk->n_back];
	desk->tab = place->tab;
	desk->shown[place->tab] = place->view;
	desk->zone = place->zone;
	desk->panel.size = place->size;
	(void)view_goto(desk_view(desk), &place->focus);
	desk->screen->pages->toast[0] = '\0';
	desk_sync(desk);
	restore_panel(desk, place);
}

static void next_zone(struct desk *desk, bool back)
{
	if (!desk->panel_seen) {
		desk->panel.size = desk->narrow ? PANEL_FULL : PANEL_SHOWN;
		desk->zone = ZONE_PANEL;
		return;
	}
	do {
		desk->zone = (enum zone)(((int)desk->zone + (back ? 2 : 1)) % 3);
	} while ((desk->zone == ZONE_LIST && !desk->list_seen) ||
		 (desk->zone == ZONE_DETAIL && !desk->detail_seen));
}

static void cycle_panel(struct desk *desk)
{
	if (desk->narrow) {
		desk->panel.size = desk->panel.size == PANEL_FULL ? PANEL_OFF :
			PANEL_FULL;
	} else {
		desk->panel.size = (enum panel_size)
			(((int)desk->panel.size + 1) % 3);
	}
	desk->zone = desk->panel.size == PANEL_FULL ? ZONE_PANEL : ZONE_LIST;
}

static void pin(struct desk *desk)
{
	struct panel *panel = &desk->panel;

	if (!panel->pinned && !panel_has_rows(panel)) {
		desk_refuse(desk, "A project, a user or an asset can be pinned.");
		return;
	}
	panel_pin(panel);
	pages_toast(desk->screen->pages, panel->pinned ?
		    "Pinned: %s stays in the panel on every tab. P unpins." :
		    "Unpinned: the panel follows the list again.",
		    thing_name(desk->screen->app, &panel->subject));
	desk_sync(desk);
}

static void open_focus(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	struct thing thing = view_focus(desk_view(desk));
	const struct line *line = NULL;
	struct detail *detail;
	uint32_t user, project;

	if (desk->zone == ZONE_LIST) {
		if (!desk_follow(desk))
			desk_open(desk, &thing);
		return;
	}
	if (desk->zone == ZONE_PANEL && panel_has_rows(panel)) {
		if (panel_pair(panel, &user, &project))
			why_push(desk->screen, user, project);
		return;
	}
	detail = desk->zone == ZONE_DETAIL ? panel_detail(panel) : NULL;
	line = lines_current(detail ? &detail->lines : &panel->card);
	if (line && line->fix) {
		desk_fix(desk, detail, line->fix);
	} else if (line) {
		thing = line->link;
		(void)desk_jump(desk, &thing);
	}
}

static void show_why(struct desk *desk)
{
	uint32_t user, project;

	if (panel_pair(&desk->panel, &user, &project))
		why_push(desk->screen, user, project);
	else
		desk_refuse(desk, "Why is asked about a project or a user.");
}

void desk_start_filter(struct desk *desk)
{
	if (desk->zone == ZONE_DETAIL)
		desk->zone = ZONE_PANEL;
	if (desk->zone == ZONE_PANEL && !panel_has_rows(&desk->panel))
		desk->zone = ZONE_LIST;
	desk->typing = true;
}

/* What the panel does not show has neither a why nor a fix, and holds nobody. */
static bool panel_refuses(struct desk *desk, enum command command)
{
	struct panel *panel = &desk->panel;

	panel_ready(panel);
	if (panel->refused)
		desk_refuse(desk, "%s", panel->refused);
	else if (command == CMD_DOWNGRADED && !panel_has_rows(panel))
		desk_refuse(desk, "Who is held is shown of a project, a user or an "
			    "asset.");
	else
		return false;
	return true;
}

static void panel_command(struct desk *desk, enum command command)
{
	if (command != CMD_PANEL && command != CMD_PIN &&
	    panel_refuses(desk, command))
		return;
	switch (command) {
	case CMD_PANEL:
		cycle_panel(desk);
		break;
	case CMD_PIN:
		pin(desk);
		break;
	case CMD_WHY:
		show_why(desk);
		break;
	case CMD_FIX:
		desk->fixing = desk_ask_fix(desk, panel_detail(&desk->panel));
		break;
	default:
		panel_only_down(&desk->panel);
		pages_toast(desk->screen->pages, desk->panel.only_down ?
			    "Only those held. D shows all." :
			    "Everybody is shown.");
		break;
	}
}

static void console_command(struct desk *desk, enum command command)
{
	struct screen *screen = desk->screen;
	struct thing focus;

	switch (command) {
	case CMD_PALETTE:
		focus = desk_focus(desk);
		palette_push(screen, &focus, "");
		break;
	case CMD_HELP:
		focus = desk_focus(desk);
		palette_push_help(screen, &focus);
		break;
	case CMD_RELOAD:
		(void)screen_reload(screen, false);
		break;
	case CMD_REPAINT:
	case CMD_SUSPEND:
		break;			/* the loop's business */
	case CMD_QUIT:
		if (desk->panel.size == PANEL_FULL)
			escape(desk);
		else if (!as_of_mode_end(screen))
			what_if_mode_quit(screen);
		break;
	default:
		break;
	}
}

void desk_command(struct desk *desk, enum command command)
{
	desk_sync(desk);
	desk->screen->pages->dirty = true;
	if (command >= CMD_TAB) {
		desk_go_tab(desk, (size_t)(command - CMD_TAB));
		return;
	}
	if (desk_mode(desk, command) || desk_hands(desk, command))
		return;
	switch (command) {
	case CMD_OPEN:
		open_focus(desk);
		break;
	case CMD_BACK:
		come_back(desk);
		break;
	case CMD_NEXT_ZONE:
	case CMD_PREV_ZONE:
		next_zone(desk, command == CMD_PREV_ZONE);
		break;
	case CMD_FILTER:
		desk_start_filter(desk);
		break;
	case CMD_SORT:
		sortmenu_push(desk->screen, desk_view(desk));
		break;
	case CMD_OTHER:
		if (desk->views[desk->tab][1].spec)
			desk_go_tab(desk, desk->tab);
		break;
	case CMD_ESC:
		escape(desk);
		break;
	case CMD_PANEL: case CMD_PIN: case CMD_WHY: case CMD_FIX:
	case CMD_DOWNGRADED:
		panel_command(desk, command);
		break;
	default:
		console_command(desk, command);
		break;
	}
}

static bool zone_key(struct desk *desk, const struct key *key)
{
	struct detail *detail;

	if (desk->zone == ZONE_LIST)
		return list_key(&desk_view(desk)->list, key);
	if (!panel_has_rows(&desk->panel))
		return lines_key(&desk->panel.card, key);
	if (desk->zone == ZONE_PANEL)
		return list_key(&desk->panel.list, key);
	detail = panel_detail(&desk->panel);
	return detail && lines_key(&detail->lines, key);
}

static bool any_key(struct desk *desk, const struct key *key)
{
	struct pages *pages = desk->screen->pages;
	enum command command = keys_command(key);
	struct thing focus;

	if (key->code == KEY_MOUSE)
		return desk_mouse(desk, key);
	if (desk->typing)
		return typing_key(desk, key);
	if (desk->fixing) {
		desk->fixing = false;
		pages->toast[0] = '\0';
		if (key->code >= '1' && key->code <= '9') {
			desk_fix(desk, panel_detail(&desk->panel),
				 (int)(key->code - '0'));
			return true;
		}
		if (command == CMD_ESC)
			return true;
	}
	if (key->code == KEY_PASTE) {
		desk_start_filter(desk);
		return typing_key(desk, key);
	}
	focus = desk_focus(desk);
	if (palette_key(desk->screen, &focus, key) ||
	    desk_builtin_key(desk, &focus, key))
		return true;
	if (command == CMD_NONE)
		return zone_key(desk, key);
	desk_command(desk, command);
	return true;
}

/* What was refused of one thing is not said beside the next. */
bool desk_key(struct page *page, struct pages *pages, const struct key *key)
{
	struct desk *desk = (struct desk *)page;
	bool used = any_key(desk, key);
	struct thing focus = desk_focus(desk);

	pages->dirty = true;
	screen_focused(desk->screen, &focus);
	return used;
}
