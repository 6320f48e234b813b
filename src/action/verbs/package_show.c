/* package_show.c: one shared Git package with its fields. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_show(self, app, args, out, err);
}

const struct action action_package_show = {
	.noun = "package", .verb = "show",
	.summary = "Show a shared Git package with its fields",
	.help = "Never a secret value.",
	.example = "package show a-mlu",
	.on = "package",
	.params = ASSET_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
