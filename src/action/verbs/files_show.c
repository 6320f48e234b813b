/* files_show.c: one shared file integration with its fields. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_show(self, app, args, out, err);
}

const struct action action_files_show = {
	.noun = "files", .verb = "show",
	.summary = "Show a shared file integration with its fields",
	.help = "Never a secret value.",
	.example = "files show a-s3",
	.on = "files",
	.params = ASSET_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
