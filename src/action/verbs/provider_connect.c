/* provider_connect.c: connect a Git provider for packages. */
#include "action/asset/provider_write.h"
#include "action/check/check_which.h"
#include "action/core/action.h"
#include "action/asset/asset_values.h"

const struct action action_provider_connect = {
	.noun = "provider", .verb = "connect",
	.summary = "Connect a Git provider",
	.help = "For Admins, from the Team plan up; GitHub Enterprise Server needs "
		"Enterprise. A workspace has one GitHub account and one GitLab "
		"account, and such an account one workspace. Fields: github "
		"account, client_id, app_id; github_enterprise url, organization, client_id, "
		"ca_file; gitlab group, client_id; bitbucket workspace_id, username, email. "
		"With a device code (--auth device and a client_id) it shows the code and an "
		"address and waits; x or ^C gives up. What was saved is verified at once, and "
		"stays saved whatever comes of that; --draft asks nobody. "
		"Secrets (client_secret, token, app_password, ...) go into the "
		"vault.",
	.example = "provider connect github --field account=acme",
	.synonyms = "git github gitlab bitbucket account new add",
	.params = {
		{ .name = "type", .label = "Type", .help = "which provider",
		  .type = PARAM_CHOICE, .choices = provider_codes,
		  .required = true },
		{ .name = "name", .label = "Name", .type = PARAM_NAME,
		  .option = true, .help = "what it is called; the account's, "
		  "unless said" },
		{ .name = "auth", .label = "Sign in with", .type = PARAM_CHOICE,
		  .choices = provider_auths, .option = true,
		  .help = "how to sign in there" },
		{ .name = "approval", .label = "Repository admin",
		  .type = PARAM_CHOICE, .choices = provider_approvals,
		  .option = true, .help = "has an administrator of the "
		  "repositories approved the access?" },
		{ .name = "field", .label = "Fields", .type = PARAM_TEXT,
		  .option = true, .many = true,
		  .help = "KEY=VALUE, as account=acme (repeatable)" },
		PARAM_VALUE_FD, PARAM_ASK_VALUE, PARAM_VALUE_PASSPHRASE,
		{ .name = "draft", .label = "Unchecked", .type = PARAM_FLAG,
		  .option = true, .typed = true, .help = "save it without a check" },
		PARAM_CHECK_TIMEOUT,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = provider_connect_plan,
};
