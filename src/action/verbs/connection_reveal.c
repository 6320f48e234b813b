/* connection_reveal.c: show a password or key of a connection: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_connection_reveal = {
	.noun = "connection", .verb = "reveal",
	.summary = "Show a password or key of a connection",
	.help = "For Admins who hold a key of the vault; an event says so before it is "
		"shown.  Into a pipe or a file only with --yes.",
	.example = "connection reveal \"Orders replica\" --field password",
	.synonyms = "value show open password key",
	.on = "connection",
	.key = "x",
	.params = {
		PARAM_OPENED("connection", "Connection"), PARAM_OPENED_OF, PARAM_OPENED_FIELD,
		PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_reveal,
};
