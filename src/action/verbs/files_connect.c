/* files_connect.c: a bucket or drive to import files from (A42). */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_files_connect = {
	.noun = "files", .verb = "connect",
	.summary = "Connect a file integration",
	.help = "For Admins, from the Professional plan up. Amazon S3 needs "
		"ListBucket and GetObject, and PutObject where writeback is on. "
		"It is shared with Workspace unless --group or --nobody says "
		"otherwise. No key is taken: the vault is not there in this "
		"version.",
	.example = "files connect \"S3 lake\" --type s3 "
		"--field bucket=acme-lake --field region=eu-central-1 "
		"--field access_key_id=AKIA1",
	.synonyms = "new create add make bucket storage drive",
	.key = "n",
	.params = {
		ASSET_PARAM_NAME,
		{ .name = "type", .label = "Type", .type = PARAM_CHOICE,
		  .help = "what it connects to", .option = true,
		  .choices = file_type_codes },
		ASSET_PARAM_FIELD,
		ASSET_PARAM_DESCRIPTION,
		ASSET_PARAM_GROUP,
		ASSET_PARAM_NOBODY,
		ASSET_PARAM_DRAFT,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = asset_create_plan,
};
