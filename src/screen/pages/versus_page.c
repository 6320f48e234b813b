/* versus_page.c: see versus_page.h. */
#include "screen/pages/versus_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/glyph.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/follow.h"
#include "screen/panel/fix_choice.h"

enum { SIDE_FROM = 100, BOTH_FROM = 13 /* rows for one under the other */, HINTS = 8,
       TITLE = 240 };

struct versus {
	struct page page;
	struct screen *screen;
	struct thing who[2], project;
	struct detail side[2];
	int at;				/* which has the keys */
	bool fixing;			/* f was pressed: a number comes */
};

static void changed(struct page *page)
{
	struct versus *self = (struct versus *)page;

	detail_stale(&self->side[0]);
	detail_stale(&self->side[1]);
}

/* ---- drawing ------------------------------------------------------------------------- */

static void draw_side(struct versus *self, struct canvas *canvas,
		      const struct area *area, int side)
{
	struct app *app = self->screen->app;
	struct detail *detail = &self->side[side];
	struct area at = *area;
	bool here = side == self->at;

	chrome_rule(canvas, at.row++, at.col, at.cols, thing_name(app, &self->who[side]),
		    "", here ? STYLE_BOLD : 0);
	at.rows--;
	detail_fit(detail, at.cols, at.rows, false);
	detail_make(detail, self->screen, thing_number(app, &self->who[side]),
		    thing_number(app, &self->project));
	lines_settle(&detail->lines);
	lines_draw(&detail->lines, canvas, &at, here && !bars_on(self->screen));
}

static void draw_both(struct versus *self, struct canvas *canvas,
		      const struct area *area)
{
	struct area first = *area, second = *area;

	if (canvas->cols >= SIDE_FROM) {
		first.cols = (area->cols - 1) / 2;
		second.col = first.col + first.cols + 1;
		second.cols = area->cols - first.cols - 1;
		canvas_vline(canvas, area->row, second.col - 1, area->rows);
	} else if (area->rows >= BOTH_FROM) {
		first.rows = area->rows / 2;
		second.row = first.row + first.rows;
		second.rows = area->rows - first.rows;
	} else {			/* Tab shows the other */
		draw_side(self, canvas, area, self->at);
		return;
	}
	draw_side(self, canvas, &first, 0);
	draw_side(self, canvas, &second, 1);
}

static bool is_there(const struct versus *self)
{
	const struct app *app = self->screen->app;

	return thing_number(app, &self->who[0]) != NOBODY &&
		thing_number(app, &self->who[1]) != NOBODY &&
		thing_number(app, &self->project) != NOBODY;
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct versus *self = (struct versus *)page;
	const struct app *app = self->screen->app;
	struct hint hints[HINTS] = {
		{ "Enter", "go where it is set" }, { "Tab", "the other" },
		chrome_key(CMD_WHY, "why"), chrome_key(CMD_FIX, "fix"), { "Esc", "back" }, { NULL, NULL }
	};
	struct area area;
	char title[TITLE];

	snprintf(title, sizeof(title), "Compare %s %s", glyph(GLYPH_BETWEEN),
		 thing_name(app, &self->project));
	if (!chrome_page(self->screen, canvas, NULL, title, "", &area))
		return;
	if (is_there(self)) {
		draw_both(self, canvas, &area);
	} else {
		canvas_text(canvas, area.row, 2, area.cols - 2, 0,
			    "It is no longer there.");
		canvas_cursor(canvas, area.row, 2);
	}
	if (!self->side[self->at].fixes.runnable)
		hints[3] = hints[4], hints[4] = hints[5];
	chrome_bottom(self->screen, canvas, hints);
}

/* ---- keys ---------------------------------------------------------------------------- */

static void go_why(struct versus *self)
{
	struct app *app = self->screen->app;

	if (is_there(self))
		self->screen->go = (struct go){ .kind = GO_WHY,
			.user = thing_number(app, &self->who[self->at]),
			.project = thing_number(app, &self->project) };
}

static void open_line(struct versus *self)
{
	struct detail *detail = &self->side[self->at];
	const struct line *line = lines_current(&detail->lines);

	if (line && line->fix)
		fix_choice_take(self->screen, detail, line->fix);
	else
		follow_line(self->screen, &detail->lines);
}

static bool command_key(struct versus *self, struct pages *pages, enum command command)
{
	struct detail *detail = &self->side[self->at];

	switch (command) {
	case CMD_NEXT_ZONE: case CMD_PREV_ZONE:
		self->at = !self->at;
		return true;
	case CMD_OPEN:
		open_line(self);
		return true;
	case CMD_OTHER:
		follow_other(self->screen, &detail->lines);
		return true;
	case CMD_FIX:
		self->fixing = fix_choice_ask(self->screen, detail);
		return true;
	case CMD_WHY:
		go_why(self);
		return true;
	case CMD_ESC: case CMD_QUIT: case CMD_BACK: case CMD_COMPARE:
		pages_pop(pages);
		return true;
	case CMD_PALETTE: case CMD_HELP:
		self->screen->go = (struct go){ .kind = command == CMD_HELP ?
			GO_HELP : GO_PALETTE, .thing = self->project };
		return true;
	case CMD_RELOAD:
		(void)screen_reload(self->screen, false);
		return true;
	case CMD_UNDO: case CMD_REDO: case CMD_HISTORY:
		self->screen->go = (struct go){ .kind = GO_COMMAND,
						.command = command };
		return true;
	default:
		return copy_command(self->screen, command, "the explanation",
				    &detail->lines);
	}
}

/* A click is for the side that it is on. */
static bool mouse(struct versus *self, const struct key *key)
{
	int side;

	for (side = 0; side < 2; side++)
		if (lines_key(&self->side[side].lines, key)) {
			self->at = side;
			if (key->twice)
				open_line(self);
			return true;
		}
	return false;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct versus *self = (struct versus *)page;
	struct detail *detail = &self->side[self->at];

	pages->dirty = true;
	if (self->fixing && key->code >= '1' && key->code <= '9') {
		self->fixing = false;
		fix_choice_take(self->screen, detail, (int)(key->code - '0'));
		return true;
	}
	self->fixing = false;
	if (key->code == KEY_MOUSE)
		return mouse(self, key);
	if (bars_leave_lines(self->screen, &detail->lines, key))
		return true;
	if (!command_key(self, pages, keys_command(key)) &&
	    !lines_key(&detail->lines, key))
		screen_unknown(self->screen, key);
	return true;
}

static void release(struct page *page)
{
	struct versus *self = (struct versus *)page;

	detail_release(&self->side[0]);
	detail_release(&self->side[1]);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void versus_page_go(struct screen *screen, const uint32_t users[2], uint32_t project)
{
	struct versus *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->who[0] = thing_of(screen->app, THING_USER, users[0]);
	self->who[1] = thing_of(screen->app, THING_USER, users[1]);
	self->project = thing_of(screen->app, THING_PROJECT, project);
	screen_go_page(screen, &self->page);
}
