/* git_package.c: a privately hosted package to install (A16-A40). */
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "model/value_web.h"

static const char *const ref_kinds[] = { "branch", "tag", "commit", NULL };

static bool floats(const char *ref_kind)
{
	return !ref_kind || strcmp(ref_kind, "branch") == 0;
}

static const char *note_of_ref_kind(const char *value)
{
	return floats(value) ? "floats" : "pinned";
}

/* "main floats, acme/ml-utils": what matters most stands where it is not cut. */
static const char *detail(const char *config, struct arena *arena)
{
	const char *repository = config_get(config, "repository", arena);
	const char *ref = config_get(config, "ref", arena);
	const char *kind = config_get(config, "ref_kind", arena);

	return !repository ? "" : arena_printf(arena, "%.12s%s%s%s%s",
		ref ? ref : "", ref && kind ? " " : "",
		kind ? note_of_ref_kind(kind) : "", ref || kind ? ", " : "",
		repository);
}

static const char *in_project(const char *config, struct arena *arena)
{
	const char *ref = config_get(config, "ref", arena);
	const char *kind = config_get(config, "ref_kind", arena);

	return !ref || !kind ? "" : arena_printf(arena, "; %s %.12s%s; installed "
		"at kernel start", kind, ref, floats(kind) ? " floats" : "");
}

/* A36: a commit pins by its SHA; names of branches and tags have no blanks. */
static bool ref_good(const char *config, struct arena *arena, struct error *err)
{
	const char *kind = config_get(config, "ref_kind", arena);
	const char *ref = config_get(config, "ref", arena);
	size_t n = ref ? strlen(ref) : 0;
	bool commit = kind && strcmp(kind, "commit") == 0;
	struct buf cut;

	if (!ref || (commit ? n >= 7 && n <= 64 &&
		     strspn(ref, "0123456789abcdefABCDEF") == n :
		     strcspn(ref, " ~^:?*[\\") == n))
		return true;
	buf_init(&cut, 4096);
	text_cut(&cut, ref, 60);
	error_set(err, ERROR_INVALID, "BAD_VALUE", commit ?
		  "\"%s\" is not the SHA of a commit" :
		  "\"%s\" is not the name of a branch or tag", buf_text(&cut));
	buf_release(&cut);
	error_field(err, "ref");
	return error_remedy(err, commit ? "7 to 64 hexadecimal digits" :
			    "for example main or v1.2.0");
}

static const char *note_of_install(const char *value)
{
	return value && *value ? "one command a line" :
		"empty: whole repo zipped and downloaded";
}

/* Does a line end within quotes, or with a backslash? */
static bool is_open(const char *line, size_t n)
{
	char quote = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (line[i] == '\\' && quote != '\'')
			i++;
		else if (quote ? line[i] == quote : line[i] == '\'' || line[i] == '"')
			quote = quote ? 0 : line[i];
	}
	return quote || i > n;
}

/* Commands are kept as they are and never run here: what a shell would stumble over. */
static const char *doubt_commands(const char *config, struct arena *arena)
{
	const char *at = config_get(config, "install_commands", arena);
	size_t n, line = 1;

	for (; at && *at; at += n + (at[n] == '\n'), line++) {
		n = strcspn(at, "\n");
		if (is_open(at, n))
			return arena_printf(arena, "install command %zu ends within quotes or "
					    "with a backslash, and each line is a command of "
					    "its own. Is it whole?", line);
	}
	return NULL;
}

/* A tag that has the name of a branch, a branch that looks like a commit. */
static const char *doubt_ref(const char *config, struct arena *arena)
{
	static const char *const branches[] = { "main", "master", "HEAD", "trunk",
		"develop", "dev", "latest" };
	const char *kind = config_get(config, "ref_kind", arena);
	const char *ref = config_get(config, "ref", arena);
	size_t n = ref ? strlen(ref) : 0, i;

	if (!ref || !kind)
		return NULL;
	for (i = 0; strcmp(kind, "tag") == 0 && i < COUNT_OF(branches); i++)
		if (strcasecmp(ref, branches[i]) == 0)
			return arena_printf(arena, "%s is named like a branch: a tag pins, "
					    "and stays where it is. Is it a tag?", ref);
	return strcmp(kind, "branch") == 0 && n == 40 &&
		strspn(ref, "0123456789abcdefABCDEF") == n ? "this looks like a commit: a "
		"branch floats. Is it a branch?" : NULL;
}

