/* modes.h: commands of the whole console: what-if, undo, history, drafts, whom a change
 * moved, leaving. */
#ifndef SCREEN_CONSOLE_MODES_H
#define SCREEN_CONSOLE_MODES_H

#include "screen/frame/screen.h"

void modes_command(struct screen *screen, enum command command);

#endif
