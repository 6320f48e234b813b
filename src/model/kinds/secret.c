/* secret.c: a named value for use in code (A11-A15).  The value itself never
 * stands in facts or files. */
#include <string.h>

#include "base/attr.h"
#include "model/kind.h"

enum { SECRET_NAME_MAX = 64 };

static const char *const python_keywords[] = {
	"False", "None", "True", "and", "as", "assert", "async", "await",
	"break", "class", "continue", "def", "del", "elif", "else", "except",
	"finally", "for", "from", "global", "if", "import", "in", "is",
	"lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
	"while", "with", "yield"
};

static const struct kind_field fields[] = {
	{ .name = "value", .label = "Value", .secret = true, .top = true },
	{ .name = NULL }
};

static const struct kind_need needs[] = {
	{ .field = "value", .required = true },
	{ .field = NULL }
};

static const struct kind_type forms[] = {
	{ .code = "", .label = "Secret", .needs = needs },
	{ .code = NULL }
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* D19 */
static const char *name_fault(const char *name)
{
	size_t n = strlen(name);

	if (n == 0)
		return "a secret needs a name";
	if (!is_letter(name[0]))
		return "a secret's name starts with a letter or _";
	for (size_t i = 0; i < n; i++)
		if (!is_letter(name[i]) && !(name[i] >= '0' && name[i] <= '9'))
			return "a secret's name holds only letters, digits and _";
	if (n > SECRET_NAME_MAX)
		return "a secret's name has at most 64 characters";
	if (strncmp(name, "hex_", 4) == 0)
		return "names that start with hex_ are taken";
	for (size_t i = 0; i < COUNT_OF(python_keywords); i++)
		if (strcmp(name, python_keywords[i]) == 0)
			return "this is a keyword of Python";
	return NULL;
}

const struct asset_kind asset_kind_secret = {
	.code = "secret",
	.noun = "secret",
	.label = "secret",
	.one = "secret",
	.title = "Secret",
	.plural = "Secrets",
	.about = "shared secrets",
	.home = "Settings > Secrets",
	.plan = PLAN_PROFESSIONAL,
	.fields = fields,
	.forms = forms,
	.secret_name = true,
	.own = true,
	.name_fault = name_fault,
	.name_rule = "letters, digits and _ only, at most 64, "
		"for example STRIPE_KEY",
	.name_help = "Code uses a secret by its name: letters, digits and _, not "
		"beginning with a digit or with hex_.",
	.sample = "a-key",
	.words = {
		[KIND_SHOW] = { .lead = "Never the value itself, but who can see "
			"it: everybody with Can Edit or more on a project that "
			"imports it." },
		[KIND_ACCESS] = { .example = "STRIPE_KEY --add \"Data Team\" "
			"--remove workspace" },
		[KIND_CREATE] = { .example = "STRIPE_KEY --group Finance --value-fd 3",
			.help = "Its value comes from a descriptor or is asked for "
			"at the terminal, and goes into the vault.", .synonyms = "key token variable password" },
		[KIND_EDIT] = { .example = "STRIPE_KEY --name STRIPE_LIVE_KEY",
			.help = "Code uses a secret by its name: a new name must "
			"be changed there, too. --value-fd 3 or --ask value sets "
			"its value.", .synonyms = "set value" },
	},
};
