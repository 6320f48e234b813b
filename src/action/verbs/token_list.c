/* token_list.c: the API tokens registered here. */
#include "action/core/action.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	(void)self;
	(void)app;
	(void)args;
	(void)err;
	result_columns(out, 4, "id", "ID", CELL_CODE,
		       "owner", "OWNER", CELL_CODE,
		       "prefix", "PREFIX", CELL_CODE,
		       "expiry", "EXPIRY", CELL_CODE);
	return true;
}

const struct action action_token_list = {
	.noun = "token", .verb = "list",
	.summary = "List the API tokens registered here",
	.help = "This build registers none yet, so that the list is empty.",
	.example = "token list",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
