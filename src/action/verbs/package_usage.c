/* package_usage.c: the projects that imported a shared Git package (A04). */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_usage(self, app, args, out, err);
}

const struct action action_package_usage = {
	.noun = "package", .verb = "usage",
	.summary = "List the projects that imported a shared Git package",
	.help = "Also how many people it holds at Can View in each.",
	.example = "package usage a-mlu",
	.synonyms = "imports projects where used",
	.on = "package",
	.params = ASSET_PARAMS,
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
