/* provider_write.c: see provider_write.h. */
#include "action/asset/provider_write.h"

#include <string.h>

#include "action/core/action.h"
#include "action/core/word_list.h"
#include "action/judge/asset_fields.h"
#include "action/asset/asset_values.h"
#include "action/judge/names.h"
#include "action/judge/providers.h"
#include "base/newid.h"
#include "model/config.h"

enum { NAMED = 20 };

const char *const provider_codes[] = { "github", "github_enterprise", "gitlab",
				       "bitbucket", NULL };
const char *const provider_auths[] = { "device", "token", "client", "app",
				       "app_password", "api_token", NULL };
const char *const provider_approvals[] = { "pending", "approved", NULL };

/* ---- its fields ------------------------------------------------------------------ */

/* The field that says whose repositories they are. */
static const char *account_field(const char *type)
{
	return strcmp(type, "gitlab") == 0 ? "group" :
		strcmp(type, "github") == 0 ? "account" :
		strcmp(type, "bitbucket") == 0 ? "workspace_id" : "organization";
}

static bool incomplete(const char *type, const char *list, const char *first,
		       struct error *err)
{
	error_set(err, ERROR_INVALID, "FIELD_MISSING", "missing: %s", list);
	error_field(err, "%s", first);
	return error_remedy(err, "gatehouse provider connect %s --field %s=VALUE",
			    type, first);
}

static bool take(struct asset_fields *fields, const char *before, const char *name,
		 struct error *err)
{
	const struct asset_fields was = { fields->plan, fields->kind, fields->type,
					  before };
	const char *account = account_field(fields->type), *list, *first;
	struct arena *arena = fields->plan->arena;

	if (!asset_fields_take(fields, err))
		return false;
	/* A name that could be the account is taken for it. */
	if (!*before && name && !config_get(fields->config, account, arena) &&
	    !kind_value_fault(kind_field(fields->kind, account), NULL, name))
		fields->config = config_set(fields->config, account, name, arena);
	asset_fields_default(fields, *before ? before : NULL);
	asset_fields_trim(fields);
	return !asset_fields_missing(fields, *before ? &was : NULL, &list, &first) ||
		incomplete(fields->type, list, first, err);
}

/* ---- connect --------------------------------------------------------------------- */

static struct asset_values values_of(const struct fact_record *one)
{
	return (struct asset_values){ &provider_kind, "provider", one->type, one->config,
				      "", one->id, NULL };
}

static void tell_connected(struct edit_plan *plan, const struct fact_record *one,
			   const struct asset_values *values)
{
	plan_warn(plan, "NOT_VERIFIED", "only a check tells whether the sign-in at %s holds",
		  provider_type(one->type)->label);
	if (!provider_approved(one->config, plan->arena))
		plan_warn(plan, "APPROVAL_PENDING", "an administrator of the "
			  "repositories must approve the access on the other side");
	asset_values_warn(plan, values);
	plan_message(plan, TENSE("Connected", "Would connect") " %s" TENSE(" (%s)", "")
		     ".", provider_word(plan, one), one->id);
	plan_target(plan, one->id);
}

bool provider_connect_plan(struct edit_plan *plan, struct error *err)
{
	const struct provider_type *type = provider_type(plan_text(plan, "type"));
	struct fact_record one = { .name = plan_text(plan, "name") };
	struct edit edit = edit_of(EDIT_PROVIDER_ADD);
	struct asset_fields fields;
	struct asset_values values;
	char id[NEWID_TEXT];

	if (!type)
		return error_set(err, ERROR_INVALID, "BAD_VALUE",
				 "there is no such provider");
	one.type = type->code;
	fields = (struct asset_fields){ plan, &provider_kind, type->code, "" };
	if (!plan_needs_admin(plan, err) || !may_have_provider(plan, type, err) ||
	    !provider_alone(plan, &(struct fact_record){ .type = type->code,
			.config = "{}" }, NOBODY, err) ||
	    !take(&fields, "", one.name, err))
		return false;
	one.config = fields.config;
	if (!one.name)
		one.name = config_get(one.config, account_field(type->code),
				      plan->arena);
	if (!one.name)
		one.name = type->label;
	if (!may_be_named("name", one.name, err) ||
	    !provider_alone(plan, &one, NOBODY, err))
		return false;
	newid(id, "pr");
	one.id = edit.text = arena_strdup(plan->arena, id);
	edit.text2 = one.name;
	edit.text3 = one.type;
	edit.text4 = one.config;
	plan_edit(plan, edit);
	values = values_of(&one);
	tell_connected(plan, &one, &values);
	return asset_values_take(plan, &values, err);
}

