/* provider_disconnect.c: a Git provider goes; its packages stay without one. */
#include "action/asset/provider_write.h"
#include "action/core/action.h"

const struct action action_provider_disconnect = {
	.noun = "provider", .verb = "disconnect",
	.summary = "Disconnect a Git provider",
	.form = { .title = "Disconnect" },
	.help = "For Admins, on every plan. Its packages stay, and restrict as they "
		"did, but no kernel can fetch them any more: they are named first. "
		"The account is free for another workspace then.",
	.example = "provider disconnect pr-gitlab",
	.synonyms = "remove delete drop git",
	.key = "d",
	.on = "provider",
	.params = { PARAM_THE_PROVIDER("id or name") },
	.flags = ACTION_WRITES | ACTION_ADMIN | ACTION_IRREVERSIBLE,
	.plan = provider_disconnect_plan,
};
