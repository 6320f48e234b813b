/* why.c: the why page (F113, F121). */
#include "screen/pages/why.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/rights.h"
#include "access/words.h"
#include "base/glyph.h"
#include "base/mem.h"
#include "base/text.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/follow.h"
#include "screen/panel/fix_choice.h"
#include "screen/panel/reply.h"
#include "screen/past/pair_page.h"
#include "screen/past/pair_walk.h"

enum { ROUND_IT = 4, TITLE_COLS = 72, TITLE_LIMIT = 1024,
       HINTS = 8 };

struct why {
	struct page page;
	struct screen *screen;
	struct thing user, project;
	struct detail detail;
	bool fixing;		/* f was pressed: a number comes */
	bool ask;		/* ... and is to be, once the ways are counted */
	struct pair_walk walk;	/* until since when it is so is known */
	bool walked;		/* it was begun */
};

static void changed(struct page *page)
{
	struct why *self = (struct why *)page;

	detail_stale(&self->detail);
	pair_walk_end(&self->walk);
	self->walked = false;
}

/* ---- since when ----------------------------------------------------------------------- */

/* Told where an event made it so that may be read; nothing says what is always so. */
static void tell_since(void *ctx)
{
	struct why *self = ctx;
	struct pair_past *past = self->walk.past;
	struct arena arena = { 0 };
	const char *words = NULL;
	int64_t seq;

	if (past && pair_past_since(past))
		words = pair_past_words(past, &arena, &seq);
	detail_since(&self->detail, words ? words + sizeof("Since") : NULL);
	arena_release(&arena);
}

static void look_since(struct why *self, uint32_t user, uint32_t project)
{
	if (self->walked)
		return;
	self->walked = true;
	self->walk.more = tell_since;
	self->walk.ctx = self;
	pair_walk_begin(&self->walk, self->screen, user, project, false);
	tell_since(self);
}

static void go_past(struct why *self, bool since)
{
	const struct pair_change *one = since && self->walk.past ?
		pair_past_since(self->walk.past) : NULL;
	uint32_t user = thing_number(self->screen->app, &self->user);
	uint32_t project = thing_number(self->screen->app, &self->project);

	if (user != NOBODY && project != NOBODY)
		pair_page_go(self->screen, user, project, one ? one->seq : PAIR_PAGE_BACK);
}

/* ---- drawing ---------------------------------------------------------------------------- */

/* One's own, and there is more to ask for. */
static bool asks(const struct why *self, enum level now)
{
	const struct app *app = self->screen->app;
	uint32_t user = thing_number(app, &self->user);

	return user != NOBODY && user == app_subject(app) && !level_is_full(now);
}

static void fill_hints(const struct why *self, const struct answer *answer, char fixes[24],
		       struct hint hints[HINTS])
{
	const struct line *line = lines_current(&self->detail.lines);
	size_t runnable = self->detail.fixes.runnable, n = 0;

	if (runnable > 1)
		snprintf(fixes, 24, "1-%zu do it", runnable > 9 ? 9 : runnable);
	else
		snprintf(fixes, 24, "1 do it");
	if (runnable)
		hints[n++] = chrome_key(CMD_FIX, fixes);
	hints[n++] = (struct hint){ "Enter", line && line->past ? "what was before" :
				    "go where it is set" };
	hints[n++] = answer && asks(self, answer->effective) ?
		chrome_hint(CMD_ASK_MORE) :
		chrome_key(CMD_COPY, "copy as an answer");
	hints[n++] = (struct hint){ "Esc", "back" };
	if (line && line->other)
		hints[n++] = chrome_key(CMD_OTHER, "its members");
	hints[n++] = chrome_hint(CMD_PALETTE);
	hints[n] = (struct hint){ NULL, NULL };
}

/* Where there is something before. */
static void hint_past(const struct why *self, struct canvas *canvas)
{
	const struct hint hints[] = { { "Left", "back in time" }, { NULL, NULL } };

	if (self->walk.past && pair_past_n(self->walk.past) &&
	    pair_page_is_offered(self->screen))
		chrome_quiet(self->screen, canvas, hints);
}

