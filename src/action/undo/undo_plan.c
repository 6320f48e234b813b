/* undo_plan.c: see undo_plan.h. */
#include "action/undo/undo_plan.h"

#include <stdlib.h>
#include <string.h>

#include "action/core/word_list.h"
#include "action/judge/downgrade.h"
#include "action/judge/judge.h"
#include "action/judge/warn.h"
#include "action/undo/past_words.h"
#include "action/undo/undo_values.h"

enum { MOVED_NAMED = 3, LOST_NAMED = 5 };

/* One event that is turned. */
struct turn {
	struct edit_plan *plan;
	const struct event_log *log;
	const struct past_event *event;
	struct past past;
	bool redo, last;		/* last: no number was given */
	bool named;			/* a number was */
	struct words lost;
	struct judge_span *spans;	/* what comes back with a group */
	size_t n_spans;
};

/* ---- which one ------------------------------------------------------------------------ */

static bool nothing(bool redo, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, redo ? "NOTHING_TO_REDO" :
		  "NOTHING_TO_UNDO", redo ? "no undo of yours is left that could "
		  "be done again" : "nothing of yours is left that could be taken "
		  "back");
	return error_remedy(err, "gatehouse history lists all; gatehouse %s EVENT "
			    "takes any",
			    redo ? "redo" : "undo");
}

static bool changed_something(const struct past_event *event,
			      struct arena *arena)
{
	struct past past;

	return past_read(event->edits, arena, &past) && past.n > 0;
}

/* The newest own that stands, whether or not it can be taken back: nothing older is
 * taken instead. */
static const struct past_event *newest_mine(const struct event_log *log,
					   struct arena *arena)
{
	const struct past_event *event;
	size_t i;

	for (i = 0; i < log->n; i++) {
		event = &log->v[i];
		if (event->mine && !event->turns && !event->undone_by &&
		    changed_something(event, arena))
			return event;
	}
	return NULL;
}

/* The newest own undo whose event is still undone by it. */
static const struct past_event *newest_undo(const struct event_log *log)
{
	const struct past_event *event, *other;
	size_t i;

	for (i = 0; i < log->n; i++) {
		event = &log->v[i];
		if (!event->mine || !event->turns || event->marks[0].redo)
			continue;
		other = event_log_at(log, event->marks[0].event);
		if (other && other->undone_by == event->seq)
			return event;
	}
	return NULL;
}

static bool no_event(const char *number, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, NULL, "there is no event %.40s", number);
	error_field(err, "event");
	return error_remedy(err, "gatehouse history lists them");
}

static bool unseen(int64_t seq, struct error *err)
{
	error_set(err, ERROR_NOT_FOUND, NULL, "there is no event %lld that you may "
		  "take back", (long long)seq);
	error_field(err, "event");
	return error_remedy(err, "gatehouse history lists yours");
}

static bool find(struct edit_plan *plan, const struct event_log *log, bool redo,
		 int64_t seq, const struct past_event **out, struct error *err)
{
	if (seq) {
		*out = event_log_at(log, seq);
		if (*out)
			return true;
		/* how many there are is not for everybody */
		if (!app_seen(plan->app)->all)
			return unseen(seq, err);
		return no_event(arena_printf(plan->arena, "%lld",
					     (long long)seq), err);
	}
	*out = redo ? newest_undo(log) :
		newest_mine(log, plan->arena);
	return *out || nothing(redo, err);
}

/* ---- may it be -------------------------------------------------------------------------- */

static const char *quoted(struct edit_plan *plan, const struct past_event *event)
{
	return arena_printf(plan->arena, "#%lld (%s)", (long long)event->seq,
			    word_cut(plan->arena, event->summary));
}

/* Whom it may be told to: Guests see nobody. */
static const char *who(const struct turn *turn, const struct past_event *by)
{
	if (!by || (!by->mine && !app_seen(turn->plan->app)->people))
		return "somebody";
	return event_log_who(by, turn->plan->arena);
}

