/* event_log.h: what happened, newest first, and what became of it: which events
 * were taken back, by which. */
#ifndef ACTION_UNDO_EVENT_LOG_H
#define ACTION_UNDO_EVENT_LOG_H

#include "action/core/app.h"
#include "model/edit_past.h"

struct event;

struct past_event {
	const struct event *event;	/* as it stands in the store */
	int64_t seq, time;
	const char *actor, *acting_as, *login;	/* the latter may be NULL */
	const char *client, *tty, *reason;	/* the same */
	const char *verb, *targets, *summary, *edits;
	struct past_mark *marks;	/* what it takes back or does again */
	size_t n_marks;
	bool turns;			/* it is an undo or redo and nothing else */
	bool mine;			/* by whoever sits here */
	int64_t undone_by;		/* 0: it stands */
	int64_t redone_by;		/* the last one that did it again, or 0 */
};

struct event_log {
	struct past_event *v;		/* newest first */
	size_t n;
};

bool event_log_load(struct app *app, struct arena *arena, struct event_log *out,
		    struct error *err) MUST_CHECK;
/* Only so many (0: all) below this number (0: from the newest on); *more: there are
 * older ones.  What became of them is not told but by each other. */
bool event_log_part(struct app *app, int64_t below, size_t limit,
		    struct arena *arena, struct event_log *out, bool *more,
		    struct error *err) MUST_CHECK;
/* NULL if there is none of that number. */
struct past_event *event_log_at(const struct event_log *log, int64_t seq);

/* One event as the log has it, but for what became of it. */
struct past_event event_log_one(const struct app *app, const struct event *event);

/* An Admin reads all; others what they did themselves, where all that it names may
 * be seen (DOMAIN 6, 43; event_seen.h). */
bool event_log_may_read(const struct app *app, const struct past_event *event);

/* Its edits, with its time and actor. */
bool event_log_read(const struct past_event *event, struct arena *arena,
		    struct past *out) MUST_CHECK;
/* NULL where it could be undone, else why not ("deleted an asset for good").
 * Whether it still stands is another question. */
const char *event_log_irreversible(const struct past_event *event,
				   struct arena *arena);
/* "undone by #7", "undoes #5", "irreversible"; "" where there is nothing to say. */
const char *event_log_state(const struct past_event *event, struct arena *arena);

/* Who did it, as recorded: "ben@t.example", "maya@x as bob@x". */
const char *event_log_who(const struct past_event *event, struct arena *arena);

#endif
