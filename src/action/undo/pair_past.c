/* pair_past.c: see pair_past.h. */
#include "action/undo/pair_past.h"

#include <stdlib.h>
#include <string.h>

#include "access/words.h"
#include "action/undo/event_log.h"
#include "action/undo/pair_facts.h"
#include "action/undo/pair_words.h"
#include "base/mem.h"
#include "store/store.h"

enum { PAGE = 64, AT_ONCE = 4096 };

struct pair_past {
	struct app *app;
	struct arena arena;		/* of all that is kept */
	struct pair_facts around;
	struct seen seen;		/* of those, for who reads all */
	bool reads_all;
	int64_t before;			/* the events below are still to be looked at */
	size_t looked;
	enum pair_end where;
	struct pair_change last;
	struct pair_change *v;
	size_t n, cap;
	struct pair_level level;	/* as far back as it is */
	struct arena shown;		/* of pair_past_show */
};

/* ---- levels ---------------------------------------------------------------------------- */

static const char *limits_of(const struct answer *a, struct arena *arena)
{
	const char *text = "";

	for (uint32_t i = 0; i < a->n_limits; i++)
		text = arena_printf(arena, "%s%d:%u ", text, (int)a->limits[i].code,
				    a->limits[i].asset);
	return text;
}

static struct pair_level level_of(struct pair_past *self)
{
	struct pair_level level = { .limits = "" };
	struct arena arena = { 0 };
	struct answer answer;
	uint32_t user, project;

	if (!pair_facts_there(&self->around, &user, &project))
		return level;
	access_decide(&self->around.facts, user, project, &arena, &answer);
	level = (struct pair_level){ true, answer.granted, answer.effective,
		answer.reason, limits_of(&answer, &self->arena) };
	arena_release(&arena);
	return level;
}

static bool same(const struct pair_level *a, const struct pair_level *b)
{
	return a->there == b->there && a->granted == b->granted &&
		a->effective == b->effective && a->reason == b->reason &&
		strcmp(a->limits, b->limits) == 0;
}

static bool same_effective(const struct pair_level *a, const struct pair_level *b)
{
	return a->there == b->there && a->effective == b->effective;
}

/* ---- one event ------------------------------------------------------------------------- */

/* May the subject read it, and by whom it is. */
static void sign(struct pair_past *self, const struct event *event,
		 struct pair_change *out)
{
	struct past_event one = event_log_one(self->app, event);

	out->seq = event->seq;
	out->time = event->time;
	out->told = event_log_may_read(self->app, &one);
	if (!out->told)
		return;
	out->by = arena_strdup(&self->arena, event_log_who(&one, &self->arena));
	out->who = pair_signed(app_seen(self->app), event->actor, event->acting_as,
			       &self->arena);
}

static void end(struct pair_past *self, enum pair_end where, const struct event *event)
{
	self->where = where;
	self->last = (struct pair_change){ .before = { .limits = "" },
					   .after = self->level };
	sign(self, event, &self->last);
}

/* Taken back one by one: that one is told of which moved it last, which is the first to
 * be taken back. */
static bool take_edits(struct pair_past *self, const struct past *past,
		       struct pair_change *change)
{
	const struct seen *seen = self->reads_all ? &self->seen : app_seen(self->app);
	struct pair_level level = self->level, next;
	const char *said;
	size_t i;

	for (i = past->n; i-- > 0;) {
		if (!pair_facts_concerns(&self->around, &past->edits[i]))
			continue;
		/* What is named may be gone on one of its two sides. */
		said = pair_did(&self->arena, seen, &past->edits[i]);
		if (!pair_facts_back(&self->around, past, &past->edits[i],
				     &self->arena))
			return false;
		next = level_of(self);
		if (!same(&level, &next) && (!change->words ||
					     !same_effective(&level, &next)))
			change->words = said;
		level = next;
	}
	change->before = level;
	return true;
}

static bool is_replaced(const struct past *past)
{
	for (size_t i = 0; i < past->n; i++)
		if (past->edits[i].kind == EDIT_KINDS)
			return true;
	return false;
}

static void keep(struct pair_past *self, const struct event *event,
		 struct pair_change *change)
{
	const struct seen *seen = self->reads_all ? &self->seen : app_seen(self->app);

	change->to = self->around.n;
	sign(self, event, change);
	change->cause = change->told ? change->words : NULL;
	if (change->told)
		change->words = pair_moved(&self->arena, seen, &self->around, change);
	else
		change->words = NULL;
	self->v = mem_grow(self->v, self->n, &self->cap, sizeof(*self->v));
	self->v[self->n++] = *change;
}

