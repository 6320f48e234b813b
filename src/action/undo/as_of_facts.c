/* as_of_facts.c: see as_of_facts.h. */
#include "action/undo/as_of_facts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "action/core/word_list.h"
#include "action/undo/event_log.h"
#include "base/clock.h"
#include "base/mem.h"

struct as_of {
	struct arena arena;		/* what the edits borrow */
	struct edit *edits;		/* applied, in order */
	size_t n, cap;
	int64_t revision, time;		/* that is shown */
	int64_t newest;			/* of the store */
	struct facts *facts;
	bool exact;
	struct arena kept;		/* while aside: the arena, and the edits in it */
	size_t n_kept;
};

bool as_of_on(const struct app *app)
{
	return app->as_of != NULL;
}

int64_t as_of_revision(const struct app *app)
{
	return app->as_of ? app->as_of->revision : app->facts.revision;
}

int64_t as_of_time(const struct app *app)
{
	return app->as_of ? app->as_of->time : 0;
}

int64_t as_of_newest(const struct app *app)
{
	return app->as_of->newest;
}

const char *as_of_label(const struct app *app, struct arena *arena)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri",
		"Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	time_t seconds = (time_t)(app->as_of ? app->as_of->time / 1000000 : 0);
	long long revision = as_of_revision(app);
	struct tm tm;

	if (!localtime_r(&seconds, &tm))
		return arena_printf(arena, "#%lld", revision);
	return arena_printf(arena, "#%lld, %s %d %s %02d:%02d", revision,
			    days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon],
			    tm.tm_hour, tm.tm_min);
}

/* ---- back ---------------------------------------------------------------------------- */

static void put(void *ctx, struct edit edit)
{
	struct as_of *self = ctx;

	if (!edit_changes(self->facts, &edit))
		return;
	self->edits = mem_grow(self->edits, self->n, &self->cap,
			       sizeof(*self->edits));
	self->edits[self->n] = edit;
	edit_apply(self->facts, &self->edits[self->n]);
	self->n++;
}

static void lose(void *ctx, const struct past_link *link)
{
	struct as_of *self = ctx;

	(void)link;
	self->exact = false;
}

/* What no edit sets. */
static void refresh_time(struct as_of *self, const struct past_edit *one)
{
	const struct fact_asset *was = &one->thing.was.asset;
	struct fact_asset *asset;
	uint32_t n;

	if (one->kind != EDIT_ASSET_DELETE)
		return;
	n = facts_asset(self->facts, one->asset);
	if (n == NOBODY)
		return;
	asset = &self->facts->assets[n];
	asset->refreshed = was->refreshed;
	asset->created = was->created;
	asset->created_by = arena_strdup(&self->facts->text, was->created_by ?
					 was->created_by : "");
}

static bool inexact(const struct as_of *self, const struct past_event *event,
		    const char *why, const char *backup, struct error *err)
{
	char time[CLOCK_TEXT];

	clock_rfc3339(event->time, time);
	error_set(err, ERROR_CONFLICT, "IRREVERSIBLE",
		  "revision %lld cannot be shown: #%lld (%s, %s) %s",
		  (long long)self->revision, (long long)event->seq, event->verb,
		  time, why);
	if (backup)
		return error_remedy(err, "the earliest is %lld; before it: "
				    "gatehouse --store %.160s",
				    (long long)event->seq, backup);
	return error_remedy(err, "the earliest is %lld", (long long)event->seq);
}

static bool is_replaced(const struct past *past)
{
	size_t i;

	for (i = 0; i < past->n; i++)
		if (past->edits[i].kind == EDIT_KINDS)
			return true;
	return false;
}

static bool back_one(struct as_of *self, const struct past_event *event,
		     struct error *err)
{
	struct past_turn turn = { .facts = self->facts, .arena = &self->arena,
				  .back = true, .put = put, .lost = lose,
				  .ctx = self };
	const struct past_edit *one;
	struct past past;
	size_t i;

	if (!event_log_read(event, &self->arena, &past))
		return inexact(self, event, "cannot be read", NULL, err);
	turn.past = &past;
	if (is_replaced(&past))
		return inexact(self, event, past_irreversible(&past),
			       past_backup(&past), err);
	self->exact = true;
	for (i = past.n; i-- > 0;) {
		one = &past.edits[i];
		if (past_state(self->facts, one, true, &self->arena) !=
		    PAST_STANDS)
			return inexact(self, event, "left something else than "
				       "what is there now", NULL, err);
		past_turn(&turn, one);
		refresh_time(self, one);
	}
	return self->exact || inexact(self, event, "cannot be taken back whole",
				      NULL, err);
}

static void forth(struct as_of *self)
{
	while (self->n)
		edit_revert(self->facts, &self->edits[--self->n]);
}

static bool back(struct as_of *self, const struct event_log *log,
		 struct error *err)
{
	size_t i;

	for (i = 0; i < log->n && log->v[i].seq > self->revision; i++)
		if (!back_one(self, &log->v[i], err)) {
			forth(self);
			return false;
		}
	return true;
}

void as_of_return(struct app *app)
{
	struct as_of *self = app->as_of;

	while (self->n > self->n_kept)
		edit_revert(self->facts, &self->edits[--self->n]);
	self->facts->revision = self->revision;
	arena_release(&self->arena);
	self->arena = self->kept;
}

