/* token_copy.c: copy the value of an API token: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_token_copy = {
	.noun = "token", .verb = "copy",
	.summary = "Copy the value of an API token without showing it",
	.help = "In the console, for Admins who hold a key of the vault: into the "
		"clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.",
	.example = "token copy tk-nightly",
	.synonyms = "clipboard value paste yank",
	.on = "token",
	.key = "y",
	.params = {
		PARAM_THE_TOKEN("id or name"), PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_copy,
};
