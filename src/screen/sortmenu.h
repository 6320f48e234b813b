/* sortmenu.h: by which column a list is sorted. */
#ifndef SCREEN_SORTMENU_H
#define SCREEN_SORTMENU_H

#include "screen/view.h"

void sortmenu_push(struct screen *screen, struct view *view);

#endif
