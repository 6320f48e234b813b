/* thingpage.h: a thing's own page, for now to read: a project with its assets and
 * sharing, a user, a group, an asset. */
#ifndef SCREEN_THINGPAGE_H
#define SCREEN_THINGPAGE_H

#include "screen/screen.h"
#include "screen/thing.h"

void thingpage_push(struct screen *screen, const struct thing *thing);

#endif
