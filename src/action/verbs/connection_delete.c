/* connection_delete.c: a data connection goes, from all projects. */
#include "action/asset/asset_write.h"

const struct action action_connection_delete = {
	.noun = "connection", .verb = "delete",
	.summary = "Delete a data connection",
	.help = "It is removed from all projects that import it, and this "
		"cannot be undone. Whom only this connection held at Can View "
		"can edit again. With --project: one that the project has of "
		"its own.",
	.example = "connection delete \"Orders replica\"",
	.synonyms = "remove destroy drop",
	.key = "d",
	.on = "connection",
	.params = {
		ASSET_PARAM_ASSET("Connection"),
		ASSET_PARAM_OWN,
	},
	.flags = ACTION_WRITES | ACTION_IRREVERSIBLE,
	.plan = asset_delete_plan,
};
