/* package_list.c: the shared Git packages. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_list(self, app, args, out, err);
}

const struct action action_package_list = {
	.noun = "package", .verb = "list",
	.summary = "List the shared Git packages",
	.example = "package list",
	.flags = ACTION_ROWS,
	.run = run,
};