static const char *doubt(const char *config, struct arena *arena)
{
	const char *ref = doubt_ref(config, arena);

	return ref ? ref : doubt_commands(config, arena);
}

static const struct kind_field fields[] = {
	{ .name = "provider", .label = "Provider", .top = true,
	  .type = &value_provider,
	  .option = "id or name of a Git provider",
	  .help = "The Git provider that hosts the repository; the block Git package "
		"import lists those that are connected." },
	{ .name = "repository", .label = "Repository", .top = true,
	  .type = &value_repository,
	  .option = "owner and name, as acme/ml-utils",
	  .help = "Owner and name as the provider shows them: acme/ml-utils; of GitLab "
		"also acme/data/ml-utils. What there is can be listed below; a check after "
		"saving says whether a kernel can fetch it." },
	{ .name = "ref_kind", .label = "Branch, tag or commit",
	  .top = true, .choices = ref_kinds, .type = &value_choice,
	  .option = "a branch floats; a tag or a commit pins",
	  .note_of = note_of_ref_kind,
	  .help = "A branch floats: each start of a kernel takes what it is "
		"then. A tag or the SHA of a commit pins." },
	{ .name = "ref", .label = "Ref", .top = true,
	  .option = "the branch, the tag, or the SHA of the commit",
	  .help = "The name of the branch or tag, or the SHA of the commit: 7 to 64 "
		"hexadecimal digits." },
	{ .name = "install_commands", .label = "Install commands",
	  .top = true, .type = &value_lines,
	  .option = "a command, as pip install . (repeatable); none: the "
		"whole repository is zipped and downloaded",
	  .head = "Installed at each start of a kernel, which it may slow; a custom image "
		"is the other way. Optional commands do it, as pip install ./",
	  .note_of = note_of_install,
	  .help = "Optional. Run from the root of the repository at each start of the "
		"kernel, as pip install ./ or uv pip install . ; one command a "
		"line, Enter begins the next. Empty: the whole repository is zipped and downloaded. "
		"Packages may make the start of a kernel slower." },
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

static const struct kind_column columns[KIND_COLUMNS] = {
	{ "type", "PROVIDER", "provider", NULL },
	{ "repository", "REPOSITORY", "repository", NULL },
	{ "ref", "REF", "ref", NULL },
	{ "pinned", "PINNED", "ref_kind", "branch" },
};

static const char *const doubted[] = { "ref", "ref_kind", "install_commands", NULL };

static const struct kind_said said = {
	.making = "Add a package",
	.unverified = "whether the repository and its ref are there",
	.importing = "installed at each start of the kernel, which it may slow; a custom "
		"image is the other way",
	.who = "whoever has Can Edit on a project and access here can import it; each "
		"start of the kernel then installs it",
	.doubt = doubt, .doubted = doubted,
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
	.columns = columns,
	.good = ref_good,
	.detail = detail,
	.in_project = in_project,
	.said = &said,
	.sample = "a-mlu",
	.words = {
		[KIND_ACCESS] = { .example = "ml-utils --add \"Data Team\"" },
		[KIND_CREATE] = { .verb = "add",
			.lead = "; packages of GitHub Enterprise Server need "
			"Enterprise. Editors with access can import it into "
			"their projects, where it is installed at each start of "
			"the kernel.", .synonyms = "repository github gitlab bitbucket python install",
			.example = "ml-utils --provider pr-github "
			"--repository acme/ml-utils --ref main" },
		[KIND_EDIT] = { .example = "ml-utils --ref-kind tag --ref v2.4.0",
			.help = "Projects take the new ref at the next start of "
			"their kernel.", .synonyms = "ref branch tag commit pin" },
		[KIND_DELETE] = { .help = "The repository stays as it is." },
	},
};
