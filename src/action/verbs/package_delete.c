/* package_delete.c: a Git package goes, from all projects. */
#include "action/asset/asset_write.h"

const struct action action_package_delete = {
	.noun = "package", .verb = "delete",
	.summary = "Delete a Git package",
	.help = "It is removed from all projects that import it, and this "
		"cannot be undone. Whom only this package held at Can View can "
		"edit again. The repository stays as it is.",
	.example = "package delete ml-utils",
	.synonyms = "remove destroy drop",
	.key = "d",
	.on = "package",
	.params = {
		ASSET_PARAM_ASSET("Package"),
	},
	.flags = ACTION_WRITES | ACTION_IRREVERSIBLE | ACTION_ADMIN,
	.plan = asset_delete_plan,
};
