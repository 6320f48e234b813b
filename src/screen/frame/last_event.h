/* last_event.h: the newest change of the store, as far as the subject may know it. */
#ifndef SCREEN_FRAME_LAST_EVENT_H
#define SCREEN_FRAME_LAST_EVENT_H

#include "screen/frame/screen.h"

/* Who made it: "carol", or "somebody". */
void last_event_actor(struct screen *screen, struct buf *out);
/* "ravi: Finance can edit Revenue model."; false where the log may not be read. */
bool last_event_words(struct screen *screen, struct buf *out);

#endif
