/* requests_page.c: see requests_page.h. */
#include "screen/asking/requests_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "access/request_seen.h"
#include "access/rights.h"
#include "access/words.h"
#include "base/mem.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/copy.h"
#include "screen/frame/filter_line.h"

enum { WHO, ASKS, PROJECT, STATE, MESSAGE };
enum { HINTS = 8, COUNT = 16, LINE = 4096 };

struct requests_page {
	struct page page;
	struct screen *screen;
	struct arena arena;
	struct request_seen *all;
	bool *fresh;			/* of each: it was not looked at when it came */
	size_t n, waiting, answered;
	struct list list;
	struct filter_line filter;
};

static const struct list_column columns[] = {
	{ .title = "WHO", .name = "who", .min = 10, .want = 18 },
	{ .title = "ASKS FOR", .name = "level", .min = 9, .want = 12 },
	{ .title = "PROJECT", .name = "project", .min = 12, .want = 22 },
	{ .title = "STATE", .name = "state", .min = 8, .want = 13 },
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

	return row->one.of_role ? "the workspace" : row->one.project == NOBODY ? "is gone" :
		sees_project(seen, row->one.project) == SIGHT_NOTHING ? "a project" :
		seen_project_label(seen, row->one.project);
}

/* "Can Edit", "role Editor". */
static const char *wish(const struct requests_page *self,
			const struct request_seen *row)
{
	return row->one.of_role ? arena_printf(screen_scratch(self->screen), "role %s",
			role_label(row->one.role)) : level_label(row->one.level);
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

	if (self->fresh[row] && (column == STATE || column == WHO))
		*style |= STYLE_BOLD;
	buf_adds(out, column == WHO ? who(self, one) : column == ASKS ?
		 wish(self, one) : column == PROJECT ? project(self, one) :
		 column == STATE ? state(one) : one->one.message);
	if (column == STATE && self->fresh[row])
		buf_adds(out, ", new");
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	const struct access_request *one = &((struct requests_page *)ctx)->all[row].one;

	*out = one->of_role ? LEVELS + ROLES - (int64_t)one->role : (int64_t)one->level;
	return column == ASKS;
}

static void fill(struct requests_page *self)
{
	size_t i;

	arena_release(&self->arena);
	self->all = requests_seen(app_seen(self->screen->app), &self->arena, &self->n);
	self->fresh = arena_array(&self->arena, self->n + 1, sizeof(*self->fresh));
	self->waiting = self->answered = 0;
	for (i = 0; i < self->n; i++) {
		self->waiting += !self->all[i].own;
		self->fresh[i] = self->all[i].own && answered_is_new(&self->screen->answered,
				&self->all[i].one);
		self->answered += self->fresh[i];
	}
	list_refresh(&self->list);
}

static const struct request_seen *current(const struct requests_page *self)
{
	size_t row;

	return list_current(&self->list, &row) ? &self->all[row] : NULL;
}

/* What one was given and does not have: what holds it, or that it went again. */
static const char *held(const struct requests_page *self, const struct request_seen *row)
{
	struct arena *arena = screen_scratch(self->screen);
	const struct access_request *one = &row->one;
	const struct seen *seen = app_seen(self->screen->app);
	struct answer now;

	if (!row->own || one->of_role || !level_opens(one->given) ||
	    one->user == NOBODY || one->project == NOBODY)
		return "";
	access_decide(seen_judged(seen), one->user, one->project, arena, &now);
	return now.effective >= one->given ? "" : now.granted >= one->given ?
		arena_printf(arena, " You are held at %s by %s.",
			     level_label(now.effective), access_why(seen, &now, arena)) :
		arena_printf(arena, " You have %s now.", level_label(now.effective));
}

/* What came of it, and who said so: "declined by Maya Lindqvist: no". */
static void outcome(const struct requests_page *self, const struct request_seen *row,
		    struct buf *out)
{
	const struct access_request *one = &row->one;

	buf_adds(out, state(row));
	if (one->state == ACCESS_REQUEST_LESS)
		buf_printf(out, ", %s was given", one->of_role ? role_label(one->got) :
			   level_label(one->given));
	if (one->by != NOBODY)
		buf_printf(out, " by %s", seen_user_label(app_seen(self->screen->app),
							  one->by));
	buf_printf(out, "%s%s.", *one->reason ? ": " : "", one->reason);
}

/* The whole of it in a sentence. */
static void sentence(const struct requests_page *self, const struct request_seen *row,
		     struct buf *out)
{
	const struct access_request *one = &row->one;
	const char *had = one->of_role ? role_label(one->had) : level_label(one->now);

