/* connection_copy.c: copy a password or key of a connection: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_connection_copy = {
	.noun = "connection", .verb = "copy",
	.summary = "Copy a password or key of a connection without showing it",
	.help = "In the console, for Admins who hold a key of the vault: into the "
		"clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.",
	.example = "connection copy \"Orders replica\" --field password",
	.synonyms = "clipboard value paste yank password",
	.on = "connection",
	.key = "y",
	.params = {
		PARAM_OPENED("connection", "Connection"), PARAM_OPENED_OF, PARAM_OPENED_FIELD,
		PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_copy,
};
