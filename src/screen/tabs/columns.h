/* columns.h: the little menus of a list's columns. */
#ifndef SCREEN_TABS_COLUMNS_H
#define SCREEN_TABS_COLUMNS_H

#include "screen/tabs/view.h"

/* Which of them it shows. */
void columns_go(struct screen *screen, struct view *view);
/* By which of them it is sorted. */
void columns_sort_go(struct screen *screen, struct view *view);

#endif
