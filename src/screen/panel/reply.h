/* reply.h: an explanation, copied as what one writes to the colleague who asked. */
#ifndef SCREEN_PANEL_REPLY_H
#define SCREEN_PANEL_REPLY_H

#include "screen/panel/detail.h"

/* Of the pair that it was made for; where one is gone, nothing is copied and that is
 * said. */
void reply_copy(struct screen *screen, const struct detail *detail);

#endif
