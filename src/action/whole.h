/* whole.h: a workspace changed as a whole: init, import, restore. */
#ifndef ACTION_WHOLE_H
#define ACTION_WHOLE_H

#include "action/action.h"

/* A new store at app->store_path with these facts, the session's login as
 * operator and one event; closed again.  On failure no file is left. */
bool whole_make(struct app *app, const struct facts *facts, const char *verb,
		const char *summary, struct error *err) MUST_CHECK;

/* The user with this e-mail gets the session's login; nobody else has it. */
bool whole_link(struct app *app, struct facts *facts, const char *email,
		struct error *err) MUST_CHECK;

/* A store that is there, made equal to `after` (or merged with it). */
struct whole {
	const struct action *action;
	struct app *app;
	struct facts *after;
	bool merge;
	const char *admin;		/* e-mail to link, or NULL */
	const char *summary;		/* for the event */
};

/* Opens the store if the app has none; checks that the subject may; shows the
 * difference (message), asks (YES_NEEDED), writes a backup beside the store,
 * replaces, commits one event. */
bool whole_change(struct whole *whole, struct result *out, struct error *err)
	MUST_CHECK;

#endif
