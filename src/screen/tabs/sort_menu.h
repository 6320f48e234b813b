/* sort_menu.h: by which column a list is sorted. */
#ifndef SCREEN_TABS_SORT_MENU_H
#define SCREEN_TABS_SORT_MENU_H

#include "screen/tabs/view.h"

void sort_menu_go(struct screen *screen, struct view *view);

#endif