static bool stands(struct turn *turn, struct error *err)
{
	const struct past_event *event = turn->event, *by;

	if (turn->redo ? event->undone_by != 0 : event->undone_by == 0)
		return true;
	if (turn->redo) {
		error_set(err, ERROR_CONFLICT, "STALE", "%s stands: there is "
			  "nothing to do again", quoted(turn->plan, event));
		return error_remedy(err, "gatehouse undo %lld takes it back",
				    (long long)event->seq);
	}
	by = event_log_at(turn->log, event->undone_by);
	error_set(err, ERROR_CONFLICT, "STALE",
		  "%s was taken back already, by %s in #%lld",
		  quoted(turn->plan, event),
		  who(turn, by),
		  (long long)event->undone_by);
	return error_remedy(err, "gatehouse redo %lld does it again",
			    (long long)event->seq);
}

static bool reversible(struct turn *turn, struct error *err)
{
	const char *why = past_irreversible(&turn->past);
	const char *backup = past_backup(&turn->past);

	if (!why)
		return true;
	error_set(err, ERROR_CONFLICT, "IRREVERSIBLE",
		  "%s cannot be undone: it %s",
		  quoted(turn->plan, turn->event), why);
	if (turn->last)
		return error_remedy(err, "an older change: gatehouse undo EVENT "
				    "(gatehouse history lists them)");
	if (backup)
		return error_remedy(err, "gatehouse workspace restore %.160s "
				    "brings back what was there before", backup);
	return error_remedy(err, "a backup made before it may be restored: "
			    "gatehouse workspace restore FILE");
}

/* Before anything of it is told. */
static bool known(const struct turn *turn, struct error *err)
{
	const struct past_event *event = turn->event;

	if (event->mine)
		return undo_mine(turn->plan, &turn->past, err);
	return undo_seen(turn->plan->app, &turn->past) ||
		unseen(event->seq, err);
}

/* ---- what moved on ----------------------------------------------------------------------- */

/* The newest event after it that touched the same. */
static const struct past_event *mover(struct turn *turn,
				      const struct past_edit *one)
{
	int64_t from = turn->redo ? turn->event->undone_by : turn->event->seq;
	const struct past_event *event;
	struct past past;
	size_t i, k;

	for (i = 0; i < turn->log->n && turn->log->v[i].seq > from; i++) {
		event = &turn->log->v[i];
		if (!past_read(event->edits, turn->plan->arena, &past))
			continue;
		for (k = 0; k < past.n; k++)
			if (past_meets(one, &past.edits[k]))
				return event;
	}
	return NULL;
}

static const char *moved_text(struct turn *turn, const struct past_edit *one,
			      enum past_state how, const struct past_event *by)
{
	struct arena *arena = turn->plan->arena;
	const struct seen *seen = app_seen(turn->plan->app);
	struct facts *facts = &turn->plan->app->facts;
	const char *what = past_field(arena, seen, one), *text;

	if (how == PAST_GONE)
		text = arena_printf(arena, "%s %s", what,
			strstr(one->name, "_delete") && !turn->redo ?
			"has no room to come back" : "is gone");
	else if (strstr(one->name, "_add") || strstr(one->name, "_delete"))
		text = arena_printf(arena, "%s is not as it was", what);
	else
		text = arena_printf(arena, "%s is %s now, not %s", what,
				    past_now(arena, seen, facts, one),
				    past_image(arena, seen, one, turn->redo));
	if (by)
		text = arena_printf(arena, "%s (%s in #%lld, %s)", text,
				    who(turn, by),
				    (long long)by->seq, by->verb);
	return text;
}

