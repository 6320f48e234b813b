/* textpage.h: text on the whole screen, nothing around it that would be in the way
 * of copying. */
#ifndef SCREEN_TEXTPAGE_H
#define SCREEN_TEXTPAGE_H

#include "screen/screen.h"

void textpage_push(struct screen *screen, const char *title, const char *text);

#endif
