/* files_copy.c: copy a key of a file integration: to Admins, after the event of it
 * (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_files_copy = {
	.noun = "files", .verb = "copy",
	.summary = "Copy a key of a file integration without showing it",
	.help = "In the console, for Admins who hold a key of the vault: into the "
		"clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.",
	.example = "files copy \"Exports\"",
	.synonyms = "clipboard value paste yank",
	.on = "files",
	.key = "y",
	.params = {
		PARAM_OPENED("files", "File integration"), PARAM_OPENED_FIELD,
		PARAM_OPENED_WORDS,
	},
	.flags = ACTION_ADMIN | ACTION_VAULT,
	.run = opened_value_copy,
};
