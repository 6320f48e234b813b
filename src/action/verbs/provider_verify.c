/* provider_verify.c: does the sign-in of a Git provider hold, and what does it
 * reach? (INTERFACES 6) */
#include "action/check/check_verb.h"
#include "action/check/check_which.h"
#include "action/vault/vault_input.h"

const struct action action_provider_verify = {
	.noun = "provider", .verb = "verify",
	.summary = "Verify a Git provider",
	.help = "Connects, signs in, sees whose account it is and which repositories it "
		"reaches: step by step, with what is wrong, why, and who can mend it. "
		"The account is known by its number: another one than before, or one "
		"that another workspace here has, fails. Nothing is changed there, and "
		"the last result is kept. The exit status is 7 where one failed; with "
		"--all 1 where one failed that was good at its last check.",
	.example = "provider verify pr-github --timeout 10",
	.synonyms = "check test try reach sign-in",
	.key = "T",
	.on = "provider",
	.params = {
		{ .name = "provider", .label = "Provider",
		  .type = PARAM_PROVIDER, .help = "Git providers",
		  .many = true },
		CHECK_PARAMS,
	},
	.flags = ACTION_CHECK | ACTION_ADMIN | ACTION_ROWS,
	.run = check_verb_run,
};
