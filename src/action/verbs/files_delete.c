/* files_delete.c: a file integration goes, from all projects. */
#include "action/asset/asset_write.h"

const struct action action_files_delete = {
	.noun = "files", .verb = "delete",
	.summary = "Delete a file integration",
	.help = "It is removed from all projects that import it, and this "
		"cannot be undone. Whom only this integration held at Can View "
		"can edit again. The files in it stay.",
	.example = "files delete \"S3 lake\"",
	.synonyms = "remove destroy drop disconnect",
	.key = "d",
	.on = "files",
	.params = {
		ASSET_PARAM_ASSET("File integration"),
	},
	.flags = ACTION_WRITES | ACTION_IRREVERSIBLE | ACTION_ADMIN,
	.plan = asset_delete_plan,
};