static void take(struct pair_past *self, const struct event *event)
{
	struct pair_change change = { .from = self->around.n, .after = self->level };
	struct past past;

	if (event->seq == 1) {
		end(self, PAIR_START, event);
		return;
	}
	if (!pair_facts_meets(&self->around, event->edits))
		return;
	if (!past_read(event->edits, &self->arena, &past)) {
		end(self, PAIR_UNCLEAR, event);
		return;
	}
	if (is_replaced(&past)) {
		end(self, PAIR_REPLACED, event);
		return;
	}
	past.time = event->time;
	past.actor = event->actor;
	if (!take_edits(self, &past, &change)) {
		pair_facts_forget(&self->around, change.from);
		end(self, PAIR_UNCLEAR, event);
		return;
	}
	if (same(&change.before, &change.after))
		return;
	self->level = change.before;
	keep(self, event, &change);
}

/* ---- the walk --------------------------------------------------------------------------- */

struct pair_past *pair_past_begin(struct app *app, uint32_t user, uint32_t project)
{
	struct pair_past *self;

	if (app->what_if || !app->store)
		return NULL;
	self = mem_alloc(sizeof(*self));
	self->app = app;
	pair_facts_init(&self->around, &app->facts, user, project);
	seen_init(&self->seen, &self->around.facts, NOBODY, true);
	self->reads_all = app_reads_all(app);
	self->before = app->facts.revision + 1;
	self->level = level_of(self);
	return self;
}

void pair_past_end(struct pair_past *self)
{
	if (!self)
		return;
	seen_release(&self->seen);
	pair_facts_release(&self->around);
	arena_release(&self->arena);
	arena_release(&self->shown);
	free(self->v);
	free(self);
}

bool pair_past_step(struct pair_past *self, size_t events, struct error *err)
{
	struct arena page = { 0 };
	struct event *list;
	bool more = false;
	size_t n, i;

	if (self->where != PAIR_ON)
		return false;
	pair_facts_go(&self->around, self->around.n);
	if (!store_events(self->app->store, self->before, events, &page, &list, &n,
			  &more, err)) {
		arena_release(&page);
		return false;
	}
	for (i = 0; i < n && self->where == PAIR_ON; i++) {
		self->before = list[i].seq;
		self->looked++;
		take(self, &list[i]);
	}
	if (self->where == PAIR_ON && !more && n)
		end(self, PAIR_CUT, &list[n - 1]);
	else if (self->where == PAIR_ON && !more)
		self->where = PAIR_CUT;
	arena_release(&page);
	return self->where == PAIR_ON;
}

bool pair_past_all(struct pair_past *self, struct error *err)
{
	while (pair_past_step(self, AT_ONCE, err))
		;
	return self->where != PAIR_ON;
}

bool pair_past_find(struct pair_past *self, struct error *err)
{
	size_t events = PAGE;

	while (!pair_past_since(self) && pair_past_step(self, events, err))
		events = AT_ONCE;
	return pair_past_since(self) || self->where != PAIR_ON;
}

/* ---- what was found --------------------------------------------------------------------- */

enum pair_end pair_past_where(const struct pair_past *self)
{
	return self->where;
}

const struct pair_change *pair_past_last(const struct pair_past *self)
{
	return &self->last;
}

size_t pair_past_looked(const struct pair_past *self)
{
	return self->looked;
}

size_t pair_past_n(const struct pair_past *self)
{
	return self->n;
}

const struct pair_change *pair_past_at(const struct pair_past *self, size_t i)
{
	return i < self->n ? &self->v[i] : NULL;
}

const struct pair_level *pair_past_level(const struct pair_past *self, size_t i)
{
	return i < self->n ? &self->v[i].after : &self->level;
}

const struct pair_change *pair_past_since(const struct pair_past *self)
{
	for (size_t i = 0; i < self->n; i++)
		if (!same_effective(&self->v[i].before, &self->v[i].after))
			return &self->v[i];
	return NULL;
}

bool pair_past_show(struct pair_past *self, size_t i, struct answer *answer,
		    const struct seen **seen)
{
	uint32_t user, project;

	arena_release(&self->shown);
	pair_facts_go(&self->around, i ? self->v[i - 1].to : 0);
	*seen = &self->seen;
	if (!self->reads_all || !pair_facts_there(&self->around, &user, &project))
		return false;
	if (seen_stale(&self->seen))
		seen_renew(&self->seen);
	access_decide(&self->around.facts, user, project, &self->shown, answer);
	return true;
}

const char *pair_past_story(const struct pair_past *self, size_t i, struct arena *arena,
			    const struct pair_change **event)
{
	*event = NULL;
	if (i < self->n)
		*event = &self->v[i];
	else if (self->where != PAIR_ON)
		*event = &self->last;
	if (!*event || !(*event)->told)
		return NULL;
	return i < self->n ? pair_since(arena, *event) :
		pair_at_least(arena, *event, self->where);
}

const char *pair_past_words(const struct pair_past *self, struct arena *arena,
			    int64_t *seq)
{
	const struct pair_change *since = pair_past_since(self), *event;
	const char *words = pair_past_story(self, since ? (size_t)(since - self->v) :
					    self->n, arena, &event);

	if (event)
		*seq = event->seq;
	return words;
}
