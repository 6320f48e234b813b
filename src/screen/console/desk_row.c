/* desk_row.c: what is done with a row of the desk: its menu, new things, marks, columns,
 * links, copying. */
#include "screen/console/desk_priv.h"

#include <string.h>

#include "access/words.h"
#include "base/text.h"
#include "screen/frame/copy.h"
#include "screen/panel/reply.h"
#include "screen/frame/request.h"
#include "screen/frame/verb.h"
#include "screen/tabs/columns.h"
#include "screen/tabs/mark_rows.h"

enum { TEXT_LIMIT = 4 * 1024 * 1024, CELL_LIMIT = 4096 };

/* ---- the menu ------------------------------------------------------------------ */

static void open_menu(struct desk *desk)
{
	const struct list *list = &desk_view(desk)->list;
	int row = 2, col = 4;

	if (desk->zone == ZONE_LIST) {
		row = list->origin_row + 1 + (int)(list->cursor - list->top);
		col = list->origin_col + 4;
		if (list->focus_column == list->n_columns)
			col = list->origin_col + list->area_cols - 32;
	} else if (desk->panel_seen) {
		row = desk->places.title.row + 2;
		col = desk->places.title.col + 4;
	}
	desk->screen->go = (struct go){ .kind = GO_MENU, .row = row, .col = col,
					.thing = desk_focus(desk) };
}

/* ---- something new ---------------------------------------------------------------- */

const struct action *desk_creates(struct desk *desk)
{
	const struct tab_view *spec = desk_view(desk)->spec;
	struct thing focus = desk_focus(desk);
	const char *name = spec->create_of ?
		spec->create_of(desk->screen, &focus) : spec->create;

	return name ? verb_called(name) : NULL;
}

static void create(struct desk *desk)
{
	const struct tab_view *spec = desk_view(desk)->spec;
	const struct action *action = desk_creates(desk);

	if (action) {
		desk->screen->go = (struct go){ .kind = GO_VERB,
						.action = action };
	} else if (spec->create_of) {
		screen_refuse(desk->screen, "n on a row of a block makes one "
			      "more of it.");
	} else {
		screen_refuse(desk->screen, "No %s is made here yet: :workspace import "
			      "brings it in.", spec->one);
	}
}

/* ---- links ---------------------------------------------------------------------- */

static bool to_owner(struct desk *desk, const struct thing *thing)
{
	const struct seen *seen = app_seen(desk->screen->app);
	uint32_t n = thing_number(desk->screen->app, thing);
	struct thing owner;

	if (thing->kind != THING_PROJECT || n == NOBODY)
		return false;
	if (seen_project(seen, n)->owner == NOBODY) {
		screen_refuse(desk->screen, "It has no owner.");
		return true;
	}
	owner = thing_of(desk->screen->app, THING_USER,
			 seen_project(seen, n)->owner);
	desk_jump(desk, &owner);
	return true;
}

static bool to_access(struct desk *desk, const struct thing *thing)
{
	const char *noun = thing_noun(desk->screen->app, thing);
	const struct action *action = action_find(noun, "access");

	if (thing->kind == THING_PROJECT)
		action = action_find("project", "share");
	else if (thing->kind != THING_ASSET)
		action = NULL;
	if (action)
		desk->screen->go = (struct go){ .kind = GO_VERB, .thing = *thing,
						.action = action };
	return action != NULL;
}

static void go_usage(struct desk *desk, const struct thing *thing)
{
	desk->screen->go = (struct go){ .kind = GO_USAGE, .thing = *thing };
}

/* A row that is no thing is changed where it stands. */
static bool change_row(struct desk *desk, const struct thing *thing)
{
	const struct tab_view *spec = desk_view(desk)->spec;
	const char *why = NULL, *change = spec->change_of ?
		spec->change_of(desk->screen, thing, &why) : NULL;

	if (change)
		desk->screen->go = (struct go){ .kind = GO_VERB, .thing = *thing,
						.action = verb_called(change) };
	return change != NULL;
}

bool desk_follow(struct desk *desk)
{
	struct view *view = desk_view(desk);
	size_t column = view->list.focus_column;
	struct thing thing = view_focus(view);

	if (thing.kind == THING_SETTING && column < view->list.n_columns &&
	    change_row(desk, &thing))
		return true;
	if (column == view->list.n_columns || thing.kind == THING_HEADING ||
	    thing.kind == THING_SETTING) {
		open_menu(desk);
		return true;
	}
	switch (view->spec->links[column]) {
	case LINK_OWNER:
		return to_owner(desk, &thing);
	case LINK_ACCESS:
		return to_access(desk, &thing);
	case LINK_USAGE:
		if (thing.kind == THING_ASSET)
			go_usage(desk, &thing);
		return thing.kind == THING_ASSET;
	default:
		return false;
	}
}

/* ---- marks ---------------------------------------------------------------------- */

static void mark(struct desk *desk, enum command command)
{
	struct view *view = desk_view(desk);

	if (desk->zone != ZONE_LIST) {
		pages_toast(desk->screen->pages,
			    "Marks are for the rows of the list; Tab goes there.");
		return;
	}
	view_ready(view);
	desk->screen->pages->toast[0] = '\0';
	if (command != CMD_MARK)
		list_whole(&view->list);
	if (command == CMD_MARK)
		list_mark(&view->list);
	else if (command == CMD_MARK_ALL)
		list_mark_others(&view->list);
	else
		mark_rows_go(desk->screen, view, command == CMD_MARK_MORE);
}

