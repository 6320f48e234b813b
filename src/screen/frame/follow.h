/* follow.h: Enter on a line that leads somewhere: where it is set, or the row of the
 * thing. */
#ifndef SCREEN_FRAME_FOLLOW_H
#define SCREEN_FRAME_FOLLOW_H

#include "screen/frame/lines.h"
#include "screen/frame/screen.h"

/* The handler's answer: where the line with the cursor leads; said, where it leads
 * nowhere. */
void follow_line(struct screen *screen, const struct lines *lines);
/* The other place (o) of it. */
void follow_other(struct screen *screen, const struct lines *lines);

#endif
