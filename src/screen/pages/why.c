/* why.c: the why page (F113, F121). */
#include "screen/pages/why.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/words.h"
#include "base/mem.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/panel/fix_choice.h"

enum { CAN_COLS = 38, SIDE_FROM = 100 };

struct why {
	struct page page;
	struct screen *screen;
	struct thing user, project;
	struct detail detail;
	bool fixing;		/* f was pressed: a number comes */
};

static void changed(struct page *page)
{
	detail_stale(&((struct why *)page)->detail);
}

static void can_cell(struct canvas *canvas, int row, int col, int cols,
		     const struct answer *a, unsigned lost, int can)
{
	bool has = a->can & 1u << can;
	bool gone = lost & 1u << can;

	canvas_text(canvas, row, col, 5, has ? STYLE_GREEN | STYLE_BOLD :
		    gone ? STYLE_RED | STYLE_BOLD : 0,
		    has ? "yes" : gone ? "lost" : "no");
	canvas_text(canvas, row, col + 5, cols - 6,
		    has || gone ? STYLE_BOLD : 0, can_label((enum can)can));
}

/* Rows the table takes. */
static int can_table(struct canvas *canvas, const struct area *area, int columns,
		     const struct answer *a, unsigned lost)
{
	int per = (CANS + columns - 1) / columns, can;
	int cols = area->cols / columns;

	for (can = 0; can < CANS; can++)
		if (can % per < area->rows)
			can_cell(canvas, area->row + can % per,
				 area->col + can / per * cols, cols, a, lost,
				 can);
	return per;
}

static void draw_cans(struct why *self, struct canvas *canvas,
		      struct area *area, uint32_t user, uint32_t project)
{
	const struct seen *seen = app_seen(self->screen->app);
	const struct facts *facts = seen_judged(seen);
	struct arena arena = { 0 };
	struct answer answer;
	struct area at = *area;
	unsigned lost;
	int rows, columns;

	access_decide(facts, user, project, &arena, &answer);
	lost = access_lost(facts, &answer);
	if (area->cols >= SIDE_FROM) {
		at.col = area->cols - CAN_COLS + 2;
		at.cols = CAN_COLS - 2;
		area->cols -= CAN_COLS;
		canvas_vline(canvas, at.row, area->cols, at.rows);
		canvas_text(canvas, at.row, at.col, at.cols, STYLE_BOLD,
			    "What this person can do here");
		at.row += 2;
		at.rows -= 2;
		can_table(canvas, &at, 1, &answer, lost);
	} else {
		columns = area->cols >= 78 ? 3 : 2;
		rows = (CANS + columns - 1) / columns;
		at.rows = rows;
		at.row = area->row + area->rows - rows;
		at.col = 2;
		at.cols -= 2;
		area->rows -= rows + 1;
		if (area->rows < 3)
			area->rows += rows + 1;
		else
			canvas_hline(canvas, at.row - 1, 0, area->cols);
		if (at.row > area->row + area->rows - 1)
			can_table(canvas, &at, columns, &answer, lost);
	}
	arena_release(&arena);
}

static void draw(struct page *page, struct canvas *canvas)
{
	const struct hint hints[] = {
		{ "Enter", "go where it is set" }, chrome_hint(CMD_FIX),
		{ "Esc", "close" }, chrome_hint(CMD_PALETTE), { NULL, NULL }
	};
	struct why *self = (struct why *)page;
	struct app *app = self->screen->app;
	uint32_t user = thing_number(app, &self->user);
	uint32_t project = thing_number(app, &self->project);
	struct area area;
	char title[512];

	snprintf(title, sizeof(title), "Why: %s on %s",
		 thing_name(app, &self->user), thing_name(app, &self->project));
	if (!chrome_page(self->screen, canvas, hints, title, "", &area))
		return;
	if (user == NOBODY || project == NOBODY) {
		canvas_text(canvas, area.row, 2, area.cols - 2, 0,
			    "It is no longer there.");
		canvas_cursor(canvas, area.row, 2);
		return;
	}
	draw_cans(self, canvas, &area, user, project);
	detail_make(&self->detail, self->screen, user, project);
	lines_draw(&self->detail.lines, canvas, &area,
		   !bars_on(self->screen));
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct why *self = (struct why *)page;
	struct screen *screen = self->screen;
	enum command command = keys_command(key);
	const struct line *line;

	if (self->fixing && key->code >= '1' && key->code <= '9') {
		self->fixing = false;
		fix_choice_take(screen, &self->detail, (int)(key->code - '0'));
		return true;
	}
	self->fixing = false;
	if (bars_leave_lines(screen, &self->detail.lines, key))
		return true;
	if (copy_command(screen, command, "the explanation",
			 &self->detail.lines))
		return true;
	if (key->code == KEY_MOUSE && lines_key(&self->detail.lines, key) &&
	    key->twice)
		command = CMD_OPEN;
	if (command == CMD_OPEN) {
		line = lines_current(&self->detail.lines);
		if (!line)
			return true;
		if (line->fix) {
			fix_choice_take(screen, &self->detail, line->fix);
			return true;
		}
		screen->go = (struct go){ .kind = GO_ROW, .thing = line->link };
		if (line->link.id[0])	/* else it may not be seen: stay */
			pages_pop(pages);
	} else if (command == CMD_FIX) {
		self->fixing = fix_choice_ask(screen, &self->detail);
	} else if (command == CMD_ESC || command == CMD_QUIT ||
		   command == CMD_WHY) {
		pages_pop(pages);
	} else if (command == CMD_PALETTE || command == CMD_HELP) {
		screen->go = (struct go){ .kind = command == CMD_HELP ?
			GO_HELP : GO_PALETTE, .thing = self->project };
	} else if (key->code != KEY_MOUSE &&
		   !lines_key(&self->detail.lines, key)) {
		if (command == CMD_NONE) {
			screen_unknown(screen, key);
			return true;
		}
		screen->go = (struct go){ .kind = GO_COMMAND,
					  .command = command };
		pages_pop(pages);
	}
	return true;
}

static void release(struct page *page)
{
	detail_release(&((struct why *)page)->detail);
	free(page);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void why_push(struct screen *screen, uint32_t user, uint32_t project)
{
	struct why *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->user = thing_of(screen->app, THING_USER, user);
	self->project = thing_of(screen->app, THING_PROJECT, project);
	pages_push(screen->pages, &self->page);
}
