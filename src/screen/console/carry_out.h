/* carry_out.h: what a handler answered is done. */
#ifndef SCREEN_CONSOLE_CARRY_OUT_H
#define SCREEN_CONSOLE_CARRY_OUT_H

#include "ui/page.h"

/* pages->after: goes where screen->go says, and tells what others changed. */
void carry_out(struct pages *pages);

#endif
