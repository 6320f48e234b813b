/* setup.h: the first use, on a terminal. */
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "action/core/action.h"

/* Ask for the name, the plan and the first Admin, and make the workspace at
 * app->store_path.  ERROR_INVALID where nothing was answered. */
bool setup_workspace(struct app *app, struct error *err) MUST_CHECK;

#endif
