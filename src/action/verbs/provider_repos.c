/* provider_repos.c: the repositories that a Git provider reaches, as of now. */
#include "action/check/check_which.h"
#include "action/check/listing.h"
#include "action/core/plan.h"
#include "action/vault/vault_input.h"

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct listing_wish wish = { .kind = &check_list_repos,
				     .filter = arg_text(self, args, "filter") };
	struct edit_plan plan = { .app = app, .action = self, .args = args,
				  .arena = &out->arena };

	wish.subject.whose = OF_PROVIDER;
	return app_find_record(app, OF_PROVIDER, arg_text(self, args, "provider"),
			       &wish.subject.n, err) &&
		plan_needs_plan(&plan, PLAN_TEAM, "Git providers", err) &&
		listing_run(self, app, args, &wish, out, err);
}

const struct action action_provider_repos = {
	.noun = "provider", .verb = "repos",
	.summary = "List the repositories that a Git provider reaches",
	.help = "Asked for now, with the provider's sign-in out of the vault; nothing is "
		"kept. One of them becomes a package by package add.",
	.example = "provider repos pr-github --filter utils",
	.synonyms = "repositories browse search",
	.key = "b",
	.on = "provider",
	.params = {
		PARAM_THE_PROVIDER("id or name"),
		{ .name = "filter", .label = "Filter", .type = PARAM_TEXT, .option = true,
		  .help = "only those that have this in their names" },
		LISTING_PARAMS,
	},
	.flags = ACTION_ADMIN | ACTION_ROWS | ACTION_ASKS,
	.run = run,
};
