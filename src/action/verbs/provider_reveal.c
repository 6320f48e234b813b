/* provider_reveal.c: show a token or key of a Git provider: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_provider_reveal = {
	.noun = "provider", .verb = "reveal",
	.summary = "Show a token or key of a Git provider",
	.help = "For Admins who hold a key of the vault; an event says so before it is "
		"shown.  Into a pipe or a file only with --yes.",
	.example = "provider reveal \"acme\"",
	.synonyms = "value show open key token",
	.on = "provider",
	.key = "x",
	.params = {
		PARAM_THE_PROVIDER("id or name"), PARAM_OPENED_FIELD, PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_reveal,
};