/* ---- edit ------------------------------------------------------------------------ */

static void set_text(struct edit_plan *plan, enum edit_kind kind, uint32_t n,
		     const char *text)
{
	struct edit edit = edit_for(kind, OF_PROVIDER, n);

	edit.text = text;
	plan_edit(plan, edit);
}

/* What another part of the program noted of it stays: state, identity. */
static const char *with_rest(const struct edit_plan *plan, const char *before,
			     const char *config)
{
	static const char *const kept[] = { "state", "account_id" };
	const char *value;

	for (size_t i = 0; i < COUNT_OF(kept); i++) {
		value = config_get(before, kept[i], plan->arena);
		if (value)
			config = config_set(config, kept[i], value, plan->arena);
	}
	return config;
}

static bool nothing_given(const struct edit_plan *plan, struct error *err)
{
	if (plan_text(plan, "name") || asset_fields_given(plan, &provider_kind) ||
	    asset_values_given(plan))
		return false;
	error_set(err, ERROR_INVALID, NULL, "nothing to change is given");
	error_remedy(err, "gatehouse provider edit --help shows what can be given");
	return true;
}

bool provider_edit_plan(struct edit_plan *plan, struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct provider_type *type;
	struct asset_fields fields;
	struct asset_values values;
	struct fact_record one;
	size_t before = plan->n;
	uint32_t n;

	if (!plan_needs_admin(plan, err) ||
	    !plan_record(plan, OF_PROVIDER, "provider", &n, err) ||
	    nothing_given(plan, err))
		return false;
	one = facts->providers[n];
	type = provider_type(one.type);
	fields = (struct asset_fields){ plan, &provider_kind, one.type, one.config };
	if (!type || !may_have_provider(plan, type, err) ||	/* D15 */
	    !take(&fields, one.config, NULL, err))
		return false;
	one.config = with_rest(plan, one.config, fields.config);
	if (plan_text(plan, "name"))
		one.name = plan_text(plan, "name");
	if (!may_be_named("name", one.name, err) ||
	    !provider_alone(plan, &one, n, err))
		return false;
	set_text(plan, EDIT_PROVIDER_NAME, n, one.name);
	set_text(plan, EDIT_PROVIDER_CONFIG, n, one.config);
	if (plan->n > before || asset_values_given(plan))
		plan_message(plan, TENSE("Changed", "Would change") " %s.",
			     provider_word(plan, &one));
	plan_target(plan, facts->providers[n].id);
	values = values_of(&one);
	return asset_values_take(plan, &values, err);
}

/* ---- disconnect ------------------------------------------------------------------- */

/* "ml-utils (2 projects)": A35, F053. */
static const char *packages_of(struct edit_plan *plan, const char *provider,
			       size_t *n)
{
	const struct facts *facts = &plan->app->facts;
	struct words words;
	uint32_t asset, uses;

	words_init(&words, NAMED);
	for (*n = 0; (asset = provider_package(facts, provider, *n, plan->arena)) !=
	     NOBODY; ++*n) {
		uses = whose_live(facts, OF_PROJECT, &facts->assets[asset].projects);
		words_add(&words, arena_printf(plan->arena, "%s (%u project%s)",
			  plan_word(plan, OF_ASSET, asset), uses,
			  uses == 1 ? "" : "s"));
	}
	return words_done(&words, plan->arena);
}

bool provider_disconnect_plan(struct edit_plan *plan, struct error *err)
{
	struct edit gone = edit_of(EDIT_PROVIDER_DELETE);
	const struct fact_record *one;
	const char *list;
	size_t n;

	if (!plan_needs_admin(plan, err) ||
	    !plan_record(plan, OF_PROVIDER, "provider", &gone.provider, err))
		return false;
	one = &plan->app->facts.providers[gone.provider];
	list = packages_of(plan, one->id, &n);
	if (n)
		plan_warn(plan, "PROVIDER_USED", "no kernel can fetch %s any more: %s",
			  n == 1 ? "its package" : "its packages", list);
	plan_confirm(plan, one->name);
	plan_message(plan, TENSE("Disconnected", "Would disconnect") " %s; %s.",
		     provider_word(plan, one), !n ? "no package " TENSE("came", "comes")
		     " from it" : arena_printf(plan->arena, "%zu package%s "
		     TENSE("stay%s", "would stay") " without a provider", n,
		     n == 1 ? "" : "s", n == 1 ? "s" : ""));
	plan_target(plan, one->id);
	plan_edit(plan, gone);
	return true;
}
