/* replace_workspace.h: a workspace changed as a whole: init, import, restore. */
#ifndef ACTION_WORKSPACE_REPLACE_WORKSPACE_H
#define ACTION_WORKSPACE_REPLACE_WORKSPACE_H

#include "action/core/action.h"
#include "action/workspace/facts_diff.h"
#include "action/workspace/file_values.h"
#include "action/workspace/restored_values.h"

/* A new store at app->store_path with these facts, the session's login as
 * operator and one event; closed again.  On failure no file is left. */
bool replace_make(struct app *app, const struct facts *facts, const char *verb,
		const char *summary, struct error *err) MUST_CHECK;

/* The user with this e-mail gets the session's login; nobody else has it.  edits: of an
 * event, in an array; or NULL. */
bool replace_link(struct app *app, struct facts *facts, const char *email,
		struct json *edits, struct error *err) MUST_CHECK;

/* A store that is there, made equal to `after` (or merged with it). */
struct replacement {
	const struct action *action;
	struct app *app;
	struct facts *after;
	bool merge;
	const char *admin;		/* e-mail to link, or NULL */
	const char *summary;		/* for the event */
	bool looks;			/* a dry run needs no yes */
	bool brakes;			/* mass removal wants its number */
	const char *removing;		/* the number, or NULL */
	size_t rows;			/* of the plan in text; 0: all */
	struct file_values *values;	/* to be sealed in the same change; or NULL */
	struct restored_values *restored;	/* of a backup; or NULL */
	const char *file;		/* where they stood */
	const struct args *args;	/* of the action: how the vault is opened */
};

/* Opens the store if the app has none; checks that the subject may; shows the plan
 * (replace_show), asks (replace_sure), writes a backup beside the store, replaces,
 * commits one event. */
bool replace_change(struct replacement *whole, struct result *out, struct error *err)
	MUST_CHECK;

/* ---- replace_plan.c -------------------------------------------------------------- */

/* The message says how much; out->text has the plan as text (but in a dry run of
 * another format), out->changes has it as JSON or CSV. */
void replace_show(const struct replacement *whole, const struct facts_diff *diff,
		struct result *out);
/* False: COUNT_NEEDED or COUNT_WRONG where more than a tenth of the active people or
 * the projects go and their number (out->confirm) was not typed, YES_NEEDED, or
 * STALE where it is not the plan that was shown (opts->plan). */
bool replace_sure(const struct replacement *whole, const struct facts_diff *diff,
		struct result *out, struct error *err) MUST_CHECK;

#endif
