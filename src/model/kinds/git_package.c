/* git_package.c: a privately hosted package to install (A16-A40). */
#include "model/kind.h"

static const char *const ref_kinds[] = { "branch", "tag", "commit", NULL };

static const struct kind_field fields[] = {
	{ "provider", "Provider", false, true, NULL },
	{ "repository", "Repository", false, true, NULL },
	{ "ref", "Ref", false, true, NULL },
	{ "ref_kind", "Branch, tag or commit", false, true, ref_kinds },
	{ "install_commands", "Install commands", false, true, NULL },
	{ NULL, NULL, false, false, NULL }
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
