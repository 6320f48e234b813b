/* fix_choice.h: f, then the number of a fix. */
#ifndef SCREEN_PANEL_FIX_CHOICE_H
#define SCREEN_PANEL_FIX_CHOICE_H

#include "screen/panel/detail.h"

/* Say which fixes there are; false when there are none. */
bool fix_choice_ask(struct screen *screen, const struct detail *detail);
/* The handler's answer: this fix. */
void fix_choice_take(struct screen *screen, const struct detail *detail,
		     int number);

#endif
