/* value_history.h: the values of the vault as rows, text and JSON: how old each is, who
 * can open it, who did. */
#ifndef ACTION_WORKSPACE_VALUE_HISTORY_H
#define ACTION_WORKSPACE_VALUE_HISTORY_H

#include "action/core/action.h"

bool value_history_rows(struct app *app, struct result *out, struct error *err) MUST_CHECK;

#endif
