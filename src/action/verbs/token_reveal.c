/* token_reveal.c: show the value of an API token: as that of a secret. */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_token_reveal = {
	.noun = "token", .verb = "reveal",
	.summary = "Show the value of an API token",
	.help = "For Admins who hold a key of the vault, of a token that was registered with "
		"its value; an event says so before it is shown.  Into a pipe or a file only "
		"with --yes.",
	.example = "token reveal tk-nightly",
	.synonyms = "value show api key open",
	.on = "token",
	.key = "x",
	.params = {
		PARAM_THE_TOKEN("id or name"),
		PARAM_PASSPHRASE_FD("descriptor from which your passphrase is read"),
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_reveal,
};
