/* asset_wish.h: what the arguments say an asset is to be. */
#ifndef ACTION_JUDGE_ASSET_WISH_H
#define ACTION_JUDGE_ASSET_WISH_H

#include "action/core/plan.h"

/* Name, type and fields of what is made or changed; before: as it
 * stands, name NULL for a new one. */
struct asset_wish {
	const char *name, *type, *config;
	bool draft;			/* it is, or stays, unfinished */
	bool untested;			/* after: fields differ that a test tries */
};
/* Resolve and check the arguments. */
bool asset_wish_take(struct edit_plan *plan, uint32_t kind,
		     struct asset_wish *wish, struct error *err) MUST_CHECK;
/* Is anything to be changed named at all? */
bool asset_wish_given(struct edit_plan *plan, uint32_t kind, struct error *err)
	MUST_CHECK;
/* What the fields say together: the provider is there, and the kind's own rule. */
bool asset_rules_good(struct edit_plan *plan, uint32_t kind,
			struct asset_wish *wish, struct error *err) MUST_CHECK;

/* What fields that change from one to the other need of the plan (OAuth, GitHub
 * Enterprise Server); that a provider is there. */
bool asset_plan_good(struct edit_plan *plan, uint32_t kind, const char *before,
		     const char *after, struct error *err) MUST_CHECK;

#endif
