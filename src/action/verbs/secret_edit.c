/* secret_edit.c: change a secret, not its value. */
#include "action/asset/asset_write.h"

const struct action action_secret_edit = {
	.noun = "secret", .verb = "edit",
	.summary = "Edit a secret",
	.help = "For Admins, from the Professional plan up; with --project for "
		"whoever can edit the project that has it. Code uses a secret "
		"by its name: a new name must be changed there, too.",
	.example = "secret edit STRIPE_KEY --name STRIPE_LIVE_KEY",
	.synonyms = "change rename",
	.key = "e",
	.on = "secret",
	.params = {
		ASSET_PARAM_ASSET("Secret"),
		ASSET_PARAM_NEW_NAME,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES,
	.plan = asset_edit_plan,
};
