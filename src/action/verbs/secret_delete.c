/* secret_delete.c: a secret goes, from all projects. */
#include "action/asset/asset_write.h"

const struct action action_secret_delete = {
	.noun = "secret", .verb = "delete",
	.summary = "Delete a secret",
	.help = "It is removed from all projects that import it, and this "
		"cannot be undone. Whom only this secret held at Can View can "
		"edit again. With --project: one that the project has of its "
		"own.",
	.example = "secret delete STRIPE_KEY",
	.synonyms = "remove destroy drop",
	.key = "d",
	.on = "secret",
	.params = {
		ASSET_PARAM_ASSET("Secret"),
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES | ACTION_IRREVERSIBLE,
	.plan = asset_delete_plan,
};
