/* requests_page.c: see requests_page.h. */
#include "screen/asking/requests_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/request_seen.h"
#include "base/mem.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/filter_line.h"

enum { WHO, ASKS, PROJECT, STATE, MESSAGE };
enum { HINTS = 8, COUNT = 16, LINE = 600 };

struct requests_page {
	struct page page;
	struct screen *screen;
	struct arena arena;
	struct request_seen *all;
	size_t n, waiting;
	struct list list;
	struct filter_line filter;
};

static const struct list_column columns[] = {
	{ .title = "WHO", .name = "who", .min = 10, .want = 18 },
	{ .title = "ASKS FOR", .name = "level", .min = 9, .want = 12 },
	{ .title = "PROJECT", .name = "project", .min = 12, .want = 22 },
	{ .title = "STATE", .name = "state", .min = 8, .want = 10 },
	{ .title = "MESSAGE", .name = "message", .want = 0 },
};

bool requests_page_is(const struct action *action)
{
	return action == action_find("access", "requests");
}

/* ---- the rows ------------------------------------------------------------------------- */

static size_t rows(void *ctx)
{
	return ((struct requests_page *)ctx)->n;
}

static uint64_t row_id(void *ctx, size_t row)
{
	const struct requests_page *self = ctx;

	return thing_hash_of(self->screen->app, THING_REQUEST, self->all[row].one.n);
}

static const char *who(const struct requests_page *self, const struct request_seen *row)
{
	return row->own ? "you" : row->one.user == NOBODY ? "somebody who is gone" :
		seen_user_label(app_seen(self->screen->app), row->one.user);
}

static const char *project(const struct requests_page *self,
			   const struct request_seen *row)
{
	const struct seen *seen = app_seen(self->screen->app);

	return row->one.project == NOBODY ? "is gone" :
		sees_project(seen, row->one.project) == SIGHT_NOTHING ? "a project" :
		seen_project_label(seen, row->one.project);
}

/* How it stands, in a word. */
static const char *state(const struct request_seen *row)
{
	static const char *const words[ACCESS_REQUEST_STATES] = {
		[ACCESS_REQUEST_OPEN] = "waits", [ACCESS_REQUEST_GRANTED] = "granted",
		[ACCESS_REQUEST_LESS] = "in part", [ACCESS_REQUEST_DECLINED] = "declined",
		[ACCESS_REQUEST_REACHED] = "reached", [ACCESS_REQUEST_CLOSED] = "closed",
	};

	return words[row->one.state];
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	const struct requests_page *self = ctx;
	const struct request_seen *one = &self->all[row];

	(void)style;
	buf_adds(out, column == WHO ? who(self, one) : column == ASKS ?
		 level_label(one->one.level) : column == PROJECT ? project(self, one) :
		 column == STATE ? state(one) : one->one.message);
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	*out = (int64_t)((struct requests_page *)ctx)->all[row].one.level;
	return column == ASKS;
}

static void fill(struct requests_page *self)
{
	size_t i;

	arena_release(&self->arena);
	self->all = requests_seen(app_seen(self->screen->app), &self->arena, &self->n);
	self->waiting = 0;
	for (i = 0; i < self->n; i++)
		self->waiting += !self->all[i].own;
	list_refresh(&self->list);
}

static const struct request_seen *current(const struct requests_page *self)
{
	size_t row;

	return list_current(&self->list, &row) ? &self->all[row] : NULL;
}

/* The whole of it in a sentence. */
static void sentence(const struct requests_page *self, const struct request_seen *row,
		     char out[LINE])
{
	const struct access_request *one = &row->one;
	const struct seen *seen = app_seen(self->screen->app);
	char given[64] = "";

	if (one->state == ACCESS_REQUEST_LESS)
		snprintf(given, sizeof(given), ", %s was given", level_label(one->given));
	snprintf(out, LINE, "%s had %s and ask%s for %s on %s%s%s%s; %s%s%s%s%s%s.",
		 who(self, row), level_label(one->now), row->own ? "" : "s",
		 level_label(one->level), project(self, row), *one->message ? ": \"" : "",
		 one->message, *one->message ? "\"" : "", state(row), given,
		 one->by == NOBODY ? "" : " by ", one->by == NOBODY ? "" :
		 seen_user_label(seen, one->by), *one->reason ? ": " : "", one->reason);
	if (out[0] == 'y')
		out[0] = 'Y';
}

/* ---- keys ------------------------------------------------------------------------------ */

