/* desk_command.c: what each command does on the desk. */
#include "screen/console/desk_priv.h"

#include <string.h>

#include "screen/frame/keymap.h"
#include "screen/panel/fix_choice.h"
#include "screen/tabs/columns.h"

struct input *desk_input(struct desk *desk)
{
	return desk->zone == ZONE_LIST ? &desk_view(desk)->filter :
		&desk->panel.filter;
}

void desk_apply_filter(struct desk *desk)
{
	if (desk->zone == ZONE_LIST)
		view_filter(desk_view(desk), desk_view(desk)->filter.text);
	else
		panel_filter(&desk->panel, desk->panel.filter.text);
}

void desk_clear_filter(struct desk *desk)
{
	input_set(desk_input(desk), "");
	desk_apply_filter(desk);
}

/* One layer is closed: a filter, the panel's full screen, its focus, the marks.  False:
 * there is none. */
static bool escape(struct desk *desk)
{
	if (desk_input(desk)->n) {
		desk_clear_filter(desk);
	} else if (desk->panel.size == PANEL_FULL) {
		desk->panel.size = desk->narrow ? PANEL_OFF : PANEL_SHOWN;
		desk->zone = ZONE_LIST;
	} else if (desk->zone != ZONE_LIST) {
		desk->zone = ZONE_LIST;
	} else if (desk_view(desk)->list.n_marks) {
		list_unmark(&desk_view(desk)->list);
		pages_toast(desk->screen->pages, "No row is marked now.");
	} else {
		return false;
	}
	return true;
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
	if (list_goto(&desk->panel.list, place->row))
		desk->panel.list.top = place->panel_top;
	detail = panel_detail(&desk->panel);
	if (detail)
		detail->lines.cursor = place->line;
}

/* The list as it was left: filter, row, what was in sight. */
static void restore_list(struct desk *desk, const struct place *place)
{
	struct view *view = desk_view(desk);
	const char *filter = place->filter ? place->filter : "";

	if (strcmp(view->filter.text, filter) != 0) {
		input_set(&view->filter, filter);
		view_filter(view, filter);
	}
	if (view_goto(view, &place->focus)) {
		view->list.top = place->top;
		view->list.focus_column = place->column;
	}
}

static void come_back(struct desk *desk)
{
	struct place *place;

	if (!desk->n_back) {
		pages_toast(desk->screen->pages, "Nowhere to come back to.");
		return;
	}
	place = &desk->back[--desk->n_back];
	desk_show_tab(desk, place->tab);
	desk->shown[place->tab] = place->view;
	desk->zone = place->zone;
	desk->panel.size = place->size;
	restore_list(desk, place);
	desk->screen->pages->toast[0] = '\0';
	desk_sync(desk);
	restore_panel(desk, place);
	while (place->n_aside)		/* as they were */
		pages_put_back(desk->screen->pages,
			       place->aside[--place->n_aside]);
	desk_drop_place(place);
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
		screen_refuse(desk->screen, "A project, a user or an asset can be "
			      "pinned.");
		return;
	}
	panel_pin(panel);
	pages_toast(desk->screen->pages, panel->pinned ?
		    "Pinned: %s stays in the panel on every tab. P unpins." :
		    "Unpinned: the panel follows the list again.",
		    thing_name(desk->screen->app, &panel->subject));
	desk_sync(desk);
}

static void go_why(struct desk *desk, uint32_t user, uint32_t project)
{
	desk->screen->go = (struct go){ .kind = GO_WHY, .user = user,
					.project = project };
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
			go_why(desk, user, project);
		else if (!panel_open(panel))
			screen_refuse(desk->screen, "This line leads nowhere.");
		return;
	}
	detail = desk->zone == ZONE_DETAIL ? panel_detail(panel) : NULL;
	line = lines_current(detail ? &detail->lines : &panel->card);
	if (line && line->fix) {
		fix_choice_take(desk->screen, detail, line->fix);
	} else if (line && line->spot) {
		desk->screen->go = (struct go){ .kind = GO_SPOT,
						.spot = *line->spot };
	} else if (line) {
		thing = line->link;
		desk_jump(desk, &thing);
	} else {
		screen_refuse(desk->screen, "This line leads nowhere.");
	}
}

/* The other place that a line of the explanation leads to. */
static bool other_spot(struct desk *desk)
{
	struct detail *detail = panel_detail(&desk->panel);
	const struct line *line = detail ? lines_current(&detail->lines) : NULL;

	if (line && line->other)
		desk->screen->go = (struct go){ .kind = GO_SPOT,
						.spot = *line->other };
	return line && line->other;
}

static void show_why(struct desk *desk)
{
	uint32_t user, project;

	if (panel_pair(&desk->panel, &user, &project))
		go_why(desk, user, project);
	else
		screen_refuse(desk->screen, panel_has_rows(&desk->panel) ?
			      "Why is asked about one line; Enter opens these." :
			      "Why is asked about a project or a user.");
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
		screen_refuse(desk->screen, "%s", panel->refused);
	else if (command == CMD_DOWNGRADED && !panel_has_rows(panel))
		screen_refuse(desk->screen, "Who is held is shown of a project, "
			      "a user or an asset.");
	else
		return false;
	return true;
}

/* What others can do there is not shown, what oneself can is. */
static bool own_why(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	uint32_t me = app_subject(desk->screen->app);

	panel_ready(panel);
	if (!panel->refused || panel->subject.kind != THING_PROJECT || me == NOBODY)
		return false;
	go_why(desk, me, thing_number(desk->screen->app, &panel->subject));
	return true;
}

static void panel_command(struct desk *desk, enum command command)
{
	if (command == CMD_WHY && own_why(desk))
		return;
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
		desk->fixing = fix_choice_ask(desk->screen,
					      panel_detail(&desk->panel));
		break;
	default:
		panel_only_down(&desk->panel);
		if (desk->panel.only_down)
			pages_toast(desk->screen->pages, "Only those held. %s shows all.",
				    key_said(CMD_DOWNGRADED));
		else
			pages_toast(desk->screen->pages, "Everybody is shown.");
		break;
	}
}

bool desk_command(struct desk *desk, enum command command)
{
	desk_sync(desk);
	desk->screen->pages->dirty = true;
	if (command >= CMD_TAB) {
		desk_go_tab(desk, (size_t)(command - CMD_TAB));
		return true;
	}
	if (desk_row_command(desk, command))
		return true;
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
		columns_sort_go(desk->screen, desk_view(desk));
		break;
	case CMD_OTHER:
		if (desk->zone == ZONE_DETAIL && other_spot(desk))
			break;
		if (desk->views[desk->tab][1].spec)
			desk_go_other(desk);
		break;
	case CMD_ESC:
		return escape(desk);
	case CMD_QUIT:
		return desk->panel.size == PANEL_FULL && escape(desk);
	case CMD_FULL_LIST:
		return desk->panel_seen && (desk->zone != ZONE_LIST ||
					    !desk->screen->last) &&
			panel_open_all(&desk->panel);
	case CMD_PANEL: case CMD_PIN: case CMD_WHY: case CMD_FIX:
	case CMD_DOWNGRADED:
		panel_command(desk, command);
		break;
	default:
		return false;
	}
	return true;
}
