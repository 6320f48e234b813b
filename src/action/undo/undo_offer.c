/* undo_offer.c: see undo_offer.h. */
#include "action/undo/undo_offer.h"

#include <stdlib.h>

#include "base/mem.h"

static const struct undo_word *word_on(const struct undo_offer *offer, int64_t event)
{
	size_t i;

	for (i = 0; i < offer->n_words; i++)
		if (offer->words[i].event == event)
			return &offer->words[i];
	return NULL;
}

/* From the newest event on: the first word on an event is the last one that was said. */
static void hear(struct undo_offer *offer, const struct past_event *event)
{
	const struct past_mark *mark;
	size_t m;

	for (m = event->n_marks; m-- > 0;) {
		mark = &event->marks[m];
		if (word_on(offer, mark->event))
			continue;
		offer->words = mem_grow(offer->words, offer->n_words,
					&offer->cap_words, sizeof(*offer->words));
		offer->words[offer->n_words++] = (struct undo_word){
			.event = mark->event, .redo = mark->redo };
	}
}

static bool stands(const struct undo_offer *offer, int64_t event)
{
	const struct undo_word *word = word_on(offer, event);

	return !word || word->redo;
}

static void found(struct undo_found *out, bool yes, int64_t seq)
{
	*out = (struct undo_found){ .known = true, .yes = yes, .seq = seq };
}

static bool changed_something(const struct past_event *event, struct arena *arena)
{
	struct past past;

	return event_log_read(event, arena, &past) && past.n > 0;
}

/* Is it the one that a redo would turn: an own undo, and what it took back was not
 * turned since? */
static bool is_redone(const struct undo_offer *offer, const struct past_event *event)
{
	return event->mine && event->turns && !event->marks[0].redo &&
		!word_on(offer, event->marks[0].event);
}

static void look(struct undo_offer *offer, const struct past_event *event,
		 struct arena *arena)
{
	if (!offer->redo.known && is_redone(offer, event))
		found(&offer->redo, true, event->seq);
	if (!offer->undo.known && event->mine && !event->turns &&
	    stands(offer, event->seq) && changed_something(event, arena))
		found(&offer->undo, !event_log_irreversible(event, arena),
		      event->seq);
	hear(offer, event);
}

/* What the last search came to holds for what it looked at: no new word makes an old undo
 * the newest one, nor, where it does nothing again, an old change stand. */
static void remember(struct undo_offer *offer)
{
	const struct undo_found *undo = &offer->old_undo, *redo = &offer->old_redo;
	bool again = false;
	size_t i;

	for (i = 0; i < offer->n_words; i++)
		again |= offer->words[i].redo;
	if (!offer->redo.known && !redo->seq)
		offer->redo = *redo;
	if (!offer->undo.known && !again && !(undo->seq && word_on(offer, undo->seq)))
		offer->undo = *undo;
}

static bool done(struct undo_offer *offer)
{
	if (!offer->undo.known || !offer->redo.known)
		return false;
	offer->old_newest = offer->newest;
	offer->old_undo = offer->undo;
	offer->old_redo = offer->redo;
	return true;
}

void undo_offer_begin(struct undo_offer *offer)
{
	offer->undo = offer->redo = (struct undo_found){ .known = false };
	offer->newest = offer->below = 0;
	offer->n_words = 0;
}

bool undo_offer_step(struct undo_offer *offer, struct app *app, size_t events)
{
	struct arena arena = { 0 };
	struct event_log log;
	struct error err;
	bool more = false;
	size_t i;

	if (done(offer))
		return false;
	error_clear(&err);
	if (!app->store || !event_log_part(app, offer->below, events, &arena, &log,
					   &more, &err))
		log.n = 0;		/* nothing is offered */
	if (!offer->newest && log.n)
		offer->newest = log.v[0].seq;
	for (i = 0; i < log.n && !done(offer); i++) {
		if (log.v[i].seq == offer->old_newest)
			remember(offer);
		look(offer, &log.v[i], &arena);
		offer->below = log.v[i].seq;
	}
	if (!more && !offer->undo.known)
		found(&offer->undo, false, 0);
	if (!more && !offer->redo.known)
		found(&offer->redo, false, 0);
	arena_release(&arena);
	return !done(offer);
}

void undo_offer_release(struct undo_offer *offer)
{
	free(offer->words);
	*offer = (struct undo_offer){ .n_words = 0 };
}