bool as_of_aside(struct app *app)
{
	struct as_of *self = app->as_of;
	struct event_log log;
	struct error err;
	bool more;

	if (!self || self->revision <= 1)
		return false;
	error_clear(&err);
	self->kept = self->arena;
	self->n_kept = self->n;
	self->arena = (struct arena){ 0 };
	if (event_log_part(app, self->revision + 1, 1, &self->arena, &log, &more, &err) &&
	    log.n && log.v[0].seq == self->revision && back_one(self, &log.v[0], &err)) {
		self->facts->revision = self->revision - 1;
		return true;
	}
	as_of_return(app);
	return false;
}

/* ---- where to ------------------------------------------------------------------------- */

static bool no_such(const struct event_log *log, const char *when,
		    struct arena *arena, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
		  "there is no revision \"%s\"", word_cut(arena, when));
	error_field(err, "when");
	return error_remedy(err, "revisions go from 1 to %lld",
			    (long long)(log->n ? log->v[0].seq : 0));
}

static bool by_time(struct as_of *self, const struct event_log *log,
		    const char *when, int64_t time, struct error *err)
{
	char first[CLOCK_TEXT] = "";
	size_t i;

	for (i = 0; i < log->n; i++) {
		if (log->v[i].time > time)
			continue;
		self->revision = log->v[i].seq;
		self->time = log->v[i].time;
		return true;
	}
	if (log->n)
		clock_rfc3339(log->v[log->n - 1].time, first);
	error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
		  "there was no workspace yet at %s",
		  word_cut(&self->arena, when));
	error_field(err, "when");
	return error_remedy(err, "it begins at %s", first);
}

static bool find(struct as_of *self, const struct event_log *log,
		 const char *when, struct error *err)
{
	const char *digits = *when == '#' ? when + 1 : when;
	const struct past_event *event;
	long long number;
	int64_t time;
	char *end;

	errno = 0;
	number = strtoll(digits, &end, 10);
	if (*digits >= '0' && *digits <= '9' && !*end && !errno) {
		event = event_log_at(log, number);
		if (!event)
			return no_such(log, when, &self->arena, err);
		self->revision = event->seq;
		self->time = event->time;
		return true;
	}
	if (clock_parse(when, &time))
		return by_time(self, log, when, time, err);
	error_set(err, ERROR_INVALID, "BAD_VALUE",
		  "\"%s\" is neither a revision nor a time",
		  word_cut(&self->arena, when));
	error_field(err, "when");
	return error_remedy(err, "say a number from gatehouse history, or "
			    "2026-11-25T14:00:00Z");
}

static void release(struct as_of *self)
{
	arena_release(&self->arena);
	free(self->edits);
	free(self);
}

static bool may(struct app *app, struct error *err)
{
	if (app->what_if) {
		error_set(err, ERROR_CONFLICT, "WHAT_IF",
			  "what-if stands on the present");
		return error_remedy(err, "apply it or drop it first");
	}
	return app_reads_all(app) || app_admins_only("looking back", err);
}

/* The events since a revision that is named are enough; of all others, all. */
static bool load(struct as_of *self, struct app *app, const char *when,
		 struct event_log *log, struct error *err)
{
	long long number = strtoll(*when == '#' ? when + 1 : when, NULL, 10);
	bool more, digits = strspn(*when == '#' ? when + 1 : when, "0123456789") ==
		strlen(*when == '#' ? when + 1 : when);

	if (!digits || number < 1 || number > self->newest)
		return event_log_load(app, &self->arena, log, err);
	return event_log_part(app, self->newest + 1, (size_t)(self->newest - number + 1),
			      &self->arena, log, &more, err);
}

bool as_of_begin(struct app *app, const char *when, struct error *err)
{
	struct as_of *self;
	struct event_log log;
	uint32_t subject;

	if (!may(app, err))
		return false;
	as_of_end(app);
	subject = app_subject(app);
	self = mem_alloc(sizeof(*self));
	self->facts = &app->facts;
	self->newest = app->facts.revision;
	if (!load(self, app, when, &log, err) || !find(self, &log, when, err))
		goto fail;
	/* Somebody may have committed since the facts were loaded. */
	while (log.n && log.v[0].seq > self->newest) {
		log.v++;
		log.n--;
	}
	if (self->revision > self->newest)
		self->revision = self->newest;
	if (!back(self, &log, err))
		goto fail;
	app->as_of = self;
	app->facts.revision = self->revision;
	if (subject != NOBODY)
		app->admin_then = arena_strdup(&self->arena,
					       app->facts.users[subject].id);
	return true;
fail:
	release(self);
	return false;
}

void as_of_end(struct app *app)
{
	struct as_of *self = app->as_of;

	if (!self)
		return;
	app->as_of = NULL;
	app->admin_then = NULL;
	forth(self);
	app->facts.revision = self->newest;
	release(self);
}

void as_of_forget(struct app *app)
{
	if (app->as_of)
		app->as_of->n = 0;
}

bool as_of_again(struct app *app, struct error *err)
{
	struct as_of *self = app->as_of;
	struct event_log log;

	if (!self)
		return true;
	self->newest = app->facts.revision;
	if (event_log_load(app, &self->arena, &log, err) &&
	    back(self, &log, err)) {
		app->facts.revision = self->revision;
		return true;
	}
	app->as_of = NULL;
	app->admin_then = NULL;
	release(self);
	return false;
}
