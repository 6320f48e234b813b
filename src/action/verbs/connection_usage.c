/* connection_usage.c: the projects that imported a shared data connection (A04). */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_usage(self, app, args, out, err);
}

const struct action action_connection_usage = {
	.noun = "connection", .verb = "usage",
	.summary = "List the projects that imported a shared data connection",
	.help = "Also how many people it holds at Can View in each.",
	.example = "connection usage a-snow",
	.synonyms = "imports projects where used",
	.on = "connection",
	.params = ASSET_PARAMS,
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
