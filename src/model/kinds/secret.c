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
	.title = "Secret",
	.plural = "Secrets",
	.home = "Settings > Secrets",
	.plan = PLAN_PROFESSIONAL,
	.fields = fields,
	.forms = forms,
	.secret_name = true,
	.own = true,
};
