/* provider_which.c: which provider a URL leads to (A26). */
#include "action/core/action.h"
#include "action/core/word_list.h"
#include "model/provider.h"

static bool run(const struct action *self, struct app *app,
		const struct args *args, struct result *out, struct error *err)
{
	const char *url = arg_text(self, args, "url");
	const struct provider_type *type = provider_of_url(url, &out->arena);

	(void)app;
	if (!type) {
		error_set(err, ERROR_INVALID, "BAD_VALUE", "%s holds no name of a "
			  "server", word_cut(&out->arena, url));
		error_field(err, "url");
		return error_remedy(err, "paste the address of a repository, as "
				    "https://github.com/acme/ml-utils");
	}
	result_columns(out, 4, "type", "TYPE", CELL_CODE,
		       "label", "PROVIDER", CELL_TEXT,
		       "plan", "PLAN", CELL_CODE,
		       "notes", "NOTES", CELL_TEXT);
	result_cells(out, type->code, type->label, plan_code(type->plan),
		     type->notes);
	return true;
}

const struct action action_provider_which = {
	.noun = "provider", .verb = "which",
	.summary = "Say which Git provider a URL leads to",
	.help = "What starts with github.com, gitlab.com or bitbucket.org is that "
		"provider; any other server is GitHub Enterprise Server.",
	.example = "provider which https://git.acme.example/data/ml-utils",
	.synonyms = "url address github enterprise",
	.params = {
		{ .name = "url", .label = "URL", .help = "of a repository",
		  .type = PARAM_TEXT, .required = true },
	},
	.flags = ACTION_ROWS,
	.run = run,
};
