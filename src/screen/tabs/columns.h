/* columns.h: which columns a list shows. */
#ifndef SCREEN_TABS_COLUMNS_H
#define SCREEN_TABS_COLUMNS_H

#include "screen/tabs/view.h"

void columns_go(struct screen *screen, struct view *view);

#endif