/* The pages' word stands here once, beside ours. */
static void draw_page(struct why *self, struct canvas *canvas,
		      const struct answer *answer, struct area *area)
{
	char title[TITLE_LIMIT], held[128] = "", fixes[24];
	struct app *app = self->screen->app;
	struct hint hints[HINTS];

	fill_hints(self, answer, fixes, hints);
	snprintf(title, sizeof(title), "Why %s %s on %s", glyph(GLYPH_BETWEEN),
		 thing_name(app, &self->user), thing_name(app, &self->project));
	if (answer)
		snprintf(held, sizeof(held), "held at %s (downgraded from %s)",
			 level_label(answer->effective),
			 level_label(answer->granted));
	if (answer && (int)(text_width(title) + text_width(held)) + 8 >
	    canvas->cols) {
		held[0] = '\0';
		if (canvas->cols >= TITLE_COLS)
			snprintf(held, sizeof(held), "downgraded from %s",
				 level_label(answer->granted));
	}
	if (!chrome_page(self->screen, canvas, hints, title,
			 answer && answer->effective < answer->granted ? held :
			 "", area))
		area->rows = 0;
	else
		hint_past(self, canvas);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct why *self = (struct why *)page;
	struct app *app = self->screen->app;
	uint32_t user = thing_number(app, &self->user);
	uint32_t project = thing_number(app, &self->project);
	struct arena arena = { 0 };
	struct answer answer;
	struct area area;

	if (user == NOBODY || project == NOBODY) {
		draw_page(self, canvas, NULL, &area);
		canvas_text(canvas, area.row, 2, area.cols - 2, 0,
			    "It is no longer there.");
		canvas_cursor(canvas, area.row, 2);
		return;
	}
	access_decide(seen_judged(app_seen(app)), user, project, &arena, &answer);
	detail_fit(&self->detail, detail_beside(canvas->cols),
		   canvas->rows - ROUND_IT, detail_beside(canvas->cols) == canvas->cols);
	look_since(self, user, project);
	detail_make(&self->detail, self->screen, user, project);
	lines_settle(&self->detail.lines);
	if (self->ask && !self->detail.waits) {
		self->ask = false;
		self->fixing = fix_choice_ask(self->screen, &self->detail);
	}
	draw_page(self, canvas, &answer, &area);
	if (area.rows) {
		detail_draw_cans(canvas, app_seen(app), &answer, &area);
		lines_draw(&self->detail.lines, canvas, &area,
			   !bars_on(self->screen));
	}
	arena_release(&arena);
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
	self->fixing = self->ask = false;
	if (bars_leave_lines(screen, &self->detail.lines, key))
		return true;
	if (command == CMD_COPY) {
		reply_copy(screen, &self->detail);
		return true;
	}
	if (copy_command(screen, command, "the explanation",
			 &self->detail.lines))
		return true;
	if (key->code == KEY_MOUSE && lines_key(&self->detail.lines, key) &&
	    key->twice)
		command = CMD_OPEN;
	if (command == CMD_OPEN) {
		line = lines_current(&self->detail.lines);
		if (line && line->fix)
			fix_choice_take(screen, &self->detail, line->fix);
		else if (line && line->past)
			go_past(self, true);
		else
			follow_line(screen, &self->detail.lines);
	} else if (key->code == KEY_LEFT && !key->mods) {
		go_past(self, false);
	} else if (command == CMD_OTHER) {
		follow_other(screen, &self->detail.lines);
	} else if (key_does(key, CMD_ASK_MORE) && asks(self, LEVEL_NONE)) {
		screen->go = (struct go){ .kind = GO_VERB_ON, .thing = self->project,
					  .action = action_find("access", "request") };
	} else if (command == CMD_FIX) {
		self->fixing = fix_choice_ask(screen, &self->detail);
	} else if (command == CMD_ESC || command == CMD_QUIT ||
		   command == CMD_WHY || command == CMD_BACK) {
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
		if (!command_over(command))
			pages_pop(pages);
	}
	return true;
}

static void release(struct page *page)
{
	struct why *self = (struct why *)page;

	pair_walk_end(&self->walk);
	detail_release(&self->detail);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void why_push(struct screen *screen, uint32_t user, uint32_t project, bool fix)
{
	struct why *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->user = thing_of(screen->app, THING_USER, user);
	self->project = thing_of(screen->app, THING_PROJECT, project);
	self->ask = fix;
	pages_push(screen->pages, &self->page);
}
