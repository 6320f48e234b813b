/* event_page.c: one event of the history: who, when, what it changed, and what became
 * of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "action/core/action.h"
#include "action/judge/verdict.h"
#include "action/run/run.h"
#include "action/undo/past_words.h"
#include "action/workspace/left_by.h"
#include "base/clock.h"
#include "screen/frame/as_of_mode.h"
#include "screen/frame/bars.h"
#include "screen/frame/chrome.h"
#include "screen/frame/follow.h"
#include "screen/panel/spots.h"
#include "screen/pages/history_page.h"

enum { LABEL = 10, LEFT_LABEL = 14, CHANGES = 500, HINTS = 8 };

struct eventpage {
	struct page page;
	struct screen *screen;
	struct lines lines;
	int64_t seq;
	const struct hint *turn;	/* the key that would turn it, or NULL */
	struct left left;	/* told once: it takes two walks over all events since, */
	struct arena left_in;	/* and what was before and after it stays */
	bool left_known;
};

/* What it is about, as far as it is there and seen; kind THING_NONE: nothing is. */
static struct thing about(const struct app *app, const struct past_edit *one)
{
	static const struct { enum whose whose; enum thing_kind kind; } of[] = {
		{ OF_PROJECT, THING_PROJECT }, { OF_ASSET, THING_ASSET },
		{ OF_GROUP, THING_GROUP }, { OF_USER, THING_USER }
	};
	struct thing thing = { .kind = THING_NONE };
	const char *id = NULL;
	size_t i;

	for (i = 0; i < COUNT_OF(of) && !id; i++) {
		id = past_id(one, of[i].whose);
		thing.kind = of[i].kind;
	}
	snprintf(thing.id, sizeof(thing.id), "%s", id ? id : "");
	if (!id || thing_number(app, &thing) == NOBODY || !thing_seen(app, &thing))
		thing.kind = THING_NONE;
	return thing;
}

/* A grant leads to its line in the share dialog, a member to the one in the group. */
static void lead(struct eventpage *self, struct line *line,
		 const struct past_edit *one)
{
	const struct app *app = self->screen->app;
	struct thing thing = about(app, one), who = { .kind = THING_NONE };
	const char *id = one->user ? one->user : one->group;

	line->link = thing;
	if (thing.kind == THING_NONE || !id)
		return;
	who.kind = one->user ? THING_USER : THING_GROUP;
	snprintf(who.id, sizeof(who.id), "%s", id);
	if (thing_number(app, &who) == NOBODY || !thing_seen(app, &who))
		return;
	if (one->kind == EDIT_GRANT_USER || one->kind == EDIT_GRANT_GROUP)
		line->spot = spot_of_grant(app, thing_number(app, &thing), &who,
					   &self->lines.arena);
	else if (one->kind == EDIT_MEMBER)
		line->spot = spot_of_member(app, thing_number(app, &thing),
					    thing_number(app, &who),
					    &self->lines.arena);
}

static void changes(struct eventpage *self, const struct past *past,
		    struct arena *arena)
{
	const struct seen *seen = app_seen(self->screen->app);
	size_t i;

	lines_blank(&self->lines);
	lines_head(&self->lines, "%zu change%s", past->n + past->n_values,
		   past->n + past->n_values == 1 ? "" : "s");
	for (i = 0; i < past->n_values && i < CHANGES; i++)
		(void)lines_add(&self->lines, "%s",
				past_value_line(arena, seen, &past->values[i]));
	for (i = 0; i < past->n && i < CHANGES; i++)
		lead(self, lines_add(&self->lines, "%s",
				     past_line(arena, seen, &past->edits[i])),
		     &past->edits[i]);
	if (past->n > CHANGES)
		(void)lines_add(&self->lines, "and %zu more: :audit show %lld lists "
				"all", past->n - CHANGES,
				(long long)self->seq);
}

/* What u (or U) would do now, or why it would not. */
static void if_turned(struct eventpage *self, const struct past_event *event)
{
	const char *verb = event->undone_by ? "redo" : "undo";
	struct arena arena = { 0 };
	const char *words[] = { verb, arena_printf(&arena, "%lld",
						   (long long)event->seq) };
	const struct action *action;
	struct options opts = { 0 };
	struct result result;
	struct error err;
	struct args args;
	struct line *line;

	error_clear(&err);
	if (!args_parse(2, words, &arena, &action, &args, &opts, &err)) {
		arena_release(&arena);
		return;
	}
	if (action_preview(self->screen->app, action, &args, &result, &err)) {
		(void)lines_pair(&self->lines, LABEL, event->undone_by ?
			"If redone" : "If undone",
			"%s", verdict_text(&result.preview, &result.moved,
							&arena));
	} else {
		line = lines_pair(&self->lines, LABEL, "Not now", "%s",
				  err.text);
		line->style = STYLE_RED;
	}
	result_release(&result);
	arena_release(&arena);
}

static void what_became(struct eventpage *self, const struct past_event *event,
			struct arena *arena)
{
	const char *state = event_log_state(event, arena), *why;

	if (*state)
		(void)lines_pair(&self->lines, LABEL, "State", "%s", state);
	why = event->turns ? NULL : event_log_irreversible(event, arena);
	if (!why && !event->turns && !as_of_mode_on(self->screen))
		if_turned(self, event);
	if (why)
		lines_pair(&self->lines, LABEL, "", "It cannot be undone: it %s.",
			   why)->style = STYLE_RED;
}

