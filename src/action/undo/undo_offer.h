/* undo_offer.h: is there something of one's own that an undo, or a redo, without a number
 * would turn?  Asked of all that ever happened, newest first, in parts: a long history
 * is not read while a key waits. */
#ifndef ACTION_UNDO_UNDO_OFFER_H
#define ACTION_UNDO_UNDO_OFFER_H

#include "action/undo/event_log.h"

/* What is known of one of the two. */
struct undo_found {
	bool known;		/* so far it is not, where not: nothing is offered */
	bool yes;		/* it would be done; not whether something moved on since */
	int64_t seq;		/* of the event that decides; 0: none does */
};

/* The newest word on an event that was turned. */
struct undo_word { int64_t event; bool redo; };

struct undo_offer {
	struct undo_found undo, redo;
	/* ---- its own */
	int64_t newest, below;		/* events that were looked at, [below, newest] */
	struct undo_word *words;
	size_t n_words, cap_words;
	/* Of the last search that came to its end. */
	int64_t old_newest;
	struct undo_found old_undo, old_redo;
};

/* Something happened: search anew, knowing what the last search found. */
void undo_offer_begin(struct undo_offer *offer);
/* Look at so many events more.  True: there are more to look at. */
bool undo_offer_step(struct undo_offer *offer, struct app *app, size_t events);
void undo_offer_release(struct undo_offer *offer);

#endif
