/* why.h: the whole explanation of one person on one project, with every
 * capability, on the whole screen. */
#ifndef SCREEN_WHY_H
#define SCREEN_WHY_H

#include "screen/screen.h"

void why_push(struct screen *screen, uint32_t user, uint32_t project);

#endif
