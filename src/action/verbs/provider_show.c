/* provider_show.c: one Git provider with its fields. */
#include "action/asset/value_rows.h"
#include "action/judge/answers.h"
#include "model/config.h"
#include "model/provider.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const struct fact_record *one;
	struct json json;
	uint32_t n;

	if (!app_find_record(app, OF_PROVIDER, arg_text(self, args, "provider"), &n,
			     err))
		return false;
	one = seen_record(app_seen(app), OF_PROVIDER, n);
	if (answers_format(app) == FORMAT_JSON) {
		jsonw_begin(&json, &out->json);
		jsonw_kstring(&json, "id", one->id);
		jsonw_kstring(&json, "type", one->type);
		jsonw_kstring(&json, "name", one->name);
		jsonw_kstring(&json, "state", app_provider_state(app, one));
		jsonw_key(&json, "config");
		jsonw_raw(&json, config_rest(one->config, NULL, &out->arena));
		value_json(&json, app, &provider_kind, (struct value_of){
			   "provider", "", one->id, one->type, one->config }, &out->arena);
		jsonw_object_end(&json);
		return true;
	}
	result_columns(out, 5, "id", "ID", CELL_CODE,
		       "type", "TYPE", CELL_CODE, "name", "NAME", CELL_TEXT,
		       "config", "FIELDS", CELL_TEXT, "state", "STATE", CELL_CODE);
	result_cells(out, one->id, one->type, one->name,
		     config_rest(one->config, NULL, &out->arena),
		     app_provider_state(app, one));
	return true;
}

const struct action action_provider_show = {
	.noun = "provider", .verb = "show",
	.summary = "Show a Git provider",
	.synonyms = "github gitlab bitbucket server account repository",
	.example = "provider show pr-github",
	.on = "provider",
	.params = {
		PARAM_THE_PROVIDER("id or name"),
	},
	.flags = ACTION_ADMIN | ACTION_ROWS,
	.run = run,
};