static bool moved(struct turn *turn, struct words *list,
		  const struct past_event *by, struct error *err)
{
	size_t n = list->n;
	const char *text = words_done(list, turn->plan->arena);

	error_set(err, ERROR_CONFLICT, "STALE", "%s cannot be %s: %s",
		  quoted(turn->plan, turn->event),
		  turn->redo ? "done again" : "undone", text);
	if (n == 1 && by && !by->undone_by &&
	    !event_log_irreversible(by, turn->plan->arena))
		return error_remedy(err, "first: gatehouse undo %lld; or change "
				    "it by hand", (long long)by->seq);
	return error_remedy(err, "look at gatehouse history and change by hand "
			    "what is still wanted");
}

/* ---- do it --------------------------------------------------------------------------------- */

static void put(void *ctx, struct edit edit)
{
	plan_edit(((struct turn *)ctx)->plan, edit);
}

static void lose(void *ctx, const struct past_link *link)
{
	struct turn *turn = ctx;

	words_add(&turn->lost, word_cut(turn->plan->arena, link->id));
}

static void do_turn(struct turn *turn, const struct past_turn *how,
		    const struct past_edit *one)
{
	struct judge_span *span = &turn->spans[turn->n_spans];

	span->from = turn->plan->n;
	past_turn(how, one);
	span->to = turn->plan->n;
	turn->n_spans += one->kind == EDIT_GROUP_DELETE;
}

/* What became of a request for access holds up nothing else of the event. */
static bool goes_with_others(const struct turn *turn, const struct past_edit *one)
{
	size_t i = 0;

	if (past_edit_row(one)->whose != OF_REQUEST)
		return false;
	while (i < turn->past.n &&
	       past_edit_row(&turn->past.edits[i])->whose == OF_REQUEST)
		i++;
	return i < turn->past.n;
}

static bool turn_edits(struct turn *turn, struct error *err)
{
	struct past_turn how = {
		.facts = &turn->plan->app->facts, .arena = turn->plan->arena,
		.past = &turn->past, .back = !turn->redo, .put = put,
		.lost = lose, .ctx = turn,
	};
	const struct past_event *by = NULL;
	const struct past_edit *one;
	enum past_state state;
	struct words list;
	size_t i;

	words_init(&list, MOVED_NAMED);
	turn->spans = arena_array(how.arena, turn->past.n + 1,
				  sizeof(*turn->spans));
	for (i = 0; i < turn->past.n; i++) {
		one = &turn->past.edits[turn->redo ? i : turn->past.n - 1 - i];
		state = past_state(how.facts, one, how.back, how.arena);
		if (state == PAST_STANDS) {
			do_turn(turn, &how, one);
			continue;
		}
		if (goes_with_others(turn, one))
			continue;
		by = mover(turn, one);
		words_add(&list, moved_text(turn, one, state, by));
	}
	if (list.n)
		return moved(turn, &list, by, err);
	words_done(&list, turn->plan->arena);
	return true;
}

/* What the verbs that make the same changes warn of. */
static void warn(struct turn *turn, size_t first)
{
	struct edit_plan *plan = turn->plan;
	size_t n = plan->n, i, lost = turn->lost.n;
	const char *gone = words_done(&turn->lost, plan->arena);

	if (lost)
		plan_warn(plan, "GONE", "gone meanwhile, so it does not come "
			  "back: %s", gone);
	downgrade_edits(plan, NULL, 0);
	for (i = first; i < n; i++)
		warn_edit(plan, &plan->edits[i]);
	undo_values_warn(plan, first);
}

static void copy_targets(struct edit_plan *plan, const char *targets)
{
	const char *at = targets ? targets : "";
	size_t n;

	for (; *at; at += n + (at[n] == ',')) {
		n = strcspn(at, ",");
		if (n)
			plan_target(plan, arena_strndup(plan->arena, at, n));
	}
}

/* Marks of the event itself come back, too: what it took back stands again. */
static void mark(struct turn *turn, size_t first)
{
	const struct past_event *event = turn->event;
	size_t i;

	plan_mark(turn->plan, turn->redo, event->seq, turn->plan->n - first);
	for (i = event->n_marks; i-- > 0;)
		plan_mark(turn->plan, turn->redo == event->marks[i].redo,
			  event->marks[i].event, 0);
}