/* Two that are marked, the one marked first on the left; or one, and the row in focus. */
static void compare(struct desk *desk)
{
	struct view *view = desk_view(desk);
	struct thing v[2], focus = view_focus(view);
	size_t n = view_marked_two(view, v);

	if (n == 1 && focus.kind == v[0].kind && !thing_same(&focus, &v[0]))
		v[n++] = focus;
	if (n == 2 && v[0].kind == THING_USER && v[1].kind == THING_USER)
		request_go(desk->screen, (const char *const []){
			"access", "compare", v[0].id, v[1].id }, 4);
	else
		screen_refuse(desk->screen, "Mark two people with Space, then = compares "
			      "them.");
}

/* ---- copying -------------------------------------------------------------------- */

/* "Revenue model: owner maya, shared with Data Team, ws, assets 3": what the row
 * shows, but for a secret's value. */
static void row_sentence(struct view *view, size_t row, struct buf *out)
{
	const struct list *list = &view->list;
	unsigned style = 0;
	struct buf cell, title;
	size_t c, n = 0;

	buf_init(&cell, CELL_LIMIT);
	buf_init(&title, CELL_LIMIT);
	for (c = 0; c < list->n_columns; c++) {
		const char *text;

		if (list_lacks(list, c) || strcmp(list->columns[c].name, "value") == 0)
			continue;
		buf_reset(&cell);
		list->source.cell(list->source.ctx, row, c, &cell, &style);
		text = buf_text(&cell);
		text += strspn(text, " ");
		if (!*text)
			continue;
		if (c) {
			buf_adds(out, n++ ? ", " : ": ");
			buf_reset(&title);
			list_column_title(&list->columns[c], &title);
			text_fold(out, buf_text(&title));
			buf_addc(out, ' ');
		}
		text_safe(out, text);
	}
	buf_release(&cell);
	buf_release(&title);
}

static void list_copy(struct desk *desk)
{
	struct app *app = desk->screen->app;
	struct view *view = desk_view(desk);
	struct thing thing = view_focus(view);
	uint32_t n = thing_number(app, &thing);
	struct buf text;
	size_t row;

	if (!list_current(&view->list, &row)) {
		pages_toast(desk->screen->pages, "There is no row to copy.");
		return;
	}
	buf_init(&text, TEXT_LIMIT);
	if (thing.kind == THING_USER && n != NOBODY && n != ANYONE) {
		text_safe(&text, seen_user_name(app_seen(app), n));
		buf_adds(&text, " <");
		text_safe(&text, seen_user(app_seen(app), n)->email);
		buf_addc(&text, '>');
		copy_text(desk->screen, "name and e-mail", buf_text(&text));
	} else {
		row_sentence(view, row, &text);
		copy_text(desk->screen, "the row", buf_text(&text));
	}
	buf_release(&text);
}

static void panel_copy(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	struct detail *detail = panel_detail(panel);

	if (!detail)
		(void)copy_command(desk->screen, CMD_COPY, "the card",
				   &panel->card);
	else if (panel->subject.kind == THING_ASSET)
		(void)copy_command(desk->screen, CMD_COPY, "the explanation",
				   &detail->lines);
	else
		reply_copy(desk->screen, detail);
}

static void plain(struct desk *desk)
{
	struct panel *panel = &desk->panel;
	struct detail *detail;
	struct buf text;

	buf_init(&text, TEXT_LIMIT);
	view_ready(desk_view(desk));
	panel_ready(panel);
	list_whole(&desk_view(desk)->list);	/* what is copied is never half */
	list_whole(&panel->list);
	detail = desk->zone == ZONE_DETAIL ? panel_detail(panel) : NULL;
	if (desk->zone == ZONE_LIST)
		list_text(&desk_view(desk)->list, &text);
	else if (detail)
		lines_text(&detail->lines, &text);
	else if (panel_has_rows(panel))
		list_text(&panel->list, &text);
	else
		lines_text(&panel->card, &text);
	plain_text_go(desk->screen, buf_text(&text));
	buf_release(&text);
}

bool desk_row_command(struct desk *desk, enum command command)
{
	struct thing focus;

	switch (command) {
	case CMD_MENU:
		open_menu(desk);
		return true;
	case CMD_NEW:
		create(desk);
		return true;
	case CMD_PALETTE: case CMD_HELP:
		desk->screen->go = (struct go){ .thing = desk_focus(desk),
			.kind = command == CMD_HELP ? GO_HELP : GO_PALETTE };
		return true;
	case CMD_USAGE:
		focus = desk_focus(desk);
		go_usage(desk, &focus);
		return true;
	case CMD_MARK: case CMD_MARK_ALL: case CMD_MARK_MORE: case CMD_MARK_LESS:
		mark(desk, command);
		return true;
	case CMD_COMPARE:
		compare(desk);
		return true;
	case CMD_COLUMNS:
		columns_go(desk->screen, desk_view(desk));
		return true;
	case CMD_COPY:
		if (desk->zone == ZONE_LIST)
			list_copy(desk);
		else
			panel_copy(desk);
		return true;
	case CMD_PLAIN:
		plain(desk);
		return true;
	case CMD_MOUSE:
		mouse_toggle(desk->screen);
		return true;
	default:
		return false;
	}
}
