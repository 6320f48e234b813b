/* pair_page.c: see pair_page.h. */
#include "screen/past/pair_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "action/undo/as_of_facts.h"
#include "action/undo/pair_words.h"
#include "base/glyph.h"
#include "base/text.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/panel/detail.h"
#include "screen/panel/ladder_lines.h"
#include "screen/past/pair_priv.h"

enum { HINTS = 8, TITLE = 1024, MOMENT = 256, LIST_LEAST = 3 /* rows,
       with the titles */, COLS_FIRST = 80, TITLES_FROM = 12 /* rows that leave room for them */ };

/* ---- what is known ----------------------------------------------------------------------- */

/* Shown is the row in focus. */
static void settle(struct pair_page *self)
{
	if (self->at != pair_list_at(self))
		self->lines.top = 0;
	self->at = pair_list_at(self);
}

/* At what is to be gone to?  Rows but the last one stand where they will stay. */
static bool arrived(struct pair_page *self)
{
	size_t n = pair_past_n(self->walk.past);

	if (self->event == PAIR_TO_END)
		return false;		/* it is the last row, until all are known */
	if (self->event == PAIR_ONE_BACK)
		return (n > 1 || !self->walk.waits) && pair_list_n(self) > 1 &&
			list_goto(&self->list, pair_list_id(self, 1));
	return list_goto(&self->list, (uint64_t)self->event);
}

/* A walk that begins anew knows fewer rows than stood there; now stays now. */
static void more(void *ctx)
{
	struct pair_page *self = ctx;
	bool now = !pair_list_at(self) && !self->event;

	list_forget(&self->list);
	list_refresh(&self->list);
	if (!self->walk.past)
		return;
	if (now)
		(void)list_goto(&self->list, pair_list_id(self, 0));
	else if (self->event && (arrived(self) || !self->walk.waits))
		self->event = 0;
	settle(self);
}

/* False: one of the two is not there, or it has no past. */
static bool begin(struct pair_page *self)
{
	const struct app *app = self->screen->app;
	uint32_t user = thing_number(app, &self->user);
	uint32_t project = thing_number(app, &self->project);

	if (user == NOBODY || project == NOBODY || !pair_page_is_offered(self->screen))
		return false;
	if (!self->begun) {
		pair_walk_begin(&self->walk, self->screen, user, project, true);
		self->begun = true;
		more(self);
	}
	return self->walk.past != NULL;
}

static void changed(struct page *page)
{
	struct pair_page *self = (struct pair_page *)page;
	size_t row = pair_list_at(self);

	if (self->walk.past && !self->event && row)
		self->event = row < pair_past_n(self->walk.past) ?
			(int64_t)pair_list_id(self, row) : PAIR_TO_END;
	pair_walk_end(&self->walk);
	self->begun = false;
}

/* ---- drawing ------------------------------------------------------------------------------ */

/* Which moment is shown, in as many words as fit. */
static void moment(const struct pair_page *self, int cols, char out[MOMENT])
{
	const struct pair_change *event = pair_list_event(self, self->at);
	struct arena arena = { 0 };
	char until[64] = "", from[128];
	int all;

	if (self->at && self->at <= pair_past_n(self->walk.past))
		snprintf(until, sizeof(until), "   until event %lld",
			 (long long)pair_past_at(self->walk.past, self->at - 1)->seq);
	if (event)
		snprintf(from, sizeof(from), "%sevent %lld, %s", !self->at &&
			 event == pair_past_last(self->walk.past) ? "at least " : "",
			 (long long)event->seq, pair_time(event->time, &arena));
	else
		snprintf(from, sizeof(from), "the beginning");
	snprintf(out, MOMENT, self->at || as_of_mode_on(self->screen) ? " AS OF %s" :
		 " NOW, since %s", from);
	all = (int)(text_width(out) + text_width(until)) + 13;
	if (all > cols)
		until[0] = '\0';
	snprintf(out + strlen(out), MOMENT - strlen(out), "%s%s", until,
		 (int)(text_width(out) + text_width(until)) + 13 <= cols ?
		 "   read only" : "");
	arena_release(&arena);
}

/* What made it so, what it was, and why, in self->cols cells.  False: there is no answer. */
static bool fill(struct pair_page *self, struct answer *answer, const struct seen **seen)
{
	struct pair_past *past = self->walk.past;
	const struct pair_change *event;
	struct arena arena = { 0 };
	const char *story = pair_past_story(past, self->at, &arena, &event);
	int cols = detail_beside(self->cols);
	bool there = pair_past_show(past, self->at, answer, seen);

	lines_clear(&self->lines);
	if (self->at < pair_past_n(past))
		lines_head(&self->lines, "%s, by %s", event->words, event->who);
	else
		lines_head(&self->lines, self->walk.waits ? "%s" : "%s.",
			   story ? story : pair_list_beginning(self));
	if (there) {
		(void)lines_add(&self->lines, "%s", access_brief(*seen, answer, &arena));
		ladder_lines(&self->lines, *seen, answer, cols, NULL);
		if (cols == self->cols)
			detail_cans(&self->lines, *seen, answer);
	} else {
		(void)lines_add(&self->lines, "The person or the project was not there.");
	}
	arena_release(&arena);
	return there;
}

