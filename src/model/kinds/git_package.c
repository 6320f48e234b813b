/* git_package.c: a privately hosted package to install (A16-A40). */
#include "model/kind.h"

static const char *const ref_kinds[] = { "branch", "tag", "commit", NULL };

static const struct kind_field fields[] = {
	{ .name = "provider", .label = "Provider", .top = true,
	  .option = "id or name of a Git provider" },
	{ .name = "repository", .label = "Repository", .top = true,
	  .option = "owner and name, as acme/ml-utils" },
	{ .name = "ref", .label = "Ref", .top = true,
	  .option = "the branch, the tag, or the SHA of the commit" },
	{ .name = "ref_kind", .label = "Branch, tag or commit",
	  .top = true, .choices = ref_kinds,
	  .option = "a branch floats; a tag or a commit pins" },
	{ .name = "install_commands", .label = "Install commands",
	  .top = true, .form = FIELD_LINES,
	  .option = "a command, as pip install . (repeatable); none: the "
		"whole repository is zipped and downloaded" },
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
	.one = "package",
	.title = "Git package",
	.argument = "Package",
	.plural = "Git packages",
	.about = "Git packages",
	.home = "Settings > Integrations > Git package import",
	.plan = PLAN_TEAM,
	.fields = fields,
	.forms = forms,
	.sample = "a-mlu",
	.words = {
		[KIND_ACCESS] = { .example = "ml-utils --add \"Data Team\"" },
		[KIND_CREATE] = { .verb = "add",
			.lead = "; packages of GitHub Enterprise Server need "
			"Enterprise. Editors with access can import it into "
			"their projects, where it is installed at each start of "
			"the kernel.", .synonyms = "repository python install",
			.example = "ml-utils --provider pr-github "
			"--repository acme/ml-utils --ref main" },
		[KIND_EDIT] = { .example = "ml-utils --ref-kind tag --ref v2.4.0",
			.help = "Projects take the new ref at the next start of "
			"their kernel.", .synonyms = "ref branch tag commit pin" },
		[KIND_DELETE] = { .help = "The repository stays as it is." },
	},
};
