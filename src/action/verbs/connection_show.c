/* connection_show.c: one shared data connection with its fields. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_show(self, app, args, out, err);
}

const struct action action_connection_show = {
	.noun = "connection", .verb = "show",
	.summary = "Show a shared data connection with its fields",
	.help = "Never a secret value. With --project: one that the project has "
		"of its own.",
	.example = "connection show a-snow",
	.on = "connection",
	.params = ASSET_OWN_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
