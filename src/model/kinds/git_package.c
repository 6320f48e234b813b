/* git_package.c: a privately hosted package to install (A16-A40). */
#include "model/kind_types.h"

const char *const package_ref_kinds[] = { "branch", "tag", "commit", NULL };

static const struct kind_field fields[] = {
	{ .name = "provider", .label = "Provider", .top = true },
	{ .name = "repository", .label = "Repository", .top = true },
	{ .name = "ref", .label = "Ref", .top = true },
	{ .name = "ref_kind", .label = "Branch, tag or commit",
	  .top = true, .choices = package_ref_kinds },
	{ .name = "install_commands", .label = "Install commands",
	  .top = true, .form = FIELD_LINES },
	{ .name = NULL }
};

static const struct kind_need needs[] = {
	{ .field = "provider", .required = true },
	{ .field = "repository", .required = true },
	{ .field = "ref_kind", .required = true, .initial = "branch" },
	{ .field = "ref", .required = true, .initial = "main" },
	{ .field = "install_commands" },
	{ .field = NULL }
};

static const struct kind_type forms[] = {
	{ .code = "", .label = "Git package", .needs = needs },
	{ .code = NULL }
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
	.forms = forms,
};
