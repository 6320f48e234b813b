/* provider_show.c: one Git provider with its fields. */
#include <string.h>

#include "action/judge/answers.h"
#include "model/config.h"

static const struct fact_provider *find(const struct seen *seen,
					const char *text, struct error *err)
{
	const struct fact_provider *found = NULL;
	uint32_t i, n = 0;

	for (i = 0; i < seen_n_providers(seen); i++) {
		if (strcmp(seen_provider(seen, i)->id, text) == 0)
			return seen_provider(seen, i);
		if (strcmp(seen_provider(seen, i)->name, text) == 0) {
			found = seen_provider(seen, i);
			n++;
		}
	}
	if (n == 1)
		return found;
	if (n)
		error_set(err, ERROR_INVALID, "NAME_AMBIGUOUS",
			  "%u providers have this name", n);
	else
		error_set(err, ERROR_NOT_FOUND, "NOT_FOUND",
			  "there is no Git provider \"%.60s\"", text);
	error_remedy(err, "gatehouse provider list shows what there is");
	return NULL;
}

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct fact_provider *one;
	struct json json;

	one = find(app_seen(app), arg_text(self, args,
					 "provider"), err);
	if (!one)
		return false;
	if (answers_format(app) == FORMAT_JSON) {
		jsonw_begin(&json, &out->json);
		jsonw_kstring(&json, "id", one->id);
		jsonw_kstring(&json, "type", one->type);
		jsonw_kstring(&json, "name", one->name);
		jsonw_key(&json, "config");
		jsonw_raw(&json, config_rest(one->config, NULL, &out->arena));
		jsonw_object_end(&json);
		return true;
	}
	result_columns(out, 4, "id", "ID", CELL_CODE,
		       "type", "TYPE", CELL_CODE, "name", "NAME", CELL_TEXT,
		       "config", "FIELDS", CELL_TEXT);
	result_cells(out, one->id, one->type, one->name,
		     config_rest(one->config, NULL, &out->arena));
	return true;
}

const struct action action_provider_show = {
	.noun = "provider", .verb = "show",
	.summary = "Show a Git provider",
	.synonyms = "github gitlab bitbucket server account repository",
	.example = "provider show pr-github",
	.params = {
		{ .name = "provider", .label = "Provider",
		  .help = "id or name", .type = PARAM_NAME, .required = true },
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
