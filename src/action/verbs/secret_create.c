/* secret_create.c: a secret, shared, or of one project. */
#include "action/asset/asset_write.h"

const struct action action_secret_create = {
	.noun = "secret", .verb = "create",
	.summary = "Create a secret",
	.help = "For Admins, from the Professional plan up. It is shared with "
		"Workspace unless --group or --nobody says otherwise. It has no "
		"value yet: the vault is not there in this version. With "
		"--project it belongs to this project alone: whoever can edit "
		"the project may make it, nobody else sees it, and nobody's "
		"level changes.",
	.example = "secret create STRIPE_KEY --group Finance",
	.synonyms = "new add make key token variable",
	.key = "n",
	.params = {
		ASSET_PARAM_NAME,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_GROUP,
		ASSET_PARAM_NOBODY,
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES,
	.plan = asset_create_plan,
};
