/* asset_wish.c: what the arguments say an asset is to be, checked by the table of
 * its kind. */
#include "action/judge/asset_wish.h"

#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/asset_fields.h"
#include "model/config.h"
#include "model/kind.h"
#include "model/kind_said.h"
#include "model/provider.h"
#include "model/value_web.h"

static bool type_good(struct edit_plan *plan, const struct asset_kind *kind,
		      struct asset_wish *wish, bool was_draft, struct error *err)
{
	const char *type = plan_text(plan, "type");

	if (!type || strcmp(type, wish->type) == 0)
		return true;
	if (*wish->type && !was_draft) {
		error_set(err, ERROR_CONFLICT, "TYPE_FIXED", "the type is %s for good: "
			  "only a draft can become another",
			  kind_type(kind, wish->type)->label);
		error_field(err, "type");
		return error_remedy(err, "make a new one, or --draft");
	}
	wish->type = type;
	return true;
}

static bool incomplete(const struct edit_plan *plan, const char *list,
		       const char *first, struct error *err)
{
	error_set(err, ERROR_INVALID, "FIELD_MISSING", "missing: %s", list);
	error_field(err, "%s", first);
	if (strcmp(first, "type") == 0)
		return error_remedy(err, "--type TYPE, or --draft to finish it "
				    "later");
	if (kind_field(kind_at(plan->action->kind), first)->option)
		return error_remedy(err, "--%s VALUE", first);
	return error_remedy(err, "--field %s=VALUE, or --draft to finish it "
			    "later", first);
}

/* Does the field take the value now that it did not have? */
static bool turns(const struct edit_plan *plan, const struct kind_turn *turn,
		  const char *type, const char *before, const char *after)
{
	const char *was = config_get(before, turn->field, plan->arena);
	const char *is = config_get(after, turn->field, plan->arena);

	return is && strcmp(is, turn->value) == 0 &&
		(!was || strcmp(was, is) != 0) &&
		(!turn->type || !type || strcmp(turn->type, type) == 0);
}

/* Who changes to OAuth, or starts with it, needs Enterprise (DOMAIN 3.11). */
static bool turns_good(struct edit_plan *plan, const struct asset_kind *kind,
		       const char *type, const char *before, const char *after,
		       struct error *err)
{
	const struct kind_turn *turn = kind->turns;

	for (; turn && turn->field; turn++)
		if (turn->what && turns(plan, turn, type, before, after) &&
		    !plan_needs_plan(plan, turn->plan, turn->what, err))
			return false;
	return true;
}

static void turns_warn(struct edit_plan *plan, const struct asset_kind *kind,
		       const char *type, const char *before, const char *after)
{
	const struct kind_turn *turn = kind->turns;

	for (; turn && turn->field; turn++)
		if (turn->warning && turns(plan, turn, type, before, after))
			plan_warn(plan, turn->code, "%s", turn->warning);
}

/* Has one of these fields another value? */
static bool differ(const struct edit_plan *plan, const char *const *fields,
		   const char *before, const char *after)
{
	const char *was, *is;

	for (; *fields; fields++) {
		was = config_get(before, *fields, plan->arena);
		is = config_get(after, *fields, plan->arena);
		if (was && is ? strcmp(was, is) != 0 : was != is)
			return true;
	}
	return false;
}

/* What is hardly meant is asked about; what nobody has checked says so. */
static void said_warn(struct edit_plan *plan, const struct asset_kind *kind,
		      const struct asset_wish *wish, const char *before)
{
	const struct kind_said *said = kind->said;
	const char *question = said && said->doubt &&
		differ(plan, said->doubted, before, wish->config) ?
		said->doubt(wish->config, plan->arena) : NULL;

	if (said && said->unverified && wish->untested)
		plan_warn(plan, "NOT_VERIFIED", "only a check tells %s", said->unverified);
	if (question) {
		plan_warn(plan, "HARDLY_MEANT", "%s", question);
		plan->question = question;
		plan->ask = true;
	}
}

/* What is finished has all that is required; what came in a file without may go on
 * without. */
static bool is_whole(struct edit_plan *plan, struct asset_wish *wish,
		     const struct asset_fields *fields,
		     const struct asset_fields *was, bool draft,
		     struct error *err)
{
	const char *list, *first;
	bool open = draft || wish->draft;
	size_t missing = asset_fields_missing(fields, open ? NULL : was, &list,
					      &first);

	if (missing && !open)
		return incomplete(plan, list, first, err);
	wish->draft = draft || (wish->draft && missing);
	if (wish->draft && missing)
		plan_warn(plan, "DRAFT", "a draft: still missing %s", list);
	return true;
}

bool asset_wish_take(struct edit_plan *plan, uint32_t number,
		     struct asset_wish *wish, struct error *err)
{
	const struct asset_kind *kind = kind_at(number);
	const char *before = wish->config;
	/* What has no types is never a draft: there it only says that nobody is asked. */
	bool fresh = !wish->name, draft = kind_has_types(kind) &&
		plan_text(plan, "draft") != NULL;
	bool open = fresh || wish->draft;
	const struct asset_fields was = { plan, kind, wish->type, before };
	struct asset_fields fields = was;

