/* secret.c: a named value for use in code (A11-A15).  The value itself never
 * stands in facts or files. */
#include "model/kind.h"

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
	.name_help = "Code uses a secret by its name: letters, digits and _, not "
		"beginning with a digit or with hex_.",
	.sample = "a-key",
	.words = {
		[KIND_SHOW] = { .lead = "Never the value itself, but who can see "
			"it: everybody with Can Edit or more on a project that "
			"imports it." },
		[KIND_ACCESS] = { .example = "STRIPE_KEY --add \"Data Team\" "
			"--remove workspace" },
		[KIND_CREATE] = { .example = "STRIPE_KEY --group Finance",
			.help = "It has no value yet: the vault is not there in "
			"this version.", .synonyms = "key token variable" },
		[KIND_EDIT] = { .example = "STRIPE_KEY --name STRIPE_LIVE_KEY",
			.help = "Code uses a secret by its name: a new name must "
			"be changed there, too." },
	},
};
