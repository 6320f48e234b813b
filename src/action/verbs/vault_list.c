/* vault_list.c: what the vault holds, who can open it and who did; never a value. */
#include "action/workspace/value_history.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	(void)self;
	(void)args;
	return value_history_rows(app, out, err);
}

const struct action action_vault_list = {
	.noun = "vault", .verb = "list",
	.summary = "List the values in the vault and who can open them",
	.help = "Each value: how old it is, who can open it, or could since it was set, and "
		"who revealed or copied it; never the value.",
	.example = "vault list --format csv",
	.synonyms = "age who read revealed copied values secrets",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
