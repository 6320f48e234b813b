/* can.c: what an answer lets the person do (DOMAIN 4.2, 4.1 step 5): the union
 * over the sources that reach, after the limits. */
#include "access/decide.h"
#include "access/rights.h"

#define BIT(can) (1U << (can))

/* Given to a person with an account. */
static unsigned can_as_member(const struct facts *facts, enum level level,
			      bool editors_share)
{
	unsigned can = 0;

	if (level >= LEVEL_APP_ONLY)
		can |= BIT(CAN_VIEW_APP) | BIT(CAN_INTERACT_APP) |
		       BIT(CAN_COMMENT_APP);
	if (level >= LEVEL_CAN_VIEW)
		can |= BIT(CAN_VIEW_LOGIC) | BIT(CAN_COMMENT_LOGIC);
	if (level >= LEVEL_CAN_EDIT) {
		can |= BIT(CAN_RUN) | BIT(CAN_EDIT) | BIT(CAN_IMPORT_ASSET) |
		       BIT(CAN_WRITE_BACK);
		if (right_sees_values(facts, level))
			can |= BIT(CAN_SEE_SECRETS);
		if (editors_share)
			can |= BIT(CAN_SHARE);
	}
	if (level >= LEVEL_FULL_ACCESS)
		can |= BIT(CAN_SHARE) | BIT(CAN_ALLOW_EDITORS_TO_SHARE) |
		       BIT(CAN_RENAME) | BIT(CAN_DELETE);
	return can;
}

/* Given to anyone who has the link (D5, D22). */
static unsigned can_by_link(enum level level)
{
	unsigned can = 0;

	if (level >= LEVEL_APP_ONLY)
		can |= BIT(CAN_VIEW_APP) | BIT(CAN_INTERACT_APP);
	if (level >= LEVEL_CAN_VIEW)
		can |= BIT(CAN_VIEW_LOGIC);
	return can;
}

static bool may_duplicate(const struct answer *a)
{
	return a->active && a->effective >= LEVEL_CAN_VIEW &&
	       (a->role == ROLE_ADMIN || a->role == ROLE_MANAGER ||
		a->role == ROLE_EDITOR);
}

unsigned can_bits(const struct facts *facts, const struct answer *a)
{
	const struct fact_project *p = &facts->projects[a->project];
	unsigned can = 0;

	for (uint32_t i = 0; i < a->n_sources; i++) {
		enum level level = a->sources[i].level;

		if (level > a->effective)
			level = a->effective;
		if (a->sources[i].via == VIA_PUBLIC)
			can |= can_by_link(level);
		else
			can |= can_as_member(facts, level, p->editors_may_share);
	}
	if (may_duplicate(a))
		can |= BIT(CAN_DUPLICATE);
	/* Management outlives the state of the project. */
	if (a->manages == LEVEL_FULL_ACCESS)
		can |= BIT(CAN_MANAGE);
	return can;
}

unsigned access_lost(const struct facts *facts, const struct answer *a)
{
	struct answer whole = *a;

	if (a->effective >= a->granted)
		return 0;
	whole.effective = whole.manages = a->granted;
	return can_bits(facts, &whole) & ~a->can;
}
