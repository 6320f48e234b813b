/* providers.c: see providers.h. */
#include "action/judge/providers.h"

#include <string.h>

#include "action/core/accounts.h"
#include "action/core/word_list.h"
#include "model/config.h"

bool may_have_provider(struct edit_plan *plan, const struct provider_type *type,
		       struct error *err)
{
	return plan_needs_plan(plan, type->plan, type->plan > provider_kind.plan ?
			       arena_printf(plan->arena, "Providers of the type %s",
					    type->label) : provider_kind.plural, err);
}

static bool has_another(struct edit_plan *plan, const struct provider_type *type,
			uint32_t rival, struct error *err)
{
	const struct fact_record *other = &plan->app->facts.providers[rival];

	error_set(err, ERROR_CONFLICT, "ACCOUNT_TAKEN", "%s is connected already, as "
		  "%s: %s", type->label, word_cut(plan->arena, other->name),
		  type->single ? "a workspace has one account" :
		  "an account is connected once");
	error_field(err, "type");
	return error_remedy(err, "first: gatehouse provider disconnect %s",
			    other->id);
}

bool provider_alone(struct edit_plan *plan, const struct fact_record *one, uint32_t n,
		    struct error *err)
{
	const struct facts *facts = &plan->app->facts;
	const struct provider_type *type = provider_type(one->type);
	uint32_t rival = provider_rival(facts, one, n, plan->arena);

	if (type && rival != NOBODY)
		return has_another(plan, type, rival, err);
	return accounts_free(plan->app, one, facts->name, err);
}

bool may_have_tokens(struct edit_plan *plan, struct error *err)
{
	if (!plan_needs_plan(plan, PLAN_TEAM, "API tokens", err))
		return false;
	if (plan->app->facts.api_access)
		return true;
	error_set(err, ERROR_CONFLICT, "API_OFF", "API access is switched off");
	return error_remedy(err, "first: gatehouse workspace set api_access on");
}

/* As it would be. */
static struct fact_record wanted(const struct edit_plan *plan,
				 const struct edit *edit)
{
	struct fact_record one;

	if (edit->kind == EDIT_PROVIDER_ADD)
		return (struct fact_record){ .id = edit->text, .name = edit->text2,
			.type = edit->text3, .config = edit->text4 ?
			edit->text4 : "{}" };
	one = plan->app->facts.providers[edit->provider];
	if (edit->kind == EDIT_PROVIDER_CONFIG)
		one.config = edit->text ? edit->text : "{}";
	return one;
}

bool may_record(struct edit_plan *plan, const struct edit *edit, struct error *err)
{
	const struct edit_field *field = edit_row(edit);
	const struct provider_type *type;
	struct fact_record one;

	if (field->shape == EDITS_DELETE)
		return true;		/* on every plan (D15) */
	if (field->whose == OF_TOKEN)
		return field->shape != EDITS_ADD || may_have_tokens(plan, err);
	one = wanted(plan, edit);
	type = provider_type(one.type);
	if (type && !may_have_provider(plan, type, err))
		return false;
	return edit->kind == EDIT_PROVIDER_NAME ||
		provider_alone(plan, &one, edit->provider, err);
}

uint32_t provider_package(const struct facts *facts, const char *provider, size_t i,
			  struct arena *arena)
{
	const struct kind_field *field;
	const char *id;
	uint32_t n;

	for (n = 0; n < facts->n_assets; n++) {
		field = kind_field_of(kind_at(facts->assets[n].kind),
				      &value_provider);
		id = field && !facts->assets[n].gone ?
			config_get(facts->assets[n].config, field->name, arena) :
			NULL;
		if (id && strcmp(id, provider) == 0 && i-- == 0)
			return n;
	}
	return NOBODY;
}

const char *provider_word(const struct edit_plan *plan, const struct fact_record *one)
{
	const struct provider_type *type = provider_type(one->type);

	return arena_printf(plan->arena, "%s %s", type ? type->label : one->type,
			    word_cut(plan->arena, one->name));
}
