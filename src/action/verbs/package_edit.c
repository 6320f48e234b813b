/* package_edit.c: change a Git package. */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_package_edit = {
	.noun = "package", .verb = "edit",
	.summary = "Edit a Git package",
	.help = "For Admins, from the Team plan up. Projects take the new ref "
		"at the next start of their kernel.",
	.example = "package edit ml-utils --ref-kind tag --ref v2.4.0",
	.synonyms = "change rename ref branch tag commit pin",
	.key = "e",
	.on = "package",
	.params = {
		ASSET_PARAM_ASSET("Package"),
		ASSET_PARAM_NEW_NAME,
		{ .name = "provider", .label = "Provider", .type = PARAM_NAME,
		  .help = "id or name of a Git provider", .option = true },
		{ .name = "repository", .label = "Repository", .type = PARAM_TEXT,
		  .help = "owner and name, as acme/ml-utils", .option = true },
		{ .name = "ref-kind", .label = "Branch, tag or commit",
		  .type = PARAM_CHOICE, .option = true,
		  .choices = package_ref_kinds,
		  .help = "a branch floats; a tag or a commit pins" },
		{ .name = "ref", .label = "Ref", .type = PARAM_TEXT,
		  .help = "the branch, the tag, or the SHA of the commit",
		  .option = true },
		{ .name = "install-commands", .label = "Install commands",
		  .type = PARAM_TEXT, .option = true, .many = true,
		  .help = "a command, as pip install . (repeatable); none: the "
			  "whole repository is zipped and downloaded" },
		ASSET_PARAM_DESCRIPTION,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = asset_edit_plan,
};
