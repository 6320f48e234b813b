/* files_reveal.c: show a key of a file integration: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_files_reveal = {
	.noun = "files", .verb = "reveal",
	.summary = "Show a key of a file integration",
	.help = "For Admins who hold a key of the vault; an event says so before it is "
		"shown.  Into a pipe or a file only with --yes.",
	.example = "files reveal \"Exports\"",
	.synonyms = "value show open key token",
	.on = "files",
	.key = "x",
	.params = {
		PARAM_OPENED("files", "File integration"), PARAM_OPENED_FIELD,
		PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_reveal,
};
