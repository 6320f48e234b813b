/* usage.h: where an asset is imported. */
#ifndef SCREEN_PAGES_USAGE_H
#define SCREEN_PAGES_USAGE_H

#include "screen/frame/screen.h"
#include "screen/frame/thing.h"

/* The page of importing projects; a toast for what is no asset. */
void usage_push(struct screen *screen, const struct thing *thing);

#endif
