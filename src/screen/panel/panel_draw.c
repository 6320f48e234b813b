/* panel_draw.c: the live panel's title, rows, notes and explanation. */
#include "screen/panel/panel_priv.h"

#include <stdio.h>
#include <string.h>

#include "action/undo/as_of_facts.h"
#include "base/text.h"
#include "screen/frame/chrome.h"
#include "screen/frame/keymap.h"

enum { FILTER_COLS = 30 };

static void ups_and_downs(const struct panel *panel, char *out, size_t size)
{
	char loses[32] = "", gains[32] = "";

	if (panel->down)
		snprintf(loses, sizeof(loses), "%zu %s", panel->down,
			 panel->down == 1 ? "loses" : "lose");
	if (panel->up)
		snprintf(gains, sizeof(gains), "%zu %s", panel->up,
			 panel->up == 1 ? "gains" : "gain");
	snprintf(out, size, "%s%s%s", loses, *loses && *gains ? ", " : "",
		 gains);
}

/* "18 people, 5 held"; "1 loses, 3 gain, 5 held" */
static void counts(struct panel *panel, char *out, size_t size)
{
	enum thing_kind kind = panel->subject.kind;
	const char *one = kind == THING_USER ? "project" : "person";
	const char *many = kind == THING_USER ? "projects" :
		kind == THING_ASSET ? "have access" : "people";
	size_t n = panel->reached;
	char first[80];

	if (panel->up || panel->down)
		ups_and_downs(panel, first, sizeof(first));
	else
		snprintf(first, sizeof(first), "%zu %s%s", n, n == 1 &&
			 kind != THING_ASSET ? one : many, kind != THING_PROJECT ||
			 app_seen(panel->screen->app)->people ? "" : " shown");
	snprintf(out, size, "%s, %zu held%s", first, panel->downgraded,
		 panel->only_down ? " only" : "");
}

static void titles(struct panel *panel, char *left, size_t n_left, char *right,
		   size_t n_right)
{
	const char *name = thing_name(panel->screen->app, &panel->subject);
	const char *what = panel->subject.kind == THING_PROJECT ?
		": who can do what" : panel->subject.kind == THING_USER ?
		": what this person can do" :
		panel->subject.kind == THING_ASSET && panel_has_rows(panel) ?
		": who has access" : "";
	struct buf safe;

	buf_init(&safe, 1024);
	text_cut(&safe, name, 48);
	if (panel->subject.kind == THING_NONE)
		left[0] = '\0';
	else if (panel->subject.kind == THING_SETTING ||
	    panel->subject.kind == THING_HEADING)
		snprintf(left, n_left, "Integrations");
	else
		snprintf(left, n_left, "%s%s%s", panel->pinned ? "PINNED " : "",
			 buf_text(&safe), what);
	buf_release(&safe);
	right[0] = '\0';
	if (panel_has_rows(panel) && !panel->refused)
		counts(panel, right, n_right);
}

/* The name goes before the numbers: only those that matter most stay. */
static void shorten(struct panel *panel, char *counts)
{
	char *comma = strrchr(counts, ',');

	if (comma && (panel->up || panel->down))
		*comma = '\0';
	else if (comma)
		memmove(counts, comma + 2, strlen(comma + 2) + 1);
}

static void draw_title(struct panel *panel, struct canvas *canvas,
		       const struct panel_places *places, bool focused,
		       bool typing)
{
	const struct area *at = &places->title;
	const char *name = thing_name(panel->screen->app, &panel->subject);
	char left[256], right[96], brief[1024];
	unsigned style = STYLE_BOLD | (focused ? STYLE_UNDERLINE : 0);

	titles(panel, left, sizeof(left), right, sizeof(right));
	snprintf(brief, sizeof(brief), "%s%s", panel->pinned ? "PINNED " : "",
		 name);
	if ((int)(text_width(brief) + text_width(right)) +
	    (places->rule ? 8 : 4) > at->cols)
		shorten(panel, right);
	if (typing || panel->filter.n) {
		left[0] = brief[0] = '\0';
		if (at->cols < 2 * FILTER_COLS)
			right[0] = '\0';
	}
	if (places->rule) {
		chrome_rule(canvas, at->row, at->col, at->cols, left, right,
			    style);
	} else {
		canvas_right(canvas, at->row, at->col + at->cols - 1, at->cols,
			     0, right);
		canvas_text(canvas, at->row, at->col + 1, at->cols - 4 -
			    (int)text_width(right), style,
			    (int)(text_width(left) + text_width(right)) + 4 >
			    at->cols ? brief : left);
	}
	if (!typing && !panel->filter.n)
		return;
	canvas_fill(canvas, at->row, at->col + 1, 1, FILTER_COLS, 0);
	canvas_text(canvas, at->row, at->col + 2, 1, STYLE_BOLD, "/");
	input_draw(&panel->filter, canvas, at->row, at->col + 4, FILTER_COLS - 4,
		   typing);
}

