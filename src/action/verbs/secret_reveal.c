/* secret_reveal.c: show the value of a secret: to Admins, and not before the event of it
 * is written (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_secret_reveal = {
	.noun = "secret", .verb = "reveal",
	.summary = "Show the value of a secret",
	.help = "For Admins who hold a key of the vault; an event says so before it is "
		"shown. On a command line the value stands alone on standard output, and "
		"goes into a pipe or a file only with --yes.",
	.example = "secret reveal STRIPE_KEY",
	.synonyms = "value show password open",
	.on = "secret",
	.key = "x",
	.params = {
		PARAM_OPENED("secret", "Secret"), PARAM_OPENED_OF, PARAM_OPENED_WORDS,
	},
	.flags = ACTION_VAULT,
	.run = opened_value_reveal,
};
