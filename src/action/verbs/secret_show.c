/* secret_show.c: one shared secret with its fields. */
#include "action/asset_read.h"

extern const struct action action_secret_show;

static bool run(struct app *app, const struct args *args, struct result *out,
		struct error *err)
{
	return asset_read_show(&action_secret_show, app, args, out, err);
}

const struct action action_secret_show = {
	.noun = "secret", .verb = "show",
	.summary = "Show a shared secret with its fields",
	.help = "Never a secret value.",
	.example = "secret show a-key",
	.on = "secret",
	.params = ASSET_PARAMS,
	.flags = ACTION_ROWS,
	.run = run,
};
