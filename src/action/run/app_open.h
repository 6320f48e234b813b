/* app_open.h: the workspace opened, kept current and closed. */
#ifndef ACTION_RUN_APP_OPEN_H
#define ACTION_RUN_APP_OPEN_H

#include "action/core/app.h"

/* Open the store, load the facts, find the actor.  as: e-mail or NULL. */
bool app_open(struct app *app, bool writing, const char *as,
	      struct error *err) MUST_CHECK;
void app_release(struct app *app);
/* The app, open, looks with the eyes of this person from now on: id, e-mail or name;
 * one's own are no other. */
bool app_act_as(struct app *app, const char *as, struct error *err) MUST_CHECK;

/* Reload the facts if another commit moved the revision; *moved may be NULL. */
bool app_refresh(struct app *app, bool *moved, struct error *err) MUST_CHECK;

/* Who acts, by the facts as they are now: after a change of people too. */
void app_find_actor(struct app *app);

#endif
