/* what_if_mode.h: the mode in which changes are only tried, and its page. */
#ifndef SCREEN_PAGES_WHAT_IF_MODE_H
#define SCREEN_PAGES_WHAT_IF_MODE_H

#include "screen/frame/screen.h"

/* t: start it; where it is on, show what was tried. */
void what_if_mode_start(struct screen *screen);
void what_if_mode_push(struct screen *screen);
/* u: take the last step back; where it is off, undo what was saved last. */
void what_if_mode_undo(struct screen *screen);
/* Leave the console: asks where steps would be lost. */
void what_if_mode_quit(struct screen *screen);

#endif
