/* provider_list.c: the Git providers packages come from. */
#include "action/core/action.h"
#include "model/config.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	uint32_t i;

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 4, "id", "ID", CELL_CODE,
		       "type", "TYPE", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "account", "ACCOUNT", CELL_TEXT);
	for (i = 0; i < seen_n_providers(app_seen(app)); i++) {
		const struct fact_provider *one = seen_provider(app_seen(app), i);

		result_cells(out, one->id, one->type, one->name,
			     config_get(one->config, "account", &out->arena));
	}
	return true;
}

const struct action action_provider_list = {
	.noun = "provider", .verb = "list",
	.summary = "List the Git providers of the workspace",
	.synonyms = "github gitlab bitbucket server account repository",
	.example = "provider list",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
