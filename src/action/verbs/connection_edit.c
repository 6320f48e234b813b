/* connection_edit.c: change a data connection. */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_connection_edit = {
	.noun = "connection", .verb = "edit",
	.summary = "Edit a data connection",
	.help = "For Admins, from the Professional plan up; with --project for "
		"whoever can edit the project that has it. Only a draft changes "
		"its type.",
	.example = "connection edit \"Orders replica\" --field port=5433",
	.synonyms = "change rename fields host",
	.key = "e",
	.on = "connection",
	.params = {
		ASSET_PARAM_ASSET("Connection"),
		ASSET_PARAM_NEW_NAME,
		{ .name = "type", .label = "Type", .type = PARAM_CHOICE,
		  .help = "what it connects to", .option = true,
		  .choices = connection_type_codes },
		ASSET_PARAM_FIELD,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_DRAFT,
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES,
	.plan = asset_edit_plan,
};
