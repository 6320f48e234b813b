/* files_verify.c: is the bucket reached, and may the keys do what they must?
 * (INTERFACES 6) */
#include "action/check/check_verb.h"
#include "action/check/check_which.h"
#include "action/vault/vault_input.h"

const struct action action_files_verify = {
	.noun = "files", .verb = "verify",
	.summary = "Verify a file integration",
	.help = "Connects, finds the bucket's region, and tries ListBucket and GetObject; "
		"PutObject only with writeback on, with an object of its own that is "
		"taken away again. A missing right is named, with the policy to paste. "
		"The last result is kept. Amazon S3 is checked; the others are passed "
		"over (no-driver). The exit status is 7 where one failed; with --all 1 "
		"where one failed that was good at its last check.",
	.example = "files verify \"S3 lake\"",
	.synonyms = "check test try reach bucket",
	.key = "T",
	.on = "files",
	.params = {
		{ .name = "files", .label = "Files",
		  .type = PARAM_ASSET, .help = "file integrations",
		  .many = true },
		CHECK_PARAMS,
	},
	.flags = ACTION_CHECK | ACTION_ADMIN | ACTION_ROWS,
	.run = check_verb_run,
};
