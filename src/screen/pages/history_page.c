/* history_page.c: the list of events. */
#include "screen/pages/history_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/undo/as_of_facts.h"
#include "action/undo/event_filter.h"
#include "base/clock.h"
#include "base/mem.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/filter_line.h"
#include "screen/frame/request.h"

enum { NUMBER, WHEN, WHO, WHAT, STATE, BY, VERB, THING };
enum { HINTS = 8, COUNTS = 16 /* cells of "12 of 345" and a gap */, ALL_COLUMNS = 80 };

struct history {
	struct page page;
	struct screen *screen;
	struct arena arena;
	struct event_log log;
	struct past_row { const struct past_event *event; const char *state; } *v;
	size_t n;
	struct list list;
	struct filter_line filter;
	struct event_filter span;	/* since: and until: of the filter line */
	char refused[640];		/* why there is no list, or "" */
};

static const struct list_column columns[] = {
	{ .title = "#", .name = "number", .min = 4, .want = 5, .right = true },
	{ .title = "WHEN", .name = "when", .min = 16, .want = 16, .drop = 3 },
	{ .title = "WHO", .name = "who", .min = 6, .want = 10, .drop = 2 },
	{ .title = "WHAT", .name = "what", .min = 10, .want = 0 },
	{ .title = "STATE", .name = "state", .min = 12, .want = 14 },
	/* Asked for by name alone. */
	{ .title = "BY", .name = "by", .want = 1 },
	{ .title = "VERB", .name = "verb", .want = 1 },
	{ .title = "THING", .name = "thing", .want = 1 },
};

/* ---- the rows ------------------------------------------------------------------------ */

static size_t rows(void *ctx)
{
	return ((struct history *)ctx)->n;
}

static uint64_t row_id(void *ctx, size_t row)
{
	return (uint64_t)((struct history *)ctx)->v[row].event->seq;
}

static void local_part(const char *email, struct buf *out)
{
	buf_add(out, email, strcspn(email, "@"));
}

static void cell(void *ctx, size_t row, size_t column, struct buf *out,
		 unsigned *style)
{
	const struct past_row *one = &((struct history *)ctx)->v[row];
	const struct past_event *event = one->event;
	char time[CLOCK_TEXT];

	switch (column) {
	case NUMBER:
		buf_printf(out, "%lld", (long long)event->seq);
		break;
	case WHEN:
		clock_local(event->time, time);
		buf_adds(out, time);
		break;
	case WHO:
		if (event->acting_as)
			buf_adds(out, "as ");
		local_part(event->acting_as ? event->acting_as : event->actor,
			   out);
		break;
	case WHAT:
		buf_adds(out, event->summary);
		break;
	case BY:
		buf_printf(out, "%s %s %s", event->actor, event->acting_as ?
			   event->acting_as : "", event->login ? event->login : "");
		break;
	case VERB:
		buf_adds(out, event->verb);
		break;
	case THING:
		buf_printf(out, "%s %s %s", event->targets, event->summary, event->edits);
		break;
	default:
		buf_adds(out, one->state);
		if (strstr(one->state, "irreversible"))
			*style |= STYLE_RED;
	}
}

static bool number(void *ctx, size_t row, size_t column, int64_t *out)
{
	const struct past_event *event = ((const struct history *)ctx)->v[row].event;

	*out = column == NUMBER ? event->seq : event->time;
	return column == NUMBER || column == WHEN;
}

static const char *state_of(struct history *self, const struct past_event *event)
{
	const char *state = event_log_state(event, &self->arena);

	if (!as_of_mode_on(self->screen) ||
	    as_of_revision(self->screen->app) != event->seq)
		return state;
	return arena_printf(&self->arena, "shown%s%s", *state ? ", " : "", state);
}

static void fill(struct history *self)
{
	struct error err;
	size_t i;

	error_clear(&err);
	self->n = 0;
	free(self->v);
	self->v = NULL;
	arena_release(&self->arena);
	self->refused[0] = '\0';
	if (!event_log_load(self->screen->app, &self->arena, &self->log, &err)) {
		snprintf(self->refused, sizeof(self->refused), "%s", err.text);
		list_refresh(&self->list);
		return;
	}
	self->v = mem_array(self->log.n + 1, sizeof(*self->v));
	for (i = 0; i < self->log.n; i++)
		if (event_passes(&self->span, self->log.v[i].event) &&
		    event_log_may_read(self->screen->app, &self->log.v[i]))
			self->v[self->n++] = (struct past_row){
				&self->log.v[i],
				state_of(self, &self->log.v[i]) };
	list_refresh(&self->list);
}

/* ---- the filter line ------------------------------------------------------------------ */

static const struct event_filter any_time = { .to = INT64_MAX, .last = INT64_MAX };

/* since: and until: are no columns: what they leave is made into rows, the rest of the
 * line is the list's.  What is no time yet is still being typed. */
static void span_of(const char *text, struct event_filter *span, struct buf *rest)
{
	char word[64];
	size_t n;

	*span = any_time;
	for (; *text; text += n) {
		n = strcspn(text, " ");
		snprintf(word, sizeof(word), "%.*s", (int)n, text);
		if (strncmp(word, "since:", 6) == 0)
			(void)event_since(word + 6, span);
		else if (strncmp(word, "until:", 6) == 0)
			(void)event_until(word + 6, span);
		else
			buf_add(rest, text, n);
		n += strspn(text + n, " ");
		buf_addc(rest, ' ');
	}
}

