/* provider_list.c: the Git providers packages come from. */
#include <string.h>

#include "action/core/action.h"
#include "model/config.h"
#include "model/provider.h"

/* "acme" of "github.com/acme", as it was written. */
static const char *account(const struct fact_record *one, struct arena *arena)
{
	static const char *const fields[] = { "account", "organization", "group",
					      "workspace_id" };
	const char *text = NULL;
	size_t i;

	for (i = 0; i < COUNT_OF(fields) && !text; i++)
		text = config_get(one->config, fields[i], arena);
	return text;
}

/* What stands in for the real host is said wherever that would be. */
static const char *notes(const struct provider_type *type, const struct fact_record *one,
			 struct arena *arena)
{
	const char *endpoint = config_get(one->config, "endpoint", arena);

	return endpoint && *endpoint ? "test endpoint" : type ? type->notes : NULL;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct seen *seen = app_seen(app);
	const struct provider_type *type;
	const struct fact_record *one;
	uint32_t i;

	(void)self;
	(void)args;
	(void)err;
	result_columns(out, 7, "id", "ID", CELL_CODE,
		       "type", "TYPE", CELL_CODE,
		       "name", "NAME", CELL_TEXT,
		       "account", "ACCOUNT", CELL_TEXT,
		       "state", "STATE", CELL_CODE,
		       "approval", "APPROVAL", CELL_CODE,
		       "notes", "NOTES", CELL_TEXT);
	for (i = 0; i < seen_n_records(seen, OF_PROVIDER); i++) {
		if (!sees_record(seen, OF_PROVIDER, i))
			continue;
		one = seen_record(seen, OF_PROVIDER, i);
		type = provider_type(one->type);
		result_cells(out, one->id, one->type, one->name,
			     account(one, &out->arena));
		result_cell(out, 4, app_provider_state(app, one));
		result_cell(out, 5, provider_approved(one->config, &out->arena) ?
			    "approved" : "pending");
		result_cell(out, 6, notes(type, one, &out->arena));
	}
	return true;
}

const struct action action_provider_list = {
	.noun = "provider", .verb = "list",
	.summary = "List the Git providers of the workspace",
	.help = "Whether an administrator of the repositories has approved the "
		"access is what was said here; the state is what the last check "
		"found.",
	.synonyms = "github gitlab bitbucket server account repository",
	.example = "provider list",
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
