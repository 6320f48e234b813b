/* provider_copy.c: copy a token or key of a Git provider: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_provider_copy = {
	.noun = "provider", .verb = "copy",
	.summary = "Copy a token or key of a Git provider without showing it",
	.help = "In the console, for Admins who hold a key of the vault: into the "
		"clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.",
	.example = "provider copy \"acme\"",
	.synonyms = "clipboard value paste yank",
	.on = "provider",
	.key = "y",
	.params = {
		PARAM_THE_PROVIDER("id or name"), PARAM_OPENED_FIELD, PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_copy,
};
