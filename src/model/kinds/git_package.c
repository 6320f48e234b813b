/* git_package.c: a privately hosted package to install (A16-A40). */
#include "model/kind.h"

static const struct kind_field fields[] = {
	{ "provider", "Provider", false, true },
	{ "repository", "Repository", false, true },
	{ "ref", "Ref", false, true },
	{ "ref_kind", "Branch, tag or commit", false, true },
	{ "install_commands", "Install commands", false, true },
	{ NULL, NULL, false, false }
};

const struct asset_kind asset_kind_git_package = {
	.code = "git_package",
	.noun = "package",
	.label = "Git package",
	.title = "Git package",
	.plural = "Git packages",
	.home = "Settings > Integrations > Git package import",
	.plan = PLAN_TEAM,
	.fields = fields,
};
