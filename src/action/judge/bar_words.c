/* bar_words.c: see bar_words.h. */
#include "action/judge/bar_words.h"

const char *bar_words(const struct seen *seen, uint32_t user, const struct bar *bar,
		      struct arena *arena)
{
	switch (bar->code) {
	case REASON_DEACTIVATED:
		return "is deactivated";
	case REASON_ASSET_MISSING:
		return arena_printf(arena, "has no access to %s",
				    seen_asset_label(seen, bar->asset));
	default:
		return arena_printf(arena, "cannot hold Full Access as %s",
				    role_label(seen_user(seen, user)->role));
	}
}
