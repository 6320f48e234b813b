/* pair_past.h: what became of one person on one project, from now backwards: the events
 * that changed it, who did them, and since when it is as it is.  Any event may: a grant, a
 * group, a role, an account, an asset, a setting.  What it says is what the facts of then
 * come to by today's rules, exactly, or that nothing before can be told.
 *
 * An event is told of to whoever may read it (event_log_may_read); of others stands only
 * that there is something. */
#ifndef ACTION_UNDO_PAIR_PAST_H
#define ACTION_UNDO_PAIR_PAST_H

#include "action/core/app.h"
#include "action/undo/pair_change.h"

struct pair_past;

/* user may be ANYONE.  From the state that is shown, be it of now or of then; NULL on
 * what-if, which has no past.  Ends with pair_past_end(), and before the facts move. */
struct pair_past *pair_past_begin(struct app *app, uint32_t user, uint32_t project);
void pair_past_end(struct pair_past *self);
/* Look at so many events more; true: there are more.  False with *err set: the store
 * cannot be read. */
bool pair_past_step(struct pair_past *self, size_t events, struct error *err);

enum pair_end pair_past_where(const struct pair_past *self);
/* The event at which it ended: nothing before it is known. */
const struct pair_change *pair_past_last(const struct pair_past *self);
size_t pair_past_looked(const struct pair_past *self);	/* events, so far */
/* The changes found so far, newest first. */
size_t pair_past_n(const struct pair_past *self);
const struct pair_change *pair_past_at(const struct pair_past *self, size_t i);
/* What it was i changes before now, i <= pair_past_n(); 0: now. */
const struct pair_level *pair_past_level(const struct pair_past *self, size_t i);
/* What made it so, "Since Tue 24 Nov ...", as pair_past_words(); NULL: not found so far, or
 * not for these eyes.  *event: it; not told, where NULL. */
const char *pair_past_story(const struct pair_past *self, size_t i, struct arena *arena,
			    const struct pair_change **event);
/* Since which one the level is what it is; NULL: none is found (so far). */
const struct pair_change *pair_past_since(const struct pair_past *self);

/* The answer of then, and eyes for it that see all: i changes before now, 0: now.  Only
 * for whoever reads all.  False: the two are not there.  Until the next call. */
bool pair_past_show(struct pair_past *self, size_t i, struct answer *answer,
		    const struct seen **seen);

/* "Since Tue 24 Nov 14:02 (event 12): Bob Stein lost ..., by Maya Lindqvist", or since at
 * least when and why no more is known; in parts, else.  NULL: not found, or not for these
 * eyes.  *seq: of the event. */
const char *pair_past_words(const struct pair_past *self, struct arena *arena,
			    int64_t *seq);
/* The whole walk at once. */
bool pair_past_all(struct pair_past *self, struct error *err) MUST_CHECK;
/* Until it is known since when the level is. */
bool pair_past_find(struct pair_past *self, struct error *err) MUST_CHECK;

#endif
