/* theme_menu.h: the little menu of themes: the screen is drawn in the one under the
 * cursor, Enter keeps it, Esc goes back to the one before. */
#ifndef SCREEN_PAGES_THEME_MENU_H
#define SCREEN_PAGES_THEME_MENU_H

#include "screen/frame/screen.h"

void theme_menu_go(struct screen *screen);

#endif
