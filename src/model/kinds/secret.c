/* secret.c: a named value for use in code (A11-A15).  The value itself never
 * stands in facts or files. */
#include "model/kind.h"

static const struct kind_field fields[] = {
	{ "value", "Value", true, true, NULL },
	{ NULL, NULL, false, false, NULL }
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
	.secret_name = true,
	.own = true,
};
