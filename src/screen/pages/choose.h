/* choose.h: what an action is about, found by typing, where nothing fitting is in
 * focus. */
#ifndef SCREEN_PAGES_CHOOSE_H
#define SCREEN_PAGES_CHOOSE_H

#include "action/core/action.h"
#include "screen/frame/screen.h"

void choose_push(struct screen *screen, const struct action *action);

#endif
