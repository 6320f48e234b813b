/* thing_page.h: a thing's own page, for now to read: a project with its assets and
 * sharing, a user, a group, an asset. */
#ifndef SCREEN_PAGES_THING_PAGE_H
#define SCREEN_PAGES_THING_PAGE_H

#include "screen/frame/lines.h"
#include "screen/frame/screen.h"
#include "screen/frame/thing.h"

/* about: a word for the title ("Usage"), "" for the thing itself; make: its lines. */
void thing_page_push(struct screen *screen, const struct thing *thing,
		     const char *about,
		     void (*make)(struct lines *lines, struct screen *screen,
				  const struct thing *thing));

#endif
