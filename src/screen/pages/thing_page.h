/* thing_page.h: a thing's own page, for now to read: a project with its assets and
 * sharing, a user, a group, an asset. */
#ifndef SCREEN_PAGES_THING_PAGE_H
#define SCREEN_PAGES_THING_PAGE_H

#include "screen/frame/lines.h"
#include "screen/frame/screen.h"
#include "screen/frame/thing.h"

void thingpage_push(struct screen *screen, const struct thing *thing);
/* Another page about the thing: which lines it has, and a word for the title
 * ("Usage"). */
void thingpage_push_as(struct screen *screen, const struct thing *thing,
		       const char *about,
		       void (*make)(struct lines *lines, struct screen *screen,
				    const struct thing *thing));

#endif
