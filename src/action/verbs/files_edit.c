/* files_edit.c: change a file integration. */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_files_edit = {
	.noun = "files", .verb = "edit",
	.summary = "Edit a file integration",
	.help = "For Admins, from the Professional plan up. Only a draft "
		"changes its type. Writeback lets people with Can Edit export "
		"into the bucket.",
	.example = "files edit \"S3 lake\" --field writeback=on",
	.synonyms = "change rename bucket writeback",
	.key = "e",
	.on = "files",
	.params = {
		ASSET_PARAM_ASSET("File integration"),
		ASSET_PARAM_NEW_NAME,
		{ .name = "type", .label = "Type", .type = PARAM_CHOICE,
		  .help = "what it connects to", .option = true,
		  .choices = file_type_codes },
		ASSET_PARAM_FIELD,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_DRAFT,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = asset_edit_plan,
};
