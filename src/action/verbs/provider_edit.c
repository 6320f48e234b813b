/* provider_edit.c: change what is said of a Git provider. */
#include "action/asset/provider_write.h"
#include "action/check/check_which.h"
#include "action/core/action.h"
#include "action/asset/asset_values.h"

const struct action action_provider_edit = {
	.noun = "provider", .verb = "edit",
	.summary = "Edit a Git provider",
	.help = "For Admins. Say approved once an administrator of the repositories "
		"has approved the access on the other side.",
	.example = "provider edit pr-github --approval approved",
	.synonyms = "change rename approve approval",
	.key = "e",
	.on = "provider",
	.params = {
		PARAM_THE_PROVIDER("id or name"),
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .option = true, .help = "another name" },
		{ .name = "auth", .label = "Sign in with", .type = PARAM_CHOICE,
		  .choices = provider_auths, .option = true,
		  .help = "how to sign in there" },
		{ .name = "approval", .label = "Repository admin",
		  .type = PARAM_CHOICE, .choices = provider_approvals,
		  .option = true, .help = "has an administrator of the "
		  "repositories approved the access?" },
		{ .name = "field", .label = "Fields", .type = PARAM_TEXT,
		  .option = true, .many = true,
		  .help = "KEY=VALUE, as account=acme; KEY= takes it out "
		  "(repeatable)" },
		PARAM_VALUE_FD, PARAM_ASK_VALUE, PARAM_VALUE_PASSPHRASE,
		{ .name = "draft", .label = "Unchecked", .type = PARAM_FLAG,
		  .option = true, .typed = true, .help = "save it without a check" },
		PARAM_CHECK_TIMEOUT,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = provider_edit_plan,
};
