/* as_of_facts.h: the workspace as it was at an earlier revision.  While it is on, the
 * facts in memory are those of then, taken back from now event by event; the store
 * is as it is, and every write is refused (AS_OF). */
#ifndef ACTION_UNDO_AS_OF_FACTS_H
#define ACTION_UNDO_AS_OF_FACTS_H

#include "action/core/app.h"

/* when: a revision ("41", "#41") or a time (RFC 3339, or a date: what stood at its
 * beginning).  For whoever may read everything.  A revision that cannot be told
 * exactly, because an event since replaced the whole workspace, is refused
 * (IRREVERSIBLE), not guessed.  If it was on already, it moves. */
bool as_of_begin(struct app *app, const char *when, struct error *err) MUST_CHECK;
/* Back to now; nothing if it is off. */
void as_of_end(struct app *app);
bool as_of_on(const struct app *app);

/* Of the event whose state is shown. */
int64_t as_of_revision(const struct app *app);
/* When it was, in microseconds; 0: it is off. */
int64_t as_of_time(const struct app *app);
/* "#41, Wed 25 Nov 14:02" (local) */
const char *as_of_label(const struct app *app, struct arena *arena);

/* The shown event is taken back, too: until as_of_return() the facts are those before it;
 * only look at them.  Cheap: one event is read.  False, nothing is moved: it is off, that
 * is the first event, or it cannot be taken back. */
bool as_of_aside(struct app *app) MUST_CHECK;
void as_of_return(struct app *app);

/* ---- for app_open.c --------------------------------------------------------------- */

/* The revision of the store that the facts were taken back from. */
int64_t as_of_newest(const struct app *app);
/* The facts are about to be thrown away; then: they were loaded anew. */
void as_of_forget(struct app *app);
bool as_of_again(struct app *app, struct error *err) MUST_CHECK;
#endif
