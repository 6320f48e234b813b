/* demo.h: the private temporary stores in which the demo and scenarios run. */
#ifndef ACTION_SCENARIO_DEMO_H
#define ACTION_SCENARIO_DEMO_H

#include "action/core/app.h"
#include "base/buf.h"

/* Open the app (after app_init) on a fresh store with the demo flag, filled
 * with the demo workspace, or with that of a scenario (a built-in name or a
 * path; may be NULL).  The store lies in a private temporary folder, or is the
 * new file `keep` where that is given. */
bool demo_open(struct app *app, const char *scenario, const char *keep,
	       struct error *err) MUST_CHECK;
/* The same with a workspace file or CSV folder (NULL: the demo). */
bool demo_open_workspace(struct app *app, const char *workspace,
			 const char *keep, struct error *err) MUST_CHECK;
/* Close the store; remove it if it lies in a temporary folder that this process
 * made for this app (whatever the name of another says).  The app is to be
 * released afterwards as usual. */
void demo_discard(struct app *app);

/* The first project in order of title; NOBODY if there is none. */
uint32_t demo_first_project(const struct facts *facts);
/* Who can do what in it, and the sentence of each downgraded person. */
void demo_table(const struct facts *facts, uint32_t project, struct buf *out);

#endif
