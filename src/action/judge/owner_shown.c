/* owner_shown.c: see owner_shown.h. */
#include "action/judge/owner_shown.h"

#include "access/rights.h"

const char *owner_greyed(const struct asked *asked, uint32_t project, uint32_t user)
{
	const struct seen *seen = asked_seen(asked);
	struct bar bar;

	if (right_to_own(seen_judged(seen), project, user, &bar))
		return NULL;
	switch (bar.code) {
	case REASON_DEACTIVATED:
		return "is deactivated";
	case REASON_ASSET_MISSING:
		return arena_printf(asked->arena, "has no access to %s",
				    seen_asset_label(seen, bar.asset));
	default:
		return arena_printf(asked->arena, "cannot hold Full Access as %s",
				    role_label(seen_user(seen, user)->role));
	}
}

const char *owner_heed(const struct asked *asked, const char *user)
{
	const struct seen *seen = asked_seen(asked);
	uint32_t number = facts_user(seen_judged(seen), user);

	return number != NOBODY && role_is_guest(seen_user(seen, number)->role) ?
		"a Guest will be the owner" : NULL;
}
