/* provider_refs.c: the branches and tags of a repository, as of now. */
#include "action/check/check_which.h"
#include "action/check/listing.h"
#include "action/core/plan.h"
#include "action/core/word_list.h"
#include "action/vault/vault_input.h"
#include "model/provider.h"
#include "model/value_web.h"

static const char *const kinds[] = { "branch", "tag", NULL };

static bool is_repository(const struct app *app, uint32_t provider, const char *text,
			  struct result *out, struct error *err)
{
	const struct fact_record *one = seen_record(app_seen(app), OF_PROVIDER, provider);
	const char *fault = provider_repository_fault(one->type, text);

	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s: %s", word_cut(&out->arena, text),
		  fault);
	error_field(err, "repository");
	return error_remedy(err, "for example %s", value_repository.like);
}

static bool run(const struct action *self, struct app *app, const struct args *args,
		struct result *out, struct error *err)
{
	struct listing_wish wish = { .kind = &check_list_refs,
		.repository = value_read(&value_repository,
			arg_text(self, args, "repository"), &out->arena),
		.ref_kind = arg_text(self, args, "kind"),
		.filter = arg_text(self, args, "filter") };
	struct edit_plan plan = { .app = app, .action = self, .args = args,
				  .arena = &out->arena };

	wish.subject.whose = OF_PROVIDER;
	return app_find_record(app, OF_PROVIDER, arg_text(self, args, "provider"),
			       &wish.subject.n, err) &&
		plan_needs_plan(&plan, PLAN_TEAM, "Git providers", err) &&
		is_repository(app, wish.subject.n, wish.repository, out, err) &&
		listing_run(self, app, args, &wish, out, err);
}

const struct action action_provider_refs = {
	.noun = "provider", .verb = "refs",
	.summary = "List the branches and tags of a repository",
	.help = "Asked for now, with the provider's sign-in out of the vault; nothing is "
		"kept. A branch floats; a tag or the commit of a row pins.",
	.example = "provider refs pr-github acme/ml-utils --kind tag",
	.synonyms = "branches tags commits",
	.on = "provider",
	.params = {
		PARAM_THE_PROVIDER("id or name"),
		{ .name = "repository", .label = "Repository", .type = PARAM_TEXT,
		  .required = true, .help = "owner and name, as acme/ml-utils" },
		{ .name = "kind", .label = "Kind", .type = PARAM_CHOICE, .choices = kinds,
		  .option = true, .help = "only these" },
		{ .name = "filter", .label = "Filter", .type = PARAM_TEXT, .option = true,
		  .help = "only those that have this in their names" },
		LISTING_PARAMS,
	},
	.flags = ACTION_ADMIN | ACTION_ROWS | ACTION_ASKS,
	.run = run,
};
