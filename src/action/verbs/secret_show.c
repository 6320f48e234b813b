/* secret_show.c: one shared secret with its fields. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_show(self, app, args, out, err);
}

const struct action action_secret_show = {
	.noun = "secret", .verb = "show",
	.summary = "Show a shared secret with its fields",
	.help = "Never the value itself, but who can see it: everybody with Can "
		"Edit or more on a project that imports it. With --project: one "
		"that the project has of its own.",
	.example = "secret show a-key",
	.on = "secret",
	.params = ASSET_OWN_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
