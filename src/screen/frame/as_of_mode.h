/* as_of_mode.h: the console while it shows the workspace as it was. */
#ifndef SCREEN_FRAME_AS_OF_MODE_H
#define SCREEN_FRAME_AS_OF_MODE_H

#include "screen/frame/screen.h"

bool as_of_mode_on(const struct screen *screen);
/* Show the state that this event left; all pages but the desk close. */
void as_of_mode_to(struct screen *screen, int64_t seq);
/* Left and Right, while it is on and no field has the keys: one event back, or on; after
 * the newest it is now again.  The message line says what the event did.  False: it is
 * off, or another key. */
bool as_of_mode_key(struct screen *screen, const struct key *key);
/* Back to now.  False: it is now. */
bool as_of_mode_end(struct screen *screen);
/* Toasts why nothing can be changed or tried now.  False: it can. */
bool as_of_mode_refuses(struct screen *screen);
/* The words of the header line, as many as fit; the keys that walk only where they do: no
 * page lies on the desk. */
void as_of_mode_words(const struct screen *screen, int cols, struct buf *out);

#endif
