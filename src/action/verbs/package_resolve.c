/* package_resolve.c: which commit is it now, and can it be fetched?
 * (INTERFACES 6) */
#include "action/check/check_verb.h"
#include "action/check/check_which.h"
#include "action/vault/vault_input.h"

const struct action action_package_resolve = {
	.noun = "package", .verb = "resolve",
	.summary = "Resolve a Git package",
	.help = "Signs in at its Git provider, looks the branch, tag or commit up, and "
		"makes sure that the package can be fetched. A branch floats; a tag "
		"that stands on another commit than when it was set has moved, which "
		"is a warning. Install commands are never run. The exit status is 7 "
		"where one failed; with --all 1 where one failed that was good at its "
		"last check.",
	.example = "package resolve ml-utils",
	.synonyms = "check test verify ref commit",
	.key = "T",
	.on = "package",
	.params = {
		{ .name = "package", .label = "Package",
		  .type = PARAM_ASSET, .help = "Git packages",
		  .many = true },
		CHECK_PARAMS,
	},
	.flags = ACTION_CHECK | ACTION_ADMIN | ACTION_ROWS,
	.run = check_verb_run,
};
