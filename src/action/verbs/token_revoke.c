/* token_revoke.c: note that an API token is revoked. */
#include "action/asset/token_write.h"
#include "action/core/action.h"

const struct action action_token_revoke = {
	.noun = "token", .verb = "revoke",
	.summary = "Mark an API token as revoked",
	.form = { .title = "Revoke" },
	.help = "For Admins. This only notes it: the token is revoked in Hex, where it was "
		"made. It stays in the list.",
	.example = "token revoke tk-nightly",
	.synonyms = "remove delete drop end api key",
	.key = "d",
	.on = "token",
	.params = { PARAM_THE_TOKEN("id or name") },
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = token_revoke_plan,
};
