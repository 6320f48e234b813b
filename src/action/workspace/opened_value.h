/* opened_value.h: the value of a secret, or of an API token, for who may have it: found, opened, and handed
 * over once the event of it is written (SECURITY 4). */
#ifndef ACTION_WORKSPACE_OPENED_VALUE_H
#define ACTION_WORKSPACE_OPENED_VALUE_H

#include "action/core/action.h"

struct opened_value {
	const char *deed;		/* "Revealed": for the event */
	/* May it be handed over?  name: of the secret. */
	bool (*ready)(const struct app *app, const char *name, struct error *err);
	bool (*hand)(const struct secret_face *face, const char *name, const char *value,
		     size_t n);
	const char *name;		/* of the one that was opened; the result's */
};

/* For secret reveal and its like: is anybody there to see it, and may it go into a
 * pipe? */
bool opened_value_eyes(const struct app *app, const char *name, struct error *err);
bool opened_value_show(const struct secret_face *face, const char *name, const char *value,
		       size_t n);
/* Of the arguments "secret" and "project", or "token".  Nothing is handed over where it fails. */
bool opened_value(const struct action *self, struct app *app, const struct args *args,
		  struct opened_value *how, struct result *out, struct error *err) MUST_CHECK;

#define PARAMS_OPENED_VALUE \
	{ .name = "secret", .label = "Secret", .type = PARAM_ASSET, .help = "id or name", \
	  .required = true }, \
	{ .name = "project", .label = "Project", .type = PARAM_PROJECT, .option = true, \
	  .help = "one that this project has of its own" }, \
	PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read")

#endif