/* False: it is not for these eyes, or cannot be told while another state is shown. */
static bool know_left(struct eventpage *self)
{
	struct app *app = self->screen->app;

	if (!app_is_admin(app) || app->what_if)
		return false;
	if (!self->left_known && !as_of_mode_on(self->screen)) {
		self->left = left_by_number(app, self->seq, &self->left_in);
		self->left_known = true;
	}
	return self->left.n > 0;
}

static const char *left_word(const char *what)
{
	static const struct { const char *what, *label; } labels[] = {
		{ "token", "API token" }, { "value", "secret value" }, { "key", "vault key" },
		{ "user", "person" }
	};
	size_t i = 0;

	while (i < COUNT_OF(labels) && strcmp(labels[i].what, what) != 0)
		i++;
	return i < COUNT_OF(labels) ? labels[i].label : what;
}

/* Of whoever was deactivated by it. */
static void left_behind(struct eventpage *self)
{
	struct left left;
	size_t i;

	if (!know_left(self))
		return;
	left = self->left;
	lines_blank(&self->lines);
	lines_head(&self->lines, "Left behind");
	for (i = 0; i < left.n && i < CHANGES; i++)
		(void)lines_pair(&self->lines, LEFT_LABEL, left_word(left.rows[i].what),
				 "%s", left.rows[i].told);
	if (left.n > CHANGES)
		(void)lines_add(&self->lines, "and %zu more: :audit show %lld lists all",
				left.n - CHANGES, (long long)self->seq);
}

static void describe(struct eventpage *self, const struct past_event *event,
		     struct arena *arena)
{
	struct past past;
	char time[CLOCK_TEXT];

	clock_local(event->time, time);
	lines_head(&self->lines, "%s", event->summary);
	(void)lines_pair(&self->lines, LABEL, "Event", "#%lld, %s",
			 (long long)event->seq, time);
	(void)lines_pair(&self->lines, LABEL, "Who", "%s%s%s",
			 event_log_who(event, arena), event->login ?
			 ", login " : "", event->login ? event->login : "");
	if (event->client || event->tty)
		(void)lines_pair(&self->lines, LABEL, "From", "%s%s%s",
			event->client ? event->client : "",
			event->client && event->tty ? ", " : "",
			event->tty ? event->tty : "");
	(void)lines_pair(&self->lines, LABEL, "Command", "%s", event->verb);
	if (event->reason)
		(void)lines_pair(&self->lines, LABEL, "Reason", "%s",
				 event->reason);
	what_became(self, event, arena);
	if (event_log_read(event, arena, &past))
		changes(self, &past, arena);
	left_behind(self);
}

static void fill(struct eventpage *self)
{
	struct app *app = self->screen->app;
	const struct past_event *event;
	struct arena arena = { 0 };
	struct event_log log;
	struct error err;

	error_clear(&err);
	lines_clear(&self->lines);
	self->turn = NULL;
	if (!event_log_load(app, &arena, &log, &err)) {
		(void)lines_add(&self->lines, "%s", err.text);
	} else {
		event = event_log_at(&log, self->seq);
		if (event && event_log_may_read(app, event)) {
			describe(self, event, &arena);
			self->turn = history_turn(event);
		} else {
			(void)lines_add(&self->lines, "It is not for your eyes.");
		}
	}
	arena_release(&arena);
}

static void draw(struct page *page, struct canvas *canvas)
{
	struct eventpage *self = (struct eventpage *)page;
	struct hint hints[HINTS];
	size_t n = 0, i;
	struct area area;
	char title[48];

	for (i = 0; i < self->lines.n && !n; i++)
		if (self->lines.v[i].link.kind != THING_NONE)
			hints[n++] = (struct hint){ "Enter", "follow" };
	if (self->turn)
		hints[n++] = *self->turn;
	hints[n++] = chrome_hint(CMD_AS_OF);
	hints[n++] = (struct hint){ "Esc", "back" };
	hints[n++] = (struct hint){ "arrows", "read on" };
	hints[n] = (struct hint){ NULL, NULL };
	snprintf(title, sizeof(title), "Event %lld", (long long)self->seq);
	if (chrome_page(self->screen, canvas, hints, title, "", &area))
		lines_draw(&self->lines, canvas, &area,
			   !bars_on(self->screen));
}

static bool key(struct page *page, struct pages *pages, const struct key *key)
{
	struct eventpage *self = (struct eventpage *)page;
	enum command command = keys_command(key);

	pages->dirty = true;
	if (bars_leave_lines(self->screen, &self->lines, key))
		return true;
	if (command == CMD_ESC || command == CMD_QUIT || command == CMD_BACK)
		pages_pop(pages);
	else if (command == CMD_OPEN)
		follow_line(self->screen, &self->lines);
	else if (!history_key(self->screen, self->seq, key) &&
		 !lines_key(&self->lines, key))
		screen_unknown(self->screen, key);
	return true;
}

static void changed(struct page *page)
{
	fill((struct eventpage *)page);
}

static void release(struct page *page)
{
	struct eventpage *self = (struct eventpage *)page;

	arena_release(&self->left_in);
	lines_release(&self->lines);
	free(self);
}

static const struct page_ops ops = {
	.draw = draw, .key = key, .changed = changed, .free = release
};

void event_push(struct screen *screen, int64_t seq)
{
	struct eventpage *self = page_new(sizeof(*self), &ops);

	self->screen = screen;
	self->seq = seq;
	fill(self);
	pages_push(screen->pages, &self->page);
}