static void draw_moment(struct pair_page *self, struct canvas *canvas, int row)
{
	char text[MOMENT];

	moment(self, canvas->cols, text);
	canvas_fill(canvas, row, 0, 1, canvas->cols, STYLE_REVERSE);
	canvas_text(canvas, row, 0, canvas->cols, STYLE_REVERSE | STYLE_BOLD, text);
}

/* The rows above, at most a third of the page, what stood then below. */
static void draw_parts(struct pair_page *self, struct canvas *canvas,
		       const struct area *area)
{
	bool keys = !bars_on(self->screen);
	struct area below = *area;
	const struct seen *seen;
	struct answer answer;
	int above;

	self->list.bare = area->rows < TITLES_FROM;
	self->list.natural = true;
	above = cells_least((int)pair_list_n(self) + !self->list.bare,
			    cells_most(area->rows / 3, LIST_LEAST));
	list_draw(&self->list, canvas, area->row, 0, above, area->cols,
		  keys && !self->reading);
	settle(self);
	draw_moment(self, canvas, area->row + above);
	below.row += above + 1;
	below.rows -= above + 1;
	if (below.rows <= 0)
		return;
	self->cols = below.cols;
	if (fill(self, &answer, &seen))
		detail_draw_cans(canvas, seen, &answer, &below);
	lines_draw(&self->lines, canvas, &below, keys && self->reading);
}

static void fill_hints(const struct pair_page *self, struct hint hints[HINTS])
{
	size_t n = 0;

	if (self->at + 1 < pair_list_n(self))
		hints[n++] = (struct hint){ "Left", "back in time" };
	if (self->at)
		hints[n++] = (struct hint){ "Right", "on" };
	if (pair_list_event(self, self->at)) {
		hints[n++] = (struct hint){ "Enter", "the event" };
		hints[n++] = chrome_key(CMD_AS_OF, "all as of then");
	}
	hints[n++] = (struct hint){ "Esc", "back" };
	hints[n++] = (struct hint){ "Tab", self->reading ? "the events" : "read on" };
	hints[n++] = chrome_hint(CMD_COPY);
	hints[n] = (struct hint){ NULL, NULL };
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct pair_page *self = (struct pair_page *)page;
	struct app *app = self->screen->app;
	struct hint hints[HINTS] = { { "Esc", "back" }, { NULL, NULL } };
	char title[TITLE], right[64] = "";
	struct area area;
	bool there = begin(self);

	snprintf(title, sizeof(title), "Past %s %s on %s", glyph(GLYPH_BETWEEN),
		 thing_name(app, &self->user), thing_name(app, &self->project));
	if (there)
		snprintf(right, sizeof(right), "%zu change%s%s",
			 pair_past_n(self->walk.past),
			 pair_past_n(self->walk.past) == 1 ? "" : "s",
			 self->walk.waits ? " so far" : "");
	if (!chrome_page(self->screen, canvas, NULL, title, right, &area))
		return;
	if (there) {
		draw_parts(self, canvas, &area);
		fill_hints(self, hints);
	} else {
		canvas_text(canvas, area.row, 2, area.cols - 2, 0,
			    "It is no longer there.");
		canvas_cursor(canvas, area.row, 2);
	}
	chrome_bottom(self->screen, canvas, hints);
}

/* ---- keys --------------------------------------------------------------------------------- */

/* Left and Right: 1: back in time. */
static void walk(struct pair_page *self, int by)
{
	size_t row = pair_list_at(self);

	if (by > 0 && row + 1 < pair_list_n(self))
		(void)list_goto(&self->list, pair_list_id(self, row + 1));
	else if (by < 0 && row)
		(void)list_goto(&self->list, pair_list_id(self, row - 1));
	else if (by < 0)
		screen_refuse(self->screen, as_of_mode_on(self->screen) ?
			      "This is the state that is shown; nothing is after it." :
			      "This is now.");
	else if (pair_list_tells(self))
		screen_refuse(self->screen, "Nothing before it is known.");
	else
		screen_refuse(self->screen, "%s", pair_list_beginning(self));
}

/* What stands there was drawn before the keys that came with this one. */
static void copy(struct pair_page *self, bool bare)
{
	const struct seen *seen;
	struct answer answer;
	char now[MOMENT];
	struct buf text;

	if (self->event) {
		screen_refuse(self->screen, "Still looking further back...");
		return;
	}
	settle(self);
	(void)fill(self, &answer, &seen);
	buf_init(&text, TOAST_ROOM);
	moment(self, MOMENT, now);
	buf_printf(&text, "%s on %s:%s\n", thing_name(self->screen->app, &self->user),
		   thing_name(self->screen->app, &self->project), now);
	lines_text(&self->lines, &text);
	if (bare)
		plain_text_go(self->screen, buf_text(&text));
	else
		copy_text(self->screen, "what was then", buf_text(&text));
	buf_release(&text);
}