	if (plan_text(plan, "name"))
		wish->name = plan_text(plan, "name");
	if (!type_good(plan, kind, wish, wish->draft || draft, err))
		return false;
	fields.type = wish->type;
	asset_fields_trim(&fields);
	if (!asset_fields_take(&fields, err) ||
	    !turns_good(plan, kind, wish->type, before, fields.config, err))
		return false;
	if (!draft)
		asset_fields_default(&fields, open ? NULL : before);
	asset_fields_trim(&fields);
	if (!is_whole(plan, wish, &fields, fresh ? NULL : &was, draft, err))
		return false;
	wish->config = fields.config;
	wish->untested = asset_fields_untested(&fields, before);
	turns_warn(plan, kind, wish->type, before, wish->config);
	said_warn(plan, kind, wish, before);
	return true;
}

bool asset_wish_given(struct edit_plan *plan, uint32_t kind, struct error *err)
{
	static const char *const names[] = { "name", "type", "description",
					     "draft" };
	size_t i;

	for (i = 0; i < COUNT_OF(names); i++)
		if (plan_text(plan, names[i]))
			return true;
	if (asset_fields_given(plan, kind_at(kind)) || plan_count(plan, "value-fd") ||
	    plan_count(plan, "ask"))
		return true;
	error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
	return error_remedy(err, "gatehouse %s %s --help shows what can be given",
			    plan->action->noun, plan->action->verb);
}

/* ---- providers ------------------------------------------------------------------- */

static bool repository_good(struct edit_plan *plan, const struct asset_kind *kind,
			    const struct fact_record *provider, const char *config,
			    struct error *err)
{
	const struct kind_field *field = kind_field_of(kind, &value_repository);
	const char *text = !field ? NULL :
		config_get(config, field->name, plan->arena);
	const char *fault = text ? provider_repository_fault(provider->type, text) : NULL;

	if (!fault)
		return true;
	error_set(err, ERROR_INVALID, "BAD_VALUE", "%s: %s", field->label, fault);
	error_field(err, "%s", field->name);
	return error_remedy(err, "for example %s", value_repository.like);
}

/* Perhaps somebody else's, which the sign-in does not reach. */
static void repository_warn(struct edit_plan *plan, const struct asset_kind *kind,
			    const char *config)
{
	const struct kind_field *field = kind_field_of(kind, &value_repository);
	const struct kind_field *by = kind_field_of(kind, &value_provider);
	const char *text = !field ? NULL :
		config_get(config, field->name, plan->arena);
	const char *id = text && by ? config_get(config, by->name, plan->arena) : NULL;
	uint32_t n = id ? whose_find(&plan->app->facts, OF_PROVIDER, id) : NOBODY;
	const struct fact_record *provider = n == NOBODY ? NULL :
		&plan->app->facts.providers[n];

	if (provider && !provider_has_repository(provider_account(provider, plan->arena),
						 text))
		plan_warn(plan, "OTHER_ACCOUNT", "%s is not of the account that %s is "
			  "connected to", word_cut(plan->arena, text),
			  word_cut(plan->arena, provider->name));
}

/* The provider is there, and goes by its id from now on. */
static bool provider_good(struct edit_plan *plan, const struct asset_kind *kind,
			  const char **config, struct error *err)
{
	const struct kind_field *field = kind_field_of(kind, &value_provider);
	const char *text = !field ? NULL :
		config_get(*config, field->name, plan->arena);
	const struct fact_record *provider;
	uint32_t n;

	if (!text)
		return true;
	if (!app_find_record(plan->app, OF_PROVIDER, text, &n, err))
		return error_field(err, "%s", field->name);
	provider = &plan->app->facts.providers[n];
	*config = config_set(*config, field->name, provider->id, plan->arena);
	return repository_good(plan, kind, provider, *config, err) &&
	       (strcmp(provider->type, "github_enterprise") != 0 ||
		plan_needs_plan(plan, PLAN_ENTERPRISE, "Packages of GitHub "
				"Enterprise Server", err));
}

bool asset_plan_good(struct edit_plan *plan, uint32_t number, const char *before,
		     const char *after, struct error *err)
{
	const struct asset_kind *kind = kind_at(number);

	return turns_good(plan, kind, NULL, before, after, err) &&
		(strcmp(before, after) == 0 ||
		 provider_good(plan, kind, &after, err));
}

bool asset_rules_good(struct edit_plan *plan, uint32_t number,
		      struct asset_wish *wish, struct error *err)
{
	const struct asset_kind *kind = kind_at(number);

	if (!provider_good(plan, kind, &wish->config, err) ||
	    (kind->good && !kind->good(wish->config, plan->arena, err)))
		return false;
	if (wish->untested)
		repository_warn(plan, kind, wish->config);
	return true;
}