/* Its number; before the deed only where it was asked for. */
static const char *which(const struct turn *turn)
{
	struct arena *arena = turn->plan->arena;
	long long seq = (long long)turn->event->seq;

	if (!turn->named)
		return turn->redo ?
			arena_printf(arena, TENSE("; redoes #%lld", ""), seq) :
			arena_printf(arena, TENSE("; undoes #%lld", ""), seq);
	return turn->redo ? arena_printf(arena, TENSE("; redoes #%lld",
					 "; would redo #%lld"), seq, seq) :
		arena_printf(arena, TENSE("; undoes #%lld", "; would undo #%lld"),
			     seq, seq);
}

static bool turn_one(struct edit_plan *plan, const struct event_log *log,
		     const struct past_event *event, bool redo, bool last,
		     bool named, struct error *err)
{
	struct turn turn = { .plan = plan, .log = log, .event = event,
			     .redo = redo, .last = last, .named = named };
	const char *before = plan->message;
	size_t first = plan->n;
	bool done;

	if (!event_log_read(event, plan->arena, &turn.past))
		return error_set(err, ERROR_STORE, "STORE_DAMAGED",
				 "event %lld cannot be read",
				 (long long)event->seq);
	if (!known(&turn, err) || !stands(&turn, err) ||
	    !reversible(&turn, err))
		return false;
	words_init(&turn.lost, LOST_NAMED);
	done = turn_edits(&turn, err);
	if (!done) {
		words_done(&turn.lost, plan->arena);
		return false;
	}
	if (!judge_edits(plan, first, turn.spans, turn.n_spans, err)) {
		words_done(&turn.lost, plan->arena);
		return false;
	}
	warn(&turn, first);
	mark(&turn, first);
	copy_targets(plan, event->targets);
	plan_message(plan, "%s%s%s%s.", before ? before : "", before ? " " : "",
		     past_again(plan->arena, app_seen(plan->app), &turn.past,
				!redo), which(&turn));
	return true;
}

/* An undo turned round is a redo, and the other way. */
static bool turn_marks(struct edit_plan *plan, const struct event_log *log,
		       const struct past_event *event, bool named,
		       struct error *err)
{
	const struct past_event *other;
	size_t i;

	for (i = event->n_marks; i-- > 0;) {
		other = event_log_at(log, event->marks[i].event);
		if (other && event->marks[i].edits &&
		    !turn_one(plan, log, other, !event->marks[i].redo, false,
			      named, err))
			return false;
	}
	return true;
}

/* An event that turned others is told of where they may be. */
static bool turns_known(struct edit_plan *plan, const struct event_log *log,
			const struct past_event *event, struct error *err)
{
	const struct past_event *other;
	struct past past;
	size_t i;

	for (i = 0; i < event->n_marks && !event->mine; i++) {
		other = event_log_at(log, event->marks[i].event);
		if (other && (!event_log_read(other, plan->arena, &past) ||
			      !undo_seen(plan->app, &past)))
			return unseen(event->seq, err);
	}
	return true;
}

bool undo_plan(struct edit_plan *plan, bool redo, const char *number,
	       struct error *err)
{
	int64_t seq = number ? strtoll(number, NULL, 10) : 0;
	const struct past_event *event;
	struct event_log log;

	if (number && seq <= 0)
		return no_event(number, err);
	if (!event_log_load(plan->app, plan->arena, &log, err) ||
	    !find(plan, &log, redo, seq, &event, err))
		return false;
	if (!event->turns)
		return turn_one(plan, &log, event, redo, !seq, seq != 0, err);
	if (!turns_known(plan, &log, event, err))
		return false;
	if (redo && event->marks[0].redo) {
		error_set(err, ERROR_CONFLICT, "STALE", "%s did it again already",
			  quoted(plan, event));
		return error_remedy(err, "gatehouse undo %lld takes it back",
				    (long long)event->seq);
	}
	return turn_marks(plan, &log, event, seq != 0, err);
}
