/* why.h: the whole explanation of one person on one project, with every
 * capability, on the whole screen. */
#ifndef SCREEN_PAGES_WHY_H
#define SCREEN_PAGES_WHY_H

#include "screen/frame/screen.h"

/* fix: as if f was pressed there, once the ways are known. */
void why_push(struct screen *screen, uint32_t user, uint32_t project, bool fix);

#endif