static void draw_note(struct canvas *canvas, const struct area *area,
		      const char *text, bool focused)
{
	canvas_wrap(canvas, area->row, area->col + 2, area->rows,
		    area->cols - 3, 0, text);
	if (focused)
		canvas_cursor(canvas, area->row, area->col + 2);
}

/* Below the rows: what they are compared with, and what else moves.  Rows taken. */
static int draw_compared(struct panel *panel, struct canvas *canvas,
			 const struct area *rows)
{
	int row = rows->row + rows->rows - 1, used;
	char also[64] = "", event[48];

	if ((!panel->changed && !panel->elsewhere) || rows->rows < 4)
		return 0;
	if (panel->elsewhere)
		snprintf(also, sizeof(also), "also %zu other project%s   %s all",
			 panel->elsewhere, panel->elsewhere == 1 ? "" : "s",
			 key_said(CMD_FULL_LIST));
	snprintf(event, sizeof(event), "by event %lld",
		 (long long)as_of_revision(panel->screen->app));
	used = canvas_text(canvas, row, rows->col + 2, rows->cols - 3,
			   STYLE_BOLD, panel->tried ? "against what is saved" :
			   panel->pinned && panel->since ? panel->since :
			   panel->pinned ? "since it was pinned" :
			   panel->then ? event : "by the last change");
	canvas_text(canvas, row, rows->col + used + 5, rows->cols - used - 6,
		    STYLE_BOLD, also);
	return 1;
}

bool panel_first_fix(struct panel *panel, int cols, struct buf *out)
{
	struct detail *detail = panel_detail(panel);
	struct arena *arena = screen_scratch(panel->screen);
	const struct fix_offer *fix;
	const char *also, *whole, *key = key_said(CMD_FIX);

	if (!detail || !detail->fixes.runnable)
		return false;
	fix = &detail->fixes.v[0];
	also = fix_side_effects(fix, arena);
	also = *also ? also : "nothing else moves";
	whole = arena_printf(arena, "%s 1 %s: %s", key, fix->text, also);
	if ((int)text_width(whole) <= cols)
		buf_adds(out, whole);
	else
		buf_printf(out, "%s 1 %s: %s", key, fix->brief, also);
	return true;
}

void panel_draw(struct panel *panel, struct canvas *canvas,
		const struct panel_places *places, enum panel_zone zone,
		bool typing)
{
	struct area all = places->rows;
	struct detail *detail;
	char held[64];

	panel_ready(panel);
	draw_title(panel, canvas, places, zone != PANEL_NONE, typing);
	if (places->foot.rows && places->said)
		canvas_wrap(canvas, places->foot.row, places->foot.col + 2,
			    places->foot.rows, places->foot.cols - 3, 0, places->said);
	if (places->detail.rows)
		all.rows = places->detail.row + places->detail.rows - all.row;
	if (panel->refused) {
		draw_note(canvas, &all, panel->refused, zone != PANEL_NONE);
		return;
	}
	if (!panel_has_rows(panel)) {
		lines_draw(&panel->card, canvas, &all, zone != PANEL_NONE);
		return;
	}
	list_draw(&panel->list, canvas, places->rows.row, places->rows.col,
		  places->rows.rows - draw_compared(panel, canvas,
						    &places->rows),
		  places->rows.cols, zone == PANEL_ROWS && !typing);
	if (!panel->list.n_shown) {
		snprintf(held, sizeof(held), "Nobody is held. %s shows all.",
			 key_said(CMD_DOWNGRADED));
		draw_note(canvas, &(struct area){ places->rows.row + 1,
			  places->rows.col, 2, places->rows.cols },
			  list_is_left(&panel->list) ? "counting..." :
			  panel->filter.n ? "No match. Esc clears." :
			  panel->only_changed ? "No row changed." :
			  panel->only_down ? held :
			  "Nothing to see.", zone == PANEL_ROWS && !typing);
	}
	if (!places->detail.rows)
		return;
	canvas_hline(canvas, places->detail.row - 1, places->detail.col,
		     places->detail.cols);
	detail_fit(&panel->detail, places->detail.cols, places->detail.rows, false);
	detail = panel_detail(panel);
	if (detail)
		lines_draw(&detail->lines, canvas, &places->detail,
			   zone == PANEL_DETAIL);
}
