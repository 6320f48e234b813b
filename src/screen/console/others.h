/* others.h: what others changed, said in one line. */
#ifndef SCREEN_CONSOLE_OTHERS_H
#define SCREEN_CONSOLE_OTHERS_H

#include "screen/frame/screen.h"

/* If screen->news is fresh; nothing is said over a message that came after it. */
void others_tell(struct screen *screen);

#endif