static void open_event(struct pair_page *self)
{
	const struct pair_change *event = pair_list_event(self, pair_list_at(self));

	if (event)
		self->screen->go = (struct go){ .kind = GO_EVENT, .event = event->seq };
}

static bool command_key(struct pair_page *self, struct pages *pages, enum command command)
{
	struct screen *screen = self->screen;

	switch (command) {
	case CMD_NEXT_ZONE: case CMD_PREV_ZONE:
		self->reading = !self->reading;
		return true;
	case CMD_OPEN:
		open_event(self);
		return true;
	case CMD_COPY: case CMD_PLAIN:
		copy(self, command == CMD_PLAIN);
		return true;
	case CMD_ESC: case CMD_QUIT: case CMD_BACK: case CMD_WHY:
		pages_pop(pages);
		return true;
	case CMD_UNDO: case CMD_REDO:
		screen_refuse(screen, "The past only reads. Esc comes back to now.");
		return true;
	case CMD_PALETTE: case CMD_HELP:
		screen->go = (struct go){ .kind = command == CMD_HELP ?
			GO_HELP : GO_PALETTE, .thing = self->project };
		return true;
	case CMD_RELOAD:
		(void)screen_reload(screen, false);
		return true;
	case CMD_HISTORY: case CMD_MOUSE:
		screen->go = (struct go){ .kind = GO_COMMAND, .command = command };
		return true;
	default:
		return false;
	}
}

static bool mouse(struct pair_page *self, const struct key *key)
{
	if (list_key(&self->list, key)) {
		self->reading = false;
		if (key->twice)
			open_event(self);
		return true;
	}
	return lines_key(&self->lines, key);
}

static bool past_key(struct pair_page *self, const struct key *key)
{
	const struct pair_change *event;

	if (key->code == KEY_MOUSE)
		return mouse(self, key);
	if (!key->mods && (key->code == KEY_LEFT || key->code == KEY_RIGHT)) {
		walk(self, key->code == KEY_LEFT ? 1 : -1);
		return true;
	}
	if (key_does(key, CMD_AS_OF)) {
		event = pair_list_event(self, pair_list_at(self));
		if (event)
			as_of_mode_to(self->screen, event->seq);
		return true;
	}
	return self->reading ? lines_key(&self->lines, key) : list_key(&self->list, key);
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct pair_page *self = (struct pair_page *)page;
	enum command command = keys_command(key);
	bool there = begin(self);

	pages->dirty = true;
	if (command != CMD_COPY && command != CMD_PLAIN && command != CMD_RELOAD)
		self->event = 0;
	if (self->reading ? bars_leave_lines(self->screen, &self->lines, key) :
	    bars_leave_list(self->screen, &self->list, key))
		return true;
	if (!there && (command == CMD_OPEN || command == CMD_COPY ||
		       command == CMD_PLAIN))
		return true;
	if (!command_key(self, pages, command) &&
	    (!there || !past_key(self, key)))
		screen_unknown(self->screen, key);
	return true;
}

static void release(struct page *page)
{
	struct pair_page *self = (struct pair_page *)page;

	pair_walk_end(&self->walk);
	list_release(&self->list);
	lines_release(&self->lines);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

/* ---- the way in ---------------------------------------------------------------------------- */

bool pair_page_is_offered(const struct screen *screen)
{
	return app_reads_all(screen->app) && screen->app->store && !screen->app->what_if;
}

void pair_page_go(struct screen *screen, uint32_t user, uint32_t project, int64_t event)
{
	struct pair_page *self;

	if (!pair_page_is_offered(screen)) {
		screen_refuse(screen, screen->app->what_if ?
			      "What is only tried has no past." :
			      "What was before is for Admins to see.");
		return;
	}
	self = page_new(sizeof(*self), &ops);
	self->screen = screen;
	self->user = thing_of(screen->app, THING_USER, user);
	self->project = thing_of(screen->app, THING_PROJECT, project);
	self->walk.more = more;
	self->walk.ctx = self;
	self->event = event == PAIR_PAGE_BACK ? PAIR_ONE_BACK : event > 0 ? event : 0;
	self->cols = COLS_FIRST;
	pair_list_init(self);
	(void)begin(self);
	screen_go_page(screen, &self->page);
}

bool pair_page_is(const struct request *request)
{
	const struct action *action = request->action;

	return action == action_find("access", "explain") &&
		arg_count(action, &request->args, "past");
}

bool pair_page_answer(struct screen *screen, const struct request *request,
		      struct error *err)
{
	const struct action *action = request->action;
	const struct args *args = &request->args;
	uint32_t user, project;

	if (!app_find_user(screen->app, arg_text(action, args, "user"), &user, err) ||
	    !app_find_project(screen->app, arg_text(action, args, "project"), &project,
			      err))
		return false;
	if (!app_reads_all(screen->app))
		return app_admins_only("looking back", err);
	pair_page_go(screen, user, project, PAIR_PAGE_NOW);
	return true;
}
