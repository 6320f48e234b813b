/* columns.h: which columns a list shows. */
#ifndef SCREEN_COLUMNS_H
#define SCREEN_COLUMNS_H

#include "screen/view.h"

void columns_push(struct screen *screen, struct view *view);

#endif
