/* providers.h: what may be done to Git providers and API tokens. */
#ifndef ACTION_JUDGE_PROVIDERS_H
#define ACTION_JUDGE_PROVIDERS_H

#include "action/core/plan.h"
#include "model/provider.h"

/* The plan has this type of provider (A17, A25). */
bool may_have_provider(struct edit_plan *plan, const struct provider_type *type,
		       struct error *err) MUST_CHECK;
/* One account a workspace, one workspace an account (A24, A32, D29).  n: the provider
 * that is changed, or NOBODY. */
bool provider_alone(struct edit_plan *plan, const struct fact_record *one, uint32_t n,
		    struct error *err) MUST_CHECK;
/* Tokens are of a plan that has the API, and it is switched on. */
bool may_have_tokens(struct edit_plan *plan, struct error *err) MUST_CHECK;
/* An edit of either, as the verbs would judge it. */
bool may_record(struct edit_plan *plan, const struct edit *edit, struct error *err)
	MUST_CHECK;

/* The packages of a provider that are not gone: the i-th, or NOBODY. */
uint32_t provider_package(const struct facts *facts, const char *provider, size_t i,
			  struct arena *arena);

/* "GitHub acme": as a message may quote it. */
const char *provider_word(const struct edit_plan *plan, const struct fact_record *one);

#endif
