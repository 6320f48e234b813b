/* connection_create.c: a data connection, shared, or of one project. */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_connection_create = {
	.noun = "connection", .verb = "create",
	.summary = "Create a data connection",
	.help = "For Admins, from the Professional plan up. It is shared with "
		"Workspace unless --group or --nobody says otherwise. Each type "
		"has its fields: what is missing or wrong is named. No "
		"password or key is taken: the vault is not there in this "
		"version. With --project it belongs to this project alone: "
		"whoever can edit the project may make it, nobody else sees it, "
		"and nobody's level changes.",
	.example = "connection create \"Orders replica\" --type postgres "
		"--field host=db.acme.example --field database=orders "
		"--field username=reader",
	.synonyms = "new add make database source",
	.key = "n",
	.params = {
		ASSET_PARAM_NAME,
		{ .name = "type", .label = "Type", .type = PARAM_CHOICE,
		  .help = "what it connects to", .option = true,
		  .choices = connection_type_codes },
		ASSET_PARAM_FIELD,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_GROUP,
		ASSET_PARAM_NOBODY,
		ASSET_PARAM_DRAFT,
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES,
	.plan = asset_create_plan,
};
