/* markline.h: + and -: mark or unmark the rows that a filter's words match. */
#ifndef SCREEN_MARKLINE_H
#define SCREEN_MARKLINE_H

#include "screen/view.h"

void markline_push(struct screen *screen, struct view *view, bool on);

#endif
