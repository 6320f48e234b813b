/* menu_reason.c: why an entry of the menu cannot be done now, to the thing or to all
 * that are marked. */
#include "screen/console/menu.h"

#include "screen/frame/verb_reason.h"
#include "screen/pages/bulk.h"

void menu_reason(struct screen *screen, const struct thing *thing, bool many,
		 struct arena *arena, struct item *item)
{
	const struct thing none = { .kind = THING_NONE };
	bool writes = item->action->flags & ACTION_WRITES;
	struct refusal reason;

	/* What is done to many is shown before it is saved. */
	verb_reason(screen, item->action, many && writes ? &none : thing, arena,
		    &reason);
	item->why = reason.why;
	item->whole = reason.whole;
	item->anywhere = reason.anywhere;
	if (many && writes && !item->why && !bulk_fits(item->action))
		item->why = item->whole = "one thing at a time";
}
