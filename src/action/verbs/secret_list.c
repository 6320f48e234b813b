/* secret_list.c: the shared secrets. */
#include "action/asset/asset_read.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	return asset_read_list(self, app, args, out, err);
}

const struct action action_secret_list = {
	.noun = "secret", .verb = "list",
	.summary = "List the shared secrets",
	.example = "secret list",
	.params = ASSET_LIST_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
