/* lookback.h: the console while it shows the workspace as it was. */
#ifndef SCREEN_LOOKBACK_H
#define SCREEN_LOOKBACK_H

#include "screen/screen.h"

bool lookback_on(const struct screen *screen);
/* Show the state that this event left; all pages but the desk close. */
void lookback_to(struct screen *screen, int64_t seq);
/* Back to now.  False: it is now. */
bool lookback_end(struct screen *screen);
/* Toasts why nothing can be changed or tried now.  False: it can. */
bool lookback_refuses(struct screen *screen);
/* The words of the header line, as many as fit. */
void lookback_words(const struct screen *screen, int cols, struct buf *out);

#endif