static void answer(struct requests_page *self)
{
	const struct request_seen *row = current(self);
	struct screen *screen = self->screen;

	if (!row)
		return;
	if (row->own && row->one.project != NOBODY && row->one.user != NOBODY)
		screen->go = (struct go){ .kind = GO_WHY, .user = row->one.user,
					  .project = row->one.project };
	else if (row->own)
		screen_refuse(screen, "The project is gone.");
	else
		screen->go = (struct go){ .kind = GO_VERB_ON,
			.action = action_find("access", "answer"),
			.thing = thing_of(screen->app, THING_REQUEST, row->one.n) };
}

static void copy_row(struct requests_page *self)
{
	const struct request_seen *row = current(self);
	char text[LINE];

	if (!row)
		return;
	sentence(self, row, text);
	copy_text(self->screen, "the request", text);
}

static bool command_key(struct requests_page *self, struct pages *pages,
			enum command command)
{
	switch (command) {
	case CMD_OPEN:
		answer(self);
		return true;
	case CMD_COPY:
		copy_row(self);
		return true;
	case CMD_ESC: case CMD_QUIT: case CMD_BACK: case CMD_REQUESTS:
		pages_pop(pages);
		return true;
	case CMD_PALETTE: case CMD_HELP:
		self->screen->go = (struct go){ .kind = command == CMD_HELP ?
						GO_HELP : GO_PALETTE };
		return true;
	case CMD_RELOAD:
		(void)screen_reload(self->screen, false);
		return true;
	case CMD_UNDO: case CMD_REDO: case CMD_HISTORY:
		self->screen->go = (struct go){ .kind = GO_COMMAND,
						.command = command };
		return true;
	default:
		return false;
	}
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct requests_page *self = (struct requests_page *)page;
	enum command command = keys_command(key);

	pages->dirty = true;
	if (filter_line_key(&self->filter, &self->list, key)) {
		list_filter_whole(&self->list, self->filter.input.text);
		return true;
	}
	if (bars_leave_list(self->screen, &self->list, key))
		return true;
	if (key->code == KEY_MOUSE && list_key(&self->list, key)) {
		if (key->twice)
			answer(self);
		return true;
	}
	if (!command_key(self, pages, command) && !list_key(&self->list, key))
		screen_unknown(self->screen, key);
	return true;
}

/* ---- drawing ---------------------------------------------------------------------------- */

static void fill_hints(const struct requests_page *self, struct hint hints[HINTS])
{
	const struct request_seen *row = current(self);
	size_t n = 0;

	if (row)
		hints[n++] = (struct hint){ "Enter", row->own ? "why it is so" : "answer" };
	hints[n++] = (struct hint){ "Esc", "back" };
	hints[n++] = chrome_hint(CMD_FILTER);
	hints[n++] = chrome_hint(CMD_COPY);
	hints[n] = (struct hint){ NULL, NULL };
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct requests_page *self = (struct requests_page *)page;
	struct hint hints[HINTS];
	char right[48], text[LINE];
	struct area area;

	fill_hints(self, hints);
	snprintf(right, sizeof(right), "%zu wait%s for an answer", self->waiting,
		 self->waiting == 1 ? "s" : "");
	if (!chrome_page(self->screen, canvas, hints, "Requests for access", right, &area))
		return;
	filter_line_draw(&self->filter, &self->list, canvas, &area,
			 area.cols - COUNT - 5, area.cols - COUNT, self->n, true);
	if (current(self)) {
		sentence(self, current(self), text);
		lines_foot(canvas, text, &area);
	}
	list_draw(&self->list, canvas, area.row, 0, area.rows, area.cols,
		  !self->filter.typing && !bars_on(self->screen));
	if (self->list.n_shown || area.rows < 2)
		return;
	canvas_text(canvas, area.row + 1, 2, area.cols - 3, 0, self->filter.input.n ?
		    "No match. Esc clears." : "Nobody waits for an answer.");
	if (!self->filter.typing)
		canvas_cursor(canvas, area.row + 1, 2);
}

static void changed(struct page *page)
{
	fill((struct requests_page *)page);
}

static void release(struct page *page)
{
	struct requests_page *self = (struct requests_page *)page;

	list_release(&self->list);
	arena_release(&self->arena);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void requests_page_go(struct screen *screen)
{
	struct requests_page *self = page_new(sizeof(*self), &ops);
	struct list_source source = { .ctx = self, .rows = rows, .id = row_id,
				      .cell = cell, .number = number };

	self->screen = screen;
	list_init(&self->list, &source, columns, COUNT_OF(columns));
	fill(self);
	screen_go_page(screen, &self->page);
}
