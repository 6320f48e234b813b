/* opened_value.h: a value that is kept in the vault, for who may have it: found, opened,
 * and handed over once the event of it is written (SECURITY 4). */
#ifndef ACTION_WORKSPACE_OPENED_VALUE_H
#define ACTION_WORKSPACE_OPENED_VALUE_H

#include "action/core/action.h"

/* To be `run` of an action, whose noun says what has the value (of a kind of asset, a
 * provider, a token) and names its first parameter; also by "project" and "field", where
 * they are among its parameters.  To Admins only.  Nothing is handed over
 * where it fails.  Shown: where somebody sees it, and into a pipe only with --yes. */
bool opened_value_reveal(const struct action *self, struct app *app, const struct args *args,
			 struct result *out, struct error *err) MUST_CHECK;
/* Into the clipboard of one's own terminal, without showing it. */
bool opened_value_copy(const struct action *self, struct app *app, const struct args *args,
		       struct result *out, struct error *err) MUST_CHECK;

#define PARAM_OPENED(name_, label_) \
	{ .name = name_, .label = label_, .type = PARAM_ASSET, .help = "id or name", \
	  .required = true }
#define PARAM_OPENED_OF \
	{ .name = "project", .label = "Project", .type = PARAM_PROJECT, .option = true, \
	  .help = "one that this project has of its own" }
#define PARAM_OPENED_FIELD \
	{ .name = "field", .label = "Field", .type = PARAM_TEXT, .option = true, \
	  .help = "which value, as \"password\"; where only one is kept, that one" }
#define PARAM_OPENED_WORDS \
	PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read")

#endif
