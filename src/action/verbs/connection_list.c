/* connection_list.c: the shared data connections. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_list(self, app, args, out, err);
}

const struct action action_connection_list = {
	.noun = "connection", .verb = "list",
	.summary = "List the shared data connections",
	.example = "connection list",
	.params = ASSET_LIST_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
