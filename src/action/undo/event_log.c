/* event_log.c: see event_log.h. */
#include "action/undo/event_log.h"

#include <string.h>

#include "action/undo/event_seen.h"
#include "store/store.h"

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

struct past_event event_log_one(const struct app *app, const struct event *event)
{
	const char *as = app->acting_as == NOBODY ? NULL :
		app->facts.users[app->acting_as].email;

	return (struct past_event){
		.event = event,
		.seq = event->seq, .time = event->time, .actor = event->actor,
		.acting_as = event->acting_as, .login = event->login,
		.client = event->client, .tty = event->tty, .reason = event->reason,
		.verb = event->verb, .targets = event->targets,
		.summary = event->summary, .edits = event->edits,
		.mine = same(event->actor, app_actor_text(app)) &&
			same(event->acting_as, as),
	};
}

static void fill(const struct app *app, const struct event *event,
		 struct arena *arena, struct past_event *out)
{
	size_t made = 0, i;
	struct past past;

	*out = event_log_one(app, event);
	out->n_marks = past_marks(event->edits, arena, &out->marks);
	if (!out->n_marks || !past_read(event->edits, arena, &past))
		return;
	for (i = 0; i < out->n_marks; i++)
		made += out->marks[i].edits;
	out->turns = made == past.n;
}

struct past_event *event_log_at(const struct event_log *log, int64_t seq)
{
	size_t low = 0, high = log->n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (log->v[mid].seq > seq)
			low = mid + 1;
		else
			high = mid;
	}
	return low < log->n && log->v[low].seq == seq ? &log->v[low] : NULL;
}

/* From the newest on: the last word on an event counts. */
static void mark(struct event_log *log)
{
	struct past_event *other;
	size_t i, m;

	for (i = 0; i < log->n; i++)
		for (m = log->v[i].n_marks; m-- > 0;) {
			const struct past_mark *one = &log->v[i].marks[m];

			other = event_log_at(log, one->event);
			if (!other || other->undone_by || other->redone_by)
				continue;
			if (one->redo)
				other->redone_by = log->v[i].seq;
			else
				other->undone_by = log->v[i].seq;
		}
}

bool event_log_load(struct app *app, struct arena *arena, struct event_log *out,
		    struct error *err)
{
	bool more;

	return event_log_part(app, 0, 0, arena, out, &more, err);
}

bool event_log_part(struct app *app, int64_t below, size_t limit,
		    struct arena *arena, struct event_log *out, bool *more,
		    struct error *err)
{
	struct event *events;
	size_t i;

	*out = (struct event_log){ .n = 0 };
	if (!store_events(app->store, below, limit, arena, &events, &out->n, more,
			  err))
		return false;
	out->v = arena_array(arena, out->n + 1, sizeof(*out->v));
	for (i = 0; i < out->n; i++)
		fill(app, &events[i], arena, &out->v[i]);
	mark(out);
	return true;
}

bool event_log_may_read(const struct app *app, const struct past_event *event)
{
	struct arena arena = { 0 };
	struct past past;
	bool may;

	if (app_reads_all(app))
		return true;
	may = event->mine && event_log_read(event, &arena, &past) &&
		event_seen(app_seen(app), &past);
	arena_release(&arena);
	return may;
}

bool event_log_read(const struct past_event *event, struct arena *arena,
		    struct past *out)
{
	bool good = past_read(event->edits, arena, out);

	out->time = event->time;
	out->actor = event->actor;
	return good;
}

const char *event_log_irreversible(const struct past_event *event,
				   struct arena *arena)
{
	struct past past;

	if (!event_log_read(event, arena, &past))
		return "holds what this version cannot read";
	return past_irreversible(&past);
}

const char *event_log_state(const struct past_event *event, struct arena *arena)
{
	const struct past_mark *mark;
	const char *text = "";
	size_t i;

	for (i = 0; i < event->n_marks; i++) {
		mark = &event->marks[i];
		text = arena_printf(arena, "%s%s%s #%lld", text,
				    *text ? ", " : "",
				    mark->redo ? "redoes" : "undoes",
				    (long long)mark->event);
	}
	if (event->undone_by)
		return arena_printf(arena, "%s%sundone by #%lld", text,
				    *text ? ", " : "",
				    (long long)event->undone_by);
	if (!event->turns && event_log_irreversible(event, arena))
		return arena_printf(arena, "%s%sirreversible", text,
				    *text ? ", " : "");
	return text;
}

const char *event_log_who(const struct past_event *event, struct arena *arena)
{
	return event->acting_as ? arena_printf(arena, "%s as %s", event->actor,
					       event->acting_as) : event->actor;
}
