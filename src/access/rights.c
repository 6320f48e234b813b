/* rights.c: see rights.h. */
#include "access/rights.h"

#include <string.h>

bool level_opens(enum level level)
{
	return level >= LEVEL_APP_ONLY;
}

bool level_views(enum level level)
{
	return level >= LEVEL_CAN_VIEW;
}

bool level_edits(enum level level)
{
	return level >= LEVEL_CAN_EDIT;
}

bool level_is_full(enum level level)
{
	return level >= LEVEL_FULL_ACCESS;
}

bool role_has_all_assets(enum role role)
{
	return role == ROLE_ADMIN;
}

bool role_is_held(enum role role)
{
	return role == ROLE_VIEWER || role == ROLE_EXPLORER;
}

bool role_is_guest(enum role role)
{
	return role == ROLE_GUEST;
}

bool role_makes_tokens(enum role role)
{
	return role == ROLE_ADMIN || role == ROLE_MANAGER || role == ROLE_EDITOR;
}

bool role_above(enum role a, enum role b)
{
	return a < b;
}

bool role_is_optional(enum role role)
{
	return role == ROLE_MANAGER || role == ROLE_EXPLORER;
}

/* ---- assets ------------------------------------------------------------------------- */

bool asset_is_for_admins(const struct facts *facts, uint32_t asset)
{
	const struct fact_asset *a = &facts->assets[asset];
	uint32_t i;

	if (a->builtin)
		return false;
	for (i = 0; i < a->groups.n; i++)
		if (!facts->groups[a->groups.v[i]].gone)
			return false;
	return true;
}

/* ---- secrets ------------------------------------------------------------------------ */

bool right_sees_values(const struct facts *facts, enum level effective)
{
	return facts->show_secret_values && level_edits(effective);
}

bool right_value_seers_next(const struct facts *facts, struct value_seers *seers,
			    struct editors *editors, bool *sees)
{
	const struct numbers *used = &facts->assets[seers->asset].projects;
	size_t k;

	if (!seers->next && facts->n_users)
		memset(sees, 0, facts->n_users * sizeof(*sees));
	editors->looked = 0;
	if (seers->next >= used->n || !facts->show_secret_values)
		return false;
	editors_of(editors, facts, used->v[seers->next++]);
	for (k = 0; k < editors->n; k++) {
		if (editors->v[k].held || sees[editors->v[k].user])
			continue;
		sees[editors->v[k].user] = true;
		seers->n++;
	}
	return true;
}

uint32_t right_value_seers(const struct facts *facts, uint32_t asset,
			   struct editors *editors, bool *sees)
{
	struct value_seers seers = { .asset = asset };

	while (right_value_seers_next(facts, &seers, editors, sees))
		;
	return seers.n;
}

/* ---- owning, granting, sharing ------------------------------------------------------ */

static bool barred(struct bar *bar, enum reason code, uint32_t asset)
{
	if (bar)
		*bar = (struct bar){ code, asset };
	return false;
}

/* The first imported asset that this person has no access to; NOBODY: none. */
static uint32_t lacks(const struct facts *facts, uint32_t project, uint32_t user)
{
	const struct numbers *assets = &facts->projects[project].assets;
	uint32_t i;

	if (role_has_all_assets(facts->users[user].role))
		return NOBODY;
	for (i = 0; i < assets->n; i++)
		if (!facts->assets[assets->v[i]].gone &&
		    !access_asset(facts, user, assets->v[i]))
			return assets->v[i];
	return NOBODY;
}

bool right_to_be_granted(const struct facts *facts, uint32_t project,
			 uint32_t user, enum level level, struct bar *bar)
{
	uint32_t asset = level_edits(level) ? lacks(facts, project, user) :
		NOBODY;

	return asset == NOBODY || barred(bar, REASON_ASSET_MISSING, asset);
}

bool right_to_own(const struct facts *facts, uint32_t project, uint32_t user,
		  struct bar *bar)
{
	const struct fact_user *u = &facts->users[user];

	if (!u->active)
		return barred(bar, REASON_DEACTIVATED, NOBODY);
	if (role_is_held(u->role))
		return barred(bar, u->role == ROLE_VIEWER ?
			      REASON_ROLE_CAP_VIEWER : REASON_ROLE_CAP_EXPLORER,
			      NOBODY);
	return right_to_be_granted(facts, project, user, LEVEL_FULL_ACCESS, bar);
}

enum level right_shares_up_to(const struct facts *facts,
			      const struct answer *answer)
{
	if (answer->can & 1U << CAN_SHARE)
		return answer->effective;
	return facts->projects[answer->project].state != STATE_ACTIVE &&
		level_is_full(answer->manages) ? LEVEL_FULL_ACCESS : LEVEL_NONE;
}
