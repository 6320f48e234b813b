/* package_add.c: a Git package of a connected provider (A35). */
#include "action/asset/asset_write.h"
#include "model/kind_types.h"

const struct action action_package_add = {
	.noun = "package", .verb = "add",
	.summary = "Add a Git package",
	.help = "For Admins, from the Team plan up; packages of GitHub "
		"Enterprise Server need Enterprise. Editors with access can "
		"import it into their projects, where it is installed at each "
		"start of the kernel. It is shared with Workspace unless "
		"--group or --nobody says otherwise.",
	.example = "package add ml-utils --provider pr-github "
		"--repository acme/ml-utils --ref main",
	.synonyms = "new create make repository python install",
	.key = "n",
	.params = {
		ASSET_PARAM_NAME,
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
		ASSET_PARAM_GROUP,
		ASSET_PARAM_NOBODY,
	},
	.flags = ACTION_WRITES | ACTION_ADMIN,
	.plan = asset_create_plan,
};