	buf_printf(out, "%s %s%s and ask%s for ", row->own ? "You" : who(self, row),
		   one->of_role ? row->own ? "were " : "was " : "had ", had,
		   one->state != ACCESS_REQUEST_OPEN ? "ed" : row->own ? "" : "s");
	if (one->of_role)
		buf_printf(out, "the role %s", role_label(one->role));
	else
		buf_printf(out, "%s on %s", level_label(one->level), project(self, row));
	if (*one->message)
		buf_printf(out, ": \"%s\"", one->message);
	buf_adds(out, "; ");
	outcome(self, row, out);
	buf_adds(out, held(self, row));
}

/* Its words are in sight. */
static void look_at(struct requests_page *self)
{
	size_t row;

	if (!list_current(&self->list, &row) || !self->fresh[row] ||
	    !answered_is_new(&self->screen->answered, &self->all[row].one))
		return;
	answered_mark(&self->screen->answered, self->screen->app, &self->all[row].one);
	self->screen->asking_known = false;
}

/* ---- keys ------------------------------------------------------------------------------ */

/* Why one's own level is what it is; not of a project that one sees no more. */
static bool has_why(const struct requests_page *self, const struct request_seen *row)
{
	return row->one.user != NOBODY &&
		sees_project(app_seen(self->screen->app), row->one.project) != SIGHT_NOTHING;
}

static void answer(struct requests_page *self)
{
	const struct request_seen *row = current(self);
	struct screen *screen = self->screen;

	if (!row)
		return;
	if (row->own && row->one.of_role)
		screen->go = (struct go){ .kind = GO_PAGE,
			.thing = thing_of(screen->app, THING_USER, row->one.user) };
	else if (row->own && has_why(self, row))
		screen->go = (struct go){ .kind = GO_WHY, .user = row->one.user,
					  .project = row->one.project };
	else if (row->own)
		screen_refuse(screen, "You do not see that project any more.");
	else
		screen->go = (struct go){ .kind = GO_VERB_ON,
			.action = action_find("access", "answer"),
			.thing = thing_of(screen->app, THING_REQUEST, row->one.n) };
}

static void copy_row(struct requests_page *self)
{
	const struct request_seen *row = current(self);
	struct buf text;

	if (!row)
		return;
	buf_init(&text, LINE);
	sentence(self, row, &text);
	copy_text(self->screen, "the request", buf_text(&text));
	buf_release(&text);
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
	case CMD_NEW:
		self->screen->go = (struct go){ .kind = GO_VERB_ON,
			.action = action_find("access", "request") };
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

	if (row && (!row->own || row->one.of_role || has_why(self, row)))
		hints[n++] = (struct hint){ "Enter", !row->own ? "answer" :
					    row->one.of_role ? "your page" :
					    "why it is so" };
	hints[n++] = (struct hint){ "Esc", "back" };
	if (app_subject(self->screen->app) != NOBODY)
		hints[n++] = chrome_key(CMD_NEW, "ask for a role");
	hints[n++] = chrome_hint(CMD_FILTER);
	hints[n++] = chrome_hint(CMD_COPY);
	hints[n] = (struct hint){ NULL, NULL };
}

static void title_words(const struct requests_page *self, char *out, size_t size)
{
	char waits[64] = "", answered[40] = "";

	if (self->waiting)
		snprintf(waits, sizeof(waits), "%zu to answer", self->waiting);
	if (self->answered)
		snprintf(answered, sizeof(answered), "%zu answered", self->answered);
	snprintf(out, size, "%s%s%s", waits, *waits && *answered ? ", " : "", answered);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct requests_page *self = (struct requests_page *)page;
	struct hint hints[HINTS];
	char right[120];
	struct buf text;
	struct area area;

	fill_hints(self, hints);
	title_words(self, right, sizeof(right));
	if (!chrome_page(self->screen, canvas, hints, "Requests for access", right, &area))
		return;
	filter_line_draw(&self->filter, &self->list, canvas, &area,
			 area.cols - COUNT - 5, area.cols - COUNT, self->n, true);
	if (current(self)) {
		buf_init(&text, LINE);
		sentence(self, current(self), &text);
		lines_foot(canvas, buf_text(&text), &area);
		buf_release(&text);
		look_at(self);
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

/* The first answer that was not looked at, where nobody waits for one. */
static void to_news(struct requests_page *self)
{
	size_t row = 0;

	while (row < self->n && !self->fresh[row])
		row++;
	if (row < self->n && !self->waiting)
		(void)list_goto(&self->list, row_id(self, row));
}

void requests_page_go(struct screen *screen)
{
	struct requests_page *self = page_new(sizeof(*self), &ops);
	struct list_source source = { .ctx = self, .rows = rows, .id = row_id,
				      .cell = cell, .number = number };

	self->screen = screen;
	list_init(&self->list, &source, columns, COUNT_OF(columns));
	fill(self);
	to_news(self);
	screen_go_page(screen, &self->page);
}
