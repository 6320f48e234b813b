/* secret_copy.c: the value of a secret into the clipboard of one's own terminal, without
 * showing it: to Admins, after the event of it, and named for what it is (SECURITY 4). */
#include "action/vault/vault_input.h"
#include "action/workspace/opened_value.h"

const struct action action_secret_copy = {
	.noun = "secret", .verb = "copy",
	.summary = "Copy the value of a secret without showing it",
	.help = "In the console, for Admins who hold a key of the vault: the value goes to "
		"the clipboard of your terminal by OSC 52, which the terminal, and whatever "
		"stands between it and here, can read; an event says so before.  After 30 "
		"seconds the console offers to clear it.",
	.example = "secret copy STRIPE_KEY",
	.synonyms = "clipboard value paste yank",
	.on = "secret",
	.key = "y",
	.params = { PARAM_OPENED("secret", "Secret"), PARAM_OPENED_OF, PARAM_OPENED_WORDS },
	.flags = ACTION_VAULT,
	.run = opened_value_copy,
};