static void filter(struct history *self)
{
	struct event_filter span;
	struct buf rest;

	buf_init(&rest, 4096);
	span_of(self->filter.input.text, &span, &rest);
	if (memcmp(&span, &self->span, sizeof(span)) != 0) {
		self->span = span;
		fill(self);
	}
	list_filter_whole(&self->list, buf_text(&rest));
	buf_release(&rest);
}

/* ---- drawing --------------------------------------------------------------------------- */

static const char *nothing(const struct history *self)
{
	if (self->refused[0])
		return self->refused;
	return self->filter.input.n ? "No match (by: verb: thing: since: until:). Esc clears." :
		app_reads_all(self->screen->app) ? "Nothing happened yet." :
		"You have done nothing yet; what others did is for Admins.";
}

const struct hint *history_turn(const struct past_event *event)
{
	static struct hint undo, redo;
	struct arena arena = { 0 };
	bool for_good;

	undo = chrome_key(CMD_UNDO, "undo it");
	redo = chrome_key(CMD_REDO, "redo it");
	if (event->undone_by)
		return &redo;
	for_good = !event->turns && event_log_irreversible(event, &arena);
	arena_release(&arena);
	return for_good ? NULL : &undo;
}

/* Of the focused event: what would be refused is not offered. */
static void fill_hints(const struct history *self, struct hint hints[HINTS])
{
	const struct hint *turn = NULL;
	size_t row, n = 0;

	if (list_current(&self->list, &row)) {
		hints[n++] = (struct hint){ "Enter", "what it changed" };
		turn = history_turn(self->v[row].event);
		if (turn)
			hints[n++] = *turn;
		hints[n++] = chrome_hint(CMD_AS_OF);
	}
	hints[n++] = (struct hint){ "Esc", "back" };
	hints[n++] = chrome_key(CMD_FILTER, "filter");
	hints[n] = (struct hint){ NULL, NULL };
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct history *self = (struct history *)page;
	struct hint hints[HINTS];
	struct area area;
	char right[64];

	fill_hints(self, hints);
	snprintf(right, sizeof(right), "%zu event%s%s", self->n,
		 self->n == 1 ? "" : "s", app_reads_all(self->screen->app) ?
		 "" : " of yours");
	if (!chrome_page(self->screen, canvas, hints, "History", right, &area))
		return;
	filter_line_draw(&self->filter, &self->list, canvas, &area,
			 area.cols - COUNTS - 5, area.cols - COUNTS, self->n, true);
	/* Where time and actor would leave half of what was done they give way. */
	self->list.natural = area.cols < ALL_COLUMNS;
	list_draw(&self->list, canvas, area.row, 0, area.rows, area.cols,
		  !self->filter.typing && !bars_on(self->screen));
	if (self->list.n_shown || area.rows < 2)
		return;
	canvas_text(canvas, area.row + 1, 2, area.cols - 3, 0, nothing(self));
	if (!self->filter.typing)
		canvas_cursor(canvas, area.row + 1, 2);
}

/* ---- keys ------------------------------------------------------------------------------ */

bool history_key(struct screen *screen, int64_t seq, const struct key *key)
{
	enum command command = keys_command(key);
	char event[24];

	snprintf(event, sizeof(event), "%lld", (long long)seq);
	if (command == CMD_UNDO)
		request_go(screen, (const char *const []){ "undo", event }, 2);
	else if (command == CMD_REDO)
		request_go(screen, (const char *const []){ "redo", event }, 2);
	else if (key_does(key, CMD_AS_OF))
		as_of_mode_to(screen, seq);
	else
		return false;
	return true;
}

/* True: used. */
static bool row_key(struct history *self, const struct key *key)
{
	int64_t seq;
	size_t row;

	if (!list_current(&self->list, &row))
		return false;
	seq = self->v[row].event->seq;
	if (keys_command(key) != CMD_OPEN)
		return history_key(self->screen, seq, key);
	self->screen->go = (struct go){ .kind = GO_EVENT, .event = seq };
	return true;
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct history *self = (struct history *)page;
	enum command command = keys_command(key);

	pages->dirty = true;
	if (filter_line_key(&self->filter, &self->list, key)) {
		filter(self);
		return true;
	}
	if (bars_leave_list(self->screen, &self->list, key))
		return true;
	if (command == CMD_ESC || command == CMD_QUIT ||
		   command == CMD_BACK || command == CMD_HISTORY) {
		pages_pop(pages);
	} else if (command == CMD_PALETTE || command == CMD_HELP) {
		self->screen->go = (struct go){ .kind = command == CMD_HELP ?
						GO_HELP : GO_PALETTE };
	} else if (command == CMD_RELOAD) {
		(void)screen_reload(self->screen, false);
	} else if (!row_key(self, key) && !list_key(&self->list, key)) {
		screen_unknown(self->screen, key);
	}
	return true;
}

static void changed(struct page *page)
{
	fill((struct history *)page);
}

static void release(struct page *page)
{
	struct history *self = (struct history *)page;

	list_release(&self->list);
	arena_release(&self->arena);
	free(self->v);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void history_push(struct screen *screen)
{
	struct history *self = page_new(sizeof(*self), &ops);
	struct list_source source = { .ctx = self, .rows = rows, .id = row_id,
				      .cell = cell, .number = number };

	self->screen = screen;
	self->span = any_time;
	list_init(&self->list, &source, columns, COUNT_OF(columns));
	fill(self);
	if (as_of_mode_on(screen))
		(void)list_goto(&self->list,
				(uint64_t)as_of_revision(screen->app));
	pages_push(screen->pages, &self->page);
}
