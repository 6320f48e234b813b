/* files_list.c: the shared file integrations. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_list(self, app, args, out, err);
}

const struct action action_files_list = {
	.noun = "files", .verb = "list",
	.summary = "List the shared file integrations",
	.example = "files list",
	.flags = ACTION_ROWS,
	.run = run,
};
